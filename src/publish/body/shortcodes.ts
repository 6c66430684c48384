/** Shortcodes (`{{< name >}}`) in a body that is published here, where the program that would fill them in is not. */

import { lineFinder } from '../../text/lines.ts';
import type { Dropped } from './body-tree.ts';

/** As Hugo finds them: before Markdown, in code too; `{{</* name *` + `/>}}` is one that is shown as text. */
const SHORTCODE =
  /\{\{([<%])(?:\/\*((?:(?!\{\{[<%]\/\*)[\s\S])*?)\*\/|\s*(\/?)(?:(?<=\/)\s*)?(?!\s)([\w./-]*)(?![\w./-])((?:(?!\{\{[<%])[\s\S])*?))([>%])\}\}/g;

/** A film by itself in its line: its card takes its place. */
const FILM = /^(?:youtube|vimeo)$/;

/**
 * @param body Markdown without front matter
 * @returns the body without its shortcodes, each line where it was, and what is left out; the words between two of a pair stay
 */
export function withoutShortcodes(body: string): { readonly body: string; readonly dropped: readonly Dropped[] } {
  if (!/\{\{[<%]/.test(body)) return { body, dropped: [] };
  const dropped: Dropped[] = [];
  const lineOf = lineFinder(body);
  const shown = body.replace(
    SHORTCODE,
    (whole, open: string, text: string | undefined, end: string, name: string, _, close: string, at: number) => {
      if (text !== undefined) return `{{${open}${text}${close}}}`;
      if (FILM.test(name) && isAlone(body, at, whole.length)) return whole;
      if (end === '') dropped.push({ what: `the shortcode "${name}"`, line: lineOf(at) });
      return whole.replace(/[^\n]+/g, '');
    },
  );
  return { body: shown, dropped };
}

function isAlone(body: string, at: number, length: number): boolean {
  const before = body.slice(body.lastIndexOf('\n', at - 1) + 1, at);
  const after = body.slice(at + length).split('\n', 1)[0] ?? '';
  return (before + after).trim() === '';
}

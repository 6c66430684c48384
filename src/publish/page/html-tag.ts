/** Markup that escapes by itself: the `html` tag turns every value into text unless it is markup already. */

import { NOT_IN_XML } from '../../xml/characters.ts';

export interface Html {
  readonly markup: string;
}

/** What a template may hold. `false`, `null` and `undefined` leave nothing, so that `condition && html` works. */
export type HtmlValue = Html | string | number | false | null | undefined | readonly HtmlValue[];

// A NUL would even be an error of the parser.
const SPECIAL = new RegExp(`[&<>"'${NOT_IN_XML}]`);
const EVERY_SPECIAL = new RegExp(SPECIAL.source, 'g');
const REFERENCES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text for HTML and XML, in content and in quoted attributes; control characters are left out. */
export function escapeText(text: string): string {
  return SPECIAL.test(text) ? text.replace(EVERY_SPECIAL, (character) => REFERENCES[character] ?? '') : text;
}

/** Markup that is safe already: what `html` made, or what the sanitizer let through. */
export function raw(markup: string): Html {
  return { markup };
}

/** @returns markup in which every value that is not markup is text */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let markup = strings[0] ?? '';
  for (let index = 0; index < values.length; index++) markup += toMarkup(values[index]) + (strings[index + 1] ?? '');
  return { markup };
}

function toMarkup(piece: HtmlValue): string {
  if (typeof piece === 'string') return escapeText(piece);
  if (typeof piece === 'number') return String(piece);
  if (piece === undefined || piece === null || piece === false) return '';
  if ('markup' in piece) return piece.markup;
  let markup = '';
  for (const part of piece) markup += toMarkup(part);
  return markup;
}

/**
 * Data for a `<script type="application/json">` and the like: no value can end the element or open a comment.
 * @see https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements
 */
export function jsonForScript(value: unknown): Html {
  const escapes: Readonly<Record<string, string>> = { '<': '\\u003c', '>': '\\u003e', '&': '\\u0026' };
  return raw(JSON.stringify(value).replace(/[<>&\u2028\u2029\ufffe\uffff]/g, (c) => escapes[c] ?? `\\u${c.charCodeAt(0).toString(16)}`));
}

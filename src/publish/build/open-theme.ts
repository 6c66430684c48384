/** The theme folder of a newsroom: a stylesheet, slots, and the files that the stylesheet names. */

import { existsSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Config } from '../../config.ts';
import { KnownError } from '../../errors.ts';
import { fileText } from '../../files/bytes.ts';
import { lineOf } from '../../text/lines.ts';
import type { Chrome } from '../page/chrome.ts';
import { readSlot } from '../page/slot.ts';
import { SLOT_NAMES, type Slot, type SlotName, type Theme } from '../page/theme.ts';

const STYLE = 'style.css';

/**
 * @param root the project's folder, absolute
 * @param t words of the source's language
 * @throws KnownError that names file and line, for a folder that is not there and for what a page could not show
 */
export function openTheme(root: string, { look, folder, allow }: Config['publish']['theme'], t: Chrome): Theme {
  const base = look === 'daily' ? '' : fileText(new URL(`../page/assets/${look}.css`, import.meta.url));
  if (folder === undefined) return { css: base, slots: {}, files: new Map(), allowed: allow };
  if (!existsSync(join(root, folder)))
    throw new KnownError(`The theme's folder is not there: ${folder}`, {
      expected: `a folder with ${STYLE}, ${SLOT_NAMES.map((name) => `${name}.html`).join(', ')}, or some of them`,
      got: 'nothing',
      help: 'Correct "publish.theme.folder" in the configuration.',
    });
  const read = (name: string) => (existsSync(join(root, folder, name)) ? fileText(join(root, folder, name)) : undefined);
  const slots: Partial<Record<SlotName, Slot>> = {};
  for (const name of SLOT_NAMES) {
    const text = read(`${name}.html`);
    if (text !== undefined) slots[name] = readSlot(text, posix.join(folder, `${name}.html`), t);
  }
  const css = read(STYLE) ?? '';
  return { css: `${base}${css}`, slots, files: filesOf(css, root, folder), allowed: allow };
}

/** What a stylesheet names with `url()`, and what it imports: comments are not read. What nothing closes goes on to the end (CSS Syntax, 4.3.2). */
const NAMED = /\/\*[\s\S]*?(?:\*\/|$)|@import[^;]*;?|url\(\s*(?:"([^"\n]*)"|'([^'\n]*)'|([^()"'\s]*))\s*\)/g;

function filesOf(css: string, root: string, folder: string): Map<string, string> {
  const files = new Map<string, string>();
  const file = posix.join(folder, STYLE);
  for (const match of css.matchAll(NAMED)) {
    const [whole, ...named] = match;
    if (whole.startsWith('/*')) continue;
    const address = named.find((one) => one !== undefined) ?? '';
    if (/^(?:data:|#)/.test(address)) continue;
    const path = posix.normalize(address.replace(/[?#].*$/s, ''));
    const at = join(root, folder, path);
    const isOwn =
      !whole.startsWith('@import') &&
      !/^(?:[a-z][a-z\d+.-]*:|\/|\.\.)/i.test(path) &&
      !path.split('/').some((part) => part.startsWith('.'));
    if (isOwn && statSync(at, { throwIfNoEntry: false })?.isFile() === true) files.set(path, at);
    else
      throw new KnownError(`${file}:${lineOf(css, match.index)}: a file that the theme does not have`, {
        expected: 'a file in the theme folder: pages load no style and no font from elsewhere',
        got: whole.slice(0, 80),
        help: `Put the file into ${folder} and name it from there.`,
      });
  }
  return files;
}

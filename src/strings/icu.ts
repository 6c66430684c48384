/** ICU messages: `{count, plural, one {# reply} other {# replies}}`, `{gender, select, ...}`. */

import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import type { Message, MessageChoice, Passage } from './passage.ts';
import { type Placeholder, placeholdersIn } from './placeholders.ts';
import { CATEGORIES, type Category, type PluralType } from './plurals.ts';

/** A message that chooses: nothing else is written so. */
const CHOOSES = /\{\s*[\w.-]+\s*,\s*(?:plural|select|selectordinal)\s*,/;

export function choosesByIcu(words: string): boolean {
  return CHOOSES.test(words);
}

/** @returns undefined where it does not parse */
export function icuMessage(words: string): Message | undefined {
  let elements: readonly MessageFormatElement[];
  try {
    elements = parse(words, { captureLocation: true, ignoreTag: true, shouldParseSkeletons: false });
  } catch {
    return undefined;
  }
  // A brace that the parser left in a literal is quoted: no placeholder begins, ends or lies over it.
  const braceless = words.replace(/[{}]/g, '\0');
  const passages: Passage[] = [];
  const choices: MessageChoice[] = [];
  const doubled = /(?<!')''(?!')/.test(words);
  const names = new Map<string, number>();
  const passage = (name: string, all: readonly MessageFormatElement[], from: number, to: number, isPlural: boolean): void => {
    const marks: Placeholder[] = [];
    const own: Passage = { name, from, to, marks, read: (raw) => unquoted(raw, isPlural), write: quoting(isPlural, doubled) };
    passages.push(own);
    for (const element of all) {
      const { start, end } = placeOf(element.location);
      if (element.type === TYPE.literal) marks.push(...placeholdersIn(braceless, start, end));
      else marks.push({ start, end, role: 'alone' });
      if (element.type === TYPE.plural || element.type === TYPE.select) choose(name, element, isPlural);
    }
  };
  const choose = (name: string, element: MessageFormatElement & { type: TYPE.plural | TYPE.select }, isPlural: boolean): void => {
    const base = `${name}{${element.value}`;
    const nth = (names.get(base) ?? 0) + 1;
    names.set(base, nth);
    const path = (key: string) => `${base}${nth === 1 ? '' : `#${nth}`}:${key}}`;
    const branches = new Map<string, { readonly from: number; readonly to: number }>();
    for (const [key, { value, location }] of Object.entries(element.options)) {
      const { start, end } = placeOf(location);
      const from = words.slice(0, start).trimEnd().length - key.length;
      branches.set(key, { from, to: end });
      passage(path(key), value, start + 1, end - 1, element.type === TYPE.plural || isPlural);
    }
    if (element.type === TYPE.plural) choices.push(pluralOf(words, branches, path, element.pluralType ?? 'cardinal'));
  };
  passage('', elements, 0, words.length, false);
  return { passages, choices };
}

function pluralOf(
  words: string,
  branches: ReadonlyMap<string, { readonly from: number; readonly to: number }>,
  name: (key: string) => string,
  type: PluralType,
): MessageChoice {
  const forms = CATEGORIES.flatMap((category) => {
    const branch = branches.get(category);
    if (branch === undefined) return [];
    // With the white space after it, up to the next branch.
    const to = branch.to + (/^\s*/.exec(words.slice(branch.to))?.[0].length ?? 0);
    return [[category, { from: branch.from, to: words[to] === '}' ? branch.to : to }] as const];
  });
  const before = words.slice(0, branches.get('other')?.from ?? 0);
  const gap = before.slice(before.trimEnd().length);
  return {
    type,
    name,
    forms: new Map(forms),
    addition: (category: Category) => [`${category} {`, `}${gap === '' ? ' ' : gap}`],
  };
}

function placeOf(location: MessageFormatElement['location']): { readonly start: number; readonly end: number } {
  return { start: location?.start.offset ?? 0, end: location?.end.offset ?? 0 };
}

/** Apostrophes quote what is syntax; two are one. */
function unquoted(raw: string, isPlural: boolean): string {
  const quoted = isPlural ? /''|'([{}<>#](?:[^']|'')*)(?:'|$)/g : /''|'([{}<>](?:[^']|'')*)(?:'|$)/g;
  return raw.replace(quoted, (_, inner: string | undefined) => inner?.replaceAll("''", "'") ?? "'");
}

/** @param doubled whether the message doubles every apostrophe, as Java's MessageFormat wants it */
function quoting(isPlural: boolean, doubled: boolean): Passage['write'] {
  // What is quoted goes on over apostrophes: one right behind the closing mark would be within it.
  const syntax = isPlural ? /[{}#]['{}#]*|'/g : /[{}]['{}]*|'/g;
  return (text, next) =>
    text.replace(syntax, (found, at: number) => {
      if (found !== "'") return `'${found.replaceAll("'", "''")}'`;
      const after = text[at + 1] ?? next;
      return doubled || /^['{}<>#|]/.test(after) ? "''" : "'";
    });
}

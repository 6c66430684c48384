/** What is between the words of a string: `{{name}}`, `{name}`, `%s`, `$t(key)`, `<0>`, `&nbsp;`. */

import type { Mark } from '../article.ts';

/** A range of a string's words that is no words. */
export interface Placeholder {
  readonly start: number;
  readonly end: number;
  readonly role: Mark['role'];
  /** A tag's name. */
  readonly tag?: string;
}

/** i18next and Go; the sources of the patterns are the formats' own manuals. A flag of white space is left out: `50 % done`. */
const PATTERNS = [
  String.raw`\{\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}\}`,
  String.raw`\$t\(`,
  String.raw`<(\/?)(\d+|[A-Za-z][\w-]*)((?:\s[^<>]*)?\/?)>`,
  // Of Ruby, of FormatJS and its kin, of Python, of printf.
  String.raw`%?\{\s*[\w.$-]*\s*(?:,[^{}]*)?\}`,
  String.raw`%\(\w+\)[sdif]`,
  String.raw`%(?:\d+\$)?[-+0#]*\d*(?:\.\d+)?(?:hh?|ll?|[zjt])?[sdifuxXeEgGcpo@](?![\p{L}\p{N}])`,
  '%%',
  String.raw`&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});`,
];
const THING = new RegExp(PATTERNS.join('|'), 'gu');
const VOID = new Set(['br', 'hr', 'img', 'wbr', 'input']);

/**
 * @param words of which a range is looked at
 * @returns in their order; they do not overlap
 */
export function placeholdersIn(words: string, from = 0, to = words.length): Placeholder[] {
  const found: Placeholder[] = [];
  const text = to === words.length ? words : words.slice(0, to);
  THING.lastIndex = from;
  for (let match = THING.exec(text); match !== null; match = THING.exec(text)) {
    const start = match.index;
    const [all, slash, tag, rest = ''] = match;
    if (tag !== undefined) {
      // A number is a tag of react-i18next's Trans, and has no attributes: `1 <2 or 3> 2` holds none.
      if (/^\d/.test(tag) && !/^\s*\/?$/.test(rest)) continue;
      const role = slash !== '' ? 'close' : rest.endsWith('/') || VOID.has(tag.toLowerCase()) ? 'alone' : 'open';
      found.push({ start, end: start + all.length, role, tag });
    } else if (all === '$t(') {
      const end = closing(text, start + all.length);
      if (end > 0) found.push({ start, end, role: 'alone' });
      THING.lastIndex = Math.max(end, start + all.length);
    } else {
      found.push({ start, end: start + all.length, role: 'alone' });
    }
  }
  return found;
}

/** A nesting longer than this is words. */
const NESTING = 500;

/** Behind the parenthesis that closes one opened before `from`; -1 where none does. */
function closing(words: string, from: number): number {
  let depth = 1;
  for (let at = from; at < Math.min(words.length, from + NESTING); at++) {
    if (words[at] === '(') depth++;
    else if (words[at] === ')' && --depth === 0) return at + 1;
  }
  return -1;
}

/** Each with its partner; a tag without one becomes a mark alone. */
export function paired(found: readonly Placeholder[]): [Placeholder, Placeholder | undefined][] {
  const partners = new Map<Placeholder, Placeholder>();
  const open: Placeholder[] = [];
  const waiting = new Map<string, number>();
  const count = (tag: string, more: number) => waiting.set(tag, (waiting.get(tag) ?? 0) + more);
  for (const mark of found) {
    const { role, tag = '' } = mark;
    if (role === 'open') {
      open.push(mark);
      count(tag, 1);
    }
    if (role !== 'close' || (waiting.get(tag) ?? 0) === 0) continue;
    for (let partner = open.pop(); partner !== undefined; partner = open.pop()) {
      count(partner.tag ?? '', -1);
      if (partner.tag !== tag) continue;
      partners.set(mark, partner);
      partners.set(partner, mark);
      break;
    }
  }
  return found.map((mark) => [mark, partners.get(mark)]);
}

const NAMES = [
  // i18next: formats and the sign for unescaped values are left out.
  /^\{\{-?\s*((?:[^,}]*[^\s,}])?)\s*[,}]/,
  /^(\$t\(\s*(?:[^,)]*[^\s,)])?)\s*[,)]/,
  /^%?\{\s*([\w.$-]*)\s*[,}]/,
  /^(%.+)$/s,
  /^(#)$/,
];

/** What a placeholder fills in, to be compared with others: without its format. Undefined for tags and character references. */
export function placeholderName(source: string): string | undefined {
  for (const pattern of NAMES) {
    const name = pattern.exec(source)?.[1];
    if (name !== undefined) return name.startsWith('$t(') ? `${name})` : name;
  }
  return undefined;
}

/** What is between the words of an i18next string: `{{name}}`, `$t(key)`, `<0>`. */

import type { Mark, Text } from '../article.ts';
import { normalize } from '../text.ts';
import type { Decoded } from './json.ts';

interface Found {
  readonly start: number;
  readonly end: number;
  readonly role: Mark['role'];
  /** A tag's name. */
  readonly tag?: string;
}

const THING = /\{\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}\}|\$t\(|<(\/?)(\d+|[A-Za-z][\w-]*)((?:\s[^<>]*)?\/?)>/g;
const VOID = new Set(['br', 'hr', 'img', 'wbr', 'input']);

/**
 * The words of a string and its marks, numbered from 1.
 * @param source the file, for the marks' own bytes
 */
export function textOfString(decoded: Decoded, source: string): Text {
  const { words, offset } = decoded;
  const found = pair(find(words));
  const out: (string | Mark)[] = [];
  let at = 0;
  let ids = 0;
  const named = new Map<Found, string>();
  for (const [mark, partner] of found) {
    const known = partner === undefined ? undefined : named.get(partner);
    const id = known ?? String(++ids);
    named.set(mark, id);
    const start = offset(mark.start);
    const role = partner === undefined ? 'alone' : mark.role;
    out.push(words.slice(at, mark.start), { role, id, source: source.slice(start, offset(mark.end)), start });
    at = mark.end;
  }
  out.push(words.slice(at));
  return normalize(out);
}

function find(words: string): Found[] {
  const found: Found[] = [];
  THING.lastIndex = 0;
  for (let match = THING.exec(words); match !== null; match = THING.exec(words)) {
    const start = match.index;
    const [all, slash, tag, rest = ''] = match;
    if (tag !== undefined) {
      // A number is a tag of react-i18next's Trans, and has no attributes: `1 <2 or 3> 2` holds none.
      if (/^\d/.test(tag) && !/^\s*\/?$/.test(rest)) continue;
      const role = slash !== '' ? 'close' : rest.endsWith('/') || VOID.has(tag.toLowerCase()) ? 'alone' : 'open';
      found.push({ start, end: start + all.length, role, tag });
    } else if (all === '$t(') {
      const end = closing(words, start + all.length);
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

/** Each mark with its partner; a tag without one becomes a mark alone. */
function pair(found: readonly Found[]): [Found, Found | undefined][] {
  const partners = new Map<Found, Found>();
  const open: Found[] = [];
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

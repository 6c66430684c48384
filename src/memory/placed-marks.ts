/** The marks of a text put into a remembered translation that has none, where its words tell for certain where they go. */

import type { Mark, Text } from '../article.ts';
import { marks, normalize, words } from '../text.ts';

/** A pair of a text with what it holds, and what is before and behind it, in words. */
interface Pair {
  readonly open: Mark;
  readonly close: Mark;
  readonly before: string;
  readonly inside: string;
  readonly after: string;
}

interface Range {
  readonly pair: Pair;
  readonly start: number;
  readonly end: number;
}

/**
 * A pair around the whole text goes around the whole translation; one around words that both texts have once, letter by letter (a name, a
 * number), goes around those.
 * @param source with marks
 * @param target words without marks
 * @returns the target with each of the source's marks; undefined where one has no certain place, or stands alone
 */
export function withMarksOf(source: Text, target: string): Text | undefined {
  const pairs = pairsOf(source);
  if (pairs === undefined || pairs.length === 0) return undefined;
  const ranges: Range[] = [];
  for (const pair of pairs) {
    const place = placeOf(pair, target);
    if (place === undefined) return undefined;
    ranges.push({ pair, ...place });
  }
  const isCrossed = ranges.some((one) => ranges.some((other) => one.start < other.start && other.start < one.end && one.end < other.end));
  return isCrossed ? undefined : insert(target, ranges);
}

function pairsOf(source: Text): Pair[] | undefined {
  const all = marks(source);
  if (all.some(({ role }) => role === 'alone')) return undefined;
  const pairs = all
    .filter(({ role }) => role === 'open')
    .map((open) => {
      const [from, to] = [source.indexOf(open), source.findIndex((piece) => isClosing(piece, open.id))];
      const close = source[to];
      if (close === undefined || typeof close === 'string' || to < from) return undefined;
      const [before, inside, after] = [source.slice(0, from), source.slice(from, to), source.slice(to)].map(words) as [
        string,
        string,
        string,
      ];
      return { open, close, before, inside, after };
    });
  return pairs.includes(undefined) || pairs.length * 2 !== all.length ? undefined : (pairs as Pair[]);
}

function isClosing(piece: string | Mark, id: string): boolean {
  return typeof piece !== 'string' && piece.role === 'close' && piece.id === id;
}

function placeOf({ before, inside, after }: Pair, target: string): { start: number; end: number } | undefined {
  if (inside.trim() === '' || inside !== inside.trim()) return undefined;
  if (before.trim() === '' && isEnd(after)) return whole(after.trim(), target);
  const [here, there] = [placesOf(inside, before + inside + after), placesOf(inside, target)];
  const start = there[0];
  return here.length === 1 && there.length === 1 && start !== undefined ? { start, end: start + inside.length } : undefined;
}

/** Nothing, or the sign that ends a sentence. */
const isEnd = (after: string) => /^\s*[.!?:…]?\s*$/u.test(after);

function whole(sign: string, target: string): { start: number; end: number } | undefined {
  const start = target.length - target.trimStart().length;
  const end = target.trimEnd().length;
  if (sign === '') return { start, end };
  return target.slice(0, end).endsWith(sign) ? { start, end: end - sign.length } : undefined;
}

/** Where the words are in a text, not as a part of longer ones; scripts without spaces write foreign names between their letters. */
function placesOf(inside: string, text: string): number[] {
  const isLetter = /^[ -~]+$/.test(inside) ? /[\p{Script=Latin}\p{M}\p{N}]/u : /[\p{L}\p{M}\p{N}]/u;
  const found: number[] = [];
  for (let at = text.indexOf(inside); at >= 0; at = text.indexOf(inside, at + 1))
    if (!isLetter.test(text[at - 1] ?? '') && !isLetter.test(text[at + inside.length] ?? '')) found.push(at);
  return found;
}

function insert(target: string, ranges: readonly Range[]): Text {
  const out: (string | Mark)[] = [];
  let last = 0;
  const cuts = [...new Set(ranges.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  for (const at of cuts) {
    out.push(target.slice(last, at));
    // Of the pairs that end here the inner ones close first, of those that begin here the outer ones open first.
    const closing = ranges.filter(({ end }) => end === at).reverse();
    out.push(...closing.map(({ pair }) => pair.close), ...ranges.filter(({ start }) => start === at).map(({ pair }) => pair.open));
    last = at;
  }
  return normalize([...out, target.slice(last)]);
}

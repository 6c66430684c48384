/** Whether an answer can be used as far as its marks go: it has words where the source has words, and the marks of the source around words. */

import { fragmentTokens, isAuthors, isTag, outersOf, type Pair, pairsOf, type Token } from './tokens.ts';

const TAG = /<g id="[^"]*">|<\/g\s*>|<x id="[^"]*"\s*\/>/g;

/** What is wrong with the answer for a text, in words; undefined when nothing is. Both are fragments. */
export function faultOf(source: string, answer: unknown): string | undefined {
  if (typeof answer !== 'string') return 'no text came back';
  if (stripMarks(answer).trim() === '' && stripMarks(source).trim() !== '') return 'an empty text came back';
  if (!hasMarks(source) && !hasMarks(answer)) return undefined;
  return markFault(source, answer) ?? placeFault(fragmentTokens(source), fragmentTokens(answer));
}

/** The fragment without its marks. */
export function stripMarks(fragment: string): string {
  return fragment.replace(TAG, '');
}

export function hasMarks(fragment: string): boolean {
  return fragment.includes('<');
}

/** The marks in order: `<g id="1">`, `</g>`, `<x id="2"/>`. */
export function tagsOf(fragment: string): string[] {
  return fragment.match(TAG) ?? [];
}

/** Order may change with the language; number, names and proper nesting may not. */
function markFault(source: string, answer: string): string | undefined {
  const wanted = tagsOf(source).map(plain).sort();
  const got = tagsOf(answer).map(plain);
  let depth = 0;
  for (const tag of got) {
    depth += tag === '</g>' ? -1 : tag.startsWith('<g') ? 1 : 0;
    if (depth < 0) break;
  }
  if (depth !== 0) return 'a mark came back without its partner';
  const [had, has] = [occurrences(wanted), occurrences(got)];
  const lost = [...had.keys()].filter((tag) => (has.get(tag) ?? 0) < (had.get(tag) as number));
  if (lost.length > 0) return `a mark was lost: ${lost.join(' ')}`;
  if (got.length > wanted.length) return 'a mark came back twice';
  return undefined;
}

const plain = (tag: string) => (tag.startsWith('</') ? '</g>' : tag.replace(/(?<!\s)\s*\/>$/, '/>'));

function occurrences(tags: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return counts;
}

/** So many letters outside of a pair cannot all have gone into it. */
const OUTSIDE = 12;

/** A pair around nothing is a link that nobody sees; one in another pair than the source has it in is a link in a link. */
function placeFault(source: readonly Token[], answer: readonly Token[]): string | undefined {
  const wanted = new Map(pairsOf(source).map((pair) => [pair.id, pair]));
  const [sourceSums, answerSums] = [sumsOf(source), sumsOf(answer)];
  for (const pair of pairsOf(answer)) {
    const own = wanted.get(pair.id);
    if (own === undefined) continue;
    const [had, has] = [around(sourceSums, own), around(answerSums, pair)];
    const isFilled = has.words > 0 || (has.signs > 0 && had.words === 0) || haveOneAlone(source, own, answer, pair);
    if (had.words + had.signs + had.alone > 0 && !isFilled) return `a mark came back around nothing: <g id="${pair.id}">`;
    if (isAuthors(pair.id) && !areInTheSame(own, pair)) return `a mark came back in another: <g id="${pair.id}">`;
    if (had.before + had.after >= OUTSIDE && has.before + has.after === 0) return `a mark came back around all words: <g id="${pair.id}">`;
    if (hasGrown(had, has)) return `a mark came back around the words beside it: <g id="${pair.id}">`;
  }
  return undefined;
}

/** Of tokens up to each index: pairs by the thousand, within each other, are looked at once each. */
type Sums = Readonly<Record<'letters' | 'words' | 'signs' | 'alone', Uint32Array>>;

function sumsOf(tokens: readonly Token[]): Sums {
  const sums = (of: (token: Token) => number) => {
    const all = new Uint32Array(tokens.length + 1);
    for (const [at, token] of tokens.entries()) all[at + 1] = (all[at] as number) + of(token);
    return all;
  };
  return {
    letters: sums((token) => (typeof token === 'string' ? (token.match(/\p{L}/gu)?.length ?? 0) : 0)),
    words: sums((token) => (typeof token === 'string' && /[\p{L}\p{N}]/u.test(token) ? 1 : 0)),
    signs: sums((token) => (typeof token === 'string' && token.trim() !== '' ? 1 : 0)),
    alone: sums((token) => (isTag(token, 'alone') ? 1 : 0)),
  };
}

/** Letters before a pair, in it, and after it; and the tokens in it that have words, that have any sign, that are marks alone. */
interface Around {
  readonly before: number;
  readonly inside: number;
  readonly after: number;
  readonly words: number;
  readonly signs: number;
  readonly alone: number;
}

function around(sums: Sums, { open, close }: Pair): Around {
  const within = (all: Uint32Array) => (all[close] as number) - (all[open] as number);
  const { letters } = sums;
  const [before, inside] = [letters[open] as number, within(letters)];
  const after = (letters.at(-1) as number) - before - inside;
  return { before, inside, after, words: within(sums.words), signs: within(sums.signs), alone: within(sums.alone) };
}

/** Whether a mark alone that the source has in a pair is in the answer's. */
function haveOneAlone(source: readonly Token[], own: Pair, answer: readonly Token[], pair: Pair): boolean {
  const idsIn = (tokens: readonly Token[], { open, close }: Pair) =>
    tokens.slice(open, close).flatMap((token) => (isTag(token, 'alone') ? [token.id] : []));
  const ids = new Set(idsIn(source, own));
  return ids.size > 0 && idsIn(answer, pair).some((id) => ids.has(id));
}

/** Whether two pairs are within the same pairs of the author's. */
function areInTheSame(one: Pair, other: Pair): boolean {
  const authors = (pair: Pair) => outersOf(pair).filter(({ id }) => isAuthors(id));
  const [ours, theirs] = [authors(one), authors(other)];
  for (;;) {
    const [our, their] = [ours.next().value, theirs.next().value];
    if (our?.id !== their?.id) return false;
    if (our === undefined) return true;
  }
}

/**
 * Whether a pair holds so much more of the text that its neighbours must have gone into it. The order of words changes between languages,
 * but not how much of a text a few words are: a third more of it is too much, and less where the pair also reaches the text's end.
 */
function hasGrown(had: Around, has: Around): boolean {
  const [before, now] = [had, has].map((one) => one.inside / Math.max(1, one.before + one.inside + one.after)) as [number, number];
  if (now - before > 0.35 && now > 1.8 * before) return true;
  const isAtEnd = (had.after >= OUTSIDE && has.after === 0) || (had.before >= OUTSIDE && has.before === 0);
  return isAtEnd && now - before > 0.15 && now > 1.3 * before;
}

/** Whether an answer can be used as far as its marks go: it has words where the source has words, and the marks of the source around words. */

import { fragmentTokens, isAuthors, isTag, pairsOf, type Token, wordsIn } from './tokens.ts';

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
  got.sort();
  const lost = wanted.filter((tag, index) => tag !== wanted[index - 1] && occurrences(got, tag) < occurrences(wanted, tag));
  if (lost.length > 0) return `a mark was lost: ${lost.join(' ')}`;
  if (got.length > wanted.length) return 'a mark came back twice';
  return undefined;
}

const plain = (tag: string) => (tag.startsWith('</') ? '</g>' : tag.replace(/(?<!\s)\s*\/>$/, '/>'));

const occurrences = (tags: readonly string[], tag: string) => tags.reduce((count, other) => count + (other === tag ? 1 : 0), 0);

/** So many letters outside of a pair cannot all have gone into it. */
const OUTSIDE = 12;

/** A pair around nothing is a link that nobody sees; one in another pair than the source has it in is a link in a link. */
function placeFault(source: readonly Token[], answer: readonly Token[]): string | undefined {
  const wanted = new Map(pairsOf(source).map((pair) => [pair.id, pair]));
  for (const { id, open, close, within } of pairsOf(answer)) {
    const own = wanted.get(id);
    if (own === undefined) continue;
    const [before, after] = [source.slice(own.open + 1, own.close), answer.slice(open + 1, close)];
    if (isFilled(before) && !isFilled(after, before)) return `a mark came back around nothing: <g id="${id}">`;
    const outer = authors(own.within);
    if (isAuthors(id) && outer !== authors(within)) return `a mark came back in another: <g id="${id}">`;
    const [had, has] = [around(source, own.open, own.close), around(answer, open, close)];
    if (had.before + had.after >= OUTSIDE && has.before + has.after === 0) return `a mark came back around all words: <g id="${id}">`;
    if (hasGrown(had, has)) return `a mark came back around the words beside it: <g id="${id}">`;
  }
  return undefined;
}

/** Letters before a pair, in it, and after it. */
interface Around {
  readonly before: number;
  readonly inside: number;
  readonly after: number;
}

function around(all: readonly Token[], open: number, close: number): Around {
  const [before = 0, inside = 0, after = 0] = [all.slice(0, open), all.slice(open, close), all.slice(close)].map((part) =>
    letters(wordsIn(part)),
  );
  return { before, inside, after };
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

const authors = (ids: readonly string[]) => ids.filter(isAuthors).join();
const letters = (words: string) => words.match(/\p{L}/gu)?.length ?? 0;

/** Whether a reader sees something there: words, signs where the source has no more, or a mark alone that the source has there. */
function isFilled(tokens: readonly Token[], model: readonly Token[] = tokens): boolean {
  const words = wordsIn(tokens);
  if (/[\p{L}\p{N}]/u.test(words)) return true;
  if (tokens.some((token) => isTag(token, 'alone') && model.some((other) => isTag(other, 'alone') && other.id === token.id))) return true;
  return words.trim() !== '' && !/[\p{L}\p{N}]/u.test(wordsIn(model));
}

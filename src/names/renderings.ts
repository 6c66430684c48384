/** How targets say a phrase of their sources: the words that are in its targets and in few others. */

import { wordsOf } from '../glossary/words.ts';
import { languageOf } from '../languages/lookup.ts';
import { hasLike } from './like-words.ts';
import { LONGEST, type PhraseKind, partsOf } from './phrases.ts';
import { regionName, regionsIn } from './places.ts';

/** A sentence and, where the edition has one, its target. */
export interface TranslatedSentence {
  readonly source: string;
  readonly target?: string;
}

/** What a phrase is said by, and in how many sentences. */
export interface Rendered {
  readonly target: string;
  readonly count: number;
}

export interface FoundPhrase {
  readonly kind: PhraseKind;
  count: number;
  readonly pairs: TranslatedSentence[];
}

export interface TargetCounts {
  /** Of the targets that are looked at. */
  readonly grams: ReadonlyMap<TranslatedSentence, ReadonlyMap<string, string>>;
  /** Of all targets, the share that has a run of words. */
  readonly share: (key: string) => number;
  /** How many targets there are. */
  readonly targets: number;
}

/** How much more often than in other targets words must be with a suggestion (Dice's coefficient), and in how many sentences. */
const LEAST_DICE = 0.3;
const LEAST_TOGETHER = 2;
/** Below this unlikeness a run sounds like the name, and counts so much more; one that does not must be seen oftener, and nearly alone. */
const LIKE = 0.4;
const ALIKE = 0.3;
const LEAST_UNLIKE = 3;
const LEAST_UNLIKE_DICE = 0.5;
/** A second rendering is told from this share of the first on. */
const LEAST_SHARE = 0.15;
/** Shorter words are articles and prepositions, in alphabets. */
const LEAST_LETTERS = 4;

/** Articles and prepositions begin and end no term. */
const isEdge = (word: string) =>
  word.length < LEAST_LETTERS && !/^\p{Lu}\p{Ll}/u.test(word) && !/[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word);

interface Piece {
  readonly text: string;
  readonly isWord: boolean;
}

const DOT: Readonly<Record<string, string>> = { ja: '・', zh: '·' };
const KATAKANA = /^[\u30A1-\u30FA\u30FC]+$/;

/** The words of a text without spaces. A run of katakana is one: the segmenter cuts words that it does not know, カバ and ナー. */
function piecesOf(target: string, to: string): Piece[] {
  const pieces: Piece[] = [];
  for (const { segment, isWordLike } of new Intl.Segmenter(to, { granularity: 'word' }).segment(target)) {
    const before = pieces.at(-1);
    const goesOn = before !== undefined && KATAKANA.test(segment) && KATAKANA.test(before.text);
    if (goesOn) pieces[pieces.length - 1] = { text: before.text + segment, isWord: true };
    else pieces.push({ text: segment, isWord: isWordLike === true });
  }
  return pieces;
}

/** Runs of a target's words: by their lower case, as they are written. */
export function gramsOf(target: string, to: string): Map<string, string> {
  const out = new Map<string, string>();
  if (languageOf(to).unspaced === true) {
    const pieces = piecesOf(target, to);
    for (let first = 0; first < pieces.length; first++)
      for (let last = first, words = 0; last < pieces.length && words < LONGEST; last++) {
        const { text, isWord } = pieces[last] as Piece;
        // The parts of a name are joined by a dot: ドナルド・トランプ.
        if (!isWord && (text !== DOT[to] || last === first)) break;
        if (!isWord) continue;
        words++;
        const run = pieces
          .slice(first, last + 1)
          .map((piece) => piece.text)
          .join('');
        out.set(run, run);
      }
    return out;
  }
  const words = wordsOf(target, to);
  for (let first = 0; first < words.length; first++)
    for (let length = 1; length <= LONGEST && first + length <= words.length; length++) {
      const run = words.slice(first, first + length);
      if (run.some(({ gap }, at) => at > 0 && gap !== ' ' && gap !== '-')) break;
      if (isEdge(run[0]?.text ?? '') || isEdge(run.at(-1)?.text ?? '')) continue;
      const [start, end] = [run[0]?.start ?? 0, run.at(-1)?.end ?? 0];
      const key = run.map(({ lower }) => stemOf(lower)).join(' ');
      if (!out.has(key)) out.set(key, target.slice(start, end));
    }
  return out;
}

/** So many first letters of a word are the same in all its forms, mostly: `Росія`, `Росією`. */
const STEM = 5;
const SHORT = 6;
/** `Трамп`, `Трампа`: forms of one word have one stem. */
const stemOf = (word: string) => (word.length > SHORT ? word.slice(0, STEM) : word.length >= STEM ? word.slice(0, STEM - 1) : word);

interface Rendering {
  readonly key: string;
  readonly score: number;
  readonly pairs: readonly TranslatedSentence[];
}

/**
 * The renderings of all suggestions. What one is sure to be said by is no rendering of another (competitive linking, Melamed 2000): in the
 * few sentences of a name, whatever else they are about is as frequent as the name.
 */
export function renderingsOf(
  wanted: readonly (readonly [string, FoundPhrase])[],
  corpus: TargetCounts,
  locales: { readonly from: string; readonly to: string },
): Map<string, readonly Rendered[]> {
  const taken = new Map<string, string>();
  const isFree = (source: string) => (key: string) => {
    const owner = taken.get(key);
    return owner === undefined || owner.split(' ').some((word) => source.split(' ').includes(word));
  };
  const asked = wanted
    .map(([source, found]) => ({ source, found, best: bestOf(source, found, found.pairs, corpus, locales, () => true) }))
    .sort((one, other) => (other.best?.score ?? 0) - (one.best?.score ?? 0));
  const out = new Map<string, readonly Rendered[]>();
  for (const { source, found } of asked) {
    const said = renderings(source, found, corpus, locales, isFree(source));
    out.set(
      source,
      said
        .map(({ key, pairs }) => ({
          target: regionCalled(source, key, locales) ?? wordedIn(key, pairs, found.kind, corpus),
          count: pairs.length,
        }))
        .sort((one, other) => other.count - one.count),
    );
    // Words of a rendering are taken with it.
    for (const { key } of said.slice(0, 1)) for (const part of [key, ...partsOf(key)]) if (!taken.has(part)) taken.set(part, source);
  }
  return out;
}

/** A country as CLDR calls it, where targets say it so in any form: `Боливии` is Боливия. */
function regionCalled(source: string, key: string, { from, to }: { readonly from: string; readonly to: string }): string | undefined {
  const [region] = regionsIn(source, from);
  const called = region?.text === source ? regionName(region.code, to) : undefined;
  return called !== undefined && called.toLowerCase().split(' ').map(stemOf).join(' ') === key ? called : undefined;
}

/** How targets write a run: the most usual form; of a name the shortest, which is without an ending, where it is no slip. */
function wordedIn(key: string, pairs: readonly TranslatedSentence[], kind: PhraseKind, { grams }: TargetCounts): string {
  const forms = Map.groupBy(pairs, (pair) => grams.get(pair)?.get(key) ?? key);
  const usual = [...forms].sort((one, other) => other[1].length - one[1].length);
  const plain = usual
    .filter(([, having]) => kind === 'name' && having.length >= LEAST_SHARE * pairs.length)
    .sort(([one], [other]) => one.length - other.length);
  return (plain[0] ?? usual[0])?.[0] ?? key;
}

/**
 * The runs that are in the suggestion's targets and in few others. What the first one explains is taken away, and the rest is asked again:
 * so another rendering is another, and no part of the first.
 */
function renderings(
  source: string,
  found: FoundPhrase,
  corpus: TargetCounts,
  locales: { readonly from: string; readonly to: string },
  isFree: (key: string) => boolean,
): Rendering[] {
  const out: Rendering[] = [];
  let rest: readonly TranslatedSentence[] = found.pairs;
  while (rest.length > 0) {
    const best = bestOf(source, found, rest, corpus, locales, isFree);
    if (best === undefined || best.pairs.length < LEAST_SHARE * found.pairs.length) break;
    out.push(best);
    rest = rest.filter((pair) => !best.pairs.includes(pair));
  }
  return out;
}

function bestOf(
  source: string,
  { pairs, kind }: FoundPhrase,
  rest: readonly TranslatedSentence[],
  { grams, share, targets }: TargetCounts,
  { from, to }: { readonly from: string; readonly to: string },
  isFree: (key: string) => boolean,
): Rendering | undefined {
  const together = new Map<string, TranslatedSentence[]>();
  for (const pair of rest)
    for (const key of grams.get(pair)?.keys() ?? []) {
      const having = together.get(key);
      if (having === undefined) together.set(key, [pair]);
      else having.push(pair);
    }
  const kept = source
    .split(' ')
    .map((word) => stemOf(word.toLowerCase()))
    .join(' ');
  const length = source.split(' ').length;
  let best: Rendering | undefined;
  for (const [key, having] of together) {
    // Words of every other sentence tell nothing.
    const elsewhere = share(key) * targets - having.length;
    if (having.length < Math.min(LEAST_TOGETHER, pairs.length) || elsewhere > 0.2 * targets || !isFree(key)) continue;
    const dice = (2 * having.length) / (rest.length + having.length + Math.max(0, elsewhere));
    if (dice < LEAST_DICE) continue;
    // Among equals the run that is as long as the source.
    const longer = key.split(' ').length - length;
    const likeLength = longer < 0 ? 0.05 * -longer : 0.02 * longer;
    const score = dice + (key === kept ? 0.1 : 0) - likeLength;
    if (score + ALIKE <= (best?.score ?? 0)) continue;
    // A name mostly sounds the same; what does not, in a few of its sentences, is what they are about.
    const text = grams.get(having[0] as TranslatedSentence)?.get(key) ?? key;
    const isAlike = kind === 'name' && source.split(' ').every((word) => hasLike(word, text, from, to, LIKE));
    const isFirst = rest.length === pairs.length;
    if (kind === 'name' && !isAlike && (having.length < LEAST_UNLIKE || dice < LEAST_UNLIKE_DICE)) continue;
    if (kind === 'term' && isFirst && having.length < Math.min(LEAST_UNLIKE, pairs.length)) continue;
    const total = score + (isAlike ? ALIKE : 0);
    if (total > (best?.score ?? 0)) best = { key, score: total, pairs: having };
  }
  return best;
}

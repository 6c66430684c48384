/** Which words translate each other, learned from texts that are aligned already. */

/** A text as a lexicon sees it. */
export interface Words {
  readonly stems: readonly string[];
  /** The texts that it is made of or is a part of; none where it is a whole of its own. */
  readonly of?: readonly Words[];
}

/** Two texts that translate each other, and how sure that is. */
export interface Lesson {
  readonly source: Words;
  readonly target: Words;
  /** 0 to 1; more for what is known beforehand. */
  readonly weight: number;
}

/**
 * How much likelier words are beside a text than anywhere: sums of natural logarithms of likelihood ratios, of the words that are likelier
 * there and of those that are less likely, and of the rare ones among them; and how many words the lexicon knows.
 */
export interface Met {
  likelier: number;
  unlikelier: number;
  rareLikelier: number;
  rareUnlikelier: number;
  known: number;
}

/** What the words of a text of one side lead one to expect of a text of the other. */
interface Expecting {
  readonly met: (text: Words, other: Words) => Met;
  /** The words that are likelier beside the text than anywhere, each with the natural logarithm of a likelihood ratio. */
  readonly likelier: (text: Words) => Iterable<readonly [word: string, ratio: number]>;
}

export interface Lexicon {
  readonly fromSource: Expecting;
  readonly fromTarget: Expecting;
}

/** Rounds of expectation and maximization (Brown et al. 1993, model 1, in both directions); more change little. */
const ROUNDS = 5;
/** The share of words that no word of the other side explains. */
const UNEXPLAINED = 0.5;
const UNLIKELY = Math.log(UNEXPLAINED);
/** No word speaks for more than this. */
const MOST = 4;
/** A word counts as seen so much more often than it was, so that a rare one promises little. */
const SMOOTH = 1;
/** A word that is in a smaller share of the texts tells their subject. */
const RARE = 0.06;
/** A word that was seen less often elsewhere says nothing. */
const LEAST = 0.5;
/** Shares below this are noise. */
const NOISE = 0.01;

/**
 * What a text expects is told by all lessons but those that it is in itself: no pair, and no mistake, confirms itself.
 * @returns undefined without a lesson
 */
export function learnLexicon(lessons: readonly Lesson[]): Lexicon | undefined {
  const chosen = lessons.filter(({ weight }) => weight > 0);
  if (chosen.length === 0) return undefined;
  const model = agreement(chosen);
  return { fromSource: expecting(chosen, model, 'source', 'target'), fromTarget: expecting(chosen, model, 'target', 'source') };
}

type Side = 'source' | 'target';

/** A lesson in numbers: that of every two words of it, a row for each word of the target. */
interface Numbered extends Readonly<Record<Side, readonly number[]>> {
  readonly cells: Int32Array;
  readonly weight: number;
}

function expecting(lessons: readonly Lesson[], agreed: Agreement, from: Side, to: Side): Expecting {
  const model = translationModel(agreed, from, to);
  const { numberOf, seen, total } = model;
  const own = ownLessons(lessons, from);
  const ownOther = ownLessons(lessons, to);
  const expectations = new WeakMap<Words, Map<number, number>>();
  const texts = new WeakMap<Words, { readonly numbers: readonly number[]; readonly rare: number; readonly within: number }>();
  const isRare = (word: number) => (seen[word] as number) < RARE * total;
  const expectedOf = (text: Words) => {
    const known = expectations.get(text);
    if (known !== undefined) return known;
    const sums = model.expected(text.stems, own(text));
    expectations.set(text, sums);
    return sums;
  };
  /** @param times that the word was seen */
  const ratioOf = (sum: number, times: number) =>
    Math.min(MOST, Math.log(UNEXPLAINED + ((1 - UNEXPLAINED) * Math.min(1, sum) * (total + 1)) / (times + 0.5)));
  const wordsOf = (text: Words) => {
    const known = texts.get(text);
    if (known !== undefined) return known;
    const within = ownOther(text).reduce((sum, at) => sum + (lessons[at] as Lesson).weight, 0);
    const numbers = text.stems.flatMap((stem) => numberOf.get(stem) ?? []).filter((word) => (seen[word] as number) - within >= LEAST);
    const found = { numbers, rare: numbers.filter(isRare).length, within };
    texts.set(text, found);
    return found;
  };
  const names = [...numberOf.keys()];
  const likelier = (text: Words) =>
    [...expectedOf(text)].flatMap(([word, sum]) => {
      const ratio = ratioOf(sum, seen[word] as number);
      return ratio > 0 ? [[names[word] as string, ratio] as const] : [];
    });
  const met = (text: Words, other: Words) => {
    const expected = expectedOf(text);
    const { numbers, rare, within } = wordsOf(other);
    const all = {
      likelier: 0,
      unlikelier: numbers.length * UNLIKELY,
      rareLikelier: 0,
      rareUnlikelier: rare * UNLIKELY,
      known: numbers.length,
    };
    for (const word of numbers) {
      const sum = expected.get(word);
      if (sum === undefined) continue;
      const ratio = ratioOf(sum, (seen[word] as number) - within);
      const rareToo = isRare(word);
      all.unlikelier -= UNLIKELY;
      if (rareToo) all.rareUnlikelier -= UNLIKELY;
      if (ratio > 0) all.likelier += ratio;
      else all.unlikelier += ratio;
      if (rareToo && ratio > 0) all.rareLikelier += ratio;
      else if (rareToo) all.rareUnlikelier += ratio;
    }
    return all;
  };
  return { met, likelier };
}

/** The lessons that a text, or one that it is made of, is in. */
function ownLessons(lessons: readonly Lesson[], side: Side): (text: Words) => readonly number[] {
  const byText = new Map<Words, number>();
  for (const [at, lesson] of lessons.entries()) for (const text of lesson[side].of ?? [lesson[side]]) byText.set(text, at);
  return (text) => [...new Set((text.of ?? [text]).flatMap((one) => byText.get(one) ?? []))];
}

/**
 * How much likelier words are that are at the same part of their sentences (Dyer et al. 2013): languages of one order show it, others
 * not. Of words in no order the mean distance is a third of a sentence.
 */
function steepnessOf(distance: number): number {
  return Math.max(0, Math.min(6, 1 / distance - 3)) * ORDER;
}

const ORDER = 2;

interface TranslationModel {
  readonly numberOf: ReadonlyMap<string, number>;
  /** How often each word of the other side was seen. */
  readonly seen: Float64Array;
  readonly total: number;
  /** How often each word of the other side is brought by these words, as all lessons but some tell. */
  readonly expected: (stems: readonly string[], without: readonly number[]) => Map<number, number>;
}

/** What both directions learned together. */
interface Agreement {
  readonly numbered: readonly Numbered[];
  /** The number of each word. */
  readonly numbers: Readonly<Record<Side, ReadonlyMap<string, number>>>;
  /** Of every two words that were seen together, by their number: both words, and how often they translated each other. */
  readonly pairs: Readonly<Record<Side, readonly number[]>>;
  readonly counts: Float64Array;
  /** How often each word was seen. */
  readonly seen: Readonly<Record<Side, Float64Array>>;
  readonly countIn: (lessons: readonly Numbered[], tell: (cell: number, share: number) => void) => void;
}

/**
 * Two words translate each other as far as each direction says so (Liang et al. 2006): a rare word that stands beside many would else be
 * taken for the translation of each of them.
 */
function agreement(lessons: readonly Lesson[]): Agreement {
  const words = { source: new Map<string, number>(), target: new Map<string, number>() };
  const numbers = new Map<number, number>();
  const pairs: Record<Side, number[]> = { source: [], target: [] };
  const numberIn = (known: Map<string, number>, word: string) => {
    const number = known.get(word) ?? known.size;
    known.set(word, number);
    return number;
  };
  const numbered = lessons.map((lesson): Numbered => {
    const [source, target] = SIDES.map((side) => lesson[side].stems.map((word) => numberIn(words[side], word))) as [number[], number[]];
    const cells = new Int32Array(source.length * target.length);
    let cell = 0;
    for (const word of target)
      for (const own of source) {
        const key = own * 2 ** 26 + word;
        let number = numbers.get(key);
        if (number === undefined) {
          number = numbers.size;
          numbers.set(key, number);
          pairs.source.push(own);
          pairs.target.push(word);
        }
        cells[cell++] = number;
      }
    return { cells, source, target, weight: lesson.weight };
  });
  const seen = {
    source: occurrencesIn(numbered, 'source', words.source.size),
    target: occurrencesIn(numbered, 'target', words.target.size),
  };
  let shares: Shares = { source: new Float64Array(numbers.size).fill(1), target: new Float64Array(numbers.size).fill(1), steepness: 0 };
  const countAll = () => {
    const counts = new Float64Array(numbers.size);
    const distance = countIn(numbered, shares, (cell, share) => {
      counts[cell] = (counts[cell] as number) + share;
    });
    return { counts, distance };
  };
  for (let round = 0; round < ROUNDS; round++) {
    const { counts, distance } = countAll();
    const [source, target] = SIDES.map((side) =>
      counts.map((count, number) => count / Math.max(1e-9, seen[side][pairs[side][number] as number] as number)),
    ) as [Float64Array, Float64Array];
    shares = { source, target, steepness: steepnessOf(distance) };
  }
  const last = shares;
  return { numbered, numbers: words, pairs, counts: countAll().counts, seen, countIn: (some, tell) => countIn(some, last, tell) };
}

const SIDES: readonly Side[] = ['source', 'target'];

/** By the number of two words, how often one brings the other. */
interface Shares extends Readonly<Record<Side, Float64Array>> {
  readonly steepness: number;
}

function translationModel({ numbered, numbers, pairs, counts, seen, countIn }: Agreement, from: Side, to: Side): TranslationModel {
  const [froms, heads, words, occurrences] = [numbers[from], pairs[from], pairs[to], seen[from]];
  // By word, the cells that may be worth something once a lesson is taken away.
  const rows: number[][] = Array.from({ length: froms.size }, () => []);
  for (let cell = 0; cell < counts.length; cell++) {
    const head = heads[cell] as number;
    if ((counts[cell] as number) >= (NOISE / 2) * ((occurrences[head] as number) + SMOOTH)) rows[head]?.push(cell);
  }
  /** What the lessons tell that are taken away, while a text is asked for; else nothing. */
  const own = new Float64Array(counts.length);
  return {
    numberOf: numbers[to],
    seen: seen[to],
    total: numbered.reduce((sum, { weight }) => sum + weight, 0),
    expected: (stems, without) => {
      const left = without.map((at) => numbered[at] as Numbered);
      countIn(left, (cell, share) => {
        own[cell] = (own[cell] as number) + share;
      });
      const fewer = new Map<number, number>();
      for (const lesson of left) for (const head of lesson[from]) fewer.set(head, (fewer.get(head) ?? 0) + lesson.weight);
      const sums = new Map<number, number>();
      for (const stem of stems) {
        const head = froms.get(stem);
        if (head === undefined) continue;
        const all = (occurrences[head] as number) - (fewer.get(head) ?? 0) + SMOOTH;
        for (const cell of rows[head] as number[]) {
          const share = ((counts[cell] as number) - (own[cell] as number)) / all;
          if (share < NOISE) continue;
          const word = words[cell] as number;
          sums.set(word, (sums.get(word) ?? 0) + share);
        }
      }
      for (const { cells } of left) for (const cell of cells) own[cell] = 0;
      return sums;
    },
  };
}

function occurrencesIn(lessons: readonly Numbered[], side: Side, size: number): Float64Array {
  const found = new Float64Array(size);
  for (const lesson of lessons) for (const word of lesson[side]) found[word] = (found[word] as number) + lesson.weight;
  return found;
}

/**
 * Tells how often one word of a lesson translated the other, as far as what is known tells: the geometric mean of both directions.
 * @returns the mean distance of the two, as a share of their sentences
 */
function countIn(
  lessons: readonly Numbered[],
  { source: there, target: back, steepness }: Shares,
  tell: (cell: number, share: number) => void,
): number {
  let [distance, all] = [0, 0];
  for (const { cells, source, weight } of lessons) {
    const width = source.length;
    if (cells.length > room.forth.length) room = roomFor(2 * cells.length);
    const { forth, home, sums, ahead } = room;
    sums.fill(1e-9, 0, width);
    // How near two words are is a factor of the one and a factor of the other, so that the exponentials are as few as the words.
    for (let at = 0; at < width; at++) ahead[at] = Math.exp((steepness * (at + 0.5)) / width);
    for (let row = 0; row < cells.length; row += width) {
      const place = (row + width / 2) / cells.length;
      const here = Math.exp(steepness * place);
      let sum = 1e-9;
      for (let at = 0; at < width; at++) {
        const other = ahead[at] as number;
        const near = other < here ? other / here : here / other;
        const cell = cells[row + at] as number;
        const own = near * (there[cell] as number);
        const theirs = near * (back[cell] as number);
        forth[row + at] = own;
        home[row + at] = theirs;
        sum += own;
        sums[at] = (sums[at] as number) + theirs;
      }
      for (let at = 0; at < width; at++) forth[row + at] = (forth[row + at] as number) / sum;
    }
    for (let row = 0; row < cells.length; row += width) {
      const place = (row + width / 2) / cells.length;
      for (let at = 0; at < width; at++) {
        const share = weight * Math.sqrt(((forth[row + at] as number) * (home[row + at] as number)) / (sums[at] as number));
        tell(cells[row + at] as number, share);
        distance += share * Math.abs((at + 0.5) / width - place);
        all += share;
      }
    }
  }
  return distance / Math.max(1e-9, all);
}

interface Room {
  readonly forth: Float64Array;
  readonly home: Float64Array;
  readonly sums: Float64Array;
  readonly ahead: Float64Array;
}

function roomFor(cells: number): Room {
  const [forth, home, sums, ahead] = [0, 1, 2, 3].map(() => new Float64Array(cells)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  return { forth, home, sums, ahead };
}

/** For the largest lesson so far: lessons are counted a dozen times, and most are small. */
let room = roomFor(4096);

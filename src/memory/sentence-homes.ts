/**
 * Which recorded block each sentence of an edition's file is of: a person may have joined two paragraphs, cut one in two, made a list
 * item of one, or carried a sentence elsewhere. What is as it was written is known wherever it is.
 */

import type { Article, Block, Text } from '../article.ts';
import { isRemoved, words } from '../text.ts';
import { likeness } from './likeness.ts';
import { canVanish } from './pair-blocks.ts';
import type { RecordedBlock, RecordedSegment } from './record.ts';
import { type Sentence, sentencesOf, shownText, spacelessShape } from './shown-text.ts';

export interface SentenceHomes {
  /** By index of the recorded block, in the order of the file. */
  readonly sentences: ReadonlyMap<number, readonly Sentence[]>;
  /** Blocks of the file that hold sentences of recorded blocks whose pair they are not, with the indexes of those. */
  readonly hosts: ReadonlyMap<Block, readonly number[]>;
}

/** A shorter text may be the same by chance. */
const LONG = 10;
/** One target may be read as so many sentences. */
const MOST_SENTENCES = 4;
/** Below this a sentence is not taken for another's new form. */
const ALIKE = 0.35;
/** The same for one of a block that nothing else there speaks for. */
const ALIKE_ELSEWHERE = 0.7;
/** In a block with more comparisons than these, a sentence is only looked for beside what is there. */
const MOST_COMPARISONS = 4_000;

/**
 * @param present the file's blocks, without a person's own ones
 * @param pairs blocks of the file by index of the recorded block
 */
export function sentenceHomes(
  recorded: readonly RecordedBlock[],
  present: readonly Block[],
  pairs: ReadonlyMap<number, Block>,
  edition: Article,
  recordMarks: (text: Text) => Text,
): SentenceHomes {
  const read = new Map(present.map((block) => [block, sentencesOf(block, edition, recordMarks)]));
  const own = (index: number): readonly Sentence[] => read.get(pairs.get(index) as Block) ?? [];
  const sentences = new Map([...pairs.keys()].map((index) => [index, [...own(index)]]));
  const hosts = new Map<Block, readonly number[]>();
  const missing = lookedUp(missingSegments(recorded, own));
  if (missing.all.length === 0) return { sentences, hosts };
  const homeOf = new Map([...pairs].map(([index, block]) => [block, index]));
  for (const [at, block] of present.entries()) {
    if (!canVanish(block)) continue;
    const home = homeOf.get(block);
    const said = read.get(block) as readonly Sentence[];
    const near = [present[at - 1], present[at + 1]].flatMap((one) =>
      one === undefined ? [] : [homeOf.get(one) ?? [], hosts.get(one) ?? []].flat(),
    );
    const of = withNeighbours(strays(said, { home, text: textOf(recorded[home ?? -1]), near }, missing), said, home, missing);
    if (of.every((index) => index === home)) continue;
    if (home !== undefined)
      sentences.set(
        home,
        (sentences.get(home) ?? []).filter((one) => !said.includes(one)),
      );
    for (const [nth, index] of of.entries()) {
      if (index === undefined) continue;
      if (index !== home) hosts.set(block, [...new Set([...(hosts.get(block) ?? []), index])]);
      sentences.set(index, [...(sentences.get(index) ?? []), said[nth] as Sentence]);
    }
  }
  for (const all of sentences.values()) all.sort((a, b) => a.segment.span.start - b.segment.span.start);
  return { sentences, hosts };
}

interface Missing {
  readonly index: number;
  readonly segment: RecordedSegment;
  readonly key: string;
  isFound: boolean;
}

/** An edition whose every sentence was edited has thousands: each is looked up, not looked for. */
interface AllMissing {
  readonly all: readonly Missing[];
  readonly inBlocks: (indexes: Iterable<number>) => Missing[];
  /** By key: the first that is not found yet and not of a block. */
  readonly like: (key: string, home: number | undefined) => Missing | undefined;
}

function lookedUp(all: readonly Missing[]): AllMissing {
  const byBlock = Map.groupBy(all, ({ index }) => index);
  const byKey = Map.groupBy(all, ({ key }) => key);
  return {
    all,
    inBlocks: (indexes) => [...new Set(indexes)].sort((a, b) => a - b).flatMap((index) => byBlock.get(index) ?? []),
    like: (key, home) => {
      const alike = byKey.get(key) ?? [];
      while (alike[0]?.isFound === true) alike.shift();
      return alike.find((one) => !one.isFound && one.index !== home);
    },
  };
}

/** Segments whose text the block of their own does not have. */
function missingSegments(recorded: readonly RecordedBlock[], own: (index: number) => readonly Sentence[]): Missing[] {
  return recorded.flatMap((block, index) => {
    if (!canVanish(block)) return [];
    const there = own(index)
      .map(({ recorded: text }) => spacelessShape(text))
      .join('');
    return block.segments.flatMap((segment): Missing[] => {
      const key = spacelessShape(shownText(segment));
      return isRemoved(segment.target) || there.includes(key) ? [] : [{ index, segment, key, isFound: false }];
    });
  });
}

function textOf(block: RecordedBlock | undefined): string {
  return (block?.segments ?? []).map((segment) => spacelessShape(shownText(segment))).join('');
}

interface Place {
  /** The recorded block that the file's block is the pair of. */
  readonly home: number | undefined;
  /** Of that block, without white space. */
  readonly text: string;
  /** The recorded blocks of the file's neighbouring ones. */
  readonly near: readonly number[];
}

/** The recorded block of each sentence that is as it was written, or a part of one; undefined for any other. */
function strays(said: readonly Sentence[], { home, text: homeText, near }: Place, missing: AllMissing): (number | undefined)[] {
  const texts = said.map(({ recorded: text }) => spacelessShape(text));
  const of: (number | undefined)[] = [];
  while (of.length < said.length) {
    const at = of.length;
    if (homeText.includes(texts[at] as string)) {
      of.push(home);
      continue;
    }
    let found: Missing | undefined;
    let count = 0;
    for (let key = ''; found === undefined && count < MOST_SENTENCES && at + count < said.length; count++) {
      key += texts[at + count];
      found = key.length < LONG ? undefined : missing.like(key, home);
    }
    if (found !== undefined) found.isFound = true;
    // A sentence that was cut in two goes on in the block before or after.
    const part = texts[at] as string;
    const whole = part.length < LONG ? undefined : missing.inBlocks(near).find((one) => !one.isFound && one.key.includes(part));
    for (let nth = 0; nth < (found === undefined ? 1 : count); nth++) of.push(found?.index ?? whole?.index);
  }
  return of;
}

/**
 * What is not as it was written goes with the block that it is likest to a missing sentence of: of its neighbours' and its own, or of
 * any where it is plainly that sentence. A paragraph that was cut where a mark was has no other sentence that tells, nor has a row of a
 * table whose first line was cut.
 */
function withNeighbours(
  of: readonly (number | undefined)[],
  said: readonly Sentence[],
  home: number | undefined,
  missing: AllMissing,
): (number | undefined)[] {
  const isAnywhere = said.length * missing.all.length <= MOST_COMPARISONS;
  const behind = nextKnown(of);
  let before: number | undefined;
  return of.map((index, at) => {
    if (index !== undefined) {
      before = index;
      return index;
    }
    const after = behind[at];
    const near = new Set([home, before, after].filter((one) => one !== undefined));
    const text = words((said[at] as Sentence).recorded);
    const best = likest(text, missing.inBlocks(near));
    if (best.share >= ALIKE_ELSEWHERE) return best.index;
    const plainly =
      isAnywhere && text.length >= LONG
        ? likest(
            text,
            missing.all.filter((one) => !near.has(one.index)),
          )
        : { share: 0 };
    if (plainly.share >= ALIKE_ELSEWHERE) return plainly.index;
    if (best.share >= ALIKE) return best.index;
    return before === after && before !== undefined ? before : (home ?? before ?? after);
  });
}

/** For each place the first that is known from there on. */
function nextKnown(of: readonly (number | undefined)[]): (number | undefined)[] {
  let next: number | undefined;
  return of
    .map((_, at) => {
      next = of[of.length - 1 - at] ?? next;
      return next;
    })
    .reverse();
}

/** The block of the missing sentence that a text is likest to. */
function likest(text: string, missing: readonly Missing[]): { index?: number; share: number } {
  let best: { index?: number; share: number } = { share: 0 };
  for (const { index, segment, isFound } of missing) {
    if (isFound) continue;
    const share = likeness(words(shownText(segment)), text);
    if (share > best.share) best = { index, share };
  }
  return best;
}

/**
 * Sentences of one block that an edition says as one, and apart again. The first of them has the text, the others have an empty target
 * that says so: what the record holds after somebody has joined them in the file by hand.
 */

import type { Article, Block, Segment, Target, Text } from '../article.ts';
import { recordMarksIn, withSourceIds } from '../memory/mark-ids.ts';
import { matchRecord } from '../memory/match-segments.ts';
import { MERGED } from '../memory/recall.ts';
import { isSaidBefore } from '../memory/said-together.ts';
import { shownIn } from '../memory/shown.ts';
import { isEmpty, normalize } from '../text.ts';
import type { Desk } from './desk.ts';
import type { OpenEdition } from './open.ts';

type Targets = ReadonlyMap<string, Target>;

/**
 * The segment whose sentence can be joined to another's: the next one of the block that is not said there already.
 * @returns undefined where there is none, or where one of the two says nothing yet
 */
export function joinableWith({ segments }: Pick<Block, 'segments'>, id: string, targets: Targets): Segment | undefined {
  const says = (segment: Segment | undefined) => segment !== undefined && !isEmpty(targets.get(segment.id)?.text ?? []);
  const at = segments.findIndex((one) => one.id === id);
  const next = segments.slice(at + 1).find((one) => !isSaidBefore(targets.get(one.id)));
  return at >= 0 && says(segments[at]) && says(next) ? next : undefined;
}

/**
 * The targets after a sentence has been joined with the next one of its block.
 * @param text what the first of the two says
 * @returns undefined where there is nothing to join it with
 */
export function joinedWithNext(open: OpenEdition, id: string, text: Text, { glossary }: Desk): Targets | undefined {
  const { article, targets } = open.edition;
  const block = article.blocks.find(({ segments }) => segments.some((one) => one.id === id));
  const segment = block?.segments.find((one) => one.id === id);
  const next = block && joinableWith(block, id, targets);
  if (segment === undefined || next === undefined) return undefined;
  const both = [text, [gapBefore(open, next)], targets.get(next.id)?.text ?? []].flatMap((part, at) =>
    // The first one's marks have its source's ids; those of the second get others.
    part.map((piece) => (typeof piece === 'string' || at === 0 ? piece : { ...piece, id: `next.${piece.id}` })),
  );
  const said = withIds(article, normalize(both), segment);
  return new Map([
    [segment.id, persons(said, glossary.touching(segment))],
    [next.id, { ...persons([], glossary.touching(next)), origin: { by: 'person', name: MERGED } }],
  ]);
}

/**
 * The targets after the end of a joined sentence has become a sentence again: of the next segment that it says.
 * @param text what the first says from now on
 * @param rest what the next one says
 * @returns undefined where the sentence says no other segment
 */
export function splitFromNext(open: OpenEdition, id: string, { text, rest }: SplitTexts, { glossary }: Desk): Targets | undefined {
  const { article, targets } = open.edition;
  const segment = article.blocks.flatMap(({ segments }) => segments).find((one) => one.id === id);
  const next = followerOf(article, targets, id);
  if (segment === undefined || next === undefined) return undefined;
  return new Map([
    [segment.id, persons(withIds(article, text, segment), glossary.touching(segment))],
    [next.id, persons(withIds(article, rest, next), glossary.touching(next))],
  ]);
}

export interface SplitTexts {
  readonly text: Text;
  readonly rest: Text;
}

/** The first segment that is said in another one's sentence. */
export function followerOf({ blocks }: Article, targets: Targets, id: string): Segment | undefined {
  const segments = blocks.find((block) => block.segments.some((one) => one.id === id))?.segments ?? [];
  const next = segments[segments.findIndex((one) => one.id === id) + 1];
  return next !== undefined && isSaidBefore(targets.get(next.id)) ? next : undefined;
}

const persons = (text: Text, terms: Target['terms']): Target => ({ text, state: 'reviewed', origin: { by: 'person' }, terms });

const withIds = (article: Article, text: Text, { text: source }: Segment): Text =>
  withSourceIds(recordMarksIn(article)(text), text, source);

/** What the file has between a sentence and the one before it: a script without spaces has nothing. */
function gapBefore(open: OpenEdition, segment: Segment): string {
  const present = open.taken.present?.();
  const recorded = matchRecord(open.edition.article, open.record).same.get(segment.id);
  const said = present === undefined || recorded === undefined ? undefined : shownIn(present, open.record).readings.get(recorded)?.said;
  return said?.[0]?.gap ?? ' ';
}

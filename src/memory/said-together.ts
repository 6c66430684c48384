/** Sentences of one block that an edition says as one: the first of them has the text, the others an empty target that says so. */

import type { Article, Block, Segment, Target, Text } from '../article.ts';
import { isEmpty, marks, normalize } from '../text.ts';
import { recordMarksIn, withSourceIds } from './mark-ids.ts';
import { MERGED } from './recall.ts';

type Targets = ReadonlyMap<string, Target>;

export function isSaidBefore(target: Target | undefined): boolean {
  return target?.origin.name === MERGED && isEmpty(target.text);
}

/** Ids of the segments that an edition says in an earlier one of their block, each with that one's. */
export function saidElsewhere(article: Article, targets: Targets): ReadonlyMap<string, string> {
  const leaders = new Map<string, string>();
  for (const { segments } of article.blocks) {
    let leader: string | undefined;
    for (const { id } of segments) {
      if (!isSaidBefore(targets.get(id))) leader = id;
      else if (leader !== undefined) leaders.set(id, leader);
    }
  }
  return leaders;
}

/**
 * What a segment's target is the translation of: its own source, and that of the sentences of its block that are said in it.
 * @param at of the segment in its block
 * @returns the segment with that text; marks of the others have the ids that the target has for them
 */
export function withAllItSays(article: Article, { segments }: Pick<Block, 'segments'>, at: number, targets: Targets): Segment {
  const segment = segments[at] as Segment;
  // No edition has an empty target where it says nothing in another's place: most ask no further.
  if (isSaidBefore(targets.get(segment.id))) return segment;
  const others: Segment[] = [];
  for (let next = at + 1; isSaidBefore(targets.get(segments[next]?.id ?? '')); next++) others.push(segments[next] as Segment);
  if (others.length === 0) return segment;
  const recorded = recordMarksIn(article);
  const own = new Set(marks(segment.text).map(({ id }) => id));
  const rest = others.flatMap((one, at): Text => {
    const before = others[at - 1] ?? segment;
    const gap = /\s/.test(article.source.slice(before.span.end, one.span.start)) ? ' ' : '';
    // Every sentence counts its marks from 1.
    return [gap, ...recorded(one.text).map((piece) => (typeof piece === 'string' ? piece : { ...piece, id: `${at}.${piece.id}` }))];
  });
  const added = marks(targets.get(segment.id)?.text ?? []).filter(({ id }) => !own.has(id));
  const named = withSourceIds(rest, rest, added).map((piece) =>
    typeof piece !== 'string' && own.has(piece.id) ? { ...piece, id: `other.${piece.id}` } : piece,
  );
  return { ...segment, text: normalize([...segment.text, ...named]) };
}

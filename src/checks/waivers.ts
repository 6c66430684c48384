/** What a person has waived: in the source for the next block, or in the record with a reason. */

import type { Article } from '../article.ts';
import { findingName } from '../finding.ts';

/** By segment id. The record keeps a waiver only while source and target are unchanged. */
export type RecordedWaivers = ReadonlyMap<string, readonly { readonly check: string; readonly reason: string }[]>;

/** `<!-- dragoman:allow numbers, review-outdated -->`, in MDX also `{/* dragoman:allow numbers *\/}`. `all` waives every check. */
const COMMENT = /(?:<!--|\{\/\*)\s*dragoman:allow\s+([\w\s,-]*?)\s*(?:-->|\*\/\})/g;

/**
 * @returns whether a check is waived for a segment; findings without a segment are never waived here
 */
export function waiversOf(
  article: Article,
  recorded: RecordedWaivers = new Map(),
): (check: string, segment: string | undefined) => boolean {
  const allowed = new Map<string, Set<string>>();
  const allow = (segment: string, checks: Iterable<string>) => {
    const known = allowed.get(segment) ?? new Set();
    for (const check of checks) known.add(check);
    allowed.set(segment, known);
  };
  for (const [segment, waivers] of recorded)
    allow(
      segment,
      waivers.map((waiver) => findingName(waiver.check)),
    );
  for (const comment of article.source.matchAll(COMMENT)) {
    const end = comment.index + comment[0].length;
    const checks = (comment[1] ?? '').split(',').map(findingName);
    const next = article.blocks.find((block) => block.span.start >= end);
    if (next === undefined) continue;
    // A block nested in the next one (an alt text in a paragraph) shares its waiver.
    for (const block of article.blocks)
      if (block.span.start >= next.span.start && block.span.end <= next.span.end)
        for (const segment of block.segments) allow(segment.id, checks);
  }
  return (check, segment) => {
    const names = segment === undefined ? undefined : allowed.get(segment);
    return names !== undefined && (names.has(check) || names.has('all'));
  };
}

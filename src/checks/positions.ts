/** Where a segment's target is in the written edition. */

import type { Edition, Text } from '../article.ts';
import { partitionPoint } from '../partition-point.ts';

/**
 * Editions keep every byte between the spans, so targets follow each other as their sources do: each is searched for after
 * the one before it. A target that escapes changed is placed where the search has arrived, which is its line or the one before.
 * @param output the edition as written
 * @returns line and column from 1 of a segment's first word; undefined for a segment that has no target
 */
export function positionFinder(edition: Edition, output: string): (segment: string) => { line: number; column: number } | undefined {
  let offsets: Map<string, number> | undefined;
  let lines: number[] | undefined;
  return (segment) => {
    offsets ??= targetOffsets(edition, output);
    lines ??= lineStarts(output);
    const offset = offsets.get(segment);
    if (offset === undefined) return undefined;
    const line = lineAt(lines, offset);
    return { line: line + 1, column: offset - (lines[line] ?? 0) + 1 };
  };
}

/** Characters to search in: what has no words (code, embeds, a table of figures) may come between two targets. */
const AHEAD = 20_000;

function targetOffsets(edition: Edition, output: string): Map<string, number> {
  const offsets = new Map<string, number>();
  const { source, blocks } = edition.article;
  const segments = blocks.flatMap((block) => block.segments).sort((a, b) => a.span.start - b.span.start);
  let at = 0;
  for (const segment of segments) {
    const target = edition.targets.get(segment.id);
    if (target === undefined) {
      const verbatim = output.slice(at, at + AHEAD).indexOf(source.slice(segment.span.start, segment.span.end));
      if (verbatim >= 0) at += verbatim;
      continue;
    }
    const pieces = target.text.flatMap((piece) => (typeof piece === 'string' && piece.trim() !== '' ? [piece.trim()] : []));
    const [first = ''] = pieces;
    if (first === '') {
      offsets.set(segment.id, at);
      continue;
    }
    // The longest piece is the surest; the words before it are near.
    const longest = pieces.reduce((one, other) => (other.length > one.length ? other : one));
    const isNear = output.slice(at, at + AHEAD).includes(longest);
    // A person may have moved the paragraph.
    const found = output.indexOf(longest, isNear ? at : 0);
    if (found >= 0) {
      const start = longest === first ? found : output.lastIndexOf(first, found);
      const isClose = start >= 0 && found - start <= lengthOf(target.text) + BETWEEN;
      offsets.set(segment.id, isClose ? start : found);
      if (isNear) at = isClose ? Math.max(at, start) : found;
      continue;
    }
    // The target may hold escapes and line breaks; the longest word without them still finds the place.
    const start = output.slice(at, at + AHEAD).indexOf(longestWord(first));
    if (start >= 0) at += start;
    offsets.set(segment.id, at);
  }
  return offsets;
}

/** Line breaks, escapes and marks may come between two pieces of a target. */
const BETWEEN = 200;

function lengthOf(text: Text): number {
  return text.reduce((sum, piece) => sum + (typeof piece === 'string' ? piece : piece.source).length, 0);
}

function longestWord(text: string): string {
  let longest = '';
  for (const word of text.split(/[^\p{L}\p{M}\p{N}]+/u)) if (word.length > longest.length) longest = word;
  return longest;
}

/** Offsets at which lines start. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (const end of text.matchAll(/\r\n|\n|\r/g)) starts.push(end.index + end[0].length);
  return starts;
}

/** Index of the line that holds an offset. */
function lineAt(starts: readonly number[], offset: number): number {
  return Math.max(0, partitionPoint(starts.length, (line) => (starts[line] ?? 0) <= offset) - 1);
}

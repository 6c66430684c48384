/** Where a segment's target is in the written edition. */

import type { Edition, Mark, Text } from '../article.ts';
import { type FileLetters, lettersIn } from '../markdown/letters.ts';
import { partitionPoint } from '../ranges/partition-point.ts';

/** Of a file, from 1; the end is the place after the last character. */
interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/**
 * Editions keep every byte between the spans, so targets follow each other as their sources do: each is searched for after
 * the one before it. A target that escapes changed is placed where the search has arrived, which is its line or the one before.
 * People and engines write letters as references, so those are looked through.
 * @param output the edition as written
 * @returns the place of a segment's target, from its first word to its last, or of a mark in it; undefined for a segment that has no target
 */
export function positionFinder(edition: Edition, output: string): (segment: string, mark?: Mark) => Place | undefined {
  let offsets: Map<string, number> | undefined;
  let lines: number[] | undefined;
  let file: FileLetters | undefined;
  /** A target of thousands of marks may have as many findings. */
  const ends = new Map<string, number>();
  const marked = new Map<string, ReadonlyMap<Mark, number>>();
  return (segment, mark) => {
    file ??= lettersIn(output);
    offsets ??= targetOffsets(edition, file.text);
    lines ??= lineStarts(output);
    const letters = file.text;
    const start = offsets.get(segment);
    if (start === undefined) return undefined;
    const text = edition.targets.get(segment)?.text ?? [];
    const first = mark === undefined ? start : (onceOf(marked, segment, () => offsetsOfMarks(text, letters, start)).get(mark) ?? start);
    const last = mark === undefined ? onceOf(ends, segment, () => endOf(text, letters, start)) : first + lettersIn(mark.source).text.length;
    const [from, to] = [file.offsetIn(first), file.offsetIn(last)];
    const [line, endLine] = [lineAt(lines, from), lineAt(lines, to)];
    const columnOf = (offset: number, at: number) => offset - (lines?.[at] ?? 0) + 1;
    return { line: line + 1, column: columnOf(from, line), endLine: endLine + 1, endColumn: columnOf(to, endLine) };
  };
}

function onceOf<Value>(known: Map<string, Value>, segment: string, find: () => Value): Value {
  const value = known.get(segment) ?? find();
  known.set(segment, value);
  return value;
}

/** Characters to search in: what has no words (code, embeds, a table of figures) may come between two targets. */
const AHEAD = 20_000;
/** Characters to go over in all for what is nowhere near: paragraphs that a person has moved are few. A twentieth of a second. */
const FAR = 50_000_000;

function targetOffsets(edition: Edition, output: string): Map<string, number> {
  const offsets = new Map<string, number>();
  const { source, blocks } = edition.article;
  const segments = blocks.flatMap((block) => block.segments).sort((a, b) => a.span.start - b.span.start);
  let at = 0;
  let far = FAR;
  for (const segment of segments) {
    const target = edition.targets.get(segment.id);
    if (target === undefined) {
      const verbatim = output.slice(at, at + AHEAD).indexOf(lettersIn(source.slice(segment.span.start, segment.span.end)).text);
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
    if (!isNear) far -= output.length;
    const found = isNear || far > 0 ? output.indexOf(longest, isNear ? at : 0) : -1;
    if (found >= 0) {
      const near = Math.max(0, found - lengthOf(target.text) - BETWEEN);
      const before = longest === first ? found - near : output.slice(near, found + first.length).lastIndexOf(first);
      const start = before < 0 ? found : near + before;
      offsets.set(segment.id, start);
      if (isNear) at = Math.max(at, start);
      continue;
    }
    // Its person may have wrapped the lines; where it also holds escapes, the longest word without them finds the place.
    const ahead = output.slice(at, at + AHEAD);
    const start = wrappedPlace(first, ahead)?.[0] ?? ahead.indexOf(longestWord(first));
    if (start >= 0) at += start;
    offsets.set(segment.id, at);
  }
  return offsets;
}

/** Where a target's last words end; they are searched for behind those before them, and may be wrapped. */
function endOf(text: Text, output: string, start: number): number {
  let at = start;
  const reach = lengthOf(text) + BETWEEN;
  for (const piece of text) {
    if (typeof piece !== 'string' || piece.trim() === '') continue;
    const words = piece.trim();
    const ahead = output.slice(at, at + reach);
    const found = ahead.indexOf(words);
    at += found >= 0 ? found + words.length : (wrappedPlace(words, ahead)?.[1] ?? 0);
  }
  return at;
}

/** Each mark is searched for behind all that its target has before it: its bytes may well be those of another. */
function offsetsOfMarks(text: Text, output: string, start: number): Map<Mark, number> {
  const offsets = new Map<Mark, number>();
  const firstWords = text.findIndex((piece) => typeof piece === 'string');
  let at = Math.max(0, start - lengthOf(text.slice(0, Math.max(0, firstWords))));
  for (const piece of text) {
    const bytes = typeof piece === 'string' ? longestWord(piece) : lettersIn(piece.source).text;
    const reach = lengthOf([piece]) + BETWEEN;
    const found = output.slice(at, at + reach + bytes.length).indexOf(bytes);
    if (found < 0 || found > reach) continue;
    if (typeof piece !== 'string' && !offsets.has(piece)) offsets.set(piece, at + found);
    at += found + bytes.length;
  }
  return offsets;
}

/** Line breaks, escapes and marks may come between two pieces of a target. */
const BETWEEN = 200;

function lengthOf(text: Text): number {
  return text.reduce((sum, piece) => sum + (typeof piece === 'string' ? piece : piece.source).length, 0);
}

/**
 * Where words are that may be on several lines, in a quotation too: both are compared with one space for every break.
 * @returns offsets of their start and end; undefined where they are not
 */
function wrappedPlace(words: string, text: string): readonly [start: number, end: number] | undefined {
  const wanted = words.replace(BREAKS, ' ').trim();
  if (wanted === '') return undefined;
  const start = text.replace(BREAKS, ' ').indexOf(wanted);
  return start < 0 ? undefined : [offsetIn(text, start), offsetIn(text, start + wanted.length)];
}

const BREAKS = /[\s>]+/g;

/** The offset in a text at which as many characters are before it as in the text with one space for every break. */
function offsetIn(text: string, characters: number): number {
  let saved = 0;
  for (const { index, 0: run } of text.matchAll(BREAKS)) {
    if (index - saved >= characters) break;
    saved += run.length - 1;
  }
  return characters + saved;
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

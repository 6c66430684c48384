/** Where sentences are: of a source by its parse, of an edition where their targets are found in it. */

import type { Position, Range } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Article, Segment } from '../article.ts';
import { positionFinder } from '../checks/positions.ts';
import { type OpenEdition, segmentsOf } from '../edition/open.ts';

/** A sentence and its place in a file. */
export interface Placed {
  readonly segment: Segment;
  readonly range: Range;
}

const placed = new WeakMap<OpenEdition, readonly Placed[]>();

/** An edition's sentences, in the order of their source; those without a target have no place. */
export function placedSentences(open: OpenEdition): readonly Placed[] {
  const known = placed.get(open);
  if (known !== undefined) return known;
  const find = positionFinder(open.edition, open.texts.localized ?? '');
  const all = segmentsOf(open.edition.article).flatMap((segment): Placed[] => {
    const place = find(segment.id);
    if (place === undefined) return [];
    const { line, column, endLine, endColumn } = place;
    return [{ segment, range: { start: { line: line - 1, character: column - 1 }, end: { line: endLine - 1, character: endColumn - 1 } } }];
  });
  placed.set(open, all);
  return all;
}

/** The sentence that a place is in; between two of a line, the one before it. */
export function sentenceAt(open: OpenEdition, at: Position): Placed | undefined {
  const all = placedSentences(open);
  const within = all.filter(({ range }) => !isBefore(at, range.start) && !isBefore(range.end, at));
  // An alternative text is within its paragraph.
  const [innermost] = [...within].sort((one, other) => extent(one.range) - extent(other.range));
  return innermost ?? all.findLast(({ range: { start, end } }) => end.line === at.line && isBefore(start, at));
}

/** @returns undefined where an author has written no sentence */
export function sourceSentenceAt(article: Article, document: TextDocument, at: Position): Placed | undefined {
  const offset = document.offsetAt(at);
  const [segment] = segmentsOf(article)
    .filter(({ span }) => span.start <= offset && offset <= span.end)
    .sort((one, other) => one.span.end - one.span.start - (other.span.end - other.span.start));
  return segment === undefined ? undefined : { segment, range: sourceRange(document, segment) };
}

export function sourceRange(document: TextDocument, { span }: Segment): Range {
  return { start: document.positionAt(span.start), end: document.positionAt(span.end) };
}

/**
 * Where some of a sentence's words are in its file.
 * @param words the sentence's plain words; the place is from `start` to `end` in them
 * @returns undefined where the file writes these words otherwise: wrapped, escaped, or with marks between
 */
export function wordsPlace(
  document: TextDocument,
  sentence: Range,
  { words, start, end }: { readonly words: string; readonly start: number; readonly end: number },
): Range | undefined {
  const surface = words.slice(start, end);
  if (surface === '') return undefined;
  const bytes = document.getText(sentence);
  let at = bytes.indexOf(surface);
  for (let other = words.indexOf(surface); other >= 0 && other < start && at >= 0; other = words.indexOf(surface, other + 1))
    at = bytes.indexOf(surface, at + 1);
  if (at < 0) return undefined;
  const from = document.offsetAt(sentence.start) + at;
  return { start: document.positionAt(from), end: document.positionAt(from + surface.length) };
}

export function contains(range: Range, at: Position): boolean {
  return !isBefore(at, range.start) && !isBefore(range.end, at);
}

export function overlaps(one: Range, other: Range): boolean {
  return !isBefore(one.end, other.start) && !isBefore(other.end, one.start);
}

function isBefore(one: Position, other: Position): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}

const LONGEST_LINE = 1e6;
const extent = ({ start, end }: Range): number => (end.line - start.line) * LONGEST_LINE + end.character - start.character;

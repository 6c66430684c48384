/** A block that a person took out of an edition goes with its line, its marker and one blank line. */

import type { Block } from '../../article.ts';
import type { Edit } from '../../splice.ts';

const MARKER = /^(\uFEFF?[ \t>]*)(?:[-+*]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?$/;

/** The lines of a block: from the start of its first to the end of its last, a setext heading's underline included, without the line end. */
export function blockLines(block: Block, source: string): { start: number; end: number } {
  const start = lineStart(source, block.span.start);
  let end = lineEnd(source, block.span.end);
  const next = nextLine(source, end);
  if (
    block.kind === 'heading' &&
    !/^[ \t>]*#/.test(source.slice(start, block.span.start)) &&
    /^[ \t>]*(?:=+|-+)[ \t]*$/.test(source.slice(next, lineEnd(source, next)))
  )
    end = lineEnd(source, next);
  return { start, end };
}

/** Only paragraphs, headings and list items go with their lines; elsewhere the words go and the place stays. */
export function removal(block: Block, source: string): Edit {
  const words = { span: block.span, text: '' };
  if (block.syntax !== 'markdown' || block.kind === 'cell') return words;
  const { start, end } = blockLines(block, source);
  const prefix = source.slice(start, block.span.start);
  const after = source.slice(block.span.end, lineEnd(source, block.span.end));
  const marker = MARKER.exec(prefix);
  const heading = block.kind === 'heading' && /^\uFEFF?[ \t>]*(?:#{1,6}[ \t]+)?$/.test(prefix);
  if (!marker && !heading && !/^\uFEFF?[ \t>]*$/.test(prefix)) return words;
  if (!/^[ \t#]*$/.test(after.replace(/\{[^{}]*\}/g, ''))) return words;
  let to = nextLine(source, end);
  if (marker && goesOn(source, to, prefix.length)) return words;
  // A byte order mark is the file's.
  let from = source[start] === '\uFEFF' ? start + 1 : start;
  const blankBefore = start === 0 || isBlankLine(source, lineStart(source, start - 1));
  if (to >= source.length) while (from > 0 && isBlankLine(source, lineStart(source, from - 1))) from = lineStart(source, from - 1);
  else if (blankBefore) while (to < source.length && isBlankLine(source, to)) to = nextLine(source, lineEnd(source, to));
  return { span: { start: from, end: to }, text: '' };
}

/** Whether a list item has more than its first block: a line that is indented to its content follows. */
function goesOn(source: string, from: number, indent: number): boolean {
  let at = from;
  while (at < source.length && isBlankLine(source, at)) at = nextLine(source, lineEnd(source, at));
  const line = source.slice(at, lineEnd(source, at));
  return at < source.length && line.length - line.trimStart().length >= Math.min(indent, 2) && /^[ \t]/.test(line);
}

export function isBlankLine(source: string, start: number): boolean {
  return /^[ \t>]*$/.test(source.slice(start, lineEnd(source, start)));
}

export function lineStart(source: string, at: number): number {
  let start = at;
  while (start > 0 && source[start - 1] !== '\n' && source[start - 1] !== '\r') start--;
  return start;
}

export function lineEnd(source: string, at: number): number {
  let end = at;
  while (end < source.length && source[end] !== '\n' && source[end] !== '\r') end++;
  return end;
}

/** The start of the line after the line end at `end`. */
export function nextLine(source: string, end: number): number {
  if (source[end] === '\r' && source[end + 1] === '\n') return end + 2;
  return Math.min(source.length, end + 1);
}

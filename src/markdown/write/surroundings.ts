/** The surroundings of a block in the file: what else is on its line, and what its words could refer to. */

import type { Block } from '../../article.ts';
import { normalizeLabel } from '../labels.ts';
import type { Syntax } from '../syntax.ts';

/** Where a block lands. */
export interface LineContext {
  /** Its first words begin their line, so that `1. ` or `#` would begin another block. */
  readonly lineStart: boolean;
  /** The last character before the block on its line, empty at its start. */
  readonly before: string;
  /** What follows it on its line. */
  readonly after: string;
  /** In a table, where `|` ends a cell. */
  readonly cell: boolean;
  /** Within `[ ]` of an image or a directive. */
  readonly label: boolean;
  /** An ATX heading, where `#` at the end is dropped. */
  readonly heading: boolean;
  /** The lines above or below are of its paragraph for CommonMark: their markers and its own can be a pair. */
  readonly shared: boolean;
  readonly mdx: boolean;
  readonly math: boolean;
  readonly textDirectives: boolean;
  /** The source escaped its brackets here, and so does the edition. */
  readonly escapedBrackets: boolean;
  /** Normalized labels that a `[label]` would refer to. */
  readonly labels: ReadonlySet<string>;
}

/** A line's beginning that is container prefix only: quotes, list markers, a definition's colon, a footnote's label. */
const PREFIX = /^\uFEFF?(?:[ \t>]|[-+*:~][ \t]|\d{1,9}[.)][ \t]|\[\^[^\]\n]+\]:)*$/;
/** A prefix longer than this counts as one. */
const REACH = 2000;

/**
 * @param cell whether the block, or the block that it is nested in, is a table's cell
 */
export function lineContextOf(block: Block, source: string, syntax: Syntax, cell: boolean, labels: ReadonlySet<string>): LineContext {
  const { start, end } = block.span;
  const near = source.slice(Math.max(0, start - REACH), start);
  const lineAt = Math.max(near.lastIndexOf('\n'), near.lastIndexOf('\r')) + 1;
  const line = near.slice(lineAt);
  const lineStart = block.syntax === 'markdown' && (lineAt > 0 || start <= REACH ? PREFIX.test(line) : block.kind !== 'cell');
  const after = source.slice(end, end + 200);
  return {
    lineStart,
    before: line.slice(-1),
    after: after.slice(0, after.search(/[\r\n]|$/)),
    cell,
    label: block.syntax === 'alt' || block.syntax === 'label',
    heading: block.kind === 'heading' && !lineStart,
    shared:
      (block.kind === 'paragraph' || block.kind === 'label') &&
      block.syntax === 'markdown' &&
      sharesParagraph(line, near.slice(0, lineAt), after),
    mdx: syntax.dialect === 'mdx',
    math: syntax.math,
    textDirectives: syntax.textDirectives,
    escapedBrackets: source.slice(start, end).includes('\\['),
    labels,
  };
}

/** Lines that begin or are another block than a paragraph, or part two. */
const NO_PARAGRAPH = /^[ \t>]*(?:$|[-+*][ \t]|\d{1,9}[.)][ \t]|#{1,6}(?:[ \t]|$)|[`~]{3}|[-_*=]+[ \t]*$|[<|]|\[[^\]]*\]:)/;

/**
 * Whether a line beside a block is of its paragraph for CommonMark: a tag alone on its line, a marker line, a term and its definition
 * are none of it for the reader.
 * @param prefix what is before the block on its line
 */
function sharesParagraph(prefix: string, above: string, behind: string): boolean {
  const last = above.split(LINE_END).at(-2);
  const [, next] = behind.split(LINE_END);
  const depth = quotesOf(prefix);
  const goesOn = last !== undefined && !/[-+*\d]/.test(prefix) && !NO_PARAGRAPH.test(last) && quotesOf(last) >= depth;
  return goesOn || (next !== undefined && !NO_PARAGRAPH.test(next) && quotesOf(next) <= depth);
}

/** How many signs of quotes begin a line. */
const quotesOf = (line: string): number => (/^[ \t>]*/.exec(line)?.[0] ?? '').replace(/[^>]/g, '').length;

const LINE_END = /\r\n|\n|\r/;

const DEFINITION = /^[ \t>]*(?:[-+*][ \t]+|\d{1,9}[.)][ \t]+)*\[((?:[^[\]\\]|\\.)+)\]:/gm;

/** The normalized labels of all that looks like a definition, footnotes included. */
export function labelsOf(source: string): ReadonlySet<string> {
  const labels = new Set<string>();
  if (source.includes(']:')) for (const match of source.matchAll(DEFINITION)) labels.add(normalizeLabel(match[1] as string));
  return labels;
}

/** The surroundings of a block in the file: what else is on its line, and what its words could refer to. */

import type { Block } from '../../article.ts';
import { normalizeLabel } from '../labels.ts';
import type { Syntax } from '../syntax.ts';
import type { LineContext } from './escape.ts';

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
    mdx: syntax.dialect === 'mdx',
    math: syntax.math,
    textDirectives: syntax.textDirectives,
    escapedBrackets: source.slice(start, end).includes('\\['),
    labels,
  };
}

const DEFINITION = /^[ \t>]*(?:[-+*][ \t]+|\d{1,9}[.)][ \t]+)*\[((?:[^[\]\\]|\\.)+)\]:/gm;

/** The normalized labels of all that looks like a definition, footnotes included. */
export function labelsOf(source: string): ReadonlySet<string> {
  const labels = new Set<string>();
  if (source.includes(']:')) for (const match of source.matchAll(DEFINITION)) labels.add(normalizeLabel(match[1] as string));
  return labels;
}

/**
 * The layout of an article's body: whole lines in items, those that hold words and those that hold none, and the sums by which the
 * same item is known in another file of the article: its source of another day, its edition.
 */

import { hash } from 'node:crypto';
import type { Article, Block } from '../article.ts';
import { bodyStart } from '../frontmatter/fence.ts';
import { fenceAfter } from './code-fences.ts';
import { plainReader } from './plain-lines.ts';
import { lineEnd, lineStart, nextLine } from './write/removal.ts';

/** Neighbouring lines: those of one block or of blocks that share a line, or a chunk without words (code, a rule, an image, a `===`). */
export interface Item {
  /** From the start of the first line to the end of the last, without its line end. */
  readonly start: number;
  readonly end: number;
  /** In the order of the article, nested ones included; empty where no words are. */
  readonly blocks: readonly Block[];
  /** Of all bytes but the words of its blocks and the space between them; equal for both kinds of line ends. */
  readonly sum: string;
  /** The same without white space that means nothing. */
  readonly plain: string;
  /** The item whose list item holds this one, by its index and start, and the column of its content; absent at the top, and in quotes. */
  readonly within?: { readonly item: number; readonly start: number; readonly column: number };
  /** The column of its first sign, and that of its content where it is a list item; absent in quotes. */
  readonly indent?: number;
  readonly content?: number;
  /** Line ends between the item before and this one; 2, one blank line, for the first. */
  readonly breaks: number;
}

export interface BodyLayout {
  /** Offset of the first byte after the front matter. */
  readonly body: number;
  readonly items: readonly Item[];
  /** The item in which code or HTML begins that nothing ends, so that all below it is part of it; the number of items where there is none. */
  readonly open: number;
}

const layouts = new WeakMap<Article, BodyLayout>();

export function layoutOf(article: Article): BodyLayout {
  const known = layouts.get(article) ?? readLayout(article);
  layouts.set(article, known);
  return known;
}

function readLayout({ source, blocks }: Article): BodyLayout {
  const body = bodyStart(source);
  const items: Item[] = [];
  const plainOf = plainReader();
  let at = body;
  const add = (start: number, end: number, own: readonly Block[]) => {
    const last = items.at(-1);
    const breaks = last === undefined ? 2 : countBreaks(source.slice(last.end, start));
    const bytes = skeletonOf(source, start, end, own);
    const { text, within, ...columns } = plainOf({
      text: bytes.replace(/\r\n?/g, '\n'),
      hasWords: own.length > 0,
      isRow: own.some(({ kind }) => kind === 'cell'),
      isApart: breaks > 1,
    });
    items.push({
      ...{ start, end, blocks: own, sum: shortSum(bytes), plain: shortSum(text), breaks },
      ...(within !== undefined && { within: { ...within, start: items[within.item]?.start ?? start } }),
      ...columns,
    });
  };
  for (const { start, end, blocks: own } of wordLines(source, blocks, body)) {
    for (const [from, to] of wordlessLines(source, at, start)) add(from, to, []);
    add(start, end, own);
    at = nextLine(source, end);
  }
  for (const [from, to] of wordlessLines(source, at, source.length)) add(from, to, []);
  return { body, items, open: openIn(source, items) };
}

/** HTML that only its own end ends, whatever blank lines are in it (CommonMark 4.6, kinds 1 to 5). */
const RAW: readonly (readonly [RegExp, RegExp])[] = [
  [/^ {0,3}<(?:script|pre|style|textarea)(?=[\s>]|$)/im, /<\/(?:script|pre|style|textarea)>/i],
  [/^ {0,3}<!--/m, /-->/],
  [/^ {0,3}<\?/m, /\?>/],
  [/^ {0,3}<![a-z]/im, />/],
  [/^ {0,3}<!\[CDATA\[/m, /\]\]>/],
];

function openIn(source: string, items: readonly Item[]): number {
  const from = items.findLastIndex(({ blocks }) => blocks.length > 0) + 1;
  const isOpen = ({ start, end }: Item) => {
    const text = source.slice(start, end);
    if (fenceAfter(text) !== '') return true;
    return RAW.some(([opening, closing]) => {
      const found = opening.exec(text);
      return found !== null && !closing.test(source.slice(start + found.index + found[0].length));
    });
  };
  const at = items.slice(from).findIndex(isOpen);
  return at < 0 ? items.length : from + at;
}

/** The whole lines of each outermost block; blocks that share a line together. */
function wordLines(source: string, blocks: readonly Block[], body: number): { start: number; end: number; blocks: Block[] }[] {
  const lines: { start: number; end: number; blocks: Block[] }[] = [];
  for (const block of blocks) {
    if (block.kind === 'frontMatter') continue;
    const start = Math.max(body, lineStart(source, block.span.start));
    const end = lineEnd(source, block.span.end);
    const last = lines.at(-1);
    if (last !== undefined && start <= last.end) {
      last.end = Math.max(last.end, end);
      last.blocks.push(block);
    } else lines.push({ start, end, blocks: [block] });
  }
  return lines;
}

/** Runs of lines that are not blank, between two offsets at starts of lines; a fenced block is one. */
function wordlessLines(source: string, from: number, to: number): [number, number][] {
  const runs: [number, number][] = [];
  let start = -1;
  let end = from;
  let fence = '';
  for (let at = from; at < to; at = nextLine(source, lineEnd(source, at))) {
    const stop = Math.min(to, lineEnd(source, at));
    const line = source.slice(at, stop);
    if (line.trim() === '' && fence === '') {
      if (start >= 0) runs.push([start, end]);
      start = -1;
    } else {
      if (start < 0) start = at;
      if (line.trim() !== '') end = stop;
    }
    fence = fenceAfter(line, fence);
  }
  if (start >= 0) runs.push([start, end]);
  return runs;
}

function countBreaks(gap: string): number {
  return gap.match(/\r\n|\n|\r/g)?.length ?? 0;
}

function skeletonOf(source: string, start: number, end: number, blocks: readonly Block[]): string {
  let bytes = '';
  let at = start;
  for (const { kind, depth = '', span } of blocks) {
    if (span.start < at) continue;
    bytes += `${source.slice(at, span.start)}\u0000${kind}${depth}\u0000`;
    at = span.end;
  }
  return bytes + source.slice(at, end);
}

/**
 * A name of some bytes, whatever their line ends. 32 bits: it is only compared with what may be in the same place of the
 * same article.
 */
export function shortSum(bytes: string): string {
  return hash('sha256', bytes.replace(/\r\n?/g, '\n')).slice(0, 8);
}

/**
 * Plain blocks are taken out of a body before it is parsed, and put into its tree as one look reads them: paragraphs, headings,
 * quotations, lists and tables of the simplest forms. News is often nothing else, and micromark, which can read everything, takes
 * twenty times as long.
 *
 * What makes it right: a plain block begins in the first column, with blank lines or the body's edge on both sides, and nothing that
 * could hold it, but for code, is in the body: no element of HTML that is open at a blank line, no directive. So what is around it is the
 * same beside any paragraph. What stands for it is one, of a single character; where the parser made something else of that, it is code,
 * and gets the author's lines.
 */

import type { Element, Root, RootContent } from 'hast';
import type { Point } from 'unist';
import type { Syntax } from '../../markdown/syntax.ts';
import { isMarkupClosed } from './closed-markup.ts';
import { endOfLine, type PlainBlock, readPlainBlock } from './plain-block-tree.ts';
import { inLine, lineEnds } from './plain-inline.ts';

/** What takes the place of blocks that follow each other: a paragraph of one character of Unicode's private plane 16. */
const FIRST = 0x100000;
const LAST = 0x10fffd;
const PLACEHOLDERS = /[\u{100000}-\u{10fffd}]/gu;
const HOLDS_PLACEHOLDER = /[\u{100000}-\u{10fffd}]/u;

export interface PlainBlocks {
  /** What is to be parsed; empty where all of the body is plain. */
  readonly body: string;
  /** Puts the blocks into the tree that was made of `body`, and its lines right; of an empty one, into a root without children. */
  readonly putBack: (tree: Root) => void;
}

interface Chunk {
  /** In the body. */
  readonly start: number;
  readonly end: number;
  readonly block: PlainBlock | undefined;
}

/** Plain blocks that follow each other. */
interface Group {
  readonly start: number;
  end: number;
  readonly elements: Element[];
}

/** @param body Markdown without front matter */
export function withoutPlainBlocks(body: string, syntax: Syntax): PlainBlocks {
  const chunks = mayReachIntoBlocks(body, syntax) ? [] : chunksOf(body, syntax);
  const groups = groupsOf(chunks);
  if (groups.length === 0 || FIRST + groups.length > LAST) return { body, putBack: () => {} };
  let rest = '';
  let at = 0;
  for (const [index, { start, end }] of groups.entries()) {
    rest += body.slice(at, start) + String.fromCodePoint(FIRST + index);
    at = end;
  }
  rest += body.slice(at);
  const isWhole = groups[0]?.elements.length === chunks.length;
  return { body: isWhole ? '' : rest, putBack: (tree) => putBack(tree, groups, body, isWhole) };
}

/** Whether a block could be within another one though it is in the first column and blank lines are around it: all but code that says so. */
function mayReachIntoBlocks(body: string, { dialect, directives }: Syntax): boolean {
  return (
    dialect === 'mdx' ||
    (directives && body.includes(':::')) ||
    body.includes('\r') ||
    HOLDS_PLACEHOLDER.test(body) ||
    !isMarkupClosed(body)
  );
}

function chunksOf(body: string, syntax: Syntax): Chunk[] {
  const chunks: Chunk[] = [];
  let line = 1;
  for (let at = 0; at < body.length; ) {
    if (body[at] === '\n') {
      at++;
      line++;
      continue;
    }
    const blank = body.indexOf('\n\n', at);
    const end = blank >= 0 ? blank : body.endsWith('\n') ? body.length - 1 : body.length;
    const text = body.slice(at, end);
    chunks.push({ start: at, end, block: readPlainBlock(text, line, syntax) });
    line += lineEnds(text);
    at = end;
  }
  return chunks;
}

function groupsOf(chunks: readonly Chunk[]): Group[] {
  const groups: Group[] = [];
  let group: Group | undefined;
  for (const [index, { start, end, block }] of chunks.entries()) {
    if (block === undefined || (block.isList && !(partsLists(chunks[index - 1]) && partsLists(chunks[index + 1])))) {
      group = undefined;
      continue;
    }
    if (group === undefined) {
      group = { start, end, elements: [] };
      groups.push(group);
    }
    group.end = end;
    group.elements.push(block.element);
  }
  return groups;
}

/** Two lists may be one, and what is indented goes on with one. */
function partsLists(chunk: Chunk | undefined): boolean {
  return chunk === undefined || chunk.block?.isList === false;
}

function putBack(tree: Root, groups: readonly Group[], body: string, isWhole: boolean): void {
  if (isWhole) {
    tree.children = inLines(groups[0]?.elements ?? []);
    return;
  }
  setLines(tree, shiftsOf(body, groups));
  tree.children = tree.children.flatMap((child) => {
    const group = groups[placeIn(child)];
    return group === undefined ? [child] : inLines(group.elements);
  });
  // In code the lines are as the author wrote them.
  fill(tree, (text) =>
    text.replace(PLACEHOLDERS, (one) => {
      const group = groups[(one.codePointAt(0) ?? 0) - FIRST];
      return group === undefined ? one : body.slice(group.start, group.end);
    }),
  );
}

/** The number of the group whose place a paragraph keeps; -1 for any other node. */
function placeIn(node: RootContent): number {
  if (node.type !== 'element' || node.tagName !== 'p' || node.children.length !== 1) return -1;
  const [only] = node.children;
  const code = only?.type === 'text' && only.value.length === 2 ? (only.value.codePointAt(0) ?? 0) : 0;
  return code - FIRST;
}

/** Which line of what was parsed comes how many lines later in the body, in order. */
function shiftsOf(body: string, groups: readonly Group[]): [after: number, lines: number][] {
  let line = 1;
  let at = 0;
  let lost = 0;
  return groups.map(({ start, end }) => {
    line += lineEnds(body.slice(at, start));
    lost += lineEnds(body.slice(start, end));
    at = end;
    return [line, lost];
  });
}

function setLines(node: Root | RootContent, shifts: readonly (readonly [after: number, lines: number])[]): void {
  // What comes of raw HTML may have a position without a start.
  const line = (node.position?.start as Partial<Point> | undefined)?.line;
  const shift = line === undefined ? 0 : (shifts.findLast(([after]) => after < line)?.[1] ?? 0);
  if (line !== undefined && shift > 0) node.position = inLine(line + shift);
  if ('children' in node) for (const child of node.children) setLines(child, shifts);
}

function inLines(elements: readonly Element[]): RootContent[] {
  return elements.flatMap((element, index) => (index === 0 ? [element] : [endOfLine(), element]));
}

function fill(parent: Root | Element, whole: (text: string) => string): void {
  for (const child of parent.children) {
    if ('value' in child && HOLDS_PLACEHOLDER.test(child.value)) child.value = whole(child.value);
    else if (child.type === 'element') fill(child, whole);
  }
}

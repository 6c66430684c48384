/** One plain block of Markdown as elements: what stands between two blank lines, from the first column. */

import type { Element, ElementContent } from 'hast';
import type { Syntax } from '../../markdown/syntax.ts';
import { element, readInline } from './plain-inline.ts';

/** What may begin a line of a paragraph: nothing that begins a block, or that could be a mark of one. */
const WORD =
  '(?:[\\p{L}"\'“”„«»‘’‹›(¿¡—–…「『（《]|(?!\\d{1,9}[.)](?:\\s|$))\\p{Nd}|(?:\\*\\*?|__?|!?\\[)[\\p{L}\\p{N}"\'“„«‘(\\[]|`[^`\\s])';
/** A line that is none of a paragraph's, or ends with a space: two of them are a break. */
const OTHER_LINE = new RegExp(`^(?!${WORD})| $`, 'mu');

const HEADING = /^(#{1,6}) +([^\s#](?:[^\n]*[^\s#\n])?)$/u;
const BULLET = '(?<bullet>[-*+])';
const NUMBER = '(?<number>\\d{1,9})(?<after>[.)])';
const FIRST_ITEM = new RegExp(`^(?:${BULLET}|${NUMBER}) (?=\\S)`, 'u');
const TABLE_RULE = /^\|(?: *:?-+:? *\|)+$/;
const ROW = /^\|(?:[^|\n]*\|)+$/;

export interface PlainBlock {
  /** Whether a list next to it could be one with it. */
  readonly isList: boolean;
  readonly element: Element;
}

/**
 * @param chunk lines without a blank one
 * @param line of its first
 * @returns undefined where it may be more than is known here
 */
export function readPlainBlock(chunk: string, line: number, syntax: Syntax): PlainBlock | undefined {
  const read = readerOf(chunk);
  const made = read?.(chunk, line, syntax);
  return made?.type === 'element' ? { isList: read === readList, element: made } : undefined;
}

type Reader = (chunk: string, line: number, syntax: Syntax) => ElementContent | undefined;

function readerOf(chunk: string): Reader | undefined {
  switch (chunk[0]) {
    case '#':
      return readHeading;
    case '>':
      return readQuotation;
    case '|':
      return readTable;
    default:
      if (chunk === '---' || chunk === '***') return (_, line) => element('hr', {}, [], line);
      return FIRST_ITEM.test(chunk) ? readList : readParagraph;
  }
}

const readParagraph: Reader = (text, line, syntax) => {
  if (OTHER_LINE.test(text)) return undefined;
  const children = readInline(text, line, syntax);
  return children && element('p', {}, children, line);
};

const readHeading: Reader = (chunk, line, syntax) => {
  const [, signs = '', text = ''] = HEADING.exec(chunk) ?? [];
  if (text === '') return undefined;
  const children = readInline(text, line, syntax);
  return children && element(`h${signs.length}`, {}, children, line);
};

const readQuotation: Reader = (chunk, line, syntax) => {
  const lines = chunk.split('\n');
  if (!lines.every((one) => one.startsWith('> '))) return undefined;
  const paragraph = readParagraph(lines.map((one) => one.slice(2)).join('\n'), line, syntax);
  return paragraph && element('blockquote', {}, apart([paragraph]), line);
};

/** Items of one line each. */
const readList: Reader = (chunk, line, syntax) => {
  const { bullet, number = '', after = '' } = FIRST_ITEM.exec(chunk)?.groups ?? {};
  const items: ElementContent[] = [];
  for (const [index, text] of chunk.split('\n').entries()) {
    const sign = FIRST_ITEM.exec(text);
    if (sign === null || sign.groups?.bullet !== bullet || (sign.groups?.after ?? '') !== after) return undefined;
    const words = text.slice(sign[0].length);
    if (OTHER_LINE.test(words)) return undefined;
    const children = readInline(words, line + index, syntax);
    if (children === undefined) return undefined;
    items.push(element('li', {}, children, line + index));
  }
  if (bullet !== undefined) return element('ul', {}, apart(items), line);
  const start = Number(number);
  return element('ol', start === 1 ? {} : { start }, apart(items), line);
};

const readTable: Reader = (chunk, line, syntax) => {
  const lines = chunk.split('\n');
  const [head = '', rule = '', ...rest] = lines;
  if (!TABLE_RULE.test(rule) || chunk.includes('\\')) return undefined;
  const columns = cellsOf(rule).map(alignment);
  const readRow = (row: string, name: string, at: number): ElementContent | undefined => {
    if (!ROW.test(row)) return undefined;
    const cells = cellsOf(row);
    if (cells.length !== columns.length) return undefined;
    const read: ElementContent[] = [];
    for (const [index, cell] of cells.entries()) {
      const children = readInline(cell, at, syntax);
      if (children === undefined) return undefined;
      const align = columns[index];
      read.push(element(name, align === undefined ? {} : { align }, children, at));
    }
    return element('tr', {}, apart(read), at);
  };
  const top = readRow(head, 'th', line);
  const rows = rest.map((row, index) => readRow(row, 'td', line + 2 + index));
  if (top === undefined || !rows.every((row) => row !== undefined)) return undefined;
  const body = rows.length === 0 ? [] : [element('tbody', {}, apart(rows), line + 2)];
  return element('table', {}, apart([element('thead', {}, apart([top]), line), ...body]), line);
};

function cellsOf(row: string): string[] {
  return row
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.replace(/^ +| +$/g, ''));
}

function alignment(rule: string): string | undefined {
  if (rule.startsWith(':')) return rule.endsWith(':') ? 'center' : 'left';
  return rule.endsWith(':') ? 'right' : undefined;
}

/** Blocks within a block, each in lines of its own. */
function apart(blocks: readonly ElementContent[]): ElementContent[] {
  const lines: ElementContent[] = [endOfLine()];
  for (const block of blocks) lines.push(block, endOfLine());
  return lines;
}

export function endOfLine(): ElementContent {
  return { type: 'text', value: '\n' };
}

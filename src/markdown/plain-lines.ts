/**
 * The lines of an item without the white space that means nothing to Markdown: at the ends of lines, behind markers, around cells,
 * before lines within their container. Two forms of a source that a formatter or an editor makes of each other have the same plain lines.
 */

import { fenceAfter } from './code-fences.ts';

/** A list item that is open: what is indented to its content is part of it. */
interface Container {
  /** Where its content starts, in columns after the signs of quotes. */
  readonly content: number;
  /** The same where each marker has one space behind it. */
  readonly plain: number;
  readonly item: number;
}

export interface PlainLines {
  readonly text: string;
  /** The column of its first sign, a marker or a word; absent in quotes. */
  readonly indent?: number;
  /** The item whose list item holds this one, with the column of its content; absent at the top, and in quotes. */
  readonly within?: { readonly item: number; readonly column: number };
  /** The column of its own content where it is a list item. */
  readonly content?: number;
}

export interface Lines {
  /** With a sign that holds no space in the place of words. */
  readonly text: string;
  readonly hasWords: boolean;
  readonly isRow: boolean;
  /** Whether a blank line is above. */
  readonly isApart: boolean;
}

const MARKER = /^(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)/;
const RULE = /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|-+|=+)[ \t]*$/;
const DELIMITER = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/;
/** Its lines are another language's, or shown as they are. */
const VERBATIM = /^(?:<(?:script|pre|style|textarea)(?=[\s>]|$)|<\?|<!\[CDATA\[|import\s|export\s|\{|\$\$)/i;

/** @returns a function to call with the items of a body in their order */
export function plainReader(): (lines: Lines) => PlainLines {
  /** By the number of quotes around; those of the deepest last. */
  const open: Container[][] = [];
  let count = 0;
  return ({ text, hasWords, isRow, isApart }) => {
    const item = count++;
    const [first = '', ...more] = text.split('\n');
    let rest = first;
    let plain = '';
    let quotes = 0;
    let column = 0;
    for (let sign = /^[ \t]*>[ \t]?/.exec(rest); sign !== null; sign = /^[ \t]{0,3}>[ \t]?/.exec(rest)) {
      // A quote in a list item is indented as that is.
      if (quotes === 0) plain += ' '.repeat(closed(open[0] ?? [], widthOf(rest, 0)).at(-1)?.plain ?? 0);
      plain += '> ';
      quotes++;
      rest = rest.slice(sign[0].length);
    }
    open.length = Math.min(open.length, quotes + 1);
    open[quotes] ??= [];
    const stack = open[quotes] as Container[];
    const space = /^[ \t]*/.exec(rest)?.[0] ?? '';
    column = widthOf(space, 0);
    const indent = column;
    const outer = closed(stack, column).at(-1);
    const left = column - (outer?.content ?? 0);
    rest = rest.slice(space.length);
    const isCode = !hasWords && isApart && left >= 4;
    let plainColumn = outer?.plain ?? 0;
    // What is indented by four is of a footnote, of a directive, or code.
    if (!rest.startsWith('<') || isCode) plainColumn += isCode ? left : left - (left % 4);
    plain += ' '.repeat(plainColumn);
    let content: number | undefined;
    for (let sign = MARKER.exec(rest); sign !== null && !isCode && !RULE.test(rest); sign = MARKER.exec(rest)) {
      const padding = /^[ \t]*/.exec(rest.slice(sign[0].length))?.[0] ?? '';
      const width = widthOf(padding, column + sign[0].length);
      const isTooWide = width > 4 || rest.length === sign[0].length + padding.length;
      content = column + sign[0].length + (isTooWide ? 1 : width);
      column = content;
      plainColumn += sign[0].length + 1;
      plain += `${sign[0]} `;
      rest = isTooWide ? rest.slice(sign[0].length + 1) : rest.slice(sign[0].length + padding.length);
      stack.push({ content, plain: plainColumn, item });
      if (isTooWide) break;
    }
    const strip = content ?? outer?.content ?? 0;
    const isVerbatim = isCode || VERBATIM.test(rest);
    let fence = '';
    const lines = [rest, ...more.map((line) => withoutQuotes(line, quotes))].map((line, at, all) => {
      const isInside = fence !== '';
      fence = fenceAfter(line, fence);
      const inner = at === 0 ? line : unindented(line, strip);
      if (isInside && fence !== '') return unindented(inner, at === 0 || content !== undefined ? 0 : left % 4);
      if (isVerbatim) return inner.trimEnd();
      const isBreak = / {2,}$/.test(line) && (all[at + 1] ?? '').trim() !== '' && !isRow && !isInside;
      return plainLine(at === 0 || !rest.startsWith('<') ? inner : inner.trimStart(), isRow) + (isBreak ? '  ' : '');
    });
    return {
      text: [plain + lines[0], ...lines.slice(1)].join('\n'),
      ...(quotes === 0 && { indent }),
      ...(outer !== undefined && quotes === 0 && { within: { item: outer.item, column: outer.content } }),
      ...(content !== undefined && quotes === 0 && { content }),
    };
  };
}

/** Takes those list items off that do not hold what is at a column. */
function closed(stack: Container[], column: number): Container[] {
  while ((stack.at(-1)?.content ?? 0) > column) stack.pop();
  return stack;
}

/** A line without what it is indented by, as far as a column. */
export function unindented(line: string, columns: number): string {
  const space = /^[ \t]*/.exec(line)?.[0] ?? '';
  return ' '.repeat(Math.max(0, widthOf(space, 0) - columns)) + line.slice(space.length);
}

function withoutQuotes(line: string, quotes: number): string {
  let rest = line;
  for (let left = quotes; left > 0; left--) rest = rest.replace(/^[ \t]{0,3}>[ \t]?/, '');
  return rest;
}

/** The columns of the white space that a text begins with; a tab goes to the next fourth one. */
function widthOf(text: string, from: number): number {
  let column = from;
  for (const char of text) {
    if (char === '\t') column += 4 - (column % 4);
    else if (char === ' ') column++;
    else break;
  }
  return column - from;
}

function plainLine(line: string, isRow: boolean): string {
  const text = line.trimEnd();
  if (text.includes('|') && DELIMITER.test(text)) return cells(text.replace(/-+/g, '---'));
  if (isRow || text.startsWith('|')) return cells(text);
  if (/^(?:-+|=+)$/.test(text)) return text.slice(0, 1).repeat(3);
  if (/^#{1,6}[ \t]/.test(text)) return text.replace(/(?<![ \t])[ \t]+/g, ' ');
  return text
    .replace(/^(\[[^\]\n]+\]:)[ \t]+/, '$1 ')
    .replace(/^(\[[ xX]\])[ \t]+/, '$1 ')
    .replace(/^:[ \t]+/, ': ');
}

function cells(row: string): string {
  return row.replace(/(?<![ \t])[ \t]*\|[ \t]*/g, ' | ').trim();
}

/** Columns of figures: set from the right in every direction of writing, so that units are below units. */

import type { Element } from 'hast';
import { innerText, isElement } from './body-tree.ts';
import { fromLeft, isFromLeft } from './signed-numbers.ts';

const SIGN = '[-+\u2212\u2013±~<>≈≤≥]';
const SYMBOL = '[\\p{Sc}%‰°′″]';
/** A unit of measure beside the figure: `km`, `m²`, `km/h`, `kWh`. */
const UNIT = '[A-Za-zµΩ°]{1,4}(?:[²³]|/[A-Za-z]{1,4}[²³]?)?';
const FIGURE = new RegExp(
  `^(?:${SIGN}\\s?)?(?:${SYMBOL}\\s?)?(?:${SIGN})?\\d[\\d\\s.,:'’]*(?:${SYMBOL}|${UNIT})?(?:\\s?${SYMBOL}|\\s${UNIT})?$`,
  'u',
);
/** Figures of other scripts; these keep their own direction. */
const NATIVE = new RegExp(`^(?:${SIGN})?\\p{Nd}[\\p{Nd}\\s.,:\u066a\u066b\u066c%]*$`, 'u');
/** A figure, a day, a range, a number to call: words of a cell that are read as one, in characters of a short line. */
const WHOLE = new RegExp(`^(?=.*\\p{Nd})[\\p{Nd}\\p{P}\\p{S}\\s]{2,20}(?:${UNIT})?$`, 'u');
/** What stands in a cell without a figure. */
const NOTHING = /^(?:|[-–—−.…*]|n\/?a)$/i;

interface Column {
  readonly head: Element[];
  readonly cells: Element[];
}

/**
 * Marks the cells of columns that hold nothing but figures, but for those whose author aligned them in the middle, or in writing
 * from the left at the start; no figure is broken over two lines. In writing from the right each is isolated, with its sign and unit.
 */
export function setFigures(table: Element, direction: 'ltr' | 'rtl'): void {
  const columns = columnsOf(table);
  for (const { head, cells } of columns ?? []) {
    const filled = cells.filter((cell) => !NOTHING.test(wordsOf(cell)));
    if (filled.length < 2 || !filled.every((cell) => isFigure(wordsOf(cell)))) continue;
    if ([...head, ...cells].some((cell) => keepsAlignment(cell, direction))) continue;
    for (const cell of [...head, ...cells]) cell.properties.className = ['number'];
  }
  for (const cell of cellsOf(table)) {
    const names = classesOf(cell);
    if (WHOLE.test(wordsOf(cell)) && !names.includes('number')) cell.properties.className = [...names, 'figure'];
  }
  if (direction === 'rtl')
    for (const cell of cellsOf(table)) if (FIGURE.test(wordsOf(cell)) && !isFromLeft(cell)) cell.children = [fromLeft(cell.children)];
}

function wordsOf(cell: Element): string {
  return innerText(cell).trim();
}

function isFigure(words: string): boolean {
  return FIGURE.test(words) || NATIVE.test(words);
}

function keepsAlignment(cell: Element, direction: 'ltr' | 'rtl'): boolean {
  const names = classesOf(cell);
  return names.includes('center') || (direction === 'ltr' && names.includes('start'));
}

function classesOf({ properties }: Element): string[] {
  return Array.isArray(properties.className) ? properties.className.map(String) : [];
}

/** @returns undefined where cells span others: which column a cell is in is then not told by its place */
function columnsOf(table: Element): Column[] | undefined {
  const columns: Column[] = [];
  for (const row of rowsOf(table)) {
    const cells = row.children.filter((child) => isElement(child, 'td') || isElement(child, 'th')) as Element[];
    if (cells.some(({ properties }) => properties.colSpan !== undefined || properties.rowSpan !== undefined)) return undefined;
    for (const [index, cell] of cells.entries()) {
      columns[index] ??= { head: [], cells: [] };
      columns[index][cell.properties.scope === 'col' ? 'head' : 'cells'].push(cell);
    }
  }
  return columns;
}

function rowsOf(parent: Element): Element[] {
  return parent.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    if (child.tagName === 'tr') return [child];
    return /^t(?:head|body|foot)$/.test(child.tagName) ? rowsOf(child) : [];
  });
}

function cellsOf(table: Element): Element[] {
  return rowsOf(table).flatMap((row) => row.children.filter((child) => isElement(child, 'td') || isElement(child, 'th')) as Element[]);
}

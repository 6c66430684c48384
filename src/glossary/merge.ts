/** Two branches' versions of a glossary become one, term by term: where git sees one place, the end of the file, there are two terms. */

import { type Cell, type CsvRow, csvRows } from './cells.ts';

export interface MergedGlossary {
  /** Where both changed the same cell of a term, with the marks of a conflict as git writes them. */
  readonly csv: string;
  /** The terms of these. */
  readonly conflicts: readonly string[];
}

/**
 * @param base the glossary that both started from; empty where both made it anew
 * @returns undefined where the columns differ, so that rows cannot be compared; then the text decides
 * @throws KnownError where one of them is not readable as CSV
 */
export function mergeGlossaries(base: string, ours: string, theirs: string, file: string): MergedGlossary | undefined {
  const [mine, yours] = [tableOf(ours, file), tableOf(theirs, file)];
  const before = base.trim() === '' ? { ...mine, rows: new Map<string, string[]>() } : tableOf(base, file);
  if ([before, yours].some(({ head }) => head !== mine.head)) return undefined;
  const conflicts: string[] = [];
  const settle = (key: string): string | undefined => {
    const [was, my, your] = [before.rows.get(key), mine.rows.get(key), yours.rows.get(key)];
    if (same(my, your) || same(your, was)) return lineOf(my, mine.separator);
    if (same(my, was)) return lineOf(your, mine.separator);
    const cells = my !== undefined && your !== undefined ? mergeCells(was ?? [], my, your) : undefined;
    if (cells !== undefined) return lineOf(cells, mine.separator);
    conflicts.push(key.split('\0')[0] as string);
    const [left, right] = [my, your].map((row) => lineOf(row, mine.separator)).map((line) => (line === undefined ? '' : line + mine.eol));
    return `<<<<<<< ours${mine.eol}${left}=======${mine.eol}${right}>>>>>>> theirs`;
  };
  // Theirs that ours does not have come where theirs has them: after the term before them.
  const keys = linkedKeys(mine.rows.keys());
  let previous: string | undefined;
  for (const key of yours.rows.keys()) {
    if (!mine.rows.has(key)) keys.add(key, before.rows.has(key) ? undefined : previous);
    previous = key;
  }
  const lines = [...keys.all()].map(settle).filter((line) => line !== undefined);
  return { csv: [mine.head, ...lines, ''].join(mine.eol), conflicts };
}

/** Keys in an order, to which one is added behind another without a look at the rest. */
function linkedKeys(keys: Iterable<string>) {
  const next = new Map<string | undefined, string | undefined>();
  let last: string | undefined;
  /** @param behind the end without it */
  const add = (key: string, behind = last) => {
    next.set(key, next.get(behind));
    next.set(behind, key);
    if (behind === last) last = key;
  };
  for (const key of keys) add(key);
  const all = function* () {
    for (let key = next.get(undefined); key !== undefined; key = next.get(key)) yield key;
  };
  return { add, all };
}

interface Table {
  /** The header's line, a byte order mark included. */
  readonly head: string;
  readonly separator: string;
  readonly eol: string;
  /** Cells as the file has them, by the term's source; a source's second row has a key of its own. */
  readonly rows: Map<string, string[]>;
}

function tableOf(csv: string, file: string): Table {
  const { dialect, header, rows } = csvRows(csv, file);
  const raw = ({ start, end }: Cell) => csv.slice(start, end);
  const column = header.cells.findIndex(({ value }) => value.trim().toLowerCase() === 'source');
  const keyOf = (row: CsvRow) => row.cells[Math.max(0, column)]?.value.trim() ?? '';
  const table = new Map<string, string[]>();
  const times = new Map<string, number>();
  for (const row of rows) {
    const source = keyOf(row);
    const nth = (times.get(source) ?? 0) + 1;
    times.set(source, nth);
    table.set(nth === 1 ? source : `${source}\0${nth}`, row.cells.map(raw));
  }
  return { head: csv.slice(0, header.end), separator: dialect.separator, eol: dialect.eol, rows: table };
}

function same(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  return a === undefined || b === undefined ? a === b : cellCount(a, b).every((at) => (a[at] ?? '') === (b[at] ?? ''));
}

/** Rows may be shorter than the header; what is not there is empty. */
function cellCount(...rows: readonly (readonly string[])[]): number[] {
  return [...Array(Math.max(...rows.map((row) => row.length))).keys()];
}

function mergeCells(was: readonly string[], my: readonly string[], your: readonly string[]): string[] | undefined {
  const cells: string[] = [];
  for (const at of cellCount(my, your)) {
    const [before = '', mine = '', yours = ''] = [was[at], my[at], your[at]];
    if (mine !== yours && mine !== before && yours !== before) return undefined;
    cells.push(mine === before ? yours : mine);
  }
  return cells;
}

function lineOf(row: readonly string[] | undefined, separator: string): string | undefined {
  return row?.join(separator);
}

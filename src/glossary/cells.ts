/** Comma-separated values as RFC 4180 and spreadsheets write them, with the place of every cell. */

import { KnownError } from '../errors.ts';

export interface Cell {
  readonly value: string;
  /** Offsets in the file, quotes included. */
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
}

export interface CsvRow {
  readonly cells: readonly Cell[];
  /** From 1. */
  readonly line: number;
  readonly start: number;
  /** Without the line break, and with it. */
  readonly end: number;
  readonly endWithBreak: number;
}

export interface CsvDialect {
  readonly separator: ',' | ';' | '\t';
  readonly eol: '\n' | '\r\n';
}

/** A byte order mark, and the line by which Excel is told the separator: it is nowhere shown as a row. */
const SEPARATOR_LINE = /^\uFEFF?(?:"?sep=[,;\t]"?\r?\n)?/i;

/**
 * The header and the rows below it; rows without a value are left out.
 * @throws KnownError where there is no header, or a quote is not closed
 */
export function csvRows(csv: string, file: string): { dialect: CsvDialect; header: CsvRow; rows: CsvRow[] } {
  const told = SEPARATOR_LINE.exec(csv)?.[0] ?? '';
  const from = told.length;
  const line = csv.slice(from).split(/\r?\n/, 1)[0] ?? '';
  // Spreadsheets of half of Europe separate with semicolons. The header's names hold neither.
  const separator = line.includes(';') && !line.includes(',') ? ';' : line.includes('\t') && !line.includes(',') ? '\t' : ',';
  const dialect: CsvDialect = { separator, eol: /\r\n/.test(csv) ? '\r\n' : '\n' };
  const all = [...scan(csv, from, separator, file)];
  const [header, ...rows] = all.filter((row) => row.cells.some((cell) => cell.value.trim() !== ''));
  if (header === undefined)
    throw new KnownError(`${file}: no header`, {
      expected: 'a first line that names the columns, source and target among them',
      got: 'an empty file',
      help: 'Write the header: source,target',
      place: `${file}:1`,
    });
  return { dialect, header, rows };
}

function* scan(csv: string, from: number, separator: string, file: string): Generator<CsvRow> {
  let at = from;
  let line = 1 + (csv.slice(0, from).match(/\n/g)?.length ?? 0);
  while (at < csv.length) {
    const start = at;
    const first = line;
    const cells: Cell[] = [];
    for (;;) {
      const cell = cellAt(csv, at, separator, `${file}:${line}`, file);
      cells.push(cell);
      line += cell.quoted ? (csv.slice(cell.start, cell.end).match(/\n/g)?.length ?? 0) : 0;
      at = cell.end;
      if (csv[at] !== separator) break;
      at += 1;
    }
    const end = at;
    if (csv[at] === '\r') at += 1;
    if (csv[at] === '\n') at += 1;
    line += 1;
    yield { cells, line: first, start, end, endWithBreak: at };
  }
}

function cellAt(csv: string, start: number, separator: string, place: string, file: string): Cell {
  if (csv[start] !== '"') {
    let end = start;
    while (
      end < csv.length &&
      csv[end] !== separator &&
      csv[end] !== '\n' &&
      !(csv[end] === '\r' && (csv[end + 1] === '\n' || end + 1 === csv.length))
    )
      end += 1;
    return { value: csv.slice(start, end), start, end, quoted: false };
  }
  let value = '';
  let at = start + 1;
  for (;;) {
    const quote = csv.indexOf('"', at);
    if (quote < 0)
      throw new KnownError(`${place}: a quote that is not closed`, {
        expected: '"..." around the cell, a quote inside it doubled',
        got: csv.slice(start, start + 40).split('\n')[0] ?? '',
        help: `Close the quote in ${file}.`,
        place,
      });
    value += csv.slice(at, quote);
    at = quote + 1;
    if (csv[at] !== '"') break;
    value += '"';
    at += 1;
  }
  const end = at;
  const after = csv[end];
  if (after !== undefined && after !== separator && after !== '\n' && after !== '\r')
    throw new KnownError(`${place}: text after a closing quote`, {
      expected: `"${separator}" or the end of the line`,
      got: csv.slice(start, end + 20).split('\n')[0] ?? '',
      help: 'Put the whole cell in quotes, and double the quotes inside it.',
      place,
    });
  return { value, start, end, quoted: true };
}

/**
 * The header's cells as columns.
 * @throws KnownError for a column that is unknown, named twice or missing
 */
export function columnsOf<Column extends string>(
  header: CsvRow,
  known: readonly Column[],
  required: readonly Column[],
  file: string,
): Column[] {
  const place = `${file}:${header.line}`;
  const names = header.cells.map((cell) => cell.value.trim().toLowerCase());
  const expected = known.join(',');
  const missing = required.find((column) => !names.includes(column));
  if (missing !== undefined)
    throw new KnownError(`${place}: no column "${missing}"`, {
      expected: `a header with ${required.join(' and ')}, for example ${expected}`,
      got: names.join(',').slice(0, 120),
      help: 'Add the header as the first line.',
      place,
    });
  for (const [index, name] of names.entries()) {
    if (!(known as readonly string[]).includes(name))
      throw new KnownError(`${place}: unknown column "${name}"`, {
        expected: `one of ${expected}`,
        got: `"${name}"`,
        help: 'Correct the name or remove the column.',
        place,
      });
    if (names.indexOf(name) !== index)
      throw new KnownError(`${place}: column "${name}" twice`, {
        expected: 'each column once',
        got: names.join(','),
        help: 'Remove one.',
        place,
      });
  }
  return names as Column[];
}

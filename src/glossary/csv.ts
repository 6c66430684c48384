/** `glossary.csv`: read into terms, written from them, and edited in place with every other byte left alone. */

import { KnownError } from '../errors.ts';
import { type Cell, type CsvDialect, type CsvRow, columnsOf, csvRows } from './cells.ts';
import type { Term, TermKind, TermStatus } from './term.ts';

const GLOSSARY_COLUMNS = [
  'source',
  'target',
  'kind',
  'status',
  'case',
  'forms',
  'variants',
  'forbidden',
  'compounds',
  'indeclinable',
  'note',
] as const;
type Column = (typeof GLOSSARY_COLUMNS)[number];

/** Words that other glossaries have for the same. */
const KINDS: Readonly<Record<string, TermKind>> = {
  person: 'person',
  place: 'place',
  organization: 'organization',
  organisation: 'organization',
  term: 'term',
  noun: 'term',
};
const STATUSES: readonly TermStatus[] = ['preferred', 'admitted', 'forbidden', 'untranslated'];
const YES = new Set(['yes', 'true', '1', 'x']);
const NO = new Set(['no', 'false', '0']);

/**
 * The terms of a glossary, in order. Takes what spreadsheets write: a byte order mark, semicolons or tabs, quotes.
 * @param csv the file's text
 * @param file its path, for errors
 * @throws KnownError that names file and line
 */
export function parseGlossary(csv: string, file: string): Term[] {
  const { rows, columns } = readRows(csv, file);
  return rows.map((row) => termOf(row, columns, file));
}

/** The terms as a file: commas, LF, only the columns that the contract names. `parseGlossary` gives the same terms back. */
export function writeGlossary(terms: readonly Term[]): string {
  const lines = terms.map((term) => GLOSSARY_COLUMNS.map((column) => quoted(cellOf(term, column), ',')).join(','));
  return `${[GLOSSARY_COLUMNS.join(','), ...lines].join('\n')}\n`;
}

/**
 * The file with one term set: the row of its source gets the new values, or a row is added at the end. All other bytes
 * stay as they are, quoting, line ends and byte order mark included.
 * @param csv the file's text; empty for a new file
 * @param change columns that are left out keep their value; a term that was to stay as it is gets another status with its target
 */
export function setTerm(csv: string, change: Pick<Term, 'source'> & Partial<Term>, file = 'glossary.csv'): string {
  const base = csv.trim() === '' ? `${GLOSSARY_COLUMNS.join(',')}\n` : csv;
  const { header, rows, columns, dialect } = readRows(base, file);
  const lacking = GLOSSARY_COLUMNS.filter((column) => change[column] !== undefined && !columns.includes(column));
  if (lacking.length > 0) {
    // Rows may be shorter than the header: only its own line grows.
    const names = lacking.map((column) => dialect.separator + column).join('');
    return setTerm(base.slice(0, header.end) + names + base.slice(header.end), change, file);
  }
  const statusOf = (row: CsvRow) => valueAt(row, columns, 'status');
  const own = rows.filter((one) => valueAt(one, columns, 'source') === change.source && statusOf(one) !== 'forbidden');
  // What a target may also say is not what it is to say.
  const row = own.find((one) => statusOf(one) !== 'admitted') ?? own[0];
  const isSaidOtherwise = change.target !== undefined && change.target !== change.source && change.status === undefined;
  if (row !== undefined && isSaidOtherwise && statusOf(row) === 'untranslated')
    return setTerm(csv, { ...change, status: 'preferred' }, file);
  const given = columns.filter((column) => change[column] !== undefined);
  if (row === undefined) {
    const line = columns.map((column) => (given.includes(column) ? quoted(cellOf(change as Term, column), dialect.separator) : ''));
    const gap = base.endsWith('\n') ? '' : dialect.eol;
    return `${base}${gap}${line.join(dialect.separator)}${dialect.eol}`;
  }
  const edits = given.flatMap((column) => {
    const at = columns.indexOf(column);
    const cell = row.cells[at];
    const value = cellOf(change as Term, column);
    if (cell === undefined)
      return [{ start: row.end, end: row.end, text: missingCells(row, at, dialect) + quoted(value, dialect.separator) }];
    return cell.value.trim() === value ? [] : [{ start: cell.start, end: cell.end, text: quoted(value, dialect.separator) }];
  });
  return edits.reduceRight((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), base);
}

/** The file without the rows of a source; the same text where there is none. */
export function removeTerm(csv: string, source: string, file = 'glossary.csv'): string {
  if (csv.trim() === '') return csv;
  const { rows, columns } = readRows(csv, file);
  return rows
    .filter((row) => valueAt(row, columns, 'source') === source)
    .reduceRight((text, row) => text.slice(0, row.start) + text.slice(row.endWithBreak), csv);
}

/** A row's cells end before its last column: separators up to the one to be written. */
function missingCells(row: CsvRow, at: number, dialect: CsvDialect): string {
  return dialect.separator.repeat(at - row.cells.length + 1);
}

function readRows(csv: string, file: string): { header: CsvRow; rows: CsvRow[]; columns: readonly Column[]; dialect: CsvDialect } {
  const { dialect, header, rows } = csvRows(csv, file);
  const columns = columnsOf(header, GLOSSARY_COLUMNS, ['source', 'target'], file);
  for (const row of rows)
    if (row.cells.length > columns.length)
      throw new KnownError(`${file}:${row.line}: a row with ${row.cells.length} fields`, {
        expected: `at most ${columns.length}: ${columns.join(dialect.separator)}`,
        got: row.cells
          .map((cell) => cell.value)
          .join(dialect.separator)
          .slice(0, 120),
        help: `Put a cell that holds "${dialect.separator}" in double quotes.`,
        place: `${file}:${row.line}`,
      });
  return { header, rows, columns, dialect };
}

function valueAt(row: CsvRow, columns: readonly Column[], column: Column): string {
  return cellText(row.cells[columns.indexOf(column)]);
}

/** White space around a cell is a slip of the hand, unless the cell is quoted. */
const cellText = (cell: Cell | undefined): string => (cell === undefined ? '' : cell.quoted ? cell.value : cell.value.trim());

function termOf(row: CsvRow, columns: readonly Column[], file: string): Term {
  const value = (column: Column) => valueAt(row, columns, column);
  const wrong = (column: Column, expected: string): KnownError =>
    new KnownError(`${file}:${row.line}: "${column}" is not usable`, {
      expected,
      got: value(column) === '' ? 'nothing' : `"${value(column)}"`,
      help: 'Correct the cell.',
      place: `${file}:${row.line}`,
    });
  const source = value('source');
  const status = value('status').toLowerCase();
  const target = value('target') === '' && status === 'untranslated' ? source : value('target');
  if (source === '') throw wrong('source', 'a name or term');
  if (target === '') throw wrong('target', `how the locale says "${source}"`);
  const kind = KINDS[value('kind').toLowerCase()];
  if (value('kind') !== '' && kind === undefined) throw wrong('kind', 'person, place, organization or term');
  if (status !== '' && !STATUSES.includes(status as TermStatus)) throw wrong('status', STATUSES.join(', '));
  const cased = value('case').toLowerCase();
  if (cased !== '' && cased !== 'any' && cased !== 'exact') throw wrong('case', 'any or exact');
  const flag = (column: 'compounds' | 'indeclinable'): boolean | undefined => {
    const word = value(column).toLowerCase();
    if (word === '') return undefined;
    if (!YES.has(word) && !NO.has(word)) throw wrong(column, 'yes or no');
    return YES.has(word);
  };
  const compounds = flag('compounds');
  const indeclinable = flag('indeclinable');
  const list = (column: 'forms' | 'variants' | 'forbidden') => splitList(value(column));
  return {
    source,
    target,
    ...(kind !== undefined && { kind }),
    ...(status !== '' && { status: status as TermStatus }),
    ...(cased !== '' && { case: cased as 'any' | 'exact' }),
    ...(value('forms') !== '' && { forms: list('forms') }),
    ...(value('variants') !== '' && { variants: list('variants') }),
    ...(value('forbidden') !== '' && { forbidden: list('forbidden') }),
    ...(compounds !== undefined && { compounds }),
    ...(indeclinable !== undefined && { indeclinable }),
    ...(value('note') !== '' && { note: value('note') }),
  };
}

/** `a|b`; a bar that belongs to a form is written `\|`, a backslash before it `\\`. */
function splitList(cell: string): string[] {
  return (cell.match(/(?:\\[\\|]|[^|])+/g) ?? []).map((one) => one.replace(/\\([\\|])/g, '$1').trim()).filter((one) => one !== '');
}

function cellOf(term: Term, column: Column): string {
  const value = term[column];
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? value : value.map((one) => one.replace(/\\(?=[\\|]|$)|\|/g, '\\$&')).join('|');
}

function quoted(value: string, separator: string): string {
  return /["\n\r]|^\s|\s$/.test(value) || value.includes(separator) ? `"${value.replaceAll('"', '""')}"` : value;
}

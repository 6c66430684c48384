/** `glossary.csv`: read into terms, written from them, and edited in place with every other byte left alone. */

import { KnownError } from '../errors.ts';
import { type Edit, splice } from '../splice.ts';
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

/**
 * What sentences are held to: the terms of a file, each once. A row that is there again says nothing more, and thousands of them would be
 * sought in each sentence.
 * @throws KnownError as `parseGlossary` does
 */
export function termsIn(csv: string, file: string): Term[] {
  return [...new Map(parseGlossary(csv, file).map((term) => [JSON.stringify(term), term])).values()];
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
export function setTerm(csv: string, change: TermChange, file = 'glossary.csv'): string {
  return setTerms(csv, [change], file);
}

type TermChange = Pick<Term, 'source'> & Partial<Term>;

/** A row as it becomes: what the file has, and the values that cells get. */
interface ChangedRow {
  readonly row?: CsvRow;
  readonly values: Map<Column, string>;
}

/** What is known of the rows while terms are put into them. */
interface Rows {
  readonly bySource: ReadonlyMap<string, readonly ChangedRow[]>;
  readonly current: (row: ChangedRow, column: Column) => string;
}

/** The same of many, one after the other: the file is read and written once. */
export function setTerms(csv: string, changes: readonly TermChange[], file = 'glossary.csv'): string {
  return withChanges(csv, changes, file, ({ bySource, current }) => (change) => {
    // What a target may also say is not what it is to say. The first is enough: a source may have thousands of rows.
    let admitted: ChangedRow | undefined;
    for (const row of bySource.get(change.source) ?? []) {
      const status = current(row, 'status');
      if (status !== 'admitted' && status !== 'forbidden') return { row, change };
      if (status === 'admitted') admitted ??= row;
    }
    return { row: admitted, change };
  });
}

/**
 * The file with another glossary taken in. A row that says the same target gets what the other says of it besides; a target that the other
 * glossary prefers takes the place of one that it does not know; everything else is a row of its own, so that of a source's targets none
 * is lost to another.
 */
export function takeTerms(csv: string, terms: readonly Term[], file = 'glossary.csv'): string {
  const nameOf = (source: string, target: string) => `${source}\u0000${target}`;
  const taken = new Map<string, Term>();
  for (const term of terms) {
    const name = nameOf(term.source, term.target);
    const before = taken.get(name);
    const note = bothNotes(before?.note, term.note);
    taken.set(name, { ...before, ...term, ...(note !== undefined && { note }) });
  }
  return withChanges(csv, [...taken.values()], file, ({ bySource, current }) => {
    const rows = [...bySource.values()].flat();
    const isBeside = (status: string | undefined) => status === 'admitted' || status === 'forbidden';
    const rowName = (row: ChangedRow) => nameOf(current(row, 'source'), current(row, 'target') || current(row, 'source'));
    const same = new Map(rows.toReversed().map((row) => [rowName(row), row]));
    const replaceable = Map.groupBy(
      rows.filter((row) => !isBeside(current(row, 'status').toLowerCase()) && !taken.has(rowName(row))),
      (row) => current(row, 'source'),
    );
    return (change) => {
      const { source, target = '', status } = change;
      const row = same.get(nameOf(source, target)) ?? (isBeside(status) ? undefined : replaceable.get(source)?.shift());
      const note = bothNotes((row && current(row, 'note')) || undefined, change.note);
      return { row, change: { ...change, ...(note !== undefined && { note }) } };
    };
  });
}

/** What was noted here and what is noted there, where neither says the other. */
function bothNotes(ours: string | undefined, theirs: string | undefined): string | undefined {
  if (ours === undefined || theirs === undefined || theirs.includes(ours)) return theirs ?? ours;
  return ours.includes(theirs) ? ours : `${ours}; ${theirs}`;
}

/** @param choose tells the row that a change is put into, and what is put there; without one it gets a row of its own */
function withChanges(
  csv: string,
  changes: readonly TermChange[],
  file: string,
  choose: (rows: Rows) => (change: TermChange) => { readonly row: ChangedRow | undefined; readonly change: TermChange },
): string {
  if (changes.length === 0) return csv;
  const base = csv.trim() === '' ? `${GLOSSARY_COLUMNS.join(',')}\n` : csv;
  const { header, rows, columns: own, dialect } = readRows(base, file);
  const columns = [
    ...own,
    ...GLOSSARY_COLUMNS.filter((column) => !own.includes(column) && changes.some((one) => one[column] !== undefined)),
  ];
  const changed = rows.map((row): ChangedRow => ({ row, values: new Map() }));
  const current = ({ row, values }: ChangedRow, column: Column) =>
    values.get(column) ?? (row === undefined ? '' : valueAt(row, columns, column));
  const bySource = Map.groupBy(changed, (row) => current(row, 'source'));
  const rowOf = choose({ bySource, current });
  for (const one of changes) {
    const { row, change } = rowOf(one);
    const isSaidOtherwise = change.target !== undefined && change.target !== change.source && change.status === undefined;
    const given =
      isSaidOtherwise && row !== undefined && current(row, 'status') === 'untranslated' ? { ...change, status: 'preferred' } : change;
    const into = row ?? { values: new Map() };
    for (const column of columns) if (given[column] !== undefined) into.values.set(column, cellOf(given as Term, column));
    if (row !== undefined) continue;
    changed.push(into);
    const same = bySource.get(change.source);
    if (same === undefined) bySource.set(change.source, [into]);
    else same.push(into);
  }
  // Rows may be shorter than the header: of columns that are new its own line alone grows.
  const names = columns.slice(own.length).map((column) => dialect.separator + column);
  const edits = [
    { span: { start: header.end, end: header.end }, text: names.join('') },
    ...changed.flatMap(({ row, values }) => (row === undefined ? [] : editsOf(row, values, columns, dialect))),
  ];
  const added = changed
    .filter(({ row }) => row === undefined)
    .map(({ values }) => columns.map((column) => quoted(values.get(column) ?? '', dialect.separator)).join(dialect.separator));
  const gap = added.length === 0 || base.endsWith('\n') ? '' : dialect.eol;
  return `${splice(base, edits)}${gap}${added.map((line) => line + dialect.eol).join('')}`;
}

/** What is written over a row's cells, and behind it for columns that it does not reach. */
function editsOf(row: CsvRow, values: ReadonlyMap<Column, string>, columns: readonly Column[], dialect: CsvDialect): Edit[] {
  let reached = row.cells.length;
  return columns.flatMap((column, at) => {
    const value = values.get(column);
    const cell = row.cells[at];
    if (value === undefined || cell?.value.trim() === value) return [];
    if (cell !== undefined) return [{ span: cell, text: quoted(value, dialect.separator) }];
    const text = dialect.separator.repeat(at - reached + 1) + quoted(value, dialect.separator);
    reached = at + 1;
    return [{ span: { start: row.end, end: row.end }, text }];
  });
}

/** The file without the rows of a source; the same text where there is none. */
export function removeTerm(csv: string, source: string, file = 'glossary.csv'): string {
  if (csv.trim() === '') return csv;
  const { rows, columns } = readRows(csv, file);
  return rows
    .filter((row) => valueAt(row, columns, 'source') === source)
    .reduceRight((text, row) => text.slice(0, row.start) + text.slice(row.endWithBreak), csv);
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

/** Code units. What is longer is a passage, which is the memory's; each place of each text would be compared with all of it. */
const LONGEST_TERM = 1_000;

function tooLong(column: string, text: string, place: string): KnownError {
  return new KnownError(`${place}: "${column}" is too long`, {
    expected: `a name or term of at most ${LONGEST_TERM.toLocaleString('en')} characters`,
    got: `${text.length.toLocaleString('en')}: ${text.slice(0, 60)}…`,
    help: 'Whole sentences belong in the memory: dragoman memory import FILE',
    place,
  });
}

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
  for (const column of ['source', 'target'] as const)
    if (value(column).length > LONGEST_TERM) throw tooLong(column, value(column), `${file}:${row.line}`);
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

/** Glossaries as comma-separated values: our own file, the one for spreadsheets, and the one that Google's glossaries are made of. */

import { csvRows } from '../glossary/cells.ts';
import { parseGlossary, writeGlossary } from '../glossary/csv.ts';
import type { Term } from '../glossary/term.ts';
import type { TermBase } from '../glossary/term-base.ts';
import type { Format } from './format.ts';

/** `glossary.csv` as the repository keeps it: raw. */
export const glossaryCsv: Format<readonly Term[]> = {
  name: 'glossary CSV',
  extensions: ['csv'],
  read: parseGlossary,
  write: writeGlossary,
};

/**
 * For Excel and its like: a byte order mark, CRLF, and a tab before a cell that a spreadsheet would run as a formula
 * (OWASP, CSV Injection). Reading takes the tab off again.
 */
export const spreadsheetCsv: Format<readonly Term[]> = {
  name: 'glossary CSV for spreadsheets',
  extensions: ['csv'],
  read: (source, file) =>
    parseGlossary(toolkitTable(source, file) ?? source, file).map((term) => mapCells(term, (cell) => cell.replace(GUARDED, '$1'))),
  write: (terms) =>
    `\uFEFF${writeGlossary(terms.map((term) => mapCells(term, (cell) => cell.replace(FORMULA, '\t$&')))).replace(/\n$/, '\r\n')}`,
};

/** The columns of translate-toolkit, which the tables have that Weblate offers for download. */
const TOOLKIT = ['location', 'source', 'target', 'id', 'fuzzy', 'context', 'translator_comments', 'developer_comments'];

/**
 * A table of Weblate's in our columns: without the terms that have no target yet, with those that it calls fuzzy as admitted ones.
 * @returns undefined where it is none
 */
function toolkitTable(source: string, file: string): string | undefined {
  const { header, rows } = csvRows(source, file);
  const names = header.cells.map(({ value }) => value.trim().toLowerCase());
  if (!names.includes('location') || !names.every((name) => TOOLKIT.includes(name))) return undefined;
  const lines = rows.flatMap(({ cells }) => {
    const value = (name: string) => unguarded(cells[names.indexOf(name)]?.value ?? '');
    if (value('source') === '' || value('target') === '') return [];
    const status = value('fuzzy').toLowerCase() === 'true' ? 'admitted' : '';
    return [[value('source'), value('target'), status, value('translator_comments')].map(quoted).join(',')];
  });
  return ['source,target,status,note', ...lines, ''].join('\n');
}

/** Weblate puts a cell between apostrophes that a spreadsheet would run as a formula, and a backslash before each `|` in it. */
const unguarded = (cell: string) => (/^'[=+\-@|%\\][\s\S]*'$/.test(cell) ? cell.slice(1, -1).replaceAll('\\|', '|') : cell);

/** A cell that begins with tabs of its own gets one more, so that taking one off gives the cell back. */
const FORMULA = /^\t*[=+\-@]/;
const GUARDED = /^\t(\t*[=+\-@])/;

/** Each cell that a person's text begins: a list begins with its first form. */
function mapCells(term: Term, change: (cell: string) => string): Term {
  const first = (list: readonly string[]) => list.map((form, index) => (index === 0 ? change(form) : form));
  return {
    ...term,
    source: change(term.source),
    target: change(term.target),
    ...(term.forms !== undefined && { forms: first(term.forms) }),
    ...(term.variants !== undefined && { variants: first(term.variants) }),
    ...(term.forbidden !== undefined && { forbidden: first(term.forbidden) }),
    ...(term.note !== undefined && { note: change(term.note) }),
  };
}

/**
 * The CSV of a unidirectional glossary of Cloud Translation: source and target, no header, each source once. Only what
 * must be used: no admitted or forbidden terms.
 */
export function writeGoogleCsv({ terms }: TermBase): string {
  const rows = new Map<string, string>();
  for (const { source, target, status } of terms)
    if (status !== 'admitted' && status !== 'forbidden' && !rows.has(source)) rows.set(source, status === 'untranslated' ? source : target);
  return [...rows].map(([source, target]) => `${quoted(source)},${quoted(target)}\n`).join('');
}

const quoted = (cell: string) => (/[",\n\r]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

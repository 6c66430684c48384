/** `dragoman cost`: the ledger of what engines were sent, and what it cost. */

import { existsSync } from 'node:fs';
import { KnownError } from '../errors.ts';
import { openProject, type Project } from '../project/project.ts';
import { sharedStore } from '../session/open-store.ts';
import { journalFile } from '../store/embedded/journal.ts';
import { readLedger } from '../store/embedded/ledger.ts';
import type { LedgerLine } from '../store/ledger-line.ts';
import { inDollars } from '../text/counted.ts';
import { type RunCommand, text } from './command.ts';
import { exit } from './exit.ts';

/** A person sees so many lines of each table; `--json` has all. */
const LINES = 15;
const EMPTY: LedgerLine = { name: 'total', requests: 0, characters: 0, cost: 0, maybeBilled: 0 };
/** The tables; the first only where desks share a database. */
const TABLES = ['desk', 'run', 'engine', 'locale', 'article'];

interface Tables {
  readonly total: LedgerLine;
  readonly tables: Readonly<Record<string, readonly LedgerLine[]>>;
}

/** @throws KnownError for a table that there is not */
function tablesOf(by: string | undefined): readonly string[] | undefined {
  const wanted = by?.split(',');
  const unknown = wanted?.find((one) => !TABLES.includes(one));
  if (unknown === undefined) return wanted;
  throw new KnownError('--by is not usable', { expected: TABLES.join(', '), got: unknown });
}

async function readTables(project: Project, wanted: readonly string[] | undefined): Promise<Tables> {
  const shared = sharedStore(project.config);
  if (shared !== undefined) {
    const { sharedLedger } = await import('../store/postgres/administration.ts');
    const lines = await sharedLedger(shared.url, ['total', ...(wanted ?? TABLES)]);
    const { total: [total] = [], ...tables } = Object.fromEntries(lines);
    return { total: total ?? EMPTY, tables };
  }
  const file = journalFile(project.root);
  const ledger = existsSync(file) ? readLedger(file) : undefined;
  const { total = EMPTY, runs = [], engines = [], locales = [], articles = [] } = ledger ?? {};
  const tables = { run: runs, engine: engines, locale: locales, article: articles };
  return { total, tables: Object.fromEntries(Object.entries(tables).filter(([by]) => wanted?.includes(by) ?? true)) };
}

export const runCost: RunCommand = async (_args, options, context) => {
  const read = await readTables(openProject(context.cwd, context.config), tablesOf(text(options.by)));
  const { tables } = read;
  const { name: _, ...total } = read.total;
  if (context.json) {
    for (const [by, lines] of Object.entries(tables))
      for (const line of lines) context.print({ type: 'cost', by, ...line, currency: 'USD' });
    context.print({ type: 'summary', ...total, currency: 'USD' });
    return exit.done;
  }
  if (total.requests === 0) context.print('Nothing has been sent to an engine yet.');
  else {
    for (const [by, lines] of Object.entries(tables)) context.print(`${table(by, lines)}\n`);
    context.print(table('', [read.total]));
  }
  return exit.done;
};

/** Lines as columns: the name to the left, the figures to the right. */
function table(by: string, lines: readonly LedgerLine[]): string {
  const head = [by, 'requests', 'characters', 'maybe billed', 'US dollars'];
  const shown = lines.slice(0, LINES);
  const rows = [head, ...shown.map(cells)];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const text = rows.map((row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '),
  );
  if (lines.length > shown.length) text.push(`and ${lines.length - shown.length} more (--json has all)`);
  return text.join('\n');
}

function cells(line: LedgerLine): string[] {
  const figures = [line.requests, line.characters, line.maybeBilled].map((figure) => figure.toLocaleString('en'));
  return [line.name === '' ? '(none)' : line.name, ...figures, inDollars(line.cost).slice(1)];
}

/** `dragoman cost`: the ledger of what engines were sent, and what it cost. */

import { existsSync } from 'node:fs';
import { openProject } from '../project/project.ts';
import { journalFile } from '../store/embedded/journal.ts';
import { type LedgerLine, readLedger } from '../store/embedded/ledger.ts';
import type { RunCommand } from './command.ts';
import { exit } from './exit.ts';

/** A person sees so many lines of each table; `--json` has all. */
const LINES = 15;
const EMPTY: LedgerLine = { name: 'total', requests: 0, characters: 0, cost: 0, maybeBilled: 0 };

export const runCost: RunCommand = async (_args, _options, context) => {
  const file = journalFile(openProject(context.cwd, context.config).root);
  const ledger = existsSync(file) ? readLedger(file) : undefined;
  const { name: _, ...total } = ledger?.total ?? EMPTY;
  const tables = { run: ledger?.runs ?? [], engine: ledger?.engines ?? [], locale: ledger?.locales ?? [], article: ledger?.articles ?? [] };
  if (context.json) {
    for (const [by, lines] of Object.entries(tables))
      for (const line of lines) context.print({ type: 'cost', by, ...line, currency: 'USD' });
    context.print({ type: 'summary', ...total, currency: 'USD' });
    return exit.done;
  }
  if (total.requests === 0) context.print('Nothing has been sent to an engine yet.');
  else {
    for (const [by, lines] of Object.entries(tables)) context.print(`${table(by, lines)}\n`);
    context.print(table('', [ledger?.total ?? EMPTY]));
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
  return [line.name === '' ? '(none)' : line.name, ...figures, line.cost.toFixed(2)];
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandContext } from '../../src/cli/command.ts';
import { runCost } from '../../src/cli/cost.ts';
import { journalFile, openJournal } from '../../src/store/embedded/journal.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dragoman-cost-'));
  writeFileSync(join(folder, 'dragoman.config.json'), '{ "sourceLocale": "en", "targetLocales": ["es"] }');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What `dragoman cost` prints. */
async function cost(json: boolean): Promise<(string | object)[]> {
  const printed: (string | object)[] = [];
  const context = { cwd: folder, json, print: (line: string | object) => printed.push(line) };
  expect(await runCost([], {}, context as unknown as CommandContext)).toBe(0);
  return printed;
}

function spend(articles: number): void {
  const journal = openJournal(journalFile(folder), { name: '2026-03-02 12:00', at: 0 });
  const intent = {
    engine: 'google general/nmt',
    from: 'en',
    to: 'es',
    texts: 1,
    at: 0,
    pricePerMillionCharacters: 20,
    characters: 100_000,
  };
  for (let article = 0; article < articles; article++)
    journal.answered(journal.intend({ ...intent, articles: new Map([[`a${article}`, 100_000]]) }), []);
  journal.close();
}

describe('dragoman cost', () => {
  it('says that nothing was sent, and makes no journal', async () => {
    expect(await cost(false)).toEqual(['Nothing has been sent to an engine yet.']);
    expect(await cost(true)).toEqual([{ type: 'summary', requests: 0, characters: 0, cost: 0, maybeBilled: 0, currency: 'USD' }]);
  });

  it('prints the tables', async () => {
    spend(2);
    expect((await cost(false)).join('\n')).toBe(
      [
        'run               requests  characters  maybe billed  US dollars',
        '2026-03-02 12:00         2     200,000             0        4.00',
        '',
        'engine              requests  characters  maybe billed  US dollars',
        'google general/nmt         2     200,000             0        4.00',
        '',
        'locale  requests  characters  maybe billed  US dollars',
        'es             2     200,000             0        4.00',
        '',
        'article  requests  characters  maybe billed  US dollars',
        'a0              1     100,000             0        2.00',
        'a1              1     100,000             0        2.00',
        '',
        '       requests  characters  maybe billed  US dollars',
        'total         2     200,000             0        4.00',
      ].join('\n'),
    );
  });

  it('cuts long tables for people only', async () => {
    spend(20);
    expect((await cost(false)).join('\n')).toContain('and 5 more (--json has all)');
    const lines = await cost(true);
    expect(lines.filter((line) => (line as { by?: string }).by === 'article')).toHaveLength(20);
    expect(lines.at(-1)).toEqual({ type: 'summary', requests: 20, characters: 2_000_000, cost: 40, maybeBilled: 0, currency: 'USD' });
  });
});

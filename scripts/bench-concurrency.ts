/**
 * The bars of working beside each other: readers beside runs, terms set at once, saves while an engine works, kill -9 at every place,
 * and branches merged by git. Run: npm run bench:concurrency [-- --share 0.1] for a tenth of it, [-- --only kills,saves] for some of
 * branches, terms, saves, kills and readers.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { mergedPairs } from '../tests/support/branches.ts';
import { placedKills, readersBeside, savesDuring, termsAtOnce } from '../tests/support/concurrent.ts';
import { random } from '../tests/support/random.ts';

const { values } = parseArgs({
  options: { share: { type: 'string', default: '1' }, only: { type: 'string', default: 'branches,terms,saves,kills,readers' } },
});
const only = values.only.split(',');
const share = Number(values.share);
const some = (count: number) => Math.max(1, Math.round(count * share));

function bar(name: string, target: string, measured: string, isMet: boolean): void {
  if (!isMet) process.exitCode = 1;
  console.log(`${name.padEnd(74)} ${target.padEnd(14)} ${measured.padEnd(26)} ${isMet ? 'met' : 'NOT MET'}`);
}

async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-concurrency-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

for (const driver of only.includes('branches') ? [false, true] : []) {
  const counts = await inFolder((folder) => mergedPairs(folder, { pairs: some(200), driver, dice: random(12) }));
  const { pairs, conflicts, lost, failed } = counts;
  const how = `${pairs} pairs of edits on two branches, ${driver ? 'with the driver' : 'by plain git'}`;
  bar(`${how}: conflicts`, driver ? '0' : 'at most 10 %', `${conflicts}`, conflicts <= (driver ? 0 : pairs / 10));
  bar(`${how}: lost, not settled`, '0, 0', `${lost}, ${failed}`, lost + failed === 0);
}

if (only.includes('terms')) {
  const terms = await inFolder((folder) => termsAtOnce(folder, 6));
  bar(
    'six "glossary set" at once: refused or failed, terms lost',
    '0, 0',
    `${terms.failed}, ${terms.lost}`,
    terms.failed + terms.lost === 0,
  );
}

if (only.includes('saves')) {
  const saves = await inFolder((folder) => savesDuring(folder, { runs: some(40), delay: 300, dice: random(7) }));
  bar(
    `a save at a random moment of ${saves.runs} slow runs: failed, lost, false persons`,
    '0, 0, 0',
    `${saves.failed}, ${saves.lost}, ${saves.falsePersons}`,
    saves.failed + saves.lost + saves.falsePersons === 0,
  );
}

if (only.includes('kills')) {
  const kills = await inFolder((folder) => placedKills(folder, some(60)));
  bar(
    `${kills.kills} kills, each followed by an edit: failed, lost, false persons, leftovers`,
    '0, 0, 0, 0',
    `${kills.failed}, ${kills.lost}, ${kills.falsePersons}, ${kills.leftovers}`,
    kills.failed + kills.lost + kills.falsePersons + kills.leftovers === 0,
  );
}

if (only.includes('readers')) {
  const readers = await inFolder((folder) => readersBeside(folder, { runs: some(8), articles: Math.max(10, some(150)) }));
  bar(
    `${readers.readings} status, check and publish beside ${readers.runs} runs: runs failed, readers failed, false persons`,
    '0, 0, 0',
    `${readers.failed}, ${readers.readersFailed}, ${readers.falsePersons}`,
    readers.failed + readers.readersFailed + readers.falsePersons === 0,
  );
}

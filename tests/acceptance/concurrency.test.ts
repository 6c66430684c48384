/** Commands, people, kills and branches beside each other, in small; `npm run bench:concurrency` counts the same in large. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { mergedPairs } from '../support/branches.ts';
import { ARTICLES, placedKills, readersBeside, STRINGS, savesDuring, termsAtOnce } from '../support/concurrent.ts';
import { random } from '../support/random.ts';

const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'dragoman-concurrency-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
};
const long = { timeout: 240_000 };

const materials = [
  ['articles', ARTICLES],
  ['files of strings', STRINGS],
] as const;

test.each(materials)('readers beside a run: %s', long, async (_, of) => {
  expect(await readersBeside(folder(), { runs: 1, articles: 20, of })).toMatchObject({ failed: 0, readersFailed: 0, falsePersons: 0 });
});

test('terms that are set at once', long, async () => {
  expect(await termsAtOnce(folder(), 3)).toEqual({ failed: 0, lost: 0 });
});

test.each(materials)('an edition that is saved while the engine works: %s', long, async (_, of) => {
  expect(await savesDuring(folder(), { runs: 2, delay: 200, dice: random(3), of })).toMatchObject({ failed: 0, lost: 0, falsePersons: 0 });
});

test.each(materials)('kills in the middle of a write, each followed by an edit: %s', long, async (_, of) => {
  expect(await placedKills(folder(), 2, of)).toMatchObject({ kills: 2, failed: 0, lost: 0, falsePersons: 0, leftovers: 0 });
});

test('two branches, merged by plain git', long, async () => {
  expect(await mergedPairs(folder(), { pairs: 8, driver: false, dice: random(4) })).toMatchObject({ lost: 0, failed: 0 });
});

test('two branches, merged through the driver', long, async () => {
  expect(await mergedPairs(folder(), { pairs: 3, driver: true, dice: random(5) })).toMatchObject({ conflicts: 0, lost: 0, failed: 0 });
});

/** `npm run golden [-- CASE...]`: runs the cases of tests/golden and prints what differs; with `--update` the folders are renewed. */

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { expectedResults, goldenCases, type Results, renewCase, runCase } from '../tests/support/golden.ts';

const update = process.argv.includes('--update');
const named = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));

let differing = 0;
for (const name of goldenCases.filter((one) => named.length === 0 || named.includes(one))) {
  const [expected, results] = [expectedResults(name), await runCase(name)];
  const isSame = expected.size === results.size && [...results].every(([path, text]) => expected.get(path) === text);
  if (isSame) continue;
  differing++;
  showDiff(name, expected, results);
  if (update) renewCase(name, results);
}
console.log(`${goldenCases.length} golden cases, ${differing} ${update ? 'renewed' : 'differ'}`);
process.exitCode = differing > 0 && !update ? 1 : 0;

function showDiff(name: string, expected: Results, results: Results): void {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-diff-'));
  for (const [side, files] of [
    ['expected', expected],
    ['got', results],
  ] as const) {
    mkdirSync(join(folder, side), { recursive: true });
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, side, name, path)), { recursive: true });
      writeFileSync(join(folder, side, name, path), text);
    }
  }
  spawnSync('git', ['diff', '--no-index', 'expected', 'got'], { cwd: folder, stdio: 'inherit' });
  rmSync(folder, { recursive: true });
}

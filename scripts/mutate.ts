/**
 * `npm run mutate [-- WORD...]`: breaks the lines of scripts/mutate/lines.ts one at a time in a copy of the checkout, runs the tests that
 * should notice, and prints the survivors. With words, only the lines of files whose paths hold one of them.
 * A line that is not in its file, and a test that is red before anything is broken, are errors.
 */

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { type Mutation, misplaced, mutations } from './mutate/lines.ts';

const words = process.argv.slice(2);
const chosen = mutations.filter(({ file }) => words.length === 0 || words.some((word) => file.includes(word)));

const faults = misplaced('.', chosen);
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(2);

const copy = mkdtempSync(join(tmpdir(), 'dragoman-mutate-'));
try {
  process.exitCode = breakAll();
} finally {
  rmSync(copy, { recursive: true, force: true });
}

function breakAll(): number {
  const left = new Set(['.git', '.dragoman', 'node_modules', 'dist', 'site']);
  cpSync('.', copy, { recursive: true, filter: (path) => !left.has(path) });
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
  const every = [...new Set(chosen.flatMap(({ tests }) => tests))];
  const before = run(every);
  if (before.status !== 0) {
    const failed = `${before.stdout}${before.stderr}`.split('\n').filter((line) => /FAIL|Error/.test(line));
    console.error(`Red before anything is broken:\n${failed.join('\n')}`);
    return 2;
  }
  const survivors = chosen.filter((mutation) => {
    const isCaught = broken(mutation, () => run(mutation.tests).status !== 0);
    console.log(`${isCaught ? 'caught  ' : 'SURVIVES'}  src/${mutation.file}: ${mutation.text.trim()}`);
    return !isCaught;
  });
  console.log(`${chosen.length} lines broken, ${survivors.length} survivors`);
  return survivors.length > 0 ? 1 : 0;
}

function broken<Result>({ file, text, becomes }: Mutation, work: () => Result): Result {
  const path = join(copy, 'src', file);
  const whole = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    whole.replace(text, () => becomes),
  );
  try {
    return work();
  } finally {
    writeFileSync(path, whole);
  }
}

function run(tests: readonly string[]) {
  const files = tests.map((path) => `tests/${path}`);
  const vitest = join('node_modules', 'vitest', 'vitest.mjs');
  // A machine that is busy is no survivor's friend: what fails is an assertion, not the time.
  const options = ['--bail=1', '--reporter=dot', '--testTimeout=120000', '--hookTimeout=120000'];
  return spawnSync(process.execPath, [vitest, 'run', ...options, ...files], {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
}

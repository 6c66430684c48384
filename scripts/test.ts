/** Runs `npm run check` part by part and the tests, and counts: every part of the check is one test. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const parts = Object.keys(scripts).filter((name) => name.startsWith('check:'));
const count = { passed: 0, failed: 0, skipped: 0 };

for (const part of parts) {
  const { status } = spawnSync('npm', ['run', '--silent', part], { stdio: 'inherit' });
  console.log(`${status === 0 ? 'passed' : 'FAILED'}  npm run ${part}`);
  count[status === 0 ? 'passed' : 'failed']++;
}

/** Files that are run a second time, alone. More that fail are no accident. */
const MOST_AGAIN = 3;

interface Run {
  /** Names of tests by the file that they are in; a file that does not load holds none, and must not pass for that. */
  readonly failed: ReadonlyMap<string, readonly string[]>;
  readonly passed: number;
  readonly skipped: number;
}

/** @returns undefined where vitest itself did not end as it should */
function runTests(args: readonly string[]): Run | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-test-'));
  const report = join(folder, 'report.json');
  try {
    const { status } = spawnSync(
      'npx',
      ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args],
      {
        stdio: 'inherit',
      },
    );
    const result = JSON.parse(readFileSync(report, 'utf8')) as {
      numPassedTests: number;
      numPendingTests: number;
      numTodoTests: number;
      testResults: { name: string; status: string; assertionResults: { status: string; fullName: string }[] }[];
    };
    const failed = new Map(
      result.testResults
        .filter((file) => file.status === 'failed')
        .map(({ name, assertionResults }) => [name, assertionResults.filter((one) => one.status === 'failed').map((one) => one.fullName)]),
    );
    if (status !== 0 && failed.size === 0) return undefined;
    return { failed, passed: result.numPassedTests, skipped: result.numPendingTests + result.numTodoTests };
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const sizeOf = ({ failed }: Run): number => [...failed.values()].reduce((sum, names) => sum + Math.max(1, names.length), 0);

const run = runTests(process.argv.slice(2));
if (run === undefined) count.failed++;
else {
  count.passed += run.passed;
  count.skipped += run.skipped;
  let failures = sizeOf(run);
  // With another file beside it on two cores, a test that waits for a browser can lose a race that it wins alone. It is told, and not hidden.
  if (run.failed.size > 0 && run.failed.size <= MOST_AGAIN) {
    const again = runTests([...run.failed.keys()]);
    const still = again === undefined ? failures : Math.min(failures, sizeOf(again));
    for (const [file, names] of run.failed)
      if (again !== undefined && !again.failed.has(file)) console.log(`UNSTEADY  ${file}: ${names.join('; ')}: failed, and passed alone`);
    count.passed += failures - still;
    failures = still;
  }
  count.failed += failures;
}

console.log(`${count.passed} passed, ${count.failed} failed${count.skipped > 0 ? `, ${count.skipped} skipped` : ''}`);
process.exitCode = count.failed > 0 ? 1 : 0;

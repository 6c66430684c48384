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

const folder = mkdtempSync(join(tmpdir(), 'dragoman-test-'));
const report = join(folder, 'report.json');
const run = spawnSync(
  'npx',
  ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)],
  {
    stdio: 'inherit',
  },
);
try {
  const result = JSON.parse(readFileSync(report, 'utf8')) as Record<string, number> & {
    testResults: { status: string; assertionResults: object[] }[];
  };
  count.passed += result.numPassedTests ?? 0;
  count.failed += result.numFailedTests ?? 0;
  count.skipped += (result.numPendingTests ?? 0) + (result.numTodoTests ?? 0);
  // A file that does not load holds no failed test, and must not pass for that.
  count.failed += result.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
} catch {
  count.failed++;
}
rmSync(folder, { recursive: true, force: true });
if (run.status !== 0 && count.failed === 0) count.failed++;

console.log(`${count.passed} passed, ${count.failed} failed${count.skipped > 0 ? `, ${count.skipped} skipped` : ''}`);
process.exitCode = count.failed > 0 ? 1 : 0;

/** Runs `billed-run.ts` again and again, killed at random moments, until it is done; and counts what was paid twice. */

import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('billed-run.ts', import.meta.url));

export interface KillResult {
  /** Kills that met a run at work. */
  readonly kills: number;
  /** Texts on the wire at the kills, as the next run reported them. */
  readonly lost: number;
  readonly paidTwice: number;
  readonly paid: number;
}

/**
 * @param folder empty
 * @param kills at most; then it runs to its end
 * @param delay milliseconds from the run's first words to the kill
 */
export async function killed(folder: string, texts: number, kills: number, delay: () => number): Promise<KillResult> {
  const bank = join(folder, 'bank.txt');
  const args = [PROGRAM, join(folder, 'journal.db'), bank, String(texts)];
  let met = 0;
  let lost = 0;
  for (let round = 0; ; round++) {
    const { output, wasKilled } = await runOnce(args, round < kills ? delay() : undefined);
    lost += Number(/^lost (\d+)/.exec(output)?.[1] ?? 0);
    if (wasKilled) met++;
    else if (output.includes('done')) break;
    else throw new Error(`the run failed: ${output}`);
  }
  const lines = existsSync(bank) ? readFileSync(bank, 'utf8').trim().split('\n') : [];
  return { kills: met, lost, paidTwice: lines.length - new Set(lines).size, paid: new Set(lines).size };
}

function runOnce(args: string[], killAfter: number | undefined): Promise<{ output: string; wasKilled: boolean }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (data) => {
      if (output === '' && killAfter !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfter);
      output += data;
    });
    child.stderr.on('data', (data) => {
      output += data;
    });
    child.on('error', reject);
    child.on('close', (_, signal) => resolve({ output, wasKilled: signal === 'SIGKILL' }));
  });
}

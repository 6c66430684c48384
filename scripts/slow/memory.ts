/** The most memory that commands take over a text that repeats one thing: each is a process of its own, as a person's are. */

import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { projectOf, refusalIn } from './project.ts';
import { articleOf, type ShapeKind } from './readers.ts';

export interface CommandMemory {
  readonly command: string;
  readonly megabytes: number;
  /** The message, where the text was refused, or the command was ended. */
  readonly refused?: string;
}

const COMMANDS = ['translate --yes --to es', 'check --to es', 'publish'];
/** A command that takes longer is ended. */
const MINUTES = 5;

/** @returns of each command; up to the first that refuses the text */
export async function mostMemory(kind: ShapeKind, shape: string, length: number): Promise<readonly CommandMemory[]> {
  const { cwd, clear } = projectOf({ 'articles/en/a.md': articleOf(kind, shape, length) });
  const usage = join(cwd, 'usage.json');
  const measured: CommandMemory[] = [];
  for (const command of COMMANDS) {
    rmSync(usage, { force: true });
    const { stdout, stderr, signal } = spawnSync(
      process.execPath,
      ['--import', join(import.meta.dirname, '../usage.ts'), join(import.meta.dirname, '../../src/cli/main.ts'), ...command.split(' ')],
      { cwd, encoding: 'utf8', timeout: MINUTES * 60_000, killSignal: 'SIGKILL', env: { ...process.env, USAGE_FILE: usage } },
    );
    const refused = signal === null ? refusalIn(stdout + stderr) : `ended: ${signal}`;
    const { rss = Number.POSITIVE_INFINITY } = signal === null ? (JSON.parse(readFileSync(usage, 'utf8')) as { rss: number }) : {};
    measured.push({ command, megabytes: Math.round(rss), ...(refused !== undefined && { refused }) });
    if (refused !== undefined) break;
  }
  clear();
  return measured;
}

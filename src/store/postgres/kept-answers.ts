/** Answers that the database was not there to take: a file of the project, from which they are handed in later. */

import { existsSync } from 'node:fs';
import { fileText } from '../../files/bytes.ts';
import { appendFlushed, removeFile } from '../../files/write.ts';
import type { BilledAs, GivenAnswer } from '../store.ts';

export interface KeptAnswers {
  readonly request: number;
  readonly answers: readonly GivenAnswer[];
  readonly billed?: BilledAs | undefined;
}

/** On the disk when it returns. */
export function keepAnswers(file: string, kept: KeptAnswers): void {
  appendFlushed(file, `${JSON.stringify(kept)}\n`);
}

/**
 * Hands in what an earlier run kept, and forgets it.
 * @param handIn may be called twice for the same answers: the file goes once all are in
 */
export async function handInKept(file: string, handIn: (kept: KeptAnswers) => Promise<void>): Promise<number> {
  if (!existsSync(file)) return 0;
  const lines = fileText(file).split('\n');
  // A run that was killed while it wrote left half a line, without its end: that answer was not used by anybody.
  const whole = lines.slice(0, -1).flatMap((line) => parsed(line) ?? []);
  for (const kept of whole) await handIn(kept);
  removeFile(file);
  return whole.length;
}

function parsed(line: string): KeptAnswers | undefined {
  try {
    return JSON.parse(line) as KeptAnswers;
  } catch {
    return undefined;
  }
}

/** Questions on a terminal; asked only where somebody is there to answer. */

import process from 'node:process';
import { createInterface } from 'node:readline/promises';

export async function answerTo(question: string, signal: AbortSignal): Promise<string> {
  const line = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await line.question(question, { signal })).trim();
  } finally {
    line.close();
  }
}

/** @param otherwise the answer of who presses Enter */
export async function isYes(question: string, otherwise: boolean, signal: AbortSignal): Promise<boolean> {
  const answer = await answerTo(question, signal);
  return answer === '' ? otherwise : /^y/i.test(answer);
}

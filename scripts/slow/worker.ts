/**
 * One shape at one length through every reader: a line of JSON for each, `[reader, CPU milliseconds, refused]`. A process of its own, so
 * that a limit of CPU time ends it: `node scripts/slow/worker.ts KIND SHAPE LENGTH`.
 */

import process from 'node:process';
import { type Kind, readersOf } from './readers.ts';

const [kind = 'body', shape = '', length = '1000', only = ''] = process.argv.slice(2);
const readers = readersOf(kind as Kind, shape);
// What is compiled at the first use, and loaded of languages, is no cost of the text.
for (const [name, read] of Object.entries(readers(200))) if (only === '' || name.includes(only)) await settled(read);
for (const [name, read] of Object.entries(readers(Number(length)))) {
  if (only !== '' && !name.includes(only)) continue;
  const before = process.cpuUsage();
  const refused = await settled(read);
  const { user, system } = process.cpuUsage(before);
  process.stdout.write(`${JSON.stringify([name, Math.round((user + system) / 1000), refused])}\n`);
}

/** @returns the message of what it refuses */
async function settled(read: () => unknown): Promise<string | undefined> {
  try {
    const said = await read();
    return typeof said === 'string' && said !== '' ? said : undefined;
  } catch (error) {
    if ((error as Error).name !== 'KnownError') return `FAULT ${(error as Error).stack?.slice(0, 300)}`;
    return (error as Error).message;
  }
}

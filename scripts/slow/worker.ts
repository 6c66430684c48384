/**
 * What repeats through every reader, at the lengths that `growth.ts` asks for: a message for each, with its CPU milliseconds. A process of
 * its own, so that a reader that does not end can be ended.
 */

import process from 'node:process';
import { CLEAR, FIRST, OF_REFUSED, type Repeats, readersOf } from './readers.ts';

export interface Asked {
  readonly repeats: Repeats;
  readonly length: number;
  /** Words of the readers' names, with commas between them. */
  readonly reader: string;
}

/** `refused`: the message, where the text was; without `cpu`, a reader that begins. `done` stands behind the last reader. */
export type Told = { readonly reader: string; readonly cpu?: number; readonly refused?: string } | 'done';

/** The program's own modules are read before the first text is. */
let warm: Promise<void> | undefined;

async function warmUp(): Promise<void> {
  for (const read of Object.values(readersOf({ kind: 'body', shape: 'sentences' })(100))) await read();
}

process.on('message', async ({ repeats, length, reader }: Asked) => {
  warm ??= warmUp();
  await warm;
  const readers = readersOf(repeats)(length);
  let isRefused = false;
  for (const [name, read] of Object.entries(readers)) {
    if (name === CLEAR) {
      read();
      continue;
    }
    const isAsked = reader.split(',').some((word) => name.includes(word));
    if (!isAsked || (isRefused && !OF_REFUSED.has(name))) continue;
    tell({ reader: name });
    const said = await told(name, read);
    if (name === FIRST) isRefused = said.refused !== undefined;
    tell(said);
  }
  tell('done');
});

const tell = (told: Told) => process.send?.(told);

async function told(reader: string, read: () => unknown) {
  const before = process.cpuUsage();
  const refused = await settled(read);
  const { user, system } = process.cpuUsage(before);
  return { reader, cpu: Math.round((user + system) / 1000), ...(refused !== undefined && { refused }) };
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

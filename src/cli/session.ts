/** What a command that changes editions works with: the checkout's lock, engines behind queues, journal, memory and stamps. */

import { statSync } from 'node:fs';
import { join } from 'node:path';
import { checks, recordFormat } from '../adapters.ts';
import { KnownError } from '../errors.ts';
import { openFreshness } from '../freshness.ts';
import { takeLock } from '../lock.ts';
import type { Lookup } from '../memory/recall.ts';
import { type Memory, openMemory } from '../memory/store.ts';
import { cacheFolder, locate, type Project, readProjectFile, recordFiles } from '../project.ts';
import { systemClock } from '../queue/clock.ts';
import type { QueueEvent } from '../queue/event.ts';
import type { TranslateTools } from '../translate.ts';
import type { Context } from './command.ts';
import { openQueues } from './queues.ts';
import { version } from './version.ts';

export interface SessionOptions {
  /** What is being run, for whoever finds the lock taken. */
  readonly command: string;
  readonly engine?: string | undefined;
  readonly maxCharacters?: number | undefined;
  readonly onEvent?: (event: QueueEvent) => void;
}

/**
 * Runs work with everything open, and closes it whatever happens.
 * @throws KnownError where another run holds the lock or an engine is not to be had
 */
export async function inSession<Result>(
  project: Project,
  locales: readonly string[],
  options: SessionOptions,
  context: Context,
  work: (tools: TranslateTools) => Promise<Result>,
): Promise<Result> {
  const closers: (() => void | Promise<void>)[] = [takeLock(cacheFolder(project), options.command)];
  try {
    const queues = await openQueues(project, locales, { ...options, clock: systemClock });
    closers.push(queues.close);
    for (const lost of queues.journal.lost)
      context.say(
        `Maybe billed: ${lost.characters} characters to ${lost.engine} (${lost.from} -> ${lost.to}) were on their way when an earlier run ended.`,
      );
    const freshness = openFreshness(project, version());
    closers.push(freshness.close);
    const memories = new Map<string, Memory>();
    closers.push(() => {
      for (const memory of memories.values()) memory.close();
    });
    const memoryFor = (locale: string): Lookup => {
      return (text, where) => {
        const memory = memories.get(locale) ?? upToDateMemory(project, locale);
        memories.set(locale, memory);
        return memory.lookup(text, where);
      };
    };
    return await work({ recordFormat, checks, queueFor: queues.queueFor, memoryFor, freshness, recorded: queues.journal.recorded });
  } finally {
    for (const close of closers.toReversed()) await close();
  }
}

/** The locale's memory with every record that has changed since it was last used. */
export function upToDateMemory(project: Project, locale: string): Memory {
  const memory = openMemory(join(cacheFolder(project), `memory-${locale}.db`));
  const files = recordFiles(project, locale).map(({ slug, file }) => {
    const { size, mtimeMs } = statSync(locate(project, file));
    return { slug, path: file, stamp: `${size}.${mtimeMs}` };
  });
  memory.update(files, ({ path }) => {
    try {
      return recordFormat.read(readProjectFile(project, path) ?? '', path);
    } catch (error) {
      // It is named when its own article's turn comes.
      if (error instanceof KnownError) return undefined;
      throw error;
    }
  });
  return memory;
}

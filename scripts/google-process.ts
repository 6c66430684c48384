/**
 * The local Google in a process of its own, so that its work is not counted as the program's. Run by itself it is that process; what it saw
 * is told when it ends.
 */

import { fork } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { failure } from '../tests/support/google/failure.ts';
import { startLocalGoogle } from '../tests/support/google/server.ts';
import { seeded } from '../tests/support/metered.ts';

/** A request as the server saw it. */
export interface Seen {
  /** When it came, milliseconds since 1970. */
  readonly at: number;
  readonly characters: number;
  readonly outcome: string | undefined;
  /** Each with its target locale. */
  readonly texts: readonly string[];
}

export interface GoogleProcess {
  readonly endpoint: string;
  readonly end: () => Promise<Seen[]>;
}

interface GoogleProcessOptions {
  /** 0 for any that is free. */
  readonly port?: number;
  readonly charactersPerMinute: number;
  /** Whether one of four requests is refused. */
  readonly isRefusing?: boolean;
}

export async function startGoogleProcess({
  port = 0,
  charactersPerMinute,
  isRefusing = false,
}: GoogleProcessOptions): Promise<GoogleProcess> {
  const child = fork(import.meta.filename, [port, charactersPerMinute, isRefusing ? 'refusing' : 'willing'].map(String));
  const [endpoint] = (await once(child, 'message')) as [string];
  return {
    endpoint,
    end: async () => {
      child.send('end');
      const [seen] = (await once(child, 'message')) as [Seen[]];
      await once(child, 'exit');
      return seen;
    },
  };
}

/** Answers after 60 to 120 ms, within the quota. */
async function serve(port: number, charactersPerMinute: number, isRefusing: boolean): Promise<void> {
  const random = seeded(1);
  const arrivals = new Map<number, number>();
  const server = await startLocalGoogle({
    port,
    charactersPerMinute,
    translate: (html) => html.replaceAll('word', 'palabra'),
    behave: async ({ number }) => {
      arrivals.set(number, Date.now());
      await wait(60 + random() * 60);
      return isRefusing && number % 4 === 0 ? failure(8, 'Resource exhausted') : 'well';
    },
  });
  process.once('message', () => {
    server.stop();
    const seen: Seen[] = server.calls.map(({ characters, outcome, request }, index) => ({
      at: arrivals.get(index + 1) ?? 0,
      characters,
      outcome,
      texts: request.contents.map((text) => `${text} ${request.targetLanguageCode}`),
    }));
    process.send?.(seen, () => process.exit());
  });
  process.send?.(server.endpoint);
}

if (process.send !== undefined && process.argv[1] === import.meta.filename) {
  const [port, charactersPerMinute, manner] = process.argv.slice(2);
  await serve(Number(port), Number(charactersPerMinute), manner === 'refusing');
}

/**
 * One of several machines that share a database, for tests and benchmarks: `node store-worker.ts URL BANK FROM TO`. It translates the texts
 * of these numbers. The engine writes each text into BANK when it takes the money, before it answers. Says `sent` at each request, and
 * `done` once all answers are right.
 */

import { appendFileSync, writeSync } from 'node:fs';
import { systemClock } from '../../src/clock.ts';
import type { Engine } from '../../src/engines/engine.ts';
import { createQueue } from '../../src/queue/queue.ts';
import { openJournal } from '../../src/store/embedded/journal.ts';
import { openPostgresStore } from '../../src/store/postgres.ts';

const [url = '', bank = '', from = '0', to = '0'] = process.argv.slice(2);
const { batches } = openJournal(':memory:', { name: 'run', at: 0 });
const store = await openPostgresStore({ url, clock: systemClock, run: `${process.pid}`, batches, keptFile: `${bank}.${process.pid}` });

const engine: Engine = {
  name: 'bank',
  translate: async ({ texts }) => {
    appendFileSync(bank, texts.map((text) => `${text}\n`).join(''));
    writeSync(1, 'sent\n');
    await systemClock.sleep(10);
    return texts.map((text) => text.replace('word', 'palabra'));
  },
};
const limits = {
  charactersPerMinute: 1e7,
  requestsPerMinute: 1e6,
  concurrency: 4,
  charactersPerRequest: 200,
  margin: 0,
  timeoutSeconds: 30,
  attempts: 8,
};
const queue = createQueue(engine, { limits, clock: systemClock, store });
const never = new AbortController().signal;
const answers: Promise<void>[] = [];
for (let index = Number(from); index < Number(to); index++) {
  if (index % 10 === 0) await queue.ready();
  answers.push(
    queue.submit({ text: `word ${index}`, from: 'en', to: 'es', article: `a${index % 9}` }, never).then(({ text }) => {
      if (text !== `palabra ${index}`) throw new Error(`a wrong answer: ${text}`);
    }),
  );
}
await Promise.all(answers);
await queue.close?.();
await store.close();
writeSync(1, 'done\n');

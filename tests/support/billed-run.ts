/**
 * A run that may be killed at any moment, for tests and benchmarks: `node billed-run.ts JOURNAL BANK COUNT`.
 * It translates COUNT texts through a queue with a journal. The engine writes each text into BANK when it takes the money, before it
 * answers. Prints the texts that earlier runs lost on the wire, then `done` when all answers are right.
 */

import { appendFileSync, writeSync } from 'node:fs';
import { systemClock } from '../../src/clock.ts';
import type { Engine } from '../../src/engines/engine.ts';
import { createQueue } from '../../src/queue/queue.ts';
import { openJournal } from '../../src/store/embedded/journal.ts';
import { embeddedStore } from '../../src/store/embedded.ts';

const [journalPath = '', bank = '', count = '0'] = process.argv.slice(2);
const journal = openJournal(journalPath, { name: new Date().toISOString(), at: systemClock.now() });
writeSync(1, `lost ${journal.lost.reduce((total, request) => total + request.texts, 0)}\n`);

const engine: Engine = {
  name: 'bank',
  translate: async ({ texts }) => {
    appendFileSync(bank, texts.map((text) => `${text}\n`).join(''));
    await systemClock.sleep(3);
    return texts.map((text) => text.replace('word', 'palabra'));
  },
};
const limits = {
  charactersPerMinute: 1e9,
  requestsPerMinute: 1e7,
  concurrency: 4,
  charactersPerRequest: 200,
  margin: 0,
  timeoutSeconds: 30,
  attempts: 8,
};
const queue = createQueue(engine, { limits, clock: systemClock, store: embeddedStore(journal, systemClock) });
const never = new AbortController().signal;
const answers: Promise<void>[] = [];
for (let index = 0; index < Number(count); index++) {
  if (index % 10 === 0) await queue.ready();
  const job = { text: `word ${index}`, from: 'en', to: 'es', article: `a${index % 9}` };
  answers.push(
    queue.submit(job, never).then(({ text }) => {
      if (text !== `palabra ${index}`) throw new Error(`a wrong answer: ${text}`);
    }),
  );
}
await Promise.all(answers);
writeSync(1, 'done\n');
journal.close();

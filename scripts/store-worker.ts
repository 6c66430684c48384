/** One of the machines of `bench-store.ts`: told by an argument what to do, it reports what it did. */

import process from 'node:process';
import { systemClock } from '../src/clock.ts';
import type { Engine } from '../src/engines/engine.ts';
import { googleEngine } from '../src/engines/google.ts';
import { EngineError } from '../src/errors.ts';
import { createQueue } from '../src/queue/queue.ts';
import { openJournal } from '../src/store/embedded/journal.ts';
import { embeddedStore } from '../src/store/embedded.ts';
import { openPostgresStore } from '../src/store/postgres.ts';
import { seeded } from '../tests/support/metered.ts';

const work = JSON.parse(process.argv[2] ?? '{}');
const isDatabase = work.store.startsWith('postgres:');
const journal = openJournal(isDatabase ? ':memory:' : work.store, { name: 'bench', at: systemClock.now() });
const local = embeddedStore(journal, systemClock);
const kept = `/tmp/dragoman-bench-kept-${process.pid}`;
const store = isDatabase
  ? await openPostgresStore({ url: work.store, clock: systemClock, run: `${work.seed}`, batches: local.batches, keptFile: kept })
  : local;

const waiting: Engine = {
  name: 'waiting',
  translate: async ({ texts }) => {
    if (work.engine > 0) await systemClock.sleep(work.engine);
    return [...texts];
  },
};
const engine = typeof work.engine === 'string' ? googleEngine({ apiEndpoint: work.engine, insecure: true }) : waiting;
const limits = {
  charactersPerMinute: work.quota,
  requestsPerMinute: work.quota / 1_000,
  concurrency: 8,
  charactersPerRequest: 5_000,
  margin: 0.01,
  timeoutSeconds: 30,
  attempts: 8,
};
const queue = createQueue(engine, { limits, clock: systemClock, store });
const random = seeded(work.seed + 10);
const end = new AbortController();
const done = { texts: 0, lost: 0 };
const open = new Set<Promise<void>>();
const start = systemClock.now();
const cpu = process.cpuUsage();
const isOver = () => (work.texts === undefined ? Date.now() > work.until : done.texts >= work.texts);
for (let article = 0; !isOver(); article++) {
  await queue.ready();
  for (let nth = 0; nth < 25; nth++) {
    const name = work.isShared && nth % 2 === 0 ? `${article}.${nth} ` : `${work.seed}.${article}.${nth} `;
    const length = work.isShared ? 100 : 20 + Math.floor(random() * 260);
    const job = { text: name.padEnd(length, 'word '), from: 'en', to: ['es', 'ca', 'fr'][nth % 3] ?? 'es', article: `a${article}` };
    done.texts++;
    const answer = queue.submit(job, end.signal).then(
      () => {},
      (error: unknown) => {
        // A backlog takes minutes to drain at this quota: what has not been sent when the time is over was never wanted.
        if (error instanceof EngineError && error.kind === 'aborted') done.texts--;
        else if (done.lost++ === 0) console.error(error);
      },
    );
    open.add(answer);
    void answer.then(() => open.delete(answer));
  }
}
if (work.texts === undefined) end.abort();
await Promise.all(open);
const { user, system } = process.cpuUsage(cpu);
const report = { ...done, cpu: (user + system) / 1_000, milliseconds: systemClock.now() - start };
await queue.close?.();
await store.close();
process.send?.(report, () => process.exit());

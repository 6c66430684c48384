/**
 * The bar of the memory that desks share: exact sentences of an article in one statement, and sentences like one, in a memory of many.
 * Run: node scripts/bench-shared-memory.ts [--sentences 1000000]
 */

import { parseArgs } from 'node:util';
import { systemClock } from '../src/clock.ts';
import { likeness } from '../src/memory/likeness.ts';
import { openPostgresMemory } from '../src/store/postgres.ts';
import { segmentId } from '../src/text.ts';
import { seeded } from '../tests/support/metered.ts';
import { startCluster } from '../tests/support/postgres.ts';

const VOCABULARY = 30_000;
const IN_EDITION = 1_000;
const QUESTIONS = 150;
const PAIR = { from: 'en', to: 'es' };

const { values } = parseArgs({ options: { sentences: { type: 'string', default: '1000000' } } });
const total = Number(values.sentences);
const random = seeded(7);
const syllables = ['ba', 'ce', 'di', 'fo', 'gu', 'la', 'me', 'ni', 'po', 'ru', 'sa', 'te', 'vi', 'zo', 'ku', 'ha'];
const vocabulary = Array.from({ length: VOCABULARY }, (_, nth) => {
  let word = '';
  for (let rest = nth + 16; rest > 0; rest = Math.floor(rest / 16)) word += syllables[rest % 16];
  return word;
});
/** As words of a language are: the nth is used 1/n as often as the first. */
const word = () => vocabulary[Math.min(VOCABULARY - 1, Math.floor(VOCABULARY ** random()) - 1)] as string;
const sentence = () => `${Array.from({ length: 8 + Math.floor(random() * 18) }, word).join(' ')}.`;

const percentile = (all: readonly number[], share: number) => [...all].sort((a, b) => a - b)[Math.floor(all.length * share)] ?? Number.NaN;
const show = (name: string, target: string, measured: string) => console.log(`${name.padEnd(60)} ${target.padEnd(10)} ${measured}`);

const cluster = await startCluster();
try {
  const database = await cluster.database();
  const { memory, close } = await openPostgresMemory({ url: cluster.url(database, 'sports'), clock: systemClock });
  const known: string[] = [];
  const began = performance.now();
  for (let nth = 0; nth * IN_EDITION < total; nth++) {
    const texts = Array.from({ length: IN_EDITION }, sentence);
    if (known.length < 20_000) known.push(...texts);
    const target = { text: ['x'], state: 'machine', origin: { by: 'engine' }, terms: [] } as const;
    const segments = texts.map((text) => ({ id: segmentId([text], 1), source: [text], target }));
    const record = {
      ...{ slug: `a${nth}`, sourceLocale: 'en', locale: 'es', additions: [], retired: [] },
      blocks: [{ kind: 'paragraph', segments } as const],
    };
    await memory.share({ pair: PAIR, slug: `a${nth}`, print: '1', record: () => record });
  }
  const seconds = (performance.now() - began) / 1_000;
  await cluster.sql(database, 'analyze dragoman.sentences');
  const [size] = await cluster.sql(
    database,
    `select pg_total_relation_size('dragoman.sentences') / 1e6 as mb, count(*)::int as n from dragoman.sentences`,
  );
  show(`${size?.n} sentences taken in, ${Math.round(Number(size?.n) / seconds)} a second`, '', `${Math.round(Number(size?.mb))} MB`);

  const exact: number[] = [];
  for (let nth = 0; nth < 20; nth++) {
    const texts = Array.from({ length: 500 }, () => [known[Math.floor(random() * known.length)] as string]);
    const start = performance.now();
    const lookup = await memory.known(PAIR, texts);
    exact.push(performance.now() - start);
    if (texts.some((text) => lookup(text, { kind: 'paragraph', previous: undefined, next: undefined }).length === 0))
      throw new Error('not found');
  }
  const idle: number[] = [];
  for (let nth = 0; nth < 20; nth++) {
    const start = performance.now();
    await memory.known(PAIR, [['nothing']]);
    idle.push(performance.now() - start);
  }
  show('one statement that finds nothing, p50', '', `${percentile(idle, 0.5).toFixed(1)} ms`);
  show('500 exact in one statement, p50', '<= 10 ms', `${percentile(exact, 0.5).toFixed(1)} ms`);

  for (const edits of [1, 3, 5]) {
    const near: number[] = [];
    let [asked, found] = [0, 0];
    for (let nth = 0; nth < QUESTIONS; nth++) {
      const original = known[Math.floor(random() * known.length)] as string;
      const words = original.slice(0, -1).split(' ');
      for (let edit = 0; edit < edits; edit++) words[Math.floor(random() * words.length)] = word();
      const text = `${words.join(' ')}.`;
      if (likeness(text, original) < 0.7) continue;
      asked++;
      const start = performance.now();
      const all = await memory.near(PAIR, [text], 5);
      near.push(performance.now() - start);
      if (all.some(({ source }) => source[0] === original)) found++;
    }
    show(
      `near, ${edits} words changed: p50, p95`,
      '<= 30 ms',
      `${percentile(near, 0.5).toFixed(1)}, ${percentile(near, 0.95).toFixed(1)} ms`,
    );
    show(`  recall of ${asked}`, '>= 99 %', `${((found / asked) * 100).toFixed(1)} %`);
  }
  await close();
} finally {
  await cluster.remove();
}

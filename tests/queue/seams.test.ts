/** What joins the queue to the run, each by the real command line. */

import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { openJournal } from '../../src/store/embedded/journal.ts';
import { checkout } from '../support/checkout.ts';
import { testClock } from '../support/clock.ts';
import { job, meteredQueue, never } from '../support/queue.ts';

describe('a new pace', () => {
  it('counts what a run that was killed has sent in the last minute', async () => {
    const clock = testClock();
    const journal = openJournal(':memory:', { name: 'run', at: clock.now() });
    const killed = { engine: 'metered', from: 'en', to: 'es', texts: 1, pricePerMillionCharacters: 0, articles: new Map() };
    for (let nth = 0; nth < 10; nth++) journal.intend({ ...killed, characters: 100, at: clock.now() - 10_000 });
    const quota = { charactersPerMinute: 1_000, charactersPerRequest: 100 };
    const { queue, billed } = meteredQueue({ latency: [0, 0] }, { clock, journal, limits: quota });
    const start = clock.now();
    await clock.run(queue.submit(job('a word'), never));
    // The quota of the minute is used: the first request of this run waits until the window has moved on.
    expect((billed[0]?.at ?? 0) - start).toBeGreaterThan(40_000);
  });
});

describe('receipts', () => {
  it('go to the journal once the record holds the targets, so that the next run forgets the answers', async () => {
    const { run, root } = checkout({ 'articles/en/a.md': 'The port is closed.\n\nThe road is open.\n' });
    expect((await run('translate')).code).toBe(0);
    const journal = new DatabaseSync(join(root, '.dragoman/journal.db'), { readOnly: true });
    expect(journal.prepare('SELECT recorded FROM answers').all()).toEqual([{ recorded: 1 }, { recorded: 1 }]);
    journal.close();
  });
});

describe('of two answers', () => {
  // Marks are dropped: between marks a term that is lacking would be put in its place.
  const engine = (name: string, takesTerms: boolean, word: string) =>
    `export default { name: '${name}', takesTerms: ${takesTerms},
       translate: async ({ texts }) => texts.map((text) => text.replace(/<[^>]*>/g, '').replace('The truce', '${word}').replace('holds', 'aguanta')) };`;

  it.each([
    ['the second, where it has the term that the first lacks', 'El armisticio', 'La tregua', 'La tregua aguanta.'],
    ['the first, where the second lacks it too', 'El armisticio', 'El cese', 'El armisticio aguanta.'],
  ])('%s', async (_, first, second, wanted) => {
    const { run, read } = checkout(
      {
        'articles/en/a.md': 'The truce holds.\n',
        'locales/es/glossary.csv': 'source,target,kind\ntruce,tregua,term\n',
        'first.mjs': engine('first', false, first),
        'second.mjs': engine('second', true, second),
      },
      { engine: ['first', 'second'], engines: { first: { module: './first.mjs' }, second: { module: './second.mjs' } } },
    );
    await run('translate');
    expect(read('articles/es/a.md')).toBe(`${wanted}\n`);
  });
});

describe('priority', () => {
  it('orders the queue: the newest article before those that were read earlier, and a "priority" before all dates', async () => {
    const article = (date: string, word: string, more = '') =>
      `---\ndate: ${date}\n${more}---\n\n${[1, 2, 3].map((nth) => `The ${word} of day number ${nth} is closed.`).join('\n\n')}\n`;
    const { run, sent } = checkout(
      {
        // Read from the last to the first.
        'articles/en/d.md': article('2024-05-02', 'first'),
        'articles/en/c.md': article('2024-05-01', 'old'),
        'articles/en/b.md': article('2024-05-03', 'new'),
        'articles/en/a.md': article('2023-01-01', 'important', 'priority: 1\n'),
        // The first request is held until the other articles have been read.
        'engine.mjs': `import { appendFileSync } from 'node:fs';
          let nth = 0;
          export default { name: 'slow', translate: async ({ texts, to }) => {
            if (nth++ === 0) await new Promise((resolve) => setTimeout(resolve, 300));
            appendFileSync(new URL('./requests.ndjson', import.meta.url), JSON.stringify({ to, texts }) + '\\n');
            return texts.map((text) => text.toUpperCase());
          } };`,
      },
      { limits: { concurrency: 1, charactersPerRequest: 120 } },
    );
    await run('translate');
    const order = sent().map((text) => /first|old|new|important/.exec(text)?.[0]);
    expect(order.indexOf('important')).toBeLessThan(order.indexOf('new'));
    expect(order.indexOf('new')).toBeLessThan(order.indexOf('old'));
    expect(order.slice(-3)).toEqual(['old', 'old', 'old']);
  });
});

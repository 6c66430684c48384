/** kill -9 at random moments of a run: what was paid for is not sent again but for the requests in flight, and files are whole. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { checkout } from '../support/checkout.ts';
import { random } from '../support/random.ts';

const KILLS = 50;
const CONCURRENCY = 4;

/** Bills a text when it takes it in, and answers some time later. */
const ENGINE = `
import { appendFileSync } from 'node:fs';
export default {
  name: 'slow',
  limits: { textsPerRequest: 1 },
  translate: async ({ texts, to }) => {
    appendFileSync(new URL('./requests.ndjson', import.meta.url), JSON.stringify({ to, texts }) + '\\n');
    await new Promise((resolve) => setTimeout(resolve, 12));
    return texts.map((text) => text.replace(/[a-z]+/g, (word) => word + 'o'));
  },
};
`;
const articles = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `articles/en/story-${at}.md`,
      `# Story ${'x'.repeat(at + 1)}\n\n${Array.from({ length: 30 }, (_, n) => `Sentence ${'y'.repeat(n + 1)} of story ${'x'.repeat(at + 1)} stands here.`).join(' ')}\n`,
    ]),
  );

test(`${KILLS} kills`, { timeout: 240_000 }, async () => {
  const config = {
    engine: 'slow',
    engines: { slow: { module: './slow.mjs' } },
    limits: { concurrency: CONCURRENCY },
    checks: { language: 'off' },
  };
  const files = { ...articles(40), 'slow.mjs': ENGINE };
  const { run, start, sent, read, root } = checkout(files, config);
  const dice = random(5);
  let kills = 0;
  for (let round = 0; round < KILLS; round++) {
    const { done, kill } = start('translate');
    const requests = join(root, 'requests.ndjson');
    const size = () => (existsSync(requests) ? readFileSync(requests).length : 0);
    const before = size();
    let ended = false;
    void done.then(() => {
      ended = true;
    });
    // From the first request on, so that every kill meets a run at work.
    while (!ended && size() === before) await sleep(5);
    await sleep(dice.below(120));
    if (!ended) kills++;
    kill('SIGKILL');
    await done;
    for (const name of existsSync(join(root, 'articles/es')) ? readdirSync(join(root, 'articles/es')) : [])
      if (!name.startsWith('.')) expect(read(`articles/es/${name}`)).toMatch(/^# Storyo x+\n\n(Sentenceo [yo]+ .*hereo\. ?){30}\n$/);
  }
  expect(kills).toBeGreaterThan(KILLS / 3);
  expect((await run('translate')).code).toBe(0);
  const paid = sent();
  const twice = paid.length - new Set(paid).size;
  console.log(`${kills} kills met a run at work; ${paid.length} texts paid, ${twice} of them twice; at most ${CONCURRENCY} in flight`);
  expect(twice).toBeLessThanOrEqual(kills * CONCURRENCY);
  expect(readdirSync(join(root, 'articles/es')).filter((name) => name.startsWith('.'))).toEqual([]);
  expect((await run('translate', '--frozen')).code).toBe(0);
});

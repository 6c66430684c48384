/** `translate --batch` through the command line, with the providers' real clients. */

import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readLedger } from '../../src/queue/accounts/ledger.ts';
import { checkout } from '../support/checkout.ts';
import { accent } from '../support/llm.ts';
import { startBatches } from '../support/llm-batches.ts';

const prices = { input: 2, output: 8 };
const files = { 'articles/en/a.md': 'The river rose.\n\nThe mayor went home.\n', 'articles/en/b.md': 'The road is open.\n' };

const config = (api: string, url: string) => ({
  engine: 'llm',
  engines: { llm: { api, model: 'm', baseUrl: api === 'openai' ? `${url}/v1` : url, prices, apiKeyEnv: 'PATH' } },
});

describe.each(['openai', 'anthropic'])('%s', (api) => {
  test('a run submits, the next waits and sends nothing, the one after the batch is done collects at half the price', async () => {
    const server = await startBatches();
    const { run, read, root } = checkout(files, config(api, server.url));
    const submitted = await run('translate', '--batch');
    expect(submitted.code).toBe(0);
    expect(submitted.stderr).toContain('3 texts submitted as a batch');
    // One request an article.
    expect(server.batches.map((lines) => lines.length)).toEqual([2]);

    const waiting = await run('translate', '--json');
    expect(waiting.events.filter(({ type }) => type === 'batch')).toMatchObject([{ state: 'waiting', texts: 3 }]);
    expect(waiting.summary).toMatchObject({ segments: { pending: 3, translated: 0 }, engine: { requests: 0 } });
    expect((await run('translate', '--batch')).code).toBe(0);
    expect(server.batches).toHaveLength(1);
    expect((await run('translate', '--dry-run', '--json')).summary.engine.characters).toBe(0);

    server.state.isDone = true;
    const collected = await run('translate', '--json');
    expect(collected.summary).toMatchObject({ segments: { pending: 0 }, engine: { requests: 0 }, files: { written: 4 } });
    expect(read('articles/es/a.md')).toBe(`${accent('The river rose.')}\n\n${accent('The mayor went home.')}\n`);
    const { total, articles } = readLedger(join(root, '.dragoman/journal.db'));
    expect(total.cost).toBeCloseTo((2 * (1_000 * 2 + 100 * 8)) / 1e6 / 2, 12);
    expect(articles.map(({ name }) => name).toSorted()).toEqual(['a', 'b']);
    await server.stop();
  }, 60_000);
});

test('what expired in a batch is gathered again', async () => {
  const server = await startBatches();
  const { run, read } = checkout(files, config('anthropic', server.url));
  await run('translate', '--batch');
  server.state.isDone = true;
  server.state.expired.add('0');
  await run('translate', '--batch');
  expect(server.batches.map((lines) => lines.length)).toEqual([2, 1]);
  server.state.expired.clear();
  await run('translate');
  expect(read('articles/es/b.md')).toBe(`${accent('The road is open.')}\n`);
  await server.stop();
}, 60_000);

test('a server without batches is told in a line, and nothing is remembered', async () => {
  const server = await startBatches(true);
  const { run } = checkout(files, config('openai', server.url));
  const refused = await run('translate', '--batch');
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain('The batch was not submitted');
  expect((await run('translate', '--dry-run', '--json')).summary.engine.characters).toBeGreaterThan(0);
  await server.stop();
}, 60_000);

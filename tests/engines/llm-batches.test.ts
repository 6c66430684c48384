/** `translate --batch` through the command line, with the providers' real clients. */

import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import type { Engine, EngineBatches } from '../../src/engines/engine.ts';
import { llmEngine } from '../../src/engines/llm.ts';
import { EngineError } from '../../src/errors.ts';
import { collectBatches, createBatchQueue } from '../../src/queue/batch-queue.ts';
import { createQueue } from '../../src/queue/queue.ts';
import type { QueueEvent } from '../../src/queue/sending/event.ts';
import { createBudget } from '../../src/store/embedded/budget.ts';
import { type Journal, openJournal } from '../../src/store/embedded/journal.ts';
import { readLedger } from '../../src/store/embedded/ledger.ts';
import { embeddedStore } from '../../src/store/embedded.ts';
import { checkout } from '../support/checkout.ts';
import { startJsonServer } from '../support/http.ts';
import { accent } from '../support/llm.ts';
import { startBatches } from '../support/llm-batches.ts';
import { limits, never, outcomes } from '../support/queue.ts';

const prices = { input: 2, output: 8 };
const files = { 'articles/en/a.md': 'The river rose.\n\nThe mayor went home.\n', 'articles/en/b.md': 'The road is open.\n' };

const config = (url: string) => ({ engine: 'llm', engines: { llm: { model: 'm', baseUrl: `${url}/v1`, prices } } });

test('openai: a run submits, the next waits and sends nothing, the one after the batch is done collects at half the price', async () => {
  const server = await startBatches();
  const { run, read, root } = checkout(files, config(server.url));
  const submitted = await run('translate', '--batch');
  expect(submitted.code).toBe(0);
  expect(submitted.stderr).toContain('3 texts submitted as a batch');
  // One request an article.
  expect(server.batches.map((lines) => lines.length)).toEqual([2]);

  const waiting = await run('translate', '--json');
  expect(waiting.events.filter(({ type }) => type === 'batch')).toMatchObject([{ state: 'waiting', texts: 3 }]);
  expect(waiting.summary).toMatchObject({ segments: { pending: 3, translated: 0 }, engine: { requests: 0 } });

  server.state.isDone = true;
  const collected = await run('translate', '--json');
  expect(collected.summary).toMatchObject({ segments: { pending: 0 }, engine: { requests: 0 }, files: { written: 4 } });
  expect(read('articles/es/a.md')).toBe(`${accent('The river rose.')}\n\n${accent('The mayor went home.')}\n`);
  const { total, articles } = readLedger(join(root, '.dragoman/journal.db'));
  expect(total.cost).toBeCloseTo((2 * (1_000 * 2 + 100 * 8)) / 1e6 / 2, 12);
  expect(articles.map(({ name }) => name).toSorted()).toEqual(['a', 'b']);
  await server.stop();
}, 60_000);

describe.each(['openai', 'anthropic'] as const)('%s, between two runs', (api) => {
  async function submitted() {
    const server = await startBatches();
    const llm = { api, model: 'm', baseUrl: api === 'openai' ? `${server.url}/v1` : server.url, prices };
    const project = checkout(files, { engine: 'llm', engines: { llm } }, { ANTHROPIC_API_KEY: 'key', OPENAI_API_KEY: 'key' });
    const { code, stderr } = await project.run('translate', '--batch');
    expect([code, stderr]).toEqual([0, expect.stringContaining('3 texts submitted as a batch')]);
    return { server, ...project };
  }

  test('what failed is told with the provider’s reason, and submitted again', async () => {
    const { server, run, read } = await submitted();
    server.state.isDone = true;
    server.state.errors.set('1', 'the model was busy');
    const { code, stderr } = await run('translate', '--batch');
    expect(stderr).toContain('a batch of 3 texts is done; 2 of them without an answer (the model was busy): sent again');
    expect(stderr).toContain('2 texts submitted as a batch');
    expect(code).toBe(0);
    expect(read('articles/es/b.md')).toContain(accent('The road is open.'));
    server.state.errors.clear();
    const { summary } = await run('translate', '--json');
    expect(summary).toMatchObject({ segments: { pending: 0 }, engine: { requests: 0 } });
    await server.stop();
  }, 60_000);

  test('a key that is refused is told, and the batch stays', async () => {
    const { server, run } = await submitted();
    server.state.isDenied = true;
    const denied = await run('translate');
    expect(denied.stderr).toContain('a batch of 3 texts cannot be asked for');
    expect(denied.stderr).toContain('no such key');
    server.state.isDenied = false;
    server.state.isDone = true;
    expect((await run('translate', '--json')).summary).toMatchObject({ segments: { pending: 0 }, engine: { requests: 0 } });
    await server.stop();
  }, 60_000);

  test('a sentence that changed meanwhile is submitted alone; the others are collected', async () => {
    const { server, run, read, write } = await submitted();
    write('articles/en/a.md', files['articles/en/a.md'].replace('rose', 'fell'));
    const { stderr } = await run('translate', '--batch');
    expect(stderr).toContain('1 text submitted as a batch');
    server.state.isDone = true;
    expect((await run('translate', '--json')).summary).toMatchObject({ segments: { pending: 0 }, engine: { requests: 0 } });
    expect(read('articles/es/a.md')).toBe(`${accent('The river fell.')}\n\n${accent('The mayor went home.')}\n`);
    await server.stop();
  }, 60_000);
});

test('openai: a batch that is refused as a whole after it was taken is told with the reason', async () => {
  const server = await startBatches();
  const { run } = checkout(files, config(server.url));
  await run('translate', '--batch');
  server.state.failed = 'the file is too large';
  const { events } = await run('translate', '--batch', '--json');
  expect(events.filter(({ type }) => type === 'batch')).toMatchObject([
    { state: 'collected', texts: 3, unanswered: 3, message: 'the file is too large' },
    { state: 'submitted', texts: 3 },
  ]);
  await server.stop();
}, 60_000);

test('a server without batches is told in a line', async () => {
  const server = await startBatches(true);
  const refused = await checkout(files, config(server.url)).run('translate', '--batch');
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain('The batch was not submitted');
  await server.stop();
}, 60_000);

/** A run that was killed after the provider took its batch, and before it had heard the batch's name. */
async function submittedAndKilled(engine: Engine, journal: Journal) {
  const settings = { limits, clock: systemClock, store: embeddedStore(journal, systemClock) };
  const killed: Engine = {
    ...engine,
    batches: {
      ...(engine.batches as EngineBatches),
      submit: async (requests, mark, signal) => {
        await engine.batches?.submit(requests, mark, signal);
        throw new EngineError('unavailable', 'the name never came');
      },
    },
  };
  const queue = createBatchQueue(createQueue(killed, settings), killed, true, settings);
  const jobs = ['The river rose.', 'The road is open.'].map((text) => ({ text, from: 'en', to: 'es', article: 'a' }));
  await outcomes(queue, jobs);
  await expect(queue.submitGathered(never)).rejects.toThrow('never came');
  return {
    jobs,
    collect: () => collectBatches(engine, settings, never),
    next: () => createBatchQueue(createQueue(engine, settings), engine, true, settings),
  };
}

describe('a run that is killed while it submits', () => {
  const engineAt = (url: string, api: 'openai' | 'anthropic') =>
    llmEngine({ api, model: 'm', baseUrl: api === 'openai' ? `${url}/v1` : url, prices }, { ANTHROPIC_API_KEY: 'key' });

  test('openai: its batch is found by its mark, collected, and not submitted again', async () => {
    const server = await startBatches();
    const journal = openJournal(':memory:', { name: 'run', at: 0 });
    const { jobs, collect, next } = await submittedAndKilled(engineAt(server.url, 'openai'), journal);
    await collect();
    expect(await outcomes(next(), jobs)).toEqual(['deferred!', 'deferred!']);
    expect(journal.batches.open('llm')).toMatchObject([{ name: 'b0', isBegun: false }]);
    server.state.isDone = true;
    await collect();
    expect(await outcomes(next(), jobs)).toEqual(['The river rose.', 'The road is open.'].map(accent));
    expect(server.batches).toHaveLength(1);
    await server.stop();
  });

  test('anthropic, which keeps no marks: told as maybe billed, and gathered again', async () => {
    const server = await startBatches();
    const journal = openJournal(':memory:', { name: 'run', at: 0 });
    const { jobs, collect, next } = await submittedAndKilled(engineAt(server.url, 'anthropic'), journal);
    await collect();
    expect(journal.batches.open('llm')).toEqual([]);
    const queue = next();
    await outcomes(queue, jobs);
    await queue.submitGathered(never);
    expect(server.batches).toHaveLength(2);
    await server.stop();
  });
});

describe('anthropic, through the queue', () => {
  const texts = ['The river rose.', 'The mayor went home.', 'The road is open.'];
  const jobs = texts.map((text, at) => ({ text, from: 'en', to: 'es', article: at < 2 ? 'a' : 'b' }));

  async function open() {
    const server = await startBatches();
    const engine = llmEngine({ api: 'anthropic', model: 'm', baseUrl: server.url, prices }, { ANTHROPIC_API_KEY: 'key' });
    const journal = openJournal(':memory:', { name: 'run', at: 0 });
    const events: QueueEvent[] = [];
    const settings = {
      limits,
      clock: systemClock,
      store: embeddedStore(journal, systemClock),
      onEvent: (event: QueueEvent) => void events.push(event),
    };
    const queueOf = (submits: boolean) => createBatchQueue(createQueue(engine, settings), engine, submits, settings);
    return { server, journal, events, queueOf, collect: () => collectBatches(engine, settings, never) };
  }

  test('what a batch holds is known, not gathered twice, and collected when it is done', async () => {
    const { server, queueOf, collect } = await open();
    const queue = queueOf(true);
    expect(await outcomes(queue, [...jobs, ...jobs])).toEqual(Array(6).fill('deferred!'));
    await queue.submitGathered(never);
    expect(server.batches.map((lines) => lines.length)).toEqual([2]);
    await collect();
    const next = queueOf(true);
    expect(await Promise.all(jobs.map(next.knows))).not.toContain(false);
    expect(await outcomes(next, jobs)).toEqual(Array(3).fill('deferred!'));
    await next.submitGathered(never);
    expect(server.batches).toHaveLength(1);
    server.state.isDone = true;
    await collect();
    expect(await outcomes(queueOf(false), jobs)).toEqual(texts.map(accent));
    await server.stop();
  });

  test('what expired in a batch is gathered again', async () => {
    const { server, queueOf, collect } = await open();
    const queue = queueOf(true);
    await outcomes(queue, jobs);
    await queue.submitGathered(never);
    server.state.isDone = true;
    server.state.expired.add('0');
    await collect();
    const next = queueOf(true);
    const again = await outcomes(next, jobs);
    expect(again.filter((outcome) => outcome === 'deferred!').length).toBeGreaterThan(0);
    await next.submitGathered(never);
    server.state.expired.clear();
    await collect();
    expect(await outcomes(queueOf(false), jobs)).toEqual(texts.map(accent));
    await server.stop();
  });

  test('a provider that cannot be reached leaves the batch for later', async () => {
    const { server, queueOf, journal, collect } = await open();
    const queue = queueOf(true);
    await outcomes(queue, jobs);
    await queue.submitGathered(never);
    await server.stop();
    await collect();
    expect(journal.batches.open('llm')).toHaveLength(1);
  });

  test('one that the provider knows no more is told, and its texts are sent', async () => {
    const { server, queueOf, journal, collect, events } = await open();
    const queue = queueOf(true);
    await outcomes(queue, jobs);
    await queue.submitGathered(never);
    server.state.isGone = true;
    await collect();
    expect(events).toContainEqual({ type: 'batch', engine: 'llm m', state: 'gone', texts: 3 });
    expect(journal.batches.open('llm')).toEqual([]);
    expect(await Promise.all(jobs.map(queueOf(false).knows))).not.toContain(true);
    await server.stop();
  });

  test('a run that was killed while it collected is gone on with, and billed once', async () => {
    const { server, queueOf, journal, collect } = await open();
    const queue = queueOf(true);
    await outcomes(queue, jobs);
    await queue.submitGathered(never);
    const [batch] = journal.batches.open('llm');
    if (batch === undefined) throw new Error('no batch');
    server.state.isDone = true;
    await collect();
    // As if it had ended before it could say that all is in.
    journal.batches.begin('llm', batch.name, batch.requests);
    await collect();
    expect(journal.batches.open('llm')).toEqual([]);
    expect(journal.charactersSince(0)).toBe(texts.join('').length);
    await server.stop();
  });

  test('the budget holds for what is gathered', async () => {
    const { server, journal } = await open();
    const engine = llmEngine({ api: 'anthropic', model: 'm', baseUrl: server.url }, { ANTHROPIC_API_KEY: 'key' });
    const settings = {
      limits,
      clock: systemClock,
      store: embeddedStore(journal, systemClock),
      budget: createBudget({ charactersPerRun: 20 }, systemClock),
    };
    const queue = createBatchQueue(createQueue(engine, settings), engine, true, settings);
    expect(await outcomes(queue, jobs)).toEqual(['deferred!', 'budget!', 'budget!']);
    await server.stop();
  });
});

describe('what a provider may have in a batch that is done', () => {
  const requests = Array.from({ length: 8 }, (_, at) => ({ texts: [`The river ${at} rose in the night.`], from: 'en', to: 'es' }));
  const text = (at: number, more = {}) =>
    JSON.stringify({ translations: [{ id: '1', text: `El río ${at} subió por la noche.` }], ...more });
  const never = new AbortController().signal;

  test('openai: lines that are cut off, twice there, of nobody, refused, filtered, without usage: each is its own fault', async () => {
    const line = (id: unknown, body: object, status = 200) => JSON.stringify({ custom_id: id, response: { status_code: status, body } });
    const reply = (
      content: string | null,
      reason = 'stop',
      usage: object | undefined = { prompt_tokens: 1_000, completion_tokens: 100 },
    ) => ({
      choices: [{ index: 0, finish_reason: reason, message: { role: 'assistant', content } }],
      ...(usage && { usage }),
    });
    const lines = [
      line('3', reply(text(3))),
      line('0', reply(text(0), 'stop', {})),
      line('1', { error: { message: 'overloaded' } }),
      line('2', reply(null, 'content_filter')),
      line('99', reply(text(99))),
      line('1.5', reply(text(9))),
      line('', {}, 500),
      line('4', {}, 429),
      line('5', { choices: null }),
      'null',
      line('6', reply(text(6))).slice(0, 60),
    ];
    const server = await startJsonServer(({ path }) =>
      /content/.test(path)
        ? { body: lines.join('\n') }
        : { body: { id: 'b', object: 'batch', status: 'cancelled', output_file_id: 'out' } },
    );
    const engine = llmEngine({ model: 'm', baseUrl: `${server.url}/v1`, prices }, {});
    const answers = await engine.batches?.collect('b', requests, never);
    const cost = (1_000 * 2 + 100 * 8) / 1e6 / 2;
    expect(answers).toEqual([
      { texts: ['El río 0 subió por la noche.'] },
      { fault: 'overloaded' },
      { fault: 'refused: content_filter', charge: { cost } },
      { texts: ['El río 3 subió por la noche.'], charge: { cost } },
      { fault: 'status 429' },
      { fault: 'the server answered without a completion' },
      { fault: 'cancelled' },
      { fault: 'cancelled' },
    ]);
    await server.stop();
  });

  test('anthropic: a message that is none, and a refusal', async () => {
    const message = (content: unknown, reason = 'end_turn') => ({ type: 'succeeded', message: { content, stop_reason: reason } });
    const lines = [
      { custom_id: '0', result: message([{ type: 'text', text: text(0) }]) },
      { custom_id: '1', result: message(null) },
      { custom_id: '2', result: message([], 'refusal') },
      { custom_id: '3', result: { type: 'canceled' } },
      { custom_id: '4', result: { type: 'errored' } },
    ];
    const server = await startJsonServer(({ path }) =>
      path.endsWith('/results')
        ? { body: lines.map((line) => JSON.stringify(line)).join('\n') }
        : {
            body: {
              id: 'b',
              type: 'message_batch',
              processing_status: 'ended',
              results_url: `${server.url}/v1/messages/batches/b/results`,
            },
          },
    );
    const engine = llmEngine({ api: 'anthropic', model: 'm', baseUrl: server.url, prices }, { ANTHROPIC_API_KEY: 'key' });
    expect((await engine.batches?.collect('b', requests, never))?.slice(0, 6)).toEqual([
      { texts: ['El río 0 subió por la noche.'] },
      { fault: 'the server answered without a message' },
      { fault: 'refused: refusal' },
      { fault: 'canceled' },
      { fault: 'errored' },
      { fault: 'no answer' },
    ]);
    await server.stop();
  });
});

/** Models as of 2026, through the real clients: they think, report their tokens, and know the answer's format or not. */

import { describe, expect, test } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import type { EngineCharge, EngineRequest } from '../../src/engines/engine.ts';
import { costOf, pricesOf } from '../../src/engines/llm/prices.ts';
import { llmEngine } from '../../src/engines/llm.ts';
import { createQueue } from '../../src/queue/queue.ts';
import { accent, startChat, startMessages, startThinking, THINKING_PRICES, translations } from '../support/llm.ts';
import { limits, never, outcomes } from '../support/queue.ts';
import { engineContract } from './contract.ts';

const texts = ['The river is long and the road is short.', 'It rained all day.', 'The mayor of the town resigned.'];
const ask: EngineRequest = { texts, from: 'en', to: 'es' };

describe('a model that thinks', () => {
  test.each([
    [900, undefined, 0],
    [3_000, undefined, 1],
    [3_000, false, 1],
    [8_000, undefined, 2],
  ])(
    '%i tokens before each answer (told apart: %s): all translated, cut off %i times, and billed as the server does',
    async (thinking, tellsReasoning, cutOff) => {
      const server = await startThinking(thinking, tellsReasoning === undefined ? {} : { tellsReasoning });
      const engine = llmEngine({ model: 'deep', baseUrl: server.url, prices: THINKING_PRICES, textsPerRequest: 1 }, {});
      const queue = createQueue(engine, { limits: { ...limits, concurrency: 1 }, clock: systemClock });
      const jobs = texts.map((text) => ({ text, from: 'en', to: 'es' }));
      expect(await outcomes(queue, jobs)).toEqual(texts.map(accent));
      expect(server.books).toMatchObject({ cutOff, requests: 3 + cutOff });
      expect(queue.usage.requests).toBe(3 + cutOff);
      expect(queue.usage.cost).toBeCloseTo(server.books.cost, 12);
      await server.stop();
    },
  );

  test('beside seven more requests: one is asked first, so that a bound too small is met once', async () => {
    const server = await startThinking(3_000);
    const engine = llmEngine({ model: 'deep', baseUrl: server.url, prices: THINKING_PRICES, textsPerRequest: 1 }, {});
    const queue = createQueue(engine, { limits, clock: systemClock });
    const jobs = Array.from({ length: 24 }, (_, at) => ({ text: `The river ${at} is long.`, from: 'en', to: 'es' }));
    expect(await outcomes(queue, jobs)).toEqual(jobs.map(({ text }) => accent(text)));
    expect(server.books).toMatchObject({ cutOff: 1, requests: 25 });
    expect(queue.usage.cost).toBeCloseTo(server.books.cost, 12);
    await server.stop();
  });

  test('one that talks on and on is given no more room', async () => {
    const chat = await startChat((asked, { max_tokens }) => ({
      body: {
        choices: [
          {
            finish_reason: 'length',
            message: { content: `{"translations":[{"id":"1","text":"${accent(asked.texts[0]?.text ?? '').repeat(99)}` },
          },
        ],
        usage: { prompt_tokens: 100, completion_tokens: max_tokens, total_tokens: 0 },
      },
    }));
    await expect(llmEngine({ model: 'loop', baseUrl: chat.url }, {}).translate(ask, never)).rejects.toMatchObject({ kind: 'answer' });
    expect(chat.requests).toHaveLength(1);
    await chat.stop();
  });
});

describe('the format of the answer', () => {
  test('is asked for by schema, then as JSON, then in words, and remembered', async () => {
    const chat = await startChat((asked, { response_format }) =>
      response_format === undefined
        ? translations(asked)
        : { status: 400, body: { error: { message: `response_format ${response_format.type} is unknown` } } },
    );
    const engine = llmEngine({ model: 'old', baseUrl: chat.url }, {});
    const formats = () => chat.requests.map(({ body }) => (body as { response_format?: { type: string } }).response_format?.type);
    expect(await engine.translate(ask, never)).toEqual(texts.map(accent));
    expect(formats()).toEqual(['json_schema', 'json_object', undefined]);
    await engine.translate(ask, never);
    expect(formats()).toEqual(['json_schema', 'json_object', undefined, undefined]);
    await chat.stop();
  });
});

describe('runs of an article', () => {
  test('the headline first, what is around a run once, and what stable parts come first', async () => {
    const chat = await startChat();
    const engine = llmEngine({ model: 'm', baseUrl: chat.url }, {});
    const context = (index: number, before: string, after: string) => ({ article: 'a', index, title: 'Flood in Bonn', before, after });
    const contexts = [
      context(4, 'It began.', texts[1] ?? ''),
      context(5, texts[0] ?? '', 'Nobody knew.'),
      context(9, 'Later.', 'The end.'),
    ];
    await engine.translate({ ...ask, contexts, terms: [{ source: 'mayor', target: 'alcalde' }] }, never);
    const [system, user] = chat.last().messages.map(({ content }) => content);
    expect(Object.keys(JSON.parse(user ?? ''))).toEqual(['title', 'terms', 'texts']);
    expect(JSON.parse(user ?? '').texts).toEqual([
      { id: '1', before: 'It began.', text: texts[0] },
      { id: '2', after: 'Nobody knew.', text: texts[1] },
      { id: '3', before: 'Later.', after: 'The end.', text: texts[2] },
    ]);
    // What a provider caches is the same for the next request of the pair, whatever is in it.
    await engine.translate({ ...ask, texts: ['It snowed.'] }, never);
    expect(chat.last().messages[0]?.content).toBe(system);
    await chat.stop();
  });

  test.each([
    ['es', /1\.234\.567,89/, /Spanish/],
    ['pt-BR', /1\.234\.567,89/, /Brazilian Portuguese/],
    ['de-CH', /1['’]234['’]567[.,]89/, /Swiss High German/],
    ['zh-HK', /2026年11月3日/, /Hong Kong/],
  ])('%s is told its numbers, dates and variety', async (to, numbers, name) => {
    const chat = await startChat();
    await llmEngine({ model: 'm', baseUrl: chat.url }, {}).translate({ ...ask, to }, never);
    expect(chat.last().messages[0]?.content).toMatch(numbers);
    expect(chat.last().messages[0]?.content).toMatch(name);
    await chat.stop();
  });

  test('a draft and what it lacks', async () => {
    const chat = await startChat();
    const repairs = [undefined, { draft: 'Llovió.', lacks: ['"day" must be "día"'] }, undefined];
    await llmEngine({ model: 'm', baseUrl: chat.url }, {}).translate({ ...ask, repairs }, never);
    expect(JSON.parse(chat.last().messages[1]?.content ?? '').texts[1]).toEqual({ id: '2', ...repairs[1], text: texts[1] });
    await chat.stop();
  });
});

describe('Anthropic, through its own client', () => {
  const open = async (options = {}) => {
    const server = await startMessages();
    return {
      server,
      engine: llmEngine({ api: 'anthropic', model: 'claude-sonnet-4-5', baseUrl: server.url, ...options }, { ANTHROPIC_API_KEY: 'key' }),
    };
  };

  test('the instructions to be cached, a bound, the schema, the effort; tokens billed as they are told', async () => {
    const prices = { input: 3, cachedInput: 0.3, cacheWrite: 3.75, output: 15 };
    const { server, engine } = await open({ reasoningEffort: 'low', prices });
    const charges: EngineCharge[] = [];
    expect(await engine.translate({ ...ask, bill: (charge) => charges.push(charge) }, never)).toEqual(texts.map(accent));
    expect(server.requests.at(-1)?.headers.authorization).toBe('Bearer key');
    expect(server.last()).toMatchObject({
      model: 'claude-sonnet-4-5',
      system: [{ text: expect.stringContaining('from English to Spanish'), cache_control: { type: 'ephemeral' } }],
      output_config: { effort: 'low', format: { type: 'json_schema' } },
    });
    expect(server.last().temperature).toBeUndefined();
    expect(server.last().max_tokens).toBeGreaterThan(1_000);
    expect(charges).toEqual([{ cost: (100 * 3 + 1_000 * 0.3 + 200 * 3.75 + 50 * 15) / 1e6 }]);
    await server.stop();
  });

  test.each([
    [429, 'rate_limit_error', 'slow down', { kind: 'busy', retryAfterMs: 7_000 }],
    [529, 'overloaded_error', 'Overloaded', { kind: 'unavailable' }],
    [401, 'authentication_error', 'invalid x-api-key', { kind: 'stopped', help: expect.stringContaining('ANTHROPIC_API_KEY') }],
    [400, 'invalid_request_error', 'Your credit balance is too low', { kind: 'stopped', help: expect.stringContaining('credit') }],
    [400, 'invalid_request_error', 'prompt is too long', { kind: 'invalid' }],
  ])('%i %s is an error by kind', async (status, type, message, expected) => {
    const { server, engine } = await open();
    server.be(() => ({ status, headers: { 'retry-after': '7' }, body: { type: 'error', error: { type, message } } }));
    await expect(engine.translate(ask, never)).rejects.toMatchObject({ name: 'EngineError', ...expected });
    expect(server.requests).toHaveLength(1);
    await server.stop();
  });

  test("an old model without schemas is asked in words; a refusal is the texts' own", async () => {
    const { server, engine } = await open();
    server.be((asked, request) =>
      request.output_config?.format === undefined
        ? translations(asked)
        : {
            status: 400,
            body: { type: 'error', error: { type: 'invalid_request_error', message: 'output_config.format: not supported' } },
          },
    );
    expect(await engine.translate(ask, never)).toEqual(texts.map(accent));
    server.be(() => ({
      body: { type: 'message', role: 'assistant', content: [], stop_reason: 'refusal', usage: { input_tokens: 1, output_tokens: 0 } },
    }));
    await expect(engine.translate(ask, never)).rejects.toMatchObject({ kind: 'invalid' });
    await server.stop();
  });

  test('no key', () => {
    expect(() => llmEngine({ api: 'anthropic', model: 'm' }, {})).toThrow(
      expect.objectContaining({ expected: expect.stringContaining('ANTHROPIC_API_KEY') }),
    );
  });
});

describe('Anthropic', () => {
  let server: Awaited<ReturnType<typeof startMessages>> | undefined;
  engineContract('llm, anthropic', async () => {
    server = await startMessages();
    const engine = llmEngine({ api: 'anthropic', model: 'm', baseUrl: server.url }, { ANTHROPIC_API_KEY: 'key' });
    return { ...engine, close: async () => server?.stop() };
  });
});

describe('prices', () => {
  const usage = { input: 1_000, cachedInput: 400, cacheWrite: 0, output: 100, reasoning: 60 };
  test.each([
    ['gpt-5-mini-2025-08-07', 0.25],
    ['gpt-5', 1.25],
    ['openai/gpt-4o', 2.5],
    ['claude-opus-4-5-20251101', 5],
    ['my-model', undefined],
    ['gpt-5000', undefined],
  ])('%s', (model, input) => expect(pricesOf(model)?.input).toBe(input));

  test('what is cached has its price, and reasoning is output', () => {
    expect(costOf(usage, { input: 2, cachedInput: 0.5, output: 8 })).toBeCloseTo((600 * 2 + 400 * 0.5 + 100 * 8) / 1e6, 12);
    expect(costOf(usage, { input: 2, output: 8 })).toBeCloseTo((1_000 * 2 + 100 * 8) / 1e6, 12);
  });
});

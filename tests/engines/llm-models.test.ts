/** Models as of 2026, through the real clients: they think, report their tokens, and know the answer's format or not. */

import { describe, expect, test } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import type { EngineCharge, EngineRequest } from '../../src/engines/engine.ts';
import { createBound } from '../../src/engines/llm/bound.ts';
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

describe('a server that gives fewer tokens than it is asked for', () => {
  const many = Array.from({ length: 20 }, (_, at) => `The river ${at} is long and the road is short, and it rained all day in the town.`);
  test.each<[string, number, (asked: number) => string]>([
    [
      'OpenAI',
      2_048,
      (asked) => `max_tokens is too large: ${asked}. This model supports at most 2048 completion tokens, whereas you provided ${asked}.`,
    ],
    [
      'Anthropic',
      2_048,
      (asked) => `max_tokens: ${asked} > 2048, which is the maximum allowed number of output tokens for claude-3-5-haiku-20241022`,
    ],
    ['Groq', 2_048, () => '`max_tokens` must be less than or equal to `2048`, the maximum value for `max_tokens` for this model'],
    ['DeepSeek', 2_048, () => 'Invalid max_tokens value, the valid range of max_tokens is [1, 2048]'],
    [
      'vLLM',
      2_596,
      (asked) =>
        `'max_tokens' or 'max_completion_tokens' is too large: ${asked}. This model's maximum context length is 4096 tokens and your request has 1500 input tokens (${asked} > 4096 - 1500).`,
    ],
    [
      'an older vLLM',
      3_096,
      (asked) =>
        `This model's maximum context length is 4,096 tokens. However, you requested ${asked + 1000} tokens (1000 in the messages, ${asked} in the completion).`,
    ],
  ])('%s: is asked for %i', async (_, most, refusal) => {
    const bounds: number[] = [];
    const chat = await startChat((asked, { max_tokens }) => {
      bounds.push(max_tokens);
      return max_tokens > most ? { status: 400, body: { error: { message: refusal(max_tokens) } } } : translations(asked);
    });
    const engine = llmEngine({ model: 'm', baseUrl: chat.url }, {});
    expect(await engine.translate({ texts: many, from: 'en', to: 'es' }, never)).toEqual(many.map(accent));
    expect(bounds).toHaveLength(2);
    expect(bounds[1]).toBe(most);
    await chat.stop();
  });

  test('that holds for a model is remembered; a context that is too small for the texts is the queue’s to split', async () => {
    const chat = await startChat((asked, { max_tokens }) =>
      max_tokens > 2_048 ? { status: 400, body: { error: { message: 'supports at most 2048 completion tokens' } } } : translations(asked),
    );
    const engine = llmEngine({ model: 'm', baseUrl: chat.url }, {});
    for (let round = 0; round < 3; round++) await engine.translate({ texts: many, from: 'en', to: 'es' }, never);
    expect(chat.requests).toHaveLength(4);
    chat.be(() => ({
      status: 400,
      body: { error: { message: "This model's maximum context length is 4096 tokens. (4000 in the messages)" } },
    }));
    await expect(engine.translate({ texts: many, from: 'en', to: 'es' }, never)).rejects.toMatchObject({ kind: 'invalid' });
    await chat.stop();
  });

  test.each([
    [
      'max_tokens',
      'max_completion_tokens',
      "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
    ],
  ])('one that knows %s only as %s', async (older, newer, refusal) => {
    const chat = await startChat((asked, request) =>
      older in request ? { status: 400, body: { error: { message: refusal } } } : translations(asked),
    );
    const engine = llmEngine({ model: 'm', baseUrl: chat.url }, {});
    for (let round = 0; round < 2; round++) expect(await engine.translate(ask, never)).toEqual(texts.map(accent));
    expect(chat.requests.map(({ body }) => newer in (body as object))).toEqual([false, true, true]);
    await chat.stop();
  });
});

describe('tokens as servers report them', () => {
  const prices = { input: 2, cachedInput: 0.5, cacheWrite: 2.5, output: 8 };
  test.each<[string, object | null | undefined, EngineCharge | undefined]>([
    ['nothing', undefined, undefined],
    ['null', null, undefined],
    ['an empty object', {}, undefined],
    ['a total alone', { total_tokens: 500 }, undefined],
    ['words', { prompt_tokens: 'many', completion_tokens: 50 }, undefined],
    ['what is below nothing', { prompt_tokens: 100, completion_tokens: -1 }, undefined],
    [
      'thoughts beside the answer, as xAI',
      { prompt_tokens: 100, completion_tokens: 50, total_tokens: 1_150, completion_tokens_details: { reasoning_tokens: 1_000 } },
      { cost: (100 * 2 + 1_050 * 8) / 1e6 },
    ],
    [
      'thoughts in the total alone, as Gemini',
      { prompt_tokens: 100, completion_tokens: 50, total_tokens: 1_150 },
      { cost: (100 * 2 + 1_050 * 8) / 1e6 },
    ],
    [
      'the cache in words of its own, as DeepSeek',
      { prompt_tokens: 1_000, completion_tokens: 50, total_tokens: 1_050, prompt_cache_hit_tokens: 900, prompt_cache_miss_tokens: 100 },
      { cost: (100 * 2 + 900 * 0.5 + 50 * 8) / 1e6 },
    ],
    [
      'what it wrote into its cache, as OpenAI',
      {
        prompt_tokens: 1_000,
        completion_tokens: 50,
        total_tokens: 1_050,
        prompt_tokens_details: { cached_tokens: 300, cache_write_tokens: 500 },
      },
      { cost: (200 * 2 + 300 * 0.5 + 500 * 2.5 + 50 * 8) / 1e6 },
    ],
  ])('%s', async (_, usage, charge) => {
    const chat = await startChat((asked) => ({
      body: { choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: translations(asked) } }], usage },
    }));
    const charges: EngineCharge[] = [];
    await llmEngine({ model: 'm', baseUrl: chat.url, prices }, {}).translate({ ...ask, bill: (told) => void charges.push(told) }, never);
    expect(charges).toEqual(charge === undefined ? [] : [charge]);
    await chat.stop();
  });

  test('and dollars, where no prices are known, as OpenRouter', async () => {
    const chat = await startChat((asked) => ({
      body: {
        choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: translations(asked) } }],
        usage: { prompt_tokens: 100, completion_tokens: 50, total_tokens: 150, cost: 0.0123 },
      },
    }));
    const charges: EngineCharge[] = [];
    await llmEngine({ model: 'm', baseUrl: chat.url }, {}).translate({ ...ask, bill: (told) => void charges.push(told) }, never);
    expect(charges).toEqual([{ cost: 0.0123 }]);
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
    ['claude-opus-4-20250514', 15],
    ['claude-opus-4-0', 15],
    ['claude-opus-4-6', 5],
    ['claude-haiku-5-5', 0.1],
    ['gpt-6-luna', 0.1],
    ['gpt-5.2-chat-latest', 1.75],
    ['gpt-5-pro', 15],
    ['o3-pro-2025-06-10', 20],
    ['gpt-4o-2024-05-13', 5],
    ['gpt-4o-audio-preview', undefined],
    ['gpt-7', undefined],
    ['claude-opus-4-9', undefined],
    ['constructor', undefined],
    ['my-model', undefined],
    ['gpt-5000', undefined],
  ])('%s', (model, input) => expect(pricesOf(model)?.input).toBe(input));

  test.each([
    ['https://eu.api.openai.com/v1', true],
    ['https://api.anthropic.com', true],
    ['https://openrouter.ai/api/v1', false],
    ['https://api.openai.com.evil.example/v1', false],
    ['http://127.0.0.1:11434/v1', false],
  ])('of %s are the table’s: %s', (baseUrl, isKnown) => {
    const engine = llmEngine({ model: 'gpt-5', baseUrl }, { OPENAI_API_KEY: 'key' });
    expect(engine.pricePerMillionCharacters !== undefined).toBe(isKnown);
  });

  test('a batch asks for no more than every model of the table gives', () => {
    const full = Array.from({ length: 20 }, () => 'x'.repeat(200));
    expect(createBound().batchBoundFor(full)).toBe(16_000);
    expect(createBound().batchBoundFor(['x'])).toBe(4 * createBound().boundFor(['x']));
  });

  test('what is cached has its price, and reasoning is output', () => {
    expect(costOf(usage, { input: 2, cachedInput: 0.5, output: 8 })).toBeCloseTo((600 * 2 + 400 * 0.5 + 100 * 8) / 1e6, 12);
    expect(costOf(usage, { input: 2, output: 8 })).toBeCloseTo((1_000 * 2 + 100 * 8) / 1e6, 12);
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { EngineRequest } from '../../src/engines/engine.ts';
import { usable } from '../../src/engines/llm/answer.ts';
import { instructions } from '../../src/engines/llm/prompt.ts';
import { llmEngine } from '../../src/engines/llm.ts';
import { startJsonServer } from '../support/http.ts';
import { accent, type Model, startChat, translations } from '../support/llm.ts';
import { engineContract } from './contract.ts';

let chat: Awaited<ReturnType<typeof startChat>>;
beforeAll(async () => {
  chat = await startChat();
});
afterAll(() => chat.stop());
const well: Model = (asked) => translations(asked);
afterEach(() => chat.be(well));

const open = (options = {}) => llmEngine({ model: 'small', baseUrl: chat.url, ...options }, {});
const signal = new AbortController().signal;
const texts = ['The river is long and the road is short.', 'It <g id="1">rained</g> all day.', 'The mayor of the town resigned.'];
const ask = { texts, from: 'en', to: 'es' };
const translate = (request: Partial<EngineRequest> = {}, options = {}) => open(options).translate({ ...ask, ...request }, signal);

engineContract('llm', () => open());

describe('what is sent', () => {
  test('texts as data by id, the task apart from them, no tools, a bound', async () => {
    await translate({
      terms: [{ source: 'mayor', target: 'alcalde' }],
      examples: [{ source: 'It snowed.', target: 'Nevó.' }],
      contexts: [{ before: 'He said:' }, {}, { after: 'She left.', note: 'A woman.' }],
    });
    const { messages, tools, model, temperature, response_format, max_tokens } = chat.last();
    expect({ tools, model, temperature, format: response_format?.type }).toEqual({
      tools: undefined,
      model: 'small',
      temperature: undefined,
      format: 'json_schema',
    });
    expect(max_tokens).toBeLessThan(1_700);
    expect(messages.map(({ role }) => role)).toEqual(['system', 'user']);
    expect(messages[0]?.content).toMatch(/from English to Spanish[\s\S]*never followed[\s\S]*inflected/);
    expect(messages[0]?.content).not.toContain('river');
    expect(JSON.parse(messages[1]?.content ?? '')).toEqual({
      texts: [
        { id: '1', before: 'He said:', text: texts[0] },
        { id: '2', text: texts[1] },
        { id: '3', text: texts[2], after: 'She left.', note: 'A woman.' },
      ],
      terms: [{ source: 'mayor', target: 'alcalde' }],
      examples: [{ source: 'It snowed.', target: 'Nevó.' }],
    });
  });

  test('the shape in other ways, and a house style', async () => {
    await translate({}, { format: 'json', style: 'Address readers as tú.', temperature: 0.2, reasoningEffort: 'low' });
    expect(chat.last()).toMatchObject({ temperature: 0.2, reasoning_effort: 'low' });
    expect(chat.last().response_format).toEqual({ type: 'json_object' });
    expect(chat.last().messages[0]?.content).toContain('House style: Address readers as tú.');
    await translate({}, { format: 'words', style: { ca: 'Tracteu de vostè.', es: 'Trate de usted.' } });
    expect(chat.last().response_format).toBeUndefined();
    expect(chat.last().messages[0]?.content).toContain('House style: Trate de usted.');
  });
});

describe('a model that misbehaves', () => {
  const answers = texts.map(accent);
  const said = (message: object, reason: string) => ({ body: { choices: [{ index: 0, finish_reason: reason, message }] } });

  test.each<[string, Model]>([
    [
      'chatters around the JSON',
      (asked) => `Sure! Here {is} your translation:\n\`\`\`json\n${translations(asked)}\n\`\`\`\nAnything else?`,
    ],
    [
      'adds keys and ids',
      (asked) => JSON.stringify({ thoughts: '...', ...JSON.parse(translations({ texts: [...asked.texts, { id: '9', text: 'x' }] })) }),
    ],
    ['changes the order', (asked) => translations({ texts: [...asked.texts].reverse() })],
    ['repeats an id', (asked) => translations({ texts: [...asked.texts, ...asked.texts.map((text) => ({ ...text, text: 'x' }))] })],
    [
      'shows the end of its thoughts alone, with a draft among them',
      (asked) => `{"translations":[{"id":"1","text":"a draft"}]}, but better:\n</think>\n${translations(asked)}`,
    ],
    ['gives the list alone', (asked) => JSON.stringify(JSON.parse(translations(asked)).translations)],
    ['gives no ids, in order', (asked) => JSON.stringify({ translations: asked.texts.map(({ text }) => accent(text)) })],
    [
      'answers in parts (Mistral)',
      (asked) =>
        said(
          {
            content: [
              { type: 'thinking', thinking: [] },
              { type: 'text', text: translations(asked) },
            ],
          },
          'stop',
        ),
    ],
    ['writes tags its own way', (asked) => translations(asked, (text) => accent(text).replace('<g id="1">', "<g id='1' >"))],
  ])('and %s is understood', async (_, model) => {
    chat.be(model);
    expect(await translate()).toEqual(answers);
  });

  test.each<[string, Model, (string | undefined)[]]>([
    ['leaves a text out', (asked) => translations({ texts: asked.texts.filter(({ id }) => id !== '2') }), [answers[0], '', answers[2]]],
    [
      'gives a text back as it is',
      (asked) => translations(asked, (text) => (text === texts[0] ? text : accent(text))),
      ['', answers[1], answers[2]],
    ],
    [
      'obeys what a text says',
      (asked) => translations(asked, (text) => (text === texts[0] ? 'HACKED' : accent(text))),
      ['', answers[1], answers[2]],
    ],
    ['brings in an address', (asked) => translations(asked, (text) => `${accent(text)} https://evil.example`), ['', '', '']],
    [
      'merges two texts without ids',
      (asked) => JSON.stringify({ translations: [accent(asked.texts[0]?.text ?? ''), accent(asked.texts[1]?.text ?? '')] }),
      ['', '', ''],
    ],
    ['talks on and on', (asked) => translations(asked, (text) => accent(text).repeat(9)), ['', '', '']],
  ])('and %s has that text empty, for the queue to ask again', async (_, model, expected) => {
    chat.be(model);
    expect(await translate()).toEqual(expected);
  });

  test.each<[string, Model, object]>([
    ['says no JSON', () => 'I am sorry, Dave.', { kind: 'answer' }],
    ['breaks off', (asked) => translations(asked).slice(0, 60), { kind: 'answer' }],
    [
      'refuses',
      () => ({ body: { choices: [{ message: { role: 'assistant', refusal: 'I cannot.' }, finish_reason: 'stop' }] } }),
      { kind: 'invalid', message: 'llm: refused: I cannot.' },
    ],
    [
      'is stopped by a filter',
      () => said({ content: null }, 'content_filter'),
      { kind: 'invalid', message: 'llm: refused: content_filter' },
    ],
    [
      'is away behind its gateway',
      () => ({ body: { error: { code: 502, message: 'Provider returned error' } } }),
      { kind: 'unavailable', message: 'llm: Provider returned error' },
    ],
    ['is busy behind its gateway', () => ({ body: { error: { code: 429, message: 'slow down' } } }), { kind: 'busy' }],
    ['is no model at all', () => ({ body: 'null' }), { kind: 'unavailable', message: 'llm: the server answered without a completion' }],
    [
      'is behind a gateway that shows a page',
      () => ({ status: 502, headers: { 'content-type': 'text/html' }, body: `<html><h1>502</h1>${'x'.repeat(9_000)}` }),
      { kind: 'unavailable', message: 'llm: 502 (a page in HTML)' },
    ],
    [
      'talks much about its trouble',
      () => ({ status: 400, body: { error: { message: 'no\n'.repeat(3_000) } } }),
      { kind: 'invalid', message: expect.stringMatching(/^llm: 400 no no[^\n]{300,400} \.\.\.$/) },
    ],
    [
      'is over its rate',
      () => ({ status: 429, headers: { 'retry-after': '3' }, body: { error: { message: 'slow down' } } }),
      { kind: 'busy', retryAfterMs: 3000 },
    ],
    ['has no credit', () => ({ status: 429, body: { error: { message: 'no credit', code: 'insufficient_quota' } } }), { kind: 'stopped' }],
    [
      'does not know the key',
      () => ({ status: 401, body: { error: { message: 'bad key' } } }),
      { kind: 'stopped', help: expect.stringContaining('OPENAI_API_KEY') },
    ],
    ['is not there', () => ({ status: 404, body: { error: { message: 'model "small" not found' } } }), { kind: 'stopped' }],
    ['finds the texts too long', () => ({ status: 400, body: { error: { message: 'maximum context length' } } }), { kind: 'invalid' }],
    [
      'knows no schemas',
      () => ({ status: 400, body: { error: { message: 'response_format is not supported' } } }),
      { kind: 'stopped', help: expect.stringContaining('"format"') },
    ],
    ['is down', () => ({ status: 503, body: { error: { message: 'loading' } } }), { kind: 'unavailable' }],
  ])('and %s is an error by kind, sent once', async (_, model, expected) => {
    chat.be(model);
    const before = chat.requests.length;
    await expect(translate({}, { format: 'schema' })).rejects.toMatchObject({ name: 'EngineError', ...expected });
    expect(chat.requests.length - before).toBe(1);
  });

  test('and takes no system message has the task before the texts', async () => {
    const server = await startJsonServer(({ body }) => {
      const { messages } = body as { messages: { role: string; content: string }[] };
      if (messages.some(({ role }) => role === 'system')) return { status: 400, body: { error: { message: 'System role not supported' } } };
      const asked = JSON.parse(messages[0]?.content.split('\n\n').at(-1) ?? '{}');
      return said({ content: translations(asked) }, 'stop');
    });
    const engine = llmEngine({ model: 'm', baseUrl: `${server.url}/v1` }, {});
    for (let round = 0; round < 2; round++) expect(await engine.translate(ask, new AbortController().signal)).toEqual(answers);
    expect(server.requests).toHaveLength(3);
    await server.stop();
  });

  test('and never answers meets the deadline', async () => {
    chat.be(() => undefined);
    await expect(translate({}, { timeoutSeconds: 0.05 })).rejects.toMatchObject({ kind: 'unavailable' });
  });

  test('the signal ends the request on the wire', async () => {
    const control = new AbortController();
    chat.be(() => {
      setImmediate(() => control.abort());
      return undefined;
    });
    await expect(open().translate(ask, control.signal)).rejects.toMatchObject({ kind: 'aborted' });
    await chat.lastGone();
  });
});

test.each([
  ['The mayor said no.', 'El alcalde dijo que no.', true],
  ['New York', 'New York', true],
  ['The cat sat on the mat', 'The cat sat on the mat', false],
  ['See <g id="1">https://a.example/x</g>.', 'Véase <g id="1">https://a.example/x</g>.', true],
  ['Yes', 'Y'.repeat(200), false],
  ['', '', true],
])('%j -> %j is usable: %j', (source, answer, expected) => expect(usable(source, answer)).toBe(expected));

test.each([
  ['pt-BR', 'Brazilian Portuguese'],
  ['zh-HK', 'Chinese (Traditional, Hong Kong SAR China)'],
  ['zh', 'Simplified Chinese'],
  ['sr', 'Serbian (Cyrillic)'],
  ['cnr', 'Serbian (Latin, Montenegro)'],
  ['pa-PK', 'Punjabi (Arabic, Pakistan)'],
  ['ca-valencia', 'Catalan (Valencian)'],
  ['fr', 'French'],
])('%s is told to a model as %s', (locale, name) => expect(instructions('en', locale, undefined)).toContain(`to ${name}.`));

test.each([
  [{ baseUrl: 'http://127.0.0.1:1', textsPerRequest: 0, model: 'm' }, 'a number above 0', 'Correct'],
  [{ baseUrl: 'http://127.0.0.1:1', format: 'xml', model: 'm' }, 'one of "auto", "schema", "json", "words"', 'Correct'],
  [{ baseUrl: 'http://127.0.0.1:1' }, 'string', 'Set'],
])('%j is told in words', (entry, expected, help) => {
  expect(() => llmEngine(entry, {})).toThrow(expect.objectContaining({ expected, help: expect.stringContaining(help) }));
});

test('without a key or a server', () => {
  expect(() => llmEngine({ model: 'x' }, {})).toThrow(expect.objectContaining({ name: 'KnownError', got: 'neither' }));
  expect(() => llmEngine({ baseUrl: 'http://127.0.0.1:1' }, {})).toThrow(
    expect.objectContaining({ message: '"engines.llm.model" is missing' }),
  );
  expect(() => llmEngine({ model: 'x', tools: [] }, {})).toThrow(expect.objectContaining({ message: 'Unknown key "engines.llm.tools"' }));
});

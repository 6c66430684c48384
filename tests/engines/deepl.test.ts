/** DeepL's real client against a local server. */

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { deeplEngine } from '../../src/engines/deepl.ts';
import { type DeepLBehaviour, startDeepL } from '../support/deepl.ts';
import { engineContract } from './contract.ts';

let server: Awaited<ReturnType<typeof startDeepL>>;
beforeAll(async () => {
  server = await startDeepL();
});
afterAll(() => server.stop());
afterEach(() => server.behave(() => 'well'));

const open = (options = {}) => deeplEngine({ serverUrl: server.url, ...options }, { DEEPL_AUTH_KEY: 'key' });
const signal = new AbortController().signal;
const ask = { texts: ['The river is long.', 'It <g id="1">rained</g>.'], from: 'en-GB', to: 'es' };

engineContract('deepl', () => open());

describe('what is sent', () => {
  test('fragments as XML, each a sentence, with the key', async () => {
    await open({ formality: 'prefer_less' }).translate(ask, signal);
    expect(server.calls.at(-1)).toMatchObject({
      texts: ask.texts,
      fields: {
        source_lang: 'en',
        target_lang: 'es',
        tag_handling: 'xml',
        tag_handling_version: 'v2',
        split_sentences: '0',
        preserve_formatting: '1',
        formality: 'prefer_less',
      },
    });
    expect(server.requests.at(-1)?.headers.authorization).toBe('DeepL-Auth-Key key');
  });

  test('what stands around a text that goes alone', async () => {
    await open().translate({ ...ask, texts: ['It rained.'], contexts: [{ before: 'He looked up.', after: 'He left.' }] }, signal);
    expect(server.calls.at(-1)?.fields.context).toBe('He looked up. It rained. He left.');
  });

  test('one context for all texts: the headline, and each run of neighbours with what is around it', async () => {
    const context = (index: number, before: string, after: string) => ({ article: 'a', index, title: 'Flood in Bonn', before, after });
    const texts = ['It <g id="1">rained</g>.', 'It snowed.', 'It ended.'];
    const contexts = [
      context(3, 'It was dark.', 'It snowed.'),
      context(4, 'It rained.', 'Nobody came.'),
      context(9, 'It was late.', 'Good night.'),
    ];
    await open().translate({ ...ask, texts, contexts }, signal);
    expect(server.calls.at(-1)?.fields.context).toBe(
      'Flood in Bonn\nIt was dark. It rained. It snowed. Nobody came.\nIt was late. It ended. Good night.',
    );
    expect(server.calls.at(-1)?.texts).toEqual(texts);
  });

  test('the model, instructions and style rules by locale, several glossaries', async () => {
    const options = {
      modelType: 'prefer_quality_optimized',
      customInstructions: { es: ['Use the second person.', 'Keep sentences short.'], fr: ['x'] },
      styleRules: { es: 'style-1' },
      glossaries: ['g-desk', 'g-sport'],
    };
    await open(options).translate(ask, signal);
    expect(server.calls.at(-1)).toMatchObject({
      fields: { model_type: 'prefer_quality_optimized', style_id: 'style-1', glossary_ids: 'g-desk,g-sport' },
      instructions: ['Use the second person.', 'Keep sentences short.'],
    });
    await open(options).translate({ ...ask, to: 'de' }, signal);
    expect(server.calls.at(-1)?.fields).not.toHaveProperty('style_id');
    expect(server.calls.at(-1)?.instructions).toEqual([]);
  });

  test('the characters that DeepL billed are told', async () => {
    const charges: object[] = [];
    await open().translate({ ...ask, bill: (charge) => charges.push(charge) }, signal);
    expect(charges).toEqual([{ characters: ask.texts.join('').length }]);
  });
});

describe('the quota', () => {
  test('is asked once, and nothing is sent beyond it', async () => {
    const account = await startDeepL({ count: 970, limit: 1_000 });
    const engine = deeplEngine({ serverUrl: account.url }, { DEEPL_AUTH_KEY: 'key' });
    await engine.translate({ ...ask, texts: ['The river is long.'] }, signal);
    await expect(engine.translate({ ...ask, texts: ['The river is long.'] }, signal)).rejects.toMatchObject({
      kind: 'stopped',
      message: "deepl: 12 characters are left of this billing period's quota",
      help: expect.stringContaining('quota'),
    });
    expect(account.calls).toHaveLength(1);
    expect(account.requests.filter(({ path }) => path === '/v2/usage')).toHaveLength(1);
    await account.stop();
  });

  test('is not used up by requests that are refused and tried again', async () => {
    const account = await startDeepL({ count: 970, limit: 1_000 });
    const engine = deeplEngine({ serverUrl: account.url }, { DEEPL_AUTH_KEY: 'key' });
    account.behave(() => ({ status: 429 }));
    const again = () => engine.translate({ ...ask, texts: ['The river is long.'] }, signal);
    for (let attempt = 0; attempt < 3; attempt++) await expect(again()).rejects.toMatchObject({ kind: 'busy' });
    account.behave(() => 'well');
    expect(await again()).toHaveLength(1);
    await expect(again()).rejects.toMatchObject({ kind: 'stopped' });
    await account.stop();
  });
});

describe('errors by kind, none tried again by the client', () => {
  test.each<[string, DeepLBehaviour, object]>([
    ['over the rate', () => ({ status: 429 }), { kind: 'busy', retryAfterMs: undefined }],
    ['over the rate, with a wait', () => ({ status: 429, headers: { 'Retry-After': '4' } }), { kind: 'busy', retryAfterMs: 4_000 }],
    ['a key that is not known', () => ({ status: 403 }), { kind: 'stopped', help: expect.stringContaining('key') }],
    ['over the quota', () => ({ status: 456 }), { kind: 'stopped', help: expect.stringContaining('billing period') }],
    ['a bad language', () => ({ status: 400, body: { message: "Value for 'target_lang' not supported." } }), { kind: 'stopped' }],
    ['a bad text', () => ({ status: 400, body: { message: 'Tag handling parsing failed' } }), { kind: 'invalid' }],
    ['too much', () => ({ status: 413 }), { kind: 'invalid' }],
    ['down', () => ({ status: 503 }), { kind: 'unavailable' }],
    ['broken', () => ({ status: 500 }), { kind: 'unavailable' }],
    ['a wrong count', () => 'wrong', { kind: 'answer', message: 'deepl: 1 texts for 2' }],
  ])('%s', async (_, behaviour, expected) => {
    server.behave(behaviour);
    const before = server.calls.length;
    await expect(open().translate(ask, signal)).rejects.toMatchObject({ name: 'EngineError', ...expected });
    expect(server.calls.length - before).toBe(1);
  });

  test('silence meets the deadline', async () => {
    server.behave(() => undefined);
    await expect(open({ timeoutSeconds: 0.05 }).translate(ask, signal)).rejects.toMatchObject({ kind: 'unavailable' });
  });

  test('the signal ends the request on the wire', async () => {
    const control = new AbortController();
    server.behave(() => {
      setImmediate(() => control.abort());
      return undefined;
    });
    await expect(open().translate(ask, control.signal)).rejects.toMatchObject({ kind: 'aborted' });
    await server.lastGone();
  });

  test('no key', () => {
    expect(() => deeplEngine({}, {})).toThrow(
      expect.objectContaining({ name: 'KnownError', expected: 'DEEPL_AUTH_KEY in the environment' }),
    );
  });
});

describe('glossaries', () => {
  const river = [{ source: 'river', target: 'río' }];
  const estuary = [{ source: 'river', target: 'ría' }];
  const pair = { from: 'en', to: 'es' };
  const request = { ...ask, ...pair };
  const project = (key?: string) => deeplEngine({ serverUrl: server.url, glossary: true }, { DEEPL_AUTH_KEY: 'key' }, async () => key);
  const entries = () => [...server.glossaries.values()].map(({ entries }) => entries);
  afterEach(() => server.glossaries.clear());

  test('are created, used, and replaced when the terms change', async () => {
    const engine = project('0f1e2d3c');
    await engine.prepare?.(pair, river, signal);
    await engine.translate(request, signal);
    const [first] = server.glossaries.values();
    expect(first).toMatchObject({ name: expect.stringMatching(/^dragoman-0f1e2d3c-en-es-[\da-f]{12}$/), entries: 'river\trío' });
    expect(server.calls.at(-1)?.fields.glossary_id).toBe(first?.glossary_id);

    const again = project('0f1e2d3c');
    await again.prepare?.(pair, river, signal);
    expect([...server.glossaries.values()]).toEqual([first]);
    await again.prepare?.(pair, estuary, signal);
    expect(entries()).toEqual(['river\tría']);
    expect([engine.takesTerms, open().takesTerms]).toEqual([true, false]);
  });

  test('of two projects on one account, and of two varieties, live side by side', async () => {
    const [one, other] = [project('11111111'), project('22222222')];
    await one.prepare?.(pair, river, signal);
    await other.prepare?.(pair, estuary, signal);
    await one.prepare?.({ from: 'en', to: 'pt-BR' }, river, signal);
    await one.prepare?.({ from: 'en', to: 'pt' }, estuary, signal);
    await one.prepare?.({ from: 'en', to: 'pt-PT' }, estuary, signal);
    expect(entries()).toHaveLength(5);
    for (const engine of [one, other]) {
      await engine.translate(request, signal);
      const used = server.glossaries.get(server.calls.at(-1)?.fields.glossary_id ?? '');
      expect(used?.entries).toBe(engine === one ? 'river\trío' : 'river\tría');
    }
  });

  test('of projects that nothing tells apart are one where the terms are the same, and nobody deletes them', async () => {
    await project().prepare?.(pair, river, signal);
    await project().prepare?.(pair, river, signal);
    expect(entries()).toEqual(['river\trío']);
    await project().prepare?.(pair, estuary, signal);
    await project('11111111').prepare?.(pair, estuary, signal);
    expect(entries()).toHaveLength(3);
  });

  test('that somebody has deleted are made again, once, and requests go on', async () => {
    const engine = project('11111111');
    await engine.prepare?.(pair, river, signal);
    server.glossaries.clear();
    const answers = await Promise.all(Array.from({ length: 5 }, () => engine.translate(request, signal)));
    expect(answers).toHaveLength(5);
    expect(entries()).toEqual(['river\trío']);
  });

  test('that cannot be made again now are, with a later request', async () => {
    const engine = project('11111111');
    await engine.prepare?.(pair, river, signal);
    server.glossaries.clear();
    server.fail = true;
    await expect(engine.translate(request, signal)).rejects.toMatchObject({ kind: 'unavailable' });
    server.fail = false;
    await engine.translate(request, signal);
    expect(entries()).toEqual(['river\trío']);
  });

  test('of one’s own that are gone are told', async () => {
    const engine = open({ glossaries: ['g-desk'] });
    await expect(engine.translate(ask, signal)).rejects.toMatchObject({ kind: 'stopped', message: /[Gg]lossary/ });
  });
});

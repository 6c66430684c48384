/** Google's real client against the local Google. */

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { EngineCharge } from '../../src/engines/engine.ts';
import { googleEngine } from '../../src/engines/google.ts';
import { failure } from '../support/google/failure.ts';
import { type LocalGoogle, startLocalGoogle } from '../support/google/server.ts';
import { engineContract } from './contract.ts';

let server: LocalGoogle;
beforeAll(async () => {
  server = await startLocalGoogle();
});
afterAll(() => server.stop());
afterEach(() => server.behave(() => 'well'));

const open = (options = {}) => googleEngine({ apiEndpoint: server.endpoint, insecure: true, projectId: 'desk', ...options }, {});
const signal = new AbortController().signal;
const ask = { texts: ['The river is long.'], from: 'en', to: 'es' };

engineContract('google', () => open());

describe('what is sent', () => {
  test('an own endpoint is asked without a look for credentials or the metadata server', async () => {
    let asked = 0;
    const metadata = createServer((_, response) => {
      asked++;
      response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => metadata.listen(0, '127.0.0.1', resolve));
    vi.stubEnv('GCE_METADATA_HOST', `127.0.0.1:${(metadata.address() as AddressInfo).port}`);
    vi.stubEnv('GOOGLE_APPLICATION_CREDENTIALS', '/nowhere/key.json');
    const engine = open();
    expect(await engine.translate(ask, signal)).toHaveLength(1);
    await engine.close?.();
    vi.unstubAllEnvs();
    await new Promise((resolve) => metadata.close(resolve));
    expect(asked).toBe(0);
  });

  test('project, location, model, languages, HTML and labels', async () => {
    const engine = open({ location: 'us-central1', model: 'general/translation-llm', labels: { desk: 'foreign' } });
    await engine.translate({ ...ask, to: 'zh-Hant', label: 'Run 2026/11/03' }, signal);
    expect(server.calls.at(-1)?.request).toMatchObject({
      parent: 'projects/desk/locations/us-central1',
      model: 'projects/desk/locations/us-central1/models/general/translation-llm',
      mimeType: 'text/html',
      sourceLanguageCode: 'en',
      targetLanguageCode: 'zh-TW',
      labels: { desk: 'foreign', run: 'run-2026-11-03' },
      glossaryConfig: null,
    });
    expect(engine).toMatchObject({
      name: 'google',
      model: 'general/translation-llm',
      limits: { textsPerRequest: 1024, charactersPerRequest: 30_000 },
    });
    await engine.close?.();
  });

  test('adaptive translation with the reviewed sentences that are like the texts', async () => {
    const engine = open({ location: 'us-central1', adaptiveDataset: 'news-{from}-{to}' });
    const examples = [{ source: 'The <g id="1">lake</g> is long.', target: 'El <g id="1">lago</g> es largo.' }];
    const charges: EngineCharge[] = [];
    const [answer] = await engine.translate({ ...ask, examples, bill: (charge) => charges.push(charge) }, signal);
    expect(server.calls.at(-1)).toMatchObject({
      method: 'AdaptiveMtTranslate',
      request: {
        dataset: 'projects/desk/locations/us-central1/adaptiveMtDatasets/news-en-es',
        content: ask.texts,
        mimeType: 'text/html',
        referenceSentenceConfig: {
          sourceLanguageCode: 'en',
          targetLanguageCode: 'es',
          referenceSentencePairLists: [
            {
              referenceSentencePairs: [
                { sourceSentence: 'The <u id="1">lake</u> is long.', targetSentence: 'El <u id="1">lago</u> es largo.' },
              ],
            },
          ],
        },
      },
    });
    expect([engine.model, engine.takesExamples, open().takesExamples]).toEqual(['adaptive', true, false]);
    expect(charges[0]?.cost).toBeCloseTo((25 * ((ask.texts[0]?.length ?? 0) + (answer?.length ?? 0))) / 1e6, 12);
    await engine.close?.();
  });

  test.each([
    ['general/nmt', 20, 18 * 20],
    ['general/translation-llm', 21, 18 * 10],
    ['projects/p/locations/l/models/NM1', 80, 18 * 80],
  ])('%s has its own price', async (model, perMillion, least) => {
    const engine = open({ model });
    const charges: EngineCharge[] = [];
    await engine.translate({ ...ask, bill: (charge) => charges.push(charge) }, signal);
    expect(engine.pricePerMillionCharacters).toBe(perMillion);
    expect((charges[0]?.cost ?? 0) * 1e6).toBeGreaterThanOrEqual(least - 1e-6);
    expect((charges[0]?.cost ?? 0) * 1e6 > least + 1).toBe(model.endsWith('llm'));
    const own = open({ model, pricePerMillionCharacters: 3 });
    expect(own.pricePerMillionCharacters).toBe(3);
    await own.translate({ ...ask, bill: () => expect.unreachable('the configured price counts') }, signal);
    await Promise.all([engine.close?.(), own.close?.()]);
  });

  test('what is billed is the code points of the fragments', async () => {
    const texts = ['The <g id="1">red 😀</g> car &amp; <x id="12"/>', 'A <x id="open-3"/>half'];
    const engine = open();
    await engine.translate({ ...ask, texts }, signal);
    expect(server.calls.at(-1)?.characters).toBe([...texts.join('')].length);
    await engine.close?.();
  });
});

describe('errors by kind', () => {
  const failed = async (options = {}, stop = signal) => {
    const engine = open(options);
    const error: unknown = await engine.translate(ask, stop).catch((reason) => reason);
    await engine.close?.();
    return error;
  };

  test.each([
    ['over the quota a minute', failure(8, 'Quota exceeded', [{ retryAfterMs: 1250 }, { reason: 'RATE_LIMIT_EXCEEDED' }]), 'busy', 1250],
    ['over the quota, said the other way', failure(7, 'User Rate Limit Exceeded'), 'busy', undefined],
    [
      'over the daily quota',
      failure(8, 'Quota exceeded', [{ reason: 'RATE_LIMIT_EXCEEDED', metadata: { quota_limit: 'CharactersPerDay' } }]),
      'stopped',
      undefined,
    ],
    ['over the daily limit', failure(7, 'Daily Limit Exceeded'), 'stopped', undefined],
    ['the API not enabled', failure(7, 'Cloud Translation API has not been used', [{ reason: 'SERVICE_DISABLED' }]), 'stopped', undefined],
    ['no credentials', failure(16, 'Request had invalid authentication credentials'), 'stopped', undefined],
    ['a glossary that is gone', failure(5, 'Glossary not found'), 'stopped', undefined],
    ['a text that is refused', failure(3, 'Invalid value', [{ field: 'contents[0]', description: 'bad' }]), 'invalid', undefined],
    [
      'a language that is not there',
      failure(3, 'Target language is invalid.', [{ field: 'target_language_code', description: 'xx' }]),
      'stopped',
      undefined,
    ],
    ['a model that is not there', failure(3, 'Model not found'), 'stopped', undefined],
    ['a server that is down', failure(14, 'The service is currently unavailable'), 'unavailable', undefined],
    ['a fault of the server', failure(13, 'Internal error'), 'unavailable', undefined],
  ])('%s', async (_, refusal, kind, retryAfterMs) => {
    server.behave(() => refusal);
    const before = server.calls.length;
    expect(await failed()).toMatchObject({
      name: 'EngineError',
      kind,
      retryAfterMs,
      message: `google: ${refusal.code} ${NAMES[refusal.code]}: ${refusal.message}`,
    });
    // No retry is hidden in the client.
    expect(server.calls.length - before).toBe(1);
  });

  test('a person is told what to do', async () => {
    server.behave(() => failure(16, 'Request had invalid authentication credentials'));
    expect(await failed()).toMatchObject({ help: expect.stringContaining('gcloud auth application-default login') });
    server.behave(() => failure(7, 'Cloud Translation API has not been used', [{ reason: 'SERVICE_DISABLED' }]));
    expect(await failed()).toMatchObject({ help: expect.stringContaining('gcloud services enable') });
  });

  test('a wrong count is an error of the answer', async () => {
    server.behave(() => 'wrong');
    expect(await failed()).toMatchObject({ kind: 'answer', message: 'google: 0 texts for 1' });
  });

  test('an empty answer comes back as such: the queue sees to it', async () => {
    server.behave(() => 'empty');
    expect(await failed()).toEqual(['']);
  });

  test('a silent server meets the deadline', async () => {
    server.behave(() => 'silent');
    expect(await failed({ timeoutSeconds: 0.05 })).toMatchObject({ kind: 'unavailable', cause: { code: 4 } });
  });

  test('the signal ends the call on the wire', async () => {
    const control = new AbortController();
    const cancelled = new Promise((resolve) => {
      server.behave((call) => {
        call.cancelled.addEventListener('abort', resolve);
        control.abort();
        return 'silent';
      });
    });
    expect(await failed({}, control.signal)).toMatchObject({ kind: 'aborted' });
    await cancelled;
    expect(server.calls.at(-1)?.outcome).toBe('cancelled');
  });

  test('credentials that are not there are told, with the way to get them', async () => {
    vi.stubEnv('GOOGLE_APPLICATION_CREDENTIALS', '/nowhere/key.json');
    const engine = googleEngine({ projectId: 'desk' }, {});
    const asked = () => engine.translate(ask, signal);
    await expect(asked()).rejects.toMatchObject({
      kind: 'stopped',
      help: expect.stringContaining('gcloud auth application-default login'),
    });
    await expect(asked()).rejects.toMatchObject({ kind: 'stopped' });
    vi.unstubAllEnvs();
    const keyed = googleEngine({ projectId: 'desk', keyFilename: '/nowhere/key.json' }, {});
    await expect(keyed.translate(ask, signal)).rejects.toMatchObject({
      kind: 'stopped',
      message: /key file is not readable/,
      help: expect.stringContaining('gcloud iam'),
    });
  });

  test('a server that is gone', async () => {
    const gone = await startLocalGoogle();
    gone.stop();
    expect(await failed({ apiEndpoint: gone.endpoint })).toMatchObject({ kind: 'unavailable' });
  });

  test('no project', () => {
    expect(() => googleEngine({}, {})).toThrow(expect.objectContaining({ name: 'KnownError', got: 'neither' }));
    expect(() => googleEngine({}, { GOOGLE_CLOUD_PROJECT: 'desk' })).not.toThrow();
  });

  test('an option that is not known', () => {
    expect(() => googleEngine({ projektId: 'x' }, {})).toThrow(
      expect.objectContaining({ message: 'Unknown key "engines.google.projektId"' }),
    );
    expect(() => googleEngine({ glossary: 'file.csv', projectId: 'x' }, {})).toThrow(
      expect.objectContaining({ expected: 'true, false, or a gs:// address' }),
    );
  });
});

const NAMES: Record<number, string> = {
  3: 'INVALID_ARGUMENT',
  5: 'NOT_FOUND',
  7: 'PERMISSION_DENIED',
  8: 'RESOURCE_EXHAUSTED',
  13: 'INTERNAL',
  14: 'UNAVAILABLE',
  16: 'UNAUTHENTICATED',
};

describe('the quota of the local Google', () => {
  test('is a minute’s, and its refusals say how long to wait', async () => {
    let time = 0;
    const small = await startLocalGoogle({ charactersPerMinute: 40, now: () => time });
    const engine = open({ apiEndpoint: small.endpoint });
    await engine.translate(ask, signal);
    time = 15_000;
    await engine.translate(ask, signal);
    await expect(engine.translate(ask, signal)).rejects.toMatchObject({ kind: 'busy', retryAfterMs: 45_000 });
    time = 60_000;
    await engine.translate(ask, signal);
    expect(small.billed()).toBe(54);
    expect(small.calls.map(({ outcome }) => outcome)).toEqual(['ok', 'ok', '8', 'ok']);
    await engine.close?.();
    small.stop();
  });
});

describe('glossaries', () => {
  const terms = [
    { source: 'river', target: 'río' },
    { source: 'Bank', target: 'Banco' },
  ];
  const pair = { from: 'en', to: 'es' };
  const project = (key?: string) =>
    googleEngine(
      { apiEndpoint: server.endpoint, insecure: true, projectId: 'desk', location: 'us-central1', glossary: true },
      {},
      async () => key,
    );
  const names = () => [...server.glossaries.keys()].map((name) => name.split('/').at(-1));

  test('are created once, asked for in each request, replaced when the terms change', async () => {
    const engine = project('0f1e2d3c');
    expect(engine.takesTerms).toBe(true);
    await engine.prepare?.(pair, terms, signal);
    expect(names()).toEqual([expect.stringMatching(/^dragoman-0f1e2d3c-en-es-[\da-f]{12}$/)]);
    const [first] = server.glossaries.values();
    expect(first?.terms).toEqual(
      new Map([
        ['river', 'río'],
        ['Bank', 'Banco'],
      ]),
    );
    const [answer] = await engine.translate(ask, signal);
    expect(answer).toContain('[río]');
    expect(server.calls.at(-1)?.request.glossaryConfig).toMatchObject({ contextualTranslationEnabled: true });

    const again = project('0f1e2d3c');
    const before = server.calls.length;
    await again.prepare?.(pair, [...terms].reverse(), signal);
    expect(server.calls.slice(before).map(({ method }) => method)).toEqual(['GetGlossary', 'ListGlossaries']);

    await again.prepare?.(pair, [...terms, { source: 'Council', target: 'Consell' }], signal);
    expect(names()).toHaveLength(1);
    expect(names()[0]).not.toBe(first?.name.split('/').at(-1));
    // What another run of the project has deleted is made again.
    expect((await engine.translate(ask, signal))[0]).toContain('[río]');
    expect(names()).toHaveLength(2);
    await engine.close?.();
    await again.close?.();
    server.glossaries.clear();
  });

  test('from a file of the bucket', async () => {
    const engine = open({ location: 'us-central1', glossary: 'gs://desk/{from}-{to}.csv' });
    await engine.prepare?.(pair, terms, signal);
    expect([...server.glossaries.values()].map(({ inputUri }) => inputUri)).toEqual(['gs://desk/en-es.csv']);
    await engine.close?.();
    server.glossaries.clear();
  });

  test('another pair’s, another project’s and those of nobody are left alone', async () => {
    const other = [{ source: 'river', target: 'ría' }];
    const engines = [project('11111111'), project('22222222'), project()];
    await engines[0]?.prepare?.({ from: 'en', to: 'ca' }, terms, signal);
    for (const engine of engines) await engine.prepare?.(pair, terms, signal);
    await project().prepare?.(pair, terms, signal);
    expect(names()).toHaveLength(4);
    for (const engine of engines) await engine.prepare?.(pair, other, signal);
    expect(names()).toHaveLength(5);
    for (const engine of engines) expect((await engine.translate(ask, signal))[0]).toContain('[ría]');
    for (const engine of engines) await engine.close?.();
    server.glossaries.clear();
  });

  test('need a region', async () => {
    const engine = open({ glossary: true });
    await expect(engine.prepare?.(pair, terms, signal)).rejects.toMatchObject({ kind: 'stopped', message: /region/ });
    await engine.close?.();
  });

  test('are not made unless asked for', async () => {
    const engine = open({ location: 'us-central1' });
    await engine.prepare?.(pair, terms, signal);
    expect(server.glossaries.size).toBe(0);
    expect(engine.takesTerms).toBe(false);
    await engine.close?.();
  });
});

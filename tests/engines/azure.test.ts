/** Azure Translator's official client against a local server. */

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { azureEngine } from '../../src/engines/azure.ts';
import { startAzure } from '../support/azure.ts';
import { engineContract } from './contract.ts';

let server: Awaited<ReturnType<typeof startAzure>>;
beforeAll(async () => {
  server = await startAzure();
});
afterAll(() => server.stop());
afterEach(() => server.behave(() => 'well'));

const open = (options = {}) => azureEngine({ endpoint: server.url, ...options }, { AZURE_TRANSLATOR_KEY: 'key' });
const signal = new AbortController().signal;
const ask = { texts: ['The river is long.', 'It <g id="1">rained</g> <x id="2"/>.'], from: 'en-GB', to: 'pt-PT' };

engineContract('azure', () => open());

describe('what is sent', () => {
  test('HTML with the key and the region; what is metered is told', async () => {
    const charges: object[] = [];
    await open({ region: 'westeurope' }).translate({ ...ask, bill: (charge) => charges.push(charge) }, signal);
    const sent = ['The river is long.', 'It <u id="1">rained</u> <img id=2 >.'];
    expect(server.last().inputs).toEqual(
      sent.map((text) => ({ text, language: 'en', textType: 'html', targets: [{ language: 'pt-pt' }] })),
    );
    expect(server.requests.at(-1)?.headers).toMatchObject({
      'ocp-apim-subscription-key': 'key',
      'ocp-apim-subscription-region': 'westeurope',
    });
    expect(charges).toEqual([{ characters: sent.join('').length }]);
  });

  test('reviewed sentences and a tone to a language model', async () => {
    const examples = [{ source: 'It snowed.', target: 'Nevou.' }];
    const engine = open({ deployment: 'gpt-4o-mini', tone: 'formal' });
    await engine.translate({ ...ask, examples }, signal);
    expect(server.last().inputs[0]?.targets).toEqual([
      { language: 'pt-pt', deploymentName: 'gpt-4o-mini', tone: 'formal', referenceTextPairs: examples },
    ]);
    expect([engine.model, engine.takesExamples, open().takesExamples]).toEqual(['gpt-4o-mini', true, false]);
  });
});

describe('errors by kind, none tried again by the client', () => {
  const error = (code: number, message: string) => ({ error: { code, message } });
  test.each([
    [429, { 'Retry-After': '6' }, error(429001, 'Too many requests'), { kind: 'busy', retryAfterMs: 6_000 }],
    [503, {}, error(503000, 'Service is temporarily unavailable'), { kind: 'unavailable' }],
    [401, {}, error(401000, 'The request is not authorized'), { kind: 'stopped', help: expect.stringContaining('region') }],
    [403, {}, error(403001, 'exceeded its free quota'), { kind: 'stopped', help: expect.stringContaining('free quota') }],
    [400, {}, error(400036, 'The target language is not valid.'), { kind: 'stopped', pairOnly: true }],
    [400, {}, error(400077, 'The maximum request size has been exceeded.'), { kind: 'invalid' }],
  ])('%i', async (status, headers, body, expected) => {
    server.behave(() => ({ status, headers, body }));
    const before = server.requests.length;
    await expect(open().translate(ask, signal)).rejects.toMatchObject({ name: 'EngineError', ...expected });
    expect(server.requests.length - before).toBe(1);
  });

  test('a wrong count', async () => {
    server.behave(() => 'wrong');
    await expect(open().translate(ask, signal)).rejects.toMatchObject({ kind: 'answer', message: 'azure: 1 texts for 2' });
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
    expect(() => azureEngine({}, {})).toThrow(expect.objectContaining({ expected: 'AZURE_TRANSLATOR_KEY in the environment' }));
  });
});

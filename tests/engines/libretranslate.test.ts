import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { libretranslateEngine } from '../../src/engines/libretranslate.ts';
import { startLibreTranslate } from '../support/libretranslate.ts';
import { engineContract } from './contract.ts';

let server: Awaited<ReturnType<typeof startLibreTranslate>>;
beforeAll(async () => {
  server = await startLibreTranslate();
});
afterAll(() => server.stop());
afterEach(() => server.behave(() => 'well'));

const open = (options = {}, env = {}) => libretranslateEngine({ url: server.url, ...options }, env);
const signal = new AbortController().signal;
const ask = { texts: ['The river is long.', 'It <g id="1">rained</g> <x id="2"/>.'], from: 'en-GB', to: 'es' };

engineContract('libretranslate', () => open());

describe('what is sent', () => {
  test('a list of HTML, and the key where there is one', async () => {
    await open({ url: `${server.url}/` }, { LIBRETRANSLATE_API_KEY: 'key' }).translate({ ...ask, to: 'zh-Hant' }, signal);
    expect(server.last()).toEqual({
      q: ['The river is long.', 'It <u id="1">rained</u> <img id=2 >.'],
      source: 'en',
      target: 'zh-Hant',
      format: 'html',
      api_key: 'key',
    });
    await open().translate(ask, signal);
    expect(server.last()).not.toHaveProperty('api_key');
  });
});

describe('errors by kind', () => {
  test.each([
    [
      { status: 429, headers: { 'Retry-After': '7' }, body: { error: 'Slowdown' } },
      { kind: 'busy', retryAfterMs: 7000, message: 'libretranslate: 429 Slowdown' },
    ],
    [
      { status: 403, body: { error: 'Invalid API key' } },
      { kind: 'stopped', help: expect.stringContaining('LIBRETRANSLATE_API_KEY') },
    ],
    [{ status: 400, body: { error: 'xx is not supported' } }, { kind: 'stopped' }],
    [{ status: 400, body: { error: 'Invalid request: request (3000) exceeds text limit (2000)' } }, { kind: 'invalid' }],
    [{ status: 500, body: 'Internal Server Error' }, { kind: 'unavailable' }],
    [
      { status: 503, headers: { 'Retry-After': '9' }, body: { error: 'Starting' } },
      { kind: 'unavailable', retryAfterMs: 9000 },
    ],
    [
      { status: 200, body: { translatedText: ['one'] } },
      { kind: 'answer', message: 'libretranslate: 1 texts for 2' },
    ],
    [
      { status: 200, body: 'a page' },
      { kind: 'answer', message: 'libretranslate: the answer is no JSON' },
    ],
  ])('%j', async (response, expected) => {
    server.behave(() => response);
    await expect(open().translate(ask, signal)).rejects.toMatchObject({ name: 'EngineError', ...expected });
  });

  test('silence meets the deadline, and no server is said so', async () => {
    server.behave(() => undefined);
    await expect(open({ timeoutSeconds: 0.05 }).translate(ask, signal)).rejects.toMatchObject({ kind: 'unavailable' });
    const gone = await startLibreTranslate();
    await gone.stop();
    await expect(open({ url: gone.url }).translate(ask, signal)).rejects.toMatchObject({ kind: 'unavailable', message: /ECONNREFUSED/ });
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

  test('no server named', () => {
    expect(() => libretranslateEngine({}, {})).toThrow(expect.objectContaining({ name: 'KnownError', got: 'nothing' }));
  });
});

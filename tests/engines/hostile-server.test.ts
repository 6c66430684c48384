import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createSocketServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { azureEngine } from '../../src/engines/azure.ts';
import { deeplEngine } from '../../src/engines/deepl.ts';
import type { Engine } from '../../src/engines/engine.ts';
import { libretranslateEngine } from '../../src/engines/libretranslate.ts';
import { llmEngine } from '../../src/engines/llm.ts';
import { EngineError, KnownError, withoutSecrets } from '../../src/errors.ts';
import { asEngineError, maybeBilled } from '../../src/queue/failures/failure.ts';

const KEY = 'sk-very-secret-4711';

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => listener(request, response));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const HEAD = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\n';

/** A server that answers each request with the same bytes, and hangs up. */
async function serveBytes(bytes: string): Promise<string> {
  const server = createSocketServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => socket.end(bytes));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Every engine that asks a server over HTTP, at a server of ours. */
const ENGINES: Record<string, (url: string) => Engine> = {
  libretranslate: (url) => libretranslateEngine({ url }, { LIBRETRANSLATE_API_KEY: KEY }),
  'llm, OpenAI’s protocol': (url) => llmEngine({ model: 'm', baseUrl: `${url}/v1`, format: 'words' }, { OPENAI_API_KEY: KEY }),
  'llm, Anthropic’s protocol': (url) =>
    llmEngine({ model: 'm', api: 'anthropic', baseUrl: url, format: 'words' }, { ANTHROPIC_API_KEY: KEY }),
  deepl: (url) => deeplEngine({ serverUrl: url }, { DEEPL_AUTH_KEY: KEY }),
  azure: (url) => azureEngine({ endpoint: url }, { AZURE_TRANSLATOR_KEY: KEY }),
};

async function failureOf(engine: Engine): Promise<EngineError> {
  const answer = engine.translate({ texts: ['A boat.'], from: 'en', to: 'es' }, new AbortController().signal);
  const error = await answer.then(
    (texts) => new Error(`answered ${JSON.stringify(texts)}`),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(EngineError);
  return error as EngineError;
}

describe.each(Object.entries(ENGINES))('%s', (_, open) => {
  it.each([301, 302, 303, 307, 308])('follows no redirect (%i): neither key nor article leaves for another origin', async (status) => {
    const asked: string[] = [];
    const elsewhere = await serve((request, response) => {
      asked.push(request.url ?? '');
      response.end('{}');
    });
    const url = await serve((_request, response) => response.writeHead(status, { location: `${elsewhere}/taken` }).end());
    const error = await failureOf(open(url));
    expect(asked).toEqual([]);
    expect(error).toMatchObject({ kind: 'stopped', message: expect.stringContaining(elsewhere) });
  });

  it('shows no key that a server echoes', async () => {
    for (const status of [400, 401, 403, 429, 500]) {
      const said = JSON.stringify({ error: { message: `no such key: ${KEY}`, code: 400000 }, message: `bad ${KEY}` });
      const url = await serve((_request, response) => response.writeHead(status, { 'content-type': 'application/json' }).end(said));
      const error = await failureOf(open(url));
      expect(`${error.message} ${error.help ?? ''}`).not.toContain(KEY);
    }
  });

  it.each(['127.0.0.1:5000', 'localhost:5000', 'ftp://127.0.0.1'])('takes %s for no address of a server', (url) => {
    const refused = { name: 'KnownError', expected: 'an address that begins with http:// or https://' };
    expect(() => open(url)).toThrow(expect.objectContaining(refused));
  });

  it('says that nothing listens, and lets it be tried again', async () => {
    const server = createServer();
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const { port } = server.address() as AddressInfo;
    await new Promise((closed) => server.close(closed));
    const error = await failureOf(open(`http://127.0.0.1:${port}`));
    expect(error.kind).toBe('unavailable');
    expect(error.message).toMatch(/nothing listens at 127\.0\.0\.1:\d+ .*ECONNREFUSED/);
  });

  it('says that no server has the name, and does not try again', async () => {
    const error = await failureOf(open('http://no-such-server.invalid'));
    // Without a network a name cannot be looked up: that may pass.
    expect(error.message).toMatch(/DNS: (?:ENOTFOUND|EAI_AGAIN)/);
    expect(error.kind).toBe(error.message.includes('EAI_AGAIN') ? 'unavailable' : 'stopped');
  });

  it.each<[string, string, { kind: string; message: RegExp }]>([
    ['another protocol', 'SSH-2.0-OpenSSH_9.2\r\n', { kind: 'stopped', message: /does not speak HTTP/ }],
    ['nothing', '', { kind: 'unavailable', message: /./ }],
    ['half an answer', `${HEAD}content-length: 900\r\n\r\n{"trans`, { kind: 'unavailable', message: /broke off|aborted/ }],
    [
      'an answer whose last piece never comes',
      `${HEAD}transfer-encoding: chunked\r\n\r\n7\r\n{"trans\r\n`,
      { kind: 'unavailable', message: /broke off|aborted/ },
    ],
    [
      'an answer that was packed wrongly',
      `${HEAD}content-encoding: gzip\r\ncontent-length: 7\r\n\r\n{"trans`,
      { kind: 'unavailable', message: /Z_DATA_ERROR/ },
    ],
    [
      'a request that came too late',
      'HTTP/1.1 408 T\r\nconnection: close\r\ncontent-length: 0\r\n\r\n',
      { kind: 'unavailable', message: /408/ },
    ],
    [
      'a request that came too early',
      'HTTP/1.1 425 E\r\nconnection: close\r\ncontent-length: 0\r\n\r\n',
      { kind: 'unavailable', message: /425/ },
    ],
    [
      'a status that there is not',
      'HTTP/1.1 999 D\r\nconnection: close\r\ncontent-length: 0\r\n\r\n',
      { kind: 'unavailable', message: /999/ },
    ],
    [
      'a redirect to nowhere',
      'HTTP/1.1 302 Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n',
      { kind: 'stopped', message: /an address that is none/ },
    ],
    [
      'a redirect to a script',
      'HTTP/1.1 307 T\r\nconnection: close\r\nlocation: javascript:x\r\ncontent-length: 0\r\n\r\n',
      { kind: 'stopped', message: /an address that is none/ },
    ],
    ['what is no JSON', `${HEAD}content-length: 7\r\n\r\n{"a": 1`, { kind: 'answer', message: /no JSON/ }],
  ])('tells %s', async (what, bytes, expected) => {
    const error = await failureOf(open(await serveBytes(bytes)));
    // Azure's client tells it by a code of its own: something else is at that address.
    const kind = what === 'what is no JSON' && error.message.startsWith('azure') ? 'stopped' : expected.kind;
    expect(error).toMatchObject({ kind, message: expect.stringMatching(expected.message) });
    // The work may have been done: it counts as paid for.
    if (/answer (?:that|whose)|half an/.test(what)) expect(maybeBilled(error)).toBe(true);
  });

  it('reads no answer without end', async () => {
    let sent = 0;
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const chunk = Buffer.alloc(1_000_000, 'a');
      const more = () => {
        while (!response.destroyed && sent < 200) {
          sent++;
          if (!response.write(chunk)) return void response.once('drain', more);
        }
        response.end();
      };
      response.write('{"translatedText": ["');
      more();
    });
    expect(await failureOf(open(url))).toMatchObject({ kind: 'answer', message: expect.stringContaining('an answer of more than 16 MB') });
    expect(sent).toBeLessThan(60);
  });

  it('unpacks no answer without end', async () => {
    const packed = gzipSync(Buffer.alloc(100_000_000, ' '));
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(packed);
    });
    expect(await failureOf(open(url))).toMatchObject({ kind: 'answer', message: expect.stringContaining('an answer of more than 16 MB') });
  });
});

describe.each(Object.entries(ENGINES).filter(([name]) => name !== 'deepl'))('%s', (_, open) => {
  it('tells a page in HTML from an answer', async () => {
    const url = await serve((_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Sign in</html>'));
    expect(await failureOf(open(url))).toMatchObject({ kind: 'stopped', message: expect.stringContaining('a page in HTML') });
  });
});

describe('a key', () => {
  it('is taken from no variable that is not known to hold one', () => {
    const env = { GITHUB_TOKEN: 'ghp_secret_secret', OTHER_KEY: 'other_secret_1' };
    const open = (apiKeyEnv: string, more: NodeJS.ProcessEnv = {}) =>
      libretranslateEngine({ url: 'http://127.0.0.1:9', apiKeyEnv }, { ...env, ...more });
    expect(() => open('GITHUB_TOKEN')).toThrow("no engine's key");
    expect(() => llmEngine({ model: 'm', baseUrl: 'http://127.0.0.1:9', apiKeyEnv: 'GITHUB_TOKEN' }, env)).toThrow(KnownError);
    expect(() => open('OTHER_KEY', { DRAGOMAN_KEYS: 'ONE, OTHER_KEY' })).not.toThrow();
    expect(withoutSecrets('got other_secret_1')).toBe('got ***');
  });

  it('and the user of an address are in no message', () => {
    const error = new EngineError('stopped', 'at https://ana:pa55@proxy.example:8080/x and ftp://u@h', { help: 'http://a:b@c/' });
    expect(error.message).toBe('at https://***@proxy.example:8080/x and ftp://***@h');
    expect(error.help).toBe('http://***@c/');
    expect(new KnownError('x', { got: 'socks5://a:b@c' }).got).toBe('socks5://***@c');
    // An address of e-mail, and a path with the sign, are none of it.
    expect(withoutSecrets('mail ana@example.org, https://example.org/@ana')).toBe('mail ana@example.org, https://example.org/@ana');
  });
});

describe('numbers from outside', () => {
  it.each([Number.NaN, -1, Number.POSITIVE_INFINITY, 1.7e12, '7', null, undefined])('%s is no wait', (retryAfterMs) => {
    const error = asEngineError(Object.assign(new Error('busy'), { retryable: true, status: 429, retryAfterMs }), 'mine');
    expect(error.kind).toBe('busy');
    expect(error.retryAfterMs).toBeUndefined();
  });

  it('a wait of a minute is one', () => {
    expect(asEngineError(Object.assign(new Error('busy'), { retryable: true, retryAfterMs: 60_000 }), 'mine').retryAfterMs).toBe(60_000);
  });
});

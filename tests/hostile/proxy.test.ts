import { once } from 'node:events';
import { request as ask, createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { followProxy } from '../../src/cli/proxy.ts';
import { startAzure } from '../support/azure.ts';
import { checkout } from '../support/checkout.ts';
import { startDeepL } from '../support/deepl.ts';
import { startLibreTranslate } from '../support/libretranslate.ts';

/** A proxy that knows every host, and where each of them is. */
let proxy: Server;
let asked: string[] = [];
let libre: Awaited<ReturnType<typeof startLibreTranslate>>;
let deepl: Awaited<ReturnType<typeof startDeepL>>;
let azure: Awaited<ReturnType<typeof startAzure>>;
beforeAll(async () => {
  [libre, deepl, azure] = await Promise.all([startLibreTranslate(), startDeepL(), startAzure()]);
  const portOf = (host = '') => Number(new URL(host.startsWith('deepl.') ? deepl.url : libre.url).port);
  proxy = createServer((incoming, outgoing) => {
    const to = new URL(incoming.url ?? '');
    asked.push(to.host);
    incoming.pipe(
      ask({ host: '127.0.0.1', port: portOf(to.host), path: to.pathname, method: incoming.method, headers: incoming.headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(outgoing);
      }),
    );
  }).on('connect', (incoming, socket, head) => {
    asked.push(incoming.url ?? '');
    const onward = connect(portOf(incoming.url), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      onward.write(head);
      onward.pipe(socket).pipe(onward);
    });
    onward.on('error', () => socket.destroy());
    socket.on('error', () => onward.destroy());
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
});
afterAll(async () => {
  await Promise.all([libre.stop(), deepl.stop(), azure.stop()]);
  proxy.close();
});

const address = () => `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
const project = (url: string, env: Readonly<Record<string, string>>, engine: 'libretranslate' | 'deepl' | 'azure' = 'libretranslate') =>
  checkout(
    { 'articles/en/a.md': 'The ferry is late.\n' },
    { engine, engines: { [engine]: { [{ libretranslate: 'url', deepl: 'serverUrl', azure: 'endpoint' }[engine]]: url } } },
    { DEEPL_AUTH_KEY: 'a-key', AZURE_TRANSLATOR_KEY: 'a-key', ...env },
  );

test.each([
  ['libretranslate', 'HTTP_PROXY', ''],
  ['libretranslate', 'http_proxy', 'http://'],
  ['deepl', 'HTTP_PROXY', 'http://'],
] as const)('%s is asked through the proxy that the environment names, %s=%s...', async (engine, name, scheme) => {
  asked = [];
  const host = `${engine}.newsroom.example`;
  const { run, read } = project(`http://${host}`, { [name]: address().replace('http://', scheme) }, engine);
  const { code, stderr } = await run('translate', '--yes');
  expect(stderr).not.toContain('NODE_USE_ENV_PROXY');
  expect(code).toBe(0);
  expect(read('articles/es/a.md')).not.toBe('');
  expect([...new Set(asked.map((one) => one.replace(/:80$/, '')))]).toEqual([host]);
});

test.each(['libretranslate', 'deepl', 'azure'] as const)('what is no HTTP proxy is told, and %s is asked without one', async (engine) => {
  const url = { libretranslate: libre.url, deepl: deepl.url, azure: azure.url }[engine];
  const { run } = project(url, { HTTP_PROXY: 'socks5://ana:secret@127.0.0.1:9', HTTPS_PROXY: '::::' }, engine);
  const { code, stderr } = await run('translate', '--yes');
  expect(code).toBe(0);
  expect(stderr).toMatch(/HTTP_PROXY is not followed: .*socks5:\/\/\*\*\*@127/);
  expect(stderr).toContain('HTTPS_PROXY is not followed');
});

test('gRPC is given the names that it reads', async () => {
  const env = { HTTPS_PROXY: ' proxy.example:8080 ', NO_PROXY: 'localhost', NODE_USE_ENV_PROXY: '1' };
  await followProxy(env, { write: () => true });
  expect(env).toMatchObject({ https_proxy: 'http://proxy.example:8080', no_proxy: 'localhost', HTTPS_PROXY: 'http://proxy.example:8080' });
});

test('NO_PROXY leaves a host out', async () => {
  asked = [];
  const { run } = project(libre.url, { HTTP_PROXY: address(), NO_PROXY: 'localhost,127.0.0.1' });
  const { code } = await run('translate', '--yes');
  expect(code).toBe(0);
  expect(asked).toEqual([]);
});

import { once } from 'node:events';
import { request as ask, createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkout } from '../support/checkout.ts';
import { startLibreTranslate } from '../support/libretranslate.ts';

/** A proxy that knows every host, and where each of them is. */
let proxy: Server;
let asked: string[] = [];
let libre: Awaited<ReturnType<typeof startLibreTranslate>>;
beforeAll(async () => {
  libre = await startLibreTranslate();
  const { port } = new URL(libre.url);
  proxy = createServer((incoming, outgoing) => {
    const to = new URL(incoming.url ?? '');
    asked.push(to.host);
    incoming.pipe(
      ask({ host: '127.0.0.1', port, path: to.pathname, method: incoming.method, headers: incoming.headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(outgoing);
      }),
    );
  }).on('connect', (incoming, socket, head) => {
    asked.push(incoming.url ?? '');
    const onward = connect(Number(port), '127.0.0.1', () => {
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
  await libre.stop();
  proxy.close();
});

const address = () => `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
const project = (url: string, env: Readonly<Record<string, string>>) =>
  checkout({ 'articles/en/a.md': 'The ferry is late.\n' }, { engine: 'libretranslate', engines: { libretranslate: { url } } }, env);

test('an engine is asked through the proxy that the environment names', async () => {
  asked = [];
  const { run, read } = project('http://translate.newsroom.example', { HTTP_PROXY: address() });
  const { code, stderr } = await run('translate', '--yes');
  expect(stderr).not.toContain('NODE_USE_ENV_PROXY');
  expect(code).toBe(0);
  expect(read('articles/es/a.md')).not.toBe('');
  expect([...new Set(asked.map((host) => host.replace(/:80$/, '')))]).toEqual(['translate.newsroom.example']);
});

test('NO_PROXY leaves a host out', async () => {
  asked = [];
  const { run } = project(libre.url, { HTTP_PROXY: address(), NO_PROXY: 'localhost,127.0.0.1' });
  const { code } = await run('translate', '--yes');
  expect(code).toBe(0);
  expect(asked).toEqual([]);
});

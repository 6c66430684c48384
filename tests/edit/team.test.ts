/** Behind a proxy: who it says they are, what they may change, and nobody who only says that they are the proxy. */

import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startEditServer } from '../../src/edit/server.ts';
import { proxyOf, type TeamProxy } from '../../src/edit/team.ts';
import { openProject } from '../../src/project/project.ts';
import { checkout } from '../support/checkout.ts';
import { inProcess } from '../support/program.ts';
import { deskOver } from './desk.ts';

const ORIGIN = 'https://translate.example.org';
const SECRET = 'a secret of some forty characters, or more';
const BEHIND = proxyOf({ origin: ORIGIN, secret: SECRET, isSocket: false });
const HEADERS = { host: 'translate.example.org', 'x-dragoman-proxy-secret': SECRET };

async function team(proxy: TeamProxy = BEHIND) {
  const editors = { es: ['Ana@example.org'], ca: ['bo@example.org'] };
  const project = checkout({ 'articles/en/a.md': 'The harbour opens. Nobody came.\n' }, { targetLocales: ['es', 'ca', 'de'], editors });
  await inProcess(project.root)('translate');
  const desk = await deskOver(project.root, { proxy });
  const as = async (who: string) => {
    const base = { ...HEADERS, 'x-forwarded-email': who };
    const { body: page } = await desk.ask('/', { headers: base });
    const token = /name="dragoman-token" content="([^"]+)"/.exec(String(page))?.[1] ?? '';
    const changing = { ...base, origin: ORIGIN, 'x-dragoman-token': token, 'content-type': 'application/json' };
    return {
      token,
      get: (path: string) => desk.ask(path, { headers: base }),
      send: (path: string, body: unknown, headers: Record<string, string> = {}) =>
        desk.ask(path, { method: 'POST', headers: { ...changing, ...headers }, body: JSON.stringify(body) }),
    };
  };
  return { ...desk, project, as };
}

test('the person is who the proxy says, and changes what the configuration lets them', async () => {
  const { as, project } = await team();
  const ana = await as('ana@example.org');
  const accept = async (locale: string, headers?: Record<string, string>) => {
    const { body } = await ana.get(`/api/editions/${locale}/a`);
    const [{ id, base }] = body.segments;
    return (await ana.send(`/api/editions/${locale}/a/segments/${id}`, { base, text: 'Abre el puerto.' }, headers)).status;
  };
  expect(await accept('es')).toBe(200);
  expect(project.read('articles/es/a.md')).toContain('Abre el puerto.');
  // Another's language, and one that the configuration gives to nobody: shown, and not changed.
  for (const locale of ['ca', 'de']) expect([locale, await accept(locale)]).toEqual([locale, 403]);
  expect(project.read('articles/ca/a.md')).not.toContain('Abre el puerto.');
  expect(await accept('es', { 'x-forwarded-email': 'bo@example.org' })).toBe(403);
  const { body } = await ana.get('/a/es/a');
  expect(body).toContain('data-author="ana &lt;ana@example.org&gt;"');
  expect([body.includes('data-read-only'), (await ana.get('/a/ca/a')).body.includes('data-read-only')]).toEqual([false, true]);
});

test('a language is told however its address is written', async () => {
  const { as, ask } = await team();
  const ana = await as('ana@example.org');
  const form = (path: string) =>
    ask(path, {
      method: 'POST',
      headers: { ...HEADERS, 'x-forwarded-email': 'ana@example.org', origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ token: ana.token, action: 'read-all' }).toString(),
    });
  for (const path of ['/a/ca/a', '/a/%63a/a', '/t/ca/harbour', '/t/c%61/harbour'])
    expect([path, (await form(path)).status]).toEqual([path, 403]);
  expect((await form('/a/es/a')).status).toBe(303);
});

test.each<[string, Record<string, string | undefined>, number]>([
  ['as the proxy asks', {}, 200],
  ['without the secret', { 'x-dragoman-proxy-secret': undefined }, 403],
  ['with another secret', { 'x-dragoman-proxy-secret': `${SECRET}x` }, 403],
  ['with half of it', { 'x-dragoman-proxy-secret': SECRET.slice(0, 20) }, 403],
  ['nobody', { 'x-forwarded-email': undefined }, 401],
  ['an empty name', { 'x-forwarded-email': ' ' }, 401],
  ['two names: the browser sent one', { 'x-forwarded-email': 'ana@example.org, bo@example.org' }, 401],
  ['a name that would be two in a commit', { 'x-forwarded-email': 'ana@example.org> Bo <bo@example.org' }, 401],
  ['a header that is not the configured one', { 'x-forwarded-email': undefined, 'x-forwarded-user': 'ana@example.org' }, 401],
  ['by the name of this machine', { host: '127.0.0.1:4100' }, 403],
  ['by another name', { host: 'evil.example' }, 403],
  ['from another site', { 'sec-fetch-site': 'cross-site' }, 403],
])('%s', async (_, headers, status) => {
  const { ask } = await team();
  const all = Object.entries({ ...HEADERS, 'x-forwarded-email': 'ana@example.org', ...headers });
  const given = Object.fromEntries(all.filter((entry): entry is [string, string] => entry[1] !== undefined));
  expect((await ask('/', { headers: given })).status).toBe(status);
});

test('a change wants the origin of the proxy and the token of the person', async () => {
  const { as } = await team();
  const [ana, bo] = [await as('ana@example.org'), await as('bo@example.org')];
  const [{ id, base }] = (await ana.get('/api/editions/es/a')).body.segments;
  const status = async (headers: Record<string, string>) =>
    (await ana.send(`/api/editions/es/a/segments/${id}`, { base, text: 'x' }, headers)).status;
  expect(await status({ origin: 'https://evil.example' })).toBe(403);
  expect(await status({ origin: 'http://translate.example.org' })).toBe(403);
  expect(await status({ 'x-dragoman-token': bo.token })).toBe(403);
});

test('neither a printed address nor a cookie lets anybody in', async () => {
  const { ask, people } = await team();
  const { 'x-dragoman-proxy-secret': secret, host } = HEADERS;
  const headers = { host, 'x-dragoman-proxy-secret': secret };
  expect((await ask(`/enter?token=${people.invite('Ana')}`, { headers })).status).toBe(401);
  const cookie = `${people.cookieName}=${people.cookieOf({ id: 'x', author: 'Ana' })}`;
  expect((await ask('/', { headers: { ...headers, cookie } })).status).toBe(401);
});

test('a stranger on the port cannot pass for the proxy: without a socket there is a secret', () => {
  const message = (options: Parameters<typeof proxyOf>[0]) => {
    try {
      return proxyOf(options);
    } catch (error) {
      return (error as Error).message;
    }
  };
  expect(message({ origin: ORIGIN, isSocket: false })).toBe('DRAGOMAN_PROXY_SECRET is not usable');
  expect(message({ origin: ORIGIN, secret: 'short', isSocket: false })).toBe('DRAGOMAN_PROXY_SECRET is not usable');
  expect(message({ origin: `${ORIGIN}/page?a`, isSocket: true })).toBe('--behind-proxy is not usable');
  expect(message({ origin: 'translate.example.org', isSocket: true })).toBe('--behind-proxy is not usable');
  expect(message({ origin: ORIGIN, header: 'a b', isSocket: true })).toBe('--identity-header is not usable');
  expect(message({ origin: ORIGIN, header: 'Remote-Email', isSocket: true })).toEqual({
    origin: ORIGIN,
    path: '',
    header: 'remote-email',
    secret: undefined,
  });
});

test('on a unix socket the proxy is known by the socket, which others cannot open; one that a killed server left is taken', async () => {
  const project = checkout({ 'articles/en/a.md': 'The harbour opens.\n' });
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-socket-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const socket = join(folder, 'edit.sock');
  const start = () =>
    startEditServer(openProject(project.root), {
      ...{ port: 0, readOnly: false, author: 'Ana', onFault: () => {}, socket },
      proxy: proxyOf({ origin: ORIGIN, isSocket: true }),
    });
  const server = await start();
  try {
    expect(server.address).toBe(`${ORIGIN}/`);
    expect(statSync(socket).mode & 0o777).toBe(0o660);
    const status = await new Promise((resolve, reject) =>
      request(
        { socketPath: socket, path: '/', headers: { host: 'translate.example.org', 'x-forwarded-email': 'ana@example.org' } },
        (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        },
      )
        .once('error', reject)
        .end(),
    );
    expect(status).toBe(200);
    await expect(start()).rejects.toThrow('is taken');
  } finally {
    await server.close();
  }
});

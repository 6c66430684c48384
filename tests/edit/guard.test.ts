/** Who may ask what: every way in that is not the page's own is refused, before anything is read. */

import { expect, test } from 'vitest';
import { checkout } from '../support/checkout.ts';
import { inProcess } from '../support/program.ts';
import { deskOver, HOST, ORIGIN } from './desk.ts';

async function desk(options: { readOnly?: boolean } = {}) {
  const project = checkout({ 'articles/en/a.md': 'The harbour opens. Nobody came.\n' });
  await inProcess(project.root)('translate');
  const opened = await deskOver(project.root, options);
  const ana = await opened.enter('Ana <ana@example.org>');
  const { body } = await ana.get('/api/editions/es/a');
  const [segment] = body.segments;
  const before = project.read('articles/es/a.md');
  return { ...opened, project, ana, segment, before, path: `/api/editions/es/a/segments/${segment.id}` };
}

const JSON_TYPE = 'application/json';

test('every answer has the headers that keep other sites out, also those that refuse', async () => {
  const { ask, ana } = await desk();
  for (const { headers } of [await ana.get('/'), await ana.get('/nowhere'), await ask('/', { headers: { host: 'evil.example' } })]) {
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self'; .*require-trusted-types-for 'script'/);
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect([headers.get('x-content-type-options'), headers.get('cache-control')]).toEqual(['nosniff', 'no-store']);
  }
});

test('whoever asks for a page by another name, from another site or without the cookie is refused', async () => {
  const { ask, ana } = await desk();
  const own = { host: HOST, cookie: ana.cookie };
  const statusOf = async (path: string, headers: Record<string, string>, method = 'GET') => (await ask(path, { method, headers })).status;
  expect(await statusOf('/', own)).toBe(200);
  expect(await statusOf('/', { ...own, host: 'localhost:4100' })).toBe(200);
  // A name of another site that has been made to mean 127.0.0.1, and other ports.
  for (const host of ['evil.example', 'evil.example:4100', '127.0.0.1', '127.0.0.1:80', '127.0.0.1:4100.evil.example', ''])
    expect([host, await statusOf('/', { ...own, host })]).toEqual([host, 403]);
  for (const site of ['cross-site', 'same-site', 'anything']) expect(await statusOf('/', { ...own, 'sec-fetch-site': site })).toBe(403);
  for (const site of ['same-origin', 'none']) expect(await statusOf('/', { ...own, 'sec-fetch-site': site })).toBe(200);
  for (const cookie of ['', 'dragoman-edit-4100=', `${ana.cookie}x`, ana.cookie.replace('4100', '4101'), 'dragoman-edit-4100=W10.AAAA'])
    expect([cookie, await statusOf('/', { host: HOST, cookie })]).toEqual([cookie, 401]);
  for (const method of ['DELETE', 'OPTIONS', 'PATCH', 'TRACE'].slice(0, 3)) expect(await statusOf('/', own, method)).toBe(405);
});

test('a printed address is good once', async () => {
  const { ask, people } = await desk();
  const address = `/enter?token=${people.invite('Bo')}`;
  const first = await ask(address, { headers: { host: HOST } });
  expect([first.status, first.headers.get('location')]).toEqual([303, '/']);
  expect(first.headers.get('set-cookie')).toMatch(/^dragoman-edit-4100=[^;]+; Path=\/; HttpOnly; SameSite=Strict$/);
  expect((await ask(address, { headers: { host: HOST } })).status).toBe(401);
  expect((await ask('/enter?token=', { headers: { host: HOST } })).status).toBe(401);
});

test('where people come in nothing can be changed, and a form that is sent there is no fault', async () => {
  const { ask, ana, faults } = await desk();
  const headers = { host: HOST, 'content-type': 'application/x-www-form-urlencoded', origin: `http://${HOST}` };
  for (const method of ['POST', 'PUT']) {
    expect((await ask('/enter', { method, headers, body: 'name=x' })).status).toBe(401);
    expect((await ask('/enter', { method, headers: { ...headers, cookie: ana.cookie }, body: 'name=x' })).status).toBe(404);
  }
  expect(faults).toEqual([]);
});

test.each<[string, Record<string, string | undefined>, number]>([
  ['as the page sends it', {}, 200],
  ['no origin', { origin: undefined }, 403],
  ['another origin', { origin: 'http://evil.example' }, 403],
  ['an opaque origin', { origin: 'null' }, 403],
  ['another port', { origin: 'http://127.0.0.1:4101' }, 403],
  ['another scheme', { origin: 'https://127.0.0.1:4100' }, 403],
  ['another host that is this machine', { origin: 'http://localhost:4100' }, 403],
  ['from another site', { 'sec-fetch-site': 'cross-site' }, 403],
  ['no token', { 'x-dragoman-token': undefined }, 403],
  ['another token', { 'x-dragoman-token': 'AAAA' }, 403],
  ['no cookie', { cookie: undefined }, 401],
  ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
  ['plain text, which needs no leave', { 'content-type': 'text/plain' }, 415],
  ['no type', { 'content-type': undefined }, 415],
  ['another host', { host: 'evil.example:4100' }, 403],
])('a change in JSON, %s', async (_, changed, status) => {
  const { ask, ana, segment, path, project, before } = await desk();
  const usual = { host: HOST, cookie: ana.cookie, origin: ORIGIN, 'content-type': JSON_TYPE, 'x-dragoman-token': ana.token };
  const headers = Object.fromEntries(
    Object.entries({ ...usual, ...changed }).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const body = JSON.stringify({ base: segment.base, text: 'Abre el puerto.' });
  expect((await ask(path, { method: 'POST', headers, body })).status).toBe(status);
  expect(project.read('articles/es/a.md') === before).toBe(status !== 200);
});

test('every address is behind the same door: the next sentence, the published page, own paragraphs, joining', async () => {
  const { ask, ana, segment, path, project, before } = await desk();
  const own = { host: HOST, cookie: ana.cookie };
  const changing = { ...own, origin: ORIGIN, 'content-type': JSON_TYPE, 'x-dragoman-token': ana.token };
  const { base } = segment;
  const shown = [
    '/next/es',
    '/published/es/a',
    '/t/es/harbour?target=puerto&checks=all',
    '/g/es',
    '/commit',
    '/search/es?q=a',
    '/api/events',
  ];
  const changes: [string, object][] = [
    [`${path}/own`, { markdown: 'Una nota.' }],
    [`${path}/join`, { base, text: 'Abre', next: base }],
    [`${path}/split`, { base, text: 'Abre', rest: 'Nadie.' }],
    [`${path}/undo`, { undo: 'x' }],
    [`${path}/waive`, { check: 'terms', reason: 'x' }],
    [`${path}/alternatives`, { engine: 'capitals' }],
    [`${path}/present`, {}],
  ];
  const wrong: [string, Record<string, string>, number][] = [
    ['another name', { host: 'evil.example:4100' }, 403],
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['nobody', { cookie: '' }, 401],
  ];
  const wrongChange: typeof wrong = [
    ['another origin', { origin: 'http://evil.example' }, 403],
    ['no token', { 'x-dragoman-token': '' }, 403],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
  ];
  for (const at of shown)
    for (const [how, changed, status] of wrong)
      expect([at, how, (await ask(at, { headers: { ...own, ...changed } })).status]).toEqual([at, how, status]);
  for (const [at, body] of changes)
    for (const [how, changed, status] of [...wrong, ...wrongChange]) {
      const answer = await ask(at, { method: 'POST', headers: { ...changing, ...changed }, body: JSON.stringify(body) });
      expect([at, how, answer.status]).toEqual([at, how, status]);
    }
  expect(project.read('articles/es/a.md')).toBe(before);
});

test('a form without the token of its page changes nothing, and nor does one from elsewhere', async () => {
  const { ask, ana, segment, project, before } = await desk();
  const fields = { segment: segment.id, base: segment.base, text: 'Abre el puerto.', action: 'stay' };
  expect((await ana.submit('/a/es/a', { ...fields, token: 'AAAA' })).status).toBe(403);
  const headers = { host: HOST, cookie: ana.cookie, 'content-type': 'application/x-www-form-urlencoded', origin: 'http://evil.example' };
  const body = new URLSearchParams({ ...fields, token: ana.token }).toString();
  expect((await ask('/a/es/a', { method: 'POST', headers, body })).status).toBe(403);
  expect(
    (await ask('/a/es/a', { method: 'POST', headers: { ...headers, origin: ORIGIN, 'content-type': 'multipart/form-data' }, body })).status,
  ).toBe(415);
  expect(project.read('articles/es/a.md')).toBe(before);
  expect((await ana.submit('/a/es/a', fields)).status).toBe(303);
});

test('paths that lead upwards, in any spelling, and files of the project are no pages', async () => {
  const { ana, project } = await desk();
  project.write('secret.txt', 'secret');
  const paths = [
    ...[
      '/a/es/..%2f..%2fsecret',
      '/a/es/%2e%2e/%2e%2e/secret.txt',
      '/api/editions/es/..%2f..%2fsecret.txt',
      '/a/es/%5c..%5csecret',
      '/%00',
      '/%',
    ],
    ...['/a/../../secret.txt', '/secret.txt', '/.dragoman/drafts.db', '/dragoman.config.json', '/a/%2e%2e/dragoman.config.json'],
    ...[
      '/image?slug=a&src=../../secret.txt',
      '/image?slug=a&src=%2Fetc%2Fpasswd',
      '/image?slug=..&src=x',
      '/image?slug=a&src=../../dragoman.config.json',
    ],
    ...['/assets/../app.ts', '/assets/%2e%2e/app.ts', '/a/xx/a', '/a/es/none', '/api/editions/es/none', '/api/editions/xx/a'],
  ];
  for (const path of paths) {
    const { status, body } = await ana.get(path);
    expect([path, status >= 400 && status < 500, String(body).includes('secret\n')]).toEqual([path, true, false]);
  }
});

test('a body that is too large, no JSON or of another shape is refused', async () => {
  const { ana, path, project, before } = await desk();
  const huge = await ana.send('POST', path, { base: 'none', text: 'x'.repeat(10_000_000) });
  expect(huge.status).toBe(413);
  for (const body of [
    null,
    [],
    'text',
    {},
    { base: 1, text: '' },
    { base: 'none', text: 'a', more: true },
    { base: 'none', text: 'a'.repeat(200_000) },
  ])
    expect([JSON.stringify(body).slice(0, 40), (await ana.send('POST', path, body)).status]).toEqual([
      JSON.stringify(body).slice(0, 40),
      400,
    ]);
  expect((await ana.send('POST', `${path}/waive`, { check: 'nope', reason: 'x' })).status).toBe(400);
  expect(project.read('articles/es/a.md')).toBe(before);
});

test('with --read-only everything is shown and nothing changes', async () => {
  const { ana, segment, path, project, before } = await desk({ readOnly: true });
  expect((await ana.get('/a/es/a')).status).toBe(200);
  expect((await ana.send('POST', `${path}/check`, { text: 'Abre.' })).status).toBe(200);
  expect((await ana.send('POST', path, { base: segment.base, text: 'Abre.' })).status).toBe(403);
  expect((await ana.send('PUT', `${path}/draft`, { base: segment.base, text: 'Abre.' })).status).toBe(403);
  expect((await ana.submit('/a/es/a', { segment: segment.id, base: segment.base, text: 'Abre.' })).status).toBe(403);
  expect(project.read('articles/es/a.md')).toBe(before);
});

/** From an article's page to the page that readers will see. */

import { expect, onTestFinished, test } from 'vitest';
import { checkout } from '../support/checkout.ts';
import { inProcess } from '../support/program.ts';
import { deskOver } from './desk.ts';
import { serving } from './serving.ts';

test('an edition is shown as it is published; one that is not published says so', async () => {
  const project = checkout({ 'articles/en/a.md': '---\ntitle: The harbour\n---\n\nIt opens on Monday.\n' });
  await inProcess(project.root)('translate');
  const server = await serving(project.root);
  onTestFinished(() => server.kill('SIGTERM'));
  const entered = await fetch(server.address, { redirect: 'manual' });
  const headers = { cookie: (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
  const page = await (await fetch(`${server.url}/a/es/a`, { headers })).text();
  expect(page).toContain('href="/published/es/a"');
  const shown = await fetch(`${server.url}/published/es/a`, { headers, redirect: 'manual' });
  expect(shown.status).toBe(303);
  const address = shown.headers.get('location') ?? '';
  expect(new URL(address).origin).not.toBe(server.url);
  expect(await (await fetch(address)).text()).toContain('IT OPENS ON MONDAY.');
  // Without who asks nothing is started or told.
  expect((await fetch(`${server.url}/published/es/a`, { redirect: 'manual' })).status).toBe(401);
  expect((await fetch(`${server.url}/published/es/none`, { headers, redirect: 'manual' })).status).toBe(404);
});

test('the site that is shown ends with the page, however that one ends', async () => {
  const project = checkout({ 'articles/en/a.md': 'It opens.\n' });
  await inProcess(project.root)('translate');
  const server = await serving(project.root);
  onTestFinished(() => server.kill('SIGKILL'));
  const entered = await fetch(server.address, { redirect: 'manual' });
  const headers = { cookie: (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
  const shown = await fetch(`${server.url}/published/es/a`, { headers, redirect: 'manual' });
  const address = shown.headers.get('location') ?? '';
  expect((await fetch(address)).status).toBe(200);
  await server.kill('SIGKILL');
  await expect
    .poll(
      () =>
        fetch(address).then(
          () => 'there',
          () => 'gone',
        ),
      { timeout: 30_000 },
    )
    .toBe('gone');
});

test('where the site has no page of an edition its page says why to look; behind a proxy there is no way to it', async () => {
  const project = checkout({ 'articles/en/a.md': 'It opens.\n' });
  await inProcess(project.root)('translate');
  const { enter } = await deskOver(project.root, { published: async () => undefined });
  const ana = await enter('Ana <ana@example.org>');
  const { status, headers } = await ana.get('/published/es/a');
  expect([status, headers.get('location')]).toEqual([303, '/a/es/a?published=none']);
  expect((await ana.get('/a/es/a?published=none')).body).toContain('This edition is not on the site as it is');
  const plain = await (await deskOver(project.root)).enter('Ana <ana@example.org>');
  expect((await plain.get('/a/es/a')).body).not.toContain('/published/');
  expect((await plain.get('/published/es/a')).status).toBe(404);
});

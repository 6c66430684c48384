/** Behind a proxy that has other pages beside this one: every link, form, script, event and cookie is below the page's path. */

import { createServer, request } from 'node:http';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startEditServer } from '../../../src/edit/server.ts';
import { proxyOf } from '../../../src/edit/team.ts';
import { openProject } from '../../../src/project/project.ts';
import { launch, noBrowser } from '../../publish/browser.ts';
import { inProcess } from '../../support/program.ts';
import { repository } from '../../support/repository.ts';
import { isLive, POLL, says } from './served.ts';

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';
const ARTICLE = '# The harbour\n\nIt opens on Monday. Nobody was hurt.\n\n![A map](map.svg)\n';

/** A proxy that knows everybody as Ana, whatever they say. @returns its address, and the paths that it was asked for */
async function proxyTo(socketPath: string): Promise<{ readonly origin: string; readonly asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((incoming, outgoing) => {
    asked.push(incoming.url ?? '');
    const { 'x-forwarded-email': _, ...headers } = incoming.headers;
    const given = { ...headers, 'x-forwarded-email': 'ana@example.org' };
    const on = request({ socketPath, path: incoming.url, method: incoming.method, headers: given }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    on.once('error', () => outgoing.destroy());
    outgoing.once('close', () => on.destroy());
    incoming.pipe(on);
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { origin: `http://127.0.0.1:${port}`, asked };
}

async function behindProxy() {
  const project = repository({ 'articles/en/a.md': ARTICLE, 'articles/en/map.svg': PICTURE, 'articles/en/b.md': 'Another one.\n' });
  await inProcess(project.root)('translate');
  await inProcess(project.root)('glossary', 'set', 'es', 'Monday', 'MONDAY');
  project.commit('start');
  const socket = join(project.root, '.dragoman', 'edit.sock');
  const { origin, asked } = await proxyTo(socket);
  const faults: unknown[] = [];
  const server = await startEditServer(openProject(project.root), {
    ...{ port: 0, readOnly: false, author: '', socket, onFault: (fault: unknown) => faults.push(fault) },
    proxy: proxyOf({ origin: `${origin}/dragoman/`, isSocket: true }),
  });
  onTestFinished(server.close);
  return { project, server, origin, asked, faults };
}

describe.skipIf(noBrowser !== undefined)('in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  async function visit(address: string, javaScriptEnabled: boolean) {
    const context = await browser.newContext({ locale: 'en', viewport: { width: 1400, height: 900 }, javaScriptEnabled });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.goto(address);
    return { page, context, complaints };
  }

  it('a sentence is saved, seen by who else is there, and committed', async () => {
    const { project, server, origin, asked, faults } = await behindProxy();
    expect(server.address).toBe(`${origin}/dragoman/`);
    const { page, complaints } = await visit(server.address, true);
    await page
      .getByRole('link', { name: /0 of 4 reviewed/ })
      .first()
      .click();
    await isLive(page);
    await expect.poll(() => page.evaluate(`document.querySelector('.source img').naturalWidth`), POLL).toBe(9);
    const other = await visit(page.url(), true);
    await isLive(other.page);
    await page.locator('.edition a.s', { hasText: 'MONDAY' }).click();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Abre el MONDAY.');
    await says(page, 'Draft kept');
    await page.keyboard.press('Control+Shift+Enter');
    await says(page, 'is saved');
    expect(project.read('articles/es/a.md')).toContain('Abre el MONDAY.');
    await expect.poll(() => other.page.locator('.edition a.s.reviewed').textContent(), POLL).toBe('Abre el MONDAY.');
    await page.locator('.terms a').first().click();
    await page.locator('.filters input[name=target]').fill('LUNES');
    await page.locator('form.term .effects li').first().waitFor();
    await page.getByRole('link', { name: 'Articles' }).click();
    await page.getByRole('link', { name: /^Commit/ }).click();
    await page.getByRole('button', { name: /^Commit/ }).click();
    await page.getByText(/Committed as/).waitFor();
    expect(project.git('log', '-1', '--format=%an <%ae>').trim()).toBe('ana <ana@example.org>');
    expect([complaints, other.complaints, faults]).toEqual([[], [], []]);
    expect(asked.filter((path) => !path.startsWith('/dragoman/'))).toEqual([]);
    expect(asked.some((path) => path === '/dragoman/api/events')).toBe(true);
  });

  it('without scripts all of it is below the path too, and so are cookies', async () => {
    const { project, server, asked, faults } = await behindProxy();
    const { page, context } = await visit(server.address.slice(0, -1), false);
    await page.locator('details.menu summary').click();
    await page.locator('select[name=language]').selectOption('es');
    await page.locator('.menu button').click();
    await page.locator('html[lang=es]').waitFor();
    expect((await context.cookies()).map(({ path }) => path)).toEqual(['/dragoman/']);
    await page.goto(`${server.address}a/es/a`);
    await page.locator('.edition a.s', { hasText: 'HURT' }).click();
    await page.locator('textarea[name=text]').fill('Nadie resultó herido.');
    await page.locator('button[value=stay]').click();
    await page.locator('.edition a.s.reviewed').waitFor();
    expect(project.read('articles/es/a.md')).toContain('Nadie resultó herido.');
    await page.goto(`${server.address}none`);
    await page.locator('main a.button').click();
    await page.locator('table.matrix').waitFor();
    expect(faults).toEqual([]);
    expect(asked.filter((path) => !path.startsWith('/dragoman'))).toEqual([]);
  });
});

it('a proxy that takes the path away is told so; a path that would have to be read otherwise is refused', async () => {
  const { origin, server } = await behindProxy();
  const answer = await fetch(`${origin}/a/es/a`);
  expect([answer.status, await answer.text()]).toEqual([
    404,
    'This page is below /dragoman/: its proxy must pass addresses as they are.\n',
  ]);
  expect((await fetch(`${origin}/dragomans/a/es/a`)).status).toBe(404);
  const bare = await fetch(`${origin}/dragoman`, { redirect: 'manual' });
  expect([bare.status, bare.headers.get('location')]).toEqual([308, '/dragoman/']);
  expect((await fetch(`${server.address}a/es/a`)).status).toBe(200);
  for (const wrong of ['/a b', '/a%20b', '/a/../b', '/a//b', '/a?b', '/a#b'])
    expect(() => proxyOf({ origin: `https://desk.example.org${wrong}`, isSocket: true })).toThrow('--behind-proxy is not usable');
});

/** Behind nginx, which asks for name and password and says who it is: a browser's whole way to a saved sentence. Skipped without nginx. */

import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startEditServer } from '../../../src/edit/server.ts';
import { proxyOf } from '../../../src/edit/team.ts';
import { openProject } from '../../../src/project/project.ts';
import { launch, noBrowser } from '../../publish/browser.ts';
import { checkout } from '../../support/checkout.ts';
import { inProcess } from '../../support/program.ts';
import { isLive, POLL, says, writing } from './served.ts';

const NGINX = ['nginx', '/usr/sbin/nginx'].find((name) => spawnSync(name, ['-v']).status === 0);
if (NGINX === undefined) console.log('not run: no nginx here (scripts/setup nginx-light)');

/** A port that nobody listens on just now. */
const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

const sha = (password: string) => `{SHA}${createHash('sha1').update(password).digest('base64')}`;

/** As docs/page.md has it, with nginx's own names and passwords in place of oauth2-proxy's. */
function configuration(root: string, port: number, socket: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${root}/${name};`).join(' ');
  return `daemon off; master_process off; pid ${root}/nginx.pid; error_log ${root}/error.log;
events {}
http {
  access_log off; ${temporary}
  server {
    listen 127.0.0.1:${port};
    location / {
      auth_basic "Dragoman";
      auth_basic_user_file ${root}/users;
      proxy_set_header X-Forwarded-Email $remote_user@example.org;
      proxy_set_header X-Dragoman-Proxy-Secret "";
      proxy_set_header Host $http_host;
      proxy_pass http://unix:${socket};
      proxy_buffering off;
    }
  }
}
`;
}

/** @returns its address; another port is tried where somebody else has taken the one that was free */
async function startNginx(root: string, socket: string): Promise<string> {
  mkdirSync(root, { recursive: true });
  writeFileSync(join(root, 'users'), `ana:${sha('harbour')}\nbo:${sha('bridge')}\n`);
  for (;;) {
    const port = await freePort();
    writeFileSync(join(root, 'nginx.conf'), configuration(root, port, socket));
    const nginx = spawn(NGINX as string, ['-p', root, '-e', join(root, 'error.log'), '-c', join(root, 'nginx.conf')], { stdio: 'ignore' });
    let isOver = false;
    nginx.once('close', () => {
      isOver = true;
    });
    const origin = `http://127.0.0.1:${port}`;
    const asks = () =>
      fetch(origin).then(
        ({ headers }) => headers.get('www-authenticate') ?? '',
        () => '',
      );
    await expect.poll(async () => isOver || (await asks()).includes('Dragoman'), POLL).toBe(true);
    if (isOver) continue;
    onTestFinished(() => void nginx.kill('SIGTERM'));
    return origin;
  }
}

describe.skipIf(noBrowser !== undefined || NGINX === undefined)('in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  it('two people with passwords, each with their own rights and name', async () => {
    const project = checkout({ 'articles/en/a.md': 'It opens on Monday. Nobody was hurt.\n' }, { editors: { es: ['ana@example.org'] } });
    await inProcess(project.root)('translate');
    const folder = join(project.root, '.dragoman');
    const socket = join(folder, 'edit.sock');
    const origin = await startNginx(join(folder, 'nginx'), socket);
    const faults: unknown[] = [];
    const server = await startEditServer(openProject(project.root), {
      ...{ port: 0, readOnly: false, author: '', socket, onFault: (fault: unknown) => faults.push(fault) },
      proxy: proxyOf({ origin, isSocket: true }),
    });
    onTestFinished(server.close);
    const visit = async (username: string, password: string) => {
      const context = await browser.newContext({
        locale: 'en',
        httpCredentials: { username, password },
        viewport: { width: 1400, height: 900 },
      });
      onTestFinished(() => context.close());
      const page = await context.newPage();
      const answer = await page.goto(`${origin}/a/es/a`);
      return { page, status: answer?.status() };
    };
    expect((await visit('ana', 'bridge')).status).toBe(401);
    const ana = (await visit('ana', 'harbour')).page;
    const bo = (await visit('bo', 'bridge')).page;
    for (const page of [ana, bo]) await isLive(page);
    await ana.locator('.edition a.s', { hasText: 'MONDAY' }).click();
    await ana.keyboard.press('Control+a');
    await ana.keyboard.type('Abre el lunes.');
    await says(ana, 'Draft kept');
    await ana.keyboard.press('Control+Shift+Enter');
    await says(ana, 'is saved');
    expect(project.read('articles/es/a.md')).toBe('Abre el lunes. NOBODY WAS HURT.\n');
    // Events come through the proxy as they happen; who is no editor reads.
    await expect.poll(() => bo.locator('.edition a.s.reviewed').textContent(), POLL).toBe('Abre el lunes.');
    await bo.locator('.edition a.s', { hasText: 'HURT' }).click();
    expect(await writing(bo).count()).toBe(0);
    expect(await bo.locator('body').getAttribute('data-author')).toBe('bo <bo@example.org>');
    // Who says in their own request that they are another is who their password says.
    const forged = await fetch(`${origin}/a/es/a`, {
      headers: { authorization: `Basic ${btoa('bo:bridge')}`, 'x-forwarded-email': 'ana@example.org' },
    });
    expect(await forged.text()).toContain('data-author="bo &lt;bo@example.org&gt;"');
    expect(faults).toEqual([]);
  });
});

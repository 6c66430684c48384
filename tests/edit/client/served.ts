/** `dragoman edit` on a port of its own, and people in browsers of their own. */

import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { createApp } from '../../../src/edit/app.ts';
import { openDrafts } from '../../../src/edit/drafts.ts';
import { createEditor, type EditorOptions } from '../../../src/edit/editor.ts';
import { createPeople } from '../../../src/edit/people.ts';
import { cacheFolder, openProject } from '../../../src/project/project.ts';
import { openWorkspace } from '../../../src/session/workspace.ts';
import { checkout } from '../../support/checkout.ts';
import { inProcess } from '../../support/program.ts';

export interface Served {
  readonly url: string;
  /** An address that is good once. */
  readonly invite: (author: string) => string;
  readonly faults: readonly unknown[];
  readonly close: () => Promise<void>;
}

/**
 * @param root a project's folder
 * @param port 0 for any
 */
export async function served(root: string, options: EditorOptions = {}, port = 0): Promise<Served> {
  const project = openProject(root);
  const workspace = await openWorkspace(project);
  const drafts = openDrafts(cacheFolder(project));
  const editor = createEditor(workspace, drafts, options);
  const faults: unknown[] = [];
  let answer: (request: Request) => Response | Promise<Response> = () => new Response(null, { status: 503 });
  const { server, own } = await new Promise<{ server: ReturnType<typeof serve>; own: number }>((resolve) => {
    const started = serve({ fetch: (request) => answer(request), hostname: '127.0.0.1', port }, (info: AddressInfo) =>
      resolve({ server: started, own: info.port }),
    );
  });
  const people = createPeople(drafts.secret, own);
  const app = createApp({ editor, people, hosts: new Set([`127.0.0.1:${own}`]), onFault: (fault) => faults.push(fault) });
  answer = (request) => app.fetch(request);
  const url = `http://127.0.0.1:${own}`;
  let isOpen = true;
  return {
    url,
    faults,
    invite: (author) => `${url}/enter?token=${people.invite(author)}`,
    close: async () => {
      if (!isOpen) return;
      isOpen = false;
      if ('closeAllConnections' in server) server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await editor.close();
    },
  };
}

export const SOURCE = `---
title: The harbour
---

It opens on Monday. Nobody was **hurt**.

See the [plan](/plan) & \`map\`.

| Ticket | Price |
| --- | --- |
| Adult | €3 |
`;
export const ARTICLE = '/a/es/a';
export const ANA = 'Ana <ana@example.org>';
export const BO = 'Bo <bo@example.org>';
/** Until what is waited for is there, on a machine that does much else. */
export const POLL = { timeout: 20_000, interval: 50 };

/** A project with one article, translated in capitals, and its page. */
export async function newsroom(options: EditorOptions = {}, source = SOURCE, config: Readonly<Record<string, unknown>> = {}) {
  const project = checkout({ 'articles/en/a.md': source }, config);
  const run = inProcess(project.root);
  await run('translate');
  const site = await served(project.root, options);
  onTestFinished(site.close);
  return { project, run, site };
}

/** Where the scripts have taken over. */
export const isLive = (page: Page) => page.waitForSelector('body.live');
/** What the page says to whoever hears it. */
export const says = (page: Page, words: string) => expect.poll(() => page.locator('#status').textContent(), POLL).toContain(words);
export const writing = (page: Page) => page.locator('.writing');

export interface Visitor {
  readonly page: Page;
  /** What the browser complained about: errors of scripts, and what the policy of the page forbids. */
  readonly complaints: string[];
}

/** Somebody with a browser of their own, at an address of the page. */
export async function visit(
  browser: Browser,
  site: Served,
  author: string,
  path: string,
  options: BrowserContextOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({ locale: 'en', viewport: { width: 1400, height: 900 }, ...options });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await page.goto(site.invite(author));
  await page.goto(site.url + path);
  return { page, complaints };
}

/** The page in Chromium: a translator's way through an article by the keyboard alone, and what must not be lost on it. */

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { launch, noBrowser } from '../../publish/browser.ts';
import { checkout } from '../../support/checkout.ts';
import { inProcess } from '../../support/program.ts';
import { served, visit } from './served.ts';

const SOURCE = `---
title: The harbour
---

It opens on Monday. Nobody was **hurt**.

See the [plan](/plan) & \`map\`.

| Ticket | Price |
| --- | --- |
| Adult | €3 |
`;
const ANA = 'Ana <ana@example.org>';
/** Until what is waited for is there, on a machine that does much else. */
const POLL = { timeout: 20_000, interval: 50 };

describe.skipIf(noBrowser !== undefined)('in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  async function desk(options: Parameters<typeof served>[1] = {}) {
    const project = checkout({ 'articles/en/a.md': SOURCE });
    const run = inProcess(project.root);
    await run('translate');
    const site = await served(project.root, options);
    onTestFinished(site.close);
    return { project, run, site };
  }
  const article = '/a/es/a';
  const isLive = (page: Page) => page.waitForSelector('body.live');
  const says = (page: Page, words: string) => expect.poll(() => page.locator('#status').textContent(), POLL).toContain(words);
  const current = (page: Page) => page.locator('.writing').textContent();

  it('the whole way by keyboard alone', async () => {
    const { project, site } = await desk();
    const { page, complaints } = await visit(browser, site, ANA, article);
    await isLive(page);
    const key = (keys: string) => page.keyboard.press(keys);
    // To the first sentence, and into it.
    await key('Alt+ArrowDown');
    await key('Enter');
    expect(await current(page)).toBe('THE HARBOUR');
    // Unchanged, it is read; the next one that needs a person is at hand.
    await key('Control+Enter');
    await says(page, 'is saved');
    expect(await current(page)).toBe('IT OPENS ON MONDAY.');
    await key('Control+a');
    await page.keyboard.type('Abre el lunes.');
    await says(page, 'Draft kept');
    await key('Control+Enter');
    await expect.poll(() => current(page), POLL).toBe('NOBODY WAS HURT.');
    await expect.poll(() => project.read('articles/es/a.md'), POLL).toContain('Abre el lunes. ');
    // A mark that is lost is told, and put back by its key.
    await key('Control+a');
    await page.keyboard.type('Nadie resultó herido');
    await page.waitForSelector('.tray');
    await key('Alt+1');
    expect(await page.locator('.writing strong').textContent()).toBe('herido');
    await page.keyboard.type('.');
    await key('Control+Shift+Enter');
    await expect.poll(() => project.read('articles/es/a.md'), POLL).toContain('Nadie resultó **herido.**');
    expect(complaints).toEqual([]);
    expect(site.faults).toEqual([]);
  });
});

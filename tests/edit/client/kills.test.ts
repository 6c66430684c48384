/** The server is killed while somebody writes and saves: nothing is lost, and what was accepted is saved once it is there again. */

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { launch, noBrowser } from '../../publish/browser.ts';
import { checkout } from '../../support/checkout.ts';
import { inProcess } from '../../support/program.ts';
import { type Serving, serving } from '../serving.ts';
import { ARTICLE, isLive, POLL, says, writing } from './served.ts';

describe.skipIf(noBrowser !== undefined)('in Chromium', { timeout: 240_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  async function opened() {
    const project = checkout({ 'articles/en/a.md': 'It opens on Monday. Nobody was hurt.\n\nThe bridge is closed.\n' });
    await inProcess(project.root)('translate');
    let server: Serving = await serving(project.root);
    const port = Number(new URL(server.url).port);
    onTestFinished(() => server.kill('SIGKILL'));
    const context = await browser.newContext({ locale: 'en', viewport: { width: 1400, height: 900 } });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    await page.goto(server.address);
    await page.goto(server.url + ARTICLE);
    await isLive(page);
    return {
      project,
      page,
      kill: () => server.kill('SIGKILL'),
      start: async () => {
        server = await serving(project.root, port);
      },
    };
  }
  async function write(page: Page, sentence: string, words: string) {
    await page.locator('.edition a.s', { hasText: sentence }).click();
    await writing(page).waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type(words);
  }

  it('what is written while it is away is a draft again, in the field and on disk', async () => {
    const { page, kill, start } = await opened();
    await write(page, 'MONDAY', 'Abre el lu');
    await kill();
    await page.keyboard.type('nes.');
    await says(page, 'Not kept');
    expect(await writing(page).textContent()).toBe('Abre el lunes.');
    await start();
    await says(page, 'Draft kept');
    // The browser's own copy is not what is looked at.
    await page.evaluate('localStorage.clear()');
    await page.reload();
    await isLive(page);
    expect(await writing(page).textContent()).toBe('Abre el lunes.');
  });

  it('what is accepted while it is away is told, kept, and saved as soon as it answers', async () => {
    const { project, page, kill, start } = await opened();
    await write(page, 'MONDAY', 'Abre el lunes.');
    await says(page, 'Draft kept');
    await kill();
    await page.keyboard.press('Control+Shift+Enter');
    await page.getByText('The server does not answer.').waitFor();
    expect(await writing(page).textContent()).toBe('Abre el lunes.');
    await start();
    await says(page, 'Sentence 1 is saved');
    expect(project.read('articles/es/a.md')).toContain('Abre el lunes. NOBODY');
    expect(await page.getByText('The server does not answer.').count()).toBe(0);
    // With a newer text in the field it is that which is accepted, by its person.
    await write(page, 'HURT', 'Nadie.');
    await kill();
    await page.keyboard.press('Control+Shift+Enter');
    await page.getByText('The server does not answer.').waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Nadie ha sufrido.');
    // It is a draft then: nothing promises to save it.
    await page.locator('.notice', { hasText: 'The server does not answer.' }).waitFor({ state: 'detached' });
    await start();
    await says(page, 'Draft kept');
    await page.keyboard.press('Control+Shift+Enter');
    await expect.poll(() => project.read('articles/es/a.md'), POLL).toContain('Abre el lunes. Nadie ha sufrido.');
  });

  it.each([
    ['as it is asked for', 0],
    ['once it has been asked for', 1],
    ['once it is told', 2],
  ])('killed in the middle of a save, %s: the text is in the file, whatever was answered', async (_, moment) => {
    const { project, page, kill, start } = await opened();
    await write(page, 'MONDAY', 'Abre el lunes.');
    const isSave = (method: string, url: string) => method === 'POST' && /segments\/[0-9a-f]+$/.test(url);
    const asked = moment === 0 ? undefined : page.waitForRequest((request) => isSave(request.method(), request.url()));
    await page.keyboard.press('Control+Shift+Enter');
    await asked;
    if (moment === 2) await says(page, 'is saved');
    await kill();
    await start();
    await expect.poll(() => page.locator('.edition a.s.reviewed', { hasText: 'Abre el lunes.' }).count(), POLL).toBe(1);
    expect(project.read('articles/es/a.md')).toBe('Abre el lunes. NOBODY WAS HURT.\n\nTHE BRIDGE IS CLOSED.\n');
  });
});

/** The page in Chromium: a translator's way through an article by the keyboard alone, and what must not be lost on it. */

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, noBrowser } from '../../publish/browser.ts';
import { ANA, ARTICLE, isLive, newsroom, POLL, says, visit, writing } from './served.ts';

describe.skipIf(noBrowser !== undefined)('in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  it('a sentence that was accepted too early is as it was, by one key', async () => {
    const { project, site } = await newsroom();
    const fresh = project.read('locales/es/articles/a.xlf');
    const { page, complaints } = await visit(browser, site, ANA, ARTICLE);
    await isLive(page);
    const key = (keys: string) => page.keyboard.press(keys);
    const opens = page.locator('.edition a.s', { hasText: 'MONDAY' });
    await page.locator('.source a.s', { hasText: 'Monday' }).click();
    await key('Control+Enter');
    await expect.poll(() => writing(page).textContent(), POLL).toBe('NOBODY WAS HURT.');
    await expect.poll(() => opens.getAttribute('class'), POLL).toContain('reviewed');
    await key('Alt+ArrowUp');
    await expect.poll(() => writing(page).textContent(), POLL).toBe('IT OPENS ON MONDAY.');
    // Also by whoever has loaded the page again meanwhile.
    await page.reload();
    await isLive(page);
    await opens.click();
    await key('Control+z');
    await says(page, 'Taken back.');
    await expect.poll(() => opens.getAttribute('class'), POLL).toContain('machine');
    expect(project.read('locales/es/articles/a.xlf')).toBe(fresh);
    expect(complaints).toEqual([]);
    expect(site.faults).toEqual([]);
  });

  it('steps are taken back one by one, the last first', async () => {
    const { project, site } = await newsroom();
    const { page } = await visit(browser, site, ANA, ARTICLE);
    await isLive(page);
    const key = (keys: string) => page.keyboard.press(keys);
    const file = () => project.read('articles/es/a.md');
    const before = file();
    await page.locator('.edition a.s', { hasText: 'MONDAY' }).click();
    await key('Control+a');
    await key('Backspace');
    // Nothing stands here.
    await key('Control+Backspace');
    await page.locator('.edition a.s.out').waitFor();
    await says(page, 'is saved');
    const without = file();
    await key('Enter');
    await page.keyboard.type('Abre el lunes.');
    await key('Control+Shift+Enter');
    await page.locator('.edition a.s.reviewed', { hasText: 'Abre el lunes.' }).waitFor();
    for (const text of [without, before]) {
      await key('Control+z');
      await expect.poll(file, POLL).toBe(text);
      await says(page, 'Taken back.');
      await page.locator('#status').evaluate((element) => element.replaceChildren());
    }
    await key('Control+z');
    expect(file()).toBe(before);
  });

  it('who may only read can press any key', async () => {
    const { project, site } = await newsroom({ readOnly: true });
    const { page, complaints } = await visit(browser, site, ANA, ARTICLE);
    await isLive(page);
    const before = project.read('articles/es/a.md');
    await page.locator('.edition a.s', { hasText: 'MONDAY' }).click();
    for (const keys of [
      'Enter',
      'Control+Enter',
      'Alt+j',
      'Alt+p',
      'Control+d',
      'Control+Backspace',
      'Control+z',
      'Alt+g',
      'Alt+ArrowDown',
    ])
      await page.keyboard.press(keys);
    expect(await writing(page).count()).toBe(0);
    // Help for the sentence has been asked for by then.
    await page.waitForLoadState('networkidle');
    expect(complaints).toEqual([]);
    expect(project.read('articles/es/a.md')).toBe(before);
  });

  it('the whole way by keyboard alone', async () => {
    const { project, site } = await newsroom();
    const { page, complaints } = await visit(browser, site, ANA, ARTICLE);
    await isLive(page);
    const key = (keys: string) => page.keyboard.press(keys);
    // To the first sentence, and into it.
    await key('Alt+ArrowDown');
    await key('Enter');
    expect(await writing(page).textContent()).toBe('THE HARBOUR');
    // Unchanged, it is read; the next one that needs a person is at hand.
    await key('Control+Enter');
    await says(page, 'is saved');
    expect(await writing(page).textContent()).toBe('IT OPENS ON MONDAY.');
    await key('Control+a');
    await page.keyboard.type('Abre el lunes.');
    await says(page, 'Draft kept');
    await key('Control+Enter');
    await expect.poll(() => writing(page).textContent(), POLL).toBe('NOBODY WAS HURT.');
    await expect.poll(() => project.read('articles/es/a.md'), POLL).toContain('Abre el lunes. ');
    // A mark that is lost is told, and put back by its key.
    await key('Control+a');
    await page.keyboard.type('Nadie resultó herido');
    await page.waitForSelector('.tray');
    await key('Alt+1');
    expect(await page.locator('.writing strong').textContent()).toBe('herido');
    await page.keyboard.type('.');
    await key('Control+Shift+Enter');
    await expect.poll(() => project.read('articles/es/a.md'), POLL).toContain('Nadie resultó **herido**.');
    // A word is looked for elsewhere, and the cursor comes back.
    await key('Control+k');
    await page.keyboard.type('opens');
    await expect.poll(() => page.locator('.found .diff').first().textContent(), POLL).toBe('It opens on Monday.');
    await key('Escape');
    // Nothing stands here, from outside of the text; Esc leaves it.
    await key('Control+Alt+ArrowDown');
    await key('Enter');
    await key('Escape');
    await key('Control+Backspace');
    await expect.poll(() => page.locator('.s.out').count(), POLL).toBe(1);
    await key('?');
    await page.waitForSelector('dialog[open]');
    await key('Escape');
    expect(complaints).toEqual([]);
    expect(site.faults).toEqual([]);
  });

  it.each(['Control+Shift+Enter', 'Control+Enter'])(
    'an answer that comes late (%s) leaves whoever has gone elsewhere there',
    async (keys) => {
      const { site } = await newsroom();
      const { page, complaints } = await visit(browser, site, ANA, ARTICLE);
      await isLive(page);
      let answer = () => {};
      const isElsewhere = new Promise<void>((resolve) => {
        answer = resolve;
      });
      await page.route(/\/segments\/[^/]+$/, async (route) => {
        if (route.request().method() === 'POST') await isElsewhere;
        await route.continue();
      });
      await page.locator('.edition a.s', { hasText: 'MONDAY' }).click();
      await page.keyboard.press(keys);
      await page.keyboard.press('Control+k');
      await page.keyboard.type('op');
      answer();
      await says(page, 'is saved');
      await page.keyboard.type('ens');
      expect(await page.locator('.concordance input').inputValue()).toBe('opens');
      expect(complaints).toEqual([]);
    },
  );

  it('only words are pasted, and no line ends', async () => {
    const { site } = await newsroom();
    const { page, complaints } = await visit(browser, site, ANA, ARTICLE);
    await isLive(page);
    await page.locator('.edition a.s', { hasText: 'MONDAY' }).click();
    await page.keyboard.press('Control+a');
    await page.evaluate(`{
      const data = new DataTransfer();
      data.setData('text/plain', 'Abre\\n  el lunes');
      data.setData('text/html', '<b onclick="steal()">Abre</b><img src=x onerror="steal()">');
      const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
      document.querySelector('.writing').dispatchEvent(paste);
    }`);
    await page.keyboard.press('Enter');
    await page.keyboard.type('.');
    expect(await writing(page).textContent()).toBe('Abre el lunes.');
    expect(await writing(page).locator('b, img:not(.ProseMirror-separator)').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('a term and the marks of the source are put in by their keys', async () => {
    const { project, run, site } = await newsroom();
    await run('glossary', 'set', 'es', 'plan', 'plano');
    const { page } = await visit(browser, site, ANA, ARTICLE);
    await isLive(page);
    await page.locator('.source a.s', { hasText: 'plan' }).click();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Vea el ');
    await page.keyboard.press('Alt+g');
    await expect.poll(() => writing(page).textContent(), POLL).toBe('Vea el plano');
    await page.keyboard.press('Alt+1');
    expect(await writing(page).locator('.link').textContent()).toBe('plano');
    await page.keyboard.type(' y ');
    await page.keyboard.press('Alt+1');
    expect(await writing(page).locator('.chip').textContent()).toBe('map');
    await page.keyboard.press('Control+Shift+Enter');
    await expect.poll(() => project.read('articles/es/a.md'), POLL).toContain('Vea el [plano](/plan) y `map`');
  });
});

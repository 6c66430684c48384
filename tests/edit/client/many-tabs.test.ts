/** Many articles open at once: a browser keeps six connections to a server, and a page out of sight needs none. */

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, noBrowser } from '../../publish/browser.ts';
import { ANA, ARTICLE, BO, isLive, newsroom, POLL, says, visit, writing } from './served.ts';

/** As the browser tells a page that another tab is before it, or no longer. */
const setVisible = (page: Page, isVisible: boolean) =>
  page.evaluate(`
    Object.defineProperty(document, 'visibilityState', { value: '${isVisible ? 'visible' : 'hidden'}', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  `);

describe.skipIf(noBrowser !== undefined)('in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  it('the eighth tab of a window works, and one that is seen again has what was said meanwhile', async () => {
    const { project, site } = await newsroom();
    const { page: first, complaints } = await visit(browser, site, ANA, ARTICLE);
    await isLive(first);
    await setVisible(first, false);
    let last = first;
    for (let tab = 2; tab <= 8; tab++) {
      last = await first.context().newPage();
      await last.goto(site.url + ARTICLE);
      await isLive(last);
      if (tab < 8) await setVisible(last, false);
    }
    const { page: bo } = await visit(browser, site, BO, ARTICLE);
    await isLive(bo);
    await bo.locator('.edition a.s', { hasText: 'MONDAY' }).click();
    await bo.keyboard.press('Control+a');
    await bo.keyboard.type('Abre el lunes.');
    await bo.keyboard.press('Control+Shift+Enter');
    await says(bo, 'is saved');
    expect(project.read('articles/es/a.md')).toContain('Abre el lunes.');
    const said = (page: Page) =>
      expect.poll(() => page.locator('.edition a.s.reviewed').allTextContents(), POLL).toEqual(['Abre el lunes.']);
    await said(last);
    await setVisible(last, false);
    await setVisible(first, true);
    await said(first);
    expect([complaints, site.faults]).toEqual([[], []]);
  });

  it('what is saved in one tab is in the field of another, with what has been written there', async () => {
    const { project, site } = await newsroom();
    const { page: first } = await visit(browser, site, ANA, ARTICLE);
    await isLive(first);
    const second = await first.context().newPage();
    await second.goto(site.url + ARTICLE);
    await isLive(second);
    const opens = (page: Page) => page.locator('.edition a.s', { hasText: 'MONDAY' });
    await opens(first).click();
    await opens(second).click();
    await second.keyboard.press('Control+a');
    await second.keyboard.type('Abre.');
    // The other tab hears of it before the one that has saved it is answered.
    const heard = Promise.withResolvers<void>();
    await second.route('**/api/**/segments/*', async (route) => {
      const response = await route.fetch();
      await heard.promise;
      await route.fulfill({ response });
    });
    await second.keyboard.press('Control+Shift+Enter');
    await first.bringToFront();
    await expect.poll(() => writing(first).textContent(), POLL).toBe('Abre.');
    heard.resolve();
    await says(second, 'is saved');
    await first.keyboard.type('!');
    await first.keyboard.press('Control+Shift+Enter');
    await says(first, 'is saved');
    expect(project.read('articles/es/a.md')).toContain('Abre.!');
  });
});

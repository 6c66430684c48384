/** Two sentences said as one, by the keyboard alone, and taken apart again. */

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

  it('joined, taken back, joined again and split at the cursor', async () => {
    const { project, site } = await newsroom();
    const { page, complaints } = await visit(browser, site, ANA, ARTICLE);
    await isLive(page);
    const key = (keys: string) => page.keyboard.press(keys);
    const file = () => project.read('articles/es/a.md');
    await page.locator('.edition a.s', { hasText: 'MONDAY' }).click();
    await key('Control+a');
    await page.keyboard.type('Abre el lunes y');
    await key('Alt+j');
    await says(page, 'Joined with the next sentence');
    expect(await writing(page).textContent()).toBe('Abre el lunes y NOBODY WAS HURT.');
    expect(await writing(page).locator('strong').textContent()).toBe('HURT');
    expect(file()).toContain('Abre el lunes y NOBODY WAS **HURT**.');
    await expect.poll(() => page.getByTitle('It is said in a sentence before.').textContent(), POLL).toBe('‿');
    // What has been written since goes first.
    await page.keyboard.type('!');
    await key('Control+z');
    await expect.poll(() => writing(page).textContent(), POLL).toBe('Abre el lunes y NOBODY WAS HURT.');
    await key('Control+z');
    await says(page, 'Taken back');
    expect(await writing(page).textContent()).toBe('IT OPENS ON MONDAY.');
    expect(file()).toContain('IT OPENS ON MONDAY. NOBODY WAS **HURT**.');
    await key('Alt+j');
    await says(page, 'Joined with the next sentence');
    await key('Home');
    for (const _ of 'IT OPENS ON MONDAY. ') await key('ArrowRight');
    await key('Alt+Shift+j');
    await says(page, 'Split in two');
    expect(await writing(page).textContent()).toBe('IT OPENS ON MONDAY.');
    expect(await page.getByTitle('It is said in a sentence before.').count()).toBe(0);
    await key('Alt+ArrowDown');
    await key('Alt+j');
    await says(page, 'no next sentence');
    expect(complaints).toEqual([]);
    expect(site.faults).toEqual([]);
  });
});

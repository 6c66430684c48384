/** A paragraph of the edition's own, by the keyboard alone: written, changed, refused, taken out. */

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, noBrowser } from '../../publish/browser.ts';
import { ANA, ARTICLE, isLive, newsroom, POLL, says, visit } from './served.ts';

describe.skipIf(noBrowser !== undefined)('in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  it('written behind a sentence, there again after a reload, changed and taken out', async () => {
    const { project, site } = await newsroom();
    const { page, complaints } = await visit(browser, site, ANA, ARTICLE);
    await isLive(page);
    const key = (keys: string) => page.keyboard.press(keys);
    const file = () => project.read('articles/es/a.md');
    const own = () => page.locator('.row.own .verbatim').allTextContents();
    await page.locator('.edition a.s', { hasText: 'HURT' }).click();
    await key('Alt+p');
    await page.keyboard.type('Una nota **de aquí**.');
    // Not saved, it is in the browser.
    await page.reload();
    await isLive(page);
    await page.locator('.edition a.s', { hasText: 'HURT' }).click();
    await key('Alt+p');
    expect(await page.locator('#own textarea').inputValue()).toBe('Una nota **de aquí**.');
    await key('Control+Enter');
    await says(page, 'The paragraph is saved');
    expect(file()).toContain('NOBODY WAS **HURT**.\n\nUna nota **de aquí**.\n\n');
    expect(await own()).toEqual(['Una nota **de aquí**.']);
    // The page of the server has it at the same place.
    const order = async () => page.locator('.rows .row').evaluateAll((rows) => rows.map((row) => row.classList.contains('own')));
    const live = await order();
    await page.reload();
    await isLive(page);
    expect(await order()).toEqual(live);
    await page.getByRole('link', { name: 'Change it' }).click();
    await key('Control+a');
    await page.keyboard.type('Otra nota.');
    project.write('articles/es/a.md', file().replace('Una nota **de aquí**.', 'Una nota de Bo.'));
    await key('Control+Enter');
    await page.locator('#own .notice').waitFor();
    expect(await page.locator('#own textarea').inputValue()).toBe('Otra nota.');
    expect(file()).toContain('Una nota de Bo.');
    await expect.poll(own, POLL).toEqual(['Una nota de Bo.']);
    // Told of it, somebody who saves again means it.
    await page.locator('#own textarea').press('Control+Enter');
    await says(page, 'The paragraph is saved');
    expect(file()).toContain('\n\nOtra nota.\n\n');
    await page.getByRole('button', { name: 'Another paragraph here' }).click();
    await page.keyboard.type('Y otra más.');
    await key('Control+Enter');
    await expect.poll(own, POLL).toEqual(['Otra nota.', 'Y otra más.']);
    expect(file()).toContain('\n\nOtra nota.\n\nY otra más.\n\n');
    for (const left of [['Y otra más.'], []]) {
      await page.getByRole('button', { name: 'Take the paragraph out' }).first().click();
      await expect.poll(own, POLL).toEqual(left);
    }
    await says(page, 'The paragraph is out');
    expect(file()).not.toContain('nota');
    expect(complaints.filter((one) => !one.includes('409'))).toEqual([]);
    expect(site.faults).toEqual([]);
  });
});

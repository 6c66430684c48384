/** What the panel offers beside the field: other engines, what to look at first, the article as a whole, and what was said before. */

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SegmentView } from '../../../src/edit/contract.ts';
import { firstToSee } from '../../../src/edit/sentence-state.ts';
import { launch, noBrowser } from '../../publish/browser.ts';
import { ANA, ARTICLE, isLive, newsroom, POLL, says, visit, writing } from './served.ts';

const DEAR = `export default {
  name: 'dear',
  pricePerMillionCharacters: 20,
  translate: async ({ texts }) => texts.map(() => 'Se abre el lunes.'),
};`;

describe.skipIf(noBrowser !== undefined)('in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  it('an engine is asked by a button that says its price, and its answer is taken or not', async () => {
    const engines = { capitals: { module: './engine.mjs' }, dear: { module: './dear.mjs' } };
    const { project, site } = await newsroom({}, undefined, { engines });
    project.write('dear.mjs', DEAR);
    const { page, complaints } = await visit(browser, site, ANA, ARTICLE);
    await isLive(page);
    await page.locator('.edition a.s', { hasText: 'MONDAY' }).click();
    const button = page.getByRole('button', { name: 'Ask dear' });
    await button.waitFor();
    // 19 characters at 20 dollars a million.
    expect(await button.textContent()).toBe('Ask dear 19 characters, $0.00038');
    expect(await page.getByRole('button', { name: 'Ask capitals' }).textContent()).toBe('Ask capitals free');
    await button.click();
    await page.locator('.engines .text ins').first().waitFor();
    expect(await writing(page).textContent()).toBe('IT OPENS ON MONDAY.');
    await page.locator('.engines').getByRole('button', { name: 'Use this' }).click();
    expect(await writing(page).textContent()).toBe('Se abre el lunes.');
    await page.keyboard.press('Control+Shift+Enter');
    await says(page, 'is saved');
    expect(project.read('articles/es/a.md')).toContain('Se abre el lunes.');
    expect(complaints).toEqual([]);
  });

  it('an engine that gives no answer is told, and the text stays', async () => {
    const engines = { capitals: { module: './engine.mjs' }, dear: { module: './dear.mjs' } };
    const { project, site } = await newsroom({}, undefined, { engines });
    project.write('dear.mjs', DEAR.replace(/translate: .*/, "translate: async () => { throw new Error('it rains'); },"));
    const { page } = await visit(browser, site, ANA, ARTICLE);
    await isLive(page);
    await page.locator('.edition a.s', { hasText: 'MONDAY' }).click();
    await page.getByRole('button', { name: 'Ask dear' }).click();
    await page.locator('.engines .notice', { hasText: 'dear gave no answer' }).waitFor();
    expect(await writing(page).textContent()).toBe('IT OPENS ON MONDAY.');
  });

  it('what is found is of the text in the field, also where it was refused before anybody paused', async () => {
    const { site } = await newsroom();
    const { page } = await visit(browser, site, ANA, ARTICLE);
    await page.locator('.edition a.s', { hasText: 'HURT' }).click();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('x');
    await page.keyboard.press('Control+Shift+Enter');
    await page.locator('.notice.refused').waitFor();
    await page.locator('.panel .findings').waitFor();
  });

  it('a sentence that a rule has mended says so in words, and the keys are shown from the first on', async () => {
    const { project, run, site } = await newsroom();
    project.write('locales/es/glossary.csv', 'source,target,variants\nMonday,lunes,MONDAY\n');
    await run('translate');
    const { page } = await visit(browser, site, ANA, ARTICLE, { locale: 'es', viewport: { width: 390, height: 500 } });
    await isLive(page);
    await page.locator('.edition a.s', { hasText: 'LUNES' }).click();
    await expect.poll(() => page.locator('.at-hand .state').textContent(), POLL).toContain('corregida por una regla');
    expect(await page.locator('.at-hand .state').textContent()).not.toContain('variant');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    const keys = page.locator('.keys-dialog');
    await keys.locator('h2').waitFor();
    expect(await keys.evaluate((dialog) => dialog.scrollTop)).toBe(0);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => keys.isVisible(), POLL).toBe(false);
  });

  it('what changed in the source is looked at first, with what was said until now to begin with', async () => {
    const { project, site } = await newsroom();
    project.write('articles/en/a.md', project.read('articles/en/a.md').replace('opens on Monday', 'opens on Sunday'));
    const { page } = await visit(browser, site, ANA, ARTICLE);
    await isLive(page);
    await page.locator('.first button').first().click();
    await expect.poll(() => page.locator('.at-hand .state').textContent(), POLL).toContain('Source changed');
    expect(await page.locator('.changed del').textContent()).toBe('Monday');
    await page.locator('.changed').getByRole('button', { name: 'Use this' }).click();
    expect(await writing(page).textContent()).toBe('IT OPENS ON MONDAY.');
  });

  it('an article that has been read is reviewed as a whole, and the sentences of the day are counted', async () => {
    const { project, site } = await newsroom();
    const { page } = await visit(browser, site, ANA, ARTICLE);
    await isLive(page);
    await page.locator('.edition a.s', { hasText: 'MONDAY' }).click();
    await page.keyboard.press('Control+Shift+Enter');
    await expect.poll(() => page.locator('#count-today').textContent(), POLL).toBe('1 accepted today');
    await page.locator('summary', { hasText: 'The whole article' }).click();
    await page.getByRole('button', { name: /All of it has been read/ }).click();
    await expect.poll(() => page.locator('#count-reviewed').textContent(), POLL).toBe('8 of 8 reviewed');
    expect(project.read('locales/es/articles/a.xlf')).toContain('state="final"');
  });
});

it('of sentences those that are most probably wrong are looked at first', () => {
  const finding = (level: 'error' | 'warning' | 'note') => ({ check: 'numbers' as const, level, message: '' });
  const sentence = (id: string, more: Partial<SegmentView>) =>
    ({ id, state: 'machine', findings: [], ...more }) as Partial<SegmentView> as SegmentView;
  const sentences = [
    sentence('fine', {}),
    sentence('doubted', { doubt: 62 }),
    sentence('warned', { findings: [finding('warning')] }),
    sentence('read', { state: 'reviewed', doubt: 90, findings: [finding('warning')] }),
    sentence('noted', { findings: [finding('note')] }),
    sentence('wrong', { findings: [finding('error')] }),
    sentence('changed', { was: { diff: '', target: null } }),
    sentence('asked', { state: 'needs-review' }),
    sentence('both', { doubt: 30, findings: [finding('warning')] }),
  ];
  expect(firstToSee(sentences, 9).map(({ id }) => id)).toEqual(['wrong', 'changed', 'asked', 'both', 'doubted', 'warned']);
  expect(firstToSee(sentences, 2)).toHaveLength(2);
});

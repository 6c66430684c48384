/** Everybody can use the page: axe, from the left and from the right, narrow and wide; and without scripts. */

import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, noBrowser } from '../../publish/browser.ts';
import { ANA, ARTICLE, isLive, newsroom, POLL, SOURCE, says, visit, writing } from './served.ts';

interface AxeResult {
  readonly violations: readonly { id: string; nodes: readonly { html: string; failureSummary: string }[] }[];
}

describe.skipIf(noBrowser !== undefined)('in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  async function faults(page: Page, where: string): Promise<string[]> {
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate<AxeResult>(
      `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })`,
    );
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${where}: ${id}: ${html} ${failureSummary}`));
  }

  it.each([
    ['en', 320],
    ['en', 1400],
    ['ar', 320],
    ['ar', 1400],
  ])('axe finds nothing in %s at %i pixels', async (locale, width) => {
    // With a sentence beside the name of what it is.
    const titled = SOURCE.replace('(/plan)', '(/plan "All of it")');
    const { site } = await newsroom({}, titled, { targetLocales: ['es', 'ar'] });
    const path = ARTICLE.replace('es', locale === 'ar' ? 'ar' : 'es');
    const colorScheme = width === 320 ? 'dark' : 'light';
    // Axe is a script that the policy of the page would not let in.
    const options = { locale, viewport: { width, height: 800 }, bypassCSP: true, colorScheme } as const;
    const { page } = await visit(browser, site, ANA, path, options);
    await isLive(page);
    const found = await faults(page, 'article');
    await page.locator('.edition a.s', { hasText: 'HURT' }).click();
    expect(await writing(page).getAttribute('dir')).toBe(locale === 'ar' ? 'rtl' : 'ltr');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('x');
    await page.waitForSelector('.tray');
    await page.waitForSelector('.findings');
    found.push(...(await faults(page, 'writing')));
    await page.keyboard.press('Control+Enter');
    await page.waitForSelector('.notice.refused');
    found.push(...(await faults(page, 'refused')));
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await page.waitForSelector('dialog[open]');
    found.push(...(await faults(page, 'keys')));
    await page.goto(`${site.url}/`);
    found.push(...(await faults(page, 'matrix')));
    await page.goto(`${site.url}/t/${locale === 'ar' ? 'ar' : 'es'}/plan?target=plano`);
    found.push(...(await faults(page, 'term')));
    expect(found).toEqual([]);
  });

  it.each([
    ['en', 'es', 1400],
    ['ar', 'ar', 320],
  ])('axe finds nothing in what is joined, added or warned of, in %s', async (locale, to, width) => {
    const { project, run, site } = await newsroom({ published: async () => undefined }, undefined, { targetLocales: ['es', 'ar'] });
    await run('glossary', 'set', to, 'plan', 'PLAN');
    const file = `articles/${to}/a.md`;
    project.write(file, `${project.read(file)}\nOtra nota.\n`);
    const options = { locale, viewport: { width, height: 800 }, bypassCSP: true, colorScheme: width === 320 ? 'dark' : 'light' } as const;
    const { page } = await visit(browser, site, ANA, `/next/${to}`, options);
    await isLive(page);
    expect(await page.locator('.row.own .verbatim').allTextContents()).toEqual(['Otra nota.']);
    const found = await faults(page, 'next, with a paragraph of its own');
    await page.locator('.edition a.s', { hasText: 'MONDAY' }).click();
    await page.keyboard.press('Alt+j');
    await page.locator('.edition a.s.out').first().waitFor({ state: 'attached' });
    found.push(...(await faults(page, 'joined')));
    await page.keyboard.press('Alt+p');
    await page.locator('#own textarea').fill('Nota.');
    found.push(...(await faults(page, 'own paragraph')));
    await page.keyboard.press('Control+Enter');
    // One sentence waits for its term: nobody has to wait for that.
    await expect.poll(() => page.locator('.row.own .verbatim').allTextContents(), POLL).toEqual(['Nota.', 'Otra nota.']);
    found.push(...(await faults(page, 'own paragraph saved')));
    await page.goto(`${site.url}/t/${to}/plan?target=PLAN%20B`);
    await page.locator('form.term .effects li').first().waitFor();
    found.push(...(await faults(page, 'rows of a term')));
    await page.goto(`${site.url}/published/${to}/a`);
    await page.locator('.notice.refused').first().waitFor();
    found.push(...(await faults(page, 'not published')));
    const wide = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
    expect([found, wide]).toEqual([[], 0]);
  });

  it.each([
    ['en', 'es', 1400],
    ['en', 'es', 320],
    ['ar', 'ar', 320],
  ])('axe finds nothing in glossary, commit, search, history and what is not there, in %s, %s at %i', async (locale, to, width) => {
    const { run, site } = await newsroom({}, undefined, { targetLocales: ['es', 'ar'] });
    await run('glossary', 'set', to, 'plan', 'PLAN', '--kind', 'term');
    const colorScheme = width === 320 ? 'dark' : 'light';
    const options = { locale, viewport: { width, height: 800 }, bypassCSP: true, colorScheme } as const;
    const { page } = await visit(browser, site, ANA, ARTICLE.replace('es', to), options);
    await isLive(page);
    await page.locator('.edition a.s', { hasText: 'MONDAY' }).click();
    await page.keyboard.press('Control+Shift+Enter');
    await page.locator('.edition a.s.reviewed').waitFor();
    const found: string[] = [];
    for (const path of [
      '/commit',
      `/g/${to}`,
      `/g/${to}?q=zzz`,
      `/search/${to}?q=monday`,
      `/search/${to}?q=zzz`,
      '/a/xx/none',
      '/nowhere',
    ]) {
      await page.goto(site.url + path);
      found.push(...(await faults(page, path)));
      const wide = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
      if (wide > 0) found.push(`${path}: ${wide} pixels too wide`);
    }
    await page.goto(`${site.url}${ARTICLE.replace('es', to)}`);
    await isLive(page);
    await page.locator('.edition a.s', { hasText: 'MONDAY' }).click();
    await page.keyboard.press('Control+k');
    await page.locator('.panel details').evaluateAll((all) => {
      for (const one of all) one.setAttribute('open', '');
    });
    found.push(...(await faults(page, 'all of the panel')));
    expect(found).toEqual([]);
  });

  it('a term is seen in every sentence while it is typed, and what somebody has decided stays', async () => {
    const { project, run, site } = await newsroom();
    await run('glossary', 'set', 'es', 'plan', 'PLAN');
    const { page, complaints } = await visit(browser, site, ANA, '/t/es/plan');
    await page.locator('.filters input[name=target]').fill('plano');
    await expect.poll(() => page.locator('form.term .effects li').count(), POLL).toBe(1);
    await page.locator('input[name=row]').uncheck();
    await page.locator('input[name=reason]').fill('a name');
    await page.locator('.filters input[name=target]').fill('planos');
    await expect.poll(() => page.locator('h1 bdi').last().textContent(), POLL).toBe('planos');
    expect(await page.locator('input[name=row]').isChecked()).toBe(false);
    expect(await page.locator('input[name=reason]').inputValue()).toBe('a name');
    expect(new URL(page.url()).search).toBe('?from=en&target=planos');
    await page.locator('form.term button').last().click();
    await page.waitForSelector('.notice.done');
    expect(project.read('locales/es/glossary.csv')).toContain('plan,planos');
    expect(project.read('articles/es/a.md')).toContain('PLAN');
    expect(complaints).toEqual([]);
  });

  it('a keyboard beside a screen that is touched finds its keys', async () => {
    const { site } = await newsroom();
    const { page } = await visit(browser, site, ANA, ARTICLE, { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
    await isLive(page);
    await page.keyboard.press('?');
    await page.locator('dialog kbd', { hasText: 'Alt P' }).waitFor();
    expect(await page.locator('.panel kbd:visible').count()).toBe(0);
  });

  it('the table of articles is filtered while somebody types, and read by arrow keys', async () => {
    const { site } = await newsroom();
    const { page } = await visit(browser, site, ANA, '/');
    await page.keyboard.press('/');
    await page.keyboard.type('zz');
    await expect.poll(() => page.locator('table.matrix tbody tr:visible').count(), POLL).toBe(0);
    // Articles of other pages have been looked for by now, or not: the cursor is where it was.
    await page.getByText('No article is called that.').waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('a');
    await expect.poll(() => page.locator('table.matrix tbody tr:visible').count(), POLL).toBe(1);
  });

  it('works without scripts: a sentence is written, accepted and the next one shown, by forms', async () => {
    const { project, site } = await newsroom();
    const { page } = await visit(browser, site, ANA, ARTICLE, { javaScriptEnabled: false });
    await page.locator('.edition a.s', { hasText: 'MONDAY' }).click();
    await page.locator('textarea[name=text]').fill('Abre el lunes.');
    await page.locator('button[value=next]').click();
    await expect.poll(() => page.locator('textarea[name=text]').inputValue(), POLL).toBe('NOBODY WAS <1>HURT</1>.');
    expect(project.read('articles/es/a.md')).toContain('Abre el lunes.');
  });

  it('the page is in the language of who works with it', async () => {
    const { site } = await newsroom();
    const { page } = await visit(browser, site, ANA, ARTICLE, { locale: 'uk' });
    await isLive(page);
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Control+Enter');
    await says(page, 'Речення 1 збережено.');
  });
});

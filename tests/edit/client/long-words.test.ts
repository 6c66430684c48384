/** A word that is longer than any column is broken, on every screen: nothing is pushed out of sight. */

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, noBrowser } from '../../publish/browser.ts';
import { ANA, newsroom, visit } from './served.ts';

const WORD = `Donau${'dampfschiff'.repeat(30)}`;
const SOURCE = `---
title: ${WORD}
---

It opens ${WORD} on Monday. See *${WORD}* & \`${WORD}\`.

| ${WORD} | Price |
| --- | --- |
| Adult | €3 |
`;

/** Elements that reach out of the window, or hide a part of their own; what is meant to be scrolled is not counted. */
const PUSHED = `[...document.querySelectorAll('body *')].filter((element) => {
  if (element.closest('.sr-only, table, pre, input, textarea') || getComputedStyle(element).display === 'contents') return false;
  const { left, right, width } = element.getBoundingClientRect();
  const { overflowX } = getComputedStyle(element);
  if (width <= 1) return false;
  return right > innerWidth + 1 || left < -1 || (overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1 && !element.querySelector('table'));
}).map((element) => element.outerHTML.slice(0, 120))`;

describe.skipIf(noBrowser !== undefined)('in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  it.each(['en', 'ar'])('on a phone and a desk, in %s', async (locale) => {
    const { project, site } = await newsroom({}, SOURCE);
    project.write('locales/es/glossary.csv', `source,target,kind,note\n${WORD},${WORD},term,${WORD}\n`);
    const { page } = await visit(browser, site, ANA, '/', { locale });
    const first = await page.evaluate<string>(
      `fetch('/api/editions/es/a').then((answer) => answer.json()).then(({ segments }) => segments[1].id)`,
    );
    const faults: string[] = [];
    for (const path of [
      '/',
      '/a/es/a',
      `/a/es/a?s=${first}&history=1`,
      `/t/es/${WORD}?target=x${WORD}`,
      '/g/es',
      '/search/es?q=Monday',
      '/commit',
    ])
      for (const width of [360, 1024, 1400]) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(site.url + path);
        if (path.startsWith('/a/')) await page.waitForSelector('body.live');
        if (path.includes('?s=')) await page.locator('.panel .engines').waitFor();
        faults.push(...(await page.evaluate<string[]>(PUSHED)).map((element) => `${path.slice(0, 20)} ${width}: ${element}`));
      }
    expect(faults).toEqual([]);
  });
});

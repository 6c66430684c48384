/** Cards of what is on other sites, as a browser sees them: nothing is asked of anybody before the click, and the click loads one thing. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSite } from '../../src/publish/build.ts';
import { launch, noBrowser, serve } from './browser.ts';
import { temporaryFolder } from './folder.ts';
import { siteInput } from './newsroom.ts';

const BODY = `https://www.youtube.com/watch?v=dQw4w9WgXcQ

<iframe src="https://datawrapper.dwcdn.net/AbC12/3/" title="Prices" height="443"></iframe>

![The pier](https://pictures.example/pier.jpg)

<iframe src="/chart.html" title="Own"></iframe>

<figure data-embed="https://evil.example/" data-embed-kind="frame" data-embed-load="x"><p>Words</p></figure>
`;

async function site() {
  const root = temporaryFolder();
  const out = join(root, 'site');
  mkdirSync(join(root, 'public'), { recursive: true });
  writeFileSync(join(root, 'public/chart.html'), '<!DOCTYPE html><title>x</title><p id="drawn">1</p>');
  const front = (title: string) => `---\ntitle: ${title}\n---\n\n${BODY}`;
  const drafts = { film: { en: front('Film'), ar: front('فيلم') } };
  const embeds = ['youtube', 'datawrapper', { name: 'Agency', origin: 'https://pictures.example' }];
  await buildSite(siteInput(root, drafts, { publish: { embeds } }), { out });
  return serve(out);
}

describe.skipIf(noBrowser !== undefined)('cards in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  it('ask nothing of others before the click, and then for one thing', async () => {
    const served = await site();
    const context = await browser.newContext();
    const asked: string[] = [];
    const refused: string[] = [];
    // Others answer, so that what is asked of them is seen to arrive.
    await context.route(
      (url) => url.origin !== served.url,
      (route) => {
        asked.push(route.request().url());
        return route.fulfill({ contentType: 'text/html', body: '<p>theirs</p>' });
      },
    );
    try {
      const page = await context.newPage();
      page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
      await page.goto(`${served.url}/en/film/`);
      await page.frameLocator('iframe[title="Own"]').locator('#drawn').waitFor();
      const load = page.getByRole('button', { name: 'Load from YouTube' });
      await load.waitFor();
      await page.mouse.wheel(0, 4000);
      expect(await page.getByRole('button').count()).toBe(3);
      expect(asked).toEqual([]);
      await load.focus();
      await page.keyboard.press('Enter');
      const frame = page.locator('figure.embed iframe');
      await page.frameLocator('figure.embed iframe').getByText('theirs').waitFor();
      expect(asked).toEqual(['https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ']);
      expect(await frame.evaluate((one) => one.matches(':focus'))).toBe(true);
      expect(refused).toEqual([]);
    } finally {
      await context.close();
      await served.close();
    }
  }, 60_000);

  it('are accessible, and links without scripts', async () => {
    const served = await site();
    const faults: string[] = [];
    try {
      for (const colorScheme of ['light', 'dark'] as const) {
        const context = await browser.newContext({ bypassCSP: true, colorScheme });
        const page = await context.newPage();
        for (const locale of ['en', 'ar']) {
          await page.goto(`${served.url}/${locale}/film/`);
          await page.getByRole('button').first().waitFor();
          await page.evaluate(axe.source);
          const { violations } = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
            'axe.run({ rules: { "target-size": { enabled: true } } })',
          );
          faults.push(...violations.map(({ id, nodes }) => `${locale} ${colorScheme} ${id}: ${nodes[0]?.html}`));
        }
        await context.close();
      }
      expect(faults).toEqual([]);
      const plain = await browser.newContext({ javaScriptEnabled: false });
      const page = await plain.newPage();
      await page.goto(`${served.url}/en/film/`);
      expect(await page.getByRole('button').count()).toBe(0);
      expect(await page.getByRole('link', { name: 'Open at YouTube' }).getAttribute('href')).toBe(
        'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
      );
      await plain.close();
    } finally {
      await served.close();
    }
  }, 60_000);
});

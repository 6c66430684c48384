/** Pictures of the site for a review by eye. Run: node scripts/screenshots.ts FOLDER (Chromium as in the tests). */

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { buildSite } from '../src/publish/build.ts';
import { launch, noBrowser, serve } from '../tests/publish/browser.ts';
import { dayOfNews, siteInput } from '../tests/publish/newsroom.ts';

const [into] = process.argv.slice(2);
if (into === undefined || noBrowser !== undefined) {
  console.error(into === undefined ? 'node scripts/screenshots.ts FOLDER' : noBrowser);
  process.exit(2);
}
mkdirSync(into, { recursive: true });
const root = mkdtempSync(join(tmpdir(), 'dragoman-screenshots-'));
const out = join(root, 'site');
await buildSite(siteInput(root, dayOfNews(root), { publish: { perPage: 6 } }), { out });
const [site, browser] = [await serve(out), await launch()];
try {
  for (const width of [390, 768, 1280])
    for (const locale of ['es', 'ar', 'ja', 'uk'])
      for (const [name, path] of [
        ['front', ''],
        ['article', 'night-ferry/'],
        ['topic', 'tag/transport/'],
      ]) {
        const page = await browser.newPage({ viewport: { width, height: 900 } });
        await page.goto(`${site.url}/${locale}/${path}`);
        await page.screenshot({ path: join(into, `${locale}-${name}-${width}.png`), fullPage: true });
        await page.close();
      }
} finally {
  await browser.close();
  await site.close();
  rmSync(root, { recursive: true, force: true });
}

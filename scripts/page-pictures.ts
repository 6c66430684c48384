/**
 * Pictures of the translator's page: those of docs/, and all screens for a review by eye.
 * Run: node scripts/page-pictures.ts            docs/pictures/*.png
 *      node scripts/page-pictures.ts FOLDER     every screen at 390, 1024 and 1440 pixels, in four languages, light and dark
 * Needs Chromium as the tests do, and Apertium's English and Spanish.
 */

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import type { Browser, Page } from 'playwright-core';
import { serving } from '../tests/edit/serving.ts';
import { launch, noBrowser } from '../tests/publish/browser.ts';

const ROOT = resolve(import.meta.dirname, '..');
/** One that the demo's glossary has, said otherwise. */
const TERM = '/t/es/night%20ferry?target=ferry%20nocturno';
const [into] = process.argv.slice(2);
if (noBrowser !== undefined) {
  console.error(noBrowser);
  process.exit(2);
}

/** The demo's articles in a checkout of their own. */
function newsroom(): string {
  const root = mkdtempSync(join(tmpdir(), 'dragoman-pictures-'));
  const git = (...args: string[]) => spawnSync('git', args, { cwd: root });
  cpSync(join(ROOT, 'articles/en'), join(root, 'articles/en'), { recursive: true });
  cpSync(join(ROOT, 'public'), join(root, 'public'), { recursive: true });
  cpSync(join(ROOT, 'locales/es/glossary.csv'), join(root, 'locales/es/glossary.csv'));
  const config =
    into === undefined
      ? { sourceLocale: 'en', targetLocales: ['es'], engine: 'apertium' }
      : { sourceLocale: 'en', targetLocales: ['es', 'ar'], engine: { default: 'apertium', ar: 'pseudo' } };
  writeFileSync(join(root, 'dragoman.config.json'), JSON.stringify(config));
  writeFileSync(join(root, '.gitignore'), '.dragoman/\n');
  git('init', '--quiet');
  git('config', 'user.name', 'Ana Soler');
  git('config', 'user.email', 'ana@example.org');
  const { stderr, status } = spawnSync(process.execPath, [join(ROOT, 'src/cli/main.ts'), 'translate', '--yes'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status === 2 || status === 3) throw new Error(stderr);
  git('add', '.');
  git('commit', '--quiet', '--message', 'start');
  return root;
}

async function article(page: Page, url: string, locale: string): Promise<void> {
  const href = await page.locator(`table.matrix td a[href^="/a/${locale}/"]`).last().getAttribute('href');
  await page.goto(url + href);
  await page.waitForSelector('body.live');
}

/** Into a sentence in which something was found, or the first. */
async function write(page: Page): Promise<void> {
  await page.locator('.stretch .edition p a.s.warning, .stretch .edition p a.s').first().click();
  await page.locator('.writing').waitFor();
  // What helps comes a moment later.
  await page.locator('.panel .engines').waitFor();
}

/** A sentence without the marks of its source: it is not accepted, and the tray has them. */
async function refused(page: Page): Promise<void> {
  await page.locator('.stretch .edition p a.s:has(strong, em, span)').first().click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('x');
  await page.keyboard.press('Control+Shift+Enter');
  await page.locator('.notice.refused').waitFor();
}

async function ofDocs(browser: Browser, address: string, url: string): Promise<void> {
  const context = await browser.newContext({ locale: 'en', viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(address);
  await page.screenshot({ path: join(ROOT, 'docs/pictures/matrix.png') });
  await article(page, url, 'es');
  await write(page);
  await page.screenshot({ path: join(ROOT, 'docs/pictures/page.png') });
  await page.goto(`${url}${TERM}`);
  await page.screenshot({ path: join(ROOT, 'docs/pictures/term.png') });
  await context.close();
}

async function ofAll(browser: Browser, address: string, url: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const entering = await browser.newContext();
  await (await entering.newPage()).goto(address);
  const storageState = await entering.storageState();
  for (const locale of ['es', 'ar', 'ja', 'uk'])
    for (const width of [390, 1024, 1440])
      for (const colorScheme of ['light', 'dark'] as const) {
        if ((colorScheme === 'dark') !== (width === 1024)) continue;
        const context = await browser.newContext({ locale, colorScheme, storageState, viewport: { width, height: 900 } });
        const page = await context.newPage();
        const shoot = (name: string) => page.screenshot({ path: join(folder, `${name}-${locale}-${width}-${colorScheme}.png`) });
        await page.goto(url);
        await shoot('matrix');
        await article(page, url, locale === 'ar' ? 'ar' : 'es');
        await shoot('whole');
        await write(page);
        await shoot('article');
        await page.keyboard.press('Alt+p');
        await shoot('own');
        await page.keyboard.press('Escape');
        await refused(page);
        await shoot('refused');
        await page.keyboard.press('Escape');
        await page.keyboard.press('?');
        await shoot('keys');
        const to = locale === 'ar' ? 'ar' : 'es';
        const others = { term: TERM, glossary: `/g/${to}`, commit: '/commit', search: `/search/${to}?q=harbour`, missing: '/a/xx/none' };
        for (const [name, path] of Object.entries(others)) {
          await page.goto(`${url}${path}`);
          await shoot(name);
        }
        await context.close();
      }
}

const root = newsroom();
const server = await serving(root);
const browser = await launch();
try {
  if (into === undefined) await ofDocs(browser, server.address, server.url);
  else await ofAll(browser, server.address, server.url, into);
} finally {
  await browser.close();
  await server.kill('SIGTERM');
  rmSync(root, { recursive: true, force: true });
}

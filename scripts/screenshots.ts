/**
 * Pictures of the site: pages, languages, widths, light, dark and print.
 * Run: node scripts/screenshots.ts [FOLDER] [--only PATTERN] [--update] (Chromium as in the tests)
 * With a folder the pictures are put there, to be looked at. What differs from the reference of the tests is printed; `--update` renews it.
 */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { launch, noBrowser, serve } from '../tests/publish/browser.ts';
import { difference, lineOf, opened, PICTURES, picturedSite, pictureMaker, REFERENCE } from '../tests/publish/pictured.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { only: { type: 'string' }, update: { type: 'boolean' } } });
const [into] = positionals;
if (noBrowser !== undefined) {
  console.error(noBrowser);
  process.exit(2);
}
if (into !== undefined) mkdirSync(into, { recursive: true });
const root = mkdtempSync(join(tmpdir(), 'dragoman-screenshots-'));
const [site, browser] = [await serve(await picturedSite(root)), await launch()];
try {
  const [maker, ...known] = readFileSync(REFERENCE, 'utf8').trimEnd().split('\n');
  const lines = new Map(known.map((line) => [line.split(' ').slice(0, 4).join(' '), line]));
  if (maker !== pictureMaker(browser)) console.log(`The reference was made with other fonts or another browser: ${maker}`);
  const only = new RegExp(values.only ?? '');
  for (const picture of PICTURES.filter(({ name }) => only.test(name))) {
    const page = await opened(browser, site.url, picture);
    const line = await lineOf(page, picture);
    const other = difference(line, lines.get(picture.name));
    if (other !== undefined) console.log(`${picture.name}: ${other}`);
    if (values.update === true && other !== undefined) lines.set(picture.name, line);
    if (into !== undefined) await page.screenshot({ path: join(into, `${picture.name.replaceAll(' ', '-')}.png`), fullPage: true });
    await page.close();
  }
  const all = PICTURES.flatMap(({ name }) => lines.get(name) ?? []);
  if (values.update === true) writeFileSync(REFERENCE, `${[pictureMaker(browser), ...all].join('\n')}\n`);
} finally {
  await browser.close();
  await site.close();
  rmSync(root, { recursive: true, force: true });
}

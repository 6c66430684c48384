/** The site looks as it did when somebody last looked at it: a sample of `pictured.txt`, all of which `node scripts/screenshots.ts` holds. */

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { launch, noBrowser, serve } from './browser.ts';
import { temporaryFolder } from './folder.ts';
import { difference, lineOf, opened, PICTURES, picturedSite, pictureMaker, REFERENCE } from './pictured.ts';

/** A page each of every language, width and scheme, in turn. */
const SAMPLE = PICTURES.filter((_, index) => index % 29 === 0);

const lines = readFileSync(REFERENCE, 'utf8').trimEnd().split('\n');

it.skipIf(noBrowser !== undefined)('on pages of every kind, in nine languages, on phones, desks and paper', async (test) => {
  const browser = await launch();
  try {
    const maker = pictureMaker(browser);
    if (maker !== lines[0]) {
      console.log(`skipped: the reference was made with ${lines[0]}, here is ${maker}`);
      test.skip();
    }
    const site = await serve(await picturedSite(temporaryFolder()));
    try {
      const differences: string[] = [];
      for (const picture of SAMPLE) {
        const page = await opened(browser, site.url, picture);
        const other = difference(
          await lineOf(page, picture),
          lines.find((line) => line.startsWith(`${picture.name} `)),
        );
        if (other !== undefined) differences.push(`${picture.name}: ${other}; look at it with scripts/screenshots.ts, renew with --update`);
        await page.close();
      }
      expect(differences).toEqual([]);
    } finally {
      await site.close();
    }
  } finally {
    await browser.close();
  }
});

it('tells a page that has become longer, or looks different, from one that is a little less sharp', () => {
  const squares = 'f'.repeat(384);
  const line = (height: number, grey: string) => `en front 390 light ${height} ${grey}`;
  expect(difference(line(2000, squares), line(2000, squares))).toBeUndefined();
  expect(difference(line(2010, squares.replaceAll('f', 'e')), line(2000, squares))).toBeUndefined();
  expect(difference(line(2040, squares), line(2000, squares))).toBe('2040 pixels high, 2000 before');
  expect(difference(line(2000, `${'c'.repeat(20)}${squares.slice(20)}`), line(2000, squares))).toBe('20 of 384 squares look different');
  expect(difference(line(2000, squares), undefined)).toBe('there is no reference');
});

it('has a reference of every page, language, width and scheme', () => {
  expect(lines.slice(1).map((line) => line.split(' ').slice(0, 4).join(' '))).toEqual(PICTURES.map(({ name }) => name));
});

/** No ragged voids: however many stories there are, and whichever of them have a picture. */

import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildSite } from '../../src/publish/build.ts';
import { evenColumns } from '../../src/publish/page/columns.ts';
import { launch, noBrowser, serve } from './browser.ts';
import { temporaryFolder } from './folder.ts';
import { type Drafts, dayOfNews, siteInput } from './newsroom.ts';

describe('columns of stories', () => {
  it.each([
    ['none', [], 1, []],
    ['one', [5], 1, []],
    ['two alike', [5, 5], 2, [1]],
    ['two, of which one has a picture', [16, 5], 1, []],
    ['three', [5, 5, 5], 3, [1, 2]],
    ['four', [5, 5, 5, 5], 2, [2]],
    ['five', [5, 5, 5, 5, 5], 3, [2, 4]],
    ['seven', [5, 5, 5, 5, 5, 5, 5], 2, [4]],
    ['eight', [5, 5, 5, 5, 5, 5, 5, 5], 3, [3, 6]],
    ['one with a picture before five without', [20, 5, 5, 5, 5, 5], 2, [2]],
    ['a picture as high as the others together', [20, 5, 5, 5, 5, 5, 5, 5, 5], 3, [1, 5]],
  ])('%s', (_, heights, count, ends) => {
    expect(evenColumns(3, () => heights)).toEqual({ count, ends });
  });
});

const TITLES = [
  'Night ferries come back to Quillhaven after eleven years',
  'Library opens on Sundays',
  'Town budget: what the council cut and what it kept in the third round of talks about money',
  'Bees on the roof',
  'Water',
];
const SUMMARIES = [
  'Short words.',
  'The last boat now leaves at 00:40, and a single ticket costs 3.20 euros, less than eleven years ago when the council cut the line to save money.',
  'A medium line about what has been said in the council on Monday evening.',
];

/** Which of the stories have a picture, by their number. */
const PICTURED: Readonly<Record<string, (index: number) => boolean>> = {
  none: () => false,
  all: () => true,
  first: (index) => index === 0,
  'second and fourth': (index) => index === 1 || index === 3,
};

/** How much of a list is empty: for each list, the room below its columns as a share of all, and whether one is empty. */
const VOIDS = `[...document.querySelectorAll('.stories')].map((list) => {
  const columns = new Map();
  for (const story of list.querySelectorAll('.story')) {
    const { left, top, bottom } = story.getBoundingClientRect();
    const column = columns.get(Math.round(left)) ?? { top, bottom };
    columns.set(Math.round(left), { top: Math.min(top, column.top), bottom: Math.max(bottom, column.bottom) });
  }
  const count = Number(getComputedStyle(list).columnCount) || 1;
  const heights = [...columns.values()].map(({ top, bottom }) => bottom - top);
  const highest = Math.max(...heights);
  return { empty: count - columns.size, share: 1 - heights.reduce((a, b) => a + b, 0) / (count * highest) };
})`;

const ALL_LOCALES = readdirSync(new URL('../../locales/', import.meta.url));

/** A case a locale, so that one site has them all; headlines and summaries are English in each. */
const CASES = [2, 4, 5, 6, 7].flatMap((count) => Object.keys(PICTURED).map((pictured) => ({ count, pictured })));

describe.skipIf(noBrowser !== undefined)('in Chromium', () => {
  it.each(['daily', 'magazine'])('a %s leaves no column of its front page empty, and little room below them', async (look) => {
    const root = temporaryFolder();
    dayOfNews(root);
    mkdirSync(join(root, 'public'), { recursive: true });
    const locales = ['en', ...ALL_LOCALES.filter((locale) => locale !== 'en')].slice(0, CASES.length);
    const drafts: Drafts = {};
    for (const [index, { count, pictured }] of CASES.entries())
      for (let number = 0; number < count; number++)
        drafts[`a${number}`] = { ...drafts[`a${number}`], [locales[index] as string]: storyText(number, pictured) };
    const out = join(root, 'site');
    await buildSite(siteInput(root, drafts, { locales, publish: { theme: { look } } }), { out });
    const [site, browser] = [await serve(out), await launch()];
    try {
      const faults: string[] = [];
      const page = await browser.newPage();
      for (const [index, { count, pictured }] of CASES.entries()) {
        await page.goto(`${site.url}/${locales[index]}/`);
        for (const width of [768, 1280, 1600]) {
          await page.setViewportSize({ width, height: 900 });
          for (const { empty, share } of await page.evaluate<{ empty: number; share: number }[]>(VOIDS))
            if (empty > 0 || share > 0.25)
              faults.push(
                `${count} stories, pictures: ${pictured}, ${width} px: ${empty} columns empty, ${Math.round(share * 100)} % of the room`,
              );
        }
      }
      expect(faults).toEqual([]);
    } finally {
      await browser.close();
      await site.close();
    }
  });
});

function storyText(number: number, pictured: string): string {
  const picture = PICTURED[pictured]?.(number) === true ? 'image: ../images/quay.png\n' : '';
  return `---\ntitle: "${TITLES[number % 5]}"\ndescription: "${SUMMARIES[number % 3]}"\ndate: 2026-03-${22 - number}\n${picture}---\n\nWords.\n`;
}

/**
 * What the site looks like, as numbers that a repository can bear: each page's height, and the first screen of it in 16 by 24 squares of 16 greys.
 * `node scripts/screenshots.ts FOLDER` takes the pictures themselves, to be looked at; with `--update` it renews the numbers.
 */

import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { buildSite } from '../../src/publish/build.ts';
import { searchIndexer } from '../../src/publish/lists/search-index.ts';
import { wideStories } from './more-stories.ts';
import { dayOfNews, siteInput, uiStrings } from './newsroom.ts';

export const REFERENCE = new URL('./pictured.txt', import.meta.url);

const LOCALES = ['en', 'es', 'uk', 'ar', 'he', 'ja', 'de', 'th', 'hi'];
const SEARCHED: Readonly<Record<string, string>> = {
  ...{ en: 'ferry', es: 'muelle', uk: 'пором', ar: 'عبّارة', he: 'מעבורת', ja: '図書館', de: 'Fähre', th: 'ห้องสมุด', hi: 'नौका' },
};
const PATHS = {
  front: '',
  article: 'night-ferry/',
  section: 'section/harbour/',
  author: 'author/nour-haddad/',
  search: '?q=',
  404: '404.html',
} as const;
/** Where the same site stands in the other look, and how much of it is pictured: what looks other than in the first. */
const MAGAZINE = { folder: 'magazine', pages: ['front', 'article', 'section'], locales: ['en', 'ar', 'ja'], widths: [390, 1280] } as const;
const WIDTHS = [390, 768, 1280, 1600];
type Scheme = 'light' | 'dark' | 'print';

export interface Picture {
  /** `ar article 390 light` */
  readonly name: string;
  readonly path: string;
  readonly width: number;
  readonly scheme: Scheme;
}

const schemesAt = (width: number): Scheme[] => {
  if (width === 390) return ['light', 'dark'];
  return width === 1280 ? ['light', 'dark', 'print'] : ['light'];
};

const DAILY: readonly Picture[] = LOCALES.flatMap((locale) =>
  Object.entries(PATHS).flatMap(([page, path]) =>
    WIDTHS.flatMap((width) =>
      schemesAt(width).map((scheme) => ({
        ...{ name: `${locale} ${page} ${width} ${scheme}`, width, scheme },
        path: `/${locale}/${path}${page === 'search' ? encodeURIComponent(SEARCHED[locale] ?? '') : ''}`,
      })),
    ),
  ),
);

/** Every page in every language at every width; dark on a phone and a desk, print once. The magazine's in fewer. */
export const PICTURES: readonly Picture[] = [
  ...DAILY,
  ...MAGAZINE.locales.flatMap((locale) =>
    MAGAZINE.pages.flatMap((page) =>
      MAGAZINE.widths.flatMap((width) =>
        schemesAt(width).map((scheme) => ({
          ...{ name: `${locale} ${MAGAZINE.folder}-${page} ${width} ${scheme}`, width, scheme },
          path: `/${MAGAZINE.folder}/${locale}/${PATHS[page]}`,
        })),
      ),
    ),
  ),
];

/** The newsroom's day in nine languages and both looks, with a section, an author of whom something is known, a correction and a card. @returns its folder */
export async function picturedSite(root: string): Promise<string> {
  const drafts = dayOfNews(root, wideStories);
  const add = (slug: string, change: (text: string, locale: string) => string) => {
    for (const [locale, draft] of Object.entries(drafts[slug] ?? {}))
      if (typeof draft !== 'string') drafts[slug] = { ...drafts[slug], [locale]: { ...draft, text: change(draft.text, locale) } };
  };
  for (const slug of ['night-ferry', 'tram-line', 'water', 'town-budget'])
    add(slug, (text) => text.replace('---\n', `---\nsection: ${slug === 'town-budget' ? 'Town' : 'Harbour'}\n`));
  add('night-ferry', (text) => `${text}\nhttps://www.youtube.com/watch?v=dQw4w9WgXcQ\n`);
  add('night-ferry', (text, locale) =>
    locale === 'en' ? text.replace('---\n', '---\ncorrection: { text: "A ticket costs €3.20, not €3.10.", date: 2026-03-23 }\n') : text,
  );
  for (const slug of ['library-hours', 'tram-line'])
    add(slug, (text) =>
      text.replace('---\n', `---\nimage: { src: ../images/${slug === 'tram-line' ? 'ferry' : 'quay'}.png, alt: Quay }\n`),
    );
  const about: Readonly<Record<string, string>> = {
    en: 'Reporter at the harbour',
    ar: 'مراسلة الميناء',
    ja: '港湾担当記者',
    de: 'Hafenreporterin',
  };
  const strings = Object.fromEntries(
    LOCALES.map((locale) => [
      locale,
      { ...uiStrings(locale), authors: { 'nour-haddad': about[locale] === undefined ? {} : { role: about[locale] } } },
    ]),
  );
  mkdirSync(join(root, 'public'), { recursive: true });
  writeFileSync(join(root, 'public/face.png'), await sharp(join(root, 'articles/images/quay.png')).resize(300, 300).toBuffer());
  const publish = {
    ...{ perPage: 6, embeds: ['youtube'] },
    authors: { 'Nour Haddad': { photo: '/face.png', links: ['https://social.example/@nour', 'mailto:nour@courier.example'] } },
  };
  const out = join(root, 'site');
  await buildSite(siteInput(root, drafts, { locales: LOCALES, strings, publish }), { out, search: await searchIndexer() });
  const magazine = { ...publish, theme: { look: 'magazine' }, baseUrl: `https://courier.example/${MAGAZINE.folder}/` };
  await buildSite(siteInput(root, drafts, { locales: LOCALES, strings, publish: magazine }), { out: join(out, MAGAZINE.folder) });
  return out;
}

/** Opens a page as it is pictured. */
export async function opened(browser: Browser, url: string, { path, width, scheme }: Picture): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width, height: width === 390 ? 844 : 1000 },
    colorScheme: scheme === 'dark' ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  await page.emulateMedia({ media: scheme === 'print' ? 'print' : 'screen' });
  await page.goto(`${url}${path}`);
  if (path.includes('?q=')) await page.locator('.search li').first().waitFor({ state: 'attached' });
  await page.evaluate('document.fonts.ready.then(() => 0)');
  // What is loaded when it is near is not waited for by the page itself.
  await page.evaluate(`Promise.all(
    [...document.images]
      .filter((one) => one.getBoundingClientRect().width > 0 && one.getBoundingClientRect().top < innerHeight)
      .map((one) => one.decode().catch(() => 0)),
  ).then(() => 0)`);
  return page;
}

const COLUMNS = 16;
const ROWS = 24;

/** A picture as a line of the reference. */
export async function lineOf(page: Page, { name }: Picture): Promise<string> {
  const height = await page.evaluate<number>('document.documentElement.scrollHeight');
  const grey = await sharp(await page.screenshot())
    .flatten({ background: '#fff' })
    .greyscale()
    .resize(COLUMNS, ROWS, { fit: 'fill', kernel: 'cubic' })
    .raw()
    .toBuffer();
  return `${name} ${height} ${[...grey].map((one) => (one >> 4).toString(16)).join('')}`;
}

/** How far squares may be apart that are the same: anti-aliasing differs by a little, and a square at an edge by more. */
const SAME_GREYS = 1;
const OTHER_SQUARES = 8;
const HEIGHT_SHARE = 0.01;

/** @returns what differs of a line and its reference, or undefined */
export function difference(now: string, before: string | undefined): string | undefined {
  if (before === undefined) return 'there is no reference';
  const [a, b] = [now.split(' '), before.split(' ')];
  const [height, reference] = [Number(a[4]), Number(b[4])];
  if (Math.abs(height - reference) > reference * HEIGHT_SHARE) return `${height} pixels high, ${reference} before`;
  const others = [...(a[5] ?? '')].filter(
    (grey, at) => Math.abs(Number.parseInt(grey, 16) - Number.parseInt(b[5]?.[at] ?? '0', 16)) > SAME_GREYS,
  );
  return others.length > OTHER_SQUARES ? `${others.length} of ${COLUMNS * ROWS} squares look different` : undefined;
}

/** What pictures depend on besides the site: the browser, and the fonts that the site's families are here. */
export function pictureMaker(browser: Browser): string {
  const families = [
    'serif',
    'sans-serif',
    'Noto Serif',
    'Noto Naskh Arabic',
    'Noto Serif Hebrew',
    'Noto Serif Devanagari',
    'Noto Serif Thai',
    'Noto Serif CJK JP',
  ];
  const fonts = families.map(
    (family) => spawnSync('fc-match', [family, '--format', '%{family[0]} %{fontversion}'], { encoding: 'utf8' }).stdout ?? '',
  );
  return `Chromium ${browser.version().split('.')[0]}; ${fonts.join(', ')}`;
}

/** The front page as an editor wants it, and what helps readers of a long text on. */

import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildSite } from '../../src/publish/build.ts';
import { readingMinutes } from '../../src/publish/page/reading.ts';
import { temporaryFolder } from './folder.ts';
import { dayOfNews, siteInput } from './newsroom.ts';

async function built(fronts: Record<string, string>, bodies: Record<string, string> = {}, locales: string[] = ['en']) {
  const root = temporaryFolder();
  mkdirSync(join(root, 'public'), { recursive: true });
  dayOfNews(root);
  const out = join(root, 'site');
  const drafts = Object.fromEntries(
    Object.entries(fronts).map(([slug, front]) => [slug, { en: `---\ntitle: ${slug}\n${front}\n---\n\n${bodies[slug] ?? 'Words.'}\n` }]),
  );
  await buildSite(siteInput(root, drafts, { locales }), { out });
  return { page: (path: string) => readFileSync(join(out, path, 'index.html'), 'utf8'), out };
}

/** Headlines and headings of blocks, in the order of the page. */
const heads = (page: string) =>
  [...page.matchAll(/<h2 class="heading"[^>]*>(?:<a [^>]*>)?([^<]*)(?:<\/a>)?<\/h2>|<h3><a [^>]*>([^<]*)<\/a>/g)].map(
    ([, heading, title]) => heading ?? title,
  );

describe('the front page', () => {
  it('begins with what is pinned, then what has a weight, then the newest', async () => {
    const { page } = await built({
      old: 'date: 2026-03-01\npinned: true',
      heavy: 'date: 2026-03-02\nweight: 20',
      light: 'date: 2026-03-03\nweight: 10',
      newest: 'date: 2026-03-09',
      newer: 'date: 2026-03-08\nweight: 0',
    });
    expect(heads(page('en'))).toEqual(['Latest articles', 'old', 'light', 'heavy', 'newest', 'newer']);
  });

  it('sets a block for each section behind the first four, and the rest below', async () => {
    const day = (number: number, section: string) => `date: 2026-03-${10 + number}${section === '' ? '' : `\nsection: ${section}`}`;
    const { page } = await built({
      a: day(9, 'Town'),
      b: day(8, ''),
      c: day(7, ''),
      d: day(6, ''),
      e: day(5, 'Sport'),
      f: day(4, 'Town'),
      g: day(3, 'Sport'),
      h: day(2, 'Weather'),
    });
    expect(heads(page('en'))).toEqual(['Latest articles', 'a', 'b', 'c', 'd', 'Sport', 'e', 'g', 'All articles', 'f', 'h']);
  });

  it('gives a lead the whole width where it has no picture, or what is beside it would not fill the room', async () => {
    const day = (number: number, more = '') => `date: 2026-03-${10 + number}${more}`;
    const picture = '\nimage: ../images/quay.png';
    const fronts = { a: day(9), b: day(8), c: day(7), d: day(6), e: day(5) };
    const lists = async (chosen: Record<string, string>) =>
      [...(await built(chosen)).page('en').matchAll(/<div class="(led|beside|stories)"|<h3><a [^>]*>(\w)</g)].map(
        ([, list, title]) => list ?? title,
      );
    expect(await lists(fronts)).toEqual(['led', 'a', 'stories', 'b', 'c', 'd', 'e']);
    expect(await lists({ ...fronts, a: day(9, picture) })).toEqual(['led', 'a', 'beside', 'b', 'c', 'd', 'stories', 'e']);
    expect(await lists({ a: day(9, picture), b: day(8) })).toEqual(['led', 'a', 'stories', 'b']);
  });
});

describe('the root', () => {
  async function rooted(root: 'languages' | 'front', locales: string[]) {
    const folder = temporaryFolder();
    const out = join(folder, 'site');
    const ferry = (title: string) => `---\ntitle: ${title}\ndate: 2026-03-01\n---\n\nWords.\n`;
    const drafts = {
      ferry: { en: ferry('The ferry'), es: { text: ferry('El barco'), state: 'machine' } },
      bridge: { en: `---\ntitle: The bridge\npinned: true\ndate: 2026-02-01\ncorrection: We were wrong.\n---\n\nWords.\n` },
    } as const;
    await buildSite(siteInput(folder, drafts, { locales, publish: { root } }), { out });
    return (path: string) => readFileSync(join(out, path), 'utf8');
  }

  it('offers each language with its first headlines, and what readers must know of them', async () => {
    const page = (await rooted('languages', ['en', 'es', 'de']))('index.html');
    const lists = [...page.matchAll(/<li lang="(\w+)".*?<ul class="newest">(.*?)<\/ul>/gs)].map(([, locale, list = '']) => [
      locale,
      [...list.matchAll(/<li>(.*?)<\/li>/g)].map(([, item = '']) => item.replace(/<[^>]*>/g, '')),
    ]);
    expect(lists).toEqual([
      ['en', ['The bridge Corrected', 'The ferry']],
      ['es', ['El barco Traducción automática']],
    ]);
    expect(page).toContain('<a href="/es/ferry/">El barco</a>');
  });

  it('is the front page of the main language where the newsroom wants that; its own address stays the one of its language', async () => {
    const text = await rooted('front', ['en', 'es']);
    expect(text('index.html')).toBe(text('en/index.html'));
    expect(text('index.html')).toContain('<link rel="alternate" hreflang="x-default" href="https://courier.example/en/">');
    expect(text('index.html')).toContain('<link rel="canonical" href="https://courier.example/en/">');
    expect(text('sitemap-en.xml')).not.toContain('<loc>https://courier.example/</loc>');
  });
});

describe('languages', () => {
  it('are folded where more than five would not fit beside one another', async () => {
    const root = temporaryFolder();
    const drafts = dayOfNews(root);
    const few = join(root, 'few');
    await buildSite(siteInput(root, drafts), { out: few });
    expect(readFileSync(join(few, 'en/index.html'), 'utf8')).not.toContain('<details>');
    const ferry = drafts['night-ferry'] as Record<string, { text: string }>;
    for (const locale of ['de', 'fr']) ferry[locale] = { text: ferry.es?.text ?? '' };
    const many = join(root, 'many');
    await buildSite(siteInput(root, drafts, { locales: ['en', 'es', 'uk', 'ar', 'ja', 'de', 'fr'] }), { out: many });
    const page = readFileSync(join(many, 'en/index.html'), 'utf8');
    expect(page).toContain('<summary><span class="sr-only">Languages: </span><span class="current" lang="en">English</span></summary>');
    expect(page.match(/<li><a href="[^"]*" lang="/g)?.length).toBe(7);
  });
});

describe('a long text', () => {
  const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');

  it.each([
    [`<p>${words(660)}</p>`, 3],
    [`<p>${words(20)} <b>more</b></p>`, 0],
    [`<p>${'字'.repeat(1000)}</p>`, 2],
    [`<p>${'ก'.repeat(1800)}</p>`, 2],
  ])('takes minutes by its words, or its letters where there are no spaces', (body, minutes) => {
    expect(readingMinutes(body)).toBe(minutes);
  });

  it('says how long it takes and what is in it; a short one does not', async () => {
    const parts = ['One', 'Two & a half', '*Three*', 'Four'].map((title) => `## ${title}\n\n${words(250)}`).join('\n\n');
    const { page } = await built(
      { long: 'date: 2026-03-01', short: 'date: 2026-03-02' },
      { long: parts, short: '## A\n\n## B\n\n## C\n\n## D\n' },
    );
    expect(page('en/long')).toContain('<span class="reading">5 min read</span>');
    expect(page('en/long')).toContain(
      '<nav class="contents" aria-label="In this article"><p>In this article</p>\n<ol><li><a href="#one">One</a></li><li><a href="#two--a-half">Two &#x26; a half</a></li><li><a href="#three">Three</a></li><li><a href="#four">Four</a></li></ol></nav>',
    );
    expect(page('en/short')).not.toMatch(/class="(?:reading|contents)"/);
  });

  it('leads to older articles of its topics, so that a new one changes no page but its own', async () => {
    const { page } = await built({
      a: 'date: 2026-03-09\ntags: [x, y]',
      b: 'date: 2026-03-08\ntags: [y]',
      c: 'date: 2026-03-07\ntags: [z]',
      d: 'date: 2026-03-06\ntags: [x]',
      e: 'date: 2026-03-05\ntags: [x]',
      f: 'date: 2026-03-04\ntags: [y]',
    });
    const related = (slug: string) =>
      [...(/<section class="related">.*?<\/section>/s.exec(page(`en/${slug}`))?.[0] ?? '').matchAll(/<a [^>]*>(\w+)</g)].map(
        ([, title]) => title,
      );
    expect(['a', 'b', 'c', 'd', 'f'].map(related)).toEqual([['b', 'd', 'e'], ['f'], [], ['e'], []]);
  });
});

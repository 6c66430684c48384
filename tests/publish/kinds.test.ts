/** Kinds of articles: how readers tell them apart, and what structured data says. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildSite } from '../../src/publish/build.ts';
import { liveEntries, renderLive } from '../../src/publish/page/live.ts';
import { temporaryFolder } from './folder.ts';
import { type Drafts, dayOfNews, siteInput } from './newsroom.ts';

async function built(drafts: Drafts) {
  const root = temporaryFolder();
  dayOfNews(root);
  const out = join(root, 'site');
  const { findings } = await buildSite(siteInput(root, drafts, { locales: ['en', 'es'] }), { out });
  const page = (path: string) => readFileSync(join(out, path, 'index.html'), 'utf8');
  const data = (path: string) =>
    JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page(path))?.[1] ?? '{}') as Record<string, unknown>;
  return { page, data, findings };
}

const article = (front: string, body = 'Words.') => `---\ntitle: A title\ndate: 2026-03-09\n${front}\n---\n\n${body}\n`;

it.each([
  ['opinion', 'OpinionNewsArticle', 'Opinion'],
  ['review', 'ReviewNewsArticle', 'Review'],
  ['interview', 'NewsArticle', 'Interview'],
  ['gallery', 'NewsArticle', 'Pictures'],
  ['live', 'LiveBlogPosting', 'Live'],
])('%s is %s, and says so beside the headline and in lists', async (kind, type, label) => {
  const { page, data } = await built({ a: { en: article(`kind: ${kind}`), es: '---\ntitle: Un título\n---\n\nPalabras.\n' } });
  expect(page('en/a')).toContain(`<article class="full ${kind}">`);
  expect(page('en/a')).toContain(`<p class="kicker"><span class="kind">${label}</span> </p>`);
  expect(page('en')).toContain(`<span class="kind">${label}</span>`);
  // The kind is the source's.
  expect([data('en/a')['@type'], data('es/a')['@type']]).toEqual([type, type]);
});

it('says a kind once where the section is called the same', async () => {
  const { page } = await built({
    a: { en: article('kind: opinion\nsection: Opinion'), es: '---\ntitle: Un título\nsection: Ideas\n---\n\nPalabras.\n' },
  });
  expect(page('en/a')).toContain('<p class="kicker"><span class="kind">Opinion</span> </p>');
  expect(page('es/a')).toContain('<span class="kind">Opinión</span> <a href="/es/section/opinion/">Ideas</a></p>');
});

it('says of a word that is no kind that the article is news', async () => {
  const { data, findings } = await built({ a: { en: article('kind: feature') } });
  expect(data('en/a')['@type']).toBe('NewsArticle');
  expect(findings).toContainEqual(expect.objectContaining({ level: 'note', got: ['feature'] }));
});

it('sets the entries of a live article by their times, each with an address of its own', async () => {
  const body =
    '## 14:05 – The bridge opens\n\nCars *cross* & wait.\n\n## 2026-03-10 00:10 It closes\n\nNobody.\n\n## What comes next\n\nRain.';
  const { page, data } = await built({ a: { en: article('kind: live\ncoverageEnd: 2026-03-10T01:00', body) } });
  expect(page('en/a')).toContain(
    '<a class="moment" href="#at-1405--the-bridge-opens"><time datetime="2026-03-09T13:05:00Z">14:05</time></a> The bridge opens</h2>',
  );
  const url = 'https://courier.example/en/a/#';
  expect(data('en/a')).toMatchObject({
    '@type': 'LiveBlogPosting',
    coverageEndTime: '2026-03-10T00:00:00Z',
    liveBlogUpdate: [
      {
        '@type': 'BlogPosting',
        url: `${url}at-1405--the-bridge-opens`,
        headline: 'The bridge opens',
        datePublished: '2026-03-09T13:05:00Z',
        articleBody: 'Cars cross & wait.',
      },
      { headline: 'It closes', datePublished: '2026-03-09T23:10:00Z' },
      { headline: 'What comes next', articleBody: 'Rain.' },
    ],
  });
});

it.each([
  ['١٤:٠٥ افتتاح الجسر', '١٤:٠٥'],
  ['१४:०५ पुल खुला', '१४:०५'],
  ['14h05 — Le pont', '14h05'],
  ['14.05: Silta', '14.05'],
  ['１４：０５　開通', '１４：０５'],
])('reads the time of %s', (heading, shown) => {
  const body = `<h2 id="a">${heading}</h2><p>x</p>`;
  const live = renderLive(body, '2026-03-09', 'UTC');
  expect(live).toContain(`<time datetime="2026-03-09T14:05:00Z">${shown}</time>`);
  expect(renderLive(live, '2026-03-09', 'UTC')).toBe(live);
  expect(liveEntries(live, '2026-03-09', 'UTC')).toEqual(liveEntries(body, '2026-03-09', 'UTC'));
});

it.each(['14055 people', '25:00 is no time', 'Bridge 14:05'])('takes no time from "%s"', (heading) => {
  const body = `<h2 id="a">${heading}</h2>`;
  expect(renderLive(body, '2026-03-09', 'UTC')).toBe(body);
});

it('rates what is reviewed', async () => {
  const { page, data } = await built({
    a: { en: article('kind: review\nreview: { item: The Quay, type: Restaurant, rating: 3.5 }') },
    b: { en: article('kind: review\nreview: The Quay') },
  });
  expect(page('en/a')).toContain('<p class="rating"><bdi class="item">The Quay</bdi> <span>Rating: 3.5 of 5</span></p>');
  expect(data('en/a')).toMatchObject({
    itemReviewed: { '@type': 'Restaurant', name: 'The Quay' },
    reviewRating: { '@type': 'Rating', ratingValue: 3.5, bestRating: 5 },
  });
  expect(data('en/b')).toMatchObject({ itemReviewed: { '@type': 'Thing', name: 'The Quay' } });
  expect(data('en/b').reviewRating).toBeUndefined();
});

it('tells machines the sizes of pictures, the section, and what may be read aloud', async () => {
  const front = 'kind: gallery\nsection: Harbour\nspeakable: true\nimage: ../images/ferry.png';
  const { page, data } = await built({ a: { en: article(front, '![A quay](../images/quay.png)') } });
  expect(data('en/a')).toMatchObject({
    image: [
      { '@type': 'ImageObject', width: 600, height: 400 },
      { '@type': 'ImageObject', width: 450, height: 300 },
    ],
    articleSection: 'Harbour',
    speakable: { '@type': 'SpeakableSpecification', cssSelector: ['.full h1', '.standfirst'] },
  });
  expect(page('en/a')).toContain('<meta property="og:image:width" content="600">\n<meta property="og:image:height" content="400">');
  expect(page('en/a')).toContain('<meta property="article:section" content="Harbour">');
});

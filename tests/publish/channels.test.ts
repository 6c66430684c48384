/** Sections, authors and topics have pages; standing pages are in the foot; menus name only what a locale has. */

import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { buildSite } from '../../src/publish/build.ts';
import { temporaryFolder } from './folder.ts';
import { type Drafts, dayOfNews, siteInput, uiStrings } from './newsroom.ts';
import { deadLinks } from './pages.ts';

const ORIGIN = 'https://courier.example';

async function built(drafts: Drafts, changes: Parameters<typeof siteInput>[2] = {}) {
  const root = temporaryFolder();
  mkdirSync(join(root, 'public'), { recursive: true });
  dayOfNews(root);
  const out = join(root, 'site');
  const input = siteInput(root, drafts, { locales: ['en', 'es'], ...changes });
  const result = await buildSite(input, { out });
  expect(deadLinks(out, ORIGIN)).toEqual([]);
  return { result, out, text: (file: string) => readFileSync(join(out, file), 'utf8') };
}

const article = (title: string, front: string, body = 'Words.') => `---\ntitle: ${title}\n${front}\n---\n\n${body}\n`;

const PAPER: Drafts = {
  bridge: {
    en: article('The bridge', 'date: 2026-03-09\nsection: Town\nauthors: [Ada Lindqvist, Newsroom]\ntags: [roads]'),
    es: article('El puente', 'section: Ciudad\nauthors: [Ada Lindqvist, Redacción]\ntags: [carreteras]'),
  },
  match: { en: article('The match', 'date: 2026-03-08\nsection: Sport\nauthors: [Newsroom]\ntags: [football]') },
  market: { en: article('The market', 'date: 2026-03-07\nsection: Town') },
  imprint: { en: article('Imprint', 'kind: page\nweight: 2'), es: article('Aviso legal', 'kind: page') },
  about: { en: article('About the Courier', 'kind: page\nweight: 1') },
};

/** Address and words of the links of a part of a page. */
const links = (page: string, part: RegExp) =>
  [...(part.exec(page)?.[0] ?? '').matchAll(/<a [^>]*href="([^"]*)"[^>]*>(?:<bdi>)?([^<]*)/g)].map(([, href, words]) => `${href} ${words}`);
const MENU = /<nav class="menu".*?<\/nav>/s;
const FOOT = /<footer.*?<\/footer>/s;

describe('sections', () => {
  it('have pages and feeds, the same in every language by what the source calls them', async () => {
    const { text } = await built(PAPER, { publish: { states: { machine: { publish: 'index', note: true } } } });
    expect(text('en/section/town/index.html')).toContain('<h1><bdi>Town</bdi></h1>');
    expect(text('es/section/town/index.html')).toContain('<h1><bdi>Ciudad</bdi></h1>');
    expect(text('es/section/town/index.html')).toContain('hreflang="en" href="https://courier.example/en/section/town/"');
    const feed = text('en/section/town/feed.xml');
    new SaxesParser({ xmlns: true }).write(feed).close();
    expect([...feed.matchAll(/<title>(.*?)<\/title>/g)].map(([, title]) => title)).toEqual([
      'Town – The Quillhaven Courier',
      'The bridge',
      'The market',
    ]);
    expect(text('es/tag/roads/feed.xml')).toContain('<title>carreteras – The Quillhaven Courier</title>');
    expect(text('es/section/town/index.html')).toContain('type="application/atom+xml" href="/es/section/town/feed.xml" title="Ciudad"');
  });

  it('are the menu, where it has no other; one that a language does not have is not in its menu', async () => {
    const { text } = await built(PAPER);
    expect(links(text('en/index.html'), MENU)).toEqual(['/en/section/sport/ Sport', '/en/section/town/ Town']);
    expect(links(text('es/index.html'), MENU)).toEqual([]);
    const menu = [{ topic: 'roads' }, { section: 'Sport' }, { page: 'imprint' }, { href: '/en/about/', label: 'standing.label' }];
    const own = await built(PAPER, { publish: { menu: { default: menu, es: [{ section: 'Town' }] } } });
    expect(links(own.text('en/bridge/index.html'), MENU)).toEqual([
      '/en/tag/roads/ roads',
      '/en/section/sport/ Sport',
      '/en/imprint/ Imprint',
      '/en/about/ About us',
    ]);
    expect(links(own.text('es/index.html'), MENU)).toEqual(['/es/section/town/ Ciudad']);
  });

  it('are called what ui.json calls them, wherever they are', async () => {
    const es = {
      ...uiStrings('es'),
      sections: { town: 'La villa' },
      topics: { roads: 'Caminos' },
      authors: { newsroom: { name: 'La mesa' } },
    };
    const { text } = await built(PAPER, { strings: { en: uiStrings('en'), es } });
    const page = text('es/bridge/index.html');
    expect(page).toContain('<p class="kicker"><a href="/es/section/town/">La villa</a></p>');
    expect(page).toContain('<a rel="tag" href="/es/tag/roads/">Caminos</a>');
    expect(page).toContain('<bdi>La mesa</bdi>');
  });
});

it('names that differ by a sign alone are pages of their own', async () => {
  const drafts: Drafts = { code: { en: article('Code', 'date: 2026-03-09\ntags: [C, C++, "C#", LGBTQ+, "R&D", "#news", a + b]') } };
  const { text } = await built(drafts);
  expect(links(text('en/code/index.html'), /<nav class="topics".*?<\/nav>/s)).toEqual([
    '/en/tag/c/ C',
    '/en/tag/c-plus-plus/ C++',
    '/en/tag/c-sharp/ C#',
    '/en/tag/lgbtq-plus/ LGBTQ+',
    '/en/tag/r-d/ R&amp;D',
    '/en/tag/news/ #news',
    '/en/tag/a-b/ a + b',
  ]);
});

it('an entry of the menu that leads nowhere in any language is told of', async () => {
  const menu = {
    default: [{ section: 'Town' }, { section: 'Twon' }, { topic: 'roads' }, { page: 'abuot' }, { href: '/en/bridge', label: 'A' }],
    es: [{ page: 'imprint' }, { href: '/none/', label: 'B' }, { href: 'https://shop.example/', label: 'C' }],
  };
  const root = temporaryFolder();
  const { findings } = await buildSite(siteInput(root, PAPER, { locales: ['en', 'es'], publish: { menu } }), { out: join(root, 'site') });
  const told = findings.filter(({ message }) => message.includes('publish.menu')).map(({ got }) => got?.[0]);
  expect(told).toEqual(['{"section":"Twon"}', '{"page":"abuot"}', '{"href":"/none/","label":"B"}']);
});

describe('authors', () => {
  it('are what the front matter says that they are, in the byline, on their page, in structured data; ui.json says it once for all', async () => {
    const drafts: Drafts = {
      harbour: {
        en: article(
          'The harbour',
          'date: 2026-03-09\nauthors: [{ name: Ada Lindqvist, role: Pilot & writer }, { name: Nour Haddad, role: Reporter }]',
        ),
        es: article('El puerto', 'authors: [{ name: Ada Lindqvist, role: Práctica y escritora }, { name: Nour Haddad, role: Redactora }]'),
      },
      tide: { en: article('The tide', 'date: 2026-03-10\nauthors: Ada Lindqvist') },
    };
    const es = { ...uiStrings('es'), authors: { 'nour-haddad': { role: 'Cronista' } } };
    const { text } = await built(drafts, { strings: { en: uiStrings('en'), es } });
    const byline = (file: string) => /<p class="authors"[^>]*>(.*?)<\/p>/s.exec(text(file))?.[1]?.replace(/<[^>]*>/g, '');
    expect(byline('en/harbour/index.html')).toBe('By Ada Lindqvist (Pilot &amp; writer) and Nour Haddad (Reporter)');
    expect(byline('es/harbour/index.html')).toBe('Por Ada Lindqvist (Práctica y escritora) y Nour Haddad (Cronista)');
    expect(byline('en/tide/index.html')).toBe('By Ada Lindqvist');
    // The newest article does not say it, an older one does.
    expect(text('en/author/ada-lindqvist/index.html')).toContain('<p class="role">Pilot &amp; writer</p>');
    expect(text('es/author/nour-haddad/index.html')).toContain('<p class="role">Cronista</p>');
    const data = JSON.parse(/ld\+json">(.*?)<\/script>/s.exec(text('es/harbour/index.html'))?.[1] ?? '{}');
    expect(data.author).toMatchObject([{ jobTitle: 'Práctica y escritora' }, { jobTitle: 'Cronista' }]);
  });

  it('have a page with what is known of them, and a byline leads there', async () => {
    const en = { ...uiStrings('en'), authors: { 'ada-lindqvist': { role: 'Harbour reporter', bio: 'Writes of ships & quays.' } } };
    const authors = {
      'Ada Lindqvist': { photo: '/articles/images/quay.png', links: ['https://social.example/@ada', 'mailto:ada@courier.example'] },
      Newsroom: { desk: true },
    };
    const { text, result } = await built(PAPER, { publish: { authors }, strings: { en, es: uiStrings('es') } });
    expect(links(text('es/bridge/index.html'), /<p class="authors".*?<\/p>/s)).toEqual([
      '/es/author/ada-lindqvist/ Ada Lindqvist',
      '/es/author/newsroom/ Redacción',
    ]);
    const page = text('en/author/ada-lindqvist/index.html');
    expect(page).toContain('<p class="role">Harbour reporter</p>\n<p class="bio">Writes of ships &amp; quays.</p>');
    expect(page).toMatch(/<div class="photo"><img src="\/media\/quay\.[0-9a-f]+\.png" alt="Ada Lindqvist" width="450"/);
    expect(page).toContain('<a rel="me noopener" href="https://social.example/@ada"><bdi dir="ltr">social.example</bdi></a>');
    // The words that Spanish lacks are English, and say so.
    expect(text('es/author/ada-lindqvist/index.html')).toContain('<p class="role" lang="en" dir="ltr">Harbour reporter</p>');
    expect(data(page)).toMatchObject({
      '@type': 'ProfilePage',
      mainEntity: { '@type': 'Person', name: 'Ada Lindqvist', jobTitle: 'Harbour reporter', sameAs: ['https://social.example/@ada'] },
    });
    expect(data(text('en/author/newsroom/index.html'))).toMatchObject({ mainEntity: { '@type': 'NewsMediaOrganization' } });
    expect(data(text('en/match/index.html')).author).toEqual([
      { '@type': 'NewsMediaOrganization', name: 'Newsroom', url: 'https://courier.example/en/author/newsroom/' },
    ]);
    expect(result.findings.filter(({ message }) => message.includes('photograph'))).toEqual([]);
  });

  it('whose photograph is not there are a finding', async () => {
    const { result } = await built(PAPER, { publish: { authors: { Newsroom: { photo: '/lost.jpg' } } } });
    expect(result.findings).toContainEqual(
      expect.objectContaining({ message: 'The photograph of "Newsroom" is not there, or may not be shown', got: ['/lost.jpg'] }),
    );
  });
});

describe('standing pages', () => {
  it('are in the foot of every page by their weight, and in no list', async () => {
    const { text } = await built(PAPER);
    expect(links(text('en/match/index.html'), FOOT).filter((link) => !/feed|Courier$/.test(link) || /about/.test(link))).toEqual([
      '/en/about/ About the Courier',
      '/en/imprint/ Imprint',
    ]);
    expect(links(text('es/index.html'), FOOT)).toContain('/es/imprint/ Aviso legal');
    for (const list of ['en/index.html', 'en/feed.xml', 'en/feed.json', 'sitemap-news.xml'])
      expect(text(list).replace(FOOT, ''), list).not.toContain('Imprint');
    expect(text('sitemap-en.xml')).toContain('<loc>https://courier.example/en/imprint/</loc>');
    const page = text('en/imprint/index.html');
    expect(page).not.toMatch(/class="(?:byline|share|next)"/);
    expect(data(page)['@type']).toBe('WebPage');
  });
});

describe('the next article', () => {
  it('is an older one of the same section', async () => {
    const { text } = await built(PAPER);
    const next = (slug: string) => links(text(`en/${slug}/index.html`), /<p class="next">.*?<\/p>/s);
    expect(['bridge', 'match', 'market'].map(next)).toEqual([['/en/market/ The market'], [], []]);
  });
});

describe('share links', () => {
  it('name the page and its headline, and are what the configuration says', async () => {
    const { text } = await built(PAPER, { publish: { share: ['email', 'telegram'] } });
    expect(links(text('es/bridge/index.html'), /<nav class="share".*?<\/nav>/s)).toEqual([
      'mailto:?subject=El%20puente&amp;body=https%3A%2F%2Fcourier.example%2Fes%2Fbridge%2F Correo',
      'https://t.me/share/url?url=https%3A%2F%2Fcourier.example%2Fes%2Fbridge%2F&amp;text=El%20puente Telegram',
    ]);
    const none = await built(PAPER, { publish: { share: [] } });
    expect(none.text('en/bridge/index.html')).not.toContain('class="share"');
  });
});

it('has pages of the same bytes where an article was added: none of the older ones names it', async () => {
  const before = await built(PAPER);
  const after = await built({
    ...PAPER,
    fresh: { en: article('Fresh', 'date: 2026-03-10\nsection: Town\nauthors: [Newsroom]\ntags: [roads]') },
  });
  for (const slug of ['bridge', 'match', 'market', 'imprint'])
    expect(after.text(`en/${slug}/index.html`)).toBe(before.text(`en/${slug}/index.html`));
});

function data(page: string): Record<string, unknown> {
  return JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? '{}') as Record<string, unknown>;
}

import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { buildSite } from '../../src/publish/build.ts';
import { temporaryFolder } from './folder.ts';
import { type Drafts, dayOfNews, NOW, siteInput } from './newsroom.ts';
import { attribute, canonical, deadLinks, hreflangs, isIndexable, readPages, select, siteFiles } from './pages.ts';

const ORIGIN = 'https://courier.example';

async function builtDay(changes: Parameters<typeof siteInput>[2] = {}, edit: (drafts: Drafts) => Drafts = (drafts) => drafts) {
  const root = temporaryFolder();
  const out = join(root, 'site');
  const result = await buildSite(siteInput(root, edit(dayOfNews(root)), changes), { out });
  return { root, out, result, pages: readPages(out) };
}

describe('the published site', () => {
  it('is valid HTML on every page', async () => {
    const { out, pages } = await builtDay({ publish: { perPage: 3 } });
    const validator = new HtmlValidate({ extends: ['html-validate:recommended'] });
    const faults: string[] = [];
    for (const { file } of pages)
      for (const { messages } of (await validator.validateFile(join(out, file))).results)
        faults.push(...messages.map((message) => `${file}:${message.line} ${message.ruleId}: ${message.message}`));
    expect(pages.length).toBeGreaterThan(100);
    expect(faults).toEqual([]);
  });

  it('has no dead link, image or anchor', async () => {
    const { out } = await builtDay({ publish: { perPage: 3 } });
    expect(deadLinks(out, ORIGIN)).toEqual([]);
  });

  it('has no dead link below a path either', async () => {
    const { root, out } = await builtDay({ publish: { baseUrl: `${ORIGIN}/news/` } });
    const served = join(root, 'served');
    cpSync(out, join(served, 'news'), { recursive: true });
    expect(deadLinks(served, ORIGIN)).toEqual([]);
  });

  it('asks nothing of third parties', async () => {
    const { pages } = await builtDay();
    for (const page of pages)
      for (const element of page.elements) {
        const loads = ['img', 'script', 'source', 'iframe', 'video', 'audio'].includes(element.tagName)
          ? attribute(element, 'src')
          : undefined;
        const sheet = element.tagName === 'link' && attribute(element, 'rel') === 'stylesheet' ? attribute(element, 'href') : undefined;
        for (const address of [loads, sheet]) if (address !== undefined) expect(address).toMatch(/^\/[^/]/);
      }
  });

  it('lists alternates that are reciprocal, list themselves, exist and may be indexed', async () => {
    const { pages } = await builtDay({ publish: { states: { machine: { publish: 'noindex', note: true } } } });
    const byUrl = new Map(pages.map((page) => [ORIGIN + encodeURI(page.path), page]));
    let links = 0;
    for (const page of pages) {
      const own = hreflangs(page);
      if (!isIndexable(page)) {
        expect(own.size, page.path).toBe(0);
        continue;
      }
      if (own.size === 0) continue;
      expect([...own.values()], page.path).toContain(canonical(page));
      expect(own.has('x-default'), page.path).toBe(true);
      for (const [locale, url] of own) {
        links++;
        const other = byUrl.get(url);
        if (other === undefined) throw new Error(`${page.path} lists ${url}, which is not there`);
        expect(isIndexable(other), url).toBe(true);
        expect(Object.fromEntries(hreflangs(other)), `${page.path} and ${url}`).toEqual(Object.fromEntries(own));
        if (locale !== 'x-default') expect(select(other, 'html').map((html) => attribute(html, 'lang'))).toEqual([locale]);
      }
    }
    expect(links).toBeGreaterThan(50);
  });

  it('is canonical for itself, in language and direction', async () => {
    const { pages } = await builtDay();
    for (const page of pages) {
      expect(canonical(page)).toBe(ORIGIN + encodeURI(page.path));
      const [html] = select(page, 'html');
      const locale = /^\/(\w\w)\//.exec(page.path)?.[1] ?? 'en';
      expect(html && [attribute(html, 'lang'), attribute(html, 'dir')]).toEqual([locale, locale === 'ar' ? 'rtl' : 'ltr']);
    }
  });

  it('switches only to editions of the same article, called by their own names', async () => {
    const { pages } = await builtDay({}, (drafts) => ({ ...drafts, water: { en: drafts.water?.en ?? '', ja: drafts.water?.ja ?? '' } }));
    const page = pages.find(({ path }) => path === '/ja/water/');
    const links = page?.elements.filter(
      (element) => element.tagName === 'a' && attribute(element, 'hreflang') !== undefined && attribute(element, 'lang') !== undefined,
    );
    expect(links?.map((link) => [attribute(link, 'href'), attribute(link, 'lang'), attribute(link, 'aria-current')])).toEqual([
      ['/en/water/', 'en', undefined],
      ['/ja/water/', 'ja', 'page'],
    ]);
    expect(page?.text).toContain('>日本語</a>');
  });

  it('gives the same bytes twice', async () => {
    const [first, second] = [await builtDay(), await builtDay()];
    const bytes = ({ out }: typeof first) => siteFiles(out).map((file) => [file, readFileSync(join(out, file), 'base64')]);
    expect(bytes(first)).toEqual(bytes(second));
  });

  it('speaks of an article in Open Graph and schema.org', async () => {
    const { pages } = await builtDay();
    const page = pages.find(({ path }) => path === '/uk/night-ferry/');
    const og = new Map(page && select(page, 'meta', 'property').map((meta) => [attribute(meta, 'property'), attribute(meta, 'content')]));
    expect(og.get('og:locale')).toBe('uk_UA');
    expect(og.get('og:locale:alternate')).toBe('es_ES');
    expect(og.get('og:image')).toMatch(/^https:\/\/courier\.example\/media\/ferry\.[0-9a-f]+\.png$/);
    expect(og.get('article:published_time')).toBe('2026-03-22T20:30:00Z');
    const script = page && select(page, 'script')[0]?.childNodes[0];
    const data = JSON.parse(script && 'value' in script ? script.value : '{}');
    expect(data).toMatchObject({
      '@type': 'NewsArticle',
      inLanguage: 'uk',
      translationOfWork: { '@id': 'https://courier.example/en/night-ferry/', inLanguage: 'en' },
    });
  });

  it('has sitemaps of what may be indexed, and of the news of two days', async () => {
    const { out, pages } = await builtDay();
    const text = (file: string) => readFileSync(join(out, file), 'utf8');
    expect([...text('sitemap.xml').matchAll(/<loc>(.*?)<\/loc>/g)].map((match) => match[1])).toEqual(
      ['sitemap-en.xml', 'sitemap-es.xml', 'sitemap-news.xml'].map((file) => `${ORIGIN}/${file}`),
    );
    const listed = ['en', 'es'].flatMap((locale) =>
      [...text(`sitemap-${locale}.xml`).matchAll(/<loc>(.*?)<\/loc>/g)].map((match) => match[1]),
    );
    const indexable = pages.filter((page) => isIndexable(page) && page.path !== '/').map((page) => ORIGIN + encodeURI(page.path));
    expect(listed.toSorted()).toEqual(indexable.toSorted());
    expect(text('sitemap-en.xml')).toContain('<loc>https://courier.example/en/water/</loc><lastmod>2026-03-12</lastmod>');
    const news = [...text('sitemap-news.xml').matchAll(/<loc>(.*?)<\/loc>/g)].map((match) => match[1]);
    expect(news).toEqual([`${ORIGIN}/en/night-ferry/`, `${ORIGIN}/es/night-ferry/`]);
    const later = await builtDay({ now: NOW + 5 * 86_400_000 });
    expect(readFileSync(join(later.out, 'sitemap-news.xml'), 'utf8')).not.toContain('<url>');
  });
});

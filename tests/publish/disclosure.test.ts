import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildSite } from '../../src/publish/build.ts';
import { searchIndexer } from '../../src/publish/lists/search-index.ts';
import { launch, noBrowser, serve } from './browser.ts';
import { type Drafts, siteInput } from './newsroom.ts';

const WRONG = 'We were wrong: the boat is blue.';
const text = (title: string, more = '') => `---\ntitle: ${title}\ndate: 2026-03-20\n${more}---\n\nWords of ${title}.\n`;
const SOURCE = text('Boats', `correction:\n  - text: "${WRONG}"\n    date: 2026-03-22\n`);

const drafts: Drafts = {
  boat: {
    en: SOURCE,
    es: { text: text('Barcos'), state: 'machine' },
    uk: { text: text('Човни', 'correction: Ми помилилися.\n'), state: 'reviewed' },
    ja: { text: text('船'), state: 'stale' },
  },
};

describe('what readers must know of a text', () => {
  const out = { folder: '' };
  // One site for the whole table: building it costs more than all the looking.
  beforeAll(async () => {
    out.folder = join(mkdtempSync(join(tmpdir(), 'dragoman-disclosure-')), 'site');
    await buildSite(siteInput(out.folder, drafts), { out: out.folder, search: await searchIndexer() });
    return () => rmSync(join(out.folder, '..'), { recursive: true, force: true });
  });
  const read = (file: string) => readFileSync(join(out.folder, file), 'utf8');
  const places: Record<string, (locale: string) => string> = {
    page: (locale) => read(`${locale}/boat/index.html`).replace(/<script type="application\/ld\+json">.*?<\/script>/s, ''),
    'structured data': (locale) =>
      /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(read(`${locale}/boat/index.html`))?.[1] ?? '',
    'Atom feed': (locale) => /<content[\s\S]*<\/content>/.exec(read(`${locale}/feed.xml`))?.[0] ?? '',
    'JSON feed': (locale) => JSON.parse(read(`${locale}/feed.json`)).items[0].content_html,
  };

  describe.each(Object.keys(places))('in the %s', (place) => {
    it.each([
      ['es', 'ha sido traducido automáticamente', WRONG],
      ['ja', 'この翻訳の後に、原文の記事が更新されました', WRONG],
      ['uk', undefined, 'Ми помилилися.'],
      ['en', undefined, WRONG],
    ])('%s', (locale, note, correction) => {
      const shown = places[place]?.(locale) ?? '';
      if (note !== undefined) expect(shown).toContain(note);
      else expect(shown).not.toMatch(/translation-note|creativeWorkStatus/);
      expect(shown).toContain(correction);
      // What the edition has not said yet is in the source's language, and says so.
      if (locale === 'es') expect(shown).toMatch(/lang=(?:"|&quot;)en|"inLanguage":"en"/);
    });
  });

  it('a corrected article says so beside its headline, since when, and in lists', () => {
    expect(read('es/boat/index.html')).toMatch(
      /<h1>Barcos<\/h1>\s*<p class="corrected" data-pagefind-ignore><a href="#Site-corrections"[^>]*>Corregido<\/a> <time datetime="2026-03-22">22 de marzo de 2026<\/time><\/p>/,
    );
    expect(read('es/boat/index.html')).toContain('<section class="corrections" id="Site-corrections">');
    expect(read('es/index.html')).toContain('<span class="badge">Corregido</span> <span class="badge">Traducción automática</span>');
  });

  it('a correction is a change of every edition', () => {
    expect(read('es/feed.xml')).toContain('<updated>2026-03-22T00:00:00+01:00</updated>');
    expect(read('sitemap-en.xml')).toContain('<lastmod>2026-03-22</lastmod>');
    expect(places['structured data']?.('ja')).toContain('"dateModified":"2026-03-22T00:00:00+01:00"');
  });

  it.skipIf(noBrowser !== undefined)(
    'in the results of the search',
    async () => {
      const browser = await launch();
      const served = await serve(out.folder);
      try {
        const page = await browser.newPage();
        await page.goto(`${served.url}/es/`);
        await page.getByRole('searchbox').fill('Barcos');
        await page.keyboard.press('Enter');
        const result = page.locator('.search li');
        await result.waitFor();
        expect(await result.textContent()).toContain('ha sido traducido automáticamente');
        expect(await result.textContent()).toContain('Corregido');
      } finally {
        await browser.close();
        await served.close();
      }
    },
    60_000,
  );
});

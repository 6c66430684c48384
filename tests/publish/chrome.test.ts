import { describe, expect, it } from 'vitest';
import { dateTime, formatDate, parseDate } from '../../src/frontmatter/article-date.ts';
import { createChromes } from '../../src/publish/page/chrome.ts';
import { autonym, direction, openGraphLocale } from '../../src/publish/page/locale-names.ts';
import { uiStrings } from './newsroom.ts';

const SOME = ['en', 'es', 'ca', 'uk', 'ar', 'ja'];
const strings = Object.fromEntries(SOME.map((locale) => [locale, uiStrings(locale)]));

describe('the words of the site', () => {
  it('are complete in six languages, with every plural form that each has', () => {
    expect(createChromes(strings, 'en', SOME).findings).toEqual([]);
  });

  it('agree with numbers', () => {
    const articles = (locale: string, count: number) => createChromes(strings, 'en', SOME).in(locale)('topic.articles', { count });
    expect([1, 2, 5, 21, 1000].map((count) => articles('uk', count))).toEqual([
      '1 стаття',
      '2 статті',
      '5 статей',
      '21 стаття',
      '1\u00a0000 статей',
    ]);
    expect([0, 1, 2, 3, 11, 100].map((count) => articles('ar', count))).toEqual([
      'لا مقالات',
      'مقال واحد',
      'مقالان',
      '3 مقالات',
      '11 مقالًا',
      '100 مقال',
    ]);
    expect([1, 2].map((count) => articles('ja', count))).toEqual(['1件の記事', '2件の記事']);
    expect(articles('es', 12_345)).toBe('12.345 artículos');
  });

  it("fall back to the source's, and say so", () => {
    const chromes = createChromes({ ...strings, de: { home: 'Titelseite' } }, 'en', ['en', 'de']);
    expect([chromes.in('de')('home'), chromes.in('de')('skip')]).toEqual(['Titelseite', 'Skip to content']);
    expect(chromes.findings).toMatchObject([{ level: 'warning', locale: 'de', message: expect.stringContaining('shows "en" there') }]);
    expect(chromes.findings[0]?.expected).toContain('article.by');
  });
});

describe('languages', () => {
  it('are called by their own names and know their direction', () => {
    expect(['es', 'uk', 'ar', 'ja', 'pt-BR'].map(autonym)).toEqual(['español', 'українська', 'العربية', '日本語', 'português (Brasil)']);
    expect(['es', 'ar', 'he', 'fa', 'ur', 'az-Arab', 'ja'].map((locale) => direction(locale))).toEqual([
      'ltr',
      'rtl',
      'rtl',
      'rtl',
      'rtl',
      'rtl',
      'ltr',
    ]);
    expect(['uk', 'es', 'pt-BR', 'ar'].map((locale) => openGraphLocale(locale))).toEqual(['uk_UA', 'es_ES', 'pt_BR', 'ar_EG']);
  });
});

describe('dates', () => {
  it.each([
    ['2026-03-29', 'Europe/Madrid', '2026-03-29', '2026-03-28T23:00:00Z'],
    ['2026-03-29T03:30', 'Europe/Madrid', '2026-03-29T01:30:00Z', '2026-03-29T01:30:00Z'],
    ['2026-03-29 01:30:15', 'Europe/Madrid', '2026-03-29T00:30:15Z', '2026-03-29T00:30:15Z'],
    ['2026-01-01T00:00:00+05:30', 'UTC', '2025-12-31T18:30:00Z', '2025-12-31T18:30:00Z'],
    ['2026-07-01T12:00:00Z', 'Asia/Tokyo', '2026-07-01T12:00:00Z', '2026-07-01T12:00:00Z'],
  ])('%s in %s', (text, zone, iso, instant) => {
    const date = parseDate(text, zone);
    expect([date?.iso, new Date(date?.at ?? 0).toISOString().replace('.000', '')]).toEqual([iso, instant]);
  });

  it.each([
    ['2026-03-17', 'Europe/Madrid', '2026-03-17T00:00:00+01:00'],
    ['2026-07-17', 'America/St_Johns', '2026-07-17T00:00:00-02:30'],
    ['2026-03-17', 'UTC', '2026-03-17T00:00:00Z'],
    ['2026-03-17T05:00:00Z', 'Europe/Madrid', '2026-03-17T05:00:00Z'],
  ])('%s in %s is told to programs as %s', (iso, zone, told) => {
    expect(dateTime(iso, zone)).toBe(told);
  });

  it.each(['2026-02-30', '2026-13-01', 'yesterday', '2026-01-01T25:00', '20260101', 7, null])('%s is none', (text) => {
    expect(parseDate(text, 'UTC')).toBeUndefined();
  });

  it("are written as the reader writes them, in the newsroom's time", () => {
    expect(formatDate('2026-03-22', 'uk', 'Pacific/Auckland').replace(/\s/g, ' ')).toBe('22 березня 2026 р.');
    expect(formatDate('2026-03-22T20:30:00Z', 'es', 'Europe/Madrid')).toMatch(/^22 de marzo de 2026\b.* 21:30 CET$/);
  });
});

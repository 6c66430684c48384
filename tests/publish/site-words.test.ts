/** The interface of the site: complete in every language that comes with Dragoman, and no word of it in a language it does not say. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { buildSite } from '../../src/publish/build.ts';
import { createChromes } from '../../src/publish/page/chrome.ts';
import { wordTags } from '../../src/publish/site-words.ts';
import { temporaryFolder } from './folder.ts';
import { dayOfNews, siteInput, uiStrings } from './newsroom.ts';
import { readPages, siteFiles } from './pages.ts';

const locales = readdirSync(new URL('../../locales', import.meta.url)).sort();

/** Leaves of a tree of strings by key path. */
function flat(tree: object, prefix = ''): [key: string, text: string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'object' ? flat(value as object, `${prefix}${key}.`) : [[prefix + key, String(value)] as [string, string]],
  );
}

const PLURAL = /_(zero|one|two|few|many|other)$/;
const english = flat(uiStrings('en'));
const plurals = new Set(english.filter(([key]) => PLURAL.test(key)).map(([key]) => key.replace(PLURAL, '')));

/** The keys that a locale needs, each plural in the categories that CLDR gives the language. */
function keysOf(locale: string): string[] {
  const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  const single = english.map(([key]) => key).filter((key) => !PLURAL.test(key));
  return [...single, ...[...plurals].flatMap((key) => forms.map((form) => `${key}_${form}`))].sort();
}

const holes = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name).sort();

describe('the words of the site', () => {
  it('come in at least 36 locales', () => {
    expect(locales.length).toBeGreaterThanOrEqual(36);
  });

  it.each(locales)('%s: every key, every plural form, every hole, and nothing else', (locale) => {
    const words = new Map(flat(uiStrings(locale)));
    expect([...words.keys()].sort()).toEqual(keysOf(locale));
    for (const [key, text] of english) {
      const forms = PLURAL.test(key) ? [...words.keys()].filter((one) => one.replace(PLURAL, '') === key.replace(PLURAL, '')) : [key];
      for (const form of forms) {
        const own = words.get(form) ?? '';
        expect(own.trim(), form).toBe(own);
        expect(own, form).not.toBe('');
        // One, two or none may be a word: the number is in it.
        const named = /_(zero|one|two)$/.test(form) ? [] : holes(text);
        expect([holes(text), named], `${form}: ${own}`).toContainEqual(holes(own));
        expect(own, form).not.toContain('!');
      }
    }
  });

  it('are in the script of their language', () => {
    for (const locale of locales) {
      const { script } = new Intl.Locale(locale).maximize();
      const unicode = { Jpan: '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]', Kore: '\\p{Script=Hangul}' }[script ?? ''];
      const own = new RegExp(unicode ?? (/^Han/.test(script ?? '') ? '\\p{Script=Han}' : `\\p{Script=${script}}`), 'u');
      const strangers = flat(uiStrings(locale)).filter(
        ([, text]) => !own.test(text.replace(/\{\{.*?\}\}/g, '')) && /\p{L}/u.test(text.replace(/\{\{.*?\}\}/g, '')),
      );
      expect([locale, strangers]).toEqual([locale, []]);
    }
  });

  it('fit where they are shown: no label is more than two and a half times as long as in English', () => {
    const wide = (text: string) =>
      [...text.replace(/\{\{.*?\}\}/g, '')].reduce(
        (sum, one) =>
          sum + (/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(one) ? 2 : /\p{M}/u.test(one) ? 0 : 1),
        0,
      );
    const long = locales.flatMap((locale) =>
      flat(uiStrings(locale))
        .filter(([key]) => !PLURAL.test(key))
        .filter(([key, text]) => wide(text) > Math.max(16, 2.5 * wide(new Map(english).get(key) ?? '')))
        .map(([key, text]) => `${locale} ${key}: ${text}`),
    );
    expect(long).toEqual([]);
  });

  it.each([
    ['zh-TW', ['zh-TW', 'zh-Hant']],
    ['zh-CN', ['zh-CN', 'zh-Hans', 'zh']],
    ['es-MX', ['es-MX', 'es-Latn', 'es']],
    ['no', ['no', 'no-Latn', 'nb']],
    ['az-Arab', ['az-Arab']],
  ])('of %s are looked up as %j', (locale, tags) => {
    expect(wordTags(locale)).toEqual(tags);
  });

  it('are never a key: a form that a language lacks is its general one, and a word that it lacks is the source language’s', () => {
    const chromes = createChromes({ en: uiStrings('en'), uk: { topic: { articles_other: '{{count}} статті' } } }, 'en', ['uk', 'ar']);
    expect(chromes.in('uk')('topic.articles', { count: 5 })).toBe('5 статті');
    expect(chromes.in('ar')('topic.articles', { count: 2 })).toBe('2 articles');
    expect([chromes.in('uk').language('topic.articles'), chromes.in('uk').language('skip')]).toEqual([undefined, 'en']);
  });
});

type Node = DefaultTreeAdapterMap['node'];

/** Every text and label of a page, with the language that the markup says it is in. */
function spoken(page: string): { text: string; lang: string }[] {
  const found: { text: string; lang: string }[] = [];
  const visit = (node: Node, lang: string): void => {
    if (node.nodeName === 'script' || node.nodeName === 'style') return;
    const attributes = 'attrs' in node ? new Map(node.attrs.map(({ name, value }) => [name, value])) : new Map<string, string>();
    const own = attributes.get('lang') ?? lang;
    for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'data-label', 'data-submit', 'data-none', 'data-failed', 'data-more'])
      if (attributes.has(name)) found.push({ text: attributes.get(name) ?? '', lang: own });
    if (node.nodeName === '#text' && 'value' in node) found.push({ text: node.value.trim(), lang: own });
    if ('childNodes' in node) for (const child of node.childNodes) visit(child, own);
  };
  visit(parse(page), '');
  return found;
}

it('leaves no English without saying that it is English, on any page of a locale that has no words of its own', async () => {
  const root = temporaryFolder();
  const out = join(root, 'site');
  const drafts = dayOfNews(root);
  for (const [slug, editions] of Object.entries(drafts))
    if (editions.es !== undefined && editions.uk !== undefined)
      drafts[slug] = { en: editions.en ?? '', sw: editions.uk, ckb: editions.ar ?? '' };
  const input = siteInput(root, drafts, { locales: ['en', 'sw', 'ckb'], strings: { en: uiStrings('en') }, publish: { perPage: 3 } });
  await buildSite(input, { out, search: async () => {} });
  const words = english.map(([, text]) => text.replace(/\{\{.*?\}\}.*/, '').trim()).filter((text) => text.length > 2);
  const isEnglish = (text: string) => words.some((word) => text === word || text.startsWith(`${word} `) || text.endsWith(` ${word}`));
  const pages = readPages(out).filter(({ path }) => /^\/(?:sw|ckb)\//.test(path));
  expect(pages.length).toBeGreaterThan(10);
  let seen = 0;
  for (const { path } of pages) {
    const file = siteFiles(out).find((one) => `/${one.replace(/index\.html$/, '')}` === path) ?? '';
    for (const { text, lang } of spoken(readFileSync(join(out, file), 'utf8')))
      if (isEnglish(text)) {
        expect([path, text, lang]).toEqual([path, text, 'en']);
        seen++;
      }
  }
  expect(seen).toBeGreaterThan(50);
});

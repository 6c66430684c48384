/** The configuration's keys: each says what it is for, its examples are right, and a mistaken one is answered with the right one. */

import { describe, expect, test } from 'vitest';
import { configKeys, keysAt } from '../../src/config/keys.ts';
import { parseConfig } from '../../src/config.ts';

const least = { sourceLocale: 'en', targetLocales: ['es', 'uk', 'ca', 'pt-BR', 'zh-Hans'] };
const collection = { source: 'a/{slug}.md', edition: 'a/{locale}/{slug}.md' };
/** What a member of a list cannot be without. */
const LISTS: Readonly<Record<string, object>> = { sources: collection, strings: { edition: 'i18n/{locale}/{namespace}.json' } };

/** A configuration that holds a value at a key path such as `sources[].edition`. */
function holding(path: string, value: unknown): object {
  const [first = '', ...rest] = path.split('.');
  const inner = rest.length === 0 ? value : first.endsWith('[]') ? [holding(rest.join('.'), value)] : holding(rest.join('.'), value);
  const name = first.replace('[]', '');
  if (name === '*') return { es: inner };
  const whole = rest.length > 0 && name in LISTS ? [{ ...LISTS[name], ...(inner as object[])[0] }] : inner;
  return { [name]: whole };
}

const other = (path: string) =>
  /\.(?:aff|dic)$/.test(path)
    ? { aff: 'a', dic: 'b' }
    : /states\.\w+\.(?:publish|note)$/.test(path)
      ? { publish: 'index', note: false }
      : path === 'store.pooled'
        ? { url: 'postgres://db.example.org/dragoman' }
        : undefined;

describe('every key', () => {
  test.each(configKeys().map(({ path, node }) => [path, node] as const))('%s says what it is, and its examples are taken', (path, node) => {
    expect(node.description).toMatch(/\.$/);
    expect(node.examples?.length).toBeGreaterThan(0);
    for (const example of node.examples ?? []) {
      const around = other(path);
      const config =
        around === undefined
          ? holding(path, example)
          : holding(path.replace(/\.\w+$/, ''), { ...around, [path.split('.').at(-1) ?? '']: example });
      expect(() => parseConfig({ ...least, ...config }, 'dragoman.config.json')).not.toThrow();
    }
  });
});

test.each([
  [{ targetLocale: ['es'] }, 'Did you mean "targetLocales"?'],
  [{ articles: 'x' }, 'Did you mean "paths.articles"?'],
  [{ paths: { artcles: 'x' } }, 'Did you mean "articles"?'],
  [{ sources: [{ ...collection, exlude: [] }] }, 'Did you mean "exclude"?'],
  [{ checks: { termz: 'off' } }, 'Did you mean "terms"?'],
  [{ baseUrl: 'x' }, 'Did you mean "publish.baseUrl"?'],
  [{ nonsenseOfNobody: 1 }, 'Correct the name or remove the key.'],
])('%o is answered with %s', (config, help) => {
  expect(() => parseConfig({ ...least, ...config }, 'dragoman.config.json')).toThrow(expect.objectContaining({ help }));
});

test.each(['/{Locale}/{slug}/', '{date:YYYY}', '{nosuch}'])(
  '%s names nothing that could be filled in: it would be published as it is',
  (permalink) => {
    for (const config of [{ frontMatter: { set: { permalink } } }, { sources: [{ ...collection, frontMatter: { set: { permalink } } }] }])
      expect(() => parseConfig({ ...least, ...config }, 'dragoman.config.json')).toThrow(
        expect.objectContaining({ expected: expect.stringContaining('locale, sourceLocale') }),
      );
    expect(() => parseConfig({ ...least, frontMatter: { set: { a: '{{ page }} {year}' } } }, 'dragoman.config.json')).not.toThrow();
  },
);

test('one address for the editions of all locales is refused: of pages at one address a site has one', () => {
  const given = (set: object, more: object = {}) => ({ ...least, frontMatter: { set }, ...more });
  for (const set of [{ permalink: '/p/{slug}/' }, { url: '/{year}/{slug}' }, { slug: 'p/{slug}' }])
    expect(() => parseConfig(given(set), 'dragoman.config.json')).toThrow('gives all locales one address');
  for (const config of [
    given({ permalink: '/{locale}/{slug}/', url: 'below-the-language', slug: '{slug}', lang: '{locale}' }),
    given({ permalink: '/:lang/{slug}/' }),
    given({ permalink: '/p/{slug}/' }, { targetLocales: ['es'] }),
    given({ permalink: '/p/{slug}/' }, { checks: { address: 'off' } }),
  ])
    expect(() => parseConfig(config, 'dragoman.config.json')).not.toThrow();
});

test('the keys within a list are known', () => {
  expect(keysAt(['sources', 0])).toContain('edition');
  expect(keysAt(['sources', 0, 'select'])).toEqual(['drafts', 'optIn', 'since']);
});

test('a key that has to be there, misspelled, is answered with its name: not as missing', () => {
  for (const [misspelled, meant] of [
    [{ sourceLocale: 'en', targetLocale: ['es'] }, 'targetLocales'],
    [{ sourcelocale: 'en', targetLocales: ['es'] }, 'sourceLocale'],
    [{ ...least, sources: [{ source: 'a/{slug}.md', editions: 'a/{locale}/{slug}.md' }] }, 'edition'],
  ] as const)
    expect(() => parseConfig(misspelled, 'dragoman.config.json')).toThrow(
      expect.objectContaining({ message: expect.stringContaining('unknown key'), help: `Did you mean "${meant}"?` }),
    );
});

describe('globs', () => {
  const globs = (...exclude: string[]) => parseConfig({ ...least, sources: [{ ...collection, exclude }] }, 'dragoman.config.json');

  test.each([
    ['stars', '*a*a*a*b'],
    ['folders', '**/a/**/a/**/a/**/b'],
    ['choices', '{a,b}'.repeat(15)],
    ['choices within choices', `${'{a,'.repeat(15)}${'}'.repeat(15)}`],
    ['ranges', '{1..1000000}'],
    ['ranges of letters', '{a..z}'.repeat(5)],
    ['repetitions', '+(+(a|b)|c)d'],
    ['brackets', '['.repeat(1_000)],
  ])('%s that would take for ever to compare are refused', (_, glob) => {
    expect(() => globs('drafts/**', glob)).toThrow(/"sources\.0\.exclude\.1"/);
  });

  test('those that people write are taken', () => {
    expect(() =>
      globs('**/README', '**/_*/**', '{blog,news}/**/{draft,wip}-*', '[a-c]?/**/*.old', '!(news)/**', '{01..12}/*-*-*'),
    ).not.toThrow();
  });
});

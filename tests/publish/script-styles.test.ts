import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { scriptCss, scriptStyles } from '../../src/publish/page/script-styles.ts';

/** What the cascade gives a locale: the last row with a range that covers it. */
function styleOf(locale: string) {
  const covers = (range: string) => locale === range || locale.startsWith(`${range}-`);
  return scriptStyles.findLast(({ languages }) => languages.some(covers));
}

it.each([
  ['ar', 'Noto Naskh Arabic'],
  ['ar-EG', 'Noto Naskh Arabic'],
  ['fa', 'Vazirmatn'],
  ['ur', 'Noto Nastaliq Urdu'],
  ['he', 'Noto Serif Hebrew'],
  ['hi', 'Noto Serif Devanagari'],
  ['bn', 'Noto Serif Bengali'],
  ['ta', 'Noto Serif Tamil'],
  ['th', 'Noto Serif Thai'],
  ['km', 'Noto Serif Khmer'],
  ['my', 'Noto Serif Myanmar'],
  ['ja', 'Noto Serif CJK JP'],
  ['ko', 'Noto Serif CJK KR'],
  ['zh', 'Noto Serif CJK SC'],
  ['zh-Hans', 'Noto Serif CJK SC'],
  ['zh-Hant', 'Noto Serif CJK TC'],
  ['zh-TW', 'Noto Serif CJK TC'],
  ['zh-HK', 'Noto Serif CJK HK'],
])('%s is set in %s', (locale, font) => {
  expect(styleOf(locale)?.serif).toContain(font);
});

it('leaves Latin, Greek and Cyrillic to the first rule', () => {
  expect(['en', 'es', 'el', 'uk', 'sr-Latn', 'az'].map(styleOf)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect(scriptCss().startsWith(':root, :where([lang]) {\n  --serif: "Source Serif 4"')).toBe(true);
});

it('gives tall scripts room between the lines of a headline, and slants none that has no slant', () => {
  for (const locale of ['ar', 'fa', 'ur', 'hi', 'bn', 'ta', 'th', 'lo', 'km', 'my', 'si', 'ja'])
    expect([locale, (styleOf(locale)?.tight ?? 0) >= 1.35, styleOf(locale)?.italic]).toEqual([locale, true, false]);
  expect(scriptStyles.filter(({ italic, emphasis }) => italic === false && (emphasis ?? 'italic') === 'italic')).toEqual([]);
  expect(scriptStyles.filter(({ tracking, languages }) => /ar|fa|ur|hi|th/.test(languages.join()) && tracking !== '0')).toEqual([]);
});

it.each(['style', 'magazine'])('%s.css sets no span below an element that holds words of an author: figures in them are such', (name) => {
  const css = readFileSync(new URL(`../../src/publish/page/assets/${name}.css`, import.meta.url), 'utf8').replace(/\/\*.*?\*\//gs, '');
  const selectors = [...css.matchAll(/(?:^|[}{])\s*([^{}@]+)\{/g)].flatMap(([, list = '']) => list.split(','));
  expect(selectors.length).toBeGreaterThan(20);
  expect(selectors.filter((selector) => /[\w\])]\s+span\s*$/.test(selector))).toEqual([]);
});

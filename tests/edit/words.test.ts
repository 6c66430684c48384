import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LANGUAGES, languageFor } from '../../src/edit/words.ts';

const stringsOf = (language: string): Record<string, string> => {
  const flat: Record<string, string> = {};
  const visit = (tree: object, prefix: string) => {
    for (const [key, value] of Object.entries(tree)) {
      if (typeof value === 'string') flat[prefix + key] = value;
      else visit(value as object, `${prefix}${key}.`);
    }
  };
  visit(JSON.parse(readFileSync(new URL(`../../locales/${language}/edit.json`, import.meta.url), 'utf8')), '');
  return flat;
};
const PLURAL = /_(zero|one|two|few|many|other)$/;
const names = (text: string) => [...text.matchAll(/\{\{(\w+)/g)].map((match) => match[1]).filter((name) => name !== 'count');

test.each(LANGUAGES)('%s has every string, in every plural form of its own, with the same values in it', (language) => {
  const [english, own] = [stringsOf('en'), stringsOf(language)];
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const wanted = Object.keys(english).flatMap((key) => (PLURAL.test(key) ? forms.map((form) => key.replace(PLURAL, `_${form}`)) : [key]));
  expect(Object.keys(own).sort()).toEqual([...new Set(wanted)].sort());
  for (const [key, text] of Object.entries(own)) {
    const model = english[key] ?? english[key.replace(PLURAL, '_other')] ?? '';
    if (text !== '' && !/_(zero|one|two)$/.test(key)) expect([key, names(text).sort()]).toEqual([key, names(model).sort()]);
  }
});

test('the language is the chosen one, else the first that the browser asks for', () => {
  expect(languageFor(undefined, 'de-DE,de;q=0.9,uk;q=0.5,en;q=0.7')).toBe('en');
  expect(languageFor(undefined, 'es-MX')).toBe('es');
  expect(languageFor('ja', 'es')).toBe('ja');
  expect(languageFor('xx', undefined)).toBe('en');
});

import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findingSays } from '../../src/edit/finding-says.ts';
import { findingForms, LANGUAGES, languageFor, pageWords } from '../../src/edit/words.ts';
import { worded } from '../../src/text/worded.ts';

const stringsOf = (language: string): Record<string, string> => {
  const flat: Record<string, string> = {};
  const visit = (tree: object, prefix: string) => {
    for (const [key, value] of Object.entries(tree)) {
      if (typeof value === 'string') flat[prefix + key] = value;
      else visit(value as object, `${prefix}${key}.`);
    }
  };
  const { findings: _, ...own } = JSON.parse(readFileSync(new URL(`../../locales/${language}/edit.json`, import.meta.url), 'utf8'));
  visit(own, '');
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

/** Every form of `worded` in the sources: the template with `{{0}}`, `{{1}}` for its values. */
function formsOfSources(): string[] {
  const texts = globSync('src/**/*.ts').map((file) => readFileSync(file, 'utf8'));
  const value = /\$\{(?:[^{}`]|`[^`]*`|\{[^}]*\})*\}/g;
  const found = texts.flatMap((text) => [...text.matchAll(/worded`((?:[^`\\$]|\$(?!\{)|\$\{(?:[^{}`]|`[^`]*`|\{[^}]*\})*\})*)`/g)]);
  expect(found).toHaveLength(texts.reduce((sum, text) => sum + text.split('worded`').length - 1, 0));
  return [
    ...new Set(
      found.map(([, template = '']) => {
        let at = 0;
        return template.replace(value, () => `{{${at++}}}`);
      }),
    ),
  ].sort();
}

test.each(LANGUAGES.filter((language) => language !== 'en'))('%s says whatever a finding can say, with all its values', (language) => {
  const forms = findingForms(language);
  expect(Object.keys(forms).sort()).toEqual(formsOfSources());
  const holes = (text: string) => [...new Set(text.match(/\{\{\d+\}\}/g))].sort();
  for (const [form, own] of Object.entries(forms)) expect([form, holes(own)]).toEqual([form, holes(form)]);
});

test('a message within a message and a language are in the language of the page; what it has no words for is in English', () => {
  const lost = worded`${worded`The footnote`} ${'[^1]'} is lost`;
  expect(findingSays(lost, 'es', findingForms('es'))).toEqual({ message: 'Falta la nota al pie [^1]', language: 'es' });
  expect(findingSays(lost, 'en', findingForms('en'))).toEqual({ message: 'The footnote [^1] is lost', language: 'en' });
  const other = worded`The segment seems to be in ${{ language: 'pt' }}`;
  expect(other.message).toBe('The segment seems to be in Portuguese');
  expect(findingSays(other, 'uk', findingForms('uk')).message).toBe('Здається, сегмент іншою мовою: португальська');
  // A value stays as it is written among words that run the other way.
  expect(findingSays(worded`The bracket ${'('} has no partner`, 'ar', findingForms('ar')).message).toBe('القوس \u2068(\u2069 بلا قرين');
  expect(findingSays({ message: 'x' }, 'es', findingForms('es'))).toEqual({ message: 'x', language: 'en' });
});

test('what is put into a sentence keeps its own direction where that may be the other one', () => {
  const author = 'Ana Soler <ana@example.org>';
  expect(pageWords('en')('commit.as', { author })).toBe(`As ${author}`);
  expect(pageWords('ar')('commit.as', { author })).toContain(`\u2068${author}\u2069`);
  expect(pageWords('en')('answer.changed', { text: 'مرحبا.' })).toContain('It says now: \u2068مرحبا.\u2069 Your');
  // A number has no letters.
  expect(pageWords('ar')('count.drafts', { count: 12 })).not.toContain('\u2068');
});

/** A language's file is all that the program knows of it, and is loaded when the language is first asked about. */

import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { elided } from '../../src/glossary/elision.ts';
import { inflectionOf } from '../../src/glossary/inflection.ts';
import { languageOf, regionOf, tagOf } from '../../src/languages/lookup.ts';
import { scalesOf } from '../../src/numbers/scales.ts';
import { sentenceRules } from '../../src/sentences/rules.ts';

const require = createRequire(import.meta.url);
const TAGS = readdirSync('src/languages')
  .filter((name) => /^[a-z]{2,3}\.ts$/.test(name))
  .map((name) => name.slice(0, -3));

describe('a language is one file', () => {
  test('its rooms compile what it says', () => {
    expect(sentenceRules('de-AT').classes.get('z.b')).toBe('joins');
    expect(inflectionOf('uk').slots).toBe(true);
    expect(scalesOf('ja')?.all[0]?.factor).toBeGreaterThan(1);
    expect(languageOf('fi').length).toEqual({ ratio: 1.07, spread: 1.2 });
  });

  test.each(TAGS)('%s is a real tag, and every part of it compiles', (tag) => {
    expect(Intl.getCanonicalLocales(tag)).toEqual([tag]);
    expect(languageOf(tag)).not.toEqual({});
    expect(sentenceRules(tag).classes.size).toBeGreaterThan(0);
    expect(inflectionOf(tag).tag).toBe(tag);
    for (const { pattern } of scalesOf(tag)?.all ?? []) expect(pattern.test('')).toBe(false);
    const { speller } = languageOf(tag).numbers ?? {};
    if (speller !== undefined) expect(() => require.resolve(`n2words/${speller}`)).not.toThrow();
  });

  test('locales of one language are one object; a tag without a file knows nothing, and no path is read by its name', () => {
    expect(languageOf('pt_BR')).toBe(languageOf('pt'));
    expect(languageOf('nn')).toBe(languageOf('nb'));
    expect(languageOf('tlh')).toEqual({});
    expect(languageOf('../errors')).toEqual({});
    expect(languageOf('lookup')).toEqual({});
  });

  test('tag and region of a locale', () => {
    expect([tagOf('zh-Hant-TW'), regionOf('zh-Hant-TW')]).toEqual(['zh', 'TW']);
    expect([tagOf('ES_419'), regionOf('ES_419')]).toEqual(['es', '419']);
    expect([tagOf('fr'), regionOf('fr')]).toEqual(['fr', undefined]);
    expect(regionOf('ca-valencia')).toBeUndefined();
  });

  test('the command line loads none until one is asked about', () => {
    const script = `
      import { registerHooks } from 'node:module';
      const seen = [];
      registerHooks({ load(url, context, next) { if (/languages\\/[a-z]{2,3}\\.ts$/.test(url)) seen.push(url); return next(url, context); } });
      process.argv[2] = '--help';
      await import('./src/cli/main.ts');
      console.error('loaded ' + seen.length);
      const { sentences } = await import('./src/sentences.ts');
      sentences('Hola. Adiós.', 'es');
      console.error('then ' + seen.length);`;
    const { stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    expect(stderr).toContain('loaded 0');
    expect(stderr).toContain('then 1');
  });
});

describe('what a name does to the word before it', () => {
  test.each([
    ['fr', 'la ville de ', 'Istanbul', 'la ville d’'],
    ['fr', 'la ville d’', 'Londres', 'la ville de '],
    ['ca', "la ciutat d'", 'Londres', 'la ciutat de '],
    ['ca', 'De ', 'Atenes', "D'"],
    ['it', 'il presidente della ', 'Ucraina', 'il presidente dell’'],
    ['it', 'Nella ', 'Albania', 'Nell’'],
    ['it', 'della ', 'Russia', undefined],
    ['it', 'la città di ', 'Istanbul', undefined],
    ['it', 'dello ', 'Iemen', undefined],
    ['es', 'la ciudad de ', 'Estambul', undefined],
    ['fr', 'le mode ', 'Istanbul', undefined],
  ])('%s: %j before %s', (locale, before, name, expected) => {
    expect(elided(before, name, locale)).toBe(expected);
  });
});

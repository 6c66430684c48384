import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { azureEngine } from '../../src/engines/azure.ts';
import { deeplEngine } from '../../src/engines/deepl.ts';
import { codeOf, type Provider } from '../../src/engines/locale-codes.ts';

const table = (provider: Provider, rows: Readonly<Record<string, string | undefined>>) =>
  test.each(Object.entries(rows))(`${provider}: %s is %s`, (locale, code) => expect(codeOf(provider, locale)).toBe(code));

describe('locales by provider; undefined where it has no such variety or script', () => {
  table('google', {
    es: 'es',
    'es-MX': 'es',
    'ca-valencia': 'ca',
    pt: 'pt-BR',
    'pt-BR': 'pt-BR',
    'pt-AO': 'pt-PT',
    fr: 'fr',
    'fr-BE': 'fr',
    'fr-CA': 'fr-CA',
    zh: 'zh-CN',
    'zh-Hans': 'zh-CN',
    'zh-SG': 'zh-CN',
    'zh-TW': 'zh-TW',
    'zh-HK': 'zh-TW',
    'zh-Hant': 'zh-TW',
    nb: 'no',
    no: 'no',
    nn: undefined,
    sr: 'sr',
    'sr-Latn': undefined,
    tl: 'tl',
    fil: 'tl',
    iw: 'he',
    in: 'id',
    'pa-PK': 'pa-Arab',
    'az-Arab': undefined,
    'uz-Cyrl': undefined,
    uk: 'uk',
    yue: 'yue',
    'yue-HK': 'yue',
    'zh-Hant-TW': 'zh-TW',
    'zh-Hant-HK': 'zh-TW',
    'zh-MO': 'zh-TW',
    'es-419': 'es',
    'en-AU': 'en',
    'nb-NO': 'no',
    'sr-Cyrl-BA': 'sr',
    'sr-ME': undefined,
    fa: 'fa',
    'fa-AF': 'fa-AF',
    gom: 'gom',
    'ar-EG': 'ar',
    'de-AT': 'de',
    'pt-MO': 'pt-PT',
  });
  table('deepl', {
    en: 'en-US',
    'en-AU': 'en-GB',
    'en-PH': 'en-US',
    pt: 'pt-BR',
    'pt-MZ': 'pt-PT',
    es: 'es',
    'es-ES': 'es',
    'es-AR': 'es-419',
    'es-419': 'es-419',
    zh: 'zh-HANS',
    'zh-HK': 'zh-HANT',
    'zh-Hant': 'zh-HANT',
    nb: 'nb',
    no: 'nb',
    nn: undefined,
    sr: 'sr',
    'sr-Latn': undefined,
    'de-AT': 'de',
    'fr-CA': 'fr',
    yue: 'yue',
    'zh-Hant-TW': 'zh-HANT',
    'pt-AO': 'pt-PT',
    fil: 'tl',
    tl: 'tl',
    iw: 'he',
    in: 'id',
    ku: 'kmr',
    ckb: 'ckb',
    fa: 'fa',
    'fa-AF': 'prs',
  });
  table('azure', {
    pt: 'pt',
    'pt-BR': 'pt',
    'pt-PT': 'pt-pt',
    'fr-CA': 'fr-ca',
    fr: 'fr',
    sr: 'sr-Cyrl',
    'sr-Latn': 'sr-Latn',
    'sr-ME': 'sr-Latn',
    'zh-HK': 'zh-Hant',
    zh: 'zh-Hans',
    no: 'nb',
    nb: 'nb',
    ku: 'kmr',
    ckb: 'ku',
    fil: 'fil',
    mn: 'mn-Cyrl',
    yue: 'yue',
    he: 'he',
    'zh-Hant-TW': 'zh-Hant',
    'pt-AO': 'pt-pt',
    'es-419': 'es',
    'en-AU': 'en',
    nn: undefined,
    tl: 'fil',
    iw: 'he',
    in: 'id',
    'fa-AF': 'prs',
    lg: 'lug',
    ny: 'nya',
    rn: 'run',
    gom: 'gom',
  });
  table('libretranslate', {
    pt: 'pt-BR',
    'pt-PT': 'pt',
    'zh-TW': 'zh-Hant',
    zh: 'zh-Hans',
    fil: 'tl',
    no: 'nb',
    nb: 'nb',
    'sr-Latn': undefined,
    'es-MX': 'es',
    'pt-AO': 'pt',
    'zh-HK': 'zh-Hant',
    nn: undefined,
    iw: 'he',
    in: 'id',
    'en-AU': 'en',
  });

  /** The list is in the client's own types, and so as new as the client. */
  test("every code for DeepL is one of its client's, wherever the client has the language at all", () => {
    const types = readFileSync(join(import.meta.dirname, '../../node_modules/deepl-node/dist/types.d.ts'), 'utf8');
    const list = (name: string) =>
      [...(new RegExp(`type ${name} = ([^;]*);`).exec(types)?.[1] ?? '').matchAll(/'([\w-]+)'/g)].map(([, code]) => code);
    const [common, sources, targets] = [list('CommonLanguageCode'), list('SourceLanguageCode'), list('TargetLanguageCode')];
    expect(common.length).toBeGreaterThan(30);
    const known = new Set([...common, ...targets]);
    const languages = [...known].map((code) => new Intl.Locale(code as string).language);
    const places = ['', ...['US', 'GB', 'AU', 'MX', 'BR', 'PT', 'AO', 'CA', 'TW', 'HK', 'AT', 'AF', 'NO'].map((region) => `-${region}`)];
    for (const locale of new Set([...languages, 'no', 'fil', 'ku', 'iw', 'in'])
      .values()
      .flatMap((one) => places.map((place) => one + place))) {
      const code = codeOf('deepl', locale);
      if (code !== undefined) expect([locale, known.has(code)]).toEqual([locale, true]);
      const source = codeOf('deepl', locale, 'source');
      if (source !== undefined) expect([locale, common.includes(source) || sources.includes(source)]).toEqual([locale, true]);
    }
  });

  test('DeepL takes a source by its language', () => {
    expect(['en-GB', 'zh-HK', 'pt-BR', 'no'].map((locale) => codeOf('deepl', locale, 'source'))).toEqual(['en', 'zh', 'pt', 'nb']);
  });
});

test('a pair that a provider lacks is refused before anything is sent', async () => {
  const deepl = deeplEngine({}, { DEEPL_AUTH_KEY: 'key' });
  expect(deepl.refuses?.('en', 'es')).toBeUndefined();
  expect(deepl.refuses?.('en', 'sr-Latn')).toMatchObject({ name: 'KnownError', got: 'sr-Latn (sr in Latn)' });
  const asked = deepl.translate({ texts: ['Hello.'], from: 'en', to: 'sr-Latn' }, new AbortController().signal);
  await expect(asked).rejects.toMatchObject({ kind: 'stopped', pairOnly: true });
  expect(azureEngine({}, { AZURE_TRANSLATOR_KEY: 'key' }).refuses?.('en', 'sr-Latn')).toBeUndefined();
});

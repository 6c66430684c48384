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

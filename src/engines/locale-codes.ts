/**
 * Locales as the providers name them. A locale is completed by CLDR (`Intl.Locale.maximize`: zh-HK is zh-Hant-HK, pt is pt-Latn-BR),
 * and what a provider writes in another script than the locale's is not taken for it.
 */

import { EngineError, KnownError } from '../errors.ts';

export type Provider = 'google' | 'deepl' | 'azure' | 'libretranslate';

/** What a provider's code means, as BCP 47, and the code. */
type Codes = Readonly<Record<string, string>>;

/**
 * Languages whose codes are not simply the language's tag, by provider; no code at all where the provider has only another variety
 * of the language. Sources: Google Cloud Translation "Language support", DeepL API "Languages supported" (and its client's types, which
 * the tests read), Azure Translator "Language support", LibreTranslate `/languages`.
 */
const TABLE: Readonly<Record<Provider, Readonly<Record<string, Codes>>>> = {
  google: {
    zh: { 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW' },
    pt: { 'pt-BR': 'pt-BR', 'pt-PT': 'pt-PT' },
    fr: { 'fr-FR': 'fr', 'fr-CA': 'fr-CA' },
    nb: { nb: 'no' },
    no: { no: 'no' },
    nn: {},
    fil: { fil: 'tl' },
    fa: { fa: 'fa', 'fa-AF': 'fa-AF' },
    kok: { kok: 'gom' },
    pa: { 'pa-Guru': 'pa', 'pa-Arab': 'pa-Arab' },
    ms: { 'ms-Latn': 'ms', 'ms-Arab': 'ms-Arab' },
    mni: { 'mni-Beng': 'mni-Mtei', 'mni-Mtei': 'mni-Mtei' },
  },
  deepl: {
    zh: { 'zh-Hans': 'zh-HANS', 'zh-Hant': 'zh-HANT' },
    pt: { 'pt-BR': 'pt-BR', 'pt-PT': 'pt-PT' },
    en: { 'en-US': 'en-US', 'en-GB': 'en-GB' },
    es: { 'es-ES': 'es', 'es-419': 'es-419' },
    fa: { fa: 'fa', 'fa-AF': 'prs' },
    fil: { fil: 'tl' },
    kok: { kok: 'gom' },
    ku: { 'ku-Latn': 'kmr' },
    no: { no: 'nb' },
    nn: {},
  },
  azure: {
    zh: { 'zh-Hans': 'zh-Hans', 'zh-Hant': 'zh-Hant' },
    pt: { 'pt-BR': 'pt', 'pt-PT': 'pt-pt' },
    fr: { 'fr-FR': 'fr', 'fr-CA': 'fr-ca' },
    sr: { 'sr-Cyrl': 'sr-Cyrl', 'sr-Latn': 'sr-Latn' },
    mn: { 'mn-Cyrl': 'mn-Cyrl', 'mn-Mong': 'mn-Mong' },
    iu: { 'iu-Cans': 'iu', 'iu-Latn': 'iu-Latn' },
    ku: { 'ku-Latn': 'kmr' },
    ckb: { ckb: 'ku' },
    fa: { fa: 'fa', 'fa-AF': 'prs' },
    kok: { kok: 'gom' },
    lg: { lg: 'lug' },
    ny: { ny: 'nya' },
    rn: { rn: 'run' },
    no: { no: 'nb' },
    nn: {},
  },
  libretranslate: {
    zh: { 'zh-Hans': 'zh-Hans', 'zh-Hant': 'zh-Hant' },
    pt: { 'pt-BR': 'pt-BR', 'pt-PT': 'pt' },
    fil: { fil: 'tl' },
    no: { no: 'nb' },
    nn: {},
  },
};

/** The variety that a region without one of its own writes (CLDR, "parentLocales"). */
const AMERICAS = new Set('AR BO BR BZ CL CO CR CU DO EC GT HN MX NI PA PE PR PY SV US UY VE 419'.split(' '));
const VARIETY: Readonly<Record<string, (region: string) => string>> = {
  pt: (region) => (region === 'BR' ? 'BR' : 'PT'),
  en: (region) => (region === 'US' || region === 'PR' || region === 'PH' ? 'US' : 'GB'),
  es: (region) => (AMERICAS.has(region) ? '419' : 'ES'),
  fr: (region) => (region === 'CA' ? 'CA' : 'FR'),
};

/** DeepL takes a source's language alone. */
const SOURCE_IS_LANGUAGE: ReadonlySet<Provider> = new Set(['deepl']);

/**
 * The provider's code for a locale.
 * @param locale BCP 47
 * @returns undefined where the provider has no such variety, or writes the language in another script
 */
export function codeOf(provider: Provider, locale: string, side: 'source' | 'target' = 'target'): string | undefined {
  const { language, script, region = '' } = new Intl.Locale(locale).maximize();
  const codes = TABLE[provider][language] ?? { [language]: language };
  const variety = VARIETY[language]?.(region) ?? region;
  const fitting = Object.keys(codes).filter((tag) => new Intl.Locale(tag).maximize().script === script);
  const found =
    fitting.find((tag) => new Intl.Locale(tag).region === variety) ?? fitting.find((tag) => new Intl.Locale(tag).region === undefined);
  const code = found === undefined ? undefined : codes[found];
  if (side === 'source' && SOURCE_IS_LANGUAGE.has(provider)) return code?.split('-')[0];
  return code;
}

/** Why a provider cannot translate a pair, told before anything is sent; undefined as far as its codes tell. */
export function refusesPair(provider: Provider, from: string, to: string): KnownError | undefined {
  const missing = codeOf(provider, from, 'source') === undefined ? from : codeOf(provider, to) === undefined ? to : undefined;
  if (missing === undefined) return undefined;
  const { language, script = '' } = new Intl.Locale(missing).maximize();
  const name = new Intl.DisplayNames('en', { type: 'language' }).of(missing) ?? missing;
  return new KnownError(`The engine "${provider}" has no ${name}`, {
    expected: `a locale whose variety and script it writes`,
    got: `${missing} (${language} in ${script})`,
    help: `Choose another engine for this locale: "engine": { "${missing}": "..." }.`,
  });
}

/** @throws EngineError `stopped`, for this pair alone, where the provider lacks one of the two */
export function codesOf(provider: Provider, from: string, to: string): { readonly source: string; readonly target: string } {
  const [source, target] = [codeOf(provider, from, 'source'), codeOf(provider, to)];
  if (source !== undefined && target !== undefined) return { source, target };
  const refused = refusesPair(provider, from, to);
  throw new EngineError('stopped', `${provider}: ${refused?.message ?? ''}`, { pairOnly: true, cause: refused });
}

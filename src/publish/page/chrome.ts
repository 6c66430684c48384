/** The site's own words in the reader's language: i18next over `ui.json`, with the source locale as fallback. */

import { createInstance, type TFunction } from 'i18next';
import type { Finding } from '../../finding.ts';
import { counted } from '../../text/counted.ts';

/** A word of the chrome by its key in `ui.json`. */
export interface Chrome {
  readonly locale: string;
  (key: string, values?: Readonly<Record<string, unknown>>): string;
  /** The language that a word is in, where it is not the page's own: the language lacks the word. */
  readonly language: (key: string) => string | undefined;
  /** Whether any language that may be shown has the word. */
  readonly has: (key: string) => boolean;
}

export interface Chromes {
  readonly in: (locale: string) => Chrome;
  readonly findings: readonly Finding[];
}

/**
 * @param strings i18next resources by locale, as `ui.json` holds them
 * @param sourceLocale what a missing string falls back to
 */
export function createChromes(strings: Readonly<Record<string, object>>, sourceLocale: string, locales: readonly string[]): Chromes {
  const i18n = createInstance();
  void i18n.init({
    lng: sourceLocale,
    fallbackLng: [...new Set([sourceLocale, 'en'])],
    resources: Object.fromEntries(Object.entries(strings).map(([locale, ui]) => [locale, { ui: withAllForms(ui, locale) }])),
    defaultNS: 'ui',
    ns: ['ui'],
    // Templates escape; twice escaped is wrong on the page.
    interpolation: { escapeValue: false },
    initAsync: false,
    showSupportNotice: false,
  } as Parameters<typeof i18n.init>[0]);
  const owned = new Map(Object.entries(strings).map(([locale, ui]) => [locale, new Set(keysOf(ui).map((key) => key.replace(PLURAL, '')))]));
  const chromeOf = (locale: string): Chrome => {
    const owner = (key: string) => [locale, sourceLocale, 'en'].find((one) => owned.get(one)?.has(key.replace(PLURAL, '')) === true);
    const language = (key: string) => (owner(key) === locale ? undefined : owner(key));
    return cached(locale, i18n.getFixedT(locale), language, (key) => owner(key) !== undefined);
  };
  const chromes = new Map(locales.map((locale) => [locale, chromeOf(locale)]));
  return {
    in: (locale) => chromes.get(locale) ?? chromeOf(locale),
    findings: locales.flatMap((locale) => missing(strings, sourceLocale, locale)),
  };
}

/** Words are looked up once a locale: the ten thousand pages of a site ask for the same ones, and for a few names and numbers. */
function cached(locale: string, t: TFunction, language: Chrome['language'], has: Chrome['has']): Chrome {
  const known = new Map<string, string>();
  const look = (key: string, values?: Readonly<Record<string, unknown>>): string => {
    const asked = values === undefined ? key : `${key} ${JSON.stringify(values)}`;
    const word = known.get(asked) ?? String(values === undefined ? t(key) : t(key, values));
    known.set(asked, word);
    return word;
  };
  return Object.assign(look, { locale, language, has });
}

const PLURAL = /_(zero|one|two|few|many|other)$/;

type Tree = Readonly<Record<string, unknown>>;

/** A language's strings in which a plural form that is missing is the general one: i18next would take another language's, or show the key. */
function withAllForms(ui: object, locale: string): Tree {
  const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  const fill = (tree: Tree): Tree => {
    const filled: { [key: string]: unknown } = {};
    for (const [key, value] of Object.entries(tree)) {
      if (key.endsWith('_other')) for (const form of forms) filled[key.replace(PLURAL, `_${form}`)] ??= value;
      filled[key] = typeof value === 'object' && value !== null ? fill(value as Tree) : value;
    }
    return filled;
  };
  return fill(ui as Tree);
}

/** One finding a locale that lacks strings of the source locale, or plural forms that its own language needs. */
function missing(strings: Readonly<Record<string, object>>, sourceLocale: string, locale: string): Finding[] {
  const wanted = new Set<string>();
  for (const key of keysOf(strings[sourceLocale] ?? strings.en ?? {})) {
    if (!PLURAL.test(key)) wanted.add(key);
    else for (const form of new Intl.PluralRules(locale).resolvedOptions().pluralCategories) wanted.add(key.replace(PLURAL, `_${form}`));
  }
  const own = new Set(keysOf(strings[locale] ?? {}));
  const lacking = [...wanted].filter((key) => !own.has(key)).sort();
  if (lacking.length === 0) return [];
  return [
    {
      check: 'strings',
      level: 'warning',
      locale,
      message: `ui.json of "${locale}" lacks ${counted(lacking.length, 'string')}; the site shows "${sourceLocale}" there`,
      expected: lacking.slice(0, 20),
    },
  ];
}

function keysOf(tree: object, prefix = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null ? keysOf(value as object, `${prefix}${key}.`) : [prefix + key],
  );
}

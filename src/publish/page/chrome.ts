/** The site's own words in the reader's language: i18next over `ui.json`, with the source locale as fallback. */

import { createInstance, type TFunction } from 'i18next';
import { counted } from '../../counted.ts';
import type { Finding } from '../../finding.ts';

/** A word of the chrome by its key in `ui.json`. */
export interface Chrome {
  readonly locale: string;
  (key: string, values?: Readonly<Record<string, unknown>>): string;
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
    resources: Object.fromEntries(Object.entries(strings).map(([locale, ui]) => [locale, { ui }])),
    defaultNS: 'ui',
    ns: ['ui'],
    // Templates escape; twice escaped is wrong on the page.
    interpolation: { escapeValue: false },
    initAsync: false,
    showSupportNotice: false,
  } as Parameters<typeof i18n.init>[0]);
  const chromes = new Map(locales.map((locale) => [locale, cached(locale, i18n.getFixedT(locale))]));
  return {
    in: (locale) => chromes.get(locale) ?? cached(locale, i18n.getFixedT(locale)),
    findings: locales.flatMap((locale) => missing(strings, sourceLocale, locale)),
  };
}

/** Words are looked up once a locale: the ten thousand pages of a site ask for the same ones, and for a few names and numbers. */
function cached(locale: string, t: TFunction): Chrome {
  const known = new Map<string, string>();
  const look = (key: string, values?: Readonly<Record<string, unknown>>): string => {
    const asked = values === undefined ? key : `${key} ${JSON.stringify(values)}`;
    const word = known.get(asked) ?? String(values === undefined ? t(key) : t(key, values));
    known.set(asked, word);
    return word;
  };
  return Object.assign(look, { locale });
}

/** One finding a locale that lacks strings of the source locale, or plural forms that its own language needs. */
function missing(strings: Readonly<Record<string, object>>, sourceLocale: string, locale: string): Finding[] {
  const wanted = new Set<string>();
  for (const key of keysOf(strings[sourceLocale] ?? strings.en ?? {})) {
    const plural = /^(.*)_(zero|one|two|few|many|other)$/.exec(key);
    if (plural === null) wanted.add(key);
    else for (const form of new Intl.PluralRules(locale).resolvedOptions().pluralCategories) wanted.add(`${plural[1]}_${form}`);
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

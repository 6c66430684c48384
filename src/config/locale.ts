/** What a locale is in a configuration. */

import { z } from 'zod';

export const localeSchema = z.string().refine(isLocale, { error: ({ input }) => expectedFor(String(input)) });

let known: Intl.DisplayNames | undefined;

/** Structurally valid (RFC 5646) and a language that CLDR has a name for; `Intl.getCanonicalLocales` alone takes `xx`. */
export function isLocale(tag: string): boolean {
  try {
    const { language } = new Intl.Locale(tag);
    known ??= new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
    return known.of(language) !== undefined;
  } catch {
    return false;
  }
}

/**
 * The one name that a locale has (RFC 5646, section 4.5), whether it is written with a code of three letters, an old one, an
 * underscore or in another case: `ca` for `cat`, `he` for `iw`, `pt-BR` for `pt_br`.
 * @returns undefined for what is no locale
 */
export function canonicalLocale(tag: string): string | undefined {
  const name = tag.replaceAll('_', '-');
  return isLocale(name) ? Intl.getCanonicalLocales(name)[0] : undefined;
}

function expectedFor(tag: string): string {
  const meant = canonicalLocale(tag) ?? languageOf(tag);
  return meant === undefined ? 'a BCP 47 locale such as "es" or "pt-BR"' : `a BCP 47 locale; did you mean "${meant}"?`;
}

/** Of a country, where its code was written for its language: `ja` for `jp`. */
function languageOf(country: string): string | undefined {
  if (!/^[a-z]{2}$/i.test(country)) return undefined;
  const { language } = new Intl.Locale(`und-${country}`).maximize();
  return language !== 'und' && language !== 'en' && isLocale(language) ? language : undefined;
}

/** What a locale is in a configuration. */

import { z } from 'zod';

export const localeSchema = z.string().refine(isLocale, { error: 'a BCP 47 locale such as "es" or "pt-BR"' });

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

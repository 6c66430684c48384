/** What a locale means for a page: direction, name, region, as ICU knows them. */

/** `rtl` for Arabic, Hebrew, Persian, Urdu and whatever else ICU writes from the right. */
export function direction(locale: string): 'ltr' | 'rtl' {
  // In ECMA-402 since 2025 (Intl Locale Info), not yet in TypeScript's library.
  const info = (new Intl.Locale(locale) as unknown as { getTextInfo(): { direction?: string } }).getTextInfo();
  return info.direction === 'rtl' ? 'rtl' : 'ltr';
}

/** The language's name in itself: `español`, `українська`, `日本語`. */
export function autonym(locale: string): string {
  return languageName(locale, locale);
}

/** The name of a language in another: `machine-translated from English`. */
export function languageName(locale: string, inLocale: string): string {
  return new Intl.DisplayNames([inLocale, 'en'], { type: 'language' }).of(locale) ?? locale;
}

/** Open Graph wants language and territory (`uk_UA`); a tag without territory gets its most likely one (CLDR likely subtags). */
export function openGraphLocale(locale: string): string {
  const { language, region } = new Intl.Locale(locale).maximize();
  return region === undefined ? language : `${language}_${region}`;
}

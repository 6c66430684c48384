/** What a locale means for a page: direction, name, region, as ICU knows them. */

/** ICU takes its time, and a site asks the same of a few locales on every page. */
function remembered<Value>(find: (locale: string, inLocale: string) => Value): (locale: string, inLocale?: string) => Value {
  const known = new Map<string, Value>();
  return (locale, inLocale = locale) => {
    const key = `${locale} ${inLocale}`;
    let value = known.get(key);
    if (value === undefined) {
      value = find(locale, inLocale);
      known.set(key, value);
    }
    return value;
  };
}

interface TextInfo {
  readonly direction?: string;
}

/** `rtl` for Arabic, Hebrew, Persian, Urdu and whatever else ICU writes from the right. */
export const direction = remembered((locale): 'ltr' | 'rtl' => {
  // In ECMA-402 since 2025 (Intl Locale Info), not yet in TypeScript's library; Node 22 has it as a property.
  const info = new Intl.Locale(locale) as unknown as { getTextInfo?(): TextInfo; textInfo?: TextInfo };
  return (info.getTextInfo?.() ?? info.textInfo)?.direction === 'rtl' ? 'rtl' : 'ltr';
});

/** The name of a language in another: `machine-translated from English`. */
export const languageName = remembered(
  (locale, inLocale) => new Intl.DisplayNames([inLocale, 'en'], { type: 'language' }).of(locale) ?? locale,
);

/** Open Graph wants language and territory (`uk_UA`); a tag without territory gets its most likely one (CLDR likely subtags). */
export const openGraphLocale = remembered((locale) => {
  const { language, region } = new Intl.Locale(locale).maximize();
  return region === undefined ? language : `${language}_${region}`;
});

/** The language's name in itself: `español`, `українська`, `日本語`. */
export function autonym(locale: string): string {
  return languageName(locale, locale);
}

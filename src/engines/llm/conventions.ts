/** How a locale writes, told to a language model in examples that the platform's own data (CLDR) gives. */

/** Lines for the instructions: the language with its variety and script, numbers, dates and quotation marks. */
export function conventionsOf(locale: string): string[] {
  const number = new Intl.NumberFormat(locale).format(1_234_567.89);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(0.125);
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date('2026-11-03T00:00:00Z'));
  return [
    `Numbers in running text are written as in ${number} and ${percent}, dates as in ${date}. The value of a number never changes: convert no units, currencies or time zones.`,
  ];
}

/** The English name of a locale with all that its tag says: `Brazilian Portuguese`, `Chinese (Traditional, Hong Kong)`. */
export function dialectName(locale: string): string {
  return new Intl.DisplayNames('en', { type: 'language', languageDisplay: 'dialect' }).of(locale) ?? locale;
}

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

/** Languages that are written in several scripts today: which one is meant is said, also where it is the usual one. */
const IN_SEVERAL_SCRIPTS: ReadonlySet<string> = new Set('az kk ku mn pa sd sr tg ug uz zh'.split(' '));

/** The English name of a locale with all that it means: `Brazilian Portuguese`, `Chinese (Traditional, Hong Kong SAR China)` for zh-HK. */
export function dialectName(locale: string): string {
  const { language, script } = new Intl.Locale(locale).maximize();
  const isUsual = script === new Intl.Locale(language).maximize().script;
  const isSaid = script !== undefined && (!isUsual || IN_SEVERAL_SCRIPTS.has(language));
  const tag = isSaid ? new Intl.Locale(locale, { script }).toString() : locale;
  return new Intl.DisplayNames('en', { type: 'language', languageDisplay: 'dialect' }).of(tag) ?? locale;
}

/** Words that the platform knows in most languages: countries, languages, currencies, months, weekdays. They teach a lexicon its first words. */

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** Two letters each: ISO 3166-1, and in lower case ISO 639-1. */
const CODES = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));

/** @returns names of the same things in two locales; none where the platform does not know one of them */
export function dictionary(from: string, to: string): { readonly source: string; readonly target: string }[] {
  const pairs: { source: string; target: string }[] = [];
  const add = (source: string | undefined, target: string | undefined) => {
    if (source !== undefined && target !== undefined) pairs.push({ source, target });
  };
  for (const [type, codes] of [
    ['region', CODES],
    ['language', CODES.map((code) => code.toLowerCase())],
    ['currency', Intl.supportedValuesOf('currency')],
  ] as const) {
    const [own, theirs] = [from, to].map((locale) => new Intl.DisplayNames(locale, { type, fallback: 'none' })) as [
      Intl.DisplayNames,
      Intl.DisplayNames,
    ];
    for (const code of codes) add(own.of(code), theirs.of(code));
  }
  for (let at = 0; at < 12; at++) add(...both(from, to, { month: at, day: 0 }, 'month'));
  for (let at = 0; at < 7; at++) add(...both(from, to, { month: 0, day: at }, 'weekday'));
  return pairs;
}

function both(from: string, to: string, { month, day }: { month: number; day: number }, part: 'month' | 'weekday'): [string, string] {
  const date = new Date(Date.UTC(2024, month, 1 + day));
  const name = (locale: string) => new Intl.DateTimeFormat(`${locale}-u-ca-gregory`, { timeZone: 'UTC', [part]: 'long' }).format(date);
  return [name(from), name(to)];
}

/** Words that the platform knows in most languages. They teach a lexicon its first words. */

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** Two letters each: ISO 3166-1, and in lower case ISO 639-1. */
const CODES = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));

interface WordPair {
  readonly source: string;
  readonly target: string;
}

/** @returns names of countries, languages, currencies, months and weekdays in two locales; none where the platform does not know one of them */
export function dictionary(from: string, to: string): WordPair[] {
  const { pairs, add } = pairing();
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

/** @returns common words in two locales: units, parts of time, days from today, great numbers; they have other meanings beside */
export function commonWords(from: string, to: string): WordPair[] {
  const { pairs, add } = pairing();
  for (const words of [unitIn, partOfTimeIn, fromTodayIn, greatNumberIn]) {
    const [own, theirs] = [words(from), words(to)];
    for (const [name, word] of own) add(word, theirs.get(name));
  }
  return pairs;
}

/** Whole ones only: `kilometer`, not `kilometer-per-hour`. */
function unitIn(locale: string): Map<string, string> {
  return new Map(
    Intl.supportedValuesOf('unit')
      .filter((unit) => !unit.includes('-'))
      .flatMap((unit) => {
        const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' });
        return [ONE, MANY].map((count) => [`${unit} ${count}`, said(format.formatToParts(count), 'unit')] as const);
      }),
  );
}

/** As a plural says it, and a singular. */
const [ONE, MANY] = [1, 5];

function partOfTimeIn(locale: string): Map<string, string> {
  const names = new Intl.DisplayNames(locale, { type: 'dateTimeField', fallback: 'none' });
  const parts = ['year', 'quarter', 'month', 'weekOfYear', 'day', 'hour', 'minute', 'second'];
  return new Map(parts.map((part) => [part, names.of(part) ?? '']));
}

function fromTodayIn(locale: string): Map<string, string> {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const units = ['day', 'week', 'month', 'year'] as const;
  return new Map(units.flatMap((unit) => [-1, 0, 1].map((count) => [`${unit} ${count}`, format.format(count, unit)])));
}

/** Those that both languages count in: `5 million` is `500万` elsewhere. */
function greatNumberIn(locale: string): Map<string, string> {
  const format = new Intl.NumberFormat(`${locale}-u-nu-latn`, { notation: 'compact', compactDisplay: 'long' });
  return new Map(
    [3, 6, 9, 12].flatMap((zeros) => {
      const parts = format.formatToParts(MANY * 10 ** zeros);
      return said(parts, 'integer') === String(MANY) ? [[`${zeros} zeros`, said(parts, 'compact')]] : [];
    }),
  );
}

function said(parts: readonly { readonly type: string; readonly value: string }[], type: string): string {
  return parts.flatMap((part) => (part.type === type ? [part.value] : [])).join(' ');
}

function pairing() {
  const pairs: WordPair[] = [];
  const add = (source: string | undefined, target: string | undefined) => {
    if (hasWords(source) && hasWords(target)) pairs.push({ source, target });
  };
  return { pairs, add };
}

function hasWords(text: string | undefined): text is string {
  return text !== undefined && /\p{L}/u.test(text);
}

function both(from: string, to: string, { month, day }: { month: number; day: number }, part: 'month' | 'weekday'): [string, string] {
  const date = new Date(Date.UTC(2024, month, 1 + day));
  const name = (locale: string) => new Intl.DateTimeFormat(`${locale}-u-ca-gregory`, { timeZone: 'UTC', [part]: 'long' }).format(date);
  return [name(from), name(to)];
}

/** Currencies that amounts are in: signs, ISO 4217 codes, and the words of each language, as ICU has them. */

import { languageOf } from '../languages/lookup.ts';
import { figures } from './figures.ts';
import { isSpelled } from './spelled.ts';

/**
 * Currencies that news calls by one word, by that word in English. Several countries' tell which word of a name it is: the one that
 * `US dollar` and `Australian dollar` share.
 */
const KINDS: Readonly<Record<string, string>> = {
  dollar: 'USD AUD CAD NZD HKD SGD',
  euro: 'EUR',
  pound: 'GBP EGP',
  yen: 'JPY',
  yuan: 'CNY',
  franc: 'CHF XAF XOF',
  peso: 'MXN ARS CLP COP PHP',
  krone: 'SEK NOK DKK ISK CZK',
  rouble: 'RUB BYN',
  rupee: 'INR PKR LKR',
  won: 'KRW KPW',
  lira: 'TRY',
  shekel: 'ILS',
  złoty: 'PLN',
  hryvnia: 'UAH',
  real: 'BRL',
  rand: 'ZAR',
  forint: 'HUF',
  baht: 'THB',
  leu: 'RON MDL',
  lev: 'BGN',
  dinar: 'RSD KWD JOD',
  dong: 'VND',
  tenge: 'KZT',
  rupiah: 'IDR',
  ringgit: 'MYR',
};

/** `¥` is both the yen's and the yuan's. */
const SIGNS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/(?<!R)\$|＄/, ['dollar']],
  [/R\$/, ['real']],
  [/€/, ['euro']],
  [/£/, ['pound']],
  [/[¥￥]/, ['yen', 'yuan']],
  [/₴/, ['hryvnia']],
  [/₽/, ['rouble']],
  [/₹/, ['rupee']],
  [/₩/, ['won']],
  [/₺/, ['lira']],
  [/₪/, ['shekel']],
  [/\bzł\b/u, ['złoty']],
  ...Object.entries(KINDS).map(([kind, codes]) => [new RegExp(`\\b(?:${codes.replaceAll(' ', '|')})\\b`), [kind]] as const),
];

/** What a text with one of the signs and codes holds, and most texts do not. */
const ANY_SIGN = /[$＄€£¥￥₴₽₹₩₺₪]|zł|[A-Z]{3}/;

/**
 * The currencies of the amounts in a text, each as the kinds that it may be. A sign or a code counts wherever it is; a word
 * counts right behind a number, since `pound`, `won` and `real` are other words too: a figure or, in languages with spaces, a word.
 */
export function currenciesIn(text: string, locale: string): readonly (readonly string[])[] {
  const key = `${locale} ${text}`;
  const known = recent.get(key);
  if (known !== undefined) return known;
  const found = withNamed(signsIn(text), text, locale, namesOf(locale));
  if (recent.size >= MOST_RECENT) recent.clear();
  recent.set(key, found);
  return found;
}

/** A source is asked for by each edition of its article. */
const recent = new Map<string, readonly (readonly string[])[]>();
const MOST_RECENT = 500;

/** Whether a text surely has an amount in one of some kinds; quicker than all its currencies. */
export function hasCurrency(text: string, locale: string, kinds: readonly string[]): boolean {
  const isAmong = (found: readonly (readonly string[])[]) => found.some((own) => own.some((kind) => kinds.includes(kind)));
  if (isAmong(signsIn(text))) return true;
  return kinds.some((kind) => isAmong(withNamed([], text, locale, namesOf(locale, kind))));
}

function signsIn(text: string): (readonly string[])[] {
  return ANY_SIGN.test(text) ? SIGNS.filter(([pattern]) => pattern.test(text)).map(([, kinds]) => kinds) : [];
}

function withNamed(found: (readonly string[])[], text: string, locale: string, names: Names): (readonly string[])[] {
  const plain = bare(text);
  const add = (at: number) => {
    const rest = plain.slice(at, at + LOOK_AHEAD);
    const named = names.any.test(rest) ? names.words.find(({ pattern }) => pattern.test(rest)) : undefined;
    if (named !== undefined && !found.some((kinds) => kinds.some((kind) => named.kinds.includes(kind)))) found.push(named.kinds);
  };
  if (/\p{Nd}/u.test(text))
    for (const { end } of figures(text, locale)) add(end + (names.between.exec(plain.slice(end, end + LOOK_AHEAD))?.[0].length ?? 0));
  if (names.inText !== undefined && plain.search(names.inText) >= 0)
    for (const { index, 0: word } of plain.matchAll(names.inText))
      if (spelledBefore(plain.slice(0, index), locale) >= (OTHER_WORDS.has(word) ? MANY : 2)) add(index);
  return found;
}

/** English words that are a currency's beside others': only behind thousands and more is it surely money. */
const OTHER_WORDS = new Set(['won', 'real', 'rand', 'dong', 'pound', 'pounds']);
const MANY = 1000;
/** Numbers that are a word, or end with one. */
const WORDS = [1e3, 1e6, 1e9, 1e12, 100, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 30, 40, 50, 60, 70, 80, 90];

/** The number that a text ends with in words, before a word of at most one kind (`million US`); 0 where it ends otherwise. */
function spelledBefore(text: string, locale: string): number {
  const words = text
    .slice(-LOOK_AHEAD)
    .replace(/[\s-]+(?:de|di|do|of|d['’])?\s*$/u, '')
    .split(/[\s\u00a0-]+/u)
    .slice(-2)
    .reverse();
  for (const word of words) {
    if (!/^[\p{L}\p{M}]+$/u.test(word)) return 0;
    const value = spelledNumber(word, locale);
    if (value !== 0) return value;
  }
  return 0;
}

/** Words before `won`, `real` and `level` come again and again; all are forgotten at once when they are many. */
const numberOfWord = new Map<string, number>();
const MOST_WORDS = 5000;

/** The number of `WORDS` that a word is, or ends with; 0 for other words. */
function spelledNumber(word: string, locale: string): number {
  const key = `${locale} ${word}`;
  const known = numberOfWord.get(key);
  if (known !== undefined) return known;
  const value = WORDS.find((one) => isSpelled(one, word, locale)) ?? 0;
  if (numberOfWord.size >= MOST_WORDS) numberOfWord.clear();
  numberOfWord.set(key, value);
  return value;
}

/** Characters behind a figure, and behind what links it to its currency. */
const LOOK_AHEAD = 40;

interface Names {
  readonly words: readonly { readonly kinds: readonly string[]; readonly pattern: RegExp }[];
  /** Any of these words. */
  readonly any: RegExp;
  /** The same anywhere; absent where words have no spaces between them. */
  readonly inText?: RegExp;
  /** What may come between a figure and its currency. */
  readonly between: RegExp;
}

const known = new Map<string, Names>();

/** A Korean currency of one syllable (`원`, `엔`), and what may follow it: other words begin with it. */
const SYLLABLE = /^\p{Script=Hangul}$/u;
const PARTICLE = '(?=(?:[이을은의에도만대씩]|으로|까지|부터|짜리|어치|가량|정도|이상|이하)?(?!\\p{L}))';

/** @param only kinds, for a part of the table: all of them take as long as the checks of a hundred sentences */
function namesOf(locale: string, only?: string): Names {
  const key = only === undefined ? locale : `${locale} ${only}`;
  const cached = known.get(key) ?? known.get(locale);
  if (cached !== undefined) return cached;
  const { unspaced } = languageOf(locale);
  const all = Object.entries(KINDS)
    .filter(([kind]) => only === undefined || only === kind)
    .map(([kind, codes]) => ({ kind, names: namesOfCodes(codes, locale) }));
  const first = headIsFirst(namesOfCodes(KINDS.dollar ?? '', locale));
  const words = all.flatMap(({ kind, names }) => {
    const heads = unspaced ? [denseHead(names)] : headsOf(names, first);
    return heads.filter((head) => head.length > (unspaced || SYLLABLE.test(head) ? 0 : 1)).map((head) => ({ kind, head }));
  });
  // One word for two currencies is either.
  const byHead = Map.groupBy(words, ({ head }) => head);
  const patternOf = (head: string) =>
    new RegExp(unspaced ? `^\\S{0,6}?${head}` : `^(?:\\p{L}+[\\s-]){0,1}${head}\\p{L}{0,4}(?!\\p{L})`, 'u');
  const heads = [...byHead.keys()].map((head) => (SYLLABLE.test(head) ? `${head}${PARTICLE}` : head)).join('|');
  const made: Names = {
    ...(unspaced !== true && heads !== '' && { inText: new RegExp(`(?<!\\p{L})(?:${heads})\\p{L}{0,4}(?!\\p{L})`, 'gu') }),
    words: [...byHead].map(([head, own]) => ({
      kinds: own.map(({ kind }) => kind),
      pattern: patternOf(SYLLABLE.test(head) ? `${head}${PARTICLE}` : head),
    })),
    any: patternOf(`(?:${heads})`),
    between: /^[\s\u00a0\u202f-]*(?:(?:de|di|do|of|na|av|af)\s+|d['’])?/u,
  };
  known.set(key, made);
  return made;
}

function namesOfCodes(codes: string, locale: string): string[][] {
  return codes.split(' ').map((code) => namesOfCode(code, locale));
}

const namesByCode = new Map<string, string[]>();

/** A currency's names, for one and for many, in lower case and without accents. */
function namesOfCode(code: string, locale: string): string[] {
  const key = `${locale} ${code}`;
  const cached = namesByCode.get(key);
  if (cached !== undefined) return cached;
  const format = new Intl.NumberFormat(`${locale}-u-nu-latn`, {
    style: 'currency',
    currency: code,
    currencyDisplay: 'name',
    minimumFractionDigits: 0,
  });
  const names = countsOf(locale).map((count) => format.formatToParts(count).findLast(({ type }) => type === 'currency')?.value ?? '');
  // Where ICU has no name it gives the code.
  const made = [...new Set(names.filter((name) => name !== code).map((name) => bare(name)))];
  namesByCode.set(key, made);
  return made;
}

/** Some of each plural category of ICU's languages. */
const COUNTS = [0, 1, 2, 3, 5, 6, 11, 100, 1.5];

/** One of each category that the locale has: a currency's name differs by category alone. */
function countsOf(locale: string): number[] {
  const rules = new Intl.PluralRules(locale);
  return [...new Map(COUNTS.map((count) => [rules.select(count), count])).values()];
}

/** Lower case without accents, of the same length where letters are single code units. */
function bare(text: string): string {
  return text.toLowerCase().replace(/[\u00c0-\u024f\u0370-\u03ff\u1e00-\u1fff]/g, (char) => char.normalize('NFD')[0] ?? char);
}

const wordsIn = (name: string) => name.match(/[\p{L}\p{M}]+/gu) ?? [];

/** Whether the word that a currency is called by comes first in its names (Spanish `dólar canadiense`), rather than last. */
function headIsFirst(names: readonly (readonly string[])[]): boolean {
  const firsts = new Set(names.map(([name]) => wordsIn(name ?? '')[0]?.slice(0, 4)));
  return firsts.size < names.length / 2;
}

/** The beginnings of the words that a kind of currency is called by, in all its forms. */
function headsOf(names: readonly (readonly string[])[], first: boolean): string[] {
  const several = names.filter((forms) => forms.length > 0);
  const counts = new Map<string, number>();
  for (const forms of several)
    for (const start of new Set(forms.flatMap((name) => wordsIn(name).map((word) => word.slice(0, 3)))))
      counts.set(start, (counts.get(start) ?? 0) + 1);
  const shared = [...counts]
    .filter(([start, count]) => several.length > 1 && count > several.length / 2 && start.length > 1)
    .map(([start]) => start);
  const heads = several.flatMap((forms) =>
    forms.map((name) => {
      const words = wordsIn(name);
      return (
        words.find((word) => shared.includes(word.slice(0, 3))) ??
        (shared.length > 0 || forms !== several[0] ? '' : first ? words[0] : words.at(-1)) ??
        ''
      );
    }),
  );
  // Forms that begin otherwise (fleeting vowels, article) are heads of their own.
  return [
    ...Map.groupBy(
      heads.filter((head) => head !== ''),
      (head) => head.slice(0, 3),
    ).values(),
  ]
    .map((group) => common(group, true))
    .map((head) => (head.length > 4 ? head.replace(/(?<=a)s[ıi]$|[aeiouyıаяоеиіыη]$/u, '') : head));
}

/** Without spaces between words: what all names of a kind end or begin with; one sign is too little unless it is a name by itself. */
function denseHead(names: readonly (readonly string[])[]): string {
  const all = names.flat();
  const shared = [common(all, false), common(all, true)].reduce((a, b) => (b.length > a.length ? b : a));
  return (shared.length > 1 || names.length === 1 ? shared : (names[0]?.[0] ?? '')).trim();
}

/** What all of some words begin with, or end with. */
function common(words: readonly string[], start: boolean): string {
  const turned = words.map((word) => (start ? word : [...word].reverse().join('')));
  const [one = ''] = turned;
  let length = one.length;
  for (const word of turned) while (!word.startsWith(one.slice(0, length))) length--;
  const part = one.slice(0, length);
  return start ? part : [...part].reverse().join('');
}

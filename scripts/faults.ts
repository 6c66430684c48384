/** Faults that engines, editors and slips of the hand make, sown into good translations. */

import type { Mark, Text } from '../src/article.ts';

export interface Pair {
  readonly source: Text;
  readonly target: Text;
}

interface Line {
  readonly source: string;
  readonly target: string;
  readonly locale: string;
  /** The next line. */
  readonly after: { readonly source: string; readonly target: string };
  /** The same line in another language. */
  readonly elsewhere: string;
  /** The same line in a language by its tag, where there is one. */
  readonly inLanguage: (locale: string) => string | undefined;
}

export interface Fault {
  readonly name: string;
  /** Share to be caught, in per cent; the bar over all is 90. */
  readonly least: number;
  /** Undefined where the line has nothing to spoil. */
  readonly sow: (line: Line, next: () => number) => Pair | undefined;
}

/** Mulberry32: the same faults in every run. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const LOOK_ALIKES: Record<string, string> = {
  a: 'а',
  e: 'е',
  o: 'о',
  c: 'с',
  p: 'р',
  x: 'х',
  i: 'і',
  A: 'А',
  E: 'Е',
  O: 'О',
  C: 'С',
  M: 'М',
  T: 'Т',
  H: 'Н',
  P: 'Р',
  B: 'В',
  а: 'a',
  е: 'e',
  о: 'o',
  с: 'c',
  р: 'p',
  х: 'x',
  і: 'i',
  А: 'A',
  Е: 'E',
  О: 'O',
  С: 'C',
  М: 'M',
  Т: 'T',
  Н: 'H',
  ο: 'o',
  ν: 'v',
  α: 'a',
  カ: '力',
  ロ: '口',
  ニ: '二',
  ト: '卜',
  ー: '一',
};
const QUOTATION = /"[^"]{8,}"|“[^”]{8,}”|„[^“”]{8,}[“”]|«[^»]{8,}»|「[^」]{4,}」/u;

export const FAULTS: readonly Fault[] = [
  {
    name: 'digit changed',
    least: 90,
    sow: ({ source, target }, next) =>
      spoiled(
        source,
        target,
        replaceOne(target, /\p{Nd}/gu, next, (digit) => other(digit, next)),
      ),
  },
  {
    name: 'number dropped',
    least: 85,
    sow: ({ source, target }, next) =>
      spoiled(
        source,
        target,
        replaceOne(target, /\p{Nd}+(?:[.,٫٬:]\p{Nd}+)*\s?/gu, next, () => ''),
      ),
  },
  {
    name: 'mark dropped',
    least: 100,
    sow: (line, next) => marked(line, next, '**', '**', (target, mark) => target.filter((piece) => piece !== mark)),
  },
  {
    name: 'sentence added',
    least: 90,
    sow: ({ source, target, after }) =>
      after.target.length < 20 ? undefined : { source: [source], target: [`${target} ${after.target}`] },
  },
  {
    name: 'sentence dropped',
    least: 90,
    sow: ({ source, target, after }, next) =>
      after.source.length < 40 || source.length < 40
        ? undefined
        : { source: [`${source} ${after.source}`], target: [next() < 0.5 ? target : after.target] },
  },
  {
    name: 'truncated',
    least: 85,
    sow: ({ source, target }, next) => (source.length < 40 ? undefined : { source: [source], target: [cut(target, 0.4 + 0.3 * next())] }),
  },
  {
    name: 'wrong language',
    least: 90,
    sow: ({ source, target, elsewhere }) =>
      target.length < 40 || elsewhere === target ? undefined : { source: [source], target: [elsewhere] },
  },
  {
    name: 'homoglyph',
    least: 100,
    sow: ({ source, target }, next) =>
      spoiled(
        source,
        target,
        replaceOne(
          target,
          /(?<=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}ァ-ヺ])[aeocpxiAEOCMTHPBаеосрхіАЕОСМТНοναカロニト](?=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}ァ-ヺー])/gu,
          next,
          (letter) => LOOK_ALIKES[letter] ?? letter,
        ),
      ),
  },
  {
    name: 'link changed',
    least: 100,
    sow: (line, next) =>
      marked(line, next, '[', '](https://example.org/2024/report)', (target, _, close) =>
        target.map((piece) => (piece === close ? { ...close, source: '](https://example.org/2025/report)' } : piece)),
      ),
  },
  {
    name: 'quotation dropped',
    least: 80,
    sow: ({ source, target }, next) => {
      if (!/"[^"]{8,}"/.test(source)) return undefined;
      return next() < 0.5
        ? spoiled(source, target, target.replace(QUOTATION, ''))
        : spoiled(source, target, target.replace(/["“”„«»「」]/gu, ''));
    },
  },
  {
    name: 'word doubled',
    least: 90,
    sow: ({ source, target, locale }, next) =>
      DOUBLING.has(locale)
        ? undefined
        : spoiled(
            source,
            target,
            replaceOne(target, /(?<=\s)\p{L}[\p{Ll}\p{Lo}\p{M}]+(?=\s)/gu, next, (word) => `${word} ${word}`),
          ),
  },
  {
    name: 'currency changed',
    least: 90,
    sow: (line) => spoiled(line.source, line.target, otherCurrency(line)),
  },
  {
    name: 'neighbour language',
    least: 90,
    sow: ({ source, locale, inLanguage }) => {
      const other = inLanguage(NEIGHBOURS[locale] ?? '');
      return other === undefined || other.length < 40 ? undefined : { source: [source], target: [other] };
    },
  },
  {
    name: 'word looped',
    least: 100,
    sow: ({ source, target }, next) =>
      spoiled(
        source,
        target,
        replaceOne(target, /(?<=\s)\p{L}{3,}(?=\s)/gu, next, (word) => `${word} ${word} ${word} ${word}`),
      ),
  },
];

/** Dollars, euros and pounds in the plural that follows a large number. */
const MONEY: Readonly<Record<string, readonly [string, string, string]>> = {
  ar: ['دولار', 'يورو', 'جنيه'],
  ca: ['dòlars', 'euros', 'lliures'],
  de: ['Dollar', 'Euro', 'Pfund'],
  es: ['dólares', 'euros', 'libras'],
  fr: ['dollars', 'euros', 'livres'],
  he: ['דולר', 'אירו', 'ליש"ט'],
  hi: ['डॉलर', 'यूरो', 'पाउंड'],
  ja: ['ドル', 'ユーロ', 'ポンド'],
  pl: ['dolarów', 'euro', 'funtów'],
  ru: ['долларов', 'евро', 'фунтов'],
  tr: ['dolar', 'euro', 'sterlin'],
  uk: ['доларів', 'євро', 'фунтів'],
  zh: ['美元', '欧元', '英镑'],
};

function otherCurrency({ source, target, locale }: Line): string | undefined {
  const names = MONEY[locale];
  if (names === undefined || !/[$€£]\s?\d/.test(source)) return undefined;
  const at = names.findIndex((name) => target.includes(name));
  return at < 0 ? undefined : target.replaceAll(names[at] as string, names[(at + 1) % 2] as string);
}

/** Locales that double words for grammar's sake, or write none apart. */
const DOUBLING = new Set(['tr', 'hi', 'ja', 'zh']);
const NEIGHBOURS: Readonly<Record<string, string>> = { uk: 'ru', ru: 'uk', es: 'ca', ca: 'es' };

function spoiled(source: string, target: string, bad: string | undefined): Pair | undefined {
  return bad === undefined || bad === target || bad.trim() === '' ? undefined : { source: [source], target: [bad] };
}

function replaceOne(text: string, pattern: RegExp, next: () => number, by: (match: string) => string): string | undefined {
  const matches = [...text.matchAll(pattern)];
  const match = matches[Math.floor(next() * matches.length)];
  return match === undefined ? undefined : text.slice(0, match.index) + by(match[0]) + text.slice(match.index + match[0].length);
}

function other(digit: string, next: () => number): string {
  const code = digit.codePointAt(0) as number;
  const value = [...'0123456789'].findIndex((_, offset) => !/\p{Nd}/u.test(String.fromCodePoint(code - offset - 1)));
  const zero = code - (/[0-9]/.test(digit) ? Number(digit) : Math.max(value, 0));
  const changed = (code - zero + 1 + Math.floor(next() * 9)) % 10;
  return String.fromCodePoint(zero + changed);
}

function cut(text: string, share: number): string {
  const at = Math.floor(text.length * share);
  const space = text.lastIndexOf(' ', at);
  return text.slice(0, space > at / 2 ? space : at);
}

/** A mark around a number or a name that both sides have, or around all words; then the target is spoiled. */
function marked(
  line: Line,
  next: () => number,
  opening: string,
  closing: string,
  spoil: (target: Text, open: Mark, close: Mark) => Text,
): Pair | undefined {
  const open: Mark = { role: 'open', id: '1', source: opening };
  const close: Mark = { role: 'close', id: '1', source: closing };
  const shared = (line.source.match(/[A-Z0-9][\p{L}\p{N}]+/gu) ?? []).filter((word) => line.target.includes(word));
  const word = shared[Math.floor(next() * shared.length)];
  const wrap = (text: string): Text => {
    const at = word === undefined ? -1 : text.indexOf(word);
    return at < 0 || word === undefined ? [open, text, close] : [text.slice(0, at), open, word, close, text.slice(at + word.length)];
  };
  return { source: wrap(line.source), target: spoil(wrap(line.target), open, close) };
}

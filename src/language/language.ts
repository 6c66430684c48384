/** Which language a text is in: by script, by the letters that only one of two neighbours has, and by n-grams (eld). */

import { loadNow } from './load.ts';

type Eld = typeof import('eld/extrasmall');

/** The scripts that a language is written in; others are written in Latin. */
// biome-ignore format: a table
const SCRIPTS: Record<string, readonly string[]> = {
  ar: ['Arabic'], fa: ['Arabic'], ur: ['Arabic'], ku: ['Arabic', 'Latin'], he: ['Hebrew'], yi: ['Hebrew'],
  ru: ['Cyrillic'], uk: ['Cyrillic'], be: ['Cyrillic'], bg: ['Cyrillic'], mk: ['Cyrillic'], sr: ['Cyrillic', 'Latin'], kk: ['Cyrillic', 'Latin'],
  el: ['Greek'], hy: ['Armenian'], ka: ['Georgian'], hi: ['Devanagari'], mr: ['Devanagari'], ne: ['Devanagari'], bn: ['Bengali'], pa: ['Gurmukhi'],
  gu: ['Gujarati'], or: ['Oriya'], ta: ['Tamil'], te: ['Telugu'], kn: ['Kannada'], ml: ['Malayalam'], si: ['Sinhala'], th: ['Thai'], lo: ['Lao'],
  my: ['Myanmar'], km: ['Khmer'], am: ['Ethiopic'], ja: ['Han', 'Hiragana', 'Katakana'], zh: ['Han'], ko: ['Hangul'],
};
const NAMES = [...new Set(['Latin', ...Object.values(SCRIPTS).flat()])];
const ALL = NAMES.map((script) => ({ script, pattern: new RegExp(`\\p{Script=${script}}`, 'gu') }));
const ownPatterns = new Map<string, RegExp>();

/** Letters of one language that its neighbour never writes. */
// biome-ignore format: a table
const OWN_LETTERS: Record<string, { own: RegExp; foreign: Record<string, RegExp> }> = {
  uk: { own: /[іїєґ]/giu, foreign: { ru: /[ыэъё]/giu, be: /[ўыэё]/giu } },
  ru: { own: /[ыэъё]/giu, foreign: { uk: /[іїєґ]/giu, be: /[ўі]/giu } },
  be: { own: /[ўыэі]/giu, foreign: { uk: /[їєґи]/giu, ru: /[иъщ]/giu } },
  fa: { own: /[پچژگکی]/gu, foreign: { ar: /[ةيك]/gu } },
  vi: { own: /[ơưđ\u1ea0-\u1ef9]/giu, foreign: {} }, ro: { own: /[șțşţ]/giu, foreign: {} }, pl: { own: /[łąęśźż]/giu, foreign: {} },
  cs: { own: /[ěřů]/giu, foreign: {} }, hu: { own: /[őű]/giu, foreign: {} }, tr: { own: /[ğı]/gu, foreign: {} }, pt: { own: /[ãõ]/giu, foreign: {} },
  es: { own: /[ñ¿¡]/giu, foreign: {} }, de: { own: /ß/gu, foreign: {} }, is: { own: /[þð]/giu, foreign: {} }, lt: { own: /[ėųį]/giu, foreign: {} },
  lv: { own: /[ģķļņ]/giu, foreign: {} },
  ar: { own: /[ةيكىأإ]/gu, foreign: { fa: /[پچژگکی]/gu, ur: /[ٹڈڑےہ]/gu } },
};

/**
 * The language that a text is in instead of the expected one.
 * @param text plain words, the longer the surer; below some twenty letters no statement is made
 * @param locale the expected one
 * @param margin how much likelier another language must be (difference of eld's scores, 0 to 1)
 * @returns a language's code or a script's name; undefined where the text is as expected, or it cannot be told
 */
export function otherLanguage(text: string, locale: string, margin: number): string | undefined {
  const expected = locale.split('-')[0]?.toLowerCase() ?? '';
  const composed = text.normalize('NFC');
  const plain = /:\/\/|@/.test(text) ? composed.replace(/https?:\/\/\S+|\S+@\S+/g, ' ') : composed;
  const letters = plain.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 20 && !/[\p{Script=Han}\p{Script=Hangul}]/u.test(plain)) return undefined;
  const scripts = /-latn\b/i.test(locale) ? ['Latin'] : (SCRIPTS[expected] ?? ['Latin']);
  const own = plain.match(ownPattern(scripts))?.length ?? 0;
  // A character of Chinese or Korean says as much as three letters, and foreign names stay in Latin there.
  const weight = scripts.includes('Han') || scripts.includes('Hangul') ? 20 : 3;
  if (letters - own > own * weight) return mostOf(plain, scripts);
  const kana = scripts.includes('Han') ? (plain.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0) : 0;
  if (expected === 'zh') return kana > letters / 5 ? 'ja' : undefined;
  if (expected === 'ja') return kana === 0 && own > 15 ? 'zh' : undefined;
  const neighbours = OWN_LETTERS[expected];
  if (neighbours !== undefined) {
    const mine = plain.match(neighbours.own)?.length ?? 0;
    for (const [language, pattern] of Object.entries(neighbours.foreign)) {
      const theirs = plain.match(pattern)?.length ?? 0;
      if (theirs >= 3 && theirs > mine * 3) return language;
    }
    if (mine > 1) return undefined;
  }
  if (scripts[0] !== 'Latin' && scripts[0] !== 'Cyrillic') return undefined;
  return detected(plain, expected, margin);
}

function ownPattern(scripts: readonly string[]): RegExp {
  const key = scripts.join(' ');
  const pattern = ownPatterns.get(key) ?? new RegExp(`[${scripts.map((script) => `\\p{Script=${script}}`).join('')}]`, 'gu');
  ownPatterns.set(key, pattern);
  return pattern;
}

/** The script that most letters are in, besides the expected ones. */
function mostOf(text: string, expected: readonly string[]): string | undefined {
  let most = 0;
  let name: string | undefined;
  for (const { script, pattern } of ALL) {
    if (expected.includes(script)) continue;
    const count = text.match(pattern)?.length ?? 0;
    if (count > most) [most, name] = [count, script];
  }
  return name;
}

/** N-grams of this many characters tell a language; more only cost time. */
const ENOUGH = 160;

let detector: Eld['eld'] | undefined;

function detected(text: string, expected: string, margin: number): string | undefined {
  detector ??= loadNow<Eld>('eld/extrasmall').eld;
  const result = detector.detect(text.length > ENOUGH && margin > 0.1 ? text.slice(0, ENOUGH) : text);
  if (result.language === '' || result.language === alias(expected)) return undefined;
  const scores = result.getScores();
  const mine = scores[alias(expected)];
  // A language that eld does not know has no score; nothing can be said.
  if (mine === undefined && !KNOWN.has(alias(expected))) return undefined;
  return (scores[result.language] ?? 0) - (mine ?? 0) > margin ? result.language : undefined;
}

/** eld's languages in Latin and Cyrillic script. */
const KNOWN = new Set(
  'az be bg ca cs da de en es et eu fi fr hr hu is it lt lv ms nl no pl pt ro ru sk sl sq sr sv tl tr uk vi yo'.split(' '),
);

function alias(language: string): string {
  return { nb: 'no', nn: 'no', id: 'ms', fil: 'tl', bs: 'hr' }[language] ?? language;
}

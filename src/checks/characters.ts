/** Characters that no newsroom writes: replacement and private-use characters, bidirectional overrides, words of two alphabets. */

import { wordRuns } from '../language/runs.ts';
import { languageOf } from '../languages/lookup.ts';
import { isRightToLeft } from '../runs/bidi.ts';
import { askedOnce } from '../text/asked-once.ts';
import { worded } from '../text/worded.ts';
import { NOT_IN_XML } from '../xml/characters.ts';
import type { Remark, SegmentCheck } from './check.ts';

/**
 * U+FFFD and what stands for an object; private use; half a pair of surrogates; what is no character; the overrides of UAX #9, which hide
 * the order of text, and marks of notes above it; control characters.
 */
const FORBIDDEN = new RegExp(`[\\ufff9-\\ufffd\\p{Co}\\p{Cs}\\p{Noncharacter_Code_Point}\\u202d\\u202e\\u0080-\\u009f${NOT_IN_XML}]`, 'gu');
/** What pages and feeds leave out. */
const CONTROL = new RegExp(`[${NOT_IN_XML}]`, 'g');

const ALPHABETS =
  '\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Hebrew}\\p{Script=Arabic}\\p{Script=Armenian}\\p{Script=Georgian}';

/** A break that nobody sees within a word of a script that has spaces: zero width space, word joiner, byte order mark. */
const SPLIT = new RegExp(`[${ALPHABETS}]+[\\u200b\\u2060\\ufeff][${ALPHABETS}\\u200b\\u2060\\ufeff]+`, 'gu');
const INVISIBLE = /[\u200b\u2060\ufeff]/g;
const hasInvisible = (text: string) => text.includes('\u200b') || text.includes('\u2060') || text.includes('\ufeff');

/**
 * What is not shown: Unicode's Default_Ignorable_Code_Point, the separators of lines and paragraphs, and the empty pattern of Braille. Without joiners and selectors of
 * variants, which change how their neighbours look.
 */
const UNSEEN = /(?![\u200c\u200d\ufe00-\ufe0f\u180b-\u180d\u{e0100}-\u{e01ef}])[\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800]/gu;
const SELECTORS = '\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}';
const ALONE = '\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}';
/**
 * Joiners and selectors where they change nothing: behind a letter that has one look alone, or behind another selector, as texts are hidden.
 * Persian sets a non-joiner before its endings whatever they are put to: `URL\u200cها`.
 */
const NEEDLESS = new RegExp(
  `(?<=[${ALONE}])[\\u200d${SELECTORS}]|(?<=[${ALONE}])\\u200c(?!(?![${ALONE}])[\\p{L}\\p{M}])|(?<=[${SELECTORS}])[${SELECTORS}]`,
  'gu',
);
/** The tags of a flag: Scotland's is a black flag with letters behind it (UTS #51). */
const FLAG = /\u{1f3f4}[\u{e0020}-\u{e007f}]+/gu;
/** Marks of direction, which scripts from right to left need. */
const DIRECTION = /[\u061c\u200e\u200f\u2066-\u2069]/u;
/** Where a line may break: typesetters put them between words, and scripts without spaces live on the first. */
const BREAKS = /[\u200b\u00ad]/u;

/** Letters that look like a letter of another alphabet (Unicode's confusables, single letters of Latin, Cyrillic and Greek). */
const LOOK_ALIKE = /[aceijopsxyABCEHIJKMOPSTXYZвгаеіјорсухѕԁһӏАВЕЅІЈКМНОРСТУХΑΒΕΖΗΙΚΜΝΟΡΤΥΧαγικνορτυχɑοlhduvwnrk]/u;

const SCRIPTS = ['Latin', 'Cyrillic', 'Greek', 'Hebrew', 'Arabic', 'Armenian', 'Georgian', 'Devanagari'] as const;
const LETTERS = SCRIPTS.map((script) => ({ script, pattern: new RegExp(`\\p{Script=${script}}`, 'gu') }));

export const charactersCheck: SegmentCheck = {
  name: 'characters',
  segment: ({ sourceWords, targetWords, to }) => {
    const { isOdd, alphabets } = scan(targetWords);
    const remarks: Remark[] = isOdd ? oddCharacters(sourceWords, targetWords, to) : [];
    const strange = [...mixedWords(targetWords, alphabets), ...strangeWords(targetWords, to)];
    const mixed = strange.length === 0 ? strange : strange.filter(isNotIn(sourceWords));
    if (mixed.length > 0) remarks.push({ ...worded`Letters of two alphabets in one word: ${mixed.map(spell).join(', ')}`, got: mixed });
    return remarks;
  },
};

function oddCharacters(source: string, target: string, to: string): Remark[] {
  const remarks: Remark[] = [];
  const broken = [...target.matchAll(FORBIDDEN)].map(([char]) => char).filter(askedOnce((char: string) => !source.includes(char)));
  if (broken.length > 0)
    remarks.push({ ...worded`Characters that do not belong in text: ${broken.map(codePoint).join(', ')}`, got: broken.map(codePoint) });
  const controls = [...new Set(target.match(CONTROL))].filter((char) => source.includes(char));
  if (controls.length > 0)
    remarks.push({
      ...worded`Characters of the source that no page can show, and none has: ${controls.map(codePoint).join(', ')}`,
      got: controls.map(codePoint),
      level: 'note',
    });
  const split = hasInvisible(target) ? [...target.matchAll(SPLIT)].map(([word]) => word).filter((word) => !source.includes(word)) : [];
  if (split.length > 0)
    remarks.push({
      ...worded`An invisible break within ${split.map((word) => word.replace(INVISIBLE, '|')).join(', ')}`,
      got: split,
      level: 'warning',
    });
  remarks.push(...unseen(source, target, to));
  const wide = wideSigns(source, target, to);
  if (wide.length > 0)
    remarks.push({ ...worded`Chinese or Japanese characters: ${wide.join(' ')}`, got: wide.map(codePoint), level: 'warning' });
  return remarks;
}

/** Invisible characters that the source has not, in a text that does not need them; those within a word have been told. */
function unseen(source: string, target: string, to: string): Remark[] {
  const found = new Set([...(target.replace(FLAG, '').replace(SPLIT, '').match(UNSEEN) ?? []), ...(target.match(NEEDLESS) ?? [])]);
  const isNeeded = (char: string) => (DIRECTION.test(char) && isRightToLeft(to)) || (char === '\u200b' && languageOf(to).unspaced === true);
  const strange = [...found].filter((char) => !source.includes(char) && !isNeeded(char));
  const [breaks, others] = [strange.filter((char) => BREAKS.test(char)), strange.filter((char) => !BREAKS.test(char))];
  const remark = (chars: readonly string[], level: 'note' | 'warning'): Remark[] =>
    chars.length === 0 ? [] : [{ ...worded`Invisible: ${chars.map(codePoint).join(', ')}`, got: chars.map(codePoint), level }];
  return [...remark(others, 'warning'), ...remark(breaks, 'note')];
}

/** The space, commas and stops of CJK, and the forms as wide as a character, where the language is written without them. */
const WIDE = /[\u3000-\u3003\uff01-\uff5e]/g;
const WRITTEN_WIDE = new Set(['Hans', 'Hant', 'Hani', 'Jpan', 'Hira', 'Kana', 'Bopo', 'Kore', 'Hang', 'Yiii']);

function wideSigns(source: string, target: string, to: string): string[] {
  const found = new Set(target.match(WIDE) ?? []);
  if (found.size === 0 || WRITTEN_WIDE.has(new Intl.Locale(to).maximize().script ?? '')) return [];
  return [...found].filter((sign) => !source.includes(sign));
}

/** By code unit: `KNOWN`, `ODD` where `oddCharacters` looks for it, and one more than the number of its script, or `MARK`; filled as texts are read. */
const table = new Uint8Array(0x10000);
const KNOWN = 0x80;
const MARK = 0x40;
const ODD = 0x20;
const ANY_ODD = [FORBIDDEN, UNSEEN, WIDE, /[\u200c\u200d\ufe00-\ufe0f]/].map(({ source }) => new RegExp(source, 'u'));

function known(code: number): number {
  const found = table[code] as number;
  if (found !== 0) return found;
  const char = String.fromCharCode(code);
  const script = LETTERS.findIndex(({ pattern }) => char.search(pattern) >= 0) + 1;
  // Halves of pairs are looked at with their other half.
  const isOdd = (code >= 0xd800 && code < 0xe000) || ANY_ODD.some((pattern) => pattern.test(char));
  const value = KNOWN | (isOdd ? ODD : 0) | (script > 0 ? script : /\p{M}/u.test(char) ? MARK : 0);
  table[code] = value;
  return value;
}

const alphabetOf = (code: number): number => known(code) & ~(KNOWN | ODD);

/** In one pass, what nearly every text has: nothing odd, and letters of one alphabet. */
function scan(text: string): { isOdd: boolean; alphabets: number } {
  let all = 0;
  let alphabets = 0;
  for (let at = 0; at < text.length; at++) {
    const value = known(text.charCodeAt(at));
    all |= value;
    alphabets |= 1 << (value & SCRIPT);
  }
  // Bit 0 is for what has no alphabet here.
  alphabets &= ~1;
  return { isOdd: (all & ODD) !== 0, alphabets: (alphabets & (alphabets - 1)) === 0 ? 1 : 2 };
}

const SCRIPT = 0x1f;

/** Whether two neighbouring letters are of different alphabets, be there marks between them. */
function hasBorder(text: string): boolean {
  let last = 0;
  for (let at = 0; at < text.length; at++) {
    const alphabet = alphabetOf(text.charCodeAt(at));
    if (alphabet === MARK) continue;
    if (alphabet !== 0 && last !== 0 && alphabet !== last) return true;
    last = alphabet;
  }
  return false;
}

/** Whether the source has not the word as well; English has its own `a`. */
function isNotIn(source: string): (word: string) => boolean {
  const own = new Set(source.split(/[^\p{L}\p{M}]+/u));
  return (word) => word === 'a' || !own.has(word);
}

/**
 * Short words that are all look-alikes: Latin ones where Cyrillic or Greek is written (a capital only where a sentence
 * starts, since vitamins and classes have capitals too), Cyrillic ones where Latin is.
 */
const STRAY_LATIN =
  /(?<=[\p{Script=Cyrillic}\p{Script=Greek}]\P{L}{1,2})[aceopxyi](?=\P{L}{1,2}[\p{Script=Cyrillic}\p{Script=Greek}])|(?:^|[.!?]\s+["«„“]?)[ACOBKYI](?=\s[\p{Script=Cyrillic}\p{Script=Greek}])/u;
const STRAY_CYRILLIC = /(?<![\p{L}\p{M}])[АВЕІКМНОРСТУХаеорсухіјѕ]{1,3}(?![\p{L}\p{M}])/u;

/** @param alphabets 1 where the text's letters are of one, however many else */
function mixedWords(text: string, alphabets: number): string[] {
  const kana = KATAKANA.test(text) ? katakana(text) : [];
  if (alphabets === 1) return kana;
  const mayStray = STRAY_LATIN.test(text) || STRAY_CYRILLIC.test(text);
  if (!hasBorder(text) && !mayStray) return kana;
  const found: string[] = [];
  const dominant = dominantScript(text);
  const stray = STRAY_LATIN.exec(text)?.[0] ?? '';
  for (const [word] of text.matchAll(/[\p{L}\p{M}]+/gu)) {
    if (!/[^\x00-\x7f]/.test(word) && dominant === 'Latin') continue;
    if (!hasBorder(word) && (!mayStray || word.length > 3)) continue;
    const scripts = LETTERS.map(({ script, pattern }) => ({ script, letters: word.match(pattern) ?? [] })).filter(
      ({ letters }) => letters.length > 0,
    );
    scripts.sort((a, b) => a.letters.length - b.letters.length);
    const [least, most] = scripts;
    if (least !== undefined && most !== undefined) {
      const similar = least.letters.every((letter) => LOOK_ALIKE.test(letter));
      const european = [least, most].every(({ script }) => script === 'Latin' || script === 'Cyrillic' || script === 'Greek');
      // Hebrew and Arabic write a preposition right before a foreign name; a foreign letter within a word is no name.
      const within = least.letters.length === 1 && most.letters.length >= 2 && word.indexOf(least.letters[0] ?? '') > 0;
      if (european ? similar || least.letters.length <= 2 : within) found.push(word);
    } else if (least !== undefined && isStray(word, least.script, dominant, stray)) found.push(word);
  }
  return [...found, ...kana];
}

/** A word all of look-alikes, alone in a text of another alphabet: a Cyrillic `у` for the Spanish `y`. @param stray the first Latin one of the text */
function isStray(word: string, script: string, dominant: string | undefined, stray: string): boolean {
  if (dominant === undefined || script === dominant || word.length > 3) return false;
  if (dominant === 'Latin') return script === 'Cyrillic' && STRAY_CYRILLIC.test(word);
  if (script !== 'Latin' || (dominant !== 'Cyrillic' && dominant !== 'Greek')) return false;
  return stray.endsWith(word) && (dominant === 'Cyrillic' || /^[oOI]$/.test(word));
}

function dominantScript(text: string): string | undefined {
  let best: string | undefined;
  let most = 0;
  for (const { script, pattern } of LETTERS) {
    const count = text.match(pattern)?.length ?? 0;
    if (count > most) [best, most] = [script, count];
  }
  return best;
}

const KATAKANA = /[ァ-ヺ]/;

/** Chinese characters that look like the kana around them: 力 for カ, ー for 一. */
function katakana(text: string): string[] {
  return [...text.matchAll(/(?<![ァ-ヺー])[ァ-ヺー]*[ァ-ヺ][力口二卜工夕八一][ァ-ヺー]+/gu)].map(([word]) => word);
}

/** Words with a letter of a neighbour's that looks like one of the language's, or with both letters of a pair that look alike. */
function strangeWords(text: string, locale: string): string[] {
  const { strangers, twins } = languageOf(locale).letters ?? {};
  if (strangers === undefined && twins === undefined) return [];
  const mayBe = strangers?.test(text) || twins?.some((pair) => [...pair].every((letter) => text.includes(letter)));
  if (!mayBe) return [];
  return wordRuns(text).filter(
    (word) => strangers?.test(word) || twins?.some((pair) => [...pair].every((letter) => word.includes(letter))),
  );
}

function codePoint(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A word with its foreign letters told apart, since nobody sees them. */
function spell(word: string): string {
  const own = dominantScript(word);
  const foreign = [...word].filter((letter) => LETTERS.some(({ script, pattern }) => script !== own && letter.match(pattern) !== null));
  return foreign.length === 0 ? word : `${word} (${foreign.map((letter) => `${letter} ${codePoint(letter)}`).join(', ')})`;
}

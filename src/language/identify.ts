/** Which language a text is in: by script, by the letters that only one of two neighbours has, and by n-grams (eld). */

import type { Language } from '../languages/language.ts';
import { languageOf, tagOf } from '../languages/lookup.ts';
import { type Worded, worded } from '../text/worded.ts';
import { ENOUGH_EVIDENCE, evidenceFor, hasStems } from './evidence.ts';
import { otherHanWriting } from './han.ts';
import { loadNow } from './load.ts';
import { wordsFor } from './neighbours.ts';
import { wordRuns } from './runs.ts';
import { countScripts } from './scripts.ts';

type Eld = typeof import('eld/extrasmall');

const LATIN: readonly string[] = ['Latin'];

/**
 * The language that a text is in instead of the expected one.
 * @param text plain words, the longer the surer; below some twenty letters no statement is made
 * @param locale the expected one
 * @param margin how much likelier another language must be (difference of eld's scores, 0 to 1)
 * @returns a language's code or a script's name; undefined where the text is as expected, or it cannot be told
 */
export function otherLanguage(text: string, locale: string, margin: number): string | undefined {
  const language = languageOf(locale);
  const composed = text.normalize('NFC');
  const plain = text.includes('@') || text.includes('://') ? composed.replace(/https?:\/\/\S+|(?<!\S)[^\s@]+@\S+/g, ' ') : composed;
  const counts = countScripts(plain);
  const { letters } = counts;
  if (letters < 20 && counts.of('Han') + counts.of('Hangul') === 0) return undefined;
  const scripts = /-latn\b/i.test(locale) ? LATIN : (language.scripts ?? LATIN);
  const own = scripts.reduce((sum, script) => sum + counts.of(script), 0);
  // A character of Chinese or Korean says as much as three letters, and foreign names stay in Latin there.
  const weight = scripts.includes('Han') || scripts.includes('Hangul') ? 20 : 3;
  if (letters - own > own * weight) return counts.most(scripts);
  const kana = scripts.includes('Han') ? counts.of('Hiragana') + counts.of('Katakana') : 0;
  if (scripts.includes('Han') && !scripts.includes('Hiragana')) return kana > letters / 5 ? 'ja' : otherHanWriting(plain, locale);
  if (scripts.includes('Han')) return kana > 0 ? undefined : own > 15 ? 'zh' : otherHanWriting(plain, locale);
  const { own: ownLetters, foreign } = language.letters ?? {};
  if (ownLetters !== undefined) {
    const mine = plain.match(ownLetters)?.length ?? 0;
    for (const [neighbour, pattern] of Object.entries(foreign ?? {})) {
      const theirs = plain.match(pattern)?.length ?? 0;
      if (theirs >= 3 && theirs > mine * 3) return neighbour;
    }
    if (mine > 1) return undefined;
  }
  if (scripts[0] !== 'Latin' && scripts[0] !== 'Cyrillic') return undefined;
  // A whole edition may be half in another language; what it costs is little.
  if (margin > SENTENCE && isSurelyIn(plain, locale)) return undefined;
  return detected(plain, locale, margin);
}

/** By neighbour that only words tell from the locale's language: the evidence that a text is in it, below 0 where it is not. */
export function neighbourEvidence(text: string, locale: string): ReadonlyMap<string, number> {
  const { neighbours = [], telling } = languageOf(locale);
  const found = new Map<string, number>();
  if (!hasStems(telling)) return found;
  for (const tag of neighbours) {
    const theirs = languageOf(tag).telling;
    if (hasStems(theirs)) found.set(tag, evidenceFor(theirs, telling, text.normalize('NFC')));
  }
  return found;
}

/** The neighbour that words tell a text to be in, among those that n-grams do not tell apart. */
export function surelyNeighbour(text: string, locale: string): string | undefined {
  for (const [tag, evidence] of neighbourEvidence(text, locale)) if (evidence > ENOUGH_EVIDENCE) return tag;
  return undefined;
}

/** So many of its words, and one in so many of all, and n-grams need not be asked: they take as long as all other checks of a sentence. */
const SURE = 2;
const SURE_SHARE = 10;
/** Margins from here on are asked for sentences, not for editions. */
const SENTENCE = 0.1;

const sureWords = new WeakMap<Language, ReadonlySet<string>>();

/** Whether the small words of a sentence tell that it is in the locale's language: the quickest that can be asked. */
export function isSurelyIn(text: string, locale: string): boolean {
  const language = languageOf(locale);
  if (language.sureWords === undefined) return false;
  const sure = sureWords.get(language) ?? new Set(language.sureWords.trim().split(/\s+/));
  sureWords.set(language, sure);
  // Words with a capital are names too often.
  const words = wordRuns(text);
  let count = 0;
  for (const word of words) if (sure.has(word)) count++;
  return count >= SURE && count * SURE_SHARE >= words.length;
}

/** Made once: it takes as long as all checks of a sentence. */

/**
 * The neighbour that the letters of a few words are of: one letter that the locale's language does not have, in a word that is no name, and
 * none of its own; characters of another writing.
 */
export function otherByLetters(text: string, locale: string): string | undefined {
  const { letters: { own, foreign } = {}, scripts } = languageOf(locale);
  if (scripts?.includes('Han')) return /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ? undefined : otherHanWriting(text, locale);
  if (own === undefined || foreign === undefined) return undefined;
  const small = (text.normalize('NFC').match(SMALL_WORD) ?? []).join(' ');
  if (!small.includes(' ') || text.search(own) >= 0) return undefined;
  const count = (pattern: RegExp) => small.match(pattern)?.length ?? 0;
  const [found] = Object.entries(foreign).toSorted(([, a], [, b]) => count(b) - count(a));
  return found !== undefined && count(found[1]) > 0 ? found[0] : undefined;
}

/** Of an alphabet with capitals; the first word has one whatever it is. */
const SMALL_WORD = /(?<![\p{L}\p{M}'’-])\p{Ll}[\p{L}\p{M}]*(?![\p{L}\p{M}'’-])|^\p{Lu}\p{Ll}+(?= \p{Ll})/gu;

/** What `otherLanguage` found, within a message: `Spanish`, `Traditional Chinese`, `Cyrillic script`. */
export const namedInMessage = (other: string): Worded | { readonly language: string } =>
  other.length > 3 && !other.includes('-') ? worded`${other} script` : { language: other };

/** N-grams of this many characters tell a language; more only cost time. */
const ENOUGH = 160;

let detector: Eld['eld'] | undefined;

function detected(text: string, locale: string, margin: number): string | undefined {
  const language = languageOf(locale);
  detector ??= loadNow<Eld>('eld/extrasmall').eld;
  const result = detector.detect(text.length > ENOUGH && margin > SENTENCE ? text.slice(0, ENOUGH) : text);
  const mine = codeOf(locale, text);
  if (language.neighbours === undefined && result.language === mine) return undefined;
  const scores = result.getScores();
  for (const tag of language.neighbours ?? []) {
    const theirs = codeOf(tag, text);
    const { telling } = languageOf(tag);
    if (hasStems(telling) && hasStems(language.telling)) {
      if (evidenceFor(telling, language.telling, text) > ENOUGH_EVIDENCE) return tag;
      continue;
    }
    const words = wordsFor(telling, language.telling, text);
    const least = telling === undefined || language.telling === undefined ? CLOSE : CLOSEST;
    const isTheirs =
      mine === undefined || theirs === undefined
        ? words > 0 && words * WORDS_TOLD >= text.split(/\s+/).length
        : (telling === undefined || words >= 0) && (scores[theirs] ?? 0) - (scores[mine] ?? 0) + words * WORD_SCORE > least;
    if (isTheirs) return tag;
  }
  // A language that eld does not know has no score; nothing can be said.
  if (mine === undefined || !KNOWN.has(mine) || result.language === '' || result.language === mine) return undefined;
  return (scores[result.language] ?? 0) - (scores[mine] ?? 0) > margin ? result.language : undefined;
}

/**
 * How much likelier a neighbour must be, in eld's scores: n-grams tell most neighbours apart by themselves, the closest only
 * with the words that tell one from the other, of which each is worth `WORD_SCORE`. Fitted on 300 to 1,000 lines of each language.
 */
const CLOSE = 0.015;
const CLOSEST = 0.033;
const WORD_SCORE = 0.04;
/** Where eld cannot tell them, one word in so many must. */
const WORDS_TOLD = 40;

/** The detector's code of a language; undefined where it does not know it in the script of the text. */
function codeOf(locale: string, text: string): string | undefined {
  const { detectedAs, detectedIn } = languageOf(locale);
  if (detectedIn !== undefined && !new RegExp(`\\p{Script=${detectedIn}}`, 'u').test(text)) return undefined;
  return detectedAs ?? tagOf(locale);
}

/** eld's languages in Latin and Cyrillic script. */
const KNOWN = new Set(
  'az be bg ca cs da de en es et eu fi fr hr hu is it lt lv ms nl no pl pt ro ru sk sl sq sr sv tl tr uk vi yo'.split(' '),
);

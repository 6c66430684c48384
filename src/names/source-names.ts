/** The names of a source sentence, told by their capitals, and what the rest of the article says of them. */

import type { Article } from '../article.ts';
import { inflectionOf } from '../glossary/inflection.ts';
import { languageOf, tagOf } from '../languages/lookup.ts';
import { words } from '../text.ts';
import { wordKind } from './dictionary.ts';

/** A word of a name: `Baton` and `Rouge` are two. */
export interface SourceName {
  /** Without the possessive. */
  readonly text: string;
  /** Offsets into the sentence, UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /**
   * `sure`: no common word, or a person's for all that the article tells; `known`: a well-known name, which languages may have a word of
   * their own for; `likely`: a common word with a capital, which a translator may well translate.
   */
  readonly certainty: 'sure' | 'known' | 'likely';
  /** The ISO 3166 code of the country or region that it is the name of. */
  readonly region?: string;
}

/** What the sentences of an article tell of its words with capitals. */
export interface NameEvidence {
  /** Words that are written small somewhere. */
  readonly small: ReadonlySet<string>;
  /** Words with a capital within a sentence. */
  readonly inside: ReadonlySet<string>;
  /** Words with a capital between words without one: once within a sentence, or twice at the start of one. */
  readonly alone: ReadonlySet<string>;
  /** Words that a title is before, or that follow a name and are said alone as well: `Jeff Flake ... Flake`. */
  readonly persons: ReadonlySet<string>;
}

/** A hyphen joins two words with capitals, and the parts of a Korean name: `Jean-Pierre`, `Jong-un`; not `Rock-type`. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+|-(?:\p{Lu}[\p{L}\p{M}]*|\p{Ll}{2,4}(?![\p{L}\p{M}\p{N}-])))*/gu;
const ARTICLE = /^\p{Ll}{1,3}-(?=\p{Lu})/u;
const CAPITAL = /^\p{Lu}/u;
const ACRONYM = /^(?:\p{Lu}[\p{Lu}\p{N}]+s?|\p{Lu}|\p{Lu}\p{Ll}\p{Lu}+)$/u;
/** Before the first word of a sentence, a quotation or a clause of its own. */
const OPENING = /(?:^|[.?!:…]["”»’')\]]*\s+|[“‘«([¿¡—–•*]\s*|\s[-–—]\s+|(?:^|[\s(])["']\s*)$/u;
/** A full stop that ends no sentence. */
const ABBREVIATED = /(?:^|[\s(])(\p{Lu}|\p{Lu}\p{L}{0,4})\.\s+$/u;
/** Characters before a word that say whether a sentence begins there. */
const LOOK_BACK = 40;
/** Headlines in Title Case: so many of the words that could be small have a capital. */
const TITLE_CASE = 0.6;
const LEAST_LETTERS = 3;
/** What a people is called by, and hardly ever a person. */
const PEOPLE = /(?:ian|can|ish|ese|ch|ic|ani|qi)s?$/u;
/** Other ends of such words; in shorter ones nothing tells which they are: `Dane`, `Oscar`. */
const OF_PEOPLE = /(?:an|ard|ist|ite|s)$/u;
const LEAST_CALLED = 6;

interface Token {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  readonly capital: boolean;
  /** With its capital, it begins a sentence, or what is written like one. */
  readonly first: boolean;
  /** What is between it and the word before. */
  readonly gap: string;
}

/** Whether a language tells names by capitals: it has some, and does not write every noun with one. */
export function tellsNames(locale: string): boolean {
  const { scripts = ['Latin'] } = languageOf(locale);
  return /^(?:Latin|Cyrillic|Greek|Armenian)$/.test(scripts[0] as string) && inflectionOf(locale).capitalNouns !== true;
}

/** @param sentences of one article, plain words */
export function nameEvidence(sentences: Iterable<string>, locale: string): NameEvidence {
  const [small, inside, titled, after, withArticle] = Array.from({ length: 5 }, () => new Set<string>()) as [
    Set<string>, Set<string>, Set<string>, Set<string>, Set<string>,
  ]; // biome-ignore format: one line
  /** At a sentence's start it tells half as much. */
  const aloneTimes = new Map<string, number>();
  const tag = tagOf(locale);
  const titles = listOf(locale, 'titles');
  const translated = listOf(locale, 'translated');
  for (const sentence of sentences) {
    const tokens = tokensOf(sentence, tag);
    const isTitle = isTitleCase(tokens, sentence);
    for (const [at, token] of tokens.entries()) {
      if (!token.capital) {
        small.add(token.lower);
        continue;
      }
      if (isTitle) continue;
      const before = tokens[at - 1];
      const joined = before !== undefined && /^\.?\s+$/.test(token.gap);
      const follows = joined && before.capital;
      const leads = tokens[at + 1]?.capital === true;
      if (!token.first) inside.add(token.text);
      if (!follows && !leads) aloneTimes.set(token.text, (aloneTimes.get(token.text) ?? 0) + (token.first ? 0.5 : 1));
      if (follows && titles.has(before.lower) && !(leads && isCommon(token.text, tag))) titled.add(token.text);
      else if (follows && !translated.has(before.lower) && isName(before.text, tag)) after.add(token.text);
      else if (!token.first && joined && /^(?:the|an?)$/.test(before.lower)) withArticle.add(token.text);
    }
  }
  const alone = new Set([...aloneTimes].filter(([, times]) => times >= 1).map(([word]) => word));
  const persons = new Set([...titled, ...[...after].filter((word) => alone.has(word) && !withArticle.has(word))]);
  return { small, inside, alone, persons };
}

const byArticle = new WeakMap<Article, NameEvidence>();

/** The evidence of an article's own sentences, made once. */
export function nameEvidenceOf(article: Article): NameEvidence {
  const known = byArticle.get(article);
  if (known !== undefined) return known;
  const sentences = article.blocks.flatMap(({ segments }) => segments.map(({ text }) => words(text)));
  const evidence = nameEvidence(sentences, article.locale);
  byArticle.set(article, evidence);
  return evidence;
}

/**
 * The words of names in a sentence: with a capital within it, or at its start where the article has them within another one.
 * None in a language without capitals or with capitals for all nouns (German), and none that only a headline in Title Case shows.
 */
export function namesIn(sentence: string, locale: string, evidence: NameEvidence = nameEvidence([sentence], locale)): SourceName[] {
  if (!tellsNames(locale)) return [];
  const tag = tagOf(locale);
  const tokens = tokensOf(sentence, tag);
  const isTitle = isTitleCase(tokens, sentence);
  const titles = listOf(locale, 'titles');
  const translated = listOf(locale, 'translated');
  const unlike = listOf(locale, 'unlike');
  const starters = startersOf(locale);
  const found: SourceName[] = [];
  for (const [at, { text, lower, start, end, capital, first, gap }] of tokens.entries()) {
    if (!capital || text.length < LEAST_LETTERS || ACRONYM.test(text) || translated.has(lower) || titles.has(lower) || starters.has(lower))
      continue;
    const person = evidence.persons.has(text);
    // Family names have a plural as peoples have.
    const followsName = capital && gap === ' ' && isName(tokens[at - 1]?.text ?? '', tag) && tokens[at - 1]?.capital === true;
    const kind = wordKind(text, tag);
    // A first name has a plural too, and may be a word: it is before a name that is none.
    const next = tokens[at + 1];
    const isBeforeName = next?.capital === true && next.gap === ' ' && !titles.has(next.lower) && isName(next.text, tag);
    const isFirst = isBeforeName && (kind === 'both' || (kind === 'group' && !PEOPLE.test(text)));
    const isFamily = kind === 'both' && followsName;
    if (evidence.small.has(lower) && !person && !isFamily) continue;
    // Cities and brands have a plural as peoples have: `Boston`, `Kleenex`.
    const isCalled = kind === 'group' && text.length >= LEAST_CALLED && !PEOPLE.test(text) && !OF_PEOPLE.test(text);
    if (kind === 'group' && !(person || followsName || isFirst || isCalled)) continue;
    const isInside = evidence.inside.has(text);
    // A dictionary's evidence is as good as a sentence's.
    if (!isInside && (first || isTitle) && kind !== 'unknown' && kind !== 'name') continue;
    const isKnown =
      (kind === 'name' || isFirst || isFamily || isCalled || (kind === 'both' && evidence.alone.has(text))) && !unlike.has(lower);
    const certainty = person || kind === 'unknown' || (kind === 'group' && !isFirst && !isCalled) ? 'sure' : isKnown ? 'known' : 'likely';
    found.push({ text, start, end, certainty });
  }
  return found;
}

/**
 * The words of a sentence that may be names by what the article tells, short ones (`Ri`) and family names with a plural (`Simpson`)
 * among them: for evidence of the edition's own.
 */
export function perhapsNamesIn(sentence: string, locale: string, evidence: NameEvidence): readonly PerhapsName[] {
  if (!tellsNames(locale)) return [];
  const ofArticle = perhaps.get(evidence) ?? new Map<string, readonly PerhapsName[]>();
  const known = ofArticle.get(sentence);
  if (known !== undefined) return known;
  const tag = tagOf(locale);
  const names = tokensOf(sentence, tag).filter(({ text, lower, capital, first }) => {
    if (!capital || text.length < 2 || ACRONYM.test(text) || (first && !evidence.inside.has(text)) || isNoName(lower, locale)) return false;
    if (evidence.persons.has(text)) return true;
    if (evidence.small.has(lower)) return false;
    const kind = wordKind(text, tag);
    return kind !== 'group' && (kind !== 'common' || evidence.alone.has(text));
  });
  ofArticle.set(sentence, names);
  perhaps.set(evidence, ofArticle);
  return names;
}

/** Words with a capital within a sentence, or that no dictionary has at its start; none in a headline in Title Case. */
export function wordsWithCapital(sentence: string, locale: string): readonly PerhapsName[] {
  const tag = tagOf(locale);
  const tokens = tokensOf(sentence, tag);
  if (!tellsNames(locale) || isTitleCase(tokens, sentence)) return [];
  return tokens.filter(
    ({ text, lower, capital, first }) =>
      capital && text.length >= LEAST_LETTERS && !ACRONYM.test(text) && !(first && !isName(text, tag)) && !isNoName(lower, locale),
  );
}

type PerhapsName = Pick<SourceName, 'text' | 'start' | 'end'>;

/** Asked for by each edition of an article, and the same for all. */
const perhaps = new WeakMap<NameEvidence, Map<string, readonly PerhapsName[]>>();

/** Sentences of an article are asked for twice: what they tell of its names, and their own. */
const cut = new Map<string, readonly Token[]>();
const MOST_CUT = 1000;

function tokensOf(sentence: string, tag: string): readonly Token[] {
  const key = `${tag} ${sentence}`;
  const known = cut.get(key);
  if (known !== undefined) return known;
  if (cut.size >= MOST_CUT) cut.clear();
  const tokens = cutIntoTokens(sentence, tag);
  cut.set(key, tokens);
  return tokens;
}

function cutIntoTokens(sentence: string, tag: string): Token[] {
  const tokens: Token[] = [];
  let last = 0;
  for (const match of sentence.matchAll(WORD)) {
    let text = match[0];
    if (tag === 'en') text = text.replace(/['’](?:s|m|d|t|ve|re|ll)$/i, '');
    // An article before a name: `al-Moualem`.
    const article = ARTICLE.exec(text)?.[0].length ?? 0;
    text = text.slice(article);
    const capital = CAPITAL.test(text);
    const before = capital ? sentence.slice(Math.max(0, match.index - LOOK_BACK), match.index) : '';
    tokens.push({
      text,
      lower: text.toLowerCase(),
      start: match.index + article,
      end: match.index + article + text.length,
      capital,
      first: capital && OPENING.test(before) && !(ABBREVIATED.test(before) && tokens.length > 0),
      gap: sentence.slice(last, match.index),
    });
    last = match.index + article + text.length;
  }
  return tokens;
}

/** Whether a sentence is a headline in Title Case: its capitals tell no names. */
export function isHeadline(sentence: string, locale: string): boolean {
  return isTitleCase(tokensOf(sentence, tagOf(locale)), sentence);
}

function isTitleCase(tokens: readonly Token[], sentence: string): boolean {
  const long = tokens.slice(1).filter(({ text }) => text.length > 3 && /^\p{L}/u.test(text));
  return (
    long.length >= 3 && !/[.?!…]["”»’')\]]*\s*$/u.test(sentence) && long.filter(({ capital }) => capital).length >= TITLE_CASE * long.length
  );
}

const isCommon = (word: string, tag: string) => wordKind(word, tag) === 'common';
const isName = (word: string, tag: string) => !ACRONYM.test(word) && ['unknown', 'name'].includes(wordKind(word, tag) ?? '');

/** Whether a word is in no dictionary of common words, or a name in one. */
export function mayBeName(word: string, locale: string): boolean {
  return isName(word, tagOf(locale));
}

const lists = new Map<string, ReadonlySet<string>>();

function listOf(locale: string, list: 'titles' | 'translated' | 'unlike'): ReadonlySet<string> {
  const key = `${tagOf(locale)} ${list}`;
  const known = lists.get(key) ?? new Set((languageOf(locale).names?.[list] ?? '').split(/\s+/).filter(Boolean));
  lists.set(key, known);
  return known;
}

/** Whether a word, in lower case, names nobody: a title, a people, a weekday, an institution. */
export function isNoName(word: string, locale: string): boolean {
  return listOf(locale, 'titles').has(word) || listOf(locale, 'translated').has(word) || startersOf(locale).has(word);
}

/** Whether a name is of a place or of the past that languages call by unlike names. */
export function hasUnlikeForms(name: string, locale: string): boolean {
  return listOf(locale, 'unlike').has(name.toLowerCase());
}

/** Words that begin sentences and hardly ever a name. */
function startersOf(locale: string): ReadonlySet<string> {
  const key = `${tagOf(locale)} starters`;
  const { starters = '', openers = '' } = languageOf(locale).sentences ?? {};
  const known = lists.get(key) ?? new Set(`${starters} ${openers}`.split(/\s+/));
  lists.set(key, known);
  return known;
}

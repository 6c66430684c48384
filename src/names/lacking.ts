/** Names of a source sentence that its target neither keeps, nor inflects, nor writes in its script. */

import { findTerms } from '../glossary/match.ts';
import type { Term } from '../glossary/term.ts';
import { languageOf, tagOf } from '../languages/lookup.ts';
import { hasLike, leastUnlike } from './like-words.ts';
import { namePairs } from './pairs.ts';
import { type Region, regionName, regionsIn, regionWords } from './places.ts';
import { isReadable } from './reading.ts';
import { type NameEvidence, namesIn, type SourceName, tellsNames } from './source-names.ts';

interface SentencePair {
  /** Plain words, marks left out. */
  readonly source: string;
  readonly target: string;
  /** BCP 47. */
  readonly from: string;
  readonly to: string;
}

interface Known {
  /** What the rest of the article tells (`nameEvidenceOf`); without it the sentence tells of itself alone. */
  readonly evidence?: NameEvidence;
  /** The glossary: what it has a rendering for is for the check of terms. */
  readonly terms?: readonly Term[];
  /** Which of the names that a translator may well translate too (`likely`) are looked for; none by default. */
  readonly likely?: (name: string) => boolean;
}

/** From this unlikeness on a target lacks the name, by the target's letters. Measured by `npm run bench:names`. */
const LACKS = { latin: 0.2, cased: 0.45, caseless: 0.5, unspaced: 0.5 };
/** Well-known names have forms of their own in many languages: London is `Londres`, `Londra`. */
const KNOWN_MORE = 0.06;
/** The same for a country, whose adjective is less like it. */
const REGION_LACKS = { latin: 0.2, cased: 0.3, caseless: 0.35, unspaced: 0.5 };
/** Names of China and Korea: characters of their own write them, without a sound that is told here. */
const EASTERN = /^(?:q(?!u)|x|zh)|(?:ngyang|nghai|zhou|hui|jing|shan|jiang|yuan|shui|dong)$/iu;
const KOREAN = /-\p{Ll}/u;
/** The same without a hyphen, three words of one syllable each: `Kim Jong Un`, `Xi Jin Ping`. */
const SYLLABLE = '(?:[AEIOU][aeiou]*|[B-DF-HJ-NP-TV-Z][b-df-hj-np-tv-xz]*[aeiouy]+)[b-df-hj-np-tv-xz]{0,2}';
/** One of them alone: `Kim`, `Yuan`. */
const ONE_SYLLABLE = /^[B-DF-HJ-NP-TV-Z][b-df-hj-np-tv-xz]?[aeiouy]{1,3}(?:n|ng|m|k|p|l)?$/u;
const SYLLABLES = new RegExp(`(?<![\\p{L}\\p{M}-])${SYLLABLE}(?: ${SYLLABLE}){2}(?![\\p{L}\\p{M}-])`, 'gu');
/** Regions that languages abbreviate, or call by unlike short names: United States, United Kingdom, United Nations, European Union ... */
const SHORTENED = new Set(['UN', 'EU', 'EZ', 'AE', 'NL', 'CF', 'CD']);

/** `米` and `أمريكا` are in none of CLDR's names. */
const SHORTENED_WITHOUT_CAPITALS = new Set(['US', 'GB']);

/** Called by its initials in Slavic languages: `КНДР`, `KRLD`. */
const NORTH_KOREA = 'KP';
const INITIALS = /\p{Lu}{4}/u;

/** Whether names can be compared between two locales: capitals tell them in the source, and the target's script has a table. */
export function comparesNames(from: string, to: string): boolean {
  const { scripts = ['Latin'] } = languageOf(to);
  return tellsNames(from) && tagOf(from) !== tagOf(to) && (scripts[0] === 'Latin' || SCRIPTS.has(scripts[0] as string));
}

// biome-ignore format: one line
const CASED = new Set(['Cyrillic', 'Greek', 'Armenian']);
// biome-ignore format: one line
const SCRIPTS = new Set(['Cyrillic', 'Greek', 'Hebrew', 'Arabic', 'Armenian', 'Georgian', 'Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya', 'Tamil', 'Telugu', 'Kannada', 'Malayalam', 'Hangul', 'Han', 'Hiragana', 'Thai']);

/**
 * The names of a source sentence that its target lacks, in the order of the source. Pure: the same for the same arguments.
 *
 * A name is a word with a capital within a sentence that the article never writes small; countries and regions are names too. It is
 * there where a word of the target is it, is it with an ending, or sounds like it by the tables of `src/languages/scripts/`; a country
 * where CLDR's name for it is there. Names that are common words too, or that languages have unlike words for, are `likely` ones: they
 * are left out here unless `evidence` makes them a person's. Where names cannot be compared (`comparesNames`) none is lacking.
 */
export function lackingNames(
  { source, target, from, to }: SentencePair,
  { evidence, terms = [], likely = () => false }: Known = {},
): SourceName[] {
  if (!comparesNames(from, to)) return [];
  const { regions, names: all } = evidence === undefined ? namedBy(source, from) : namedIn(source, from, evidence);
  if ((regions.length === 0 && all.length === 0) || !isReadable(target, tagOf(to))) return [];
  const syllables = letterKindOf(to) === 'latin' ? [] : spansOf(source, SYLLABLES);
  const names = all.filter(({ certainty, text }) => (certainty !== 'likely' || likely(text)) && !target.includes(text));
  const capitals = source.match(CAPITALS) ?? [];
  const within = (name: { start: number; end: number }, spans: readonly { start: number; end: number }[]) =>
    spans.some(({ start, end }) => start <= name.start && name.end <= end);
  const lacking = [
    ...names.filter(
      ({ text, certainty, ...place }) =>
        !within(place, regions) &&
        !within(place, syllables) &&
        lacks(text, target, from, to, certainty === 'known' && letterKindOf(to) === 'latin' ? KNOWN_MORE : 0, capitals) &&
        !saysSeat(text, source, target, from, to) &&
        !isJoined(text, { source, target, from, to }),
    ),
    ...regions
      .filter((region) => !hasRegion(region, target, from, to))
      .map(({ code, text, start, end }) => ({ text, start, end, certainty: 'known' as const, region: code })),
  ];
  if (lacking.length === 0) return [];
  const termed = terms.length === 0 ? [] : findTerms(source, from, terms);
  return lacking.filter((name) => !within(name, termed)).sort((a, b) => a.start - b.start);
}

const spansOf = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(({ 0: { length }, index }) => ({ start: index, end: index + length }));

const CAPITALS = /\p{Lu}[\p{L}\p{M}]+/gu;

interface Named {
  readonly names: readonly SourceName[];
  readonly regions: readonly Region[];
}

const namedBy = (source: string, from: string, evidence?: NameEvidence): Named =>
  /\p{Lu}/u.test(source) ? { names: namesIn(source, from, evidence), regions: regionsIn(source, from) } : { names: [], regions: [] };

const namedSentences = new WeakMap<NameEvidence, Map<string, Named>>();

/** What a sentence of an article names: asked for each of the article's editions, and the same for all. */
function namedIn(source: string, from: string, evidence: NameEvidence): Named {
  const sentences = namedSentences.get(evidence) ?? new Map<string, Named>();
  const named = sentences.get(source) ?? namedBy(source, from, evidence);
  sentences.set(source, named);
  namedSentences.set(evidence, sentences);
  return named;
}

/** Whether nothing in another sentence's target is like a name that some target lacks. */
export function lacksToo({ text, region }: Pick<SourceName, 'text' | 'region'>, target: string, from: string, to: string): boolean {
  return region === undefined ? lacks(text, target, from, to) : !hasRegion({ code: region, text }, target, from, to);
}

/** Below this unlikeness a target surely has a name. */
const HAS = { latin: 0.12, cased: 0.3, caseless: 0.3, unspaced: 0.25 };

/** Whether a target surely has a name, told by the name alone: closely, or as the country's that it is. */
export function surelyHas(name: string, target: string, from: string, to: string): boolean {
  return saysRegion(name, target, from, to) || hasLike(name, target, from, to, HAS[letterKindOf(to)]);
}

/** How unlike a name a target's nearest word is: 0 for a country that it names, 1 for nothing in common. */
export function unlikenessIn(name: string, target: string, from: string, to: string): number {
  return saysRegion(name, target, from, to) ? 0 : leastUnlike(name, target, from, to, 1);
}

/** Whether a name is of a country that a target names. */
export function saysRegion(name: string, target: string, from: string, to: string): boolean {
  const [region] = regionsIn(name, from);
  return region !== undefined && hasRegion(region, target, from, to);
}

/**
 * Whether nothing in a target is like a name.
 * @param more how much more unlike it must be than usual
 * @param others what words of the target may be like as well
 */
function lacks(name: string, target: string, from: string, to: string, more = 0, others: readonly string[] = []): boolean {
  const { scripts = ['Latin'] } = languageOf(to);
  // Characters tell the sounds of a name too roughly: by them one sentence in twenty of human Chinese would lack one.
  if (scripts.join() === 'Han' || (scripts.includes('Han') && ONE_SYLLABLE.test(name))) return false;
  if (KOREAN.test(name) || (letterKindOf(to) !== 'latin' && EASTERN.test(name))) return false;
  const exonyms = languageOf(from).names?.exonyms?.[name.toLowerCase()];
  if (exonyms !== undefined && new RegExp(`(?<!\\p{L})(?:${exonyms.replaceAll(' ', '|')})`, 'iu').test(target)) return false;
  return !hasLike(name, target, from, to, LACKS[letterKindOf(to)] + more, others);
}

/** Letters that a country's name and what is made of it begin with alike: `Chiny`, `chińskiej`; `Deutschland`, `deutsche`. */
const STEM = 4;
const SHORT_STEM = 3;
const LONG_STEM = 6;
/** `Mexique`, `mexicain`. */
const plain = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/qu|k/g, 'c')
    .replace(/[^\p{L}]+/gu, ' ');

/** The target that regions were looked for in last: a sentence names several. */
let last: { readonly target: string; readonly plain: string } | undefined;

function plainTarget(target: string): string {
  if (last?.target !== target) last = { target, plain: plain(target) };
  return last.plain;
}

/** Whether a word of a text begins with a stem, both `plain`. */
function hasStem(text: string, stem: string): boolean {
  for (let at = text.indexOf(stem); at >= 0; at = text.indexOf(stem, at + 1)) if (at === 0 || text[at - 1] === ' ') return true;
  return false;
}

/** What tells a name of a language's words: its letters, a capital too, neither, or not even a space. */
export function letterKindOf(locale: string): keyof typeof LACKS {
  const [script = 'Latin'] = languageOf(locale).scripts ?? [];
  if (script === 'Latin') return 'latin';
  if (CASED.has(script)) return 'cased';
  return languageOf(locale).unspaced === true ? 'unspaced' : 'caseless';
}

/** Two names that are one word of a target are as near to it as this. */
const JOINED = 0.19;

/** Whether a target has a name and the one beside it in one word: `न्यूयॉर्क` for New York. */
function isJoined(name: string, { source, target, from, to }: SentencePair): boolean {
  if (letterKindOf(to) !== 'caseless') return false;
  return namePairs(source).some(
    ({ first, second }) =>
      (first.text === name || second.text === name) && hasLike(first.text + second.text.toLowerCase(), target, from, to, JOINED),
  );
}

/** Whether a target names the country for which a source names its capital: `Washington` is the government of the United States. */
function saysSeat(name: string, source: string, target: string, from: string, to: string): boolean {
  const code = languageOf(from).names?.seats?.[name];
  if (code === undefined) return false;
  const region = { code, text: regionName(code, from) ?? name };
  return namesRegion(region, target, from, to) && !namesRegion(region, source, from, from);
}

function hasRegion(region: Pick<Region, 'code' | 'text'>, target: string, from: string, to: string): boolean {
  const kind = letterKindOf(to);
  if (SHORTENED.has(region.code) || (SHORTENED_WITHOUT_CAPITALS.has(region.code) && kind !== 'latin' && kind !== 'cased')) return true;
  return namesRegion(region, target, from, to);
}

function namesRegion({ code, text }: Pick<Region, 'code' | 'text'>, target: string, from: string, to: string): boolean {
  if (target.includes(text)) return true;
  const kind = letterKindOf(to);
  const there = regionName(code, to);
  const words = regionWords(code, to);
  const said = [...(there === undefined ? [] : [there]), ...words];
  if (said.length === 0 || said.some((name) => target.includes(name))) return true;
  const initial = languageOf(to).regionInitials?.[code];
  if (initial !== undefined && target.includes(initial)) return true;
  if (code === NORTH_KOREA && INITIALS.test(target)) return true;
  if (kind === 'latin' || kind === 'cased') {
    const within = plainTarget(target);
    if (there !== undefined && hasStem(within, stemOf(there, LONG_STEM))) return true;
    // `angielski`, `Anglia`.
    if (words.some((name) => hasStem(within, stemOf(name, there === undefined ? SHORT_STEM : STEM)))) return true;
  } else if (said.some((name) => target.includes(rootOf(name)))) return true;
  // Its name there, or the adjective of it: `Chiny`, `chińskiej`; of North Korea each word, since its own name may have other letters than CLDR's.
  return [text, ...(text.match(LONG) ?? []), ...(there?.match(/[\p{L}\p{M}]{3,}/gu) ?? [])].some((word) =>
    hasLike(word, target, from, to, REGION_LACKS[kind]),
  );
}

/** What a name and its adjective have in common where no letter tells a name: the first letters behind an article; of characters the first two. */
function rootOf(name: string): string {
  if (/^\p{Script=Han}/u.test(name)) return name.length > HAN_ROOT ? name.slice(0, HAN_ROOT) : name;
  return name.replace(/^ال/u, '').slice(0, STEM);
}

const HAN_ROOT = 2;

const LONG = /\p{L}{4,}/gu;

/** Asked for with each target of a language. */
const stems = new Map<string, string>();

function stemOf(name: string, most: number): string {
  const key = `${most} ${name}`;
  const stem = stems.get(key) ?? makeStem(name, most);
  stems.set(key, stem);
  return stem;
}

function makeStem(name: string, most: number): string {
  const [first = ''] = plain(name).match(/\p{L}{3,}/gu) ?? [];
  return first.slice(0, Math.max(Math.min(most, STEM), Math.min(most, first.length - 2)));
}

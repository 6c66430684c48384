/** Countries and regions by name, in any two languages (CLDR, which `Intl` carries). */

import { endOfWord } from '../language/runs.ts';
import { languageOf, tagOf } from '../languages/lookup.ts';

/** ISO 3166 alphabetic codes are assigned from A to Z; CLDR names those that are. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const namesOf = new Map<string, ReadonlyMap<string, string>>();

let codes: readonly string[] | undefined;

/** Continents and their parts, by their number in UN M49. */
const PARTS = ['002', '003', '005', '009', '013', '015', '017', '019', '029', '030', '035', '142', '143', '145', '150'];

/** The codes that CLDR has an English name for, and that are no former ones of another: `DD` is called Germany too. */
function regionCodes(): readonly string[] {
  const english = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  codes ??= [...LETTERS]
    .flatMap((one) => [...LETTERS].map((other) => one + other))
    .concat(PARTS)
    .filter((code) => english.of(code) !== undefined && new Intl.Locale(`und-${code}`).region === code);
  return codes;
}

/** Code to name, in a language; nothing for a language that CLDR does not know. */
function regionNames(locale: string): ReadonlyMap<string, string> {
  const key = locale;
  const known = namesOf.get(key);
  if (known !== undefined) return known;
  const names = new Map<string, string>();
  if (Intl.DisplayNames.supportedLocalesOf([locale]).length > 0) {
    const display = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
    for (const code of regionCodes()) {
      const name = display.of(code);
      if (name !== undefined) names.set(code, name);
    }
  }
  namesOf.set(key, names);
  return names;
}

export interface Region {
  readonly code: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Names of regions by their first word, the longest first: a sentence is asked word by word, which is quicker than any of all names. */
type ByFirstWord = ReadonlyMap<string, readonly { readonly name: string; readonly code: string }[]>;

const byLanguage = new Map<string, ByFirstWord>();

function regionsOf(tag: string): ByFirstWord {
  const known = byLanguage.get(tag);
  if (known !== undefined) return known;
  const codes = new Map<string, string>();
  for (const [code, name] of regionNames(tag)) if (!codes.has(name) && name.length > 3) codes.set(name, code);
  for (const [name, code] of Object.entries(languageOf(tag).names?.lands ?? {})) codes.set(name, code);
  const names = [...codes].map(([name, code]) => ({ name, code })).sort((one, other) => other.name.length - one.name.length);
  const made = Map.groupBy(names, ({ name }) => name.slice(0, endOfWord(name, 0)));
  byLanguage.set(tag, made);
  return made;
}

/** Countries and regions that a sentence names, by their usual name in its language. */
export function regionsIn(sentence: string, locale: string): Region[] {
  const known = regionsOf(tagOf(locale));
  const found: Region[] = [];
  for (let at = 0; at < sentence.length; ) {
    const start = at;
    const end = endOfWord(sentence, start);
    at = Math.max(end, start + 1);
    if (end === start || sentence[start - 1] === '-') continue;
    const region = known
      .get(sentence.slice(start, end))
      ?.find(({ name }) => sentence.startsWith(name, start) && isWhole(sentence, start + name.length));
    if (region === undefined) continue;
    at = start + region.name.length;
    found.push({ code: region.code, text: region.name, start, end: at });
  }
  return found;
}

/** Whether no word goes on at an offset. */
const isWhole = (sentence: string, at: number) => endOfWord(sentence, at) === at;

/** The name of a region in a language; undefined where CLDR has none. */
export function regionName(code: string, locale: string): string | undefined {
  return regionNames(tagOf(locale)).get(code);
}

const languages = new Map<string, readonly string[]>();

/** Codes of languages tell a land that has none of its own: `cy`, `sco gd`. */
const LANGUAGE = /^\p{Ll}/u;
/** Languages of more than one region, whose name tells which. */
const SHARED: Readonly<Record<string, string>> = { US: 'en-US', GB: 'en-GB' };

/**
 * What else a language says of a region: its short name, and what it calls the region's language, which often is its adjective as well:
 * `немецкий` for Germany. By CLDR's likely subtags: no language where the region's is first of all another region's, as Portugal's is
 * Brazil's there.
 */
export function regionWords(code: string, locale: string): readonly string[] {
  const tag = tagOf(locale);
  const key = `${tag} ${code}`;
  const known = languages.get(key);
  if (known !== undefined) return known;
  const said = Intl.DisplayNames.supportedLocalesOf([tag]).length > 0 ? saidOf(code, tag) : [];
  languages.set(key, said);
  return said;
}

function saidOf(code: string, tag: string): string[] {
  const called = (language: string) => displayOf(tag).of(language) ?? '';
  if (LANGUAGE.test(code)) return code.split(' ').map(called).filter(Boolean);
  const short = new Intl.DisplayNames([tag], { type: 'region', style: 'short', fallback: 'none' }).of(code);
  const shared = SHARED[code];
  if (shared !== undefined) {
    // `American English`, and what of it is not English.
    const whole = called('en').toLowerCase();
    const own = called(shared)
      .match(/[\p{L}\p{M}]+/gu)
      ?.filter((word) => !whole.includes(word.toLowerCase()));
    return [short ?? '', ...(own ?? [])].filter(Boolean);
  }
  const { language } = new Intl.Locale(`und-${code}`).maximize();
  const isItsOwn = language !== 'und' && new Intl.Locale(language).maximize().region === code;
  return [short ?? '', isItsOwn ? called(language) : ''].filter(Boolean);
}

const displays = new Map<string, Intl.DisplayNames>();

function displayOf(tag: string): Intl.DisplayNames {
  const known = displays.get(tag) ?? new Intl.DisplayNames([tag], { type: 'language', fallback: 'none' });
  displays.set(tag, known);
  return known;
}

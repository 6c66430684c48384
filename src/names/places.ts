/** Countries and regions by name, in any two languages (CLDR, which `Intl` carries). */

import { tagOf } from '../languages/lookup.ts';

/** ISO 3166 alphabetic codes are assigned from A to Z; CLDR names those that are. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const namesOf = new Map<string, ReadonlyMap<string, string>>();

/** Code to name, in a language; nothing for a language that CLDR does not know. */
function regionNames(locale: string): ReadonlyMap<string, string> {
  const key = locale;
  const known = namesOf.get(key);
  if (known !== undefined) return known;
  const names = new Map<string, string>();
  if (Intl.DisplayNames.supportedLocalesOf([locale]).length > 0) {
    const display = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
    for (const one of LETTERS)
      for (const other of LETTERS) {
        const name = display.of(one + other);
        if (name !== undefined) names.set(one + other, name);
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

const patterns = new Map<string, { pattern: RegExp; codes: ReadonlyMap<string, string> }>();

/** Countries and regions that a sentence names, by their usual name in its language. */
export function regionsIn(sentence: string, locale: string): Region[] {
  const tag = tagOf(locale);
  let known = patterns.get(tag);
  if (known === undefined) {
    const codes = new Map<string, string>();
    for (const [code, name] of regionNames(tag)) if (!codes.has(name)) codes.set(name, code);
    const names = [...codes.keys()].filter((name) => name.length > 3).sort((a, b) => b.length - a.length);
    const escaped = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    known = { pattern: new RegExp(`(?<![\\p{L}\\p{M}\\p{N}-])(?:${escaped.join('|') || '(?!)'})(?![\\p{L}\\p{M}\\p{N}])`, 'gu'), codes };
    patterns.set(tag, known);
  }
  const { pattern, codes } = known;
  return [...sentence.matchAll(pattern)].map((match) => ({
    code: codes.get(match[0]) ?? '',
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The name of a region in a language; undefined where CLDR has none. */
export function regionName(code: string, locale: string): string | undefined {
  return regionNames(tagOf(locale)).get(code);
}

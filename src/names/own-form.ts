/** How an edition says a name everywhere, where that is not like the name: `Cámara` for a House, `北约` for Nato. */

import { wordRuns } from '../language/runs.ts';
import { languageOf } from '../languages/lookup.ts';

/** Characters of a part of a word: enough to tell words apart, few enough to be in all forms of a word and behind its prefixes. */
const PART = { Latin: 4, Cyrillic: 4, Greek: 4, Armenian: 4, Han: 2, Hangul: 2 } as const;
const PART_ELSEWHERE = 3;

/** Fewer sentences share words, or lack them, by chance. */
const LEAST_SAID = 2;
const LEAST_WITHOUT = 3;
/** Of so many sentences one may be wrong itself. */
const MAY_DIFFER = 4;

function partsOf(text: string, locale: string): ReadonlySet<string> {
  const { scripts = ['Latin'] } = languageOf(locale);
  const length = (PART as Readonly<Record<string, number>>)[scripts[0] as string] ?? PART_ELSEWHERE;
  const parts = new Set<string>();
  for (const word of wordRuns(text.toLowerCase()))
    for (let at = 0; at + length <= word.length; at++) parts.add(word.slice(at, at + length));
  return parts;
}

/**
 * Whether a text has what an edition says for a name in all other sentences with it, of four and more in all but one, and in none without it.
 * @param said targets of the other sentences with the name
 * @param without targets of the sentences without it
 * @returns undefined where those sentences share nothing that is theirs alone, or are too few to tell
 */
export function hasOwnForm(text: string, said: readonly string[], without: readonly string[], locale: string): boolean | undefined {
  if (said.length < LEAST_SAID || without.length < LEAST_WITHOUT) return undefined;
  const times = new Map<string, number>();
  for (const one of said) for (const part of partsOf(one, locale)) times.set(part, (times.get(part) ?? 0) + 1);
  const least = said.length - (said.length >= MAY_DIFFER ? 1 : 0);
  const elsewhere = new Set(without.flatMap((one) => [...partsOf(one, locale)]));
  const own = [...times].filter(([part, count]) => count >= least && !elsewhere.has(part));
  if (own.length === 0) return undefined;
  const parts = partsOf(text, locale);
  return own.some(([part]) => parts.has(part));
}

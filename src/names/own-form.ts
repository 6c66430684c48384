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

/** The sentences of an edition by the parts of their words. */
export interface SaidParts {
  /** Of each sentence. */
  readonly of: readonly ReadonlySet<string>[];
  /** In how many sentences a part is. */
  readonly times: ReadonlyMap<string, number>;
}

/** @param said the targets of an edition */
export function saidParts(said: readonly string[], locale: string): SaidParts {
  const { scripts = ['Latin'] } = languageOf(locale);
  const length = (PART as Readonly<Record<string, number>>)[scripts[0] as string] ?? PART_ELSEWHERE;
  const of = said.map((text) => {
    const parts = new Set<string>();
    for (const word of wordRuns(text.toLowerCase()))
      for (let at = 0; at + length <= word.length; at++) parts.add(word.slice(at, at + length));
    return parts;
  });
  const times = new Map<string, number>();
  for (const parts of of) for (const part of parts) times.set(part, (times.get(part) ?? 0) + 1);
  return { of, times };
}

/**
 * Whether a sentence has what an edition says for a name in all other sentences with it, of four and more in all but one, and in none without it.
 * @param own the sentence's index
 * @param uses the indices of all sentences with the name
 * @returns undefined where the others share nothing that is theirs alone, or are too few to tell
 */
export function hasOwnForm(own: number, uses: readonly number[], { of, times }: SaidParts): boolean | undefined {
  const others = uses.filter((at) => at !== own);
  if (others.length < LEAST_SAID || of.length - others.length - 1 < LEAST_WITHOUT) return undefined;
  const here = of[own] as ReadonlySet<string>;
  const within = new Map<string, number>();
  for (const at of others) for (const part of of[at] as ReadonlySet<string>) within.set(part, (within.get(part) ?? 0) + 1);
  const least = others.length - (others.length >= MAY_DIFFER ? 1 : 0);
  let isKnown = false;
  for (const [part, count] of within) {
    if (count < least || (times.get(part) as number) - count - (here.has(part) ? 1 : 0) > 0) continue;
    if (here.has(part)) return true;
    isKnown = true;
  }
  return isKnown ? false : undefined;
}

/** What of a sentence could be a row of a glossary: names of several words, and runs of common words. */

import { wordsOf } from '../glossary/words.ts';
import { languageOf } from '../languages/lookup.ts';
import { type nameEvidence, namesIn, type SourceName, tellsNames } from './source-names.ts';

/** A name keeps its capitals; a term is a phrase of common words. */
export type PhraseKind = 'name' | 'term';

/** Words of a name or a term. */
export const LONGEST = 4;
const SMALL = /^\p{Ll}/u;

/** The shorter runs of a phrase's words. */
export function partsOf(phrase: string): string[] {
  const words = phrase.split(' ');
  return words
    .flatMap((_, first) =>
      words.slice(first + 1).flatMap((_, more) => {
        const part = words.slice(first, first + more + 1).join(' ');
        return part === phrase ? [] : [part];
      }),
    )
    .concat(words.length > 1 ? [words.at(-1) as string, words.slice(1).join(' ')] : []);
}

/** Backwards from a place, so that only the word before it is looked at: a word with a capital that is not the sentence's first. */
const BEHIND_NAME = /(?<=\p{L}.*?\P{L}\p{Lu}[\p{L}\p{M}]*\s)/suy;

/**
 * Whether a common word with a capital stands beside another: `National` of the National Weather Service is no name. The capital of a
 * sentence's first word says nothing.
 */
function isPart({ start, end, certainty }: { start: number; end: number; certainty?: SourceName['certainty'] }, sentence: string): boolean {
  if (certainty !== 'likely') return false;
  BEHIND_NAME.lastIndex = start;
  return BEHIND_NAME.test(sentence) || /^\s\p{Lu}/u.test(sentence.slice(end, end + 3));
}

/** Names of several words, and runs of two or more common words without function words, each once. */
export function phrasesOf(
  sentence: string,
  from: string,
  evidence: ReturnType<typeof nameEvidence>,
  stops: ReadonlySet<string>,
): Map<string, PhraseKind> {
  const out = new Map<string, PhraseKind>();
  const names = tellsNames(from) ? namesIn(sentence, from, evidence) : [];
  let run: { start: number; end: number; certainty?: SourceName['certainty'] } | undefined;
  for (const name of [...names, undefined]) {
    if (run !== undefined && name !== undefined && /^[ .]{1,2}$/.test(sentence.slice(run.end, name.start))) {
      run = { start: run.start, end: name.end };
      continue;
    }
    if (run !== undefined && !isPart(run, sentence)) out.set(sentence.slice(run.start, run.end), 'name');
    run = name;
  }
  const words = wordsOf(sentence, from);
  for (let first = 0; first < words.length; first++)
    for (let length = 2; length <= LONGEST && first + length <= words.length; length++) {
      const run = words.slice(first, first + length);
      if (run.some(({ text, gap, lower }, at) => (at > 0 && gap !== ' ') || !SMALL.test(text) || stops.has(lower) || text.length < 3))
        break;
      out.set(run.map(({ lower }) => lower).join(' '), 'term');
    }
  return out;
}

/** Words that are part of no term: those that begin sentences, and prepositions. */
export function stopWords(locale: string): ReadonlySet<string> {
  const { sentences, names } = languageOf(locale);
  const { starters = '', openers = '', says = '' } = sentences ?? {};
  return new Set(`${starters} ${openers} ${says} ${names?.small ?? ''}`.split(/\s+/));
}

/** A word that the engine did not know, and words of the source that were left among those of the target. */

import { foreignLetter } from '../language/foreign-letters.ts';
import { QUOTED } from '../language/quoted.ts';
import { wordSet } from '../language/runs.ts';
import { isInLatin, tagOf } from '../languages/lookup.ts';
import { wordKind } from '../names/dictionary.ts';
import { worded } from '../text/worded.ts';
import { isPseudo, type Remark, type SegmentCheck } from './check.ts';

export const untranslatedWordCheck: SegmentCheck = {
  name: 'untranslated-word',
  segment: ({ target, sourceWords, targetWords, from, to }) => {
    const told = (target.unknown ?? []).filter((word) => targetWords.includes(word));
    const got = [...told, ...starred(sourceWords, targetWords)].filter((word) => !inTerm(word, target.terms));
    const names = got.filter((word) => isName(word, targetWords));
    const others = got.filter((word) => !names.includes(word));
    return [
      ...(others.length === 0 ? [] : [{ ...worded`The engine does not know ${listed(others)}`, got: others }]),
      ...(names.length === 0 ? [] : [{ ...worded`The engine does not know ${listed(names)}`, got: names, level: 'note' as const }]),
      ...(tagOf(from) === tagOf(to) || isPseudo(target) ? [] : left(sourceWords, targetWords, target.terms, from, to)),
    ];
  },
};

/** Three words in small letters, one behind the other: a loan word or a name is shorter (in 13,000 lines of NTREX no human left any). */
const LEFT = /(?<![\p{L}\p{M}\p{N}'’-])\p{Ll}[\p{L}\p{M}'’-]*(?= (\p{Ll}[\p{L}\p{M}'’-]* \p{Ll}[\p{L}\p{M}'’-]*))/gu;
/** What is in brackets is how the source writes what stands before them. */
const BRACKETED = /[([（［【][^)\]）］】]*[)\]）］】]/gu;
/** So many letters in a row that the target's language does not have: a name that is left is a fault too, and a sign of measure is shorter. */
const FOREIGN_RUN = 2;

interface InTarget {
  readonly target: string;
}

/** Words of the source in its own language, with others around them; all of it is another check's. */
function left(source: string, target: string, terms: readonly InTarget[], from: string, to: string): Remark[] {
  const foreign = foreignLetter(from, to);
  if (target.length === source.length && target.toLowerCase() === source.toLowerCase()) return [];
  const isLeft = (run: string, text: string) => text.includes(run) && !terms.some((term) => term.target.includes(run));
  const runs = [...runsOf(source), ...wordsLeftIn(target, source, from, to)].filter((one) => isLeft(one, target));
  if (runs.length === 0 && foreign?.test(target) !== true) return [];
  const unquoted = target.replace(QUOTED, ' ');
  const run =
    runs.find((one) => unquoted.includes(one)) ??
    (foreign && foreignRuns(unquoted.replace(BRACKETED, ' '), foreign).find((one) => isLeft(one.toLowerCase(), source.toLowerCase())));
  return run === undefined ? [] : [{ ...worded`"${run}" is left untranslated`, got: [run] }];
}

const runsOf = (source: string) => [...source.matchAll(LEFT)].map(({ 0: first, 1: next }) => `${first} ${next}`);

/** A word in small Latin letters, in no address. */
const SMALL = /(?<![\p{L}\p{M}\p{N}'’.@:/_-])[a-z]{4,}(?![\p{L}\p{N}@/_-]|[.:'’]\p{L})/gu;

/** Common words of the source that stand in a target in another script: names, measures and loan words are none. */
function wordsLeftIn(target: string, source: string, from: string, to: string): string[] {
  if (isInLatin(to)) return [];
  return (target.match(SMALL) ?? []).filter((word) => wordKind(word, tagOf(from)) === 'common' && wordSet(source).has(word));
}

/** Runs of letters that the target's language does not have. */
function foreignRuns(target: string, foreign: RegExp): string[] {
  return target.match(new RegExp(`(?:${foreign.source}[\\p{M}ー]*){${FOREIGN_RUN},}`, 'gu')) ?? [];
}

/** Words with Apertium's star before them, in editions that other programs made of its output. */
function starred(source: string, target: string): string[] {
  if (!target.includes('*') || source.includes('*')) return [];
  return [...target.matchAll(/(?<![\p{L}\p{N}*])\*(\p{L}[\p{L}\p{M}'’-]*)/gu)].map((match) => match[1] as string);
}

/** What the glossary says of a name holds, whether or not the engine knows it. */
function inTerm(word: string, terms: readonly { readonly source: string; readonly target: string }[]): boolean {
  return terms.some(({ source, target }) => `${source} ${target}`.includes(word));
}

/** A capital where no sentence starts: engines know few names, and names stay as they are. */
function isName(word: string, words: string): boolean {
  return /^\p{Lu}/u.test(word) && !words.startsWith(word);
}

function listed(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(', ');
}

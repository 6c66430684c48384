/** Names and terms of articles that a glossary lacks, the most frequent first, with how the editions say them. */

import { findTerms } from '../glossary/match.ts';
import type { Term } from '../glossary/term.ts';
import { type PhraseKind, partsOf, phrasesOf, stopWords } from './phrases.ts';
import { type FoundPhrase, gramsOf, type Rendered, renderingsOf, type TargetCounts, type TranslatedSentence } from './renderings.ts';
import { nameEvidence } from './source-names.ts';

export interface Suggestion {
  readonly source: string;
  /** Sentences that have it. */
  readonly count: number;
  readonly kind: PhraseKind;
  /** How targets say it and in how many sentences, the most frequent first; empty where nothing is said of it often enough. */
  readonly said: readonly Rendered[];
}

export interface SuggestOptions {
  readonly from: string;
  readonly to: string;
  /** Those that the glossary has already. */
  readonly terms: readonly Term[];
  /** Sentences that must have it. */
  readonly least: number;
}

/** Targets that are looked at for one suggestion: more say the same. */
const MOST_TARGETS = 60;
/** Targets that tell how usual a run of words is: the first ones, and of the others every so many. */
const SAMPLE = 20_000;
const STEP = 20;
const MOST_FOUND = 400_000;
/** A run of words that is nearly always within a longer one is not a suggestion of its own. */
const WITHIN = 0.8;

/** @param articles the sentences of each article, in order */
export function suggestTerms(articles: Iterable<readonly TranslatedSentence[]>, { from, to, terms, least }: SuggestOptions): Suggestion[] {
  const found = new Map<string, FoundPhrase>();
  const sample: TranslatedSentence[] = [];
  let targets = 0;
  const stops = stopWords(from);
  for (const article of articles) {
    const evidence = nameEvidence(
      article.map(({ source }) => source),
      from,
    );
    for (const pair of article) {
      const isTranslated = pair.target !== undefined && pair.target !== '';
      for (const [text, kind] of phrasesOf(pair.source, from, evidence, stops)) {
        const one = found.get(text) ?? { kind, count: 0, pairs: [] };
        one.count++;
        if (isTranslated && one.pairs.length < MOST_TARGETS) one.pairs.push(pair);
        found.set(text, one);
      }
      if (!isTranslated) continue;
      if (targets % STEP === 0 || targets < SAMPLE) sample.push(pair);
      targets++;
    }
    // What a hundred thousand sentences have had once will hardly be frequent.
    if (found.size > MOST_FOUND) for (const [text, { count }] of found) if (count === 1) found.delete(text);
  }
  for (const [text, { count }] of found) if (count < least) found.delete(text);
  for (const [text, { count }] of [...found])
    for (const part of partsOf(text)) if (count >= WITHIN * (found.get(part)?.count ?? Number.POSITIVE_INFINITY)) found.delete(part);
  const isKnown = (text: string) =>
    terms.length > 0 && findTerms(text, from, terms).some(({ start, end }) => start === 0 && end === text.length);
  const wanted = [...found].filter(([text]) => !isKnown(text));
  const grams = new Map<TranslatedSentence, ReadonlyMap<string, string>>();
  for (const [, { pairs }] of wanted) for (const pair of pairs) if (!grams.has(pair)) grams.set(pair, gramsOf(pair.target as string, to));
  const usual = new Map<string, number>();
  for (const pair of sample)
    for (const key of (grams.get(pair) ?? gramsOf(pair.target as string, to)).keys()) usual.set(key, (usual.get(key) ?? 0) + 1);
  const corpus: TargetCounts = { grams, share: (key) => (usual.get(key) ?? 0) / Math.max(1, sample.length), targets };
  const said = renderingsOf(wanted, corpus, { from, to });
  return wanted
    .map(([source, { kind, count }]) => ({ source, kind, count, said: said.get(source) ?? [] }))
    .sort((one, other) => other.count - one.count || (one.source < other.source ? -1 : 1));
}

/** Where an edition says a name: its sentences with the name, and what all of them and no other have. */

import type { Article, Edition, Segment } from '../article.ts';
import { endOfWord } from '../language/runs.ts';
import { words } from '../text.ts';
import { hasOwnForm, type SaidParts, saidParts } from './own-form.ts';

export interface Use {
  readonly id: Segment['id'];
  readonly said: string;
  /** Its number among the edition's sentences. */
  readonly at: number;
}

const sentences = new WeakMap<Edition, ReadonlyMap<Segment['id'], Use>>();
const parts = new WeakMap<Edition, SaidParts>();

/** The sentences with a name, as a word of its own, that have a target, in order. */
export function sentencesWith(name: string, edition: Edition): readonly Use[] {
  const ofArticle = holders.get(edition.article) ?? new Map<string, ReadonlySet<string>>();
  holders.set(edition.article, ofArticle);
  const ids = ofArticle.get(name) ?? holdersOf(name, edition.article);
  ofArticle.set(name, ids);
  if (ids.size === 0) return [];
  const all = saidSentences(edition);
  return [...ids].flatMap((id) => all.get(id) ?? []);
}

/** By article and name: the sentences with it, which all its editions ask for. */
const holders = new WeakMap<Article, Map<string, ReadonlySet<string>>>();

function holdersOf(name: string, { blocks }: Article): ReadonlySet<string> {
  return new Set(blocks.flatMap(({ segments }) => segments.filter(({ text }) => holdsWord(words(text), name)).map(({ id }) => id)));
}

/**
 * Whether a sentence's target has what the edition says for a name in its other sentences and in none without it.
 * @param id of the sentence
 * @param uses `sentencesWith` the name
 * @returns undefined where the other sentences share nothing that is theirs alone, or are too few to tell
 */
export function saysAsElsewhere(id: Segment['id'], uses: readonly Use[], edition: Edition): boolean | undefined {
  const all = saidSentences(edition);
  const own = all.get(id)?.at;
  if (own === undefined) return undefined;
  let known = parts.get(edition);
  if (known === undefined) {
    known = saidParts(
      [...all.values()].map(({ said }) => said),
      edition.locale,
    );
    parts.set(edition, known);
  }
  return hasOwnForm(
    own,
    uses.map(({ at }) => at),
    known,
  );
}

/** Whether a text has a word or words, and no longer word. */
function holdsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (endOfWord(text, at + word.length) === at + word.length && (at === 0 || endOfWord(text, at - 1) === at - 1)) return true;
  return false;
}

/** By id: the sentences of an edition that have a target. */
export function saidSentences(edition: Edition): ReadonlyMap<Segment['id'], Use> {
  const known = sentences.get(edition);
  if (known !== undefined) return known;
  const all = new Map<Segment['id'], Use>();
  for (const { segments } of edition.article.blocks)
    for (const { id } of segments) {
      const target = edition.targets.get(id);
      if (target !== undefined && target.text.length > 0) all.set(id, { id, said: words(target.text), at: all.size });
    }
  sentences.set(edition, all);
  return all;
}

/** The language that the surroundings of a sentence are in: where two languages share most words, a sentence may hold none that tells. */

import type { Edition } from '../article.ts';
import { words } from '../text.ts';
import { neighbourEvidence } from './identify.ts';

/** So many sentences before it and after it. */
const AROUND = 4;
/** Two sure words more of the neighbour than of the edition's own language. */
const SURE = 6;

const known = new WeakMap<Edition, ReadonlyMap<string, { readonly place: number; readonly evidence: ReadonlyMap<string, number> }>>();

/**
 * @param segment its id
 * @returns the neighbour that the sentences around are surely in, where the sentence itself says nothing against it; undefined elsewhere, and
 *   where n-grams or letters tell the neighbours apart by the sentence alone
 */
export function languageAround(edition: Edition, segment: string): string | undefined {
  const evidence = known.get(edition) ?? evidenceOf(edition);
  known.set(edition, evidence);
  const own = evidence.get(segment);
  if (own === undefined) return undefined;
  const near = [...evidence.values()].slice(Math.max(0, own.place - AROUND), own.place + AROUND + 1);
  for (const [tag, mine] of own.evidence) {
    const all = near.map((one) => one.evidence.get(tag) ?? 0);
    if (mine >= 0 && all.every((one) => one > -SURE / 2) && all.reduce((sum, one) => sum + one, 0) > SURE) return tag;
  }
  return undefined;
}

function evidenceOf({ article, targets, locale }: Edition) {
  const found = new Map<string, { place: number; evidence: ReadonlyMap<string, number> }>();
  for (const { segments } of article.blocks)
    for (const { id } of segments) {
      const target = targets.get(id);
      if (target === undefined || target.text.length === 0) continue;
      const evidence = neighbourEvidence(words(target.text), locale);
      if (evidence.size === 0) return found;
      found.set(id, { place: found.size, evidence });
    }
  return found;
}

/** A near rendering of a term swapped for the term, stem for stem, the ending kept. Deterministic; no engine is asked. */

import type { Text } from '../article.ts';
import { words } from '../text.ts';
import { languageOf } from './languages.ts';
import { pattern, placeAt } from './pattern.ts';
import { kindOf, type TargetTerm, usesTerm } from './uses.ts';
import { wordsOf } from './words.ts';

export interface Repair {
  readonly text: Text;
  /** What stood there, and what stands there now. */
  readonly from: string;
  readonly to: string;
  /** For the record: `variant`, `previous`, `forbidden`, `letter`. */
  readonly rule: string;
}

export interface RepairOptions {
  /** Former targets of the term. */
  readonly previous?: readonly string[];
}

/**
 * @param target a target that lacks the term
 * @returns undefined where the term stands already, or nothing near it does
 */
export function repairTerm(target: Text, term: TargetTerm, locale: string, options: RepairOptions = {}): Repair | undefined {
  const plain = words(target);
  if (['exact', 'inflected', 'compound'].includes(usesTerm(plain, term, locale))) return undefined;
  const language = languageOf(locale);
  const kind = kindOf(term, locale);
  const text = wordsOf(plain, locale);
  const listed = [
    ...(options.previous ?? []).map((from) => ({ from, rule: 'previous' })),
    ...(term.variants ?? []).map((from) => ({ from, rule: 'variant' })),
    ...(term.forbidden ?? []).map((from) => ({ from, rule: 'forbidden' })),
  ];
  for (const { from, rule } of listed) {
    const sought = pattern(from, language, { kind, changes: term.indeclinable !== true, capitals: kind === 'person' || kind === 'place' });
    for (let first = 0; first < text.length; first += 1) {
      const place = placeAt(text, first, sought);
      if (place === undefined || place.fit !== 'exact') continue;
      const changed = splice(target, place.start, place.end, term.target);
      if (changed !== undefined) return { text: changed, from: plain.slice(place.start, place.end), to: term.target, rule };
    }
  }
  return undefined;
}

/** A stretch of the plain words replaced; undefined where a mark stands inside it. */
function splice(target: Text, start: number, end: number, to: string): Text | undefined {
  let offset = 0;
  const at = target.findIndex((piece) => {
    if (typeof piece !== 'string') return false;
    if (start < offset + piece.length) return true;
    offset += piece.length;
    return false;
  });
  const piece = target[at];
  if (typeof piece !== 'string' || end - offset > piece.length) return undefined;
  return target.with(at, piece.slice(0, start - offset) + to + piece.slice(end - offset));
}

import type { Term } from './term.ts';

/** The terms that a target must use where its source has them: not those that it may (`admitted`) or must not use (`forbidden`). */
export function heldTerms(terms: readonly Term[]): Term[] {
  return terms.filter(({ status }) => status === undefined || status === 'preferred' || status === 'untranslated');
}

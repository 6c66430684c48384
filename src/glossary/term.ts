/** A glossary's entry: a name or term of the source locale and how one target locale says it. */

export type TermKind = 'person' | 'place' | 'organization' | 'term';
export type TermStatus = 'preferred' | 'admitted' | 'forbidden' | 'untranslated';

/** The columns of `glossary.csv`; what is left out has the default named here. */
export interface Term {
  readonly source: string;
  /** The dictionary form. */
  readonly target: string;
  /** Default `term`. */
  readonly kind?: TermKind;
  /** Default `preferred`. `untranslated`: the target is the source. */
  readonly status?: TermStatus;
  /** Default: `exact` where the source holds a capital letter, else `any`. */
  readonly case?: 'any' | 'exact';
  /** Surface forms accepted as given. */
  readonly forms?: readonly string[];
  /** Other renderings met in the wild, to be repaired to the target. */
  readonly variants?: readonly string[];
  /** Renderings that a target must never have. */
  readonly forbidden?: readonly string[];
  /** Whether the target may be a part of a compound word. */
  readonly compounds?: boolean;
  /** The target never changes its form. */
  readonly indeclinable?: boolean;
  readonly note?: string;
  /** Asks a dictionary of the user's for what the tables of endings do not know: whether a word is a form of a dictionary form, both in lower case. */
  readonly confirm?: (word: string, lemma: string) => boolean;
}

/** The terms that a target must use where its source has them: not those that it may (`admitted`) or must not use (`forbidden`). */
export function requiredTerms(terms: readonly Term[]): Term[] {
  return terms.filter(({ status }) => status === undefined || status === 'preferred' || status === 'untranslated');
}

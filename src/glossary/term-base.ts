/** What interchange formats of glossaries carry. Types only. */

import type { Term } from './term.ts';

export interface TermBase {
  /** The source's and the target's locale. */
  readonly from: string;
  readonly to: string;
  readonly terms: readonly Term[];
}

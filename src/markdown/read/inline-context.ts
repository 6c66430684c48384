/** What the readers of inline markup are given. */

import type { Event } from 'micromark-util-types';
import type { Syntax } from '../syntax.ts';

/** What inline content is read with. */
export interface Inline {
  readonly events: readonly Event[];
  readonly source: string;
  /** Added to each token's offset to get one of `source`. */
  readonly base: number;
  readonly syntax: Syntax;
  /** Lower-case names of attributes whose values carry words. */
  readonly attributes: ReadonlySet<string>;
}

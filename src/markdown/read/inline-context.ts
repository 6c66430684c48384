/** What the readers of inline markup are given. */

import type { Event } from 'micromark-util-types';
import type { Syntax } from '../syntax.ts';
import type { AttributeNames } from '../word-attributes.ts';

/** What inline content is read with. */
export interface Inline {
  readonly events: readonly Event[];
  readonly source: string;
  /** Added to each token's offset to get one of `source`. */
  readonly base: number;
  readonly syntax: Syntax;
  readonly attributes: AttributeNames;
}

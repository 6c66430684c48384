/** What the editions of one locale have in common: the newsroom's desk for that language. Types only. */

import type { Check } from '../checks/check.ts';
import type { Config } from '../config.ts';
import type { Format } from '../formats/format.ts';
import type { EarlierEdition } from '../memory/earlier.ts';
import type { Lookup } from '../memory/recall.ts';
import type { EditionRecord } from '../memory/record.ts';
import type { Srx } from '../sentences/srx.ts';
import type { Glossary } from './glossary.ts';
import type { EditionPaths } from './source.ts';

/** How sources are read and editions written. */
export interface Settings {
  readonly config: Config;
  /** The sentence rules that `config.segmentation` names. */
  readonly srx?: Srx;
}

/** The adapters that editions need; `src/adapters.ts` names them. */
export interface EditionTools {
  readonly recordFormat: Format<EditionRecord>;
  readonly checks: readonly Check[];
}

export interface Desk extends EditionTools {
  readonly locale: string;
  readonly settings: Settings;
  readonly glossary: Glossary;
  /** What other articles of the locale know. */
  readonly memory?: Lookup | undefined;
  /** What is known of an edition of before: what git has, newest first, then what this checkout wrote, newest first. */
  readonly earlier?: ((paths: EditionPaths) => Iterable<EarlierEdition>) | undefined;
  /** Whether sentences that an adopted edition leaves out are wanted after all. */
  readonly fill?: boolean;
  /** Whether machine targets are made once more: all, or those that an engine of this name made. */
  readonly again?: { readonly fromEngine?: string | undefined } | undefined;
  /** Whether the project has a file at a path, for the checks of links. */
  readonly exists: (path: string) => boolean;
}

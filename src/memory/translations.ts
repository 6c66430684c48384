/** What one memory tells another: sentences and how other locales say them. Types only; `src/formats/tmx.ts` is its file. */

import type { Target, Text } from '../article.ts';

interface TranslatedTarget extends Pick<Target, 'text' | 'state' | 'origin'> {
  readonly locale: string;
  /** What was remarked of the sentence in this locale; never empty. */
  readonly notes?: readonly string[];
}

export interface Translation {
  /** Where it is not the memory's. */
  readonly sourceLocale?: string;
  readonly source: Text;
  readonly targets: readonly TranslatedTarget[];
  /** The article that it is from. */
  readonly slug?: string;
}

export interface TranslationMemory {
  readonly sourceLocale: string;
  readonly translations: readonly Translation[];
}

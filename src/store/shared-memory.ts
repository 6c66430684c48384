/** What desks know together of sentences and how they are said in other languages. One that is alone has its records' index. */

import type { Text } from '../article.ts';
import type { NearSentence } from '../memory/fuzzy-matches.ts';
import type { Lookup } from '../memory/recall.ts';
import type { EditionRecord } from '../memory/record.ts';

export interface LocalePair {
  readonly from: string;
  readonly to: string;
}

export type SharedSentence = Omit<NearSentence, 'share'>;

/** An edition of this desk, for others. */
export interface SharedEdition {
  readonly pair: LocalePair;
  readonly slug: string;
  /** Differs when the record does. */
  readonly print: string;
  /** Milliseconds since 1970 until which only this desk may read it; infinite for an article that nobody may read yet. */
  readonly privateUntil?: number | undefined;
  /** Asked for only where the memory has another one. */
  readonly record: () => EditionRecord;
}

/**
 * Sentences of other desks have their desk's name before the article's, and are drafts, whoever made them there: a person of this desk has
 * not read them.
 */
export interface SharedMemory {
  /** All that is known of an article's texts, in one go; what it gives answers at once. */
  known(pair: LocalePair, texts: readonly Text[]): Promise<Lookup>;
  /** Sentences like a text, best first. */
  near(pair: LocalePair, text: Text, most: number): Promise<NearSentence[]>;
  /** Sentences with some words in their source or target, in this order; the last may be the beginning of a word. */
  holding(pair: LocalePair, words: string, side: 'source' | 'target', most: number): Promise<SharedSentence[]>;
  /** @returns whether it is new to the memory, or has changed */
  share(edition: SharedEdition): Promise<boolean>;
}

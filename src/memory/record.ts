/** The bilingual record of one article in one locale: what each target was made from. Types only; `src/formats/xliff.ts` is its file. */

import type { Addition, BlockKind, Target, Text } from '../article.ts';

/** A finding that is right as it is: its check, or `all`, and why. */
export interface Waiver {
  readonly check: string;
  readonly reason: string;
}

/** What somebody remarked of a sentence in a translation tool. */
export interface Note {
  readonly text: string;
  readonly from?: string;
}

export interface RecordedSegment {
  readonly id: string;
  readonly source: Text;
  /** Absent while the segment has no target yet. */
  readonly target?: Target;
  /** A reviewed target whose source has changed since: the person's text and what it was made from. */
  readonly outdated?: { readonly source: Text; readonly target: Target };
  /** How sure an alignment was of this pair, 0 to 1; absent where a target was made for its source. */
  readonly confidence?: number;
  /** Where a person has changed the target in the record's file: the fingerprint of the target that it replaced. Never written. */
  readonly replaced?: string;
  /**
   * Where the record's file does not say how its target was written, because a tool took our attributes out or put the target in:
   * whether the tool calls it approved. A comparison with the edition tells what has changed. Never written.
   */
  readonly unsigned?: { readonly isApproved: boolean };
  /** Fingerprint of the target as it is read back from the edition, where that differs from the target's own (a reference that got its label). */
  readonly written?: string;
  /** Findings that a person has waived, valid while source and target are unchanged. */
  readonly waivers?: readonly Waiver[];
  /** Never empty. They stay with the sentence whatever becomes of its words. */
  readonly notes?: readonly Note[];
}

/** Lines of the source that the edition was made from, by their sums (`src/markdown/layout.ts`): it tells what its author changed since. */
export interface RecordedItem {
  readonly sum: string;
  /** Line ends between the item before and this one. */
  readonly breaks: number;
  /** The sum of the same lines in the edition as Dragoman wrote them, where it is another (a heading that got an anchor). */
  readonly shown?: string;
}

export interface RecordedBlock {
  readonly kind: BlockKind;
  readonly path?: string;
  readonly note?: string;
  readonly segments: readonly RecordedSegment[];
  /** The item that begins with this block; absent for a block that shares the lines of the one before. */
  readonly item?: RecordedItem;
  /** Items without words between the block before and this one. */
  readonly before?: readonly RecordedItem[];
}

export interface EditionRecord {
  readonly slug: string;
  readonly sourceLocale: string;
  readonly locale: string;
  /** In the order of the source. */
  readonly blocks: readonly RecordedBlock[];
  readonly additions: readonly Addition[];
  /** Reviewed segments whose source has gone: kept, so that they come back when it does. */
  readonly retired: readonly RecordedSegment[];
  /** Items without words after the last block. */
  readonly after?: readonly RecordedItem[];
  /** Sums of the values of the source's front matter, by key; absent in a record of Dragoman 0.1, which knows no items either. */
  readonly front?: ReadonlyMap<string, string>;
  /** SHA-256 of the edition as it was last written; of Dragoman 0.1, never written any more: two branches could not be merged. */
  readonly editionHash?: string;
}

/** The parts of one string: what is translated as a whole, and what a number chooses. Types only. */

import type { Placeholder } from './placeholders.ts';
import type { Category, PluralType } from './plurals.ts';

/** A range of a string's words that is translated as a whole. Passages nest: a branch is in a placeholder of the one around it. */
export interface Passage {
  /** Empty for the whole string and what stands for it; `{count:one}` for a branch. */
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** In order; they do not overlap. */
  readonly marks: readonly Placeholder[];
  /** The words of a range without the quoting of the message's own syntax, and back. @param next what comes after the words */
  readonly read: (raw: string) => string;
  readonly write: (words: string, next: string) => string;
}

/** A choice by number: its branches are those that the language has. */
export interface MessageChoice {
  readonly type: PluralType;
  /** The name of the passage of a branch. */
  readonly name: (category: string) => string;
  /** What goes with a branch that goes. */
  readonly forms: ReadonlyMap<Category, { readonly from: number; readonly to: number }>;
  /** What is written around the words of a new branch. */
  readonly addition: (category: Category) => readonly [before: string, after: string];
}

export interface Message {
  /** One before those in it. */
  readonly passages: readonly Passage[];
  readonly choices: readonly MessageChoice[];
}

/** Random edits of an edition's file, as a person with a text editor makes them. */

import { BLOCK_EDITS } from './person-edits/blocks.ts';
import { BYTE_EDITS } from './person-edits/bytes.ts';
import { FRONT_EDITS } from './person-edits/front.ts';
import { LINE_EDITS } from './person-edits/lines.ts';
import type { PersonEdit } from './person-edits/person-edit.ts';
import { SENTENCE_EDITS } from './person-edits/sentences.ts';
import type { Random } from './random.ts';

const EDITS: Readonly<Record<string, PersonEdit>> = { ...LINE_EDITS, ...BYTE_EDITS, ...FRONT_EDITS, ...SENTENCE_EDITS, ...BLOCK_EDITS };

export const EDIT_KINDS: readonly string[] = Object.keys(EDITS);

/** @param kind one of `EDIT_KINDS` */
export function editedBy(dice: Random, kind: string, text: string): string {
  return EDITS[kind]?.(text, dice) ?? text;
}

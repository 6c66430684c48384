/** What indexes of memories find a text and its surroundings by: 52 bits of a hash, exact as a number everywhere. */

import { hash } from 'node:crypto';
import { memoryKey } from '../text/white-space.ts';
import type { SegmentContext } from './recall.ts';

export function indexKey(text: string): number {
  return Number.parseInt(hash('sha256', text).slice(0, 13), 16);
}

/** Of the kind of a block and the sentences before and after. */
export function contextKey({ kind, previous, next }: SegmentContext): number {
  const [before, after] = [previous, next].map((text) => (text === undefined ? '' : memoryKey(text)));
  return indexKey(`${kind}\u0000${before}\u0000${after}`);
}

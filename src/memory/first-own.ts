/** Two memories as one: what this checkout's own records know goes before what others know. */

import { memoryKey } from '../text/white-space.ts';
import type { Lookup } from './recall.ts';

/** A sentence that both have is the own one's; the others' same sentence goes before an own one with other figures. */
export function firstOwn(own: Lookup | undefined, others: Lookup): Lookup {
  return (text, context) => {
    const mine = own?.(text, context) ?? [];
    const theirs = others(text, context);
    if (theirs.length === 0) return mine;
    const key = memoryKey(text);
    return mine.some(({ source }) => memoryKey(source) === key) ? [...mine, ...theirs] : [...theirs, ...mine];
  };
}

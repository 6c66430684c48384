/** A file with its character references as the letters that they stand for, and where each of these is in the file. */

import { partitionPoint } from '../ranges/partition-point.ts';
import { decodeReference } from './read/inline.ts';

const REFERENCE = /&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-zA-Z][a-zA-Z0-9]{1,31});/g;

export interface FileLetters {
  readonly text: string;
  /** The offset in the file of an offset in the text. */
  readonly offsetIn: (at: number) => number;
}

export function lettersIn(source: string): FileLetters {
  if (!source.includes('&')) return { text: source, offsetIn: (at) => at };
  let [text, end] = ['', 0];
  // Behind each reference: the offset in the text, and how much longer the file is up to there.
  const [behind, longer]: [number[], number[]] = [[], []];
  for (const { 0: reference, index } of source.matchAll(REFERENCE)) {
    text += source.slice(end, index) + decodeReference(reference);
    end = index + reference.length;
    behind.push(text.length);
    longer.push(end - text.length);
  }
  text += source.slice(end);
  return { text, offsetIn: (at) => at + (longer[partitionPoint(behind.length, (one) => (behind[one] as number) <= at) - 1] ?? 0) };
}

/**
 * What the files of a model must be, whatever a server sends under their names: Mozilla's list has a hash for the weights alone, and a
 * page that wants a sign-in would be pinned as a vocabulary.
 */

import { readVocabulary } from './vocabulary.ts';

export type ModelFileKind = 'model' | 'shortlist' | 'vocabulary';

/** Marian's binary weights begin with the format's version (common/binary.cpp). */
const WEIGHTS_VERSION = 1n;
/** `BINARY_SHORTLIST_MAGIC` (data/shortlist.h); its header is six numbers of 64 bits, the last two the counts of offsets and of words. */
const SHORTLIST_MAGIC = 0xf11a48d5013417f5n;
const SHORTLIST_HEADER = 48;

const CHECKS: Readonly<Record<ModelFileKind, (bytes: Buffer) => boolean>> = {
  model: (bytes) => bytes.length > 16 && bytes.readBigUInt64LE(0) === WEIGHTS_VERSION,
  shortlist: (bytes) => {
    if (bytes.length < SHORTLIST_HEADER || bytes.readBigUInt64LE(0) !== SHORTLIST_MAGIC) return false;
    const [offsets, words] = [bytes.readBigUInt64LE(32), bytes.readBigUInt64LE(40)];
    return BigInt(bytes.length) >= BigInt(SHORTLIST_HEADER) + offsets * 8n + words * 4n;
  },
  vocabulary: (bytes) => {
    try {
      readVocabulary(bytes);
      return true;
    } catch {
      return false;
    }
  },
};

/** @throws Error where the bytes are no such file, or a part of one */
export function assertModelFile(kind: ModelFileKind, bytes: Buffer): void {
  if (CHECKS[kind](bytes)) return;
  const start = bytes
    .subarray(0, 40)
    .toString('latin1')
    .replace(/[^\x20-\x7e]+/g, ' ');
  throw new Error(`no ${kind === 'model' ? 'weights' : kind} of Marian's: ${JSON.stringify(start)}`);
}

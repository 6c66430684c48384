/** Whether a file is the one that was seen before, told by its stats alone. The one rule for freshness, memory and publishing. */

import { statSync } from 'node:fs';

/** Size in bytes, modification time in milliseconds, inode. */
export type Stamp = readonly [size: number, modified: number, inode: number];

/** File systems tell times by two seconds at worst: a file this young may change again without its stamp changing. */
const YOUNG_MILLISECONDS = 2_000;

const UNLESS_MISSING = { throwIfNoEntry: false } as const;

/**
 * To be taken before the file is read: then a later change shows.
 * @param now milliseconds since 1970
 * @returns `young` for a file whose stamp proves nothing yet
 */
export function stampOf(path: string, now: number): Stamp | 'missing' | 'young' {
  const stats = statSync(path, UNLESS_MISSING);
  if (stats === undefined) return 'missing';
  return stats.mtimeMs > now - YOUNG_MILLISECONDS ? 'young' : [stats.size, stats.mtimeMs, stats.ino];
}

/** The stamps of some files as one text; undefined where one of the files is young. */
export function stampText(paths: readonly string[], now: number): string | undefined {
  const stamps = paths.map((path) => stampOf(path, now));
  return stamps.includes('young') ? undefined : stamps.map((stamp) => (typeof stamp === 'string' ? '-' : stamp.join(':'))).join(' ');
}

/**
 * Whether a file is the one that was seen before, told by its stats, and while these prove nothing by its content. The one rule for
 * freshness, memory and publishing.
 */

import { hash } from 'node:crypto';
import { fileBytes, statsOf } from '../files/bytes.ts';

/** Size in bytes, modification time in milliseconds, inode. */
export type Stamp = readonly [size: number, modified: number, inode: number];

/** File systems tell times by two seconds at worst: a file this young may change again without its stamp changing. */
const YOUNG_MILLISECONDS = 2_000;

/**
 * To be taken before the file is read: then a later change shows.
 * @param now milliseconds since 1970
 * @returns `young` for a file whose stamp proves nothing yet
 */
export function stampOf(path: string, now: number): Stamp | 'missing' | 'young' {
  const stats = statsOf(path);
  if (stats === undefined) return 'missing';
  // What is no file has no content to tell: whoever opens it says so.
  return stats.isFile() && stats.mtimeMs > now - YOUNG_MILLISECONDS ? 'young' : [stats.size, stats.mtimeMs, stats.ino];
}

/** The stamp as text of a file that is not there. */
export const MISSING = '-';

/**
 * The stamp of a file as text, to be compared with the one that it had; of a young file the sum of its content.
 * @param now milliseconds since 1970
 */
export function stampText(path: string, now: number): string {
  const stamp = stampOf(path, now);
  if (stamp === 'missing') return MISSING;
  return stamp === 'young' ? contentStamp(fileBytes(path)) : stamp.join(':');
}

/** Whether a file says what it said when it was young and had this stamp. */
export function isStill(path: string, stamp: string): boolean {
  return stamp.startsWith(CONTENT) && statsOf(path)?.isFile() === true && contentStamp(fileBytes(path)) === stamp;
}

const CONTENT = '=';

/** The stamp of a young file with this content. */
export function contentStamp(content: string | Uint8Array): string {
  return `${CONTENT}${contentSum(content)}`;
}

/** What a young file is known by: 52 bits of SHA-256, enough to tell a text from other versions of the same file. Never 0. */
export function contentSum(content: string | Uint8Array): number {
  return Number.parseInt(hash('sha256', content).slice(0, 13), 16) + 1;
}

/**
 * Which editions are as the last run left them: one look at the stats of each file, in as many threads as are given the same
 * job. Nothing heavy is imported, for a thread loads it all again.
 */

import type { Stats } from 'node:fs';
import { fileBytes, statsOf } from '../../files/bytes.ts';
import { contentSum } from '../stamps.ts';

/**
 * Numbers that say a file is the same: size, modification time, inode; an editor that keeps all three is not known. Of a file that was
 * too young for its stamp to prove anything: size, `NaN`, and the sum of its content, negative.
 */
export const STAMP = 3;
/** A row: the stamps of source, edition and record, then segments, reviewed, errors and warnings. */
export const COUNTS = 3 * STAMP;
export const ROW = COUNTS + 4;

/** Sources that a thread takes at once: few enough that both end together, many enough that taking costs nothing. */
const PORTION = 64;

/** Plain data, so that a thread can be given it; what is written to is memory that threads share. */
export interface SurveyJob {
  readonly root: string;
  /** Of each source: its name, its path below the root, and the number of its kind. */
  readonly names: readonly string[];
  readonly files: readonly string[];
  readonly kinds: readonly number[];
  /** By kind, then by locale. */
  readonly places: readonly (readonly Places[])[];
  /** By locale: a row for each source, as the last run left it; `NaN` where nothing is known. */
  readonly rows: readonly Float64Array[];
  /** For each source and each locale in it: 1 where the edition is as it was. */
  readonly fresh: Uint8Array;
  /** The next source that no thread has taken. */
  readonly next: Int32Array;
}

/** Absolute paths in parts: the source's name comes between them. */
interface Places {
  readonly edition: readonly string[];
  readonly record: readonly string[];
}

/** Looks at what no other thread has taken, until nothing is left. */
export function survey({ root, names, files, kinds, places, rows, fresh, next }: SurveyJob): void {
  const count = names.length;
  const localeCount = rows.length;
  for (let start = Atomics.add(next, 0, PORTION); start < count; start = Atomics.add(next, 0, PORTION)) {
    for (let at = start; at < Math.min(start + PORTION, count); at++) {
      const source = statsOf(`${root}/${files[at]}`);
      const name = names[at] as string;
      const placesOfKind = places[kinds[at] as number] as readonly Places[];
      for (let locale = 0; locale < localeCount; locale++) {
        const row = rows[locale] as Float64Array;
        const from = at * ROW;
        if (!isSame(`${root}/${files[at]}`, source, row, from)) continue;
        const { edition, record } = placesOfKind[locale] as Places;
        if (isThere(edition, name, row, from + STAMP) && isThere(record, name, row, from + 2 * STAMP)) fresh[at * localeCount + locale] = 1;
      }
    }
  }
}

function isThere(pieces: readonly string[], name: string, row: Float64Array, from: number): boolean {
  let path = pieces[0] as string;
  for (let at = 1; at < pieces.length; at++) path += name + (pieces[at] as string);
  return isSame(path, statsOf(path), row, from);
}

function isSame(path: string, stats: Stats | undefined, row: Float64Array, from: number): boolean {
  if (stats === undefined || stats.size !== row[from]) return false;
  const last = row[from + 2] as number;
  if (stats.mtimeMs === row[from + 1] && stats.ino === last) return true;
  return last < 0 && contentSum(fileBytes(path)) === -last;
}

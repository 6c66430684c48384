/** What saves the next build from reading files that have not changed. Nothing depends on it but time. */

import { existsSync } from 'node:fs';
import { fileText } from '../../files/bytes.ts';
import { writeAtomic } from '../../files/write.ts';
import type { KnownMedia } from '../body/media.ts';

export interface Cache {
  /** Stamps of articles by slug. */
  readonly stamps: ReadonlyMap<string, string>;
  /** Media files by project-relative path. */
  readonly media: Map<string, KnownMedia>;
  /** What pages of lists were made of, by file. */
  readonly lists: ReadonlyMap<string, string>;
  /** Counts builds. */
  readonly round: number;
}

/**
 * @param file undefined where nothing is kept
 * @param madeWith of the program and its options: under others an article may have to be seen again
 */
export function readCache(file: string | undefined, madeWith: string): Omit<Cache, 'round'> {
  try {
    if (file !== undefined && existsSync(file)) {
      const saved = JSON.parse(fileText(file)) as { madeWith: string; stamps: object; media: object; lists: object };
      if (saved.madeWith === madeWith)
        return {
          stamps: new Map(Object.entries(saved.stamps)),
          media: new Map(Object.entries(saved.media)),
          lists: new Map(Object.entries(saved.lists)),
        };
    }
  } catch {
    // A cache that cannot be read is no cache.
  }
  return { stamps: new Map(), media: new Map(), lists: new Map() };
}

/** How many builds there were; 0 where that is not known. */
export function readRound(file: string | undefined): number {
  try {
    const { round } = JSON.parse(fileText(file ?? '')) as { round?: unknown };
    return Number.isSafeInteger(round) ? (round as number) : 0;
  } catch {
    return 0;
  }
}

export function writeCache(file: string | undefined, madeWith: string, { stamps, media, lists, round }: Cache): void {
  if (file !== undefined)
    writeAtomic(
      file,
      JSON.stringify({
        ...{ madeWith, round },
        stamps: Object.fromEntries(stamps),
        media: Object.fromEntries(media),
        lists: Object.fromEntries(lists),
      }),
    );
}

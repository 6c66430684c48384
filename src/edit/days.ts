/** When articles were first published, which orders the matrix, and their headlines: read a few at a time, and kept with those of other commands. */

import type { ArticleSource } from '../edition/source.ts';
import type { Project } from '../project/project.ts';
import { keepReleases, releaseOf } from '../project/releases.ts';

export interface Days {
  /** Newest first; an article whose day is not known yet is where a date in its name puts it. */
  readonly sorted: (articles: readonly ArticleSource[]) => readonly ArticleSource[];
  /** As its author wrote it; undefined where there is none, or it has not been read yet. */
  readonly headline: (source: ArticleSource) => string | undefined;
  /**
   * Reads some more.
   * @returns whether any is left
   */
  readonly lookOn: () => boolean;
}

/** Files that are looked at together: some 10 ms. */
const SLICE = 40;
/** Milliseconds for which a list is read before it is first shown. */
const LOOK = 100;
/** Milliseconds after which dates are read once more: somebody may have changed one. */
const KNOWN_FOR = 30_000;

export function openDays(project: Project, clock: () => number): Days {
  const known = new Map<string, string>();
  const headlines = new Map<string, string | undefined>();
  let left: ArticleSource[] = [];
  let lookedAt = Number.NEGATIVE_INFINITY;
  let listed = -1;
  let sorted: { readonly of: readonly ArticleSource[]; readonly all: readonly ArticleSource[] } | undefined;
  const dayOf = ({ slug, file }: ArticleSource) => known.get(file) ?? /\d{4}-\d{2}-\d{2}/.exec(slug)?.[0] ?? '';
  const lookOn = () => {
    const isAny = left.length > 0;
    for (const source of left.splice(0, SLICE)) {
      const { day = '', title } = releaseOf(project, source, clock());
      headlines.set(source.file, title);
      if (dayOf(source) !== day) sorted = undefined;
      known.set(source.file, day);
    }
    if (isAny && left.length === 0) keepReleases(project);
    return left.length > 0;
  };
  return {
    lookOn,
    headline: ({ file }) => headlines.get(file),
    sorted: (of) => {
      if (listed !== of.length || clock() - lookedAt > KNOWN_FOR) {
        left = [...of];
        listed = of.length;
        lookedAt = clock();
        while (clock() < lookedAt + LOOK && lookOn());
      }
      if (sorted?.of !== of) {
        const days = new Map(of.map((source) => [source, dayOf(source)]));
        const all = of.toSorted((a, b) => compare(days.get(b) ?? '', days.get(a) ?? '') || compare(b.slug, a.slug));
        sorted = { of, all };
      }
      return sorted.all;
    },
  };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** How far each edition is, for the matrix: what the last run left is known by stamps of files; the others are opened, a few at a time. */

import { join } from 'node:path';
import { localesFor } from '../edition/collections.ts';
import type { ArticleSource } from '../edition/source.ts';
import { statusOf } from '../edition/status.ts';
import { KnownError } from '../errors.ts';
import { programKey } from '../program-key.ts';
import { editionPaths } from '../project/disk.ts';
import { openFreshness } from '../project/freshness.ts';
import { glossaryFiles } from '../project/project.ts';
import { releaseOf } from '../project/releases.ts';
import { stampText } from '../project/stamps.ts';
import type { Workspace } from './workspace.ts';

export interface EditionCell {
  /** `unknown`: it is being looked at. `unreadable`: one of its files is. */
  readonly state: 'fresh' | 'stale' | 'missing' | 'hand-made' | 'unknown' | 'unreadable';
  readonly segments: number;
  readonly reviewed: number;
  /** Segments without a valid target. */
  readonly pending: number;
  readonly errors: number;
  readonly warnings: number;
}

export interface States {
  /** Every article, newest first. */
  readonly articles: () => readonly ArticleSource[];
  /**
   * The cells of some articles, by locale; undefined where an article does not go into the locale.
   * @param budget milliseconds in which editions are opened; the rest is opened when somebody asks again
   */
  readonly cells: (
    sources: readonly ArticleSource[],
    locales: readonly string[],
    budget: number,
  ) => Promise<readonly ReadonlyMap<string, EditionCell>[]>;
}

const NOTHING = { segments: 0, reviewed: 0, pending: 0, errors: 0, warnings: 0 } as const;

export function createStates(workspace: Workspace, clock: () => number = Date.now): States {
  const { project } = workspace;
  const freshness = openFreshness(project, programKey());
  let sorted: { readonly of: readonly ArticleSource[]; readonly all: readonly ArticleSource[] } | undefined;
  const known = new Map<string, { readonly stamps: string; readonly cell: EditionCell }>();
  /** All that an edition's state depends on, but the configuration. */
  const stampsOf = (locale: string, source: ArticleSource): string => {
    const { file, recordFile } = editionPaths(project, source, locale);
    const files = [source.file, file, recordFile, ...glossaryFiles(project, locale)];
    return files.map((one) => stampText(join(project.root, one), clock())).join(' ');
  };

  const look = (locale: string, source: ArticleSource, stamps: string): EditionCell => {
    const { slug } = source;
    try {
      const opened = workspace.opened(locale, slug);
      if (opened === undefined) return { state: 'missing', ...NOTHING };
      const { state, segments, reviewed } = statusOf(opened.open, opened.desk);
      const levels = opened.findings.all().map(({ level }) => level);
      const cell = {
        ...{ state, segments, reviewed, pending: opened.open.pending.length },
        errors: levels.filter((level) => level === 'error').length,
        warnings: levels.filter((level) => level === 'warning').length,
      };
      known.set(`${locale} ${slug}`, { stamps, cell });
      return cell;
    } catch (error) {
      if (error instanceof KnownError) return { state: 'unreadable', ...NOTHING };
      throw error;
    }
  };

  return {
    articles: () => {
      const of = workspace.articles();
      if (sorted?.of !== of) {
        const now = clock();
        const days = new Map(of.map((source) => [source, releaseOf(project, source, now).day ?? '']));
        const all = of.toSorted((a, b) => compare(days.get(b) ?? '', days.get(a) ?? '') || compare(b.slug, a.slug));
        sorted = { of, all };
      }
      return sorted.all;
    },
    cells: async (sources, locales, budget) => {
      const counts = await freshness.known(sources, locales);
      const end = clock() + budget;
      return sources.map((source, at) => {
        const own = localesFor(project.config, source, locales);
        return new Map(
          own.map((locale): [string, EditionCell] => {
            const fresh = counts(at, locales.indexOf(locale));
            if (fresh !== undefined) return [locale, { state: 'fresh', pending: 0, ...fresh }];
            const stamps = stampsOf(locale, source);
            const before = known.get(`${locale} ${source.slug}`);
            if (before?.stamps === stamps) return [locale, before.cell];
            return [locale, clock() < end ? look(locale, source, stamps) : { state: 'unknown', ...NOTHING }];
          }),
        );
      });
    },
  };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

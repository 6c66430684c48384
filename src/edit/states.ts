/**
 * How far each edition is, for the matrix. What the last run left is known by stamps of files; the others are opened, and that takes its
 * time: what is known is told at once, the rest is looked at between other requests, and whoever watches is told.
 */

import { join } from 'node:path';
import { localesFor } from '../edition/collections.ts';
import { findingsIn } from '../edition/findings.ts';
import { openOne } from '../edition/open-one.ts';
import { type ArticleSource, type Source, sourceName } from '../edition/source.ts';
import { statusOf } from '../edition/status.ts';
import { KnownError } from '../errors.ts';
import { programKey } from '../program/key.ts';
import { editionPaths } from '../project/disk.ts';
import { openFreshness } from '../project/freshness.ts';
import { glossaryFiles } from '../project/project.ts';
import { stampText } from '../project/stamps.ts';
import type { Workspace } from '../session/workspace.ts';
import { openDays } from './days.ts';

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

/** What the matrix can be asked for: editions that are not up to date, that have findings, and those that a person has not read. */
export const FILTERS = ['stale', 'missing', 'findings', 'unread', 'reviewed'] as const;
export type Filter = (typeof FILTERS)[number];

export interface States {
  /** Every article, newest first as far as their dates are known. */
  readonly articles: () => readonly ArticleSource[];
  /** As far as it is known by now. */
  readonly headline: (source: ArticleSource) => string | undefined;
  /** What is known of every edition of a locale, by name, those of strings too; nothing is opened. */
  readonly known: (locale: string) => Promise<ReadonlyMap<string, EditionCell>>;
  /**
   * The cells of some articles or files of strings, by locale; undefined where one does not go into the locale.
   * @param budget milliseconds in which editions are opened; the rest is opened afterwards
   */
  readonly cells: (
    sources: readonly Source[],
    locales: readonly string[],
    budget: number,
  ) => Promise<readonly ReadonlyMap<string, EditionCell>[]>;
  /**
   * Those among some that have such an edition in one of the locales, as far as that is known by now.
   * @returns also how many editions have not been looked at
   */
  readonly filtered: (
    sources: readonly Source[],
    locales: readonly string[],
    filter: Filter,
  ) => { readonly sources: readonly Source[]; readonly left: number };
  /** How many editions are still to be looked at. */
  readonly left: () => number;
  /** Resolves once nothing is left to be looked at that anybody has asked for. */
  readonly settled: () => Promise<void>;
  readonly close: () => void;
}

const NOTHING = { segments: 0, reviewed: 0, pending: 0, errors: 0, warnings: 0 } as const;
const UNKNOWN: EditionCell = { state: 'unknown', ...NOTHING };

/** Articles whose stamps are looked at together, some 20 ms in ten locales. */
const SURVEYED = 50;
/** Milliseconds between two times that watchers are told. */
const TELL_EVERY = 2_000;

/** @param onChange told that more is known: how many editions are still to be looked at */
export function createStates(workspace: Workspace, onChange: (left: number) => void = () => {}, clock: () => number = Date.now): States {
  const { project } = workspace;
  const freshness = openFreshness(project, programKey());
  const days = openDays(project, clock);
  const known = new Map<string, { readonly stamps: string; readonly cell: EditionCell }>();
  /** What was last known of every edition, however its files are by now. */
  const last = new Map<string, EditionCell>();
  const wanted = new Map<string, { readonly source: Source; readonly locale: string }>();
  let toSurvey: Source[] = [];
  let surveyed: number | undefined;
  let running: Promise<void> | undefined;
  let isClosed = false;
  let told = 0;
  const nameOf = (locale: string, source: Source) => `${locale} ${sourceName(source)}`;
  /** All that an edition's state depends on, but the configuration. */
  const stampsOf = (locale: string, source: Source): string => {
    const { file, recordFile } = editionPaths(project, source, locale);
    const files = [source.file, file, recordFile, ...glossaryFiles(project, locale)];
    return files.map((one) => stampText(join(project.root, one), clock())).join(' ');
  };
  const look = (locale: string, source: Source, stamps = stampsOf(locale, source)): EditionCell => {
    const cell = cellOf(workspace, locale, source);
    known.set(nameOf(locale, source), { stamps, cell });
    last.set(nameOf(locale, source), cell);
    wanted.delete(nameOf(locale, source));
    return cell;
  };
  /** @returns the cells of which nothing is to be opened; the others are `unknown`, or what they were */
  const knownCells = async (sources: readonly Source[], locales: readonly string[]) => {
    const counts = await freshness.known(sources, locales);
    return sources.map((source, at) => {
      const own = localesFor(project.config, source, locales);
      return new Map(
        own.map((locale): [string, EditionCell | undefined] => {
          const fresh = counts(at, locales.indexOf(locale));
          const before = known.get(nameOf(locale, source));
          const cell: EditionCell | undefined =
            fresh !== undefined
              ? { state: 'fresh', pending: 0, ...fresh }
              : before !== undefined && before.stamps === stampsOf(locale, source)
                ? before.cell
                : undefined;
          if (cell !== undefined) last.set(nameOf(locale, source), cell);
          return [locale, cell];
        }),
      );
    });
  };
  const left = () => wanted.size + toSurvey.length * workspace.locales.length;
  const tell = (isLast: boolean) => {
    if (!isLast && clock() - told < TELL_EVERY) return;
    told = clock();
    onChange(left());
  };
  const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));
  const work = async () => {
    while (!isClosed) {
      await nextTurn();
      const [name, edition] = wanted.entries().next().value ?? [];
      if (name !== undefined && edition !== undefined) look(edition.locale, edition.source);
      else if (toSurvey.length > 0) {
        const some = toSurvey.splice(0, SURVEYED);
        const cells = await knownCells(some, workspace.locales);
        for (const [at, source] of some.entries())
          for (const [locale, cell] of cells[at] ?? []) if (cell === undefined) wanted.set(nameOf(locale, source), { source, locale });
      } else if (!days.lookOn()) break;
      tell(false);
    }
    running = undefined;
    if (!isClosed) tell(true);
  };
  const start = () => {
    if (!isClosed) running ??= work();
  };

  return {
    articles: () => {
      const all = days.sorted(workspace.articles());
      start();
      return all;
    },
    headline: days.headline,
    known: async (locale) => {
      const sources = [...workspace.articles(), ...workspace.strings()];
      const cells = await knownCells(sources, [locale]);
      return new Map(
        sources.flatMap((source, at): [string, EditionCell][] => {
          const cell = cells[at]?.get(locale);
          return cells[at]?.has(locale) === true ? [[sourceName(source), cell ?? UNKNOWN]] : [];
        }),
      );
    },
    cells: async (sources, locales, budget) => {
      const cells = await knownCells(sources, locales);
      const end = clock() + budget;
      return sources.map((source, at) => {
        const own = [...(cells[at] ?? [])].map(([locale, cell]): [string, EditionCell] => {
          if (cell !== undefined) return [locale, cell];
          if (clock() < end) return [locale, look(locale, source)];
          wanted.set(nameOf(locale, source), { source, locale });
          start();
          return [locale, UNKNOWN];
        });
        return new Map(own);
      });
    },
    filtered: (sources, locales, filter) => {
      const all = workspace.articles();
      // Once for a list of articles: a later change of a file is seen where its row is shown.
      if (surveyed !== all.length) {
        surveyed = all.length;
        toSurvey = [...days.sorted(all), ...workspace.strings()];
        start();
      }
      let unknown = 0;
      const found = sources.filter((source) => {
        const cells = localesFor(project.config, source, locales).map((locale) => last.get(nameOf(locale, source)));
        unknown += cells.filter((cell) => cell === undefined).length;
        return cells.some((cell) => cell !== undefined && isOf(cell, filter));
      });
      return { sources: found, left: unknown };
    },
    left,
    settled: async () => {
      while (running !== undefined) await running;
    },
    close: () => {
      isClosed = true;
    },
  };
}

function isOf({ state, segments, reviewed, errors, warnings }: EditionCell, filter: Filter): boolean {
  if (filter === 'stale' || filter === 'missing') return state === filter;
  if (filter === 'findings') return errors + warnings > 0;
  return filter === 'reviewed' ? segments > 0 && reviewed === segments : segments > 0 && reviewed < segments;
}

/** The memory is not asked: its index is made of all records, and what it would fill is not in the edition. */
function cellOf(workspace: Workspace, locale: string, source: Source): EditionCell {
  try {
    const { open, desk } = openOne(workspace.disk(locale), source, locale, { memory: false });
    const { state, segments, reviewed } = statusOf(open, desk);
    const levels = findingsIn(open, desk)
      .all()
      .map(({ level }) => level);
    return {
      ...{ state, segments, reviewed, pending: open.pending.length },
      errors: levels.filter((level) => level === 'error').length,
      warnings: levels.filter((level) => level === 'warning').length,
    };
  } catch (error) {
    if (error instanceof KnownError) return { state: 'unreadable', ...NOTHING };
    throw error;
  }
}

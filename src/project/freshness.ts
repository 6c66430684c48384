/**
 * What was up to date at the end of the last run, by the stamps of its files, so that a run with nothing to do reads file
 * stats and no contents. A file for each locale in `.dragoman/`; without it everything is read once.
 */

import { availableParallelism } from 'node:os';
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { collectionOf, localesFor, nameIn } from '../edition/collections.ts';
import type { Source } from '../edition/source.ts';
import type { EditionCounts, FreshnessSurvey } from '../edition/summary.ts';
import type { FinalTexts, Freshness } from '../edition/translate.ts';
import { fileBytes } from '../files/bytes.ts';
import { knownRows, readKnown, rowsFor, writeKnown } from './freshness/known.ts';
import { COUNTS, ROW, STAMP, type SurveyJob, survey } from './freshness/stat-survey.ts';
import { cacheFolder, editionFile, type Project, recordFile } from './project.ts';
import { settingsKey } from './settings-key.ts';
import { contentSum, type Stamp, stampOf } from './stamps.ts';

export interface ClosableFreshness extends Freshness {
  readonly survey: (sources: readonly Source[], locales: readonly string[]) => Promise<FreshnessSurvey>;
  /**
   * The same edition by edition, for whoever shows them.
   * @returns what the last run counted, by the indexes of source and locale; undefined where an edition is not as that run left it
   */
  readonly known: (
    sources: readonly Source[],
    locales: readonly string[],
  ) => Promise<(source: number, locale: number) => EditionCounts | undefined>;
  /** Writes what was saved. */
  readonly close: () => void;
}

/** Editions from which a second thread is worth its start, some 40 ms: as long as the stats of 10,000 take. */
const THREAD_FROM = 10_000;

export interface FreshnessOptions {
  /** Editions from which a second thread helps to look. */
  readonly threadFrom?: number;
  /** Milliseconds since 1970, by which files are young. */
  readonly clock?: () => number;
}

/** An edition that is up to date: what the summary counts, and its files in the order of a row's stamps. */
interface Saved {
  readonly counts: EditionCounts;
  readonly files: readonly SavedFile[];
}

interface SavedFile {
  /** Relative to the project. */
  readonly path: string;
  /** As it was before the file was read; undefined where that proves nothing: the file was young, or this run has written it. */
  readonly stamp: Stamp | undefined;
  /** What the file says now, as far as this run knows: its bytes and their sum. */
  readonly size: number;
  readonly sum: number;
}

/** @param program `programKey`: another program may read, check or write otherwise */
export function openFreshness(
  project: Project,
  program: string,
  { threadFrom = availableParallelism() > 1 ? THREAD_FROM : Number.POSITIVE_INFINITY, clock = Date.now }: FreshnessOptions = {},
): ClosableFreshness {
  const keys = new Map<string, string>();
  const keyFor = (locale: string) => {
    const key = keys.get(locale) ?? `${program} ${settingsKey(project, locale)}`;
    keys.set(locale, key);
    return key;
  };
  const saved = new Map<string, Map<string, Saved>>();
  let order: readonly string[] = [];
  const lookAt = (file: string): Stamp | undefined => {
    const found = stampOf(join(project.root, file), clock());
    return typeof found === 'string' ? undefined : found;
  };
  // A source's locales are looked at one after the other, and its stamp is the same for all.
  let last: { readonly source: Source; readonly stamp: Stamp | undefined } | undefined;

  const surveyed = async (sources: readonly Source[], locales: readonly string[]): Promise<SurveyJob> => {
    const files = sources.map((source) => source.file);
    const lines = Buffer.from(files.join('\n'));
    const rows = locales.map((locale) => rowsFor(readKnown(fileOf(project, locale), keyFor(locale)), files, lines));
    const job = surveyJob(project, sources, locales, rows);
    await (job.fresh.length >= threadFrom ? surveyInTwo(job) : survey(job));
    return job;
  };

  return {
    survey: async (sources, locales) => {
      const job = await surveyed(sources, locales);
      order = job.files;
      return outcome(project, job, sources, locales);
    },
    known: async (sources, locales) => {
      const { fresh, rows } = await surveyed(sources, locales);
      return (source, locale) =>
        fresh[source * locales.length + locale] === 1 ? countsIn(rows[locale] as Float64Array, source * ROW + COUNTS) : undefined;
    },
    look: ({ source, locale, file, recordFile: record }) => {
      if (last?.source !== source) last = { source, stamp: lookAt(source.file) };
      const stamps = { source: last.stamp, edition: lookAt(file), record: lookAt(record) };
      return (counts, texts) => {
        const ofLocale = saved.get(locale) ?? new Map<string, Saved>();
        saved.set(
          locale,
          ofLocale.set(source.file, { counts, files: savedFiles({ source: source.file, edition: file, record }, stamps, texts) }),
        );
      };
    },
    close: () => {
      for (const [locale, ofLocale] of saved) {
        const path = fileOf(project, locale);
        const old = knownRows(readKnown(path, keyFor(locale)));
        // In the order of the sources, gaps and all, the next survey takes the rows as they are; a run over a few articles keeps it.
        const files = order.length >= old.size ? [...order, ...old.keys()] : old.keys();
        const rows = new Map<string, ArrayLike<number>>();
        for (const file of files) rows.set(file, old.get(file) ?? UNKNOWN);
        for (const [file, one] of ofLocale) rows.set(file, rowOf(project, one, clock()));
        writeKnown(path, keyFor(locale), rows);
      }
    },
  };
}

type FileNames = Readonly<Record<'source' | 'edition' | 'record', string>>;

function savedFiles(
  names: FileNames,
  stamps: Readonly<Record<keyof FileNames, Stamp | undefined>>,
  { isWritten, ...texts }: FinalTexts,
): SavedFile[] {
  return (['source', 'edition', 'record'] as const).map((which) => {
    const stamp = isWritten && which !== 'source' ? undefined : stamps[which];
    // A file that its stamp tells needs no sum.
    const [size, sum] = stamp === undefined ? [Buffer.byteLength(texts[which]), contentSum(texts[which])] : [0, 0];
    return { path: names[which], stamp, size, sum };
  });
}

function rowOf(project: Project, { counts: { segments, reviewed, errors, warnings }, files }: Saved, now: number): number[] {
  return [...files.flatMap((file) => stampNow(project, file, now)), segments, reviewed, errors, warnings];
}

/** What was young when the run read or wrote it mostly is no longer: its stamp is taken, and then its content is seen to be the same. */
function stampNow({ root }: Project, { path, stamp, size, sum }: SavedFile, now: number): readonly number[] {
  if (stamp !== undefined) return stamp;
  const found = stampOf(join(root, path), now);
  if (found === 'young') return [size, Number.NaN, -sum];
  return found !== 'missing' && contentSum(fileBytes(join(root, path))) === sum ? found : UNKNOWN_STAMP;
}

/** `NaN` equals nothing: such a file is opened. */
const UNKNOWN_STAMP: readonly number[] = Array.from({ length: STAMP }, () => Number.NaN);
const UNKNOWN: readonly number[] = Array.from({ length: ROW }, () => Number.NaN);

function fileOf(project: Project, locale: string): string {
  return join(cacheFolder(project), `fresh-${locale}.bin`);
}

function surveyJob(project: Project, sources: readonly Source[], locales: readonly string[], rows: readonly Float64Array[]): SurveyJob {
  /** A collection's name is the first part of the slug, and of no path of an edition. */
  const prefixOf = ({ format, slug }: Source) =>
    format === 'markdown' ? slug.slice(0, -nameIn(collectionOf(project.config, slug), slug).length) : '';
  const kinds = new Map<string, { readonly number: number; readonly source: Source }>();
  const kindOf = (source: Source) => {
    const name = `${source.format} ${extname(source.file)} ${prefixOf(source)}`;
    const kind = kinds.get(name) ?? { number: kinds.size, source };
    kinds.set(name, kind);
    return kind.number;
  };
  const pieces = (file: string) => `${project.root}/${file}`.split(HOLE);
  const numbers = sources.map(kindOf);
  return {
    root: project.root,
    names: sources.map((source) => source.slug.slice(prefixOf(source).length)),
    files: sources.map(({ file }) => file),
    kinds: numbers,
    places: [...kinds.values()].map(({ source }) =>
      locales.map((locale) => ({
        edition: pieces(editionFile(project, { ...source, slug: prefixOf(source) + HOLE }, locale)),
        record: pieces(recordFile(project, { ...source, slug: prefixOf(source) + HOLE }, locale)),
      })),
    ),
    rows,
    fresh: new Uint8Array(new SharedArrayBuffer(sources.length * locales.length)),
    next: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)),
  };
}

/** Stands for a source's name; no path holds it. */
const HOLE = '\0';

/** @throws what either thread threw */
async function surveyInTwo(job: SurveyJob): Promise<void> {
  // `.ts` where the sources run as they are, `.js` in the package.
  const worker = new Worker(new URL(`./freshness/worker${extname(import.meta.url)}`, import.meta.url), { workerData: job });
  const ended = new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('error', reject);
  });
  try {
    survey(job);
  } finally {
    await ended;
  }
}

function outcome(project: Project, { rows, fresh }: SurveyJob, sources: readonly Source[], locales: readonly string[]): FreshnessSurvey {
  const passed = locales.map((locale) => ({ locale, files: 0, editions: 0, segments: 0, reviewed: 0, errors: 0, warnings: 0 }));
  const stale: { source: Source; locales: string[] }[] = [];
  let articles = 0;
  for (const [at, source] of sources.entries()) {
    let left: string[] | undefined;
    const own = localesFor(project.config, source, locales);
    for (const [number, sums] of passed.entries()) {
      if (own !== locales && !own.includes(sums.locale)) continue;
      if (fresh[at * locales.length + number] === 0 || source.unusable !== undefined) {
        left ??= [];
        left.push(sums.locale);
        continue;
      }
      const counts = countsIn(rows[number] as Float64Array, at * ROW + COUNTS);
      sums.files++;
      if (source.format === 'markdown') sums.editions++;
      sums.segments += counts.segments;
      sums.reviewed += counts.reviewed;
      sums.errors += counts.errors;
      sums.warnings += counts.warnings;
    }
    if (left !== undefined) stale.push({ source, locales: left });
    else if (source.format === 'markdown') articles++;
  }
  return { stale, passed, articles };
}

function countsIn(row: Float64Array, from: number): EditionCounts {
  const [segments, reviewed, errors, warnings] = row.subarray(from, from + ROW - COUNTS) as unknown as [number, number, number, number];
  return { segments, reviewed, errors, warnings };
}

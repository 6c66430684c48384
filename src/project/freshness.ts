/**
 * What was up to date at the end of the last run, by the stamps of its files, so that a run with nothing to do reads file
 * stats and no contents. A file for each locale in `.dragoman/`; without it everything is read once.
 */

import { hash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { EditionPaths, Source } from '../edition/source.ts';
import type { FreshnessSurvey } from '../edition/summary.ts';
import type { Freshness } from '../edition/translate.ts';
import { knownRows, readKnown, rowsFor, writeKnown } from './freshness/known.ts';
import { COUNTS, ROW, type SurveyJob, stampOf, survey } from './freshness/survey.ts';
import { cacheFolder, editionFile, glossaryFile, type Project, recordFile } from './project.ts';

export interface ClosableFreshness extends Freshness {
  /** Writes what was saved. */
  readonly close: () => void;
}

/** Editions from which a second thread is worth its start, some 40 ms: as long as the stats of 10,000 take. */
const THREAD_FROM = 10_000;

/**
 * @param program the program's version: another one may read, check or write otherwise
 * @param threadFrom editions from which a second thread helps to look
 */
export function openFreshness(
  project: Project,
  program: string,
  threadFrom: number = availableParallelism() > 1 ? THREAD_FROM : Number.POSITIVE_INFINITY,
): ClosableFreshness {
  const grounds = new Map<string, string>();
  const groundFor = (locale: string) => {
    const ground = grounds.get(locale) ?? groundOf(project, locale, program);
    grounds.set(locale, ground);
    return ground;
  };
  const saved = new Map<string, Map<string, number[]>>();
  let order: readonly string[] = [];
  const localized = ({ file, recordFile: record }: EditionPaths) => [
    ...stampOf(join(project.root, file)),
    ...stampOf(join(project.root, record)),
  ];
  // A source's locales are looked at one after the other, and its stamp is the same for all.
  let last: { source: Source; stamp: readonly number[] } | undefined;

  return {
    survey: async (sources, locales) => {
      order = sources.map((source) => source.file);
      const lines = Buffer.from(order.join('\n'));
      const rows = locales.map((locale) => rowsFor(readKnown(fileOf(project, locale), groundFor(locale)), order, lines));
      const job = surveyJob(project, sources, locales, rows);
      await (job.fresh.length >= threadFrom ? surveyInTwo(job) : survey(job));
      return outcome(job, sources, locales);
    },
    look: (paths) => {
      const { source, locale } = paths;
      if (last?.source !== source) last = { source, stamp: stampOf(join(project.root, source.file)) };
      const ofSource = last.stamp;
      const found = localized(paths);
      return ({ segments, reviewed, errors, warnings }, isWritten) => {
        const ofLocale = saved.get(locale) ?? new Map<string, number[]>();
        const stamps = isWritten ? localized(paths) : found;
        saved.set(locale, ofLocale.set(source.file, [...ofSource, ...stamps, segments, reviewed, errors, warnings]));
      };
    },
    close: () => {
      for (const [locale, ofLocale] of saved) {
        const path = fileOf(project, locale);
        const old = knownRows(readKnown(path, groundFor(locale)));
        // In the order of the sources, gaps and all, the next survey takes the rows as they are; a run over a few articles keeps it.
        const files = order.length >= old.size ? [...order, ...old.keys()] : old.keys();
        const rows = new Map<string, ArrayLike<number>>();
        for (const file of files) rows.set(file, ofLocale.get(file) ?? old.get(file) ?? UNKNOWN);
        for (const [file, row] of ofLocale) rows.set(file, row);
        writeKnown(path, groundFor(locale), rows);
      }
    },
  };
}

const UNKNOWN: readonly number[] = Array.from({ length: ROW }, () => Number.NaN);

function fileOf(project: Project, locale: string): string {
  return join(cacheFolder(project), `fresh-${locale}.bin`);
}

/** What all editions of a locale are made with. */
function groundOf(project: Project, locale: string, program: string): string {
  const { root, config } = project;
  const files = [glossaryFile(project, locale), ...(config.segmentation === undefined ? [] : [config.segmentation])];
  return hash('sha256', JSON.stringify([program, config, ...files.map((file) => stampOf(join(root, file)))]));
}

function surveyJob(project: Project, sources: readonly Source[], locales: readonly string[], rows: readonly Float64Array[]): SurveyJob {
  const kinds = new Map<string, { readonly number: number; readonly source: Source }>();
  const kindOf = (source: Source) => {
    const name = `${source.format} ${extname(source.file)}`;
    const kind = kinds.get(name) ?? { number: kinds.size, source };
    kinds.set(name, kind);
    return kind.number;
  };
  const pieces = (file: string) => `${project.root}/${file}`.split(HOLE);
  const numbers = sources.map(kindOf);
  return {
    root: project.root,
    names: sources.map(({ slug }) => slug),
    files: sources.map(({ file }) => file),
    kinds: numbers,
    places: [...kinds.values()].map(({ source }) =>
      locales.map((locale) => ({
        edition: pieces(editionFile(project, { ...source, slug: HOLE }, locale)),
        record: pieces(recordFile(project, { ...source, slug: HOLE }, locale)),
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

function outcome({ rows, fresh }: SurveyJob, sources: readonly Source[], locales: readonly string[]): FreshnessSurvey {
  const passed = locales.map((locale) => ({ locale, files: 0, editions: 0, segments: 0, reviewed: 0, errors: 0, warnings: 0 }));
  const stale: { source: Source; locales: string[] }[] = [];
  let articles = 0;
  for (const [at, source] of sources.entries()) {
    let left: string[] | undefined;
    for (const [number, sums] of passed.entries()) {
      if (fresh[at * locales.length + number] === 0) {
        left ??= [];
        left.push(sums.locale);
        continue;
      }
      const row = rows[number] as Float64Array;
      const from = at * ROW + COUNTS;
      sums.files++;
      if (source.format === 'markdown') sums.editions++;
      sums.segments += row[from] as number;
      sums.reviewed += row[from + 1] as number;
      sums.errors += row[from + 2] as number;
      sums.warnings += row[from + 3] as number;
    }
    if (left !== undefined) stale.push({ source, locales: left });
    else if (source.format === 'markdown') articles++;
  }
  return { stale, passed, articles };
}

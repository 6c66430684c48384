/**
 * What was up to date at the end of the last run, by the stamps of its files, so that a run with nothing to do reads file
 * stats and no contents. A file of lines for each locale in `.dragoman/`; without it everything is read once.
 */

import { hash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomic } from './files.ts';
import { cacheFolder, editionFile, glossaryFile, type Project, recordFile, type Source } from './project.ts';

/** What the summary of a run counts for an edition that is up to date. */
export interface Standing {
  readonly segments: number;
  readonly reviewed: number;
  readonly errors: number;
  readonly warnings: number;
}

/** The files of an edition as they were before anyone read them: what changes while a run works on it is seen by the next. */
export interface Stamps {
  readonly source: string;
  readonly edition: string;
  readonly record: string;
}

export interface Freshness {
  /** The files' stamps, and what stands where they, the glossary and the settings are those of the last run. */
  readonly look: (source: Source, locale: string) => { readonly stamps: Stamps; readonly standing: Standing | undefined };
  /** @param written whether edition and record have been written since the look */
  readonly save: (source: Source, locale: string, stamps: Stamps, standing: Standing, written: boolean) => void;
  /** Writes what was saved. */
  readonly close: () => void;
}

/** What is known of a locale. */
interface Known {
  readonly ground: string;
  /** By the source's path: stamps, a tab, and what stands. */
  readonly lines: Map<string, string>;
  changed: boolean;
}

/**
 * @param program the program's version: another one may read, check or write otherwise
 */
export function openFreshness(project: Project, program: string): Freshness {
  const locales = new Map<string, Known>();
  const knownOf = (locale: string): Known => {
    const known = locales.get(locale) ?? readKnown(fileOf(project, locale), groundOf(project, locale, program));
    locales.set(locale, known);
    return known;
  };
  const localized = (source: Source, locale: string) => ({
    edition: stampOf(project, editionFile(project, source, locale)),
    record: stampOf(project, recordFile(project, source, locale)),
  });
  // A source's locales are looked at one after the other, and its stamp is the same for all.
  let last: { source: Source; stamp: string } | undefined;

  return {
    look: (source, locale) => {
      if (last?.source !== source) last = { source, stamp: stampOf(project, source.file) };
      const stamps = { source: last.stamp, ...localized(source, locale) };
      const line = knownOf(locale).lines.get(source.file);
      const start = joined(stamps);
      return { stamps, standing: line?.startsWith(start) === true ? standingOf(line.slice(start.length)) : undefined };
    },
    save: (source, locale, stamps, { segments, reviewed, errors, warnings }, written) => {
      const now = written ? { ...stamps, ...localized(source, locale) } : stamps;
      if (now.edition === '' || now.record === '') return;
      const known = knownOf(locale);
      known.lines.set(source.file, `${joined(now)}${segments} ${reviewed} ${errors} ${warnings}`);
      known.changed = true;
    },
    close: () => {
      for (const [locale, { ground, lines, changed }] of locales)
        if (changed) writeAtomic(fileOf(project, locale), [ground, ...[...lines].map(([file, line]) => `${file}\t${line}`)].join('\n'));
    },
  };
}

function fileOf(project: Project, locale: string): string {
  return join(cacheFolder(project), `fresh-${locale}.txt`);
}

/** What all editions of a locale are made with. */
function groundOf(project: Project, locale: string, program: string): string {
  const { config } = project;
  const files = [glossaryFile(project, locale), ...(config.segmentation === undefined ? [] : [config.segmentation])];
  return hash('sha256', JSON.stringify([program, config, ...files.map((file) => stampOf(project, file))]));
}

function readKnown(path: string, ground: string): Known {
  const [first, ...rest] = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
  const lines = new Map<string, string>();
  for (const line of first === ground ? rest : []) {
    const tab = line.indexOf('\t');
    lines.set(line.slice(0, tab), line.slice(tab + 1));
  }
  return { ground, lines, changed: false };
}

function joined({ source, edition, record }: Stamps): string {
  return `${source} ${edition} ${record}\t`;
}

function standingOf(counts: string): Standing {
  const [segments = 0, reviewed = 0, errors = 0, warnings = 0] = counts.split(' ').map(Number);
  return { segments, reviewed, errors, warnings };
}

/** Size, modification time and inode: an editor that keeps all three is not known. Empty where there is no file. */
function stampOf(project: Project, file: string): string {
  const stats = statSync(`${project.root}/${file}`, { throwIfNoEntry: false });
  return stats === undefined ? '' : `${stats.size} ${stats.mtimeMs} ${stats.ino}`;
}

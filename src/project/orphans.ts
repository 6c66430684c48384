/** Editions that have lost their source, or their locale in the configuration: they are online until somebody removes them. */

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { atLevels } from '../checks/levels.ts';
import { collectionOf, folderName, nameIn, targetsOf } from '../edition/collections.ts';
import type { Source } from '../edition/source.ts';
import { namespaceIn, stringsCollectionOf } from '../edition/string-collections.ts';
import { statsOf } from '../files/bytes.ts';
import { filesBelow, isShown } from '../files/walk.ts';
import type { Finding } from '../finding.ts';
import { isSameLocale } from './locale-names.ts';
import { editionFile, locate, type Project, recordFile, sources } from './project.ts';
import { leftOut } from './sparse.ts';
import { extensionsOf, fill } from './template.ts';

export interface Orphan {
  readonly format: Source['format'];
  readonly slug: string;
  readonly locale: string;
  /** What is gone. */
  readonly lost: 'source' | 'locale';
  readonly recordFile: string;
  /** The localized file, where there is one. */
  readonly file: string | undefined;
}

/**
 * By locale, then by slug. An edition without a record is a person's own article, and nobody's orphan.
 * @param locales absent for all, and those that are target locales no more
 */
export function orphansOf(project: Project, locales?: readonly string[]): Orphan[] {
  const present = Map.groupBy(sources(project), ({ format }) => format);
  const targetLocales = targetsOf(project.config);
  const elsewhere = leftOut(project.root);
  const found: Orphan[] = [];
  for (const locale of locales ?? [...targetLocales, ...droppedLocales(project)])
    for (const format of ['markdown', 'strings'] as const) {
      const known = targetLocales.includes(locale) ? new Set(present.get(format)?.map(({ slug }) => slug)) : new Set<string>();
      const others = format === 'markdown' ? namesOf(project, 'strings', locale) : new Set<string>();
      for (const slug of namesOf(project, format, locale)) {
        const record = recordFile(project, { format, slug }, locale);
        // Where a locale goes by another name now, its edition is lost only where there is another.
        const isRenamed = (other: string) =>
          isSameLocale(other, locale) && !existsSync(locate(project, recordFile(project, { format, slug }, other)));
        if (!targetLocales.includes(locale) && targetLocales.some(isRenamed)) continue;
        // The template of articles may take in the folder of strings.
        if (known.has(slug) || [...others].some((name) => recordFile(project, { format: 'strings', slug: name }, locale) === record))
          continue;
        const lost = targetLocales.includes(locale) ? 'source' : 'locale';
        const orphan: Orphan = { format, slug, locale, lost, recordFile: record, file: localizedFile(project, format, slug, locale) };
        // Git has it: it is not gone.
        if (lost === 'source' && sourcesOf(project, orphan).some((file) => elsewhere.has(file))) continue;
        found.push(orphan);
      }
    }
  return found;
}

/**
 * The orphans as findings, at the level of the configuration.
 * @param chosen target locales that somebody asked for; absent for all, and those that are target locales no more
 * @param gone files that are gone since a revision: only editions of these; absent for all
 */
export function orphanFindings(project: Project, chosen?: readonly string[], gone?: ReadonlySet<string>): Finding[] {
  const orphans = orphansOf(project).filter(
    (orphan) =>
      (chosen === undefined || chosen.includes(orphan.locale)) &&
      (gone === undefined || (orphan.lost === 'source' && sourcesOf(project, orphan).some((file) => gone.has(file)))),
  );
  const mayBeRenamed = (format: Source['format'], locale: string) =>
    sources(project).some((source) => source.format === format && !existsSync(locate(project, recordFile(project, source, locale))));
  const findings = orphans.map(({ format, slug, locale, lost, recordFile: record, file }): Finding => {
    const isGone = lost === 'source';
    const gone = isGone ? 'source is gone' : 'locale is no longer in "targetLocales"';
    // To prune what a renamed source would take over would lose what is not a sentence.
    const renamed = isGone && mayBeRenamed(format, locale) ? '; where it was only renamed, "dragoman translate" takes it over first' : '';
    return {
      check: 'orphaned',
      level: 'warning',
      message: `Its ${gone}: "dragoman prune" removes it, and keeps its reviewed sentences${renamed}`,
      slug,
      locale,
      file: file ?? record,
    };
  });
  return atLevels(findings, project.config.checks);
}

/** Where the source of an orphan may have been. */
function sourcesOf({ config }: Project, { format, slug }: Orphan): string[] {
  if (format === 'strings') {
    const strings = stringsCollectionOf(config, slug);
    const folder = folderName(config, config.sourceLocale);
    return extensionsOf(strings.source).map((extension) => fill(strings.source, namespaceIn(strings, slug), folder, `.${extension}`));
  }
  const collection = collectionOf(config, slug);
  const folder = folderName(config, collection.sourceLocale);
  return extensionsOf(collection.source).map((extension) => fill(collection.source, nameIn(collection, slug), folder, `.${extension}`));
}

/** Folders of records whose name is no target locale. */
export function droppedLocales({ root, config }: Project): string[] {
  const parts = config.paths.record.split('/');
  const at = parts.indexOf('{locale}');
  const folder = join(root, ...parts.slice(0, Math.max(0, at)));
  if (at < 0 || !existsSync(folder)) return [];
  const locales = [config.sourceLocale, ...targetsOf(config)];
  return readdirSync(folder)
    .filter((name) => /^[a-z]{2,3}(?:-[\w-]+)?$/i.test(name) && !locales.includes(name))
    .sort();
}

/** The names of a locale's records. By names alone, which is quick: a run with nothing to do asks too. */
function namesOf(project: Project, format: Source['format'], locale: string): Set<string> {
  const [before = '', after = ''] = recordFile(project, { format, slug: '\0' }, locale).split('\0');
  const base = before.slice(0, before.lastIndexOf('/') + 1);
  if (statsOf(join(project.root, base))?.isDirectory() !== true) return new Set();
  const paths = filesBelow(join(project.root, base), isShown).map(({ path }) => base + path);
  const names = paths.filter((path) => path.startsWith(before) && path.endsWith(after));
  return new Set(names.map((path) => path.slice(before.length, path.length - after.length)).sort());
}

function localizedFile(project: Project, format: Source['format'], slug: string, locale: string): string | undefined {
  const { config } = project;
  return extensionsOf((format === 'strings' ? stringsCollectionOf(config, slug) : collectionOf(config, slug)).edition)
    .map((extension) => editionFile(project, { format, slug, file: `x.${extension}` }, locale))
    .find((file) => existsSync(locate(project, file)));
}

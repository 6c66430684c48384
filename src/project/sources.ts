/** The files of a collection: its sources told from its editions, and clashes found before anything is sent. */

import { matchesGlob } from 'node:path';
import { isLocale } from '../config/locale.ts';
import { type Collection, folderName } from '../edition/collections.ts';
import type { Settings } from '../edition/desk.ts';
import type { ArticleSource } from '../edition/source.ts';
import { KnownError } from '../errors.ts';
import { type FoundFile, filesOf, localeIn } from './template.ts';

/** The sources of a collection by name, in code unit order. */
export function collectionFiles({ root, config }: Settings & { readonly root: string }, collection: Collection): FoundFile[] {
  const { source, edition, include, exclude, isNamed } = collection;
  const files = filesOf(root, source, folderName(config, config.sourceLocale));
  if (!isNamed) return files;
  const own = folderName(config, config.sourceLocale);
  const present = new Set(files.map(({ name }) => name));
  const byFile = new Map(files.map(({ file }) => [file, localeIn(edition, file)]));
  // A locale that nobody has configured is one where some of its files have their source beside them.
  const foreign = [...byFile.values()].filter(
    (found) => found !== undefined && present.has(found.name) && isLocale(found.locale.replace('_', '-')),
  );
  const locales = new Set([...config.targetLocales.map((locale) => folderName(config, locale)), ...foreign.map((found) => found?.locale)]);
  const isEdition = (file: string) => {
    const locale = byFile.get(file)?.locale;
    return locale !== own && locales.has(locale);
  };
  return files.filter(
    ({ name, file }) =>
      !isEdition(file) && include.some((glob) => matchesGlob(name, glob)) && !exclude.some((glob) => matchesGlob(name, glob)),
  );
}

export const nothingMatches = ({ source }: Collection, at: number): KnownError =>
  new KnownError(`"sources.${at}.source" matches no file`, {
    expected: `articles at ${source}`,
    got: 'none',
    help: 'Correct the pattern, or "include" and "exclude"; or remove the collection.',
  });

/**
 * Two sources with one edition, or with names that are one file on some disks: they differ in case or in the composition of letters.
 * @throws KnownError that names both
 */
export function refuseClashes(
  { config }: Settings,
  sources: readonly ArticleSource[],
  editionOf: (source: ArticleSource, locale: string) => string,
): void {
  const [locale = ''] = config.targetLocales;
  const folded = (text: string) => text.normalize('NFC').toLowerCase();
  const seen = new Map<string, ArticleSource>();
  for (const source of sources)
    for (const key of [`slug ${folded(source.slug)}`, `file ${folded(editionOf(source, locale))}`]) {
      const other = seen.get(key);
      if (other !== undefined && other !== source)
        throw new KnownError('Two sources would share one edition or one record', {
          expected: `names that differ in more than case, and an edition for each`,
          got: `${other.file} and ${source.file}`,
          help: 'Rename one, narrow "include" or "exclude", or give one collection a "name".',
        });
      seen.set(key, source);
    }
}

/** The files of a collection: its sources told from its editions, and clashes found before anything is sent. */

import { join, matchesGlob } from 'node:path';
import { isLocale } from '../config/locale.ts';
import {
  type Collection,
  collectionsOf,
  folderName,
  hasSourceLocales,
  localesFor,
  slugIn,
  sourceLocalesOf,
} from '../edition/collections.ts';
import type { Settings } from '../edition/desk.ts';
import type { ArticleSource } from '../edition/source.ts';
import { KnownError } from '../errors.ts';
import { isNothing } from '../files/bytes.ts';
import { isShown } from '../files/walk.ts';
import { releaseOf } from './releases.ts';
import { type FoundFile, filesOf, localeIn, naming } from './template.ts';

interface Place extends Settings {
  readonly root: string;
}

/**
 * The sources of a collection by name, in code unit order.
 * @param recordOf the path of an article's record in a locale, relative to the project
 */
export function collectionSources(
  project: Place,
  collection: Collection,
  recordOf: (slug: string, locale: string) => string,
): ArticleSource[] {
  const { config } = project;
  const found = hasSourceLocales(collection.source)
    ? inSourceLocales(project, collection, recordOf)
    : collectionFiles(project, collection).map((one) => ({ ...one, locale: collection.sourceLocale }));
  return found.map(({ name, file, locale }): ArticleSource => {
    const source = { format: 'markdown', slug: slugIn(collection, name), file, dialect: file.endsWith('.mdx') ? 'mdx' : 'md' } as const;
    const own = collection.sourceLocaleKey === undefined ? locale : saidLocale(project, collection, source);
    if (own instanceof KnownError) return { ...source, unusable: own };
    return own === config.sourceLocale ? source : { ...source, locale: own };
  });
}

function collectionFiles({ root, config }: Place, collection: Collection): FoundFile[] {
  const { source, edition, sourceLocale, sourceLocaleKey, isNamed } = collection;
  const own = folderName(config, sourceLocale);
  const files = filesOf(root, source, own);
  if (!isNamed) return files;
  const present = new Set(files.map(({ name }) => name));
  const byFile = new Map(files.map(({ file }) => [file, localeIn(edition, file)]));
  // A locale that nobody has configured is one where some of its files have their source beside them.
  const foreign = [...byFile.values()].filter(
    (found) => found !== undefined && present.has(found.name) && isLocale(found.locale.replace('_', '-')),
  );
  const locales = new Set([
    ...[config.sourceLocale, ...config.targetLocales].map((locale) => folderName(config, locale)),
    ...foreign.map((found) => found?.locale),
  ]);
  const isEdition = ({ name, file }: FoundFile) => {
    const found = byFile.get(file);
    // In its own language a file is its own edition; where articles are of several, the folder of one holds editions of the others.
    const isOwn = found?.locale === own && (sourceLocaleKey === undefined || found.name === name);
    return !isOwn && locales.has(found?.locale);
  };
  return files.filter((one) => !isEdition(one) && isIncluded(collection, one.name));
}

const isIncluded = ({ include, exclude }: Collection, name: string): boolean =>
  include.some((glob) => matchesGlob(name, glob)) && !exclude.some((glob) => matchesGlob(name, glob));

/**
 * Where originals of several languages are in the folders that editions are in, too: a file with a record is an edition. Of files of one
 * name without a record, which people translated before, the project's source locale has the original, then the first target locale.
 */
function inSourceLocales(
  { root, config }: Place,
  collection: Collection,
  recordOf: (slug: string, locale: string) => string,
): (FoundFile & { readonly locale: string })[] {
  const originals = new Map<string, FoundFile & { readonly locale: string }>();
  for (const locale of [config.sourceLocale, ...config.targetLocales])
    for (const one of filesOf(root, collection.source, folderName(config, locale)))
      if (
        !originals.has(one.name) &&
        isIncluded(collection, one.name) &&
        isNothing(join(root, recordOf(slugIn(collection, one.name), locale)))
      )
        originals.set(one.name, { ...one, locale });
  return [...originals.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The language that a source's front matter names: a locale, or what the configuration calls one in paths; the error where it is none. */
function saidLocale(project: Place, { sourceLocale, sourceLocaleKey = '' }: Collection, source: ArticleSource): string | KnownError {
  const { config } = project;
  const { locale: said } = releaseOf(project, source, Date.now());
  if (said === undefined) return sourceLocale;
  const plain = (name: string) => name.replaceAll('_', '-').toLowerCase();
  const known = [config.sourceLocale, ...config.targetLocales].find((one) =>
    [one, folderName(config, one)].some((name) => plain(name) === plain(said)),
  );
  if (known !== undefined) return known;
  if (isLocale(said.replaceAll('_', '-'))) return said.replaceAll('_', '-');
  return new KnownError(`${source.file}: "${sourceLocaleKey}" names no language`, {
    expected: 'a locale such as "en" or "pt-BR"',
    got: JSON.stringify(said),
    help: `Correct it, or leave it out for ${sourceLocale}.`,
    place: source.file,
  });
}

/**
 * @param file relative to the root, with `/`
 * @returns whether a file that is put there is taken for an article or an edition
 */
export function isArticleFile({ config }: Settings, file: string): boolean {
  if (!file.split('/').every(isShown)) return false;
  const folders = [...new Set([...sourceLocalesOf(config), ...config.targetLocales])].map((locale) => folderName(config, locale));
  return collectionsOf(config).some((collection) =>
    [collection.source, collection.edition].some((path) =>
      folders.some((folder) => {
        const name = naming(path, folder)(file);
        return name !== '' && isIncluded(collection, name);
      }),
    ),
  );
}

export const nothingMatches = ({ source }: Collection, at: number): KnownError =>
  new KnownError(`"sources.${at}.source" matches no file`, {
    expected: `articles at ${source}`,
    got: 'none',
    help: 'Correct the pattern, or "include" and "exclude"; or remove the collection.',
  });

/** Most names are the same in every case and composition. */
const PLAIN = /^[a-z\d/._-]*$/;

/**
 * Sources that would share an edition with another, or whose names are one file on some disks (they differ in case or in the composition of
 * letters), are unusable; one whose edition would be written over a source is, too.
 */
export function withClashes(
  { config }: Settings,
  sources: readonly ArticleSource[],
  editionOf: (source: ArticleSource, locale: string) => string,
): ArticleSource[] {
  const folded = (text: string) => (PLAIN.test(text) ? text : text.normalize('NFC').toLowerCase());
  const seen = new Map<string, ArticleSource>(sources.map((source) => [`file ${folded(source.file)}`, source]));
  const unusable = new Map<ArticleSource, KnownError>();
  const refuse = (source: ArticleSource, got: string) => {
    if (!unusable.has(source)) unusable.set(source, clash(source, got));
  };
  for (const source of sources) {
    const [locale] = localesFor(config, source, [config.sourceLocale, ...config.targetLocales]);
    const edition = locale === undefined || config.sources === undefined ? [] : [`file ${folded(editionOf(source, locale))}`];
    for (const key of [`slug ${folded(source.slug)}`, ...edition]) {
      const other = seen.get(key);
      if (other === source && key.startsWith('file ')) refuse(source, 'one whose edition would be written over it');
      else if (other !== undefined && other !== source) for (const one of [other, source]) refuse(one, `${other.file} and ${source.file}`);
      seen.set(key, source);
    }
  }
  if (unusable.size === 0) return [...sources];
  return sources.map((source) => {
    const error = unusable.get(source);
    return error === undefined ? source : { ...source, unusable: error };
  });
}

const clash = ({ file }: ArticleSource, got: string) =>
  new KnownError(`${file}: two sources would share one edition or one record`, {
    expected: 'names that differ in more than case, and an edition for each',
    got,
    help: 'Rename one, narrow "include" or "exclude", or give one collection a "name".',
    place: file,
  });

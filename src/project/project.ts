/** The project on disk: its configuration, and the paths of articles, editions, records, strings and glossaries. */

import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { isLocale } from '../config/locale.ts';
import { parseConfig } from '../config.ts';
import { collectionOf, collectionsOf, folderName, nameIn, sourceLocalesOf, targetsOf } from '../edition/collections.ts';
import type { Settings } from '../edition/desk.ts';
import type { ArticleSource, Source } from '../edition/source.ts';
import { namespaceIn, stringsCollectionOf } from '../edition/string-collections.ts';
import { KnownError } from '../errors.ts';
import { isLink, isNothing, ownStatsOf } from '../files/bytes.ts';
import { leadsNowhere, readText, readXmlFile } from '../files/read.ts';
import { readSrx } from '../sentences/srx.ts';
import { counted } from '../text/counted.ts';
import { nearest } from '../text/nearest.ts';
import { readConfigFile } from './config-file.ts';
import { refuseOtherNames } from './locale-names.ts';
import { CONFIG_FILE, configFileIn, projectRoot } from './root.ts';
import { collectionSources, nothingMatches, withClashes } from './sources.ts';
import { refuseLeftOut } from './sparse.ts';
import { stringsSources } from './string-sources.ts';
import { extensionsOf, fill } from './template.ts';

export interface Project extends Settings {
  /** Absolute; the folder of the configuration. */
  readonly root: string;
}

/**
 * The project that a folder belongs to: the nearest folder upwards with a configuration.
 * @param given the path of a configuration elsewhere: then the folder is the project's
 * @throws KnownError where there is none, or the configuration or the sentence rules that it names are not usable
 */
export function openProject(cwd: string, given?: string): Project {
  if (given !== undefined) return opened(resolve(cwd), resolve(cwd, given));
  const folder = projectRoot(cwd);
  if (folder !== undefined) return opened(folder, join(folder, configFileIn(folder) ?? CONFIG_FILE));
  throw new KnownError(`No ${CONFIG_FILE} in ${resolve(cwd)} or above`, {
    expected: 'a project folder',
    got: 'a folder without a configuration',
    help: 'Run "dragoman init" to make one, or name the folder with --cwd.',
  });
}

function opened(given: string, file: string): Project {
  const root = realpathSync(given);
  refuseLinks(root, CACHE);
  const config = parseConfig(readConfigFile(file), basename(file));
  refuseOtherNames(root, config, basename(file));
  return withRules({ root, config });
}

/** The folder of journal and caches, relative to the project. */
const CACHE = '.dragoman';
/** How deep in it files have names that can be foreseen. */
const CACHE_DEPTH = 3;

/**
 * A repository may hold a cache folder, with links in it: the program would write through them, and read what they lead to.
 * @throws KnownError for the first link
 */
function refuseLinks(root: string, folder: string, depth = 0): void {
  const stats = ownStatsOf(join(root, folder));
  if (stats?.isSymbolicLink())
    throw new KnownError(`${folder}: a symbolic link in the folder of the journal and the caches`, {
      expected: "files and folders of Dragoman's own",
      got: 'a link, which a repository may hold for others to write through',
      help: `Remove it: rm ${folder}`,
    });
  if (stats?.isDirectory() !== true || depth === CACHE_DEPTH) return;
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true }))
    if (entry.isSymbolicLink() || entry.isDirectory()) refuseLinks(root, `${folder}/${entry.name}`, depth + 1);
}

function withRules(project: Project): Project {
  const { segmentation } = project.config;
  if (segmentation === undefined) return project;
  return { ...project, srx: readSrx(readXmlFile(locate(project, segmentation), segmentation), segmentation) };
}

/** Every source article, by slug in code unit order. Names that begin with a dot are nobody's article. */
export function articles(project: Project): ArticleSource[] {
  const { config } = project;
  const found = collectionsOf(config).flatMap((collection, at) => {
    const own = collectionSources(project, collection, (slug, locale) => recordFile(project, { format: 'markdown', slug }, locale));
    if (own.length === 0 && collection.isNamed) throw nothingMatches(collection, at);
    return own;
  });
  return withClashes(project, found, (source, locale) => editionFile(project, source, locale));
}

/** Everything that is translated: the articles, then the namespaces of strings. */
export function sources(project: Project): Source[] {
  return [...articles(project), ...stringsSources(project)];
}

/**
 * The named source articles, or all and the strings with them.
 * @param slugs or paths of sources, as a shell completes them
 * @throws KnownError for a slug that is not there, with the nearest names
 */
export function chosenSources(project: Project, slugs: readonly string[]): Source[] {
  if (slugs.length === 0) return sources(project);
  const all = articles(project);
  const byName = new Map([...all.map((source) => [source.file, source] as const), ...all.map((source) => [source.slug, source] as const)]);
  const names = all.map((one) => one.slug);
  return slugs.map((slug) => {
    const source = byName.get(slug.replace(/^(?:\.\/)+/, '')) ?? byName.get(checkSlug(slug));
    if (source !== undefined) return source;
    const alike = names.filter((name) => name.includes(slug) || slug.includes(name)).slice(0, 3);
    const near = alike.length > 0 ? alike.join(', ') : nearest(slug, names);
    throw new KnownError(`No article "${slug}"`, {
      expected: `a file at ${sourceFile(project, slug)}`,
      got: `${counted(all.length, 'other article')}${near === undefined ? '' : `, near it ${near}`}`,
      help: 'Name the slug as "dragoman status" lists it.',
    });
  });
}

/** @throws KnownError for a slug that would leave its folder */
export function checkSlug(slug: string): string {
  const parts = slug.split('/');
  if (parts.some((part) => part === '' || part.startsWith('.')) || /[\\\u0000-\u001f\u007f]/.test(slug))
    throw new KnownError(`${JSON.stringify(slug)} is not a slug`, {
      expected: 'a name that may hold folders, such as "2026/a-story"',
      got: JSON.stringify(slug),
      help: 'Leave out "..", empty parts, dots in front of a name and back-slashes.',
    });
  return slug;
}

/** Where a new source article of this slug goes. */
export function sourceFile(project: Project, slug: string): string {
  const { config } = project;
  const collection = collectionOf(config, slug);
  return fill(
    collection.source,
    nameIn(collection, slug),
    folderName(config, collection.sourceLocale),
    `.${extensionsOf(collection.source)[0]}`,
  );
}

/** The path of an edition: an article's with the extension of its source. */
export function editionFile({ config }: Project, source: Pick<Source, 'format' | 'slug' | 'file'>, locale: string): string {
  const extension = source.file.slice(source.file.lastIndexOf('.'));
  const folder = folderName(config, locale);
  if (source.format === 'strings') {
    const strings = stringsCollectionOf(config, source.slug);
    return fill(strings.edition, namespaceIn(strings, source.slug), folder, extension);
  }
  const collection = collectionOf(config, source.slug);
  return fill(collection.edition, nameIn(collection, source.slug), folder, extension);
}

export function recordFile({ config }: Project, source: Pick<Source, 'format' | 'slug'>, locale: string): string {
  return fill(source.format === 'strings' ? config.paths.stringsRecord : config.paths.record, source.slug, locale);
}

/** @param from the language of what is translated: another than the project's has a glossary of its own, `glossary.es.csv` */
export function glossaryFile({ config }: Project, locale: string, from: string = config.sourceLocale): string {
  const file = config.paths.glossary.replaceAll('{locale}', locale);
  return from === config.sourceLocale ? file : file.replace(/(?=\.[^./]*$|$)/, `.${from}`);
}

/** Every glossary that targets of a locale are held to, by the languages of their sources. */
export function glossaryFiles(project: Project, locale: string): string[] {
  return sourceLocalesOf(project.config).map((from) => glossaryFile(project, locale, from));
}

export function stringsFile(project: Project, locale: string, namespace: string): string {
  return fill(project.config.paths.strings, namespace, folderName(project.config, locale));
}

/** The folder of journal and caches; may be deleted at any time. */
export function cacheFolder(project: Project): string {
  return join(project.root, CACHE);
}

/**
 * The absolute path of a project file.
 * @throws KnownError where a symbolic link leads out of the project, or nowhere, and for what is in git's own folder
 */
export function locate(project: Pick<Project, 'root'>, file: string): string {
  const path = join(project.root, file);
  // What does not exist yet is judged by the nearest folder that does.
  let existing = path;
  while (!existsSync(existing)) {
    if (isLink(existing)) throw leadsNowhere(file, relative(project.root, existing));
    existing = dirname(existing);
  }
  const real = realpathSync(existing);
  if (GIT.test(relative(project.root, real + path.slice(existing.length)))) throw inGit(file);
  if (real === project.root || real.startsWith(project.root + sep)) return path;
  throw new KnownError(`${file}: a symbolic link leads out of the project`, {
    expected: `a file below ${project.root}`,
    got: relative(project.root, real),
    help: 'Replace the link by the file itself.',
  });
}

/** Also as file systems that ignore case find it. */
const GIT = /(?:^|[/\\])\.git(?:[/\\]|$)/i;

/** What is in there is run: hooks, and commands that a configuration of git's names. */
function inGit(file: string): KnownError {
  return new KnownError(`${file}: in git’s own folder`, {
    expected: 'a path that leads nowhere into .git',
    got: file,
    help: 'Correct the path in the configuration, or remove the link.',
    place: file,
  });
}

/** The text of a project file, or undefined where there is none. @throws KnownError also for one that a sparse checkout leaves out */
export function readProjectFile(project: Pick<Project, 'root'>, file: string): string | undefined {
  return isThere(project, file) ? readText(locate(project, file), file) : undefined;
}

/** The same of a record, which a translation tool may have saved as UTF-16. */
export function readRecordFile(project: Project, file: string): string | undefined {
  return isThere(project, file) ? readXmlFile(locate(project, file), file) : undefined;
}

function isThere(project: Pick<Project, 'root'>, file: string): boolean {
  // One in a folder that may not be looked into is there: its sentences would be paid for again, its terms not held to.
  if (!isNothing(locate(project, file))) return true;
  refuseLeftOut(project.root, file);
  return false;
}

/**
 * The target locales that a person chose, all where they chose none.
 * @param list comma-separated, as `--to` takes it
 */
export function chosenLocales(project: Project, list: string | undefined): readonly string[] {
  const targets = targetsOf(project.config);
  if (list === undefined) return targets;
  return list.split(',').map((one) => {
    const locale = one.trim();
    if (targets.includes(locale)) return locale;
    throw new KnownError(`"${locale}" is not a target locale of this project`, {
      expected: targets.join(', '),
      got: locale,
      help: isLocale(locale) ? `Add it to "targetLocales" in ${CONFIG_FILE}.` : 'Locales are named by BCP 47, such as "es" or "pt-BR".',
    });
  });
}

/**
 * The language of sources that a command is about.
 * @param given as `--from` takes it; else the project's own
 */
export function chosenSourceLocale({ config }: Project, given: string | undefined): string {
  const known = sourceLocalesOf(config);
  if (given === undefined || known.includes(given)) return given ?? config.sourceLocale;
  throw new KnownError(`--from: no article of this project is in "${given}"`, { expected: known.join(', '), got: given });
}

/** The project on disk: its configuration, and where articles, editions, records, strings and glossaries stand. */

import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import { type Config, parseConfig } from './config.ts';
import { KnownError } from './errors.ts';
import { readText } from './files.ts';

export const CONFIG_FILE = 'dragoman.config.json';

export interface Project {
  /** Absolute; the folder of the configuration. */
  readonly root: string;
  readonly config: Config;
}

/** A source article's place. */
export interface Source {
  readonly slug: string;
  /** Relative to the root, with `/`. */
  readonly file: string;
  readonly dialect: 'md' | 'mdx';
}

/**
 * The project that a folder belongs to: the nearest folder upwards with a configuration.
 * @throws KnownError where there is none, or the configuration is not usable
 */
export function openProject(cwd: string): Project {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    const file = join(folder, CONFIG_FILE);
    if (existsSync(file)) return { root: realpathSync(folder), config: parseConfig(readJson(file), CONFIG_FILE) };
    if (folder === dirname(folder))
      throw new KnownError(`No ${CONFIG_FILE} in ${resolve(cwd)} or above`, {
        expected: 'a project folder',
        got: 'a folder without a configuration',
        help: 'Run "dragoman init" to make one, or name the folder with --cwd.',
      });
  }
}

/** JSON, in which comments are allowed. */
function readJson(file: string): unknown {
  const text = readText(file, CONFIG_FILE);
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true });
  const error = errors[0];
  if (error === undefined) return value;
  const before = text.slice(0, error.offset).split('\n');
  throw new KnownError(`${CONFIG_FILE}:${before.length}: not JSON`, {
    expected: 'JSON (comments are allowed)',
    got: `${printParseErrorCode(error.error)} at column ${(before.at(-1)?.length ?? 0) + 1}`,
    help: 'Correct the line.',
  });
}

interface ArticleTemplate {
  readonly before: string;
  readonly after: string;
  readonly extensions: readonly string[];
}

const templates = new WeakMap<Config, ArticleTemplate>();

/** `articles/{locale}/{slug}.{md,mdx}` taken apart: what stands before and after the slug, and the extensions. */
function articleTemplate(config: Config): ArticleTemplate {
  const known = templates.get(config);
  if (known !== undefined) return known;
  const braces = /\.\{([a-z0-9,]+)\}$/.exec(config.paths.articles);
  const extensions = braces?.[1]?.split(',') ?? [/\.([a-z0-9]+)$/i.exec(config.paths.articles)?.[1] ?? 'md'];
  const [before = '', after = ''] = config.paths.articles.replace(/\.(\{[a-z0-9,]+\}|[a-z0-9]+)$/i, '').split('{slug}');
  const template = { before, after, extensions };
  templates.set(config, template);
  return template;
}

/** Every source article, by slug in code unit order. Names that begin with a dot are nobody's article. */
export function sources(project: Project): Source[] {
  const { before, after, extensions } = articleTemplate(project.config);
  const prefix = before.replaceAll('{locale}', project.config.sourceLocale);
  const base = prefix.includes('/') ? prefix.slice(0, prefix.lastIndexOf('/')) : '.';
  const folder = join(project.root, base);
  if (!existsSync(folder)) return [];
  const suffixes = extensions.map((extension) => `${after.replaceAll('{locale}', project.config.sourceLocale)}.${extension}`);
  const found: Source[] = [];
  for (const name of filesBelow(folder)) {
    const file = base === '.' ? name : `${base}/${name}`;
    const suffix = suffixes.find((end) => file.endsWith(end));
    if (!file.startsWith(prefix) || suffix === undefined) continue;
    const slug = file.slice(prefix.length, -suffix.length);
    if (slug !== '') found.push({ slug, file, dialect: suffix.endsWith('.mdx') ? 'mdx' : 'md' });
  }
  return found.sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

/** Regular files and links below a folder, relative to it. A folder behind a link is not entered. */
function filesBelow(folder: string): string[] {
  const names: string[] = [];
  const visit = (below: string) => {
    for (const item of readdirSync(join(folder, below), { withFileTypes: true })) {
      if (item.name.startsWith('.')) continue;
      const name = below === '' ? item.name : `${below}/${item.name}`;
      if (item.isDirectory()) visit(name);
      else names.push(name);
    }
  };
  visit('');
  return names;
}

/**
 * The named source articles, or all.
 * @throws KnownError for a slug that is not there, with the nearest names
 */
export function chosenSources(project: Project, slugs: readonly string[]): Source[] {
  const all = sources(project);
  if (slugs.length === 0) return all;
  const bySlug = new Map(all.map((source) => [source.slug, source]));
  return slugs.map((slug) => {
    const source = bySlug.get(checkSlug(slug));
    if (source !== undefined) return source;
    const near = all.filter((one) => one.slug.includes(slug) || slug.includes(one.slug)).slice(0, 3);
    throw new KnownError(`No article "${slug}"`, {
      expected: `a file at ${project.config.paths.articles.replace('{locale}', project.config.sourceLocale).replace('{slug}', slug)}`,
      got: `${all.length} other ${all.length === 1 ? 'article' : 'articles'}${near.length > 0 ? `, near it ${near.map((one) => one.slug).join(', ')}` : ''}`,
      help: 'Name the slug as "dragoman status" lists it.',
    });
  });
}

/** @throws KnownError for a slug that would leave its folder */
export function checkSlug(slug: string): string {
  const parts = slug.split('/');
  if (slug === '' || parts.some((part) => part === '' || part === '.' || part === '..') || /[\\\0]/.test(slug))
    throw new KnownError(`"${slug}" is not a slug`, {
      expected: 'a name that may hold folders, such as "2026/a-story"',
      got: JSON.stringify(slug),
      help: 'Leave out "..", empty parts and back-slashes.',
    });
  return slug;
}

/** Where a new source article of this slug goes. */
export function sourceFile(project: Project, slug: string): string {
  const { before, after, extensions } = articleTemplate(project.config);
  const template = `${before}${slug}${after}.${extensions[0] ?? 'md'}`;
  return template.replaceAll('{locale}', project.config.sourceLocale);
}

export function editionFile(project: Project, source: Source, locale: string): string {
  const { before, after } = articleTemplate(project.config);
  const extension = source.file.slice(source.file.lastIndexOf('.'));
  return `${before}${source.slug}${after}`.replaceAll('{locale}', locale) + extension;
}

export function recordFile(project: Project, slug: string, locale: string): string {
  return project.config.paths.record.replaceAll('{locale}', locale).replaceAll('{slug}', slug);
}

export function glossaryFile(project: Project, locale: string): string {
  return project.config.paths.glossary.replaceAll('{locale}', locale);
}

export function stringsFile(project: Project, locale: string, namespace: string): string {
  return project.config.paths.strings.replaceAll('{locale}', locale).replaceAll('{namespace}', namespace);
}

/** The folder of journal and caches; may be deleted at any time. */
export function cacheFolder(project: Project): string {
  return join(project.root, '.dragoman');
}

/**
 * The absolute path of a project file.
 * @throws KnownError where a symbolic link leads out of the project
 */
export function locate(project: Project, file: string): string {
  const path = join(project.root, file);
  // What does not exist yet is judged by the nearest folder that does.
  let existing = path;
  while (!existsSync(existing)) existing = dirname(existing);
  const real = realpathSync(existing);
  if (real === project.root || real.startsWith(project.root + sep)) return path;
  throw new KnownError(`${file}: a symbolic link leads out of the project`, {
    expected: `a file below ${project.root}`,
    got: relative(project.root, real),
    help: 'Replace the link by the file itself.',
  });
}

/** The text of a project file, or undefined where there is none. `most`: bytes that it may have. */
export function readProjectFile(project: Project, file: string, most?: number): string | undefined {
  const path = locate(project, file);
  return existsSync(path) ? readText(path, file, most) : undefined;
}

/**
 * The target locales that a person chose, all where they chose none.
 * @param list comma-separated, as `--to` takes it
 */
export function chosenLocales(project: Project, list: string | undefined): readonly string[] {
  if (list === undefined) return project.config.targetLocales;
  return list.split(',').map((one) => {
    const locale = one.trim();
    if (project.config.targetLocales.includes(locale)) return locale;
    throw new KnownError(`--to: "${locale}" is not a target locale of this project`, {
      expected: project.config.targetLocales.join(', '),
      got: locale,
      help: `Add it to "targetLocales" in ${CONFIG_FILE}.`,
    });
  });
}

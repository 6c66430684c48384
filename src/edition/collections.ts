/** The collections of a project: articles that are kept in one layout, with front matter keys and locales of their own. */

import type { Config } from '../config.ts';
import { stringsCollectionOf } from './string-collections.ts';

export interface Collection {
  /** The first part of its articles' slugs; none where the project has one collection. */
  readonly name?: string | undefined;
  /** Templates of paths: `content/{slug}/index.md` and `content/{slug}/index.{locale}.md`. */
  readonly source: string;
  readonly edition: string;
  /** Globs over the names of articles. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly frontMatter: Config['frontMatter'];
  readonly markdown: Config['markdown'];
  readonly select: Config['select'];
  /** The language of its articles; of those that say nothing of it, where each says its own. */
  readonly sourceLocale: string;
  /** The front matter key that names an article's language. */
  readonly sourceLocaleKey?: string | undefined;
  /** The locales that it is translated into; none of its articles goes into its own language. */
  readonly locales: readonly string[];
  /** Whether the configuration names it: then it must match something, and editions beside it are told from sources. */
  readonly isNamed: boolean;
}

/** `sources` of the configuration, or the one that `paths.articles` stands for. */
export function collectionsOf(config: Config): readonly Collection[] {
  const known = collections.get(config) ?? makeCollections(config);
  collections.set(config, known);
  return known;
}

const collections = new WeakMap<Config, readonly Collection[]>();

function makeCollections(config: Config): readonly Collection[] {
  const { sources, paths, frontMatter, markdown, select, sourceLocale, targetLocales } = config;
  if (sources === undefined)
    return [
      {
        source: paths.articles,
        edition: paths.articles,
        include: ['**'],
        exclude: [],
        frontMatter,
        markdown,
        select,
        sourceLocale,
        locales: targetLocales,
        isNamed: false,
      },
    ];
  return sources.map((one): Collection => {
    const { sourceLocale: own, ...rest } = one;
    const isForeign = own !== undefined || hasSourceLocales(one.source);
    return {
      ...rest,
      frontMatter: { ...frontMatter, ...defined(one.frontMatter) },
      markdown: { ...markdown, ...defined(one.markdown) },
      select: { ...select, ...defined(one.select) },
      sourceLocale: typeof own === 'string' ? own : sourceLocale,
      ...(typeof own === 'object' && { sourceLocaleKey: own.frontMatter }),
      locales: one.locales ?? (isForeign ? [sourceLocale, ...targetLocales].filter((locale) => locale !== own) : targetLocales),
      isNamed: true,
    };
  });
}

/** Whether the path of a source names its language. */
export const hasSourceLocales = (template: string): boolean => template.includes('{sourceLocale}');

/** The locales that anything may be translated into: the target locales, and the project's own where an article is in another. */
export function targetsOf(config: Config): readonly string[] {
  const { sources = [], sourceLocale, targetLocales } = config;
  if (sources.every(({ source, sourceLocale: own }) => own === undefined && !hasSourceLocales(source))) return targetLocales;
  const isTarget = collectionsOf(config).some(({ locales }) => locales.includes(sourceLocale));
  return isTarget ? [sourceLocale, ...targetLocales] : targetLocales;
}

/** The languages that sources may be written in, the project's own first. */
export function sourceLocalesOf(config: Config): readonly string[] {
  const { sources = [], sourceLocale, targetLocales } = config;
  const isOpen = sources.some(({ source, sourceLocale: own }) => typeof own === 'object' || hasSourceLocales(source));
  const named = collectionsOf(config).map((collection) => collection.sourceLocale);
  return [...new Set([sourceLocale, ...named, ...(isOpen ? targetLocales : [])])];
}

/** The language that a source is written in. */
export const sourceLocaleOf = (config: Config, source: { readonly locale?: string | undefined }): string =>
  source.locale ?? config.sourceLocale;

function defined<Value extends object>(value: Value | undefined): { [Key in keyof Value]: Exclude<Value[Key], undefined> } | undefined {
  if (value === undefined) return undefined;
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as ReturnType<typeof defined<Value>>;
}

/** The collection of an article, by the first part of its slug; the one without a name, else the first, for all that no name fits. */
export function collectionOf(config: Config, slug: string): Collection {
  const all = collectionsOf(config);
  const named = all.find(({ name }) => name !== undefined && slug.startsWith(`${name}/`));
  return named ?? all.find(({ name }) => name === undefined) ?? (all[0] as Collection);
}

/** The article's name within its collection, as its paths have it. */
export function nameIn({ name }: Collection, slug: string): string {
  return name !== undefined && slug.startsWith(`${name}/`) ? slug.slice(name.length + 1) : slug;
}

export function slugIn({ name }: Pick<Collection, 'name'>, nameOfArticle: string): string {
  return name === undefined ? nameOfArticle : `${name}/${nameOfArticle}`;
}

/** Those of some locales that a source is translated into. */
export function localesFor(
  config: Config,
  source: { readonly format: 'markdown' | 'strings'; readonly slug: string; readonly locale?: string | undefined },
  locales: readonly string[],
): readonly string[] {
  if (config.sources === undefined && config.strings === undefined) return locales;
  const own = (source.format === 'strings' ? stringsCollectionOf(config, source.slug) : collectionOf(config, source.slug)).locales;
  const from = sourceLocaleOf(config, source);
  return locales.filter((locale) => locale !== from && own.includes(locale));
}

/** What `{locale}` in a path of articles or strings becomes. */
export const folderName = ({ localeNames }: Config, locale: string): string => localeNames[locale] ?? locale;

/** The collections of a project: articles that are kept in one layout, with front matter keys and locales of their own. */

import type { Config } from '../config.ts';

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
  /** The target locales that it is translated into. */
  readonly locales: readonly string[];
  /** Whether the configuration names it: then it must match something, and editions beside it are told from sources. */
  readonly isNamed: boolean;
}

/** `sources` of the configuration, or the one that `paths.articles` stands for. */
export function collectionsOf(config: Config): readonly Collection[] {
  const { sources, paths, frontMatter, markdown, targetLocales } = config;
  if (sources === undefined)
    return [
      {
        source: paths.articles,
        edition: paths.articles,
        include: ['**'],
        exclude: [],
        frontMatter,
        markdown,
        locales: targetLocales,
        isNamed: false,
      },
    ];
  return sources.map((one) => ({
    ...one,
    frontMatter: { ...frontMatter, ...defined(one.frontMatter) },
    markdown: { ...markdown, ...defined(one.markdown) },
    locales: one.locales ?? targetLocales,
    isNamed: true,
  }));
}

function defined<Value extends object>(value: Value | undefined): { [Key in keyof Value]: Exclude<Value[Key], undefined> } | undefined {
  if (value === undefined) return undefined;
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as ReturnType<typeof defined<Value>>;
}

/** The collection of an article, by the first part of its slug; the one without a name for all that no name fits. */
export function collectionOf(config: Config, slug: string): Collection {
  const collections = collectionsOf(config);
  const named = collections.find(({ name }) => name !== undefined && slug.startsWith(`${name}/`));
  return named ?? (collections.find(({ name }) => name === undefined) as Collection);
}

/** The article's name within its collection, as its paths have it. */
export function nameIn({ name }: Collection, slug: string): string {
  return name !== undefined && slug.startsWith(`${name}/`) ? slug.slice(name.length + 1) : slug;
}

export function slugIn({ name }: Collection, nameOfArticle: string): string {
  return name === undefined ? nameOfArticle : `${name}/${nameOfArticle}`;
}

/** Those of some locales that a source is translated into; strings go into all of them. */
export function localesFor(
  config: Config,
  source: { readonly format: 'markdown' | 'strings'; readonly slug: string },
  locales: readonly string[],
): readonly string[] {
  if (source.format === 'strings' || config.sources === undefined) return locales;
  const own = collectionOf(config, source.slug).locales;
  return locales.filter((locale) => own.includes(locale));
}

/** What `{locale}` in a path of articles or strings becomes. */
export const folderName = ({ localeNames }: Config, locale: string): string => localeNames[locale] ?? locale;

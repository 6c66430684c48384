/** How sources and localized files are read: by the reader that their format has, and the configuration's options. */

import type { Article } from '../article.ts';
import { KnownError, knownOf } from '../errors.ts';
import { syntaxNames } from '../markdown/dialects.ts';
import { type ReadOptions, readArticle } from '../markdown/read.ts';
import type { Defined } from '../markdown/syntax.ts';
import type { Cut } from '../runs/segments.ts';
import { cutText } from '../sentences.ts';
import { withLocaleRoot } from '../strings/locale-root.ts';
import { readStrings } from '../strings/read.ts';
import { collectionOf, sourceLocaleOf } from './collections.ts';
import type { Settings } from './desk.ts';
import type { ArticleSource, Source } from './source.ts';
import { stringsCollectionOf } from './string-collections.ts';

/** A correction is owed to the readers of every language, whatever else of the front matter is translated. */
const CORRECTIONS = ['correction', 'correction.text', 'correction[]', 'correction[].text', 'corrections[]', 'corrections[].text'];

/**
 * @param file the article's slug and dialect
 * @param locale the language that the file is in
 */
export function readOptions({ config, srx }: Settings, file: Pick<ArticleSource, 'slug' | 'dialect'>, locale: string): ReadOptions {
  const { frontMatter, markdown } = collectionOf(config, file.slug);
  return {
    slug: file.slug,
    dialect: file.dialect,
    locale,
    frontMatter: [...new Set([...frontMatter.translate, ...CORRECTIONS])],
    extensions: syntaxNames(markdown),
    attributes: markdown.attributes,
    ...(srx !== undefined && { cut: (text, to) => cutText(text, to, srx) }),
  };
}

/**
 * A source article from its text.
 * @throws KnownError where it is not readable, or holds no words
 */
export function readSourceArticle(settings: Settings, source: ArticleSource, text: string): Article {
  const article = readMarkdown(settings, source, { text, file: source.file, locale: sourceLocaleOf(settings.config, source) });
  if (article.blocks.length === 0)
    throw new KnownError(`${source.file}: no words`, {
      expected: 'an article with a title or a paragraph',
      got: text.trim() === '' ? 'an empty file' : 'a file with nothing to translate',
      help: 'Write it, remove the file, or name it in "exclude" of its source.',
    });
  return article;
}

/**
 * A source as the article that each locale translates: Markdown is the same for all, strings have the plural forms of each, and its
 * language at their root where the source's is there.
 * @throws KnownError where it is not readable, or an article holds no words
 */
export function readSource(settings: Settings, source: Source, text: string, locales: readonly string[]): ReadonlyMap<string, Article> {
  if (source.format === 'markdown') {
    const article = readSourceArticle(settings, source, text);
    return new Map(locales.map((to) => [to, article]));
  }
  const { file, slug: namespace } = source;
  const { sourceLocale: locale, localeNames } = settings.config;
  const { format } = stringsCollectionOf(settings.config, namespace);
  const names = [locale, localeNames[locale] ?? locale, new Intl.Locale(locale).language];
  return new Map(
    locales.map((to) => {
      const rooted = to === locale ? text : withLocaleRoot(text, file, names, localeNames[to] ?? to);
      return [to, readStrings(rooted, { locale, namespace, to, file, format })];
    }),
  );
}

interface LocalizedFile {
  readonly text: string;
  /** Its path, for errors. */
  readonly file: string;
  readonly locale: string;
}

/**
 * A localized file as an article of its own locale, to be compared with its record.
 * @param recut changes the rules by which an article is cut into sentences
 */
export function readLocalized(settings: Settings, source: Source, localized: LocalizedFile, recut?: (cut: Cut) => Cut): Article {
  const { text, locale, file } = localized;
  return source.format === 'strings'
    ? readStrings(text, { locale, namespace: source.slug, file, format: stringsCollectionOf(settings.config, source.slug).format })
    : readMarkdown(settings, source, localized, recut);
}

/**
 * Some lines of an article's source or localized file that parse on their own.
 * @param part with the labels that are defined in the rest of the file
 */
export function readPart(
  settings: Settings,
  source: Source,
  { defined, ...part }: LocalizedFile & { readonly defined: Defined },
  recut?: (cut: Cut) => Cut,
): Article {
  return readMarkdown(settings, source as ArticleSource, part, recut, defined);
}

/** Reads an article; what is wrong with it names its file and place. */
function readMarkdown(
  settings: Settings,
  source: ArticleSource,
  { text, file, locale }: LocalizedFile,
  recut: (cut: Cut) => Cut = (cut) => cut,
  defined?: Defined,
): Article {
  try {
    const options = readOptions(settings, source, locale);
    return readArticle(text, { ...options, cut: recut(options.cut ?? cutText), ...(defined !== undefined && { defined }) });
  } catch (error) {
    const known = knownOf(error);
    if (known === undefined) throw error;
    const { message, expected, got, help, place } = known;
    const at = place === undefined ? file : `${file}:${place}`;
    throw new KnownError(`${at}: ${message}`, {
      ...(expected && { expected }),
      ...(got && { got }),
      ...(help && { help }),
      place: at,
      cause: error,
    });
  }
}

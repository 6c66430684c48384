/** How the project's files are read: an article of the reader that its format has, by the configuration's options. */

import type { Article } from '../article.ts';
import { KnownError } from '../errors.ts';
import { type ReadOptions, readArticle } from '../markdown/read.ts';
import { cutText } from '../sentences.ts';
import { readStrings } from '../strings/read.ts';
import { readText } from './files.ts';
import { type ArticleSource, editionFile, locate, type Project, type Source } from './project.ts';

/** A correction is owed to the readers of every language, whatever else of the front matter is translated. */
const CORRECTIONS = ['correction', 'correction.text', 'correction[]', 'correction[].text', 'corrections[]', 'corrections[].text'];

/**
 * @param file the article's slug and dialect
 * @param locale the language that the file is in
 */
export function readOptions({ config, srx }: Project, file: Pick<ArticleSource, 'slug' | 'dialect'>, locale: string): ReadOptions {
  return {
    slug: file.slug,
    dialect: file.dialect,
    locale,
    frontMatter: [...new Set([...config.frontMatter.translate, ...CORRECTIONS])],
    extensions: config.markdown.extensions,
    attributes: config.markdown.attributes,
    ...(srx !== undefined && { cut: (text, to) => cutText(text, to, srx) }),
  };
}

/**
 * A source article.
 * @throws KnownError where it is not readable, or holds no words
 */
export function openArticle(project: Project, source: ArticleSource): Article {
  const text = readText(locate(project, source.file), source.file);
  const article = readMarkdown(project, source, { text, file: source.file, locale: project.config.sourceLocale });
  if (article.blocks.length === 0)
    throw new KnownError(`${source.file}: no words`, {
      expected: 'an article with a title or a paragraph',
      got: text.trim() === '' ? 'an empty file' : 'a file with nothing to translate',
      help: 'Write it, or remove the file.',
    });
  return article;
}

/**
 * A source as the article that each locale translates: Markdown is the same for all, strings have the plural forms of each.
 * @throws KnownError where it is not readable, or an article holds no words
 */
export function openSource(project: Project, source: Source, locales: readonly string[]): ReadonlyMap<string, Article> {
  if (source.format === 'markdown') {
    const article = openArticle(project, source);
    return new Map(locales.map((to) => [to, article]));
  }
  const { file, slug: namespace } = source;
  const text = readText(locate(project, file), file);
  const locale = project.config.sourceLocale;
  return new Map(locales.map((to) => [to, readStrings(text, { locale, namespace, to, file })]));
}

/** A localized file as an article of its own locale, to be compared with its record. */
export function readLocalized(project: Project, source: Source, locale: string, text: string): Article {
  const file = editionFile(project, source, locale);
  return source.format === 'strings'
    ? readStrings(text, { locale, namespace: source.slug, file })
    : readMarkdown(project, source, { text, file, locale });
}

interface Given {
  readonly text: string;
  readonly file: string;
  readonly locale: string;
}

/** Reads an article; what is wrong with it names its file and place. */
function readMarkdown(project: Project, source: ArticleSource, { text, file, locale }: Given): Article {
  try {
    return readArticle(text, readOptions(project, source, locale));
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    const { expected, got, help, place } = error;
    const at = place === undefined ? file : `${file}:${place}`;
    throw new KnownError(`${at}: ${error.message}`, {
      ...(expected && { expected }),
      ...(got && { got }),
      ...(help && { help }),
      place: at,
      cause: error,
    });
  }
}

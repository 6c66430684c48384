/** What is translated, and the files of one edition of it. Types and names only. */

import type { KnownError } from '../errors.ts';

/** An article in Markdown, or a namespace of strings. */
export type Source = ArticleSource | StringsSource;

export const FORMATS = ['markdown', 'strings'] as const;

/** What people call it: a namespace of strings may have an article's slug. */
export const sourceName = ({ format, slug }: Pick<Source, 'format' | 'slug'>): string =>
  format === 'strings' ? `${slug} (strings)` : slug;

export interface ArticleSource {
  readonly format: 'markdown';
  readonly slug: string;
  /** Relative to the project, with `/`. */
  readonly file: string;
  readonly dialect: 'md' | 'mdx';
  /** The language that it is written in, where that is not the project's source locale. */
  readonly locale?: string;
  /** Why nothing can be made of it, whatever it says: it is told where it is read, and the other sources are done. */
  readonly unusable?: KnownError;
}

interface StringsSource {
  readonly format: 'strings';
  /** The namespace. */
  readonly slug: string;
  readonly file: string;
  readonly locale?: never;
  readonly unusable?: KnownError;
}

/** The files of a source in one locale. */
export interface EditionPaths {
  readonly source: Source;
  readonly locale: string;
  /** The localized file, relative to the project, with `/`. */
  readonly file: string;
  readonly recordFile: string;
}

/** The contents of these files; undefined where there is none. */
export interface EditionTexts {
  readonly record: string | undefined;
  readonly localized: string | undefined;
}

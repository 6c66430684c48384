/** What publishing is given: articles as data, whoever keeps them. Types only. */

import type { Config } from '../../config.ts';
import type { Finding } from '../../finding.ts';

/**
 * How far an edition has been read by people. `source`: the original. `machine`: at least one target that no person has read. `reviewed`: every
 * target is a person's. `stale`: the source has changed since.
 */
export type ReviewState = 'source' | 'machine' | 'reviewed' | 'stale';

export interface EditionInput {
  readonly locale: string;
  /** Relative to the project, with `/`; a name that ends in `.mdx` is read as MDX. */
  readonly file: string;
  /** The whole file, front matter included. */
  readonly text: string;
  readonly state: ReviewState;
  /** Its findings at error level: with any, the last good edition stays published. */
  readonly errors: readonly Finding[];
}

export interface ArticleInput {
  readonly slug: string;
  /** One a locale; the source locale's is the original. */
  readonly editions: readonly EditionInput[];
}

/** An article that can be loaded, so that ten thousand need not be held at once. */
export interface LoadableArticle {
  readonly slug: string;
  /** The project-relative files that links may name, with the locale of each. */
  readonly files: readonly { readonly locale: string; readonly file: string }[];
  /**
   * Differs whenever anything may have changed that the article is made of; equal means that it need not be loaded.
   * Absent where that cannot be told.
   */
  readonly stamp?: string;
  readonly load: () => ArticleInput;
  /** The text of one edition alone, once it is known to be needed. */
  readonly read: (locale: string) => string;
}

export interface SiteInput {
  readonly articles: readonly LoadableArticle[];
  readonly sourceLocale: string;
  /** All locales, the source's first. */
  readonly locales: readonly string[];
  readonly options: Config['publish'];
  readonly extensions: readonly string[];
  /** i18next resources by locale. */
  readonly strings: Readonly<Record<string, object>>;
  /** Absolute; images and files that articles link to are looked up below it. */
  readonly root: string;
  /** Milliseconds since 1970: what embargoes and the news sitemap are measured against. */
  readonly now: number;
  /** Shows drafts and embargoed articles too: for a preview, never for readers. */
  readonly drafts?: boolean;
}

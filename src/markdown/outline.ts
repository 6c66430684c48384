/** What the reading of an article learned about its layout, kept for the writing: it saves a second parse of the whole file. */

import type { Article } from '../article.ts';
import type { Heading } from './headings.ts';
import type { Defined, Syntax } from './syntax.ts';

export interface Outline {
  readonly syntax: Syntax;
  /** Lower-case names of attributes whose values carry words. */
  readonly attributes: ReadonlySet<string>;
  /** Offsets of lines after a blank line where no container goes on: what stands between two of them parses on its own. */
  readonly chunks: readonly number[];
  readonly defined: Defined;
  readonly headings: readonly Heading[];
}

const outlines = new WeakMap<Article, Outline>();

export function keepOutline(article: Article, outline: Outline): Article {
  outlines.set(article, outline);
  return article;
}

/** @returns undefined for an article that was not read in this process, or was copied */
export function outlineOf(article: Article): Outline | undefined {
  return outlines.get(article);
}

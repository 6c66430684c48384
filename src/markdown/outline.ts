/** What the reading of an article learned about its layout, kept with it for the writing. */

import type { Article } from '../article.ts';
import type { Heading } from './headings.ts';
import type { Defined, Syntax } from './syntax.ts';
import type { AttributeNames } from './word-attributes.ts';

export interface Outline {
  readonly syntax: Syntax;
  readonly attributes: AttributeNames;
  /** Offsets of lines after a blank line where no container goes on: the text between two of them parses on its own. */
  readonly chunks: readonly number[];
  readonly defined: Defined;
  readonly headings: readonly Heading[];
}

/** An article as the reader makes it. The outline is no part of the data type: it saves the writer a second parse of the whole file. */
export interface OutlinedArticle extends Article {
  readonly outline: Outline;
}

/** @returns undefined for an article that the reader of Markdown did not make */
export function outlineOf(article: Article): Outline | undefined {
  return 'outline' in article ? (article as OutlinedArticle).outline : undefined;
}

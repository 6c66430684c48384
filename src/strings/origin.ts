/** How an article of strings was read, kept with it for its writing and its checks. */

import type { Article } from '../article.ts';
import type { StringsFormat } from './file.ts';

export interface StringsOrigin {
  readonly file: string;
  readonly format?: StringsFormat;
}

/** An article as the reader of strings makes it. */
export interface StringsArticle extends Article {
  readonly origin: StringsOrigin;
}

/** An article that the reader of strings did not make is taken for i18next's JSON. */
export function originOf(article: Article): StringsOrigin {
  return 'origin' in article ? (article as StringsArticle).origin : { file: `${article.id}.json` };
}

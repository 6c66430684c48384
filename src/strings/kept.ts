/** How an article of strings was read, kept for its writing and its checks. */

import type { Article } from '../article.ts';
import type { StringsFormat } from './file.ts';

export interface StringsOrigin {
  readonly file: string;
  readonly format?: StringsFormat;
}

const origins = new WeakMap<Article, StringsOrigin>();

export function kept(article: Article, origin: StringsOrigin): Article {
  origins.set(article, origin);
  return article;
}

/** An article that was not read in this process is taken for i18next's JSON. */
export function originOf(article: Article): StringsOrigin {
  return origins.get(article) ?? { file: `${article.id}.json` };
}

/** The sorts of articles that a newspaper has, as the front matter's `kind` says. */

import { isData, oneLine, optional } from './values.ts';

/** `page` is no article: an imprint, a policy, what the newspaper says of itself. */
export const ARTICLE_KINDS = ['news', 'live', 'opinion', 'review', 'interview', 'gallery', 'page'] as const;

export type ArticleKind = (typeof ARTICLE_KINDS)[number];

/** What a review is about, and how it is rated. */
export interface Review {
  /** Its name. */
  readonly item: string;
  /** A type of schema.org: `Book`, `Movie`, `Restaurant`. */
  readonly type?: string;
  readonly rating?: number;
  /** The best rating that there is: 5 where nothing else is said. */
  readonly best?: number;
}

/** @returns undefined for news, and for a word that is no kind */
export function readKind(value: unknown): Exclude<ArticleKind, 'news'> | undefined {
  const word = oneLine(value)?.toLowerCase();
  const kind = ARTICLE_KINDS.find((one) => one === word);
  return kind === 'news' ? undefined : kind;
}

/** The best of a rating that does not say how far it goes, as schema.org has it. */
export const BEST = 5;

/** A name alone, or a name with what it is and its rating. */
export function readReview(value: unknown): Review | undefined {
  const data = isData(value) ? value : { item: value };
  const item = oneLine(data.item ?? data.name);
  if (item === undefined) return undefined;
  const type = oneLine(data.type);
  const [rating, best] = [number(data.rating), number(data.best)];
  return {
    item,
    ...optional('type', type !== undefined && /^[A-Z]\w*$/.test(type) ? type : undefined),
    ...optional('rating', rating !== undefined && rating <= (best ?? BEST) ? rating : undefined),
    ...optional('best', best),
  };
}

function number(value: unknown): number | undefined {
  const found = Number(oneLine(value) ?? Number.NaN);
  return Number.isFinite(found) && found >= 0 ? found : undefined;
}

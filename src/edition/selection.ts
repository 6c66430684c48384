/** Which articles are translated, and into which locales: what their front matter and the configuration say of it. */

import type { Release } from '../frontmatter/fields.ts';
import type { Collection } from './collections.ts';
import type { Source } from './source.ts';

/** A source with the locales that it goes into. */
export interface Chosen {
  readonly source: Source;
  readonly locales: readonly string[];
}

/** Why an article is not translated: `translate: false`, a draft, an embargo that has not ended, or older than `select.since`. */
export const WITHHELD = ['optedOut', 'draft', 'embargo', 'old'] as const;
export type Withheld = (typeof WITHHELD)[number];

export interface SelectOptions {
  /** Whether drafts and embargoed articles are translated too. */
  readonly drafts: boolean;
  /** Whether somebody has named the articles: then their age does not count. */
  readonly isNamed: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * @param locales those that the article may go into, at least one
 * @param isBegun whether a locale has an edition of the article already: it is kept up to date, however old the article
 * @returns the locales that it goes into, or why it goes into none
 */
export function selectLocales(
  release: Release,
  { select }: Pick<Collection, 'select'>,
  locales: readonly string[],
  { drafts, isNamed, now }: SelectOptions,
  isBegun: (locale: string) => boolean,
): readonly string[] | Withheld {
  const { translate = !select.optIn, isDraft, embargo = 0, day } = release;
  const asked = typeof translate === 'boolean' ? (translate ? locales : []) : locales.filter((locale) => translate.includes(locale));
  if (asked.length === 0) return 'optedOut';
  const isReleased = drafts || select.drafts;
  if (isDraft && !isReleased) return 'draft';
  if ((embargo === 'never' || embargo > now) && !isReleased) return 'embargo';
  if (isNamed || select.since === undefined || day === undefined || day >= select.since) return asked;
  const begun = asked.filter(isBegun);
  return begun.length === 0 ? 'old' : begun;
}

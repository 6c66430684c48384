/** What is kept of an edition once its page is written: enough for lists, feeds, sitemaps and its neighbours. */

import type { ArticleFields } from '../../frontmatter/fields.ts';
import type { ReviewState } from './input.ts';

/** What has a page of its articles: a topic, a section, an author. */
export interface Channel {
  /** The same in every locale: made of what the source calls it. */
  readonly slug: string;
  readonly label: string;
  /** Of an author: what they are or do. */
  readonly role?: string;
}

export interface EditionSummary {
  /** The article's: the source's slug. */
  readonly slug: string;
  readonly locale: string;
  readonly file: string;
  readonly state: ReviewState;
  /** Of the text and state that the page was made of. */
  readonly hash: string;
  readonly fields: ArticleFields;
  readonly topics: readonly Channel[];
  readonly section?: Channel;
  readonly authors: readonly Channel[];
  readonly path: string;
  /** Absent until the body has been rendered once. */
  readonly body?: BodySummary;
}

/** What a card loads: a document in a frame, a picture, a film, a recording. */
export type EmbedKind = 'frame' | 'image' | 'video' | 'audio';

export interface BodySummary {
  /** Ids of the headings, in order. */
  readonly headings: readonly string[];
  /** Every id that a link may name. */
  readonly ids: readonly string[];
  readonly aliases: readonly (readonly [old: string, heading: number])[];
  readonly excerpt: string;
  /** Addresses as the author wrote them, but for those of other hosts. */
  readonly links: readonly string[];
  readonly images: readonly string[];
  readonly deadAnchors: readonly string[];
  /** Films, recordings and subtitles, as the author wrote them. */
  readonly media?: readonly string[];
  /** Pictures that need not be there, such as those of cards. */
  readonly pictures?: readonly string[];
  /** Documents of the public folder that are shown in frames. */
  readonly frames?: readonly string[];
  /** What a reader's click may load, by its origin. */
  readonly origins?: readonly (readonly [kind: EmbedKind, origin: string])[];
  /** Addresses that are linked instead of shown, with their line in the file. */
  readonly linked?: readonly { readonly address: string; readonly line?: number }[];
  /** What the page cannot show, with its line in the file. */
  readonly dropped?: readonly { readonly what: string; readonly line?: number }[];
}

type Changed = Pick<ArticleFields, 'date' | 'updated' | 'corrections'>;

/**
 * When the edition last changed, as its front matter says.
 * @param source of the article's source: its corrections are shown with every edition
 */
export function lastChange(fields: Changed, source?: Changed): string | undefined {
  const corrections = [...fields.corrections, ...(source?.corrections ?? [])];
  const dates = [fields.date, fields.updated, ...corrections.map((correction) => correction.date)];
  // ISO days and UTC instants sort as text; a day sorts before the instants in it.
  return dates
    .filter((date) => date !== undefined)
    .sort()
    .at(-1);
}

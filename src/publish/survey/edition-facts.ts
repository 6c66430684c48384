/**
 * What every build asks of every edition: where it is listed, and whether its page is still the same. It is kept apart from the rest, so
 * that a build reads it of ten thousand articles at once, and the rest of those alone that it has to do with.
 */

import { parseDate } from '../../frontmatter/article-date.ts';
import { optional } from '../../frontmatter/values.ts';
import { digestOf } from '../site-files.ts';
import { type BodySummary, type Channel, type EditionSummary, lastChange } from './edition-summary.ts';
import type { ReviewState } from './input.ts';

/** Not to be spread or written as JSON: of what is kept, each is read where it is asked for (`article-columns.ts`). */
export interface EditionFacts {
  readonly slug: string;
  readonly locale: string;
  readonly file: string;
  readonly path: string;
  readonly state: ReviewState;
  readonly title: string;
  /** The date as text, and in milliseconds since 1970; absent where there is none. */
  readonly date?: string | undefined;
  readonly at?: number | undefined;
  /** When it last changed, and when it was last corrected. */
  readonly changed?: string | undefined;
  readonly corrected?: string | undefined;
  readonly standing?: true | undefined;
  readonly pinned?: true | undefined;
  readonly weight?: number | undefined;
  readonly aliases?: readonly string[] | undefined;
  readonly topics: readonly Channel[];
  readonly section?: Channel | undefined;
  readonly authors: readonly Channel[];
  /** Until when nobody may read it, in milliseconds since 1970; `for ever` for a draft. Of a preview alone. */
  readonly withheld?: number | 'for ever' | undefined;
  /** Differs where what the pages of other articles say of it does. */
  readonly face: string;
}

/** What is known once the body is. */
export interface PageFacts {
  /** Of everything that the page was made of. */
  readonly key: string;
  /** Differs where anything does that lists show of the edition. */
  readonly story: string;
  /** What of the rest of the project its page names. */
  readonly refs?: PageRefs | undefined;
  /** Whether its body alone gives reason for a finding. */
  readonly told?: true | undefined;
  /** Of the picture that lists show of it. */
  readonly pictured?: string | undefined;
}

/** As the author wrote them. */
export interface PageRefs {
  readonly links: readonly string[];
  /** The picture above the text. */
  readonly lead?: string;
  readonly images: readonly string[];
  /** Pictures that need not be there. */
  readonly pictures: readonly string[];
  readonly media: readonly string[];
  readonly frames: readonly string[];
}

/** So few signs of a hash that four are short, and so many that no two titles of an archive share them. */
const FACE = 10;

/** @param timeZone of dates without an offset */
export function editionFacts(summary: EditionSummary, timeZone: string): EditionFacts {
  const { slug, locale, file, path, state, fields, topics, section, authors } = summary;
  const { title, date, kind, pinned, weight, aliases, draft, embargo } = fields;
  const withheld = draft || embargo === Number.POSITIVE_INFINITY ? ('for ever' as const) : embargo;
  return {
    ...{ slug, locale, file, path, state, title, topics, authors },
    ...optional('date', date),
    ...optional('at', date === undefined ? undefined : parseDate(date, timeZone)?.at),
    ...optional('changed', lastChange(fields)),
    ...optional('corrected', lastChange({ corrections: fields.corrections })),
    ...optional('standing', kind === 'page' ? true : undefined),
    ...optional('pinned', pinned),
    ...optional('weight', weight),
    ...optional('aliases', aliases.length === 0 ? undefined : aliases),
    ...optional('section', section),
    ...optional('withheld', withheld),
    face: digestOf(JSON.stringify([path, title, date])).slice(0, FACE),
  };
}

/** @param source the article's original, where it is published */
export function pageFacts(
  edition: EditionSummary & { readonly body: BodySummary; readonly key: string },
  source: EditionSummary | undefined,
): PageFacts {
  const { body, key } = edition;
  const refs = pageRefs(edition, body);
  return {
    ...{ key, story: storyDigest(edition, source) },
    ...optional('refs', refs),
    ...optional(
      'told',
      body.deadAnchors.length > 0 || (body.dropped ?? []).length > 0 || (body.linked ?? []).length > 0 ? true : undefined,
    ),
  };
}

/** @returns undefined for a page that names nothing of the project */
export function pageRefs({ fields }: Pick<EditionSummary, 'fields'>, body: BodySummary): PageRefs | undefined {
  const { links, images, pictures = [], media = [], frames = [] } = body;
  const lead = fields.image?.src;
  if (lead === undefined && [links, images, pictures, media, frames].every(({ length }) => length === 0)) return undefined;
  return { links, images, pictures, media, frames, ...optional('lead', lead) };
}

/**
 * Of all that lists show of an edition: it is in the list of its locale, and in those of its topics, section and authors. Of its body that
 * is the excerpt; of its picture it is what is found at its address, which is another matter.
 */
function storyDigest(edition: EditionSummary, source: EditionSummary | undefined): string {
  const shown = ({ slug, locale, state, fields, topics, section, authors, path }: EditionSummary) => [
    ...[slug, locale, state, fields, topics, section, authors, path],
  ];
  return digestOf(
    JSON.stringify([shown(edition), edition.body?.excerpt, source === undefined || source === edition ? null : shown(source)]),
  );
}

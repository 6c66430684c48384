/** What front matter says and nobody can read: the article is published without it, and its author is told. */

import { parseDate } from '../../frontmatter/article-date.ts';
import { type FieldValues, fieldValues } from '../../frontmatter/field-names.ts';
import { ARTICLE_KINDS, BEST, readKind } from '../../frontmatter/kinds.ts';
import { type Data, isData } from '../../frontmatter/values.ts';

interface FieldFault {
  readonly message: string;
  readonly expected: string;
  readonly got: string;
}

const DATES = ['date', 'updated', 'coverageEnd'] as const;

/** @param timeZone of dates without an offset */
export function fieldFaults(data: Data, timeZone: string): FieldFault[] {
  const values = fieldValues(data);
  return [...DATES.flatMap((field) => dateFault(values, field, timeZone)), ...kindFault(values), ...ratingFault(values)];
}

function dateFault(values: FieldValues, field: (typeof DATES)[number], timeZone: string): FieldFault[] {
  // `published: true` is no date, and means something else.
  const said = values(field).filter((value) => typeof value !== 'boolean' && value !== '');
  if (said.length === 0 || said.some((value) => parseDate(value, timeZone) !== undefined)) return [];
  return [
    {
      message: `"${field}" in the front matter is no date; the article is published without it`,
      expected: '2026-03-02, or 2026-03-02T06:40',
      got: text(said[0]),
    },
  ];
}

function kindFault(values: FieldValues): FieldFault[] {
  const [kind] = values('kind');
  if (kind === undefined || kind === 'news' || readKind(kind) !== undefined) return [];
  const message = '"kind" in the front matter is none that the site knows; the article is published as news';
  return [{ message, expected: ARTICLE_KINDS.join(', '), got: text(kind) }];
}

function ratingFault(values: FieldValues): FieldFault[] {
  const [review] = values('review');
  if (!isData(review) || review.rating === undefined) return [];
  const [rating, best] = [Number(review.rating), Number(review.best ?? BEST)];
  if (rating >= 0 && best > 0 && rating <= best) return [];
  const message = '"review" in the front matter has a rating that is none; the article is published without it';
  return [
    {
      message,
      expected: 'a number from 0 to "best", which is 5 where nothing is said',
      got: text(review.best === undefined ? review.rating : `${text(review.rating)} of ${text(review.best)}`),
    },
  ];
}

const text = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value)));

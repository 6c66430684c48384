/** What an article's front matter says to the program, whatever shape people gave it. */

import { type ArticleDate, parseDate, writtenDate } from './article-date.ts';
import { COMMAS, readAuthors, type WrittenAuthor } from './authors.ts';
import { type FieldValues, fieldValues } from './field-names.ts';
import { type ArticleKind, type Review, readKind, readReview } from './kinds.ts';
import { type Data, isData, oneLine, optional, saysNo, saysYes } from './values.ts';

interface ArticleImage {
  readonly src: string;
  readonly alt: string;
  readonly caption?: string;
  /** Whose words `alt` and `caption` are, where they are not the edition's own. */
  readonly locale?: string;
}

interface Correction {
  readonly text: string;
  readonly date?: string;
}

export interface ArticleFields {
  readonly title: string;
  readonly description?: string;
  readonly date?: string;
  readonly updated?: string;
  readonly tags: readonly string[];
  readonly authors: readonly string[];
  /** What authors are or do, by their names. */
  readonly roles?: Readonly<Record<string, string>>;
  readonly translator?: string;
  readonly section?: string;
  /** Absent for news. */
  readonly kind?: Exclude<ArticleKind, 'news'>;
  readonly review?: Review;
  /** Of a live article: when it ended. */
  readonly coverageEnd?: string;
  /** Headline and summary are meant to be read aloud. */
  readonly speakable?: true;
  readonly pinned?: true;
  /** The smaller, the further up on the front page; behind all that have one is what has none. */
  readonly weight?: number;
  readonly image?: ArticleImage;
  readonly corrections: readonly Correction[];
  /** The localized slug, once made. */
  readonly slug?: string;
  /** Old slugs, or old paths from the root. */
  readonly aliases: readonly string[];
  /** Old anchors and the ones that took their place. */
  readonly anchors: Readonly<Record<string, string>>;
  readonly draft: boolean;
  /** Milliseconds since 1970; infinite for an embargo without a readable end. */
  readonly embargo?: number;
}

/** What an article's front matter says of whether it is translated; plain JSON. */
export interface Release {
  readonly isDraft: boolean;
  /** Milliseconds since 1970; `never` for an embargo without a readable end. */
  readonly embargo?: number | 'never';
  /** `translate: false`, `translate: true` or `translate: [es, ca]`. */
  readonly translate?: boolean | readonly string[];
  /** The day that the article is dated: `2026-03-02`. */
  readonly day?: string;
  /** What the front matter says of the language that it is written in, as it says it. */
  readonly locale?: string;
  readonly title?: string;
}

/**
 * @param data the front matter
 * @param fallbackTitle for an article without a title
 * @param timeZone of dates without an offset
 */
export function readFields(data: Data, fallbackTitle: string, timeZone: string): ArticleFields {
  const values = fieldValues(data);
  const [image] = values('image');
  const authors = readAuthors(values);
  return {
    title: firstText(values('title')) ?? fallbackTitle,
    ...optional('description', firstText(values('description'))),
    ...optional('date', firstDate(values('date'), timeZone)?.iso),
    ...optional('updated', firstDate(values('updated'), timeZone)?.iso),
    tags: readTags(values('tags')[0]),
    authors: authors.map(({ name }) => name),
    ...optional('roles', rolesOf(authors)),
    ...optional('translator', firstText(values('translator'))),
    ...optional('section', firstText(values('section'))),
    ...optional('kind', readKind(values('kind')[0])),
    ...optional('review', readReview(values('review')[0])),
    ...optional('coverageEnd', firstDate(values('coverageEnd'), timeZone)?.iso),
    ...optional('speakable', values('speakable').some(saysYes) ? (true as const) : undefined),
    ...optional('pinned', values('pinned').some(saysYes) ? (true as const) : undefined),
    ...optional('weight', readWeight(values('weight')[0])),
    ...optional('image', readImage(image)),
    corrections: readCorrections(values('corrections')[0], timeZone),
    ...optional('slug', firstText(values('slug'))),
    aliases: list(values('aliases')[0]),
    anchors: readAnchors(values('anchors')[0]),
    draft: isDraft(values),
    ...optional('embargo', readEmbargo(values, timeZone)),
  };
}

/** Whether nobody may read it yet. */
export function isWithheld(fields: ArticleFields, now: number): boolean {
  return fields.draft || (fields.embargo !== undefined && now < fields.embargo);
}

/**
 * @param slug may hold the date, as `2026-03-02-the-harbour`
 * @param timeZone of dates without an offset
 * @param localeKey the key that names the article's language, where the configuration has one
 */
export function readRelease(data: Data, slug: string, timeZone: string, localeKey?: string): Release {
  const values = fieldValues(data);
  const embargo = readEmbargo(values, timeZone);
  const [translate] = values('translate');
  const locales = Array.isArray(translate) ? list(translate) : typeof translate === 'string' ? translate.split(/[\s,]+/) : undefined;
  return {
    isDraft: isDraft(values),
    ...optional('embargo', embargo === Number.POSITIVE_INFINITY ? ('never' as const) : embargo),
    ...optional('translate', saysNo(translate) ? false : saysYes(translate) ? true : locales),
    ...optional('day', dayOf(values, slug)),
    ...optional('locale', localeKey === undefined ? undefined : oneLine(data[localeKey])),
    ...optional('title', firstText(values('title'))),
  };
}

/**
 * How early an article is translated.
 * @param data its front matter
 * @param slug may hold the date, as `2026-03-02-the-harbour`
 * @returns a `priority` in the front matter before all dates, then the newest first, as a number such as 20260302
 */
export function readPriority(data: Data, slug: string): number {
  const values = fieldValues(data);
  const priority = Number(firstText(values('priority')) ?? 0);
  const day = Number(dayOf(values, slug)?.replaceAll('-', '') ?? 0);
  return day + (Number.isInteger(priority) && priority >= 0 ? Math.min(priority, 9_999) : 0) * 100_000_000;
}

function dayOf(values: FieldValues, slug: string): string | undefined {
  return (firstDate(values('date'), 'UTC')?.iso ?? /\d{4}-\d{2}-\d{2}/.exec(slug)?.[0])?.slice(0, 10);
}

const isDraft = (values: FieldValues): boolean => values('draft').some(saysYes) || values('published').some(saysNo);

/** The day that an article is dated, as its author wrote it: `2026-03-02`. */
export function writtenDay(data: Data): string | undefined {
  return fieldValues(data)('date')
    .map((value) => /^\s*(\d{4}-\d{2}-\d{2})/.exec(String(value))?.[1])
    .find((day) => day !== undefined);
}

/**
 * Date and last change of an article as its author wrote them, with their zones (`writtenDate`).
 * @param timeZone of dates without an offset
 */
export function writtenDates(data: Data, timeZone: string): { readonly date?: string; readonly updated?: string } {
  const values = fieldValues(data);
  const first = (name: 'date' | 'updated') =>
    values(name)
      .map((value) => writtenDate(value, timeZone))
      .find((date) => date !== undefined);
  return { ...optional('date', first('date')), ...optional('updated', first('updated')) };
}

function firstText(values: readonly unknown[]): string | undefined {
  return values.map(oneLine).find((one) => one !== undefined);
}

/** A list of texts: a YAML list, one text, or objects with a `name`. */
function list(value: unknown): string[] {
  const all = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
  return all.map((one: unknown) => oneLine(isData(one) ? (one.name ?? one.title) : one)).filter((one) => one !== undefined);
}

/** A list, or several in one text with commas between them. */
function readTags(value: unknown): string[] {
  return [...new Set(typeof value === 'string' ? value.split(COMMAS).flatMap(list) : list(value))];
}

function rolesOf(authors: readonly WrittenAuthor[]): Readonly<Record<string, string>> | undefined {
  const roles = authors.flatMap(({ name, role }) => (role === undefined ? [] : [[name, role] as const]));
  return roles.length === 0 ? undefined : Object.fromEntries(roles);
}

function firstDate(values: readonly unknown[], timeZone: string): ArticleDate | undefined {
  return values.map((value) => parseDate(value, timeZone)).find((date) => date !== undefined);
}

/** An embargo that cannot be read holds for ever: what is published by mistake cannot be taken back. Of several the latest counts. */
function readEmbargo(values: FieldValues, timeZone: string): number | undefined {
  const ends = values('embargo')
    .filter((value) => value !== false && value !== '')
    .map((value) => parseDate(value, timeZone)?.at ?? Number.POSITIVE_INFINITY);
  return ends.length === 0 ? undefined : Math.max(...ends);
}

function readImage(value: unknown): ArticleImage | undefined {
  if (typeof value === 'string') return value === '' ? undefined : { src: value, alt: '' };
  if (!isData(value)) return undefined;
  const src = oneLine(value.src ?? value.url ?? value.path);
  if (src === undefined) return undefined;
  return { src, alt: oneLine(value.alt) ?? '', ...optional('caption', oneLine(value.caption) ?? oneLine(value.credit)) };
}

function readCorrections(value: unknown, timeZone: string): Correction[] {
  const all = Array.isArray(value) ? value : [value];
  return all.flatMap((one: unknown) => {
    const words = oneLine(isData(one) ? (one.text ?? one.description) : one);
    if (words === undefined) return [];
    return [{ text: words, ...optional('date', isData(one) ? parseDate(one.date, timeZone)?.iso : undefined) }];
  });
}

/** Zero is no weight, as Hugo has it. */
function readWeight(value: unknown): number | undefined {
  const weight = Number(oneLine(value));
  return Number.isFinite(weight) && weight !== 0 ? weight : undefined;
}

function readAnchors(value: unknown): Record<string, string> {
  if (!isData(value)) return {};
  return Object.fromEntries(Object.entries(value).flatMap(([from, to]) => (typeof to === 'string' ? [[from, to]] : [])));
}

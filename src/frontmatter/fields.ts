/** What a page needs of an article's front matter, whatever shape people gave it. */

import { type ArticleDate, parseDate } from './article-date.ts';

interface ArticleImage {
  readonly src: string;
  readonly alt: string;
  readonly caption?: string;
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
  readonly translator?: string;
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

type Data = Readonly<Record<string, unknown>>;

/**
 * @param data the front matter
 * @param fallbackTitle for an article without a title
 * @param timeZone of dates without an offset
 */
export function readFields(data: Data, fallbackTitle: string, timeZone: string): ArticleFields {
  const date = firstDate(data, ['date', 'published', 'pubDate', 'publishedAt'], timeZone);
  const updated = firstDate(data, ['updated', 'modified', 'lastmod', 'updatedDate'], timeZone);
  const image = readImage(data.image ?? data.cover ?? data.hero);
  const embargo = readEmbargo(data.embargo, timeZone);
  return {
    title: text(data.title) ?? fallbackTitle,
    ...optional('description', text(data.description) ?? text(data.summary)),
    ...optional('date', date?.iso),
    ...optional('updated', updated?.iso),
    tags: [...new Set(list(data.tags))],
    authors: list(data.authors ?? data.author),
    ...optional('translator', text(data.translator)),
    ...optional('image', image),
    corrections: readCorrections(data.correction ?? data.corrections, timeZone),
    ...optional('slug', text(data.slug)),
    aliases: list(data.aliases),
    anchors: readAnchors(data.anchors),
    draft: data.draft === true || data.draft === 'true',
    ...optional('embargo', embargo),
  };
}

/** Whether nobody may read it yet. */
export function isWithheld(fields: ArticleFields, now: number): boolean {
  return fields.draft || (fields.embargo !== undefined && now < fields.embargo);
}

function optional<Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { [K in Key]?: Value });
}

function text(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return undefined;
  const trimmed = value.replace(/\s+/g, ' ').trim();
  return trimmed === '' ? undefined : trimmed;
}

/** A list of texts: a YAML list, one text, or objects with a `name`. */
function list(value: unknown): string[] {
  const all = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
  return all.map((one: unknown) => text(isData(one) ? (one.name ?? one.title) : one)).filter((one) => one !== undefined);
}

function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function firstDate(data: Data, keys: readonly string[], timeZone: string): ArticleDate | undefined {
  for (const key of keys) {
    const date = parseDate(data[key], timeZone);
    if (date !== undefined) return date;
  }
  return undefined;
}

/** An embargo that cannot be read holds for ever: what is published by mistake cannot be taken back. */
function readEmbargo(value: unknown, timeZone: string): number | undefined {
  if (value === undefined || value === null || value === false || value === '') return undefined;
  return parseDate(value, timeZone)?.at ?? Number.POSITIVE_INFINITY;
}

function readImage(value: unknown): ArticleImage | undefined {
  if (typeof value === 'string') return value === '' ? undefined : { src: value, alt: '' };
  if (!isData(value)) return undefined;
  const src = text(value.src ?? value.url ?? value.path);
  if (src === undefined) return undefined;
  return { src, alt: text(value.alt) ?? '', ...optional('caption', text(value.caption) ?? text(value.credit)) };
}

function readCorrections(value: unknown, timeZone: string): Correction[] {
  const all = Array.isArray(value) ? value : [value];
  return all.flatMap((one: unknown) => {
    const words = text(isData(one) ? (one.text ?? one.description) : one);
    if (words === undefined) return [];
    return [{ text: words, ...optional('date', isData(one) ? parseDate(one.date, timeZone)?.iso : undefined) }];
  });
}

function readAnchors(value: unknown): Record<string, string> {
  if (!isData(value)) return {};
  return Object.fromEntries(Object.entries(value).flatMap(([from, to]) => (typeof to === 'string' ? [[from, to]] : [])));
}

/** A raw wire text becomes a source article. */

import { slug as slugOf } from 'github-slugger';
import { KnownError } from '../errors.ts';
import { sentences } from '../sentences.ts';
import { readArticle } from './read.ts';
import { writeEdition } from './write.ts';

/** ` date 2024-11-09 Qatar has told ...`: what the agencies' export puts before the first word. */
const DATE_LINE = /^\s*(?:date\s+)?(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}\S*)?\s+/i;

/** Longer than this is a sentence that lost its full stop, not a heading. */
const HEADING_CHARACTERS = 80;

/** What would make a slug too long to type; cut at a word. */
const SLUG_CHARACTERS = 60;

export interface WireArticle {
  readonly slug: string;
  readonly markdown: string;
}

/**
 * @param text paragraphs with blank lines between, a date before the first word; a short line without an end mark is a heading
 * @param given the headline and the slug, where a person chose them
 * @throws KnownError for a text without words
 */
export function articleOfWire(text: string, given: { locale: string; file: string; title?: string; slug?: string }): WireArticle {
  const date = DATE_LINE.exec(text.replace(/^\ufeff/, ''))?.[1];
  const body = text.replace(/^\ufeff/, '').replace(DATE_LINE, '');
  const paragraphs = body
    .split(/\r?\n[ \t]*\r?\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '');
  const first = paragraphs[0];
  if (first === undefined)
    throw new KnownError(`${given.file}: no words`, { expected: 'paragraphs with blank lines between', got: 'an empty text' });

  const title = given.title ?? headline(first, given.locale);
  const slug = given.slug ?? [date, shorten(slugOf(title).replace(/[^\p{L}\p{N}-]/gu, ''))].filter(Boolean).join('-');
  const frontMatter = ['---', `title: ${JSON.stringify(title)}`, ...(date === undefined ? [] : [`date: ${date}`]), '---'].join('\n');
  const blocks = paragraphs.map((paragraph, at) => inMarkdown(paragraph, at > 0 && isHeading(paragraph) ? '## x\n' : 'x\n'));
  return { slug, markdown: `${frontMatter}\n\n${blocks.join('\n\n')}\n` };
}

function headline(paragraph: string, locale: string): string {
  const sentence = (sentences(paragraph, locale)[0] ?? paragraph).trim();
  return sentence.replace(/(?<!\.)\.$/u, '');
}

function isHeading(paragraph: string): boolean {
  return paragraph.length <= HEADING_CHARACTERS && !/[.!?…:;,"”»)\]]$/u.test(paragraph) && /^[\p{Lu}\p{Lo}\p{N}]/u.test(paragraph);
}

function shorten(slug: string): string {
  if (slug.length <= SLUG_CHARACTERS) return slug;
  const cut = slug.slice(0, SLUG_CHARACTERS);
  return cut.slice(0, Math.max(cut.lastIndexOf('-'), 1));
}

/** Plain words as a block of Markdown: written over the `x` of a frame, so that whatever would be markup there is escaped. */
function inMarkdown(paragraph: string, frame: string): string {
  const article = readArticle(frame, { locale: 'en', slug: '' });
  const id = article.blocks[0]?.segments[0]?.id ?? '';
  const target = { text: [paragraph], state: 'machine', origin: { by: 'person' }, terms: [] } as const;
  return writeEdition({ article, locale: 'en', targets: new Map([[id, target]]) }).trimEnd();
}

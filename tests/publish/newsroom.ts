/** Makes site inputs for tests: articles in memory, images in a folder that is given. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { type Config, parseConfig } from '../../src/config.ts';
import type { Finding } from '../../src/finding.ts';
import type { ArticleInput, EditionInput, LoadableArticle, ReviewState, SiteInput } from '../../src/publish/survey/input.ts';
import { type StoryData, stories } from './stories.ts';

const LOCALES = ['en', 'es', 'uk', 'ar', 'ja'];
/** Wednesday, two days after the newest of the stories. */
export const NOW = Date.parse('2026-03-23T12:00:00Z');

interface EditionDraft {
  readonly text: string;
  readonly state?: ReviewState;
  readonly errors?: readonly Finding[];
}

/** Slug -> locale -> the file and what is known of it. */
export type Drafts = Record<string, Record<string, EditionDraft | string>>;

/** The stories as files, with images for them in `root`. Spanish is reviewed but for one stale edition, the others are machine-made. */
export function dayOfNews(root: string, all: readonly StoryData[] = stories): Drafts {
  mkdirSync(join(root, 'articles/images'), { recursive: true });
  writeFileSync(join(root, 'articles/images/ferry.png'), picture(600, 400, [31, 58, 86], [226, 178, 122]));
  writeFileSync(join(root, 'articles/images/quay.png'), picture(450, 300, [70, 90, 84], [214, 205, 180]));
  return Object.fromEntries(
    all.map((story) => [
      story.slug,
      Object.fromEntries(
        Object.keys(story.words).map((locale) => [
          locale,
          {
            text: articleText(story, locale),
            state: locale === 'en' ? 'source' : locale !== 'es' ? 'machine' : story.slug === 'bees' ? 'stale' : 'reviewed',
          },
        ]),
      ),
    ]),
  );
}

function articleText(story: StoryData, locale: string): string {
  const words = story.words[locale];
  if (words === undefined) throw new Error(`${story.slug} has no ${locale}`);
  const list = (values: readonly string[]) => `[${values.join(', ')}]`;
  return `---
title: ${JSON.stringify(words.title)}
description: ${JSON.stringify(words.description)}
date: ${story.date}
authors: ${list(story.authors)}
tags: ${list(story.tags)}
${story.more === undefined ? '' : `${story.more}\n`}---

${words.body}`;
}

export interface SiteChanges {
  readonly publish?: object;
  readonly locales?: readonly string[];
  readonly strings?: Readonly<Record<string, object>>;
  readonly now?: number;
  readonly stamps?: boolean;
  readonly extensions?: Config['markdown']['extensions'];
  /** Called with each slug that is loaded. */
  readonly loaded?: (slug: string) => void;
}

export function siteInput(root: string, drafts: Drafts, changes: SiteChanges = {}): SiteInput {
  const locales = changes.locales ?? LOCALES;
  const publish = { baseUrl: 'https://courier.example', title: 'The Quillhaven Courier', timeZone: 'Europe/Madrid', ...changes.publish };
  const { options } = {
    options: parseConfig(
      { sourceLocale: 'en', targetLocales: locales.filter((locale) => locale !== 'en').concat(locales.length < 2 ? ['es'] : []), publish },
      'test',
    ).publish,
  };
  return {
    articles: Object.entries(drafts).map(([slug, editions]) => place(slug, editions, locales, changes)),
    sourceLocale: 'en',
    locales,
    options,
    extensions: changes.extensions ?? [],
    strings: changes.strings ?? Object.fromEntries(LOCALES.map((locale) => [locale, uiStrings(locale)])),
    root,
    now: changes.now ?? NOW,
  };
}

export function uiStrings(locale: string): object {
  return JSON.parse(readFileSync(new URL(`../../locales/${locale}/ui.json`, import.meta.url), 'utf8')) as object;
}

function place(slug: string, editions: Drafts[string], locales: readonly string[], { stamps, loaded }: SiteChanges): LoadableArticle {
  const article: ArticleInput = {
    slug,
    editions: Object.entries(editions).map(([locale, draft]): EditionInput => {
      const { text, state = locale === 'en' ? 'source' : 'machine', errors = [] } = typeof draft === 'string' ? { text: draft } : draft;
      return { locale, file: `articles/${locale}/${slug}.md`, text, state, errors };
    }),
  };
  return {
    slug,
    files: locales.map((locale) => ({ locale, file: `articles/${locale}/${slug}.md` })),
    ...(stamps ? { stamp: JSON.stringify(article) } : {}),
    load: () => {
      loaded?.(slug);
      return article;
    },
    read: (locale) => article.editions.find((edition) => edition.locale === locale)?.text ?? '',
  };
}

/** A PNG of two colours that run into each other. */
export function picture(width: number, height: number, from: readonly number[], to: readonly number[]): Buffer {
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let channel = 0; channel < 3; channel++) {
        const part = (y / height) * 0.8 + (x / width) * 0.2;
        rows[y * (1 + width * 3) + 1 + x * 3 + channel] = (from[channel] ?? 0) * (1 - part) + (to[channel] ?? 0) * part;
      }
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

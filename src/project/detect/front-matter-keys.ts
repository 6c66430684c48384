/** The front matter keys of articles that hold words, by their names, and those that name the article's language. */

import { join } from 'node:path';
import { fileText } from '../../files/bytes.ts';
import { tryFrontMatter } from '../../frontmatter/data.ts';

/** Without case, hyphens and underscores; the last part of a path. */
const WORDS = new Set([
  ...['title', 'subtitle', 'headline', 'heading', 'subheading', 'linktitle', 'shorttitle', 'sidebarlabel', 'sidebartitle', 'navtitle'],
  ...['description', 'summary', 'excerpt', 'abstract', 'intro', 'lead', 'lede', 'standfirst', 'dek', 'deck', 'kicker', 'teaser', 'tagline'],
  ...['alt', 'imagealt', 'heroimagealt', 'coveralt', 'imagecaption', 'caption', 'quote', 'question', 'answer', 'blurb', 'text', 'label'],
  ...['metatitle', 'metadescription', 'seotitle', 'seodescription', 'ogtitle', 'ogdescription', 'paginationlabel'],
]);

/** What Dragoman's own site shows in the reader's language, at an address made of the source's words. Generators make addresses of them. */
const CHANNELS = new Set(['tags[]', 'section', 'authors[].role', 'author.role']);

/** More tells nothing new. */
const SAMPLE = 400;

const LANGUAGE = ['lang', 'locale', 'language'];

/**
 * @param main what the site calls its default language
 * @param ownSite whether Dragoman publishes the articles, and no generator
 * @returns `wordKeys`: key paths in the order in which they are met, `title` and `description` first
 */
export function keysOf(root: string, files: readonly string[], main: string, ownSite: boolean): { wordKeys: string[]; setKeys: string[] } {
  const words = new Set(['title', 'description']);
  const set = new Set<string>();
  const step = Math.max(1, Math.floor(files.length / SAMPLE));
  for (let at = 0; at < files.length; at += step) {
    const data = dataOf(join(root, files[at] as string));
    collect(data, '', words, ownSite ? CHANNELS : new Set());
    for (const key of LANGUAGE) if ((data as Record<string, unknown> | undefined)?.[key] === main) set.add(key);
  }
  return { wordKeys: [...words], setKeys: [...set] };
}

/** @returns the language that most of these articles name in their front matter; undefined where none does */
export function languageSaid(root: string, files: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const file of files.slice(0, SAMPLE)) {
    const data = dataOf(join(root, file)) as Record<string, unknown> | undefined;
    const said = LANGUAGE.map((key) => data?.[key]).find((value) => typeof value === 'string');
    if (typeof said === 'string') counts.set(said, (counts.get(said) ?? 0) + 1);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}

function dataOf(path: string): unknown {
  try {
    return tryFrontMatter(fileText(path));
  } catch {
    return undefined;
  }
}

function collect(value: unknown, path: string, keys: Set<string>, channels: ReadonlySet<string>): void {
  if (typeof value === 'string') {
    if (channels.has(path) && /\p{L}/u.test(value)) keys.add(path);
  } else if (Array.isArray(value)) for (const one of value) collect(one, `${path}[]`, keys, channels);
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) {
      // A key that a path cannot name.
      if (/[.[\]]/.test(key)) continue;
      const own = path === '' ? key : `${path}.${key}`;
      if (typeof inner === 'string' && /\p{L}/u.test(inner) && WORDS.has(key.toLowerCase().replace(/[-_]/g, ''))) keys.add(own);
      else collect(inner, own, keys, channels);
    }
}

/**
 * The articles of a large site's list in parts. Which part an article is in follows from its slug, and how many there are from how many
 * articles there are: the same articles give the same parts.
 */

/** Articles that a list holds itself, and about how many a part has at most: few enough that one is read and written in a moment. */
const MOST_INLINE = 128;
const MOST_IN_PART = 64;

/** @param inline most articles that the list holds itself */
export function partCount(articles: number, inline = MOST_INLINE): number {
  if (articles <= inline) return 1;
  return 2 ** Math.ceil(Math.log2(articles / Math.min(inline, MOST_IN_PART)));
}

/** @see http://www.isthe.com/chongo/tech/comp/fnv/ FNV-1a of 32 bits, over the units of UTF-16 */
export function listPartOf(slug: string, count: number): number {
  let sum = 0x811c9dc5;
  for (let at = 0; at < slug.length; at++) sum = Math.imul(sum ^ slug.charCodeAt(at), 0x01000193);
  // The lower bits are the less mixed.
  return ((sum >>> 0) ^ (sum >>> 16)) & (count - 1);
}

const PARTS = '.dragoman-site/';

/** Whether a path of the site's folder is one of a part. */
export function isPartFile(file: string): boolean {
  return file.startsWith(PARTS);
}

/** The path of a part in the site's folder. */
export function partFile(part: number, count: number): string {
  return `${PARTS}${part.toString(16).padStart((count - 1).toString(16).length, '0')}.json`;
}

/** Articles as JSON, a line each. */
export function articlesText(articles: Iterable<readonly [slug: string, editions: unknown]>): string {
  const lines = [...articles].map(([slug, editions]) => `${JSON.stringify(slug)}:${JSON.stringify(editions)}`);
  return `{\n${lines.join(',\n')}\n}`;
}

/** @returns what `articlesText` has written of an article; undefined where it is not among them */
export function listedLine(slug: string, text: string): string | undefined {
  const name = `\n${JSON.stringify(slug)}:`;
  const at = text.indexOf(name);
  if (at < 0) return undefined;
  return text.slice(at + name.length, text.indexOf('\n', at + 1)).replace(/,$/, '');
}

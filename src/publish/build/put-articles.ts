/** The articles that the site's list names: in the list itself, or in parts, of which those are written that have changed. */

import type { Stage } from '../stage.ts';
import { articlesText, listPartOf, partCount, partFile } from '../survey/list-parts.ts';
import type { ManifestEdition } from '../survey/list-text.ts';
import type { ReadManifest } from '../survey/manifest.ts';
import { Spoiled } from '../survey/spoiled.ts';
import type { ListArticles } from '../survey/write-manifest.ts';

/**
 * @param slugs in code unit order
 * @param changed the articles that are not as the last list has them
 * @param inline most articles that the list holds itself
 */
export function putArticles(
  stage: Stage,
  slugs: readonly string[],
  changed: ReadonlyMap<string, readonly ManifestEdition[]>,
  { articles: before, isExpected }: ReadManifest,
  inline: number | undefined,
): ListArticles {
  const editionsOf = (slug: string) => {
    const editions = changed.get(slug) ?? before.get(slug);
    if (editions === undefined) throw new Spoiled(slug);
    return [slug, editions] as const;
  };
  const count = partCount(slugs.length, inline);
  if (count === 1) return { all: slugs.map(editionsOf) };
  const parts = Array.from({ length: count }, (): string[] => []);
  for (const slug of slugs) parts[listPartOf(slug, count)]?.push(slug);
  const touched = new Set([...changed.keys()].map((slug) => listPartOf(slug, count)));
  for (const [part, own] of parts.entries()) {
    const file = partFile(part, count);
    // One that has lost an article and won none has fewer.
    const isSame = isExpected && before.parts.length === count && before.parts[part] === own.length && !touched.has(part);
    if (isSame && stage.holds(file)) stage.keep(file);
    else stage.put(file, `${articlesText(own.map(editionsOf))}\n`);
  }
  return { parts: parts.map(({ length }) => length) };
}

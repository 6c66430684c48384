/** An article under a new name: the record of the slug that vanished. */

import type { Article } from '../article.ts';
import { words } from '../text.ts';
import { memoryKey } from '../white-space.ts';
import type { EditionRecord } from './record.ts';

/** An article that shares less of its words with a vanished one is another article. */
const SHARED = 0.5;

/**
 * @param article an article that has no record
 * @param vanished records whose source article is gone
 * @returns the one that most of the article's words were recorded in, under the article's slug; undefined where none has half of them
 */
export function recordOfRenamed(article: Article, vanished: readonly EditionRecord[]): EditionRecord | undefined {
  const segments = article.blocks.flatMap((block) => block.segments);
  const size = (segment: (typeof segments)[number]) => words(segment.text).length;
  const total = segments.reduce((sum, segment) => sum + size(segment), 0);
  let best: { record: EditionRecord; share: number } | undefined;
  for (const record of vanished) {
    const known = new Set(record.blocks.flatMap((block) => block.segments.map((segment) => memoryKey(segment.source))));
    const shared = segments.filter((segment) => known.has(memoryKey(segment.text))).reduce((sum, segment) => sum + size(segment), 0);
    const share = total === 0 ? 0 : shared / total;
    if (share >= SHARED && share > (best?.share ?? 0)) best = { record, share };
  }
  return best === undefined ? undefined : { ...best.record, slug: article.id };
}

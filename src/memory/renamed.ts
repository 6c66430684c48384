/** A source under a new name: the record of the slug that vanished. */

import type { Article, Block, Text } from '../article.ts';
import { memoryKey } from '../text/white-space.ts';
import { words } from '../text.ts';
import type { EditionRecord } from './record.ts';

/** A source that shares less of its words with a vanished one is another. */
const SHARED = 0.5;

/**
 * @param article an article that has no record
 * @param vanished records whose source is gone
 * @param isKeyed whether words count only under the same key: two files of strings have "Close" without being the same
 * @returns the one that most of the article's words were recorded in, under the article's slug; undefined where none has half of them
 */
export function recordOfRenamed(article: Article, vanished: readonly EditionRecord[], isKeyed = false): EditionRecord | undefined {
  const keyIn = ({ path = '' }: Pick<Block, 'path'>, text: Text) => (isKeyed ? `${path}\n${memoryKey(text)}` : memoryKey(text));
  const all = article.blocks.flatMap((block) => block.segments.map(({ text }) => ({ key: keyIn(block, text), size: words(text).length })));
  const total = all.reduce((sum, { size }) => sum + size, 0);
  let best: { record: EditionRecord; share: number } | undefined;
  for (const record of vanished) {
    const known = new Set(record.blocks.flatMap((block) => block.segments.map(({ source }) => keyIn(block, source))));
    const shared = all.reduce((sum, { key, size }) => sum + (known.has(key) ? size : 0), 0);
    const share = total === 0 ? 0 : shared / total;
    if (share >= SHARED && share > (best?.share ?? 0)) best = { record, share };
  }
  return best === undefined ? undefined : { ...best.record, slug: article.id };
}

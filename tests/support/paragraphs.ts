/** Articles of plain paragraphs, for tests of what needs no Markdown. */

import type { Article, Block, Text } from '../../src/article.ts';
import { segmentId, toFragment } from '../../src/text.ts';

/**
 * @param paragraphs the sentences of each; a Text for one with marks
 */
export function articleOf(paragraphs: readonly (readonly (string | Text)[])[], locale = 'en', slug = 'story'): Article {
  let source = '';
  const seen = new Map<string, number>();
  const blocks = paragraphs.map((sentences): Block => {
    const start = source.length;
    const segments = sentences.map((sentence, at) => {
      if (at > 0) source += ' ';
      const from = source.length;
      const text: Text = (typeof sentence === 'string' ? [sentence] : sentence).map((piece) => {
        const placed = typeof piece === 'string' ? piece : { ...piece, start: source.length };
        source += typeof piece === 'string' ? piece : piece.source;
        return placed;
      });
      const nth = (seen.get(toFragment(text)) ?? 0) + 1;
      seen.set(toFragment(text), nth);
      return { id: segmentId(text, nth), span: { start: from, end: source.length }, text };
    });
    const block: Block = { kind: 'paragraph', syntax: 'markdown', span: { start, end: source.length }, segments };
    source += '\n\n';
    return block;
  });
  return { id: slug, locale, source, blocks };
}

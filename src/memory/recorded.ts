/** The edition that a record holds. */

import type { Article, Edition, Target } from '../article.ts';
import { memoryKey } from '../text/white-space.ts';
import { withPresentMarks } from './mark-ids.ts';
import type { EditionRecord } from './record.ts';

/** @returns undefined where the file cannot show it: the article has other words than the record, or the record was changed by hand */
export function recordedEdition(article: Article, record: EditionRecord): Edition | undefined {
  const segments = article.blocks.flatMap((block) => block.segments);
  const recorded = record.blocks.flatMap((block) => block.segments);
  if (segments.length !== recorded.length) return undefined;
  const targets = new Map<string, Target>();
  for (const [at, { id, text }] of segments.entries()) {
    const one = recorded[at];
    if (one === undefined || one.replaced !== undefined || one.unsigned !== undefined || memoryKey(one.source) !== memoryKey(text))
      return undefined;
    if (one.target !== undefined) targets.set(id, { ...one.target, text: withPresentMarks(one.target.text, one.source, text) });
  }
  return { article, locale: record.locale, targets, additions: record.additions };
}

/** A record without what it knows of its source's lines and front matter: as Dragoman 0.1 has it. */
export function withoutSourceLines({ after: _, front: __, editionHash: ___, ...record }: EditionRecord): EditionRecord {
  return { ...record, blocks: record.blocks.map(({ item: _, before: __, ...block }) => block) };
}

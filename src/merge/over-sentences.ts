/** Single sentences of an edition's file, said otherwise: as a person would change them in the file, and nothing else of it. */

import type { Article, Edition, Segment, Text } from '../article.ts';
import { editsOf, type WriteOptions } from '../markdown/write.ts';
import { matchRecord } from '../memory/match-segments.ts';
import type { EditionRecord } from '../memory/record.ts';
import { shownIn } from '../memory/shown.ts';
import { splice } from '../splice.ts';
import { withFileMarks } from './file-marks.ts';
import { asTarget } from './sentences.ts';

/**
 * @param edition has the new texts
 * @param segments whose texts go into the file; ids of the source as it is now
 * @param record of the file, with what people changed in it taken in
 * @param settled segments whose source has changed, and for which the file's sentence stands from now on
 * @param present the file, read as an article of its own locale
 * @returns the file's text, and the segments that it has a sentence for: the others wait until the edition is whole
 */
export function overSentences(
  edition: Edition,
  segments: ReadonlySet<string>,
  {
    record,
    present,
    settled,
    options,
  }: { readonly record: EditionRecord; readonly present: Article; readonly settled: ReadonlySet<string>; readonly options: WriteOptions },
): { readonly text: string; readonly placed: ReadonlySet<string> } {
  const { same, before } = matchRecord(edition.article, record);
  const { readings } = shownIn(present, record);
  const over = new Map<Segment, Text>();
  const placed = new Set<string>();
  for (const segment of edition.article.blocks.flatMap((block) => block.segments)) {
    const target = edition.targets.get(segment.id);
    const was = same.get(segment.id) ?? (settled.has(segment.id) ? before.get(segment.id) : undefined);
    const reading = was === undefined ? undefined : readings.get(was);
    const [first, ...rest] = reading?.said ?? [];
    if (!segments.has(segment.id) || target === undefined || first === undefined) continue;
    over.set(first.segment, withFileMarks(edition, segment, target.text, reading));
    for (const sentence of rest) over.set(sentence.segment, []);
    placed.add(segment.id);
  }
  if (over.size === 0) return { text: present.source, placed };
  const targets = new Map([...over].map(([segment, text]) => [segment.id, asTarget(text)]));
  const { set: _, anchors: __, ...plain } = options;
  return { text: splice(present.source, editsOf({ article: present, locale: record.locale, targets }, plain)), placed };
}

/** Single sentences of an edition's file, said otherwise: as a person would change them in the file, and nothing else of it. */

import type { Article, Edition, Segment, Text } from '../article.ts';
import { matchRecord } from '../memory/match-segments.ts';
import type { EditionRecord } from '../memory/record.ts';
import type { Shown } from '../memory/shown.ts';
import { type Edit, splice } from '../splice.ts';
import { withFileMarks } from './file-marks.ts';
import { asTarget } from './sentences.ts';

/** The file that sentences go into. */
export interface FileOver {
  /** With what people changed in the file taken in. */
  readonly record: EditionRecord;
  /** Read as an article of its own locale. */
  readonly present: Article;
  /** What it shows of its record. */
  readonly shown: Shown;
  /** Segments whose source has changed, and for which the file's sentence stands from now on. */
  readonly settled: ReadonlySet<string>;
  /** Words of the file that are said otherwise, and nothing beside them. */
  readonly editsOf: (file: Edition) => readonly Edit[];
}

/**
 * @param edition has the new texts
 * @param segments whose texts go into the file; ids of the source as it is now
 * @returns the file's text, and the segments that it has a sentence for: the others wait until the edition is whole
 */
export function overSentences(
  edition: Edition,
  segments: ReadonlySet<string>,
  { record, present, shown: { readings }, settled, editsOf }: FileOver,
): { readonly text: string; readonly placed: ReadonlySet<string> } {
  const { same, before } = matchRecord(edition.article, record);
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
  return { text: splice(present.source, editsOf({ article: present, locale: record.locale, targets })), placed };
}

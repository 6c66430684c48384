/** One article and its edition through the whole road in memory: absorb, recall, translate by a made-up language, write, record. */

import type { Article, Target, Text } from '../../src/article.ts';
import { xliffFormat } from '../../src/formats/xliff.ts';
import { readArticle } from '../../src/markdown/read.ts';
import { writeEdition } from '../../src/markdown/write.ts';
import { absorb, asWritten } from '../../src/memory/absorb.ts';
import { notKept } from '../../src/memory/kept.ts';
import { emptyRecord, recall } from '../../src/memory/recall.ts';
import type { EditionRecord } from '../../src/memory/record.ts';
import { recordedEdition } from '../../src/memory/recorded.ts';
import { additionsOf, recordOf } from '../../src/memory/renew.ts';
import { sha256 } from '../../src/project/files.ts';
import { cutText } from '../../src/sentences.ts';
import { words } from '../../src/text.ts';

export interface Desk {
  readonly edition: string;
  /** The record's file. */
  readonly record: string;
  /** Words sent to the engine in the last run. */
  readonly sent: readonly string[];
  readonly edits: number;
  readonly findings: readonly string[];
}

export const read = (source: string, locale: string): Article => readArticle(source, { slug: 'story', locale, cut: cutText });
export const recordIn = (desk: Desk): EditionRecord => xliffFormat.read(desk.record, 'story.xlf');

/** A language of its own: every word of small letters ends in -o. */
const translated = (text: Text): Text =>
  text.map((piece) => (typeof piece === 'string' ? piece.replace(/\p{Ll}{2,}/gu, (word) => `${word}o`) : piece));

/** One run of `translate` over a source, with the files as the last run or a person left them. */
export function run(source: string, desk?: Pick<Desk, 'edition' | 'record'>): Desk {
  const article = read(source, 'en');
  const onDisk = desk === undefined ? emptyRecord(article, 'es') : xliffFormat.read(desk.record, 'story.xlf');
  const untouched = recordedEdition(article, onDisk);
  const taken =
    desk === undefined || sha256(desk.edition) === onDisk.editionHash
      ? { record: onDisk, edits: 0, findings: [] }
      : absorb(onDisk, read(desk.edition, 'es'), 'story.md', untouched && read(writeEdition(untouched), 'es'));
  const after = recordedEdition(article, taken.record);
  const lost = desk === undefined || after === undefined || taken.record === onDisk ? [] : notKept(desk.edition, writeEdition(after), {});
  const targets = new Map<string, Target>(recall(article, taken.record, { terms: () => [] }));
  const sent: string[] = [];
  for (const { segments } of article.blocks)
    for (const { id, text } of segments) {
      if (targets.has(id)) continue;
      sent.push(words(text));
      targets.set(id, { text: translated(text), state: 'machine', origin: { by: 'engine', name: 'o' }, terms: [] });
    }
  const edition = { article, locale: 'es', targets, additions: additionsOf(article, taken.record) };
  const output = writeEdition(edition);
  const record = asWritten(recordOf(edition, taken.record, sha256(output)), read(output, 'es'));
  return {
    edition: output,
    record: xliffFormat.write(record),
    sent,
    edits: taken.edits,
    findings: [...taken.findings, ...lost].map((one) => one.message),
  };
}

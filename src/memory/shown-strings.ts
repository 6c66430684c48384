/** What a localized file of strings shows of its record: a value belongs to the string of the same key. */

import type { Article, Block, Text } from '../article.ts';
import { type Contents, contentsOf } from '../strings/contents.ts';
import { shape } from '../text.ts';
import { recordMarksIn } from './mark-ids.ts';
import { type ByPath, pairPaths } from './pair-paths.ts';
import type { EditionRecord } from './record.ts';
import type { Shown, ShownSegment } from './shown.ts';
import { isAsWritten, shownText } from './shown-text.ts';

/** @param edition a file of strings, read as an article of its own locale */
export function shownStrings(edition: Article, record: EditionRecord): Shown {
  const present = contentsOf(edition);
  const paths = pathsInFile(record, edition, present);
  const recordMarks = recordMarksIn(edition);
  const blocks = new Map(edition.blocks.map((block) => [block.path, block]));
  const pairs = new Map<number, Block>();
  const readings: ShownSegment[] = [];
  for (const [index, { kind, path = '', segments }] of record.blocks.entries()) {
    const there = paths.get(path);
    const written = there === undefined ? undefined : present.texts.get(there);
    const segment = segments[0];
    if (written === undefined || segment === undefined) continue;
    const block = blocks.get(there) ?? { kind, syntax: 'json', span: NOWHERE, segments: [{ id: '', span: NOWHERE, text: written }] };
    pairs.set(index, block);
    const said = block.segments.map((one) => ({ segment: one, recorded: recordMarks(written), written, gap: '' }));
    // An empty value waits for its translation, unless there was one.
    const isWaiting = written.length === 0 && segment.target === undefined;
    const changed = !isWaiting && !isAsWritten(segment, recordMarks(written));
    readings.push({ segment, said: written.length === 0 ? [] : said, changed });
  }
  return { found: [], pairs, hosts: new Map(), added: [], readings: new Map(readings.map((one) => [one.segment, one])) };
}

/** A value without a letter is no block of its file. */
const NOWHERE = { start: 0, end: 0 };

/** The path in a localized file of each string and value that its record knows, where the file has it. */
export function pathsInFile(record: EditionRecord, edition: Article, present: Contents): Map<string, string> {
  const texts = record.blocks.map(
    ({ path = '', segments: [segment] }) => [path, segment === undefined ? '' : sign(shownText(segment))] as const,
  );
  return pairPaths(new Map([...texts, ...(record.front ?? [])]), textsIn(edition, present), present.lists);
}

/** What a file says by path, to be compared: its words and its values. */
function textsIn(article: Article, { texts, values }: Contents): ByPath {
  const recordMarks = recordMarksIn(article);
  return new Map([...values, ...[...texts].map(([path, text]) => [path, sign(recordMarks(text))] as const)]);
}

const sign = (text: Text): string => shape(text);

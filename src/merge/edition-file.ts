/** An edition's file and record are read at the beginning of a run (`takeIn`), and made at its end (`writeOver`, `recordWith`). */

import type { Article, Edition } from '../article.ts';
import type { Finding } from '../finding.ts';
import type { WriteOptions } from '../markdown/write.ts';
import { editsOf, writeEdition } from '../markdown/write.ts';
import { type Absorbed, absorb, asWritten, refuseEmptied } from '../memory/absorb.ts';
import { cutAsRecorded } from '../memory/known-sentences.ts';
import type { EditionRecord } from '../memory/record.ts';
import { recordedEdition } from '../memory/recorded.ts';
import { recordOf } from '../memory/renew.ts';
import { shownIn } from '../memory/shown.ts';
import type { Cut } from '../runs/segments.ts';
import { type Edit, splice } from '../splice.ts';
import { sha256 } from '../text.ts';
import { freshFront } from './front.ts';
import { ownLines, withAssumedSource, withShown, withSource } from './known.ts';
import { type MergedEdition, mergeEdition } from './merge.ts';

/**
 * Reads an edition's file as an article of its own locale.
 * @param recut changes the rules by which it is cut into sentences
 */
export type Read = (text: string, recut?: (cut: Cut) => Cut) => Article;

/** What an edition's file says. */
export interface TakenIn {
  /** With what people changed in the file. */
  readonly record: EditionRecord;
  /** The file, read as an article of its own locale; undefined where there is none, or a blank one. */
  readonly present: (() => Article) | undefined;
  readonly file: string;
  readonly findings: readonly Finding[];
  readonly edits: number;
  /** Of a file of strings: the paths of those that a person changed since it was written. */
  readonly touched?: ReadonlySet<string>;
  /** The file as edits of the source, where it is just that; undefined where it has anything else. */
  readonly spliced?: readonly Edit[];
}

/**
 * @param record on disk
 * @param text the edition's file
 * @param read reads it as an article of its own locale
 * @param file its path, for errors and findings
 * @throws KnownError where the file is not readable, or emptied
 */
export function takeIn({
  article,
  record,
  text,
  read,
  file,
  options,
}: {
  readonly article: Article;
  readonly record: EditionRecord;
  readonly text: string | undefined;
  readonly read: Read;
  readonly file: string;
  readonly options: WriteOptions;
}): TakenIn {
  if (text?.trim() === '') refuseEmptied(record, text, file);
  if (text === undefined || text.trim() === '') return { record, present: undefined, file, findings: [], edits: 0 };
  let known: Article | undefined;
  let latest = record;
  const present = () => {
    known ??= read(text, cutAsRecorded(latest));
    return known;
  };
  const isWritten = record.editionHash !== undefined && sha256(text) === record.editionHash;
  const untouched = recordedEdition(article, record);
  const spliced = record.front === undefined || untouched === undefined ? undefined : editsOf(untouched, options);
  if (spliced !== undefined && splice(article.source, spliced) === text) return { record, present, file, findings: [], edits: 0, spliced };
  const isKnown = isWritten && untouched !== undefined;
  refuseEmptied(record, present().source, file);
  let taken: Absorbed = isKnown ? { record, findings: [], edits: 0 } : absorb(record, present(), file, ownLines(record, present()));
  // With what was learned the file may be cut and paired otherwise. What the next run would learn of it is learned now.
  for (let edits = taken.edits, times = 0; edits > 0 && times < MOST_READINGS; times++) {
    latest = taken.record;
    known = undefined;
    const again = absorb(latest, present(), file, ownLines(latest, present()));
    edits = again.edits + (isSameAdditions(latest, again.record) ? 0 : 1);
    taken = { record: again.record, findings: taken.findings, edits: taken.edits + again.edits };
  }
  const edition: Edition = { article, locale: record.locale, targets: new Map() };
  return {
    ...taken,
    record: withAssumedSource(taken.record, edition, present(), isWritten, () => freshFront(edition, options).sums),
    present,
    file,
  };
}

/** A file that is read otherwise each time would never be done. */
const MOST_READINGS = 3;

function isSameAdditions({ additions }: EditionRecord, { additions: others }: EditionRecord): boolean {
  return (
    additions.length === others.length &&
    additions.every(({ after, markdown }, at) => after === others[at]?.after && markdown === others[at]?.markdown)
  );
}

/** The edition's file as it will be. */
export function writeOver(edition: Edition, { record, present, file }: TakenIn, options: WriteOptions): MergedEdition {
  return present === undefined
    ? { text: writeEdition(edition, options), findings: [], rendered: undefined }
    : mergeEdition(edition, record, present(), file, options);
}

/** The record of an edition, to be written with it. */
export function recordWith(
  edition: Edition,
  { record: previous, present, file }: TakenIn,
  { text, rendered }: Pick<MergedEdition, 'text' | 'rendered'>,
  read: Read,
  options: WriteOptions,
): EditionRecord {
  const recorded = recordOf(edition, previous);
  const output = present?.().source === text ? present() : read(text, cutAsRecorded(recorded));
  const shown = shownIn(output, recorded);
  const record = withShown(withSource(asWritten(recorded, shown), edition, options, previous), output, shown.pairs, previous, rendered);
  if (present === undefined || text === present().source) return record;
  // Among other lines a person's own may be told from the source's otherwise. What the next run would find is noted now.
  return { ...record, additions: absorb(record, output, file, ownLines(record, output)).record.additions };
}

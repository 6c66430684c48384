/** The result for one edition, as data: files to write, findings, receipts, counts. Nothing is read, sent or written here. */

import type { Edition, Target } from '../article.ts';
import { atLevels } from '../checks/levels.ts';
import type { EngineError } from '../errors.ts';
import type { Finding } from '../finding.ts';
import { asWritten } from '../memory/absorb.ts';
import { withValues } from '../memory/adopt-strings.ts';
import type { EditionRecord } from '../memory/record.ts';
import { withoutSourceLines } from '../memory/recorded.ts';
import { recordAhead, recordOf } from '../memory/renew.ts';
import { shownStrings } from '../memory/shown-strings.ts';
import { type Read, recordWith, writeOver } from '../merge/edition-file.ts';
import type { MergedEdition } from '../merge/merge.ts';
import { mergeStrings } from '../merge/merge-strings.ts';
import { checkEdition } from './check-edition.ts';
import type { Desk } from './desk.ts';
import { handMade, refusals } from './failures.ts';
import type { OpenEdition } from './open.ts';
import { NO_OPINIONS, type Opinions, withRanks } from './ranks.ts';
import { readLocalized } from './reading.ts';
import { type Translated, withoutEngine } from './segment-request.ts';
import type { EditionPaths, EditionTexts } from './source.ts';
import type { EditionCounts, EditionOutcome, SegmentCounts } from './summary.ts';
import { writeOptions, writtenEdition } from './writing.ts';

/** What came back for the segments that an engine was asked for, by segment id. */
export interface Answers {
  readonly made: ReadonlyMap<string, Translated>;
  /** Texts that the engine refused for what they are. */
  readonly refused: ReadonlyMap<string, EngineError>;
  /** What ended the sending before every text was answered. */
  readonly failure?: unknown;
}

export const NO_ANSWERS: Answers = { made: new Map(), refused: new Map() };

export interface FileText {
  /** Relative to the project. */
  readonly path: string;
  readonly text: string;
}

export interface RecordText extends FileText {
  /** What the text says. */
  readonly content: EditionRecord;
}

export interface Outcome extends EditionPaths {
  /** The files that the edition was opened from. */
  readonly texts: EditionTexts;
  readonly state: EditionOutcome;
  /** Both files as they will be. Without an edition: not every segment is answered, and the localized file stays as it is. */
  readonly record?: RecordText;
  readonly edition?: FileText;
  /** How many of these differ from the files that the edition was opened from, and how many do not. */
  readonly files: { readonly written: number; readonly unchanged: number };
  /** Files of the article's former name. */
  readonly removed: readonly string[];
  readonly findings: readonly Finding[];
  /** Of the answers that the record holds. */
  readonly receipts: readonly string[];
  readonly counts: SegmentCounts;
  /** Machine targets by the name of the engine that made them. */
  readonly engines: ReadonlyMap<string, number>;
  /** What ended the sending, or was wrong with every text. */
  readonly failure?: unknown;
  /** Present where another run over the same files would find nothing to do. */
  readonly settled?: EditionCounts;
}

const NO_SEGMENTS: SegmentCounts = { total: 0, recalled: 0, reviewed: 0, translated: 0, pending: 0 };

/**
 * @param answers those to segments that have a valid target by now are left out
 * @param opinions what a second engine made of these targets
 */
export function outcomeOf(open: OpenEdition, answers: Answers, desk: Desk, opinions: Opinions = NO_OPINIONS): Outcome {
  const { source, locale, file, recordFile, texts, replaces: removed } = open;
  const paths = { source, locale, file, recordFile, texts };
  const { checks: levels } = desk.settings.config;
  if (open.hand === 'person') {
    const files = { written: 0, unchanged: 0 };
    return {
      ...paths,
      state: 'kept',
      files,
      removed,
      findings: atLevels([handMade(open)], levels),
      receipts: [],
      counts: NO_SEGMENTS,
      engines: new Map(),
    };
  }
  const { targets: ready, rest } = withoutEngine(open, desk.glossary);
  const made = rest.flatMap(({ id }) => {
    const answer = answers.made.get(id);
    return answer === undefined ? [] : [{ id, ...answer }];
  });
  const targets = withRanks(new Map([...ready, ...made.map(({ id, target }) => [id, target] as const)]), opinions);
  const edition: Edition = { ...open.edition, targets };
  // An engine that refuses every text is of no use, whatever it says of each.
  const failure = answers.failure ?? (answers.made.size === 0 ? [...answers.refused.values()][0] : undefined);
  const isWhole = failure === undefined;

  const { merging, ...written } = writeFiles(open, edition, isWhole, desk);
  // Checked before anything is written; an edition that is not whole is checked by the run that makes it so.
  const found =
    written.edition === undefined
      ? []
      : [
          ...atLevels(refusals(open, rest, answers.refused), levels),
          ...checkEdition(open, edition, written.edition.text, desk, { record: written.record.content }),
        ];
  // Sentences without a rank because the second engine was away have it asked by the next run.
  const isSettled = isWhole && made.length === rest.length && opinions.failure === undefined;
  return {
    ...paths,
    ...written,
    state: isWhole ? (written.files.written > 0 ? 'written' : 'unchanged') : 'pending',
    removed,
    findings: [...atLevels([...open.findings, ...merging], levels), ...found],
    receipts: [...made.flatMap(({ receipts }) => receipts), ...opinions.receipts],
    counts: countSegments(ready, rest.length, made.length),
    engines: enginesOf(targets),
    ...(failure !== undefined && { failure }),
    ...(isSettled && { settled: countsOf(targets, found) }),
  };
}

/** The record and, where the edition is whole, the localized file. */
export function writeFiles(
  open: OpenEdition,
  edition: Edition,
  isWhole: boolean,
  desk: Desk,
): { readonly record: RecordText; readonly edition?: FileText; readonly files: Outcome['files']; readonly merging: readonly Finding[] } {
  const output = isWhole ? outputOf(open, edition, desk) : undefined;
  return withRecord(open, renewedRecord(open, edition, output, desk), output, desk);
}

/** @param output the localized file as it will be; undefined where it stays as it is */
export function withRecord(
  open: OpenEdition,
  renewed: EditionRecord,
  output: MergedEdition | undefined,
  desk: Desk,
): ReturnType<typeof writeFiles> {
  const isAsBefore = output?.text === open.texts.localized && isOnlyNewer(open, renewed, desk);
  const { record: before } = open.texts;
  const inLineFeeds = isAsBefore ? (before as string) : desk.recordFormat.write(renewed);
  // A checkout with line ends of Windows has the same record.
  const record = before?.replaceAll('\r\n', '\n') === inLineFeeds ? before : inLineFeeds;
  const same = [record === before, ...(output === undefined ? [] : [output.text === open.texts.localized])];
  const written = count(same, (one) => !one);
  return {
    record: { path: open.recordFile, text: record, content: renewed },
    ...(output !== undefined && { edition: { path: open.file, text: output.text } }),
    files: { written, unchanged: same.length - written },
    merging: output?.findings ?? [],
  };
}

/** The localized file as it will be: what is there, with what has changed since. */
export function outputOf(
  { source, taken }: Pick<OpenEdition, 'source' | 'taken'>,
  edition: Edition,
  { settings }: Pick<Desk, 'settings'>,
): MergedEdition {
  if (source.format === 'markdown') return writeOver(edition, taken, writeOptions(settings, edition));
  return taken.present === undefined
    ? { text: writtenEdition(settings, source, edition), findings: [], rendered: undefined }
    : mergeStrings(edition, taken.record, taken.present(), taken.touched ?? new Set(), taken.file);
}

/**
 * The record of an edition, to be written with it.
 * @param output the localized file as it will be; undefined where the edition is not whole, and the file stays as it is
 */
function renewedRecord(open: OpenEdition, edition: Edition, output: MergedEdition | undefined, { settings }: Desk): EditionRecord {
  if (output === undefined) return recordAhead(edition, open.record);
  const read: Read = (text, recut) => readLocalized(settings, open.source, { text, locale: edition.locale, file: open.file }, recut);
  if (open.source.format === 'strings') {
    const record = withValues(recordOf(edition, open.record), edition.article);
    return asWritten(record, shownStrings(read(output.text), record));
  }
  return recordWith(edition, { ...open.taken, record: open.record }, output, read, writeOptions(settings, edition));
}

/** Whether a record of Dragoman 0.1 would gain nothing but what it does not know of its source: it can wait, and spares a diff of every file. */
function isOnlyNewer({ record, recordFile, texts }: OpenEdition, renewed: EditionRecord, { recordFormat }: Desk): boolean {
  if (record.editionHash === undefined || texts.record === undefined) return false;
  const [was, is] = [recordFormat.read(texts.record, recordFile), renewed].map((one) => recordFormat.write(withoutSourceLines(one)));
  return was === is;
}

/** Without what a rule has mended since: that is nobody's alone. */
export function enginesOf(targets: Edition['targets']): Map<string, number> {
  const engines = new Map<string, number>();
  for (const { state, origin } of targets.values()) {
    const engine = state === 'machine' && origin.by === 'engine' ? origin.name?.split(' ')[0] : undefined;
    if (engine !== undefined) engines.set(engine, (engines.get(engine) ?? 0) + 1);
  }
  return engines;
}

/** What an edition's summary would say before anything is sent. */
export function foreseenCounts(open: OpenEdition, desk: Desk): SegmentCounts {
  const { targets, rest } = withoutEngine(open, desk.glossary);
  return countSegments(targets, rest.length, 0);
}

function countSegments(ready: ReadonlyMap<string, Target>, rest: number, translated: number): SegmentCounts {
  const reviewed = count(ready.values(), ({ state }) => state === 'reviewed');
  return { total: ready.size + rest, recalled: ready.size - reviewed, reviewed, translated, pending: rest - translated };
}

function countsOf(targets: ReadonlyMap<string, Target>, findings: readonly Finding[]): EditionCounts {
  return {
    segments: targets.size,
    reviewed: count(targets.values(), ({ state }) => state === 'reviewed'),
    errors: count(findings, ({ level }) => level === 'error'),
    warnings: count(findings, ({ level }) => level === 'warning'),
  };
}

function count<Value>(values: Iterable<Value>, holds: (value: Value) => boolean): number {
  let all = 0;
  for (const value of values) if (holds(value)) all++;
  return all;
}

/** An edition opened from its files' texts: what people changed is taken in, and every target that is still valid is recalled. */

import type { Article, Edition, Segment } from '../article.ts';
import { KnownError } from '../errors.ts';
import type { Finding } from '../finding.ts';
import { absorb, refuseEmptied } from '../memory/absorb.ts';
import { adoptStrings, withKeysOfBefore } from '../memory/adopt-strings.ts';
import { commonGround, isEdited, isTakenOut, lastWritten, sameEditions, withoutEarlierText, withoutTaken } from '../memory/earlier.ts';
import { mergeRecords } from '../memory/merge.ts';
import { emptyRecord, type Lookup, recall } from '../memory/recall.ts';
import type { EditionRecord, RecordedSegment } from '../memory/record.ts';
import { recordedEdition } from '../memory/recorded.ts';
import { additionsOf } from '../memory/renew.ts';
import { type Read, type TakenIn, takeIn } from '../merge/edition-file.ts';
import { isBlank } from '../text.ts';
import type { Desk } from './desk.ts';
import { readLocalized } from './reading.ts';
import type { EditionPaths, EditionTexts } from './source.ts';
import { writeOptions, writtenEdition } from './writing.ts';

/** What is known of an edition before anything is sent. */
export interface OpenEdition extends EditionPaths {
  /** The files that it was opened from. */
  readonly texts: EditionTexts;
  /** With every target that is valid. */
  readonly edition: Edition;
  /** Segments without a valid target. */
  readonly pending: readonly Segment[];
  /** The record with what people changed in the localized file since it was written; empty where there is none. */
  readonly record: EditionRecord;
  /** The same with the localized file of an article as it was read. */
  readonly taken: TakenIn;
  /** `person`: an article's localized file without a record, which Dragoman never touches. One of strings is adopted. */
  readonly hand: 'dragoman' | 'person';
  /** What was found while people's edits were taken in. */
  readonly findings: readonly Finding[];
  /** Files of the article's former name, which this edition replaces. */
  readonly replaces: readonly string[];
  /** Machine targets are made once more: none is repaired by rule instead. */
  readonly isAgain?: true;
}

/** The record without targets that are to be made once more; a person's are never among them. */
function withoutMachine(record: EditionRecord, { fromEngine }: NonNullable<Desk['again']>): EditionRecord {
  const isMeant = ({ target }: RecordedSegment) =>
    target?.state === 'machine' && (fromEngine === undefined || target.origin.name?.split(/[ ,]/)[0] === fromEngine);
  const blocks = record.blocks.map((block) => ({
    ...block,
    segments: block.segments.map((segment): RecordedSegment => {
      if (!isMeant(segment)) return segment;
      const { target, ...rest } = segment;
      return rest;
    }),
  }));
  return { ...record, blocks };
}

/** Without machine targets: the memory would give the sentences back that are to be made once more. */
const reviewedOnly =
  (memory: Lookup): Lookup =>
  (words, context) =>
    memory(words, context).filter(({ target }) => target.state === 'reviewed');

/** An edition under a name that its source no longer has. */
export interface Former {
  /** Under the present slug. */
  readonly record: EditionRecord;
  /** The old edition's files, relative to the project: the record first. */
  readonly files: readonly string[];
  /** The old localized file, which becomes the new one; undefined where it is gone, or was renamed with its source. */
  readonly localized?: string | undefined;
}

/**
 * @param article the source, as this locale translates it
 * @param formerOf asked where the source has no record: it may have been renamed
 * @throws KnownError where the record or the localized file is not readable
 */
export function openEdition(
  paths: EditionPaths,
  article: Article,
  texts: EditionTexts,
  desk: Desk,
  formerOf: () => Former | undefined = () => undefined,
): OpenEdition {
  const { locale } = paths;
  const { settings, glossary, memory } = desk;
  const recorded = readRecord(paths, texts, desk);
  const renamed = recorded === undefined ? formerOf() : undefined;
  // Beside a file that was renamed with its source only the record was left behind.
  const isMoved = renamed !== undefined && renamed.files.length === 1;
  const isAlone = recorded === undefined && texts.localized !== undefined && !isMoved;
  const former = isAlone ? undefined : renamed;
  const present = texts.localized ?? former?.localized;
  if (isAlone && paths.source.format === 'markdown') {
    const edition: Edition = { article, locale, targets: new Map() };
    const record = emptyRecord(article, locale);
    const { source, file } = paths;
    const localized = { text: texts.localized, locale, file };
    const taken: TakenIn = { ...notTaken(record, file), present: () => readLocalized(settings, source, localized) };
    return { ...paths, texts, edition, pending: [], record, taken, hand: 'person', findings: [], replaces: [] };
  }
  const absorbed = isAlone
    ? adopt(paths, article, texts.localized, desk)
    : absorbEdits(paths, article, recorded ?? former?.record ?? emptyRecord(article, locale), present, desk);
  const { record, taken } =
    recorded === undefined || texts.localized === undefined || !isEdited(recorded, absorbed.record)
      ? { record: absorbed.record, taken: absorbed }
      : withoutMachineText(paths, article, texts.localized, { recorded, absorbed }, desk);
  const targets = recall(article, desk.again === undefined ? record : withoutMachine(record, desk.again), {
    terms: glossary.touching,
    ...(memory !== undefined && { memory: desk.again === undefined ? memory : reviewedOnly(memory) }),
    outdated: settings.config.memory.outdated,
    fill: desk.fill === true,
  });
  return {
    ...paths,
    texts,
    edition: { article, locale, targets, additions: additionsOf(article, record) },
    pending: segmentsOf(article).filter((segment) => !targets.has(segment.id) && !isBlank(segment.text)),
    record,
    taken,
    hand: 'dragoman',
    findings: taken.findings,
    replaces: former?.files ?? [],
    ...(desk.again !== undefined && { isAgain: true as const }),
  };
}

/**
 * @throws KnownError where it is not readable, or has no sentence although there is an edition: all of that would be taken for
 * paragraphs of a person's own, and translated once more beside them
 */
function readRecord({ source, file, recordFile }: EditionPaths, { record, localized = '' }: EditionTexts, { recordFormat }: Desk) {
  if (record === undefined) return undefined;
  const isEmpty = record.trim() === '';
  const read = isEmpty ? undefined : recordFormat.read(record, recordFile);
  if (read !== undefined && (read.blocks.length > 0 || source.format === 'strings' || localized.trim() === '')) return read;
  throw new KnownError(`${recordFile}: emptied`, {
    expected: `the sentences of ${file}`,
    got: isEmpty ? 'an empty file' : 'a record without a sentence',
    help: `Restore it ("git checkout -- ${recordFile}"), or remove it and run "dragoman memory align".`,
    place: recordFile,
  });
}

export function segmentsOf(article: Article): Segment[] {
  return article.blocks.flatMap((block) => block.segments);
}

/** People's changes in a file that may hold earlier machine text: `taken` has all that the file says, `record` only people's changes. */
function withoutMachineText(
  paths: EditionPaths,
  article: Article,
  localized: string,
  { recorded, absorbed }: { readonly recorded: EditionRecord; readonly absorbed: TakenIn },
  desk: Desk,
): { record: EditionRecord; taken: TakenIn } {
  const earlier = [...(desk.earlier?.(paths) ?? [])];
  const same = sameEditions(localized, recorded, earlier);
  const others = same.length === 0 ? lastWritten(recorded, earlier) : same;
  const isPersons = same.some((one) => isTakenOut(recorded, absorbed.record, one, earlier));
  const [closest] = (isPersons ? [] : others)
    .map((one) => ({ one, taken: absorbEdits(paths, article, one.record, localized, desk) }))
    .filter(({ taken }) => taken.edits < absorbed.edits)
    .sort((a, b) => a.taken.edits - b.taken.edits);
  if (closest !== undefined) {
    // An earlier edition is compared with its own record: only what people had written by then is theirs.
    const { one, taken } = closest;
    const { record } = mergeRecords(commonGround(one.record, recorded), taken.record, recorded);
    return { record: withoutTaken(record, recorded), taken };
  }
  const { record, shown } = withoutEarlierText(recorded, absorbed.record, earlier);
  return { record, taken: { ...absorbed, record: shown } };
}

/** What people changed in the localized file since it was written, in its record. */
function absorbEdits(
  { source, file }: EditionPaths,
  article: Article,
  record: EditionRecord,
  text: string | undefined,
  { settings }: Desk,
): TakenIn {
  const { locale } = record;
  const read: Read = (localized, recut) => readLocalized(settings, source, { text: localized, locale, file }, recut);
  if (source.format === 'markdown')
    return takeIn({ article, record, text, read, file, options: writeOptions(settings, { article, locale }) });
  const untouched = recordedEdition(article, record);
  if (text?.trim() === '') refuseEmptied(record, text, file);
  if (text === undefined || (untouched !== undefined && writtenEdition(settings, source, untouched) === text))
    return notTaken(record, file);
  const localized = read(text);
  refuseEmptied(record, text, file, localized);
  const { record: absorbed, findings, edits } = absorb(record, localized, file);
  const touched = absorbed.blocks.flatMap(({ path = '', segments: [segment] }, at) =>
    segment?.target === record.blocks[at]?.segments[0]?.target ? [] : [path],
  );
  const known = withKeysOfBefore(absorbed, article, localized);
  return { record: known, present: () => localized, file, findings, edits, touched: new Set(touched) };
}

/** A file of strings that people made: its keys say what belongs together. */
function adopt({ source, file, locale }: EditionPaths, article: Article, text: string, { settings }: Desk): TakenIn {
  const localized = readLocalized(settings, source, { text, locale, file });
  return { ...notTaken(adoptStrings(article, localized), file), present: () => localized };
}

function notTaken(record: EditionRecord, file: string): TakenIn {
  return { record, present: undefined, file, findings: [], edits: 0 };
}

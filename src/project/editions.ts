/** An edition as it stands: source, record, the localized file, and what of them is still valid together. */

import { existsSync } from 'node:fs';
import type { Article, Edition, Segment, TermUse } from '../article.ts';
import type { Check } from '../checks/check.ts';
import { atLevels } from '../checks/levels.ts';
import { runChecks } from '../checks/run.ts';
import { writtenEdition } from '../edition/writing.ts';
import type { Finding } from '../finding.ts';
import type { Format } from '../formats/format.ts';
import { parseGlossary } from '../glossary/csv.ts';
import { heldTerms } from '../glossary/held.ts';
import { findTerms, type TermMatch } from '../glossary/match.ts';
import type { Term } from '../glossary/term.ts';
import { absorb, asWritten } from '../memory/absorb.ts';
import { adoptStrings, withoutSource } from '../memory/adopt.ts';
import { notKept } from '../memory/kept.ts';
import { outdatedFindings } from '../memory/outdated.ts';
import { emptyRecord, type Lookup, recall } from '../memory/recall.ts';
import type { EditionRecord } from '../memory/record.ts';
import { recordedEdition } from '../memory/recorded.ts';
import { additionsOf, recordAhead, recordOf } from '../memory/renew.ts';
import { isBlank, words } from '../text.ts';
import { finishStaged, RECORD_BYTES, sha256 } from './files.ts';
import { editionFile, glossaryFile, locate, type Project, readProjectFile, recordFile, type Source } from './project.ts';
import { readLocalized } from './reading.ts';

/** The adapters that editions need; `src/adapters.ts` names them. */
export interface EditionTools {
  readonly recordFormat: Format<EditionRecord>;
  readonly checks: readonly Check[];
}

export interface Glossary {
  readonly terms: readonly Term[];
  /** Those that a target must use where its source has them. */
  readonly held: readonly Term[];
  /** The uses of these in a segment, those within a longer term left out. */
  readonly matches: (segment: Segment) => readonly TermMatch[];
  /** The same as a target records it. */
  readonly touching: (segment: Segment) => readonly TermUse[];
}

/** What can be said of an edition without sending anything. */
export interface OpenEdition {
  readonly source: Source;
  /** Paths relative to the project. */
  readonly file: string;
  readonly recordFile: string;
  /** With every target that is valid. */
  readonly edition: Edition;
  /** Segments that need an engine. */
  readonly pending: readonly Segment[];
  /** As it stands on disk; undefined where there is none. */
  readonly recorded: EditionRecord | undefined;
  /** The same with what people changed in the localized file since; empty where there is none. */
  readonly record: EditionRecord;
  /** The localized file on disk; undefined where there is none. */
  readonly text: string | undefined;
  /** `person`: an article's localized file without a record, which Dragoman never touches. One of strings is adopted. */
  readonly hand: 'dragoman' | 'person';
  /** What was found while people's edits were taken in. */
  readonly findings: readonly Finding[];
}

export function openGlossary(project: Project, locale: string): Glossary {
  const file = glossaryFile(project, locale);
  const csv = readProjectFile(project, file);
  const terms = csv === undefined ? [] : parseGlossary(csv, file);
  const held = heldTerms(terms);
  const matches = (segment: Segment) => findTerms(words(segment.text), project.config.sourceLocale, held).filter((match) => !match.covered);
  const touching = (segment: Segment) => matches(segment).map(({ term: { source, target } }) => ({ source, target }));
  return { terms, held, matches, touching };
}

/**
 * @param memory what other articles of the locale know
 * @throws KnownError where the record or the localized file is not readable
 */
export function openEdition(
  project: Project,
  source: Source,
  article: Article,
  locale: string,
  given: {
    readonly glossary: Glossary;
    readonly tools: EditionTools;
    readonly memory?: Lookup | undefined;
    /** The record of the article's former name, where it is a renamed one. */
    readonly former?: ((article: Article) => EditionRecord | undefined) | undefined;
  },
): OpenEdition {
  const file = editionFile(project, source, locale);
  const recordPath = recordFile(project, source, locale);
  const recorded = readProjectFile(project, recordPath, RECORD_BYTES);
  const onDisk = recorded === undefined ? undefined : given.tools.recordFormat.read(recorded, recordPath);
  finishStaged(locate(project, file), onDisk?.editionHash);
  const text = readProjectFile(project, file);
  const place = { source, file, recordFile: recordPath, text, recorded: onDisk };
  if (onDisk === undefined && text !== undefined && source.format === 'markdown')
    return {
      ...place,
      edition: { article, locale, targets: new Map() },
      pending: [],
      record: emptyRecord(article, locale),
      hand: 'person',
      findings: [],
    };

  const absorbed =
    onDisk === undefined && text !== undefined
      ? adopt(project, source, article, locale, text)
      : takeEdits(project, source, article, onDisk ?? given.former?.(article) ?? emptyRecord(article, locale), text);
  const targets = recall(article, absorbed.record, {
    terms: given.glossary.touching,
    ...(given.memory !== undefined && { memory: given.memory }),
    outdated: project.config.memory.outdated,
  });
  const edition: Edition = { article, locale, targets, additions: additionsOf(article, absorbed.record) };
  const pending = article.blocks.flatMap((block) => block.segments.filter((segment) => !targets.has(segment.id) && !isBlank(segment.text)));
  return { ...place, edition, pending, record: absorbed.record, hand: 'dragoman', findings: absorbed.findings };
}

interface TakenIn {
  readonly record: EditionRecord;
  readonly findings: readonly Finding[];
}

/** What people changed in the localized file since it was written, in its record. */
function takeEdits(project: Project, source: Source, article: Article, record: EditionRecord, text: string | undefined): TakenIn {
  if (text === undefined || sha256(text) === record.editionHash) return { record, findings: [] };
  const file = editionFile(project, source, record.locale);
  const place = { slug: article.id, locale: record.locale, file };
  const localized = readLocalized(project, source, record.locale, text);
  if (source.format === 'strings') {
    const { record: absorbed, findings } = absorb(record, localized, file);
    return { record: absorbed, findings: [...findings, ...withoutSource(article, localized, place)] };
  }
  const untouched = recordedEdition(article, record);
  const written = untouched && readLocalized(project, source, record.locale, writtenEdition(project, source, untouched));
  const { record: absorbed, findings } = absorb(record, localized, file, written);
  const edition = recordedEdition(article, absorbed);
  const lost = edition === undefined ? [] : notKept(text, writtenEdition(project, source, edition), place);
  return { record: absorbed, findings: [...findings, ...lost].map((finding) => ({ ...finding, file })) };
}

/** A file of strings that people made: its keys say what belongs together. */
function adopt(project: Project, source: Source, article: Article, locale: string, text: string): TakenIn {
  const localized = readLocalized(project, source, locale, text);
  const place = { slug: article.id, locale, file: editionFile(project, source, locale) };
  return {
    record: { ...adoptStrings(article, localized), editionHash: sha256(text) },
    findings: withoutSource(article, localized, place),
  };
}

/**
 * The record of an edition, to be written with it.
 * @param output the localized file as it will stand; undefined where the edition is not whole, and the file stays as it is
 */
export function renewedRecord(project: Project, open: OpenEdition, edition: Edition, output: string | undefined): EditionRecord {
  if (output === undefined) return recordAhead(edition, open.record, open.text === undefined ? undefined : sha256(open.text));
  const record = recordOf(edition, open.record, sha256(output));
  return asWritten(record, readLocalized(project, open.source, edition.locale, output));
}

/** Every check over an edition as written. */
export function checkEdition(
  project: Project,
  open: Pick<OpenEdition, 'file' | 'record' | 'source'>,
  edition: Edition,
  output: string,
  given: { readonly glossary: Glossary; readonly tools: EditionTools },
): Finding[] {
  const { checks: levels } = project.config;
  const outdated = atLevels(outdatedFindings(open.record, open.file), levels);
  const found = runChecks(given.tools.checks, edition, {
    terms: given.glossary.terms,
    levels,
    output,
    file: open.file,
    sourceFile: open.source.file,
    anchors: project.config.markdown.anchors,
    exists: (path) => isThere(project, path),
    waivers: new Map(open.record.blocks.flatMap(({ segments }) => segments.map(({ id, waivers }) => [id, waivers ?? []]))),
  });
  return [...outdated, ...found];
}

/** Whether a file stands at a path; one behind a link that leads out of the project is none of it. */
function isThere(project: Project, path: string): boolean {
  try {
    return existsSync(locate(project, path));
  } catch {
    return false;
  }
}

/** An edition as it stands: source, record, the localized file, and what of them is still valid together. */

import { existsSync } from 'node:fs';
import type { Article, Edition, Segment, TermUse } from './article.ts';
import type { Check } from './checks/check.ts';
import { runChecks } from './checks/run.ts';
import type { Config } from './config.ts';
import { KnownError } from './errors.ts';
import { finishStaged, RECORD_BYTES, readText, sha256 } from './files.ts';
import type { Finding } from './finding.ts';
import type { Format } from './formats/format.ts';
import { parseGlossary } from './glossary/csv.ts';
import { heldTerms } from './glossary/held.ts';
import { findTerms, type TermMatch } from './glossary/match.ts';
import type { Term } from './glossary/term.ts';
import { type ReadOptions, readArticle } from './markdown/read.ts';
import { writeEdition } from './markdown/write.ts';
import { absorb, asWritten } from './memory/absorb.ts';
import { notKept } from './memory/kept.ts';
import { outdatedFindings } from './memory/outdated.ts';
import { emptyRecord, type Lookup, recall } from './memory/recall.ts';
import type { Record } from './memory/record.ts';
import { recordedEdition } from './memory/recorded.ts';
import { additionsOf, recordAhead, recordOf } from './memory/renew.ts';
import { editionFile, glossaryFile, locate, type Project, readProjectFile, recordFile, type Source } from './project.ts';
import { readOptions } from './reading.ts';
import { isBlank, words } from './text.ts';

/** The adapters that editions need; `src/adapters.ts` names them. */
export interface EditionTools {
  readonly recordFormat: Format<Record>;
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
  readonly recorded: Record | undefined;
  /** The same with what people changed in the localized file since; empty where there is none. */
  readonly record: Record;
  /** The localized file on disk; undefined where there is none. */
  readonly text: string | undefined;
  /** `person`: a localized file without a record, which Dragoman never touches. */
  readonly hand: 'dragoman' | 'person';
  /** What was found while people's edits were taken in. */
  readonly findings: readonly Finding[];
}

/**
 * A source file as an article.
 * @throws KnownError where it is not readable, or holds no words
 */
export function openSource(project: Project, source: Source): Article {
  const text = readText(locate(project, source.file), source.file);
  const article = readNamed(text, source.file, readOptions(project.config, source, project.config.sourceLocale));
  if (article.blocks.length === 0)
    throw new KnownError(`${source.file}: no words`, {
      expected: 'an article with a title or a paragraph',
      got: text.trim() === '' ? 'an empty file' : 'a file with nothing to translate',
      help: 'Write it, or remove the file.',
    });
  return article;
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
    readonly former?: ((article: Article) => Record | undefined) | undefined;
  },
): OpenEdition {
  const file = editionFile(project, source, locale);
  const recordPath = recordFile(project, source.slug, locale);
  const recorded = readProjectFile(project, recordPath, RECORD_BYTES);
  const onDisk = recorded === undefined ? undefined : given.tools.recordFormat.read(recorded, recordPath);
  finishStaged(locate(project, file), onDisk?.editionHash);
  const text = readProjectFile(project, file);
  const place = { source, file, recordFile: recordPath, text, recorded: onDisk };
  if (onDisk === undefined && text !== undefined)
    return {
      ...place,
      edition: { article, locale, targets: new Map() },
      pending: [],
      record: emptyRecord(article, locale),
      hand: 'person',
      findings: [],
    };

  const start = onDisk ?? given.former?.(article) ?? emptyRecord(article, locale);
  const absorbed = takeEdits(project, source, article, start, text, file);
  const targets = recall(article, absorbed.record, {
    terms: given.glossary.touching,
    ...(given.memory !== undefined && { memory: given.memory }),
    outdated: project.config.memory.outdated,
  });
  const edition: Edition = { article, locale, targets, additions: additionsOf(article, absorbed.record) };
  const pending = article.blocks.flatMap((block) => block.segments.filter((segment) => !targets.has(segment.id) && !isBlank(segment.text)));
  return { ...place, edition, pending, record: absorbed.record, hand: 'dragoman', findings: absorbed.findings };
}

function takeEdits(project: Project, source: Source, article: Article, record: Record, text: string | undefined, file: string) {
  if (text === undefined || sha256(text) === record.editionHash) return { record, findings: [] };
  const localized = readLocalized(project, source, record.locale, text);
  const untouched = recordedEdition(article, record);
  const written = untouched && readLocalized(project, source, record.locale, writtenEdition(untouched, project.config));
  const { record: absorbed, findings } = absorb(record, localized, file, written);
  const edition = recordedEdition(article, absorbed);
  const place = { slug: article.id, locale: record.locale, file };
  const lost = edition === undefined ? [] : notKept(text, writtenEdition(edition, project.config), place);
  return { record: absorbed, findings: [...findings, ...lost].map((finding) => ({ ...finding, file })) };
}

/** A localized file as an article of its own locale, to be compared with its record. */
export function readLocalized(project: Project, source: Source, locale: string, text: string): Article {
  return readNamed(text, editionFile(project, source, locale), readOptions(project.config, source, locale));
}

/** Reads an article; what is wrong with it names its file and place. */
function readNamed(text: string, file: string, options: ReadOptions): Article {
  try {
    return readArticle(text, options);
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    const { expected, got, help, place } = error;
    const at = place === undefined ? file : `${file}:${place}`;
    throw new KnownError(`${at}: ${error.message}`, {
      ...(expected && { expected }),
      ...(got && { got }),
      ...(help && { help }),
      place: at,
      cause: error,
    });
  }
}

/**
 * The record of an edition, to be written with it.
 * @param output the localized file as it will stand; undefined where the edition is not whole, and the file stays as it is
 */
export function renewedRecord(project: Project, open: OpenEdition, edition: Edition, output: string | undefined): Record {
  if (output === undefined) return recordAhead(edition, open.record, open.text === undefined ? undefined : sha256(open.text));
  const record = recordOf(edition, open.record, sha256(output));
  return asWritten(record, readLocalized(project, open.source, edition.locale, output));
}

/** The edition's text, by the project's rules. */
export function writtenEdition(edition: Edition, config: Config): string {
  return writeEdition(edition, { set: settings(edition, config), anchors: config.markdown.anchors });
}

/** The front matter keys that an edition gets of its own. */
function settings(edition: Edition, config: Config): { [key: string]: string } {
  const fill: { [hole: string]: string } = {
    '{locale}': edition.locale,
    '{sourceLocale}': edition.article.locale,
    '{slug}': edition.article.id,
  };
  return Object.fromEntries(
    Object.entries(config.frontMatter.set).map(([key, value]) => [key, value.replace(/\{\w+\}/g, (hole) => fill[hole] ?? hole)]),
  );
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
  const outdated = outdatedFindings(open.record, open.file).flatMap((finding) => {
    const level = levels[finding.check] ?? finding.level;
    return level === 'off' ? [] : [{ ...finding, level }];
  });
  const found = runChecks(given.tools.checks, edition, {
    terms: given.glossary.terms,
    levels,
    output,
    file: open.file,
    sourceFile: open.source.file,
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

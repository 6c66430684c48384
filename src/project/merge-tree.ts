/**
 * A half-merged tree settled, as git leaves it where branches meet without the merge driver, or with changes that it cannot settle
 * file by file: sources and glossaries first, then records, and each edition from its merged record.
 */

import { existsSync, readFileSync } from 'node:fs';
import type { Article } from '../article.ts';
import { localesFor, targetsOf } from '../edition/collections.ts';
import type { Desk, EditionTools } from '../edition/desk.ts';
import type { Disk } from '../edition/disk.ts';
import { openEdition } from '../edition/open.ts';
import { NO_ANSWERS, outcomeOf } from '../edition/outcome.ts';
import { readSource } from '../edition/reading.ts';
import type { EditionPaths, EditionTexts } from '../edition/source.ts';
import { KnownError } from '../errors.ts';
import type { Finding } from '../finding.ts';
import { matchRecord } from '../memory/match-segments.ts';
import { mergeRecords } from '../memory/merge.ts';
import type { EditionRecord, RecordedSegment } from '../memory/record.ts';
import { type MergedSides, mergeTexts } from '../sentences/merge.ts';
import { words } from '../text.ts';
import { openDisk } from './disk.ts';
import { conflictLine, writeAtomic } from './files.ts';
import { addToIndex, readSides, type Sides } from './git.ts';
import { mergeFile, sentenceCut } from './merge-file.ts';
import { glossaryFiles, locate, type Project, sources } from './project.ts';

/** Why a file is left that a person need not look at: one side's removal, or the other's file. */
export const REMOVED = 'one branch has removed it';

/** `conflict`: both branches changed the same, and a person has to choose. `left`: nothing of Dragoman's, or gone on one branch. */
interface UnmergedFile {
  readonly file: string;
  readonly state: 'settled' | 'conflict' | 'left';
  readonly why?: string;
}

export interface SettledTree {
  readonly files: readonly UnmergedFile[];
  readonly findings: readonly Finding[];
  /** Sentences that neither branch has translated as they are now. */
  readonly pending: number;
}

/**
 * What is settled is written and added to git's index.
 * @throws KnownError where there is no git, or a glossary is not usable
 */
export async function settleTree(project: Project, tools: EditionTools): Promise<SettledTree> {
  const { unmerged, versionsOf } = await readSides(project.root);
  const disk = openDisk(project, tools);
  const editions = editionsByFile(project, disk);
  const files: UnmergedFile[] = [];
  const findings: Finding[] = [];
  let pending = 0;
  const ours = new Set([
    ...sources(project).map(({ file }) => file),
    ...targetsOf(project.config).flatMap((to) => glossaryFiles(project, to)),
  ]);
  for (const file of unmerged)
    if (!editions.has(file))
      files.push(ours.has(file) ? settleFile(project, file, await versionsOf(file), tools) : { file, state: 'left' });
  // Both of a settled edition's files are written, the one too that git had merged.
  const written: string[] = [];
  const waiting = new Set(unmerged.flatMap((file) => editions.get(file) ?? []));
  for (const paths of waiting) {
    const both = [paths.recordFile, paths.file].filter((file) => unmerged.includes(file));
    const state = (one: Omit<UnmergedFile, 'file'>) => files.push(...both.map((file) => ({ file, ...one })));
    if (hasConflict(project, paths.source.file)) {
      state({ state: 'conflict', why: `settle ${paths.source.file} first` });
      continue;
    }
    const sides = {
      source: await versionsOf(paths.source.file),
      record: await versionsOf(paths.recordFile),
      localized: await versionsOf(paths.file),
    };
    try {
      const settled = settleEdition(project, paths, sides, disk);
      if (settled === undefined) state({ state: 'left', why: REMOVED });
      else {
        state({ state: 'settled' });
        written.push(paths.recordFile, paths.file);
        findings.push(...settled.findings);
        pending += settled.pending;
      }
    } catch (error) {
      if (!(error instanceof KnownError)) throw error;
      state({ state: 'left', why: error.message });
    }
  }
  const settled = files.filter(({ state }) => state === 'settled').map(({ file }) => file);
  await addToIndex(project.root, [...new Set([...settled, ...written])]);
  return { files, findings, pending };
}

function editionsByFile(project: Project, disk: Disk): Map<string, EditionPaths> {
  const found = new Map<string, EditionPaths>();
  for (const source of sources(project))
    for (const locale of localesFor(project.config, source, targetsOf(project.config))) {
      const paths = disk.editionPaths(source, locale);
      found.set(paths.file, paths).set(paths.recordFile, paths);
    }
  return found;
}

/** As it is, conflicts and all; undefined where there is none. */
function readRaw(project: Project, file: string): string | undefined {
  const path = locate(project, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function hasConflict(project: Project, file: string): boolean {
  const text = readRaw(project, file);
  return text !== undefined && conflictLine(text) !== undefined;
}

/**
 * The text that somebody gave an unmerged file. One that has still ours, without the marks of a conflict, is what a merge driver leaves
 * that could not run; whoever chooses ours tells git so (`git add`).
 */
function settledByHand(project: Project, file: string, ours: string): string | undefined {
  const text = readRaw(project, file);
  return text === undefined || text === ours || hasConflict(project, file) ? undefined : text;
}

function settleFile(project: Project, file: string, { base = '', ours, theirs }: Sides, tools: EditionTools): UnmergedFile {
  if (ours === undefined || theirs === undefined) return { file, state: 'left', why: REMOVED };
  if (settledByHand(project, file, ours) !== undefined) return { file, state: 'settled' };
  const { text, isSettled } = mergeFile(file, { base, ours, theirs }, project, tools.recordFormat);
  writeAtomic(locate(project, file), text);
  return { file, state: isSettled ? 'settled' : 'conflict' };
}

interface EditionSides {
  readonly source: Sides;
  readonly record: Sides;
  readonly localized: Sides;
}

/** @returns undefined where a branch has no record or no edition any more */
function settleEdition(
  project: Project,
  paths: EditionPaths,
  { source, record, localized }: EditionSides,
  disk: Disk,
): { readonly findings: readonly Finding[]; readonly pending: number } | undefined {
  const desk = disk.deskFor(paths.locale, paths.source.locale);
  const branches = (['base', 'ours', 'theirs'] as const).map((side) => {
    const texts = { record: record[side], localized: localized[side] };
    const text = source[side];
    return text === undefined || texts.record === undefined ? undefined : { texts, record: recordOf(paths, text, texts, desk) };
  });
  const [base, ours, theirs] = branches;
  const [mine, yours] = [ours?.texts.localized, theirs?.texts.localized];
  if (ours === undefined || theirs === undefined || mine === undefined || yours === undefined) return undefined;
  const merged = mergeRecords(base?.record, ours.record, theirs.record);
  const byHand = settledByHand(project, paths.file, mine);
  const article = articleOf(paths, disk.readSource(paths.source), desk);
  const merging = ofArticle(merged.record, article);
  const sides = branches.flatMap((branch) => branch?.record ?? []);
  const cut = sentenceCut(sides, paths.locale, project);
  const texts: EditionTexts = {
    record: desk.recordFormat.write(merging),
    // Where both changed a sentence, the side that says what the merged record does.
    localized: byHand ?? mergeTexts(localized.base ?? '', mine, yours, cut, saidIn(merging)).text,
  };
  const earlier = sides.map((record) => ({
    record: byHand === undefined ? asMachines(record) : record,
    localized: undefined,
    isCommitted: true,
  }));
  const settling: Desk = { ...desk, earlier: () => earlier };
  const open = openEdition(paths, article, texts, settling);
  const outcome = outcomeOf(open, NO_ANSWERS, settling);
  for (const file of [outcome.record, outcome.edition]) if (file !== undefined) writeAtomic(locate(project, file.path), file.text);
  return { findings: merged.findings.map((finding) => ({ ...finding, file: paths.file })), pending: outcome.counts.pending };
}

/**
 * Whoever wrote what the branches say: the merged record has taken it in, and what the merged text has otherwise than it is none of a
 * person's choice.
 */
function asMachines(record: EditionRecord): EditionRecord {
  const asMachine = ({ target, ...rest }: RecordedSegment): RecordedSegment =>
    target === undefined ? rest : { ...rest, target: { ...target, state: 'machine' } };
  return { ...record, blocks: record.blocks.map((block) => ({ ...block, segments: block.segments.map(asMachine) })) };
}

/** Without the sentences that the settled source does not have: those of the side that it was not settled for. */
function ofArticle(record: EditionRecord, article: Article): EditionRecord {
  const gone = new Set(matchRecord(article, record).gone);
  const blocks = record.blocks.map((block) => ({ ...block, segments: block.segments.filter((segment) => !gone.has(segment)) }));
  const reviewed = [...gone].filter((segment) => segment.target?.state === 'reviewed' && !record.retired.includes(segment));
  return { ...record, blocks: blocks.filter(({ segments }) => segments.length > 0), retired: [...record.retired, ...reviewed] };
}

/** Chooses the side that has more of a record's targets; ours where both have as many. */
function saidIn({ blocks }: EditionRecord): (sides: MergedSides) => string {
  const said = blocks.flatMap(({ segments }) =>
    segments.flatMap(({ target }) => (target === undefined ? [] : [letters(words(target.text))])),
  );
  const count = (text: string) => said.filter((one) => one !== '' && letters(text).includes(one)).length;
  return ({ mine, yours }) => (count(yours) > count(mine) ? yours : mine);
}

function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** With what people had changed in the edition of that branch, where nobody had run Dragoman over it. */
function recordOf(paths: EditionPaths, source: string, texts: EditionTexts, desk: Desk): EditionRecord {
  return openEdition(paths, articleOf(paths, source, desk), texts, { ...desk, memory: undefined }).record;
}

function articleOf({ source, locale }: EditionPaths, text: string, { settings }: Desk): Article {
  return readSource(settings, source, text, [locale]).get(locale) as Article;
}

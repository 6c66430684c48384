/**
 * A half-merged tree settled, as git leaves it where branches meet without the merge driver, or with changes that it cannot settle
 * file by file: sources and glossaries first, then records, and each edition from its merged record.
 */

import type { Article } from '../article.ts';
import { localesFor, targetsOf } from '../edition/collections.ts';
import type { Desk, EditionTools } from '../edition/desk.ts';
import type { Disk } from '../edition/disk.ts';
import { type OpenEdition, openEdition } from '../edition/open.ts';
import { NO_ANSWERS, outcomeOf, outputOf } from '../edition/outcome.ts';
import { readSource } from '../edition/reading.ts';
import type { EditionPaths, EditionTexts } from '../edition/source.ts';
import { writtenEdition } from '../edition/writing.ts';
import { KnownError } from '../errors.ts';
import { readIfThere } from '../files/bytes.ts';
import { conflictLine } from '../files/read.ts';
import { writeAtomic } from '../files/write.ts';
import type { Finding } from '../finding.ts';
import { matchRecord } from '../memory/match-segments.ts';
import { mergeRecords } from '../memory/merge.ts';
import type { EditionRecord } from '../memory/record.ts';
import { mergeLayouts } from '../merge/merge-layouts.ts';
import { openDisk } from './disk.ts';
import { addToIndex, filesWithMarks } from './git.ts';
import { readSides, type Sides } from './git-sides.ts';
import { mergeFile, sentenceCut } from './merge-file.ts';
import { glossaryFiles, locate, type Project, sources } from './project.ts';

/** Why a file is left that a person need not look at: one side's removal, or the other's file. */
export const REMOVED = 'one branch has removed it';

/** Git knows both sides no more. */
const COMMITTED = 'the marks of a conflict were taken in as its text';

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
        const isSettled = settled.conflicts === 0;
        if (isSettled) state({ state: 'settled' });
        else {
          if (both.includes(paths.recordFile)) files.push({ file: paths.recordFile, state: 'settled' });
          files.push({ file: paths.file, state: 'conflict' });
        }
        written.push(paths.recordFile, ...(isSettled ? [paths.file] : []));
        findings.push(...settled.findings);
        pending += settled.pending;
      }
    } catch (error) {
      if (!(error instanceof KnownError)) throw error;
      state({ state: 'left', why: error.message });
    }
  }
  for (const file of await filesWithMarks(project.root))
    if (!unmerged.includes(file) && (editions.has(file) || ours.has(file)) && hasConflict(project, file))
      files.push({ file, state: 'conflict', why: COMMITTED });
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
  return readIfThere(path);
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

interface SettledEdition {
  readonly findings: readonly Finding[];
  readonly pending: number;
  /** Places of the edition that a person has to settle; its record is settled in any case. */
  readonly conflicts: number;
}

/** @returns undefined where a branch has no record or no edition any more */
function settleEdition(
  project: Project,
  paths: EditionPaths,
  { source, record, localized }: EditionSides,
  disk: Disk,
): SettledEdition | undefined {
  const desk = disk.deskFor(paths.locale, paths.source.locale);
  const [base, ours, theirs] = (['base', 'ours', 'theirs'] as const).map((side) => {
    const texts = { record: record[side], localized: localized[side] };
    const text = source[side];
    // With what people had changed in the edition of that branch, where nobody had run Dragoman over it.
    return text === undefined || texts.record === undefined
      ? undefined
      : openEdition(paths, articleOf(paths, text, desk), texts, { ...desk, memory: undefined });
  });
  if (ours?.texts.localized === undefined || theirs?.texts.localized === undefined) return undefined;
  const sides = [base, ours, theirs].flatMap((side) => (side?.texts.localized === undefined ? [] : [side]));
  const merged = mergeRecords(base?.record, ours.record, theirs.record);
  const article = articleOf(paths, disk.readSource(paths.source), desk);
  const earlier = sides.map((side) => ({ record: side.record, localized: undefined, isCommitted: true }));
  const settling: Desk = { ...desk, earlier: () => earlier };
  const settle = (texts: EditionTexts) => {
    const open = openEdition(paths, article, texts, settling);
    return { open, outcome: outcomeOf(open, NO_ANSWERS, settling) };
  };
  const anew = settle({ record: desk.recordFormat.write(ofArticle(merged.record, article)), localized: undefined });
  // Where both branches made the edition, both began with one that no person had touched.
  const { edition } = anew.open;
  const inFile = (side: OpenEdition | undefined): string =>
    side?.texts.localized === undefined
      ? writtenEdition(desk.settings, paths.source, { ...edition, additions: [] })
      : outputOf(side, edition, desk).text;
  const byHand = settledByHand(project, paths.file, ours.texts.localized);
  const cut = sentenceCut(
    sides.map((side) => side.record),
    paths.locale,
    project,
  );
  const { text, conflicts } =
    byHand === undefined ? mergeLayouts(inFile(base), inFile(ours), inFile(theirs), cut) : { text: byHand, conflicts: 0 };
  const settled = conflicts > 0 ? undefined : settle({ record: anew.outcome.record?.text, localized: text });
  const files =
    settled === undefined ? [anew.outcome.record, { path: paths.file, text }] : [settled.outcome.record, settled.outcome.edition];
  for (const file of files) if (file !== undefined) writeAtomic(locate(project, file.path), file.text);
  const findings = merged.findings.map((finding) => ({ ...finding, file: paths.file }));
  return { findings, pending: (settled ?? anew).outcome.counts.pending, conflicts };
}

/** Without the sentences that the settled source does not have: those of the side that it was not settled for. */
function ofArticle(record: EditionRecord, article: Article): EditionRecord {
  const gone = new Set(matchRecord(article, record).gone);
  const blocks = record.blocks.map((block) => ({ ...block, segments: block.segments.filter((segment) => !gone.has(segment)) }));
  const reviewed = [...gone].filter((segment) => segment.target?.state === 'reviewed' && !record.retired.includes(segment));
  return { ...record, blocks: blocks.filter(({ segments }) => segments.length > 0), retired: [...record.retired, ...reviewed] };
}

function articleOf({ source, locale }: EditionPaths, text: string, { settings }: Desk): Article {
  return readSource(settings, source, text, [locale]).get(locale) as Article;
}

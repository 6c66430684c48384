/** One term corrected from the page: seen before it is done, with the sentences that shall stay as they are, and taken back. */

import { hash } from 'node:crypto';
import type { Target } from '../article.ts';
import { type Affected, type Correction, isChanging, type TermChange } from '../edition/correction.ts';
import { type ChangedFindings, findingsLook } from '../edition/correction-findings.ts';
import { decide } from '../edition/decide.ts';
import { segmentsOf } from '../edition/open.ts';
import { asRead, waive } from '../edition/review.ts';
import type { Failure } from '../edition/summary.ts';
import { holdCheckout } from '../project/checkout.ts';
import { commitFiles, isInRepository } from '../project/git.ts';
import { applyCorrection, foreseeTerm } from '../session/correcting.ts';
import { toFragment, words } from '../text.ts';
import type { Editor } from './editor.ts';
import type { GlossaryPair } from './term-address.ts';

/** Nothing that holds a term is known by a number: the list may be another when it is applied. */
export const rowName = ({ slug, source, before }: Affected): string => hash('sha256', `${slug}\0${source}\0${before}`).slice(0, 16);

export function foresee(editor: Editor, { locale, from }: GlossaryPair, term: TermChange): Correction {
  editor.bringUpToDate(locale);
  const { project, memories } = editor.workspace;
  return foreseeTerm(project, { from, to: locale }, term, memories);
}

/**
 * What a correction changes in the findings of its first rows.
 * @param most rows that are shown
 * @param isTime asked before each; what is not looked at has no entry
 */
export function findingsOfRows(
  { workspace }: Editor,
  { locale, from }: GlossaryPair,
  correction: Correction,
  most: number,
  isTime: () => boolean,
): Map<Affected, ChangedFindings> {
  const desk = workspace.disk(locale).deskFor(locale, from);
  const changes = new Map<Affected, ChangedFindings>();
  const look = findingsLook(correction, desk, from);
  for (const row of correction.affected.slice(0, most)) {
    if (!isTime()) break;
    const change = look(row);
    if (change !== undefined) changes.set(row, change);
  }
  return changes;
}

export interface TermOrder extends GlossaryPair {
  readonly term: TermChange;
  readonly author: string;
  /** Names of rows that stay as they are, and why. */
  readonly except: ReadonlySet<string>;
  readonly reason: string;
  /** Whether it is committed at once, as one commit. */
  readonly commit: boolean;
}

export interface TermDone {
  /** Sentences that have changed, and those that stay by somebody's word. */
  readonly changed: number;
  readonly kept: number;
  /** Sentences in which an engine did not bring the term, now or before. */
  readonly lacking: number;
  /** Editions that could not be brought up to date: an engine that does not answer, a file that cannot be written. A later run does it. */
  readonly failures: readonly Failure[];
  readonly commit?: string;
}

/** Milliseconds that a correction waits for another command. */
const PATIENCE = 30_000;

/**
 * @returns undefined, and nothing is done, where a sentence that shall stay is not among those that would change: it says something else by now
 * @throws KnownError where another command holds the lock, or an engine is not to be had
 */
export async function applyTerm(
  editor: Editor,
  { locale, from, term, author, except, reason, commit }: TermOrder,
): Promise<TermDone | undefined> {
  const { workspace } = editor;
  const { project } = workspace;
  const release = await holdCheckout(project, 'edit', { waitMs: PATIENCE });
  try {
    workspace.memories.bringUpToDate(locale);
    const pair = { from, to: locale };
    const correction = foreseeTerm(project, pair, term, workspace.memories);
    const kept = correction.affected.filter((row) => isChanging(row) && except.has(rowName(row)));
    const names = new Set(correction.affected.map(rowName));
    if ([...except].some((name) => !names.has(name))) return undefined;
    // Before the glossary changes: a sentence that a person vouches for is not made anew.
    for (const [slug, rows] of Map.groupBy(kept, (row) => row.slug)) await keep(editor, locale, workspace.nameOf(slug), rows, reason);
    const rest = { ...correction, affected: correction.affected.filter((row) => !kept.includes(row)) };
    const signal = new AbortController().signal;
    const { summary, resent } = await applyCorrection(project, pair, term, rest, { session: { command: 'edit' }, signal });
    const { failures } = summary;
    const changed = rest.affected.filter((row) => isChanging(row) && !failures.some(({ slug }) => slug === row.slug));
    note(editor, { locale, term, author }, correction, changed);
    const done = { changed: changed.length, kept: kept.length, lacking: resent.filter(({ isSaid }) => !isSaid).length, failures };
    if (!commit || !(await isInRepository(project.root))) return done;
    const files = filesIn(editor, locale, correction.file, [...changed, ...kept]);
    return { ...done, commit: await commitFiles(project.root, files, [messageOf(locale, term, correction, changed.length)], author) };
  } finally {
    editor.forgetMemory(locale);
    release();
  }
}

/** The rows' sentences become reviewed as they are, with a waiver that says why. */
async function keep({ workspace }: Editor, locale: string, name: string, rows: readonly Affected[], reason: string): Promise<void> {
  const ids = sentencesOf(workspace.opened(locale, name), rows);
  for (const step of ['review', 'waive'] as const)
    for (const id of step === 'review' ? [''] : ids) {
      const opened = workspace.opened(locale, name);
      if (opened === undefined) return;
      const { open, desk } = opened;
      const decided = new Map(ids.map((one): [string, Target] => [one, asRead(open.edition.targets.get(one) as Target)]));
      const files = step === 'review' ? decide(open, decided, desk) : waive(open, { segment: id, check: 'terms', reason }, desk);
      if (files === undefined) continue;
      const { merging: _, ...texts } = files;
      await workspace.disk(locale).write({ file: open.file, recordFile: open.recordFile, texts: open.texts, ...texts, removed: [] });
    }
}

/** Ids of the segments that rows are of. */
function sentencesOf(opened: ReturnType<Editor['workspace']['opened']>, rows: readonly Pick<Affected, 'source' | 'before'>[]): string[] {
  if (opened === undefined) return [];
  const { article, targets } = opened.open.edition;
  return segmentsOf(article).flatMap(({ id, text }) => {
    const target = targets.get(id);
    return target !== undefined && rows.some((row) => row.source === words(text) && row.before === words(target.text)) ? [id] : [];
  });
}

/** What the correction has changed is its person's to commit. */
function note(
  { workspace, drafts }: Editor,
  { locale, term, author }: Pick<TermOrder, 'locale' | 'term' | 'author'>,
  correction: Correction,
  changed: readonly Affected[],
): void {
  const entry = { locale, slug: '', segment: term.source, author, source: toFragment([term.source]) };
  drafts.addWork({
    ...entry,
    before: correction.former === undefined ? null : toFragment([correction.former]),
    after: toFragment([term.target ?? '']),
  });
  for (const [slug, rows] of Map.groupBy(changed, (row) => workspace.nameOf(row.slug))) {
    const opened = workspace.opened(locale, slug);
    if (opened === undefined) continue;
    for (const { id, text } of segmentsOf(opened.open.edition.article)) {
      const row = rows.find(({ source }) => source === words(text));
      const target = opened.open.edition.targets.get(id);
      if (row === undefined || target === undefined) continue;
      drafts.addWork({
        locale,
        slug,
        segment: id,
        author,
        source: toFragment(text),
        before: toFragment([row.before]),
        after: toFragment(target.text),
      });
    }
  }
}

function filesIn({ workspace }: Editor, locale: string, glossary: string, rows: readonly Affected[]): string[] {
  const slugs = new Set(rows.map(({ slug }) => workspace.nameOf(slug)));
  const files = [...slugs].flatMap((slug) => {
    const open = workspace.opened(locale, slug)?.open;
    return open === undefined ? [] : [open.recordFile, open.file];
  });
  return [glossary, ...files];
}

function messageOf(locale: string, { source, target }: TermChange, { former }: Correction, changed: number): string {
  const change = former === undefined || former === target ? `${source} = ${target}` : `${former} -> ${target}`;
  return `glossary(${locale}): ${change}, ${changed} ${changed === 1 ? 'sentence' : 'sentences'}`;
}

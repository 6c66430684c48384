/** A term of an edition under another name: one correction in every edition, seen before it is done. */

import type { Position, Range } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Affected, Correction, Resent } from '../edition/correction.ts';
import type { Failure } from '../edition/summary.ts';
import { KnownError } from '../errors.ts';
import { holdCheckout } from '../project/checkout.ts';
import { applyCorrection, foreseeTerm, pricePerMillion } from '../session/correcting.ts';
import type { Opened, Workspace } from '../session/workspace.ts';
import { counted, inDollars } from '../text/counted.ts';
import type { Projects } from './projects.ts';
import { termInEdition } from './terms.ts';

/** Milliseconds that a correction waits for another command. */
const PATIENCE = 30_000;
/** Sentences that are shown before it is done. */
const SHOWN = 5;

/** @returns the term's place and its form in the glossary; undefined where the cursor is on none */
export function renamed(opened: Opened, document: TextDocument, at: Position): { range: Range; placeholder: string } | undefined {
  const found = termInEdition(opened, document, at);
  return found === undefined ? undefined : { range: found.range, placeholder: found.term.target };
}

export interface Renaming {
  readonly opened: Opened;
  readonly document: TextDocument;
  readonly at: Position;
  readonly target: string;
  /** Asks the person; resolves to whether it shall be done. */
  readonly confirm: (preview: string) => Promise<boolean>;
}

export interface Renamed {
  /** The sentences that do not say the term all the same. */
  readonly lacking: readonly Resent[];
  /** Editions that could not be brought up to date. */
  readonly failures: readonly Failure[];
}

/**
 * @returns undefined where the person did not want it
 * @throws KnownError where the cursor is on no term, an edition of it is not saved, or another command holds the lock
 */
export async function rename(
  projects: Projects,
  workspace: Workspace,
  { opened, document, at, target, confirm }: Renaming,
): Promise<Renamed | undefined> {
  const found = termInEdition(opened, document, at);
  if (found === undefined)
    throw new KnownError('There is no term here', { expected: 'the cursor on a term of the glossary', got: 'other words' });
  const { project, memories } = workspace;
  const pair = { from: opened.open.edition.article.locale, to: opened.open.locale };
  const term = { source: found.term.source, target };
  memories.bringUpToDate(pair.to);
  const correction = foreseeTerm(project, pair, term, memories);
  refuseUnsaved(projects, workspace, pair.to, correction);
  const price = correction.affected.some(({ action }) => action === 'resend') ? await pricePerMillion(project, pair.to) : 0;
  if (!(await confirm(preview(correction, term, price)))) return undefined;
  const release = await holdCheckout(project, 'lsp', { waitMs: PATIENCE });
  try {
    memories.bringUpToDate(pair.to);
    const { summary, resent } = await applyCorrection(project, pair, term, foreseeTerm(project, pair, term, memories), {
      session: { command: 'lsp' },
      signal: new AbortController().signal,
    });
    return { lacking: resent.filter(({ isSaid }) => !isSaid), failures: summary.failures };
  } finally {
    release();
  }
}

/** What is written on disk would be lost to the editor's own text, or that text to it. */
function refuseUnsaved(projects: Projects, workspace: Workspace, locale: string, { file, affected }: Correction): void {
  const editions = [...new Set(affected.map(({ slug }) => slug))].flatMap(
    (slug) => workspace.opened(locale, workspace.nameOf(slug))?.open.file ?? [],
  );
  const unsaved = [file, ...editions].find((one) => projects.isUnsaved(workspace, one));
  if (unsaved !== undefined)
    throw new KnownError(`${unsaved} is not saved`, {
      expected: 'the glossary and every edition of the term on disk',
      got: 'another text in the editor',
      help: 'Save it, and rename once more.',
    });
}

function preview(
  { affected, former }: Correction,
  { source, target }: { source: string; target: string },
  price: number | undefined,
): string {
  const count = (action: Affected['action']) => affected.filter((one) => one.action === action).length;
  const characters = affected.reduce((sum, one) => sum + one.characters, 0);
  const cost = price === undefined || price === 0 ? '' : `, ${inDollars((characters * price) / 1e6)}`;
  const lines = affected
    .slice(0, SHOWN)
    .flatMap(({ slug, before, after }) => [`${slug}: ${before}`, ...(after === undefined ? [] : [`-> ${after}`])]);
  return [
    `${source}: ${former ?? ''} -> ${target}`,
    `${counted(affected.length, 'sentence')}: ${count('repair')} by rule, ${count('resend')} by the engine (${counted(characters, 'character')}${cost}), ${count('lacking')} that the engine was asked for and left without it, ${count('reviewed')} left to their reviewers`,
    ...lines,
    ...(affected.length > SHOWN ? [`... and ${affected.length - SHOWN} more`] : []),
  ].join('\n');
}

/** What is said of editions that are not renamed, and of sentences that an engine was asked for and that lack the term all the same. */
export function notRenamed(target: string, { lacking, failures }: Renamed): string[] {
  const slugs = [...new Set(lacking.map(({ slug }) => slug))].join(', ');
  return [
    ...failures.map(({ slug, message }) => `${slug}: ${message}`),
    ...(lacking.length === 0
      ? []
      : [`${counted(lacking.length, 'sentence does', 'sentences do')} not say "${target}", since the engine did not bring it: ${slugs}`]),
  ];
}

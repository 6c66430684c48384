/** What a person decides of a sentence in an editor and its record keeps: that they have read it, or that a finding is right as it is. */

import type { Decided } from '../edition/decide.ts';
import { review, waive } from '../edition/review.ts';
import { KnownError } from '../errors.ts';
import { type FindingName, findingName } from '../finding.ts';
import { holdCheckout } from '../project/checkout.ts';
import type { Opened, Workspace } from '../session/workspace.ts';
import type { Projects } from './projects.ts';

/** Milliseconds that a decision waits for another command. */
const PATIENCE = 10_000;

export interface Decision {
  readonly locale: string;
  readonly slug: string;
  readonly segment: string;
  /** A waiver; without one the sentence is reviewed. */
  readonly waiver?: { readonly check: string; readonly reason: string } | undefined;
}

/** @throws KnownError where the edition is not saved, or another command holds the lock */
export async function settle(projects: Projects, workspace: Workspace, { locale, slug, segment, waiver }: Decision): Promise<void> {
  const release = await holdCheckout(workspace.project, 'lsp', { waitMs: PATIENCE });
  try {
    const opened = workspace.opened(locale, slug);
    if (opened === undefined) return;
    const { file } = opened.open;
    if (projects.isUnsaved(workspace, file))
      throw new KnownError(`${file} is not saved`, {
        expected: 'the text that is decided of on disk',
        got: 'another one in the editor',
        help: 'Save it, and decide once more.',
      });
    const decided = decisionOf(opened, segment, waiver);
    if (decided !== undefined) await write(workspace, opened, decided);
  } finally {
    release();
  }
}

function decisionOf({ open, desk }: Opened, segment: string, waiver: Decision['waiver']): Decided | undefined {
  if (waiver !== undefined) return waive(open, { segment, check: findingName(waiver.check) as FindingName, reason: waiver.reason }, desk);
  const { files, changed } = review(open, { segments: new Set([segment]) }, desk);
  return changed === 0 ? undefined : files;
}

async function write(workspace: Workspace, { open }: Opened, { merging: _, next: __, ...files }: Decided): Promise<void> {
  const { file, recordFile, texts, locale } = open;
  if (await workspace.disk(locale).write({ file, recordFile, texts, ...files, removed: [] })) return;
  throw new KnownError(`${file} has just been saved by somebody else`, {
    expected: 'the file as it was opened',
    got: 'another one',
    help: 'Decide once more.',
  });
}

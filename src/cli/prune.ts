/** `dragoman prune`: editions and records whose source or locale is gone are shown, then removed. */

import { existsSync, rmSync } from 'node:fs';
import { recordFormat } from '../adapters.ts';
import { counted } from '../counted.ts';
import { asOurs, reviewedSentences } from '../memory/exchange.ts';
import { prunedName } from '../memory/recall.ts';
import type { EditionRecord } from '../memory/record.ts';
import { writeAtomic } from '../project/files.ts';
import { type Orphan, orphansOf } from '../project/orphans.ts';
import { locate, openProject, type Project } from '../project/project.ts';
import { importedFile, recordAt } from '../project/records.ts';
import { withEdits } from '../project/renames.ts';
import type { RunCommand } from './command.ts';
import { exit } from './exit.ts';

export const runPrune: RunCommand = async (_args, options, context) => {
  const project = openProject(context.cwd, context.config);
  const dryRun = options['dry-run'] === true;
  const orphans = orphansOf(project);
  const removed: string[] = [];
  let kept = 0;
  for (const [locale, all] of Map.groupBy(orphans, (orphan) => orphan.locale)) {
    // What is to be kept is written before anything goes.
    for (const orphan of all) kept += keep(project, locale, orphan, dryRun);
    for (const { slug, lost, recordFile, file } of all)
      for (const path of [file, recordFile]) {
        if (path === undefined) continue;
        removed.push(path);
        if (context.json) context.print({ type: 'orphan', slug, locale, lost, file: path });
        else context.print(`${dryRun ? 'would go' : 'removed '}  ${path}  (its ${lost} is gone)`);
        if (!dryRun) rmSync(locate(project, path), { force: true });
      }
  }
  if (context.json) context.print({ type: 'summary', editions: orphans.length, files: { removed: removed.length }, kept });
  else
    context.print(
      orphans.length === 0
        ? 'Every edition has its source and its locale.'
        : `${counted(orphans.length, 'edition')}, ${counted(removed.length, 'file')}; ${counted(kept, 'reviewed sentence')} ${dryRun ? 'would be' : kept === 1 ? 'is' : 'are'} kept in the memory.`,
    );
  return exit.done;
};

/** @returns how many reviewed sentences the memory has gained */
function keep(project: Project, locale: string, orphan: Orphan, dryRun: boolean): number {
  const slug = prunedName(orphan.slug);
  const path = importedFile(project, locale, slug);
  const known = existsSync(locate(project, path)) ? recordAt(project, recordFormat, path).blocks : [];
  const blocks = [...reviewedSentences(withEdits(project, orphan, recordFormat).record), ...known];
  const memory = asOurs({ slug, sourceLocale: project.config.sourceLocale, locale, blocks, additions: [], retired: [] }, slug);
  const gained = count(memory.blocks) - count(known);
  if (gained > 0 && !dryRun) writeAtomic(locate(project, path), recordFormat.write(memory));
  return gained;
}

function count(blocks: EditionRecord['blocks']): number {
  return blocks.reduce((sum, { segments }) => sum + segments.length, 0);
}

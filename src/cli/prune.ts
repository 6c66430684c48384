/** `dragoman prune`: editions and records whose source or locale is gone are shown, then removed. */

import { existsSync } from 'node:fs';
import { recordFormat } from '../adapters.ts';
import { targetsOf } from '../edition/collections.ts';
import { KnownError } from '../errors.ts';
import { removeFile, writeAtomic } from '../files/write.ts';
import { asOurs, reviewedSentences } from '../memory/exchange.ts';
import { prunedName } from '../memory/recall.ts';
import type { EditionRecord } from '../memory/record.ts';
import { droppedLocales, orphansOf } from '../project/orphans.ts';
import { locate, openProject, type Project } from '../project/project.ts';
import { importedFile, recordAt } from '../project/records.ts';
import { withEdits } from '../project/renames.ts';
import { counted } from '../text/counted.ts';
import { type RunCommand, text } from './command.ts';
import { inLines } from './error-lines.ts';
import { exit } from './exit.ts';

export const runPrune: RunCommand = async (_args, options, context) => {
  const project = openProject(context.cwd, context.config);
  const dryRun = options['dry-run'] === true;
  const orphans = orphansOf(project, chosen(project, text(options.to)));
  const removed: string[] = [];
  let kept = 0;
  let unreadable = 0;
  for (const [locale, all] of Map.groupBy(orphans, (orphan) => orphan.locale)) {
    // What is to be kept is written before anything goes.
    const records = all.flatMap((orphan) => {
      try {
        return [{ orphan, record: withEdits(project, orphan, recordFormat) }];
      } catch (error) {
        // What its person has made of it cannot be kept: it stays.
        if (!(error instanceof KnownError)) throw error;
        context.say(inLines(error));
        unreadable++;
        return [];
      }
    });
    for (const { orphan, record } of records) kept += keep(project, locale, orphan.slug, record, dryRun);
    for (const { orphan, record } of records) {
      const { slug, lost, recordFile, file } = orphan;
      const own = record.additions.length;
      for (const path of [file, recordFile]) {
        if (path === undefined) continue;
        removed.push(path);
        const ownOf = path === file && own > 0 ? own : undefined;
        if (context.json) context.print({ type: 'orphan', slug, locale, lost, file: path, ...(ownOf !== undefined && { own: ownOf }) });
        else
          context.print(
            `${dryRun ? 'would go' : 'removed '}  ${path}  (its ${lost} is gone${ownOf === undefined ? '' : `; with ${counted(ownOf, "paragraph of a person's own", "paragraphs of a person's own")}`})`,
          );
        if (!dryRun) removeFile(locate(project, path));
      }
    }
  }
  if (context.json) context.print({ type: 'summary', editions: orphans.length - unreadable, files: { removed: removed.length }, kept });
  else
    context.print(
      orphans.length === 0
        ? 'Every edition has its source and its locale.'
        : `${counted(orphans.length - unreadable, 'edition')}, ${counted(removed.length, 'file')}; ${counted(kept, 'reviewed sentence')} ${dryRun ? 'would be' : kept === 1 ? 'is' : 'are'} kept in the memory.`,
    );
  return unreadable > 0 ? exit.usage : exit.done;
};

/**
 * @param list as `--to` takes it
 * @throws KnownError for a locale that nothing here is of
 */
function chosen(project: Project, list: string | undefined): readonly string[] | undefined {
  const locales = list?.split(',').map((one) => one.trim());
  const known = [...targetsOf(project.config), ...droppedLocales(project)];
  const unknown = locales?.find((locale) => !known.includes(locale));
  if (unknown === undefined) return locales;
  throw new KnownError(`--to: no editions here are in "${unknown}"`, { expected: known.join(', '), got: unknown });
}

/** @returns how many reviewed sentences the memory has gained */
function keep(project: Project, locale: string, of: string, record: EditionRecord, dryRun: boolean): number {
  const slug = prunedName(of);
  const path = importedFile(project, locale, slug);
  const known = existsSync(locate(project, path)) ? recordAt(project, recordFormat, path).blocks : [];
  const blocks = [...reviewedSentences(record), ...known];
  const memory = asOurs({ slug, sourceLocale: record.sourceLocale, locale, blocks, additions: [], retired: [] }, slug);
  const gained = count(memory.blocks) - count(known);
  if (gained > 0 && !dryRun) writeAtomic(locate(project, path), recordFormat.write(memory));
  return gained;
}

function count(blocks: EditionRecord['blocks']): number {
  return blocks.reduce((sum, { segments }) => sum + segments.length, 0);
}

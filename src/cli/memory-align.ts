/** `dragoman memory align`: editions that people translated before Dragoman came get their records. */

import { existsSync } from 'node:fs';
import { recordFormat } from '../adapters.ts';
import { atLevels } from '../checks/levels.ts';
import { readLocalized, readSourceArticle } from '../edition/reading.ts';
import type { ArticleSource } from '../edition/source.ts';
import { writeOptions } from '../edition/writing.ts';
import { KnownError } from '../errors.ts';
import type { Finding } from '../finding.ts';
import { alignEditions, type EditionPair } from '../memory/align.ts';
import { withSource } from '../merge/known.ts';
import { editionPaths, openGlossary } from '../project/disk.ts';
import { readText, writeAtomic } from '../project/files.ts';
import { chosenLocales, chosenSources, locate, openProject, type Project, readProjectFile, recordFile } from '../project/project.ts';
import { type CommandContext, type RunCommand, text } from './command.ts';
import { inLines } from './error-lines.ts';
import { exit } from './exit.ts';
import { findingLine } from './finding-line.ts';

interface Adopted extends EditionPair {
  readonly source: ArticleSource;
  readonly text: string;
}

export const runMemoryAlign: RunCommand = async (slugs, options, context) => {
  const project = openProject(context.cwd);
  // Strings are adopted by their keys, where they are translated.
  const sources = chosenSources(project, slugs).filter((source) => source.format === 'markdown');
  const count = { editions: 0, sentences: 0, aligned: 0, unreadable: 0 };
  for (const locale of chosenLocales(project, text(options.to))) {
    const pairs = sources.flatMap((source) => {
      try {
        return openPair(project, source, locale) ?? [];
      } catch (error) {
        if (!(error instanceof KnownError)) throw error;
        count.unreadable++;
        context.say(inLines(error));
        return [];
      }
    });
    const aligned = alignEditions(pairs, { terms: openGlossary(project, locale).held });
    for (const [at, { record, findings }] of aligned.entries()) {
      const { source, article } = pairs[at] as Adopted;
      const targets = record.blocks.flatMap((block) => block.segments).map((segment) => segment.target);
      count.editions++;
      count.sentences += targets.length;
      count.aligned += targets.filter(
        (target) => target !== undefined && (target.text.length > 0 || target.origin.name !== undefined),
      ).length;
      if (options['dry-run'] !== true)
        writeAtomic(
          locate(project, recordFile(project, source, locale)),
          recordFormat.write(withSource(record, { article, locale }, writeOptions(project, { article, locale }))),
        );
      for (const finding of atLevels(findings, project.config.checks)) show(finding, context);
    }
  }
  if (context.json) context.print({ type: 'summary', ...count });
  else context.print(`${count.editions} editions adopted: ${count.aligned} of ${count.sentences} sentences aligned.`);
  return count.unreadable > 0 ? exit.usage : exit.done;
};

/** An edition without a record; one with a record is Dragoman's already. */
function openPair(project: Project, source: ArticleSource, locale: string): Adopted[] | undefined {
  const { file, recordFile } = editionPaths(project, source, locale);
  if (existsSync(locate(project, recordFile))) return undefined;
  const edition = readProjectFile(project, file);
  if (edition === undefined) return undefined;
  const article = readSourceArticle(project, source, readText(locate(project, source.file), source.file));
  return [{ source, text: edition, file, article, edition: readLocalized(project, source, { text: edition, locale, file }) }];
}

function show(finding: Finding, context: CommandContext): void {
  if (context.json) context.print({ type: 'finding', ...finding });
  else {
    context.print(findingLine(finding, context.color));
    for (const words of [finding.source, finding.target]) if (words !== undefined) context.print(`    ${words}`);
  }
}

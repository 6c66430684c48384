/** Three versions of a project's file become one, by what the file is: a record, a glossary, or a text in a language. */

import { collectionsOf, folderName } from '../edition/collections.ts';
import { stringsCollectionsOf } from '../edition/string-collections.ts';
import type { Finding } from '../finding.ts';
import type { Format } from '../formats/format.ts';
import { mergeGlossaries } from '../glossary/merge.ts';
import { mergeRecords } from '../memory/merge.ts';
import type { EditionRecord } from '../memory/record.ts';
import { mergeTexts } from '../sentences/merge.ts';
import type { Project } from './project.ts';
import { localeIn } from './template.ts';

/** Empty where a side has no such file. */
export interface Versions {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

export interface MergedFile {
  /** With the marks of a conflict where it is not settled. */
  readonly text: string;
  readonly isSettled: boolean;
  readonly findings: readonly Finding[];
}

/**
 * @param file its path below the project, which says what it is
 * @param project undefined where the file is in none
 * @throws KnownError where a record or a glossary is not readable
 */
export function mergeFile(
  file: string,
  versions: Versions,
  project: Pick<Project, 'config'> | undefined,
  recordFormat: Format<EditionRecord>,
): MergedFile {
  const { base, ours, theirs } = versions;
  if (file.endsWith('.xlf') && ours.trim() !== '' && theirs.trim() !== '') {
    const [our, their] = [ours, theirs].map((text) => recordFormat.read(text, file)) as [EditionRecord, EditionRecord];
    const { record, findings } = mergeRecords(base.trim() === '' ? undefined : recordFormat.read(base, file), our, their);
    return { text: recordFormat.write(record), isSettled: true, findings };
  }
  const glossary = file.endsWith('.csv') ? mergeGlossaries(base, ours, theirs, file) : undefined;
  if (glossary !== undefined) return { text: glossary.csv, isSettled: glossary.conflicts.length === 0, findings: [] };
  const { text, conflicts } = mergeTexts(base, ours, theirs, localeOf(file, project));
  return { text, isSettled: conflicts === 0, findings: [] };
}

/** The language that an article's folder names; else the source's. */
function localeOf(file: string, project: Pick<Project, 'config'> | undefined): string {
  if (project === undefined) return 'und';
  const { config } = project;
  const templates = [...stringsCollectionsOf(config), ...collectionsOf(config)].map(({ edition }) => edition);
  const named = templates.flatMap((path) => localeIn(path, file)?.locale ?? []);
  return config.targetLocales.find((locale) => named.includes(folderName(config, locale))) ?? config.sourceLocale;
}

/** Three versions of a project's file become one, by what the file is: a record, a glossary, or a text in a language. */

import type { Text } from '../article.ts';
import { collectionsOf, folderName, slugIn, targetsOf } from '../edition/collections.ts';
import type { Settings } from '../edition/desk.ts';
import { stringsCollectionsOf } from '../edition/string-collections.ts';
import type { Finding } from '../finding.ts';
import type { Format } from '../formats/format.ts';
import { mergeGlossaries } from '../glossary/merge.ts';
import { cutAsKnown } from '../memory/known-sentences.ts';
import { mergeRecords } from '../memory/merge.ts';
import type { EditionRecord } from '../memory/record.ts';
import { shownText } from '../memory/shown-text.ts';
import { mergeTexts } from '../sentences/merge.ts';
import { cutText, sentences } from '../sentences.ts';
import { type Project, recordFile } from './project.ts';
import { readableRecordAt } from './records.ts';
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
export function mergeFile(file: string, versions: Versions, project: Project | undefined, recordFormat: Format<EditionRecord>): MergedFile {
  const { base, ours, theirs } = versions;
  if (file.endsWith('.xlf') && ours.trim() !== '' && theirs.trim() !== '') {
    const [our, their] = [ours, theirs].map((text) => recordFormat.read(text, file)) as [EditionRecord, EditionRecord];
    const { record, findings } = mergeRecords(base.trim() === '' ? undefined : recordFormat.read(base, file), our, their);
    return { text: recordFormat.write(record), isSettled: true, findings };
  }
  const glossary = file.endsWith('.csv') ? mergeGlossaries(base, ours, theirs, file) : undefined;
  if (glossary !== undefined) return { text: glossary.csv, isSettled: glossary.conflicts.length === 0, findings: [] };
  const cut = project === undefined ? (line: string) => sentences(line, 'und') : cutOf(file, project, recordFormat);
  const { text, conflicts } = mergeTexts(base, ours, theirs, cut);
  return { text, isSettled: conflicts === 0, findings: [] };
}

/** Cuts a file's lines by the rules of its language, an edition's also where its record as it is knows that a sentence ends. */
function cutOf(file: string, project: Project, recordFormat: Format<EditionRecord>): (line: string) => string[] {
  const { config } = project;
  const found = [...collectionsOf(config), ...stringsCollectionsOf(config)].flatMap((collection) => {
    const named = localeIn(collection.edition, file);
    const locale = named && targetsOf(config).find((one) => folderName(config, one) === named.locale);
    return locale === undefined ? [] : [{ locale, slug: slugIn(collection, named?.name ?? '') }];
  })[0];
  if (found === undefined) return sentenceCut([], config.sourceLocale, project);
  const { locale, slug } = found;
  const record = readableRecordAt(project, recordFormat, recordFile(project, { format: 'markdown', slug }, locale));
  return sentenceCut(record === undefined ? [] : [record], locale, project);
}

/**
 * Cuts lines of Markdown into sentences.
 * @param records of one edition
 */
export function sentenceCut(records: readonly EditionRecord[], locale: string, { srx }: Settings): (line: string) => string[] {
  const said = records.flatMap(({ blocks }) => blocks.flatMap(({ segments }) => segments.map((segment) => inMarkdown(shownText(segment)))));
  const cut = cutAsKnown(said)((text, to) => cutText(text, to, srx));
  return (line) => cut([line], locale).map(inMarkdown);
}

const inMarkdown = (text: Text): string => text.map((piece) => (typeof piece === 'string' ? piece : piece.source)).join('');

/** Records whose source has gone: a new source with the same words is the old one under another name. */

import type { Article } from '../article.ts';
import type { Former } from '../edition/open.ts';
import { readLocalized } from '../edition/reading.ts';
import type { Source } from '../edition/source.ts';
import type { Format } from '../formats/format.ts';
import { absorb } from '../memory/absorb.ts';
import type { EditionRecord } from '../memory/record.ts';
import { recordOfRenamed } from '../memory/renamed.ts';
import { type Orphan, orphansOf } from './orphans.ts';
import { type Project, readProjectFile } from './project.ts';
import { recordAt } from './records.ts';

interface Vanished {
  readonly orphan: Orphan;
  readonly record: EditionRecord;
}

/**
 * A finder of renamed sources for one locale. The records are read at the first question, and each is given away once.
 * @throws KnownError (when asked) where a record is not readable
 */
export function renameFinder(
  project: Project,
  locale: string,
  recordFormat: Format<EditionRecord>,
): (article: Article, format: Source['format']) => Former | undefined {
  let orphans: Orphan[] | undefined;
  const vanished = new Map<Source['format'], Vanished[]>();
  return (article, format) => {
    orphans ??= orphansOf(project, [locale]);
    const alike =
      vanished.get(format) ??
      orphans
        .filter((orphan) => orphan.format === format)
        .map((orphan) => ({ orphan, record: { ...recordAt(project, recordFormat, orphan.recordFile), slug: orphan.slug } }));
    vanished.set(format, alike);
    const found = recordOfRenamed(
      article,
      alike.map(({ record }) => record),
      format === 'strings',
    );
    const old = alike.find(({ record }) => record.blocks === found?.blocks);
    if (found === undefined || old === undefined) return undefined;
    alike.splice(alike.indexOf(old), 1);
    const { recordFile, file } = old.orphan;
    return {
      record: found,
      files: file === undefined ? [recordFile] : [recordFile, file],
      localized: file === undefined ? undefined : readProjectFile(project, file),
    };
  };
}

/**
 * The record of an edition whose source is gone, with what people have changed in the edition since it was written.
 * @throws KnownError where one of the files is not readable
 */
export function withEdits(project: Project, orphan: Orphan, recordFormat: Format<EditionRecord>): EditionRecord {
  const { slug, locale, recordFile, file } = orphan;
  const record = recordAt(project, recordFormat, recordFile);
  if (file === undefined) return { ...record, slug };
  const localized = readLocalized(project, sourceOf(orphan, file), { text: readProjectFile(project, file) ?? '', locale, file });
  return { ...absorb(record, localized, file).record, slug };
}

function sourceOf({ format, slug }: Orphan, file: string): Source {
  return format === 'strings' ? { format, slug, file } : { format, slug, file, dialect: file.endsWith('.mdx') ? 'mdx' : 'md' };
}

/** Records whose article has gone: a new article with the same words is the old one under another name. */

import { existsSync } from 'node:fs';
import type { Article } from '../article.ts';
import type { Former } from '../edition/open.ts';
import { readLocalized } from '../edition/reading.ts';
import type { ArticleSource } from '../edition/source.ts';
import type { Format } from '../formats/format.ts';
import { absorb } from '../memory/absorb.ts';
import type { EditionRecord } from '../memory/record.ts';
import { recordOfRenamed } from '../memory/renamed.ts';
import { articles, editionFile, locate, type Project, readProjectFile } from './project.ts';
import { articleRecords, recordAt } from './records.ts';

/**
 * A finder of renamed articles for one locale. The records are read at the first question, and each is given away once.
 * @throws KnownError (when asked) where a record is not readable
 */
export function renameFinder(
  project: Project,
  locale: string,
  recordFormat: Format<EditionRecord>,
): (article: Article) => Former | undefined {
  let vanished: Map<string, Former> | undefined;
  return (article) => {
    vanished ??= new Map(orphans(project, locale, recordFormat).map((one) => [one.record.slug, one]));
    const found = recordOfRenamed(
      article,
      [...vanished.values()].map(({ record }) => record),
    );
    if (found === undefined) return undefined;
    const old = [...vanished.values()].find(({ record }) => record.blocks === found.blocks) as Former;
    vanished.delete(old.record.slug);
    return { record: found, files: old.files };
  };
}

function orphans(project: Project, locale: string, recordFormat: Format<EditionRecord>): Former[] {
  const present = new Set(articles(project).map((source) => source.slug));
  return articleRecords(project, locale)
    .filter(({ slug }) => !present.has(slug))
    .map(({ slug, path }) => withEdits(project, { slug, locale, recordFile: path }, recordFormat));
}

/**
 * The record of an edition whose source is gone, with what people have changed in the edition since it was written.
 * @throws KnownError where one of the files is not readable
 */
export function withEdits(
  project: Project,
  { slug, locale, recordFile }: { readonly slug: string; readonly locale: string; readonly recordFile: string },
  recordFormat: Format<EditionRecord>,
): Former {
  const record = recordAt(project, recordFormat, recordFile);
  const edition = (['md', 'mdx'] as const)
    .map((dialect): ArticleSource => ({ format: 'markdown', slug, dialect, file: `x.${dialect}` }))
    .find((source) => existsSync(locate(project, editionFile(project, source, locale))));
  if (edition === undefined) return { record: { ...record, slug }, files: [recordFile] };
  const old = editionFile(project, edition, locale);
  const localized = readLocalized(project, edition, { text: readProjectFile(project, old) ?? '', locale, file: old });
  return { record: { ...absorb(record, localized, old).record, slug }, files: [recordFile, old] };
}

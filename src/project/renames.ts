/** Records whose article has gone: a new article with the same words is the old one under another name. */

import { existsSync } from 'node:fs';
import type { Article } from '../article.ts';
import { absorb } from '../memory/absorb.ts';
import type { EditionRecord } from '../memory/record.ts';
import { recordOfRenamed } from '../memory/renamed.ts';
import type { EditionTools } from './editions.ts';
import { RECORD_BYTES } from './files.ts';
import { articleRecords } from './memories.ts';
import { type ArticleSource, articles, editionFile, locate, type Project, readProjectFile } from './project.ts';
import { readLocalized } from './reading.ts';

export interface Renamed {
  /** Under the new slug, with what people changed in the old edition. */
  readonly record: EditionRecord;
  /** What stays behind under the old name, relative to the project. */
  readonly files: readonly string[];
}

/**
 * A finder of renamed articles for one locale. The records are read at the first question, and each is given away once.
 * @throws KnownError (when asked) where a record is not readable
 */
export function renameFinder(
  project: Project,
  locale: string,
  tools: Pick<EditionTools, 'recordFormat'>,
): (article: Article) => Renamed | undefined {
  let vanished: Map<string, Renamed> | undefined;
  return (article) => {
    vanished ??= new Map(orphans(project, locale, tools).map((one) => [one.record.slug, one]));
    const found = recordOfRenamed(
      article,
      [...vanished.values()].map(({ record }) => record),
    );
    if (found === undefined) return undefined;
    const old = [...vanished.values()].find(({ record }) => record.blocks === found.blocks) as Renamed;
    vanished.delete(old.record.slug);
    return { record: found, files: old.files };
  };
}

function orphans(project: Project, locale: string, tools: Pick<EditionTools, 'recordFormat'>): Renamed[] {
  const present = new Set(articles(project).map((source) => source.slug));
  return articleRecords(project, locale)
    .filter(({ slug }) => !present.has(slug))
    .map(({ slug, path: file }) => {
      const record = tools.recordFormat.read(readProjectFile(project, file, RECORD_BYTES) ?? '', file);
      const edition = (['md', 'mdx'] as const)
        .map((dialect): ArticleSource => ({ format: 'markdown', slug, dialect, file: `x.${dialect}` }))
        .find((source) => existsSync(locate(project, editionFile(project, source, locale))));
      if (edition === undefined) return { record: { ...record, slug }, files: [file] };
      const old = editionFile(project, edition, locale);
      const localized = readLocalized(project, edition, locale, readProjectFile(project, old) ?? '');
      return { record: { ...absorb(record, localized, old).record, slug }, files: [file, old] };
    });
}

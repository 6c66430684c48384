/** Sentences of which somebody has said that they are right without a term of the glossary. */

import { checks, recordFormat } from '../adapters.ts';
import type { Text } from '../article.ts';
import { waiversOf } from '../checks/waivers.ts';
import { waiversIn } from '../edition/check-edition.ts';
import { openOne } from '../edition/open-one.ts';
import { KnownError } from '../errors.ts';
import { openDisk } from '../project/disk.ts';
import { type Project, sources } from '../project/project.ts';
import { toFragment } from '../text.ts';

/**
 * Articles are opened as they are asked for, each once.
 * @returns whether `terms` is waived for a sentence, in its source or in its record; not where the article cannot be read
 */
export function waivedTerms(project: Project, locale: string): (slug: string, source: Text) => boolean {
  const disk = openDisk(project, { recordFormat, checks });
  const known = new Map<string, ReadonlySet<string>>();
  let bySlug: ReturnType<typeof sourcesBySlug> | undefined;
  const waivedIn = (slug: string): ReadonlySet<string> => {
    bySlug ??= sourcesBySlug(project);
    const source = bySlug.get(slug);
    if (source === undefined) return new Set();
    const text = disk.readSource(source);
    const { record = '' } = disk.read(disk.editionPaths(source, locale));
    // Most articles have no waiver, and need not be opened.
    if (!text.includes('dragoman:allow') && !record.includes('dragoman:waiver')) return new Set();
    const { open } = openOne(disk, source, locale, { memory: false });
    const { article } = open.edition;
    const isWaived = waiversOf(article, waiversIn(open));
    return new Set(
      article.blocks.flatMap(({ segments }) => segments.flatMap((one) => (isWaived('terms', one.id) ? [toFragment(one.text)] : []))),
    );
  };
  return (slug, source) => {
    const waived = known.get(slug) ?? readable(() => waivedIn(slug));
    known.set(slug, waived);
    return waived.has(toFragment(source));
  };
}

const sourcesBySlug = (project: Project) => new Map(sources(project).map((source) => [source.slug, source]));

/** What cannot be read is told of by the run itself. */
function readable(read: () => ReadonlySet<string>): ReadonlySet<string> {
  try {
    return read();
  } catch (error) {
    if (error instanceof KnownError) return new Set();
    throw error;
  }
}

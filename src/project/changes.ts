/** Targets that differ from those of an earlier revision: what a change of the glossary did to the editions. */

import type { Source } from '../edition/source.ts';
import { KnownError } from '../errors.ts';
import type { Format } from '../formats/format.ts';
import type { EditionRecord } from '../memory/record.ts';
import { words } from '../text.ts';
import { type Project, readProjectFile, recordFile } from './project.ts';

/** A target before and after. */
export interface TargetChange {
  readonly slug: string;
  readonly locale: string;
  readonly before: string;
  readonly after: string;
}

/**
 * @param fileAt a project file as it stood then, or undefined
 * @returns changed targets of sentences that stood then too, in the order of the editions
 */
export async function targetsChanged(
  project: Project,
  format: Format<EditionRecord>,
  editions: readonly (Pick<Source, 'format' | 'slug'> & { readonly locale: string })[],
  fileAt: (file: string) => Promise<string | undefined>,
): Promise<TargetChange[]> {
  const changes: TargetChange[] = [];
  for (const { locale, ...source } of editions) {
    const { slug } = source;
    const file = recordFile(project, source, locale);
    const [now, then] = [readProjectFile(project, file), await fileAt(file)];
    if (now === undefined || then === undefined || now === then) continue;
    const before = targetsOf(format, then, file);
    for (const [id, after] of targetsOf(format, now, file)) {
      const was = before.get(id);
      if (was !== undefined && was !== after) changes.push({ slug, locale, before: was, after });
    }
  }
  return changes;
}

/** Plain words by segment; an unreadable record of an old revision has none. */
function targetsOf(format: Format<EditionRecord>, text: string, file: string): Map<string, string> {
  try {
    const segments = format.read(text, file).blocks.flatMap((block) => block.segments);
    return new Map(segments.flatMap(({ id, target }) => (target === undefined ? [] : [[id, words(target.text)] as const])));
  } catch (error) {
    if (error instanceof KnownError) return new Map();
    throw error;
  }
}

/** A correction in a project: the glossary's file before and after, and the segments of its records that it affects. */

import { type Affected, lettersOf, planCorrection, type RecordedTarget } from '../edition/correction.ts';
import type { Format } from '../formats/format.ts';
import { parseGlossary, removeTerm, setTerm } from '../glossary/csv.ts';
import { heldTerms } from '../glossary/held.ts';
import type { Term } from '../glossary/term.ts';
import type { EditionRecord } from '../memory/record.ts';
import { openMemories } from './memories.ts';
import { FORMATS, glossaryFile, type Project, readProjectFile, recordFile } from './project.ts';

/** A term as it shall be; without a target it goes. */
export interface TermChange {
  readonly locale: string;
  readonly term: Pick<Term, 'source'> & Partial<Term>;
}

export interface Correction {
  /** Relative to the project. */
  readonly file: string;
  /** The glossary's text as it will be; the same as now where nothing changes. */
  readonly csv: string;
  readonly isChanged: boolean;
  /** The former target. */
  readonly former: string | undefined;
  readonly affected: readonly Affected[];
}

/**
 * What a change would do. Nothing is written but the memory's index.
 * @throws KnownError where the glossary is not usable
 */
export function foreseeCorrection(project: Project, recordFormat: Format<EditionRecord>, { locale, term }: TermChange): Correction {
  const file = glossaryFile(project, locale);
  const now = readProjectFile(project, file) ?? '';
  const csv = term.target === undefined ? removeTerm(now, term.source, file) : setTerm(now, term, file);
  const before = now.trim() === '' ? [] : parseGlossary(now, file);
  const after = csv.trim() === '' ? [] : parseGlossary(csv, file);
  const former = heldTerms(before).find(({ source }) => source === term.source);
  const current = after.find(({ source }) => source === term.source) ?? former;
  const memories = openMemories(project, recordFormat);
  try {
    const { letters, sameCase } = lettersOf(current ?? term);
    const segments = memories.memoryFor(locale).holding(letters, sameCase);
    const affected = planCorrection(ofRecords(project, locale, segments), {
      from: project.config.sourceLocale,
      to: locale,
      source: term.source,
      held: heldTerms(after),
    });
    return { file, csv, isChanged: csv !== now, former: former?.target, affected };
  } finally {
    memories.close();
  }
}

/** Without the memories that came from elsewhere: those are no editions. */
function* ofRecords(
  project: Project,
  locale: string,
  segments: Iterable<RecordedTarget & { readonly path: string }>,
): Generator<RecordedTarget> {
  for (const segment of segments)
    if (FORMATS.some((format) => segment.path === recordFile(project, { format, slug: segment.slug }, locale))) yield segment;
}

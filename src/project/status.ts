/** How an edition on disk stands against its source and its glossary, and why. */

import type { Article } from '../article.ts';
import { type Reason, statusOf } from '../edition/status.ts';
import { writtenEdition } from '../edition/writing.ts';
import { KnownError } from '../errors.ts';
import { words } from '../text.ts';
import { type EditionTools, type Glossary, type OpenEdition, openEdition, openGlossary } from './editions.ts';
import type { Project, Source } from './project.ts';
import { openSource } from './reading.ts';

/** `hand-made`: a localized file without a record, which has to be adopted first. */
export type EditionState = 'fresh' | 'stale' | 'missing' | 'hand-made';

export interface EditionStatus {
  readonly state: EditionState;
  /** Why it is not fresh: by segment (`correction`: one of the source that it does not have yet), or `file` where the file is not what record and source give (a person's edit, a setting). */
  readonly reasons: readonly {
    readonly why: Reason | 'file' | 'no record' | 'correction';
    readonly segment?: string;
    readonly source?: string;
  }[];
  readonly segments: number;
  /** Segments whose target a person has reviewed. */
  readonly reviewed: number;
}

function editionStatus(project: Project, open: OpenEdition, glossary: Glossary): EditionStatus {
  const { article } = open.edition;
  const { segments, reviewed, ...recorded } = statusOf(article, open.recorded, glossary.touching);
  const counts = { segments, reviewed };
  if (open.recorded === undefined && open.text !== undefined) return { state: 'hand-made', reasons: [{ why: 'no record' }], ...counts };
  if (open.text === undefined) return { state: 'missing', reasons: [{ why: 'file' }], ...counts };
  const corrections = new Set(article.blocks.filter(({ path }) => /^corrections?\b/.test(path ?? '')).flatMap((block) => block.segments));
  const reasons = recorded.reasons.map(({ segment, reason }) => {
    return { why: corrections.has(segment) ? ('correction' as const) : reason, segment: segment.id, source: words(segment.text) };
  });
  if (reasons.length > 0) return { state: recorded.state, reasons, ...counts };
  return writtenEdition(project, open.source, open.edition) === open.text
    ? { state: 'fresh', reasons: [], ...counts }
    : { state: 'stale', reasons: [{ why: 'file' }], ...counts };
}

export interface StandingEdition {
  readonly open: OpenEdition;
  readonly glossary: Glossary;
  readonly status: EditionStatus;
}

/**
 * Every edition of the sources, as it stands.
 * @param onUnreadable what becomes of an article that cannot be read; the others go on
 */
export function* standingEditions(
  project: Project,
  tools: EditionTools,
  chosen: { readonly sources: readonly Source[]; readonly locales: readonly string[] },
  onUnreadable: (error: KnownError) => void,
): Generator<StandingEdition> {
  const glossaries = chosen.locales.map((locale) => [locale, openGlossary(project, locale)] as const);
  for (const source of chosen.sources) {
    try {
      const articles = openSource(project, source, chosen.locales);
      for (const [locale, glossary] of glossaries) {
        const article = articles.get(locale) as Article;
        const open = openEdition(project, source, article, locale, { glossary, tools });
        yield { open, glossary, status: editionStatus(project, open, glossary) };
      }
    } catch (error) {
      if (!(error instanceof KnownError)) throw error;
      onUnreadable(error);
    }
  }
}

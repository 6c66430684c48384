/** One term corrected in a project: what it would do, and doing it, for the command line and for the translator's page. */

import { openEngine, recordFormat } from '../adapters.ts';
import { engineChainFor } from '../config.ts';
import { sourceLocaleOf, sourceLocalesOf } from '../edition/collections.ts';
import { afterCorrection, type Correction, foreseeCorrection, type Resent, type TermChange } from '../edition/correction.ts';
import { type Event, emptySummary, type Summary } from '../edition/summary.ts';
import { translateEditions } from '../edition/translate.ts';
import { KnownError } from '../errors.ts';
import { writeAtomic } from '../files/write.ts';
import { type Memories, openMemories } from '../project/memories.ts';
import { glossaryFile, locate, type Project, readProjectFile, sources } from '../project/project.ts';
import { allOf } from '../project/selection.ts';
import type { LanguagePair } from '../queue/jobs/job.ts';
import { inSession, type SessionOptions } from './session.ts';
import { waivedTerms } from './waived.ts';

type Holding = Parameters<typeof foreseeCorrection>[3];

/** What records hold of a pair of languages. */
function withHolding<Result>(project: Project, { from, to }: LanguagePair, work: (holding: Holding) => Result, given?: Memories): Result {
  const memories = given ?? openMemories(project, recordFormat);
  // A memory is a target locale's: where articles are in several languages, theirs alone are meant.
  const slugs = sourceLocalesOf(project.config).length === 1 ? undefined : slugsIn(project, from);
  const isWaived = waivedTerms(project, to);
  try {
    return work((letters, sameCase) => {
      const segments = memories.recordedHolding(to, letters, sameCase);
      return (slugs === undefined ? segments : segments.filter(({ slug }) => slugs.has(slug))).map((one) => ({
        ...one,
        isWaived: () => isWaived(one.slug, one.source),
      }));
    });
  } finally {
    if (given === undefined) memories.close();
  }
}

const slugsIn = (project: Project, locale: string): ReadonlySet<string> =>
  new Set(sources(project).flatMap((source) => (sourceLocaleOf(project.config, source) === locale ? [source.slug] : [])));

/**
 * What a change would do; nothing is written but the memory's index.
 * @param memories already open, and up to date; else they are opened for this
 */
export function foreseeTerm(project: Project, pair: LanguagePair, term: TermChange, memories?: Memories): Correction {
  const file = glossaryFile(project, pair.to, pair.from);
  const glossary = { file, csv: readProjectFile(project, file) ?? '' };
  return withHolding(project, pair, (holding) => foreseeCorrection(term, glossary, pair, holding), memories);
}

/**
 * In dollars a million characters; undefined where the engine is not to be had here.
 * @param given an engine instead of the locale's first one
 */
export async function pricePerMillion(project: Project, locale: string, given?: string): Promise<number | undefined> {
  const name = given ?? engineChainFor(project.config, locale)[0];
  try {
    const engine = await openEngine(project, name ?? '');
    await engine.close?.();
    return engine.pricePerMillionCharacters ?? 0;
  } catch (error) {
    if (error instanceof KnownError) return undefined;
    throw error;
  }
}

interface ApplyOptions {
  readonly session: Omit<SessionOptions, 'lock'>;
  readonly signal: AbortSignal;
  readonly onEvent?: (event: Event) => void;
}

/**
 * Writes the glossary, and brings the editions that hold affected segments up to date; the rest of them is recalled. The caller holds the
 * checkout's lock.
 * @returns also what an engine has made of those that no rule corrects, now or before
 */
export async function applyCorrection(
  project: Project,
  pair: LanguagePair,
  term: TermChange,
  correction: Correction,
  { session, signal, onEvent = () => {} }: ApplyOptions,
): Promise<{ readonly summary: Summary; readonly resent: readonly Resent[] }> {
  if (correction.isChanged) writeAtomic(locate(project, correction.file), correction.csv);
  const slugs = new Set(correction.affected.filter(({ action }) => action !== 'reviewed').map(({ slug }) => slug));
  const chosen = sources(project).filter(({ slug }) => slugs.has(slug));
  const survey = { stale: allOf(project, chosen, [pair.to]), passed: [], articles: 0 };
  const summary =
    slugs.size === 0
      ? emptySummary()
      : await inSession(project, [pair.to], { ...session, lock: 'held' }, (tools) => translateEditions(tools, { survey, signal, onEvent }));
  return { summary, resent: withHolding(project, pair, (holding) => afterCorrection(term, correction, pair, holding)) };
}

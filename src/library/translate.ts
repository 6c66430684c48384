/** `dragoman/translate`: the main job from a program. */

import { type Event, type Summary, withWithheld } from '../edition/summary.ts';
import { translateEditions as bringUpToDate } from '../edition/translate.ts';
import { chosenLocales, chosenSources, openProject } from '../project/project.ts';
import { planOf } from '../project/selection.ts';
import { inSession } from '../session/session.ts';

export type { EditionOutcome, Event, Failure, Summary, WithheldCounts } from '../edition/summary.ts';
export type {
  BatchedAnswer,
  DraftRepair,
  Engine,
  EngineBatches,
  EngineCharge,
  EngineLimits,
  EngineRemarks,
  EngineRequest,
  TextContext,
} from '../engines/engine.ts';
export { EngineError, type EngineErrorKind, KnownError } from '../errors.ts';
export type { Finding, FindingName, Level, Wording } from '../finding.ts';

export interface TranslateOptions {
  /** A folder of the project. */
  readonly cwd: string;
  /** All articles where none is named. */
  readonly slugs?: readonly string[];
  /** All target locales where none is named. */
  readonly locales?: readonly string[];
  /** Instead of the configured engines. */
  readonly engine?: string;
  readonly dryRun?: boolean;
  /** Drafts and embargoed articles too. */
  readonly drafts?: boolean;
  /** Stops sending; what comes back is kept. */
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: Event) => void;
}

/**
 * Brings editions up to date, as `dragoman translate` does.
 * @throws KnownError for a project, a slug, a locale or an engine that is not usable; what goes wrong with one edition is in `failures`
 */
export function translate(options: TranslateOptions): Promise<Summary> {
  const project = openProject(options.cwd);
  const sources = chosenSources(project, options.slugs ?? []);
  const locales = chosenLocales(project, options.locales?.join(','));
  const { engine, dryRun = false, signal = new AbortController().signal, onEvent } = options;
  return inSession(project, locales, { command: 'translate', engine }, async (tools) => {
    const selection = {
      drafts: options.drafts === true,
      isNamed: options.slugs !== undefined && options.slugs.length > 0,
      now: Date.now(),
    };
    const { survey, withheld } = await planOf(project, sources, locales, { ...selection, freshness: tools.freshness });
    const summary = await bringUpToDate(tools, { survey, dryRun, signal, ...(onEvent !== undefined && { onEvent }) });
    return withWithheld(summary, withheld);
  });
}

/** The engine of `secondOpinion`: behind a queue of its own, so that neither its troubles nor its bill are those of the translation. */

import { builtInEngines, openEngine } from '../adapters.ts';
import type { SecondEngine } from '../edition/translate.ts';
import type { Engine } from '../engines/engine.ts';
import { KnownError } from '../errors.ts';
import type { Project } from '../project/project.ts';
import { pairName } from '../queue/jobs/job.ts';
import type { Queue } from '../queue/queue.ts';
import type { EngineChoice } from './draft.ts';

export interface OpenSecondEngine extends SecondEngine {
  readonly close: () => Promise<void>;
}

/**
 * @param choices the pairs of languages of the run
 * @param engines those that the run has open, by name; one of them is shared, and the caller's to close
 * @param onLack told, each reason once, why sentences have no second opinion
 * @returns undefined where none is configured, or the engine cannot be opened here
 * @throws KnownError for a name that is no engine's
 */
export async function openSecondEngine(
  project: Project,
  choices: readonly Pick<EngineChoice, 'from' | 'locale'>[],
  engines: ReadonlyMap<string, Engine>,
  openQueue: (engine: Engine) => Promise<Queue>,
  onLack: (message: string) => void,
): Promise<OpenSecondEngine | undefined> {
  const name = project.config.secondOpinion;
  if (name === undefined) return undefined;
  refuseUnknown(project, name);
  const told = new Set<string>();
  const lack = (why: unknown): void => {
    const message = `No second opinion: ${why instanceof Error ? why.message : String(why)}${helpOf(why)}`;
    if (!told.has(message)) onLack(message);
    told.add(message);
  };
  try {
    const shared = engines.get(name);
    const engine = shared === undefined ? await openEngine(project, name) : withoutClose(shared);
    const able = new Set<string>();
    for (const { from, locale } of choices) {
      const refused = engine.refuses?.(from, locale);
      if (refused === undefined) able.add(pairName({ from, to: locale }));
      else lack(refused);
    }
    const queue = await openQueue(engine);
    return {
      queueFor: (locale, from = project.config.sourceLocale) => (able.has(pairName({ from, to: locale })) ? queue : undefined),
      usage: () => queue.usage,
      onFailure: lack,
      close: async () => void (await queue.close?.()),
    };
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    lack(error);
    return undefined;
  }
}

/** A misspelled name is a mistake in the configuration, and no engine that is away. */
function refuseUnknown({ config }: Project, name: string): void {
  const known = [...new Set([...builtInEngines, ...Object.keys(config.engines)])];
  if (known.includes(name)) return;
  throw new KnownError(`"secondOpinion" names no engine`, {
    expected: `one of ${known.join(', ')}`,
    got: `"${name}"`,
    help: 'Correct "secondOpinion" in the configuration.',
  });
}

function withoutClose(engine: Engine): Engine {
  return Object.assign(Object.create(engine) as Engine, { close: async () => {} });
}

const helpOf = (why: unknown): string => (why instanceof Error && 'help' in why && typeof why.help === 'string' ? `. ${why.help}` : '');

/** On a terminal, `translate` offers the models that a better engine lacks: once, with their size and licence. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Clock, systemClock } from '../clock.ts';
import { engineChainFor } from '../config.ts';
import { type Installation, MODEL_LICENSE, missingModels } from '../engines/bergamot/models.ts';
import type { Registry } from '../engines/bergamot/registry.ts';
import { modelStorage } from '../engines/bergamot.ts';
import { readIfThere } from '../files/bytes.ts';
import { writeAtomic } from '../files/write.ts';
import { cacheFolder, type Project } from '../project/project.ts';
import { type LanguagePair, pairName } from '../queue/jobs/job.ts';
import { plannedPairs } from '../session/choices.ts';
import type { CommandContext } from './command.ts';
import { installAll, megabytes } from './engines-install.ts';
import { isYes } from './questions.ts';

/** Milliseconds for the registry: a person waits, and without a network the run goes on with what is installed. */
const PATIENCE = 8_000;

/** What a registry lacks may be there next week (ms), and a network sooner. */
const LACKING = 7 * 24 * 60 * 60 * 1000;
const UNREACHABLE = 60 * 60 * 1000;

/**
 * Asks, and installs on a yes. A no is remembered in the cache folder, and for a while that a registry lacks a pair or cannot be
 * reached: that is passed over, for the run itself says which engine it takes and how to get the better one.
 */
export async function offerModels(
  project: Project,
  locales: readonly string[],
  context: CommandContext,
  clock: Clock = systemClock,
): Promise<void> {
  const { config } = project;
  const declined = join(cacheFolder(project), 'models-declined');
  if (existsSync(declined)) return;
  const place = modelStorage(config.engines.bergamot ?? {}, project.root, context.env);
  const asked = askedOf(project, place.registry, clock);
  const wanted = plannedPairs(project, locales).filter(
    (pair) => !asked.includes(pairName(pair)) && (config.secondOpinion === 'bergamot' || engineChainFor(config, pair.to)[0] === 'bergamot'),
  );
  const signal = AbortSignal.any([context.signal, AbortSignal.timeout(PATIENCE)]);
  const lacking = new Map<string, Installation>();
  let registry: Registry | undefined;
  for (const [from, pairs] of Map.groupBy(wanted, (pair) => pair.from)) {
    const targets = pairs.map(({ to }) => to);
    const found = await missingModels(place, from, targets, signal).catch(() => undefined);
    if (context.signal.aborted) return;
    if (found === undefined) remember(project, place.registry, pairs, clock.now() + UNREACHABLE);
    if (found?.registry === undefined) continue;
    registry = found.registry;
    for (const one of found.missing) lacking.set(one.direction, one);
    if (found.without.length === 0) continue;
    context.say(`The embedded engine has no model for ${from} -> ${found.without.join(', ')}; its list is asked again in a week.`);
    const without = found.without.map((to) => ({ from, to }));
    remember(project, place.registry, without, clock.now() + LACKING);
  }
  if (registry === undefined || lacking.size === 0) return;
  const missing = [...lacking.values()];
  const size = missing.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0);
  const names = missing.map(({ direction }) => direction.replace('>', ' -> ')).join(', ');
  const needs = `${names}: the embedded engine needs ${missing.length === 1 ? 'a model' : 'models'} (${megabytes(size)}, ${MODEL_LICENSE})`;
  if (await isYes(`${needs}. Install now? [Y/n] `, true, context.signal)) await installAll(missing, registry, place, context);
  else writeAtomic(declined, 'Delete this file to be asked again.\n');
}

const askedSchema = z.record(z.string(), z.record(z.string(), z.number()));

/** By registry and pair: until when (ms since 1970) it is not asked again. */
type Asked = z.infer<typeof askedSchema>;

const askedFile = (project: Project) => join(cacheFolder(project), 'models-asked.json');

function readAsked(project: Project): Asked {
  try {
    return askedSchema.parse(JSON.parse(readIfThere(askedFile(project)) ?? '{}'));
  } catch {
    // A cache that cannot be read is none.
    return {};
  }
}

/** The pairs that a registry is not asked for now. */
function askedOf(project: Project, registry: string, clock: Clock): string[] {
  const until = readAsked(project)[registry] ?? {};
  return Object.keys(until).filter((pair) => (until[pair] as number) > clock.now());
}

function remember(project: Project, registry: string, pairs: readonly LanguagePair[], until: number): void {
  const asked = readAsked(project);
  const renewed = { ...asked, [registry]: { ...asked[registry], ...Object.fromEntries(pairs.map((pair) => [pairName(pair), until])) } };
  writeAtomic(askedFile(project), `${JSON.stringify(renewed)}\n`);
}

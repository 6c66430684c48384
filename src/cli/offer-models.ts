/** On a terminal, `translate` offers the models that a better engine lacks: once, with their size and licence. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { engineChainFor } from '../config.ts';
import { MODEL_LICENSE, missingModels } from '../engines/bergamot/models.ts';
import { modelStorage } from '../engines/bergamot.ts';
import { writeAtomic } from '../files/write.ts';
import { cacheFolder, type Project } from '../project/project.ts';
import type { CommandContext } from './command.ts';
import { installAll, megabytes } from './engines-install.ts';
import { isYes } from './questions.ts';

/** Milliseconds for the registry: a person waits, and without a network the run goes on with what is installed. */
const PATIENCE = 8_000;

/**
 * Asks, and installs on a yes. A no is remembered in the cache folder; a registry that cannot be reached is passed over, for the
 * run itself says which engine it takes and how to get the better one.
 */
export async function offerModels(project: Project, locales: readonly string[], context: CommandContext): Promise<void> {
  const { config } = project;
  const wanted = locales.filter((locale) => config.secondOpinion === 'bergamot' || engineChainFor(config, locale)[0] === 'bergamot');
  const declined = join(cacheFolder(project), 'models-declined');
  if (wanted.length === 0 || existsSync(declined)) return;
  const place = modelStorage(config.engines.bergamot ?? {}, project.root, context.env);
  const signal = AbortSignal.any([context.signal, AbortSignal.timeout(PATIENCE)]);
  const found = await missingModels(place, config.sourceLocale, wanted, signal).catch(() => undefined);
  if (found?.registry === undefined || found.missing.length === 0) return;
  const size = found.missing.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0);
  const names = found.missing.map(({ direction }) => direction.replace('>', ' -> ')).join(', ');
  const needs = `${names}: the embedded engine needs ${found.missing.length === 1 ? 'a model' : 'models'} (${megabytes(size)}, ${MODEL_LICENSE})`;
  if (await isYes(`${needs}. Install now? [Y/n] `, true, context.signal)) await installAll(found.missing, found.registry, place, context);
  else writeAtomic(declined, 'Delete this file to be asked again.\n');
}

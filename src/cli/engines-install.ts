/** `dragoman engines install`: models of the embedded engine, downloaded, checked and pinned. */

import { isLocale } from '../config/locale.ts';
import { targetsOf } from '../edition/collections.ts';
import { type Installation, install, MODEL_LICENSE, missingModels, noModel, openModels } from '../engines/bergamot/models.ts';
import { PINS_FILE } from '../engines/bergamot/pins.ts';
import type { Registry } from '../engines/bergamot/registry.ts';
import { modelStorage } from '../engines/bergamot.ts';
import { KnownError } from '../errors.ts';
import { openProject, type Project } from '../project/project.ts';
import type { LanguagePair } from '../queue/jobs/job.ts';
import { plannedPairs } from '../session/choices.ts';
import { type CommandContext, type RunCommand, text } from './command.ts';
import { exit } from './exit.ts';

export const runEnginesInstall: RunCommand = async (args, options, context) => {
  const project = openProject(context.cwd, context.config);
  const given = text(options.from);
  const unknown = [...(given === undefined ? [] : [given]), ...args].find((locale) => !isLocale(locale));
  if (unknown !== undefined)
    throw new KnownError(`"${unknown}" is not a locale`, {
      expected: 'BCP 47 locales such as es pt-BR',
      got: unknown,
      help: 'Correct the locale.',
    });
  const pairs = askedPairs(project, given, args);
  const entry = { ...project.config.engines.bergamot, ...(options.offline === true && { offline: true }) };
  const place = modelStorage(entry, project.root, context.env);
  let installed = 0;
  let lack: KnownError | undefined;
  for (const [from, own] of Map.groupBy(pairs, (pair) => pair.from)) {
    const targets = own.map(({ to }) => to);
    const { registry, missing, without } = await missingModels(place, from, targets, context.signal);
    if (registry === undefined) continue;
    await installAll(missing, registry, place, context);
    installed += missing.length;
    if (without.length > 0) lack ??= noModel(registry, from, without);
  }
  const models = openModels(place);
  for (const direction of pairs.flatMap(({ from, to }) => models.route(from, to) ?? [])) await models.ensure(direction, context.signal);
  if (installed > 0 && !context.json)
    context.print(`${PINS_FILE} pins ${installed === 1 ? 'it' : 'them'} by hash. Commit it: every machine then has the same bytes.`);
  if (lack !== undefined) throw lack;
  if (context.json) context.print({ type: 'summary', installed, models: pairs.length });
  else if (installed === 0)
    context.print(`Nothing to install: ${PINS_FILE} has ${pairs.map(({ from, to }) => `${from} -> ${to}`).join(', ')}.`);
  return exit.done;
};

/** Those of the project, where nobody names a language. */
function askedPairs(project: Project, given: string | undefined, targets: readonly string[]): readonly LanguagePair[] {
  if (given === undefined && targets.length === 0) return plannedPairs(project, targetsOf(project.config));
  const from = given ?? project.config.sourceLocale;
  return (targets.length === 0 ? targetsOf(project.config) : targets).filter((to) => to !== from).map((to) => ({ from, to }));
}

/** Downloads and pins; a direction that is done stays done when a later one fails. */
export async function installAll(
  missing: readonly Installation[],
  registry: Registry,
  place: Parameters<typeof install>[0],
  context: Pick<CommandContext, 'json' | 'print' | 'say' | 'signal'>,
): Promise<void> {
  for (const one of missing) {
    const pin = await install(place, registry, one, context.signal);
    const bytes = pin.model.bytes + pin.shortlist.bytes + pin.vocabularies.reduce((sum, file) => sum + file.bytes, 0);
    if (context.json) context.print({ type: 'model', direction: one.direction, bytes, sha256: pin.model.sha256, license: MODEL_LICENSE });
    else context.say(`${one.direction}: ${megabytes(bytes)}, ${MODEL_LICENSE}, model ${pin.model.sha256.slice(0, 12)}`);
  }
}

export const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

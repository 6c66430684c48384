/** `dragoman watch`: translates on save. */

import { join } from 'node:path';
import { watch } from 'chokidar';
import { collectionsOf, folderName, sourceLocalesOf } from '../edition/collections.ts';
import type { Source } from '../edition/source.ts';
import { stringsCollectionsOf } from '../edition/string-collections.ts';
import { withWithheld } from '../edition/summary.ts';
import { translateEditions } from '../edition/translate.ts';
import { KnownError } from '../errors.ts';
import { chosenLocales, glossaryFiles, openProject, type Project, sources } from '../project/project.ts';
import { keepReleases } from '../project/releases.ts';
import { planOf } from '../project/selection.ts';
import { folderOf } from '../project/template.ts';
import { inSession } from '../session/session.ts';
import { refusedCost } from './ask-cost.ts';
import { type CommandContext, type RunCommand, text } from './command.ts';
import { inLines } from './error-lines.ts';
import { exit } from './exit.ts';
import { waiting } from './holding.ts';
import { createProgress } from './progress.ts';
import { stopped } from './stopped.ts';

/** An editor's save is several events; milliseconds after the last of them. */
const SETTLED = 150;

export const runWatch: RunCommand = async (_args, options, context) => {
  const { signal } = context;
  const project = openProject(context.cwd, context.config);
  const locales = chosenLocales(project, text(options.to));
  const engine = text(options.engine);
  const bringUpToDate = (chosen: readonly Source[], asks = false) => once(project, chosen, { locales, engine, asks }, context);
  const glossaries = new Set(locales.flatMap((locale) => glossaryFiles(project, locale).map((file) => join(project.root, file))));
  const { config } = project;
  const templates = [...collectionsOf(config), ...stringsCollectionsOf(config)].map(({ source }) => source);
  const names = sourceLocalesOf(config).map((locale) => folderName(config, locale));
  const folders = [...new Set(templates.flatMap((path) => names.map((name) => folderOf(path, name))))];

  // What a save sends is small; what has waited until now may not be.
  if (!(await bringUpToDate(sources(project), options.yes !== true))) return exit.budget;
  const watcher = watch([...folders.map((folder) => join(project.root, folder)), ...glossaries], { ignoreInitial: true });
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  const chosenOf = (saved: ReadonlySet<string>): readonly Source[] => {
    const all = sources(project);
    // A glossary may touch any article; what it does not touch costs a look at its stamps.
    return [...saved].some((file) => glossaries.has(file)) ? all : all.filter((source) => saved.has(join(project.root, source.file)));
  };
  const flush = () => {
    const saved = new Set(changed);
    try {
      const chosen = chosenOf(saved);
      changed.clear();
      if (chosen.length > 0) running = running.then(() => bringUpToDate(chosen));
    } catch (error) {
      if (!(error instanceof KnownError)) throw error;
      // Two sources of one edition, for example: what was saved is done with the save that settles it.
      context.say(inLines(error));
    }
  };
  watcher.on('all', (_event, path) => {
    changed.add(path);
    clearTimeout(timer);
    timer = setTimeout(flush, SETTLED);
  });
  await new Promise<void>((ready) => watcher.on('ready', ready));
  if (context.json) context.print({ type: 'watching', folders });
  else context.say(`Watching ${folders.join(' and ')}; Ctrl-C ends it.`);
  await stopped(signal);
  clearTimeout(timer);
  await watcher.close();
  await running;
  return exit.done;
};

/**
 * A mistake in a file is told, and the watch goes on.
 * @param run.asks whether a run above the limits of cost is asked for first
 * @returns false where it was not wanted
 */
async function once(
  project: Project,
  chosen: readonly Source[],
  { locales, engine, asks }: { readonly locales: readonly string[]; readonly engine: string | undefined; readonly asks: boolean },
  context: CommandContext,
): Promise<boolean> {
  const progress = createProgress(context);
  // A save that meets another command at work is done after it, however long that takes.
  const lock = { ...waiting(context, Number.POSITIVE_INFINITY), signal: context.signal };
  const { onQueueEvent: onEvent, onLost, onUnreadable, onChosen, onNoOpinion } = progress;
  const session = { command: 'watch', lock, engine, onEvent, onLost, onUnreadable, onChosen, onNoOpinion };
  try {
    return await inSession(project, locales, session, async (tools) => {
      const { survey, withheld } = await planOf(project, chosen, locales, {
        ...{ drafts: false, isNamed: false, now: Date.now() },
        freshness: tools.freshness,
      });
      keepReleases(project);
      const refused = asks ? await refusedCost(project, tools, survey, false, context) : undefined;
      const summary = refused ?? (await translateEditions(tools, { survey, signal: context.signal, onEvent: progress.onEvent }));
      progress.end(withWithheld(summary, withheld));
      return refused === undefined;
    });
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    context.say(inLines(error));
    return true;
  }
}

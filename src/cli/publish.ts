/** `dragoman publish`: the editions as a static site. */

import { join, relative, resolve } from 'node:path';
import { checks, recordFormat } from '../adapters.ts';
import { atLevels } from '../checks/levels.ts';
import { findingEvent } from '../edition/summary.ts';
import { KnownError } from '../errors.ts';
import { cacheFolder, openProject, type Project } from '../project/project.ts';
import { type BuildOptions, type BuildResult, buildSite } from '../publish/build.ts';
import type { Host } from '../publish/hosts/host.ts';
import { hosts } from '../publish/hosts/hosts.ts';
import { pictureScaler } from '../publish/pictures/scale.ts';
import { projectSite } from '../publish/project-site.ts';
import { counted } from '../text/counted.ts';
import { sha256 } from '../text.ts';
import { type CommandContext, type Options, type RunCommand, text } from './command.ts';
import { exit } from './exit.ts';
import { findingLine } from './finding-line.ts';
import { holdingFolder } from './holding.ts';
import { demandTrustedTheme } from './trust.ts';

export const runPublish: RunCommand = async (_args, options, context) => {
  const project = openProject(context.cwd, context.config);
  const out = siteFolder(project, options, context);
  const host = hostOf(project, options);
  const built = await holdingFolder(project, out, 'publish', context, async () => {
    const tools = { recordFormat, checks };
    const input = projectSite(project, { tools, baseUrl: text(options['base-url']), now: publishTime(context.env) });
    const { verify, 'keep-foreign': keepForeign } = options;
    return buildSite(input, {
      ...(await buildOptions(project, out, true, options, context)),
      cache: join(cacheFolder(project), `publish-${sha256(out).slice(0, 12)}.json`),
      ...{ verify: verify === true, keepForeign: keepForeign === true, host, newsletter: options.newsletter === true },
    });
  });
  const result = { ...built, findings: atLevels(built.findings, project.config.checks) };
  report(result, context);
  if (!context.json)
    context.print(
      `${counted(result.articles, 'article')} in ${counted(result.editions, 'edition')}: ${relative(context.cwd, out) || '.'} (${counted(result.files.written.length, 'file')} written, ${result.files.removed.length} removed, ${result.files.unchanged} unchanged)`,
    );
  return result.findings.some((finding) => finding.level === 'error') ? exit.findings : exit.done;
};

/** @throws KnownError for a name that is no host's */
function hostOf({ config }: Project, options: Options): Host | undefined {
  const name = text(options.host) ?? config.publish.host;
  const host = hosts.find((one) => one.name === name);
  if (name !== undefined && host === undefined)
    throw new KnownError('--host names where the site is served', {
      expected: hosts.map((one) => one.name).join(', '),
      got: name,
      help: 'For example: dragoman publish --host netlify',
    });
  return host;
}

/** `--out` counts from the folder that the command runs in, the configuration's from the project. */
export function siteFolder(project: Project, options: Options, context: CommandContext): string {
  const given = text(options.out);
  return given === undefined ? resolve(project.root, project.config.publish.out) : resolve(context.cwd, given);
}

/** @see https://reproducible-builds.org/specs/source-date-epoch/ */
export function publishTime(env: NodeJS.ProcessEnv): number {
  const epoch = env.SOURCE_DATE_EPOCH;
  return epoch !== undefined && /^\d+$/.test(epoch) ? Number(epoch) * 1000 : Date.now();
}

/**
 * @param scaled whether pictures are scaled; a preview shows them as they are, at once
 * @throws KnownError for a theme's module that cannot be loaded, or is a fork's
 */
export async function buildOptions(
  project: Project,
  out: string,
  scaled: boolean,
  options: Options,
  { env }: CommandContext,
): Promise<BuildOptions> {
  const scale = scaled ? pictureScaler() : undefined;
  const made = { out, scale, templates: await templatesOf(project, options, env) };
  if (options.search !== true) return made;
  const { searchIndexer } = await import('../publish/lists/search-index.ts');
  return { ...made, search: await searchIndexer() };
}

async function templatesOf({ root, config }: Project, options: Options, env: NodeJS.ProcessEnv): Promise<BuildOptions['templates']> {
  const { folder, templates } = config.publish.theme;
  if (templates === undefined) return undefined;
  if (folder === undefined)
    throw new KnownError('"publish.theme.templates" is in no folder', {
      expected: '"publish.theme.folder": the folder of the module',
      got: 'none',
      help: 'Set it, for example to "theme".',
    });
  demandTrustedTheme(join(folder, templates), options, env);
  const { loadTemplates } = await import('../publish/build/load-templates.ts');
  return loadTemplates(resolve(root, folder), templates);
}

/** Findings for people on stderr; for programs a line each, and the summary. */
export function report(result: BuildResult, context: CommandContext): void {
  const { findings, articles, editions, files } = result;
  for (const finding of findings) {
    if (context.json) context.print(findingEvent(finding));
    else context.say(findingLine(finding, { shown: context.shown, color: false }));
  }
  const count = (level: string) => findings.filter((finding) => finding.level === level).length;
  if (context.json)
    context.print({
      type: 'summary',
      articles,
      editions,
      findings: { error: count('error'), warning: count('warning') },
      files: { written: files.written.length, removed: files.removed.length, unchanged: files.unchanged },
    });
}

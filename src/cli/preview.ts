/** `dragoman preview`: the site on 127.0.0.1, built again whenever an article, a glossary or a string changes. */

import { rmSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { checks, recordFormat } from '../adapters.ts';
import { atLevels } from '../checks/levels.ts';
import { counted } from '../counted.ts';
import { KnownError } from '../errors.ts';
import { cacheFolder, openProject } from '../project/project.ts';
import { buildSite } from '../publish/build.ts';
import { startPreview } from '../publish/preview.ts';
import { projectSite } from '../publish/project-site.ts';
import type { RunCommand } from './command.ts';
import { exit } from './exit.ts';
import { portOf } from './port.ts';
import { buildOptions, publishTime, report } from './publish.ts';
import { stopped } from './stopped.ts';

const PORT = 4000;

export const runPreview: RunCommand = async (_args, options, context) => {
  const project = openProject(context.cwd, context.config);
  const port = portOf(options.port, PORT);
  const out = join(cacheFolder(project), 'preview');
  const published = resolve(project.root, project.config.publish.out);
  const build = async (baseUrl: string) => {
    // The configuration may be what changed.
    const current = openProject(context.cwd, context.config);
    const tools = { recordFormat, checks };
    const input = projectSite(current, { tools, baseUrl, now: publishTime(context.env), drafts: options.drafts === true });
    const built = await buildSite(input, await buildOptions(current, out, options.search === true, false));
    report({ ...built, findings: atLevels(built.findings, current.config.checks) }, context);
    if (!context.json) context.say(`${counted(built.files.written.length, 'file')} written`);
  };
  rmSync(out, { recursive: true, force: true });
  const preview = await startPreview({
    ...{ out, port, build },
    watched: [project.root],
    ignored: (path) =>
      path === published ||
      path.startsWith(published + sep) ||
      /[\\/](?:node_modules|\.[^\\/]+)(?:[\\/]|$)/.test(path.slice(project.root.length)),
    failed: (error) => {
      if (!(error instanceof KnownError)) throw error;
      context.say(`dragoman: ${error.message}`);
    },
  });
  context.print(context.json ? { type: 'preview', url: preview.url } : `The site is at ${preview.url} until Ctrl-C.`);
  await stopped(context.signal);
  await preview.close();
  return exit.done;
};

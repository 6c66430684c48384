/** `dragoman preview`: the site on 127.0.0.1, built again whenever an article, a glossary or a string changes. */

import { join, relative, resolve, sep } from 'node:path';
import { checks, recordFormat } from '../adapters.ts';
import { atLevels } from '../checks/levels.ts';
import { KnownError } from '../errors.ts';
import { removeFolder } from '../files/write.ts';
import { cacheFolder, openProject } from '../project/project.ts';
import { type BuildMemory, buildSite } from '../publish/build.ts';
import { previewFolder } from '../publish/preview/folder.ts';
import { type PreviewBuilt, startPreview } from '../publish/preview.ts';
import { projectSite } from '../publish/project-site.ts';
import { counted } from '../text/counted.ts';
import type { RunCommand } from './command.ts';
import { exit } from './exit.ts';
import { findingLine } from './finding-line.ts';
import { portOf } from './port.ts';
import { buildOptions, publishTime, report } from './publish.ts';
import { stopped } from './stopped.ts';

const PORT = 4000;

export const runPreview: RunCommand = async (_args, options, context) => {
  const { signal } = context;
  const project = openProject(context.cwd, context.config);
  const port = portOf(options.port, PORT);
  const folder = previewFolder(join(cacheFolder(project), 'preview'), process.pid);
  const out = join(folder, 'site');
  const published = resolve(project.root, project.config.publish.out);
  let told = new Set<string>();
  const memory: BuildMemory = {};
  const build = async (baseUrl: string): Promise<PreviewBuilt> => {
    // The configuration may be what changed.
    const current = openProject(context.cwd, context.config);
    const tools = { recordFormat, checks };
    const input = projectSite(current, { tools, baseUrl, now: publishTime(context.env), drafts: options.drafts === true });
    const built = await buildSite(input, {
      ...(await buildOptions(current, out, false, options, context)),
      memory,
    });
    const findings = atLevels(built.findings, current.config.checks);
    // A save is answered with what it changed: the rest was said before.
    const news = findings.filter((finding) => !told.has(JSON.stringify(finding)));
    told = new Set(findings.map((finding) => JSON.stringify(finding)));
    report({ ...built, findings: context.json ? findings : news }, context);
    const before = findings.length - news.length;
    if (!context.json)
      context.say(`${counted(built.files.written.length, 'file')} written${before > 0 ? `; ${counted(before, 'finding')} as before` : ''}`);
    return {
      errors: findings
        .filter(({ level }) => level === 'error')
        .map((finding) => findingLine(finding, { shown: context.shown, color: false })),
      pathOf: (file) => built.pathOf(relative(current.root, file).replaceAll(sep, '/')),
    };
  };
  const preview = await startPreview({
    ...{ out, port, build, anyPort: options.port === undefined },
    watched: [project.root],
    ignored: (path) =>
      path === published ||
      path.startsWith(published + sep) ||
      /[\\/](?:node_modules|\.[^\\/]+)(?:[\\/]|$)/.test(path.slice(project.root.length)),
    failed: (error) => {
      if (!(error instanceof KnownError)) throw error;
      const { message, expected, got } = error;
      context.say(`dragoman: ${message}`);
      return [message, expected === undefined ? '' : `Expected: ${expected}`, got === undefined ? '' : `Got: ${got}`]
        .filter(Boolean)
        .join('\n');
    },
  });
  context.print(context.json ? { type: 'preview', url: preview.url } : `The site is at ${preview.url} until Ctrl-C.`);
  await stopped(signal);
  await preview.close();
  removeFolder(folder);
  return exit.done;
};

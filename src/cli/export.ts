/** `dragoman export`: the editions where another site generator expects them. */

import { join, relative, resolve, sep } from 'node:path';
import { checks, recordFormat } from '../adapters.ts';
import { atLevels } from '../checks/levels.ts';
import { findingEvent } from '../edition/summary.ts';
import { KnownError } from '../errors.ts';
import { cacheFolder, openProject } from '../project/project.ts';
import { isArticleFile } from '../project/sources.ts';
import { type WrittenStarter, writeStarter } from '../publish/export/write-starter.ts';
import { exportEditions, layouts } from '../publish/export.ts';
import { projectSite } from '../publish/project-site.ts';
import { counted } from '../text/counted.ts';
import { sha256 } from '../text.ts';
import { type RunCommand, text } from './command.ts';
import { exit } from './exit.ts';
import { findingLine } from './finding-line.ts';
import { holdingFolder } from './holding.ts';
import { outputFile } from './output-file.ts';
import { publishTime } from './publish.ts';

export const runExport: RunCommand = async (_args, options, context) => {
  const project = openProject(context.cwd, context.config);
  const layout = layouts.find(({ name }) => name === options.layout);
  if (layout === undefined)
    throw new KnownError('--layout names the site generator', {
      expected: layouts.map(({ name }) => name).join(', '),
      got: text(options.layout) ?? 'none',
      help: 'For example: dragoman export --layout hugo --out ../our-site',
    });
  const given = text(options.out);
  const out = given === undefined ? outputFile(project, context.cwd, `export-${layout.name}`) : resolve(context.cwd, given);
  const input = projectSite(project, { tools: { recordFormat, checks }, now: publishTime(context.env) });
  const { exported, begun } = await holdingFolder(project, out, 'export', context, () => ({
    exported: exportEditions(
      input,
      layout,
      out,
      (path) => isArticleFile(project, relative(project.root, path).replaceAll(sep, '/')),
      join(cacheFolder(project), `export-${sha256(out).slice(0, 12)}.list`),
    ),
    begun: options.starter === true ? writeStarter(input, layout, out) : undefined,
  }));
  const { findings: found, editions, written, unchanged, removed } = exported;
  const findings = atLevels(found, project.config.checks);
  for (const finding of findings) {
    if (context.json) context.print(findingEvent(finding));
    else context.say(findingLine(finding, { shown: context.shown, color: false }));
  }
  const errors = findings.filter((finding) => finding.level === 'error').length;
  if (context.json)
    context.print({
      ...{ type: 'summary', layout: layout.name, editions, findings: { error: errors, warning: findings.length - errors } },
      files: { written: written.length, removed: removed.length, unchanged },
      ...(begun === undefined ? {} : { starter: begun }),
    });
  else {
    context.print(
      `${counted(editions, 'edition')} for ${layout.name} in ${out} (${counted(written.length, 'file')} written, ${removed.length} removed)`,
    );
    for (const line of begun === undefined ? [] : starterLines(begun)) context.print(line);
  }
  return errors > 0 ? exit.findings : exit.done;
};

function starterLines({ written, kept, configuration }: WrittenStarter): string[] {
  return [
    ...written.map((file) => `  + ${file}`),
    ...kept.map((file) => `  = ${file} is there, and stays`),
    ...(configuration === undefined ? [] : [`  ${configuration} is there: only the notes were written, for its own templates to take in`]),
  ];
}

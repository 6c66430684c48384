/** `dragoman import`: a raw wire text becomes a source article. */

import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { KnownError } from '../errors.ts';
import { readText } from '../files/read.ts';
import { writeAtomic } from '../files/write.ts';
import { articleOfWire } from '../markdown/wire-text.ts';
import { checkSlug, locate, openProject, sourceFile } from '../project/project.ts';
import { type RunCommand, text } from './command.ts';
import { exit } from './exit.ts';

export const runImport: RunCommand = async ([file = ''], options, context) => {
  const project = openProject(context.cwd, context.config);
  const path = resolve(context.cwd, file);
  const name = relative(context.cwd, path);
  const { slug, markdown } = articleOfWire(readText(path, name), {
    locale: project.config.sourceLocale,
    file: name,
    title: text(options.title),
    slug: text(options.slug),
  });
  const article = sourceFile(project, checkSlug(slug));
  const target = locate(project, article);
  if (existsSync(target))
    throw new KnownError(`${article} is there already`, {
      expected: 'a new article',
      got: 'a file of the same name',
      help: 'Choose another name with --slug, or remove the file.',
    });
  writeAtomic(target, markdown);
  if (context.json) context.print({ type: 'summary', slug, file: article });
  else context.print(`${article} written. Next: dragoman translate ${slug}`);
  return exit.done;
};

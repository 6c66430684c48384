/** `dragoman segment`: what the reader and the sentence rules make of a file. */

import { relative, resolve } from 'node:path';
import { isLocale } from '../config/locale.ts';
import { readOptions } from '../edition/reading.ts';
import { KnownError } from '../errors.ts';
import { readText } from '../files/read.ts';
import { readArticle } from '../markdown/read.ts';
import { openProject } from '../project/project.ts';
import { toFragment, words } from '../text.ts';
import type { RunCommand } from './command.ts';
import { exit } from './exit.ts';

export const runSegment: RunCommand = async ([file = ''], options, context) => {
  const project = openProject(context.cwd, context.config);
  const locale = typeof options.locale === 'string' ? options.locale : project.config.sourceLocale;
  if (!isLocale(locale))
    throw new KnownError(`--locale: "${locale}" is not a locale`, { expected: 'a BCP 47 tag such as "en" or "pt-BR"' });
  const path = resolve(context.cwd, file);
  const name = relative(context.cwd, path);
  const article = readArticle(
    readText(path, name),
    readOptions(project, { slug: name, dialect: path.endsWith('.mdx') ? 'mdx' : 'md' }, locale),
  );
  let segments = 0;
  for (const block of article.blocks)
    for (const segment of block.segments) {
      segments++;
      const { id, span, text } = segment;
      context.print({ type: 'segment', id, kind: block.kind, path: block.path, span, words: words(text), fragment: toFragment(text) });
    }
  context.print({ type: 'summary', file: name, locale, blocks: article.blocks.length, segments });
  return exit.done;
};

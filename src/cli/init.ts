/** `dragoman init`: a configuration and example folders. What is there already stays as it is. */

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomic } from '../project/files.ts';
import { dialectOfFolder } from '../project/generator.ts';
import { CONFIG_FILE } from '../project/project.ts';
import type { RunCommand } from './command.ts';
import { exit } from './exit.ts';

/** With the dialect of the generator that builds the folder, where one does. */
const configFor = (dialect: string | undefined) => `{
  "$schema": "./node_modules/dragoman/schema/config.json",
  "sourceLocale": "en",
  "targetLocales": ["es"],
  "frontMatter": { "translate": ["title", "description"] }${dialect === undefined ? '' : `,\n  "markdown": { "dialect": "${dialect}" }`}
}
`;

const article = `---
title: A first article
description: Replace it with your own.
date: 2026-01-01
---

This article shows what Dragoman does. Every sentence becomes a segment, and **what is not words** stays as it is.

- Run \`dragoman translate\` to make the editions.
- Correct them in the Markdown files; your corrections are never overwritten.
`;

const glossary = 'source,target,kind,status,case,forms,variants,forbidden,compounds,indeclinable,note\n';

/** Articles merge by sentence, records by segment and glossaries by term, not by line. */
const attributes = ['articles/**/*.md', 'articles/**/*.mdx', 'locales/*/articles/**/*.xlf', 'locales/*/glossary.csv']
  .map((files) => `${files} merge=dragoman\n`)
  .join('');

const files: readonly (readonly [path: string, text: string])[] = [
  ['articles/en/a-first-article.md', article],
  ['locales/es/glossary.csv', glossary],
  ['.gitattributes', attributes],
  ['.gitignore', '.dragoman/\nnode_modules/\n'],
];

export const runInit: RunCommand = async (_args, _options, context) => {
  const started = existsSync(join(context.cwd, CONFIG_FILE));
  let written = 0;
  for (const [name, text] of [[CONFIG_FILE, configFor(dialectOfFolder(context.cwd))] as const, ...files]) {
    const path = join(context.cwd, name);
    const skip = existsSync(path) || (started && name.startsWith('articles/'));
    if (!skip) {
      writeAtomic(path, text);
      written++;
    }
    if (!context.json) context.print(`${skip ? 'kept   ' : 'written'}  ${name}`);
  }
  const driver = installMergeDriver(context.cwd);
  if (context.json) context.print({ type: 'summary', written, kept: files.length + 1 - written, mergeDriver: driver });
  else {
    context.print(
      driver
        ? 'set      git merge driver "dragoman"'
        : 'no git repository here: "dragoman init" again after "git init" sets the merge driver',
    );
    context.print('\nNext: dragoman engines (what is installed), dragoman engines install es (a neural model), dragoman translate');
  }
  return exit.done;
};

/** A merge driver lives in the clone's own configuration, so that every clone runs \`init\` once. */
function installMergeDriver(cwd: string): boolean {
  const set = (key: string, value: string) => execFileSync('git', ['-C', cwd, 'config', key, value], { stdio: 'ignore' });
  try {
    set('merge.dragoman.name', 'Dragoman: by sentence, segment and term');
    set('merge.dragoman.driver', 'npx dragoman merge-file %O %A %B %P');
    return true;
  } catch {
    return false;
  }
}

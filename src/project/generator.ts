/** Which site generator a folder is built by: its own configuration file says so. */

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { MarkdownDialect } from '../markdown/dialects.ts';

/** In the order in which they are asked; a name that other programs use too comes last. */
const FILES: readonly (readonly [file: RegExp, dialect: MarkdownDialect])[] = [
  [/^docusaurus\.config\.[cm]?[jt]s$/, 'docusaurus'],
  [/^mkdocs\.ya?ml$/, 'mkdocs'],
  [/^myst\.yml$/, 'myst'],
  [/^hugo\.(?:toml|ya?ml|json)$/, 'hugo'],
  [/^_config\.ya?ml$/, 'kramdown'],
  [/^\.obsidian$/, 'obsidian'],
];

/** @returns the dialect of its Markdown; undefined where no file tells */
export function dialectOfFolder(root: string): MarkdownDialect | undefined {
  const names = existsSync(root) ? readdirSync(root) : [];
  const found = FILES.find(([file]) => names.some((name) => file.test(name)));
  if (found !== undefined) return found[1];
  // Hugo before 0.110.
  return existsSync(join(root, 'config.toml')) && existsSync(join(root, 'archetypes')) ? 'hugo' : undefined;
}

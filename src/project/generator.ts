/** Which site generator a folder is built by: its own configuration file says so. */

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileText } from '../files/bytes.ts';
import type { MarkdownDialect } from '../markdown/dialects.ts';

const GENERATORS = [
  'Docusaurus',
  'MkDocs',
  'MyST',
  'Starlight',
  'Astro',
  'Hugo',
  'Eleventy',
  'VitePress',
  'Next.js',
  'Jekyll',
  'Hexo',
  'Zola',
  'Obsidian',
] as const;
export type GeneratorName = (typeof GENERATORS)[number];

export interface Generator {
  readonly name: GeneratorName;
  /** Its configuration file, relative to the folder. */
  readonly file: string;
  /** Of its Markdown, where it has one of its own. */
  readonly dialect?: MarkdownDialect;
}

/** In the order in which they are asked; a name that other programs use too comes last. */
const FILES: readonly (readonly [file: RegExp, name: GeneratorName, dialect?: MarkdownDialect])[] = [
  [/^docusaurus\.config\.[cm]?[jt]s$/, 'Docusaurus', 'docusaurus'],
  [/^mkdocs\.ya?ml$/, 'MkDocs', 'mkdocs'],
  [/^myst\.yml$/, 'MyST', 'myst'],
  [/^astro\.config\.[cm]?[jt]s$/, 'Astro'],
  [/^hugo\.(?:toml|ya?ml|json)$/, 'Hugo', 'hugo'],
  [/^(?:\.eleventy|eleventy\.config)\.[cm]?[jt]s$/, 'Eleventy'],
  [/^next\.config\.[cm]?[jt]s$/, 'Next.js'],
  [/^zola\.toml$/, 'Zola'],
  [/^_config\.ya?ml$/, 'Jekyll', 'kramdown'],
  [/^\.obsidian$/, 'Obsidian', 'obsidian'],
];

/** Below the folder, where the generator has a folder of its own for its configuration. */
const DEEPER: readonly (readonly [folder: string, file: RegExp, name: GeneratorName, dialect?: MarkdownDialect])[] = [
  ['config/_default', /^(?:hugo|config)\.(?:toml|ya?ml|json)$/, 'Hugo', 'hugo'],
  ['docs/.vitepress', /^config\.[cm]?[jt]s$/, 'VitePress'],
  ['.vitepress', /^config\.[cm]?[jt]s$/, 'VitePress'],
];

/** @returns undefined where no file tells */
export function generatorOf(root: string): Generator | undefined {
  const names = namesIn(root);
  for (const [file, name, dialect] of FILES) {
    const found = names.find((one) => file.test(one));
    if (found === undefined) continue;
    if (name === 'Astro') return astro(root, found);
    // Hexo's file is called as Jekyll's is, and its folder of scaffolds as no other's.
    return name === 'Jekyll' && names.includes('scaffolds') ? made('Hexo', found) : made(name, found, dialect);
  }
  for (const [folder, file, name, dialect] of DEEPER) {
    const found = namesIn(join(root, folder)).find((one) => file.test(one));
    if (found !== undefined) return made(name, `${folder}/${found}`, dialect);
  }
  if (names.includes('config.toml') && /^base_url\s*=/m.test(fileText(join(root, 'config.toml')))) return made('Zola', 'config.toml');
  // Hugo before 0.110.
  const old = names.find((one) => /^config\.(?:toml|ya?ml|json)$/.test(one));
  const isHugo = old !== undefined && (names.includes('archetypes') || (names.includes('content') && names.includes('layouts')));
  return isHugo ? made('Hugo', old, 'hugo') : undefined;
}

const made = (name: GeneratorName, file: string, dialect?: MarkdownDialect): Generator => ({
  name,
  file,
  ...(dialect !== undefined && { dialect }),
});

function astro(root: string, file: string): Generator {
  const isStarlight = fileText(join(root, file)).includes('@astrojs/starlight');
  return isStarlight ? made('Starlight', file, 'starlight') : made('Astro', file);
}

const namesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder).sort() : []);

/** The Markdown files of a repository that may be somebody's article, and the folders that a generator takes them from. */

import { readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Generator } from '../generator.ts';
import { dataOf, type SiteLanguages } from './site-languages.ts';

/** What generators write, what package managers install, and other people's sites (a theme has one of its own). */
const NOBODYS = new Set([
  ...['node_modules', 'vendor', 'bower_components', 'themes', 'venv', 'target', 'coverage'],
  ...['_site', 'public', 'dist', 'build', 'out', 'resources', 'site', 'tmp', 'test', 'tests', 'fixtures', 'archetypes', 'versioned_docs'],
]);
/** Papers of a repository beside its folders, in any language: `CONTRIBUTING.md`, `license.es.md`. In a folder of articles they are articles. */
const PAPERS =
  /^(?:license|licence|changelog|contributing|code[-_]of[-_]conduct|security|governance|maintainers|support|agents|claude|gemini|authors|notice|history|todo|pull_request_template)(?:[._-][a-z]{2,3}(?:[-_][a-z0-9]{2,8})?)?$/i;
/** What says what is in a folder. */
const README = /^readme(?:[._-].*)?$/i;
/** More than any newsroom has; a repository of more is looked at as far as this. */
const MOST = 100_000;

/** @returns paths relative to the root, in code unit order */
export function contentFiles(root: string): string[] {
  const found: string[] = [];
  const visit = (folder: string) => {
    for (const item of readdirSync(join(root, folder), { withFileTypes: true })) {
      if (found.length >= MOST) return;
      const path = folder === '' ? item.name : `${folder}/${item.name}`;
      if (item.isDirectory()) {
        if (!item.name.startsWith('.') && !NOBODYS.has(item.name)) visit(path);
      } else if (/\.mdx?$/.test(item.name) && !isPaper(folder, item.name.replace(/\.mdx?$/, ''))) found.push(path);
    }
  };
  visit('');
  return found.sort();
}

const isPaper = (folder: string, name: string): boolean => README.test(name) || (folder === '' && PAPERS.test(name));

/** Where projects keep articles, where no generator says it. */
const USUAL = [
  ...['articles', 'content', 'posts', '_posts', 'news', 'blog', 'docs', 'pages', 'data/blog', 'data/posts'],
  ...['src/content', 'src/posts', 'src/blog', 'src/articles', 'src/pages', 'src'],
];

/**
 * Folders of articles, each with files below it; '' is the root itself.
 * @param files of `contentFiles`
 */
export function contentFolders(
  root: string,
  generator: Generator | undefined,
  files: readonly string[],
  languages: SiteLanguages,
): string[] {
  const holds = (folder: string) => folder === '' || files.some((file) => file.startsWith(`${folder}/`));
  const below = (folder: string) =>
    [...new Set(files.filter((file) => file.startsWith(`${folder}/`)).map((file) => file.slice(folder.length + 1).split('/')))]
      .filter((parts) => parts.length > 1)
      .map((parts) => `${folder}/${parts[0]}`);
  const first = (folders: readonly string[]) => folders.filter(holds).slice(0, 1);
  switch (generator?.name) {
    case 'Hugo':
      // A folder a language may be anywhere.
      return (languages.folders?.size ?? 0) > 0 ? [''] : [folderOf(dataOf(root, generator.file).contentDir, 'content')].filter(holds);
    case 'Starlight':
      return ['src/content/docs'].filter(holds);
    case 'Astro':
      // A folder a collection.
      return [...new Set([...below('src/content'), ...first(['src/blog', 'src/posts']), 'src/pages'])].filter(holds);
    case 'Docusaurus':
      return ['blog', 'docs', 'src/pages'].filter(holds);
    case 'Jekyll':
      return jekyllFolders(root, generator, files, holds);
    case 'MkDocs':
      return [folderOf(dataOf(root, generator.file).docs_dir, 'docs')].filter(holds);
    case 'Zola':
      return ['content'].filter(holds);
    case 'Hexo': {
      const source = folderOf(dataOf(root, generator.file).source_dir, 'source');
      return [`${source}/_posts`, source].filter(holds);
    }
    case 'VitePress':
      return [generator.file.startsWith('docs/') ? 'docs' : ''];
    case 'MyST':
    case 'Obsidian':
      return [''];
    default: {
      const usual = USUAL.filter(holds).filter((folder, _, all) => !all.some((other) => folder.startsWith(`${other}/`)));
      return usual.length > 0 ? usual : files.length > 0 ? [''] : [];
    }
  }
}

/** A folder as a configuration has it: `./docs/` is `docs`. */
function folderOf(said: unknown, usual: string): string {
  return posix.normalize(String(said ?? usual)).replace(/\/$/, '');
}

/**
 * Posts and collections; where there are no posts, the folders of languages that have them: `_i18n/en/_posts`, `en/news/_posts`. A site
 * without any post is its collections.
 */
function jekyllFolders(root: string, generator: Generator, files: readonly string[], holds: (folder: string) => boolean): string[] {
  const collections = jekyllCollections(root, generator).filter(holds);
  if (holds('_posts')) return ['_posts', ...collections];
  if (holds('_i18n')) return ['_i18n'];
  const hasPosts = files.some((file) => file.includes('/_posts/'));
  return hasPosts || collections.length === 0 ? [''] : collections;
}

function jekyllCollections(root: string, { file }: Generator): string[] {
  const { collections } = dataOf(root, file);
  const names = Array.isArray(collections)
    ? collections
    : typeof collections === 'object' && collections !== null
      ? Object.keys(collections)
      : [];
  return names.filter((name) => typeof name === 'string' && name !== 'posts').map((name) => `_${name}`);
}

/** A repository as it is: what `init` writes is made of what is found here. Nothing is run, nothing is written. */

import { matchesGlob } from 'node:path';
import { contentFiles, contentFolders } from './detect/content-files.ts';
import { keysOf, languageSaid } from './detect/front-matter-keys.ts';
import { type FoundLayout, findLayout, isLocaleName, localeOf } from './detect/layout.ts';
import { type SiteLanguages, siteLanguages } from './detect/site-languages.ts';
import { type FoundStrings, findStrings } from './detect/strings.ts';
import { ciOf, hooksOf, type PackageManager, packageManagerOf } from './detect/surroundings.ts';
import { type Generator, generatorOf } from './generator.ts';

export interface FoundSite {
  readonly generator: Generator | undefined;
  /** BCP 47; undefined where nothing says it. */
  readonly sourceLocale: string | undefined;
  /** Those that the generator names or that editions are in, in this order. */
  readonly targetLocales: readonly string[];
  /** By locale, where its folder is called otherwise. */
  readonly localeNames: Readonly<Record<string, string>>;
  readonly collections: readonly (FoundLayout & { readonly name: string | undefined; readonly exclude?: readonly string[] })[];
  readonly wordKeys: readonly string[];
  /** Front matter keys that name the language of an article. */
  readonly setKeys: readonly string[];
  readonly strings: readonly FoundStrings[];
  readonly packageManager: PackageManager | undefined;
  readonly hooks: readonly string[];
  readonly ci: readonly string[];
}

/** @param from the source locale, where somebody has said it */
export function detectSite(root: string, from?: string): FoundSite {
  const generator = generatorOf(root);
  const languages = siteLanguages(root, generator);
  const files = contentFiles(root);
  const folders = contentFolders(root, generator, files, languages);
  const said = asFolders(languages, folders, files) ?? mainOf(root, files);
  const main = from ?? said ?? 'en';
  const layouts = folders.flatMap((folder) => {
    const found = findLayout(folder, files, main, languages, generator?.name);
    return found === undefined ? [] : [{ folder, found }];
  });
  const excludeOf = (folder: string) =>
    (generator !== undefined && UNDERLINED.includes(generator.name)) || folder.endsWith('/_posts') ? ['**/README'] : undefined;
  const present = layouts.filter(({ folder, found }) => found.articles.some((file) => !isExcluded(file, excludeOf(folder))));
  const kept = present.map(({ folder, found }) => ({
    ...found,
    ...(excludeOf(folder) !== undefined && { exclude: excludeOf(folder) as string[] }),
    name: present.length > 1 ? nameOf(folder) : undefined,
  }));
  const names = namesOf(
    main,
    languages.others,
    kept.flatMap(({ editions }) => [...editions.keys()]),
  );
  return {
    generator,
    sourceLocale: from ?? localeOf(said),
    targetLocales: names.flatMap((name) => localeOf(name) ?? []),
    localeNames: Object.fromEntries(
      [main, ...names].flatMap((name) => {
        const locale = localeOf(name);
        return locale === undefined || locale === name ? [] : [[locale, name] as const];
      }),
    ),
    collections: kept,
    ...keysOf(
      root,
      kept.flatMap(({ articles }) => articles),
      main,
      generator === undefined,
    ),
    strings: findStrings(root, main, generator?.name),
    packageManager: packageManagerOf(root),
    hooks: hooksOf(root),
    ci: ciOf(root),
  };
}

/** What the site calls its default language, or the folder that its articles are in: VitePress rewrites `en/` to the root of an `en-US` site. */
function asFolders({ main, others }: SiteLanguages, folders: readonly string[], files: readonly string[]): string | undefined {
  const [language = '', ...region] = (main ?? '').split(/[-_]/);
  const isFolder = (name: string) =>
    folders.some((folder) => files.some((file) => file.startsWith(folder === '' ? `${name}/` : `${folder}/${name}/`)));
  const isRenamed = main !== undefined && region.length > 0 && !others.includes(language) && !isFolder(main) && isFolder(language);
  return isRenamed ? language : main;
}

/** Each language once: as the folders of its editions are called, else as the generator calls it. */
function namesOf(main: string, others: readonly string[], folders: readonly string[]): string[] {
  const names = new Map<string | undefined, string>([...others, ...folders].map((name) => [localeOf(name), name]));
  names.delete(localeOf(main));
  return [...names.values()];
}

/** The language that most files are in, by their folders; that of what is beside these folders, where they hold the same once more. */
function mainOf(root: string, files: readonly string[]): string | undefined {
  const beside = originalsOf(files);
  if (beside.length > 0) return languageSaid(root, beside);
  const counts = new Map<string, number>();
  for (const file of files)
    for (const part of new Set(file.split('/').slice(0, -1))) if (isLocaleName(part)) counts.set(part, (counts.get(part) ?? 0) + 1);
  // One alone is a folder that is called so by chance.
  if (counts.size < 2 && !counts.has('en')) return undefined;
  const most = Math.max(...counts.values());
  // Of languages with as many articles the originals are in English more often than not.
  if ((counts.get('en') ?? 0) * 2 > most) return 'en';
  return [...counts].find(([, count]) => count === most)?.[0];
}

/** Files that most folders of languages beside them have too: `guide.md` of `es/guide.md` and `fr/guide.md`. */
function originalsOf(files: readonly string[]): string[] {
  const present = new Set(files);
  const found = new Map<string, number>();
  let inFolders = 0;
  for (const file of files) {
    const parts = file.split('/');
    const at = parts.slice(0, -1).findIndex(isLocaleName);
    if (at < 0) continue;
    inFolders++;
    const original = parts.toSpliced(at, 1).join('/');
    if (present.has(original)) found.set(original, (found.get(original) ?? 0) + 1);
  }
  const all = [...found.values()].reduce((sum, count) => sum + count, 0);
  return all * 2 > inFolders ? [...found.keys()] : [];
}

const nameOf = (folder: string): string =>
  folder
    .split('/')
    .at(-1)
    ?.replace(/^\W|^_|[^\w.-]/g, '') || 'articles';

/** Hugo's and Zola's `_index.md` and Jekyll's `_posts` are articles as others. */
const UNDERLINED: readonly Generator['name'][] = ['Hugo', 'Jekyll', 'Zola'];

const DEFAULT_EXCLUDE = ['**/_*', '**/_*/**'];

function isExcluded(file: string, exclude: readonly string[] = DEFAULT_EXCLUDE): boolean {
  return exclude.some((glob) => matchesGlob(file.replace(/\.mdx?$/, ''), glob));
}

/** How the files of one folder are kept by language: folders, suffixes, or the default language without either. */

import { isLocale } from '../../config/locale.ts';
import type { GeneratorName } from '../generator.ts';
import type { SiteLanguages } from './site-languages.ts';

export interface FoundLayout {
  /** Templates, as the configuration takes them. */
  readonly source: string;
  readonly edition: string;
  /** Files of the source locale. */
  readonly articles: readonly string[];
  /** Editions that are there already, by what the files call their locale. */
  readonly editions: ReadonlyMap<string, number>;
}

/** Of languages with three letters those that sites have: `new`, `bin` and `war` are languages too. */
const NAME = /^(?:[a-z]{2}|ast|ckb|fil|gsw|haw|hsb|kab|nds|szl|yue)(?:[-_][a-zA-Z0-9]{2,8})*$/;

/** Countries that sites call a language by, where no language has that code: `guide.cn.md`. */
const BY_COUNTRY: Readonly<Record<string, string>> = { cn: 'zh-CN', cz: 'cs', dk: 'da', gr: 'el', jp: 'ja', ua: 'uk', vn: 'vi' };

/** What a folder or a suffix calls a locale. */
export const isLocaleName = (name: string): boolean => NAME.test(name) && localeOf(name) !== undefined;

/** As `Intl` writes it: `pt_BR` and `pt-br` are `pt-BR`. */
export function localeOf(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const tag = BY_COUNTRY[name] ?? name.replaceAll('_', '-');
  return isLocale(tag) ? Intl.getCanonicalLocales(tag)[0] : undefined;
}

/**
 * @param folder '' for the root
 * @param files all content files of the repository
 * @param main what the site calls its default language
 */
export function findLayout(
  folder: string,
  files: readonly string[],
  main: string,
  languages: SiteLanguages,
  generator: GeneratorName | undefined,
): FoundLayout | undefined {
  const base = folder === '' ? '' : `${folder}/`;
  const inside = files.filter((file) => file.startsWith(base)).map((file) => file.slice(base.length));
  const known = new Set([main, ...languages.others]);
  const found =
    ownFolders(files, main, languages) ??
    folderEach(base, inside, main, known) ??
    siblings(folder, files, main, known) ??
    suffixes(base, inside, main, known) ??
    rootLocale(base, inside, main, known) ??
    usual(base, inside, generator, languages.structure);
  return found.articles.length === 0 ? undefined : found;
}

/** Hugo's `contentDir` of each language. */
function ownFolders(files: readonly string[], main: string, { folders, others }: SiteLanguages): FoundLayout | undefined {
  const own = folders?.get(main);
  const [other = ''] = others;
  const template = folders?.get(other)?.replace(new RegExp(`(?<![\\w])${other}(?![\\w])`), '{locale}');
  return own !== undefined && template?.includes('{locale}') ? layout(files, `${own}/`, `${template}/`, new Set(others)) : undefined;
}

/** `content/en/`, `content/es/`. */
function folderEach(base: string, inside: readonly string[], main: string, known: ReadonlySet<string>): FoundLayout | undefined {
  // `_i18n/en/_posts/`, `posts/en/`: the first folder that is called as the language.
  const at = inside.map((file) => file.split('/').slice(0, -1).indexOf(main)).find((one) => one >= 0);
  if (at === undefined) return undefined;
  const first =
    inside
      .find((file) => file.split('/')[at] === main && file.split('/').length > at + 1)
      ?.split('/')
      .slice(0, at) ?? [];
  const before = [...first, ''].join('/');
  const heads = inside.filter((file) => file.startsWith(before)).map((file) => file.slice(before.length).split('/')[0] ?? '');
  const others = new Set(heads.filter((head) => head !== main && (known.has(head) || isLocaleName(head))));
  // A folder that is called as the language by chance: most articles are outside of it.
  const within = inside.filter((file) => file.startsWith(`${before}${main}/`)).length;
  if (others.size === 0 && within * 2 < inside.length) return undefined;
  return layout(inside, `${before}${main}/`, `${before}{locale}/`, others, base);
}

/** `pages/tar.md` and `pages.es/tar.md`, `docs-es/`: most of such a folder is in the folder without a language too. */
function siblings(folder: string, files: readonly string[], main: string, known: ReadonlySet<string>): FoundLayout | undefined {
  if (folder === '') return undefined;
  const present = new Set(files);
  for (const sign of ['.', '-', '_']) {
    const heads = Map.groupBy(
      files.filter((file) => file.startsWith(folder + sign)),
      (file) => file.slice(folder.length + 1, Math.max(0, file.indexOf('/', folder.length))),
    );
    const others = [...heads].filter(([name, own]) => {
      const same = own.filter((file) => present.has(`${folder}/${file.slice(folder.length + name.length + 2)}`)).length;
      return name !== main && (known.has(name) || isLocaleName(name)) && same * 2 > own.length;
    });
    if (others.length > 0) return layout(files, `${folder}/`, `${folder}${sign}{locale}/`, new Set(others.map(([name]) => name)));
  }
  return undefined;
}

/** One file in so many is called as a language by chance. */
const CHANCE = 100;

/** `post.md` and `post.es.md`, `post_es.md`; or `post.en.md` and `post.es.md`. */
function suffixes(base: string, inside: readonly string[], main: string, known: ReadonlySet<string>): FoundLayout | undefined {
  for (const sign of ['.', '_']) {
    const names = new Map<string, string>();
    for (const file of inside) {
      const [, name, locale] = new RegExp(`^(.+)\\${sign}([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})?)\\.mdx?$`).exec(file) ?? [];
      if (name === undefined || locale === undefined || !(known.has(locale) || isLocaleName(locale))) continue;
      // Beside a file without a suffix, or one of the default language.
      if (inside.some((one) => one.replace(/\.mdx?$/, '') === name || one.replace(/\.mdx?$/, '') === `${name}${sign}${main}`))
        names.set(file, locale);
    }
    // `get.sh.md` of a thousand files is no edition in Serbo-Croatian.
    const counts = countBy([...names.values()]);
    const isChance = (locale: string) => !known.has(locale) && (counts.get(locale) as number) * CHANCE < inside.length;
    for (const [file, locale] of names) if (isChance(locale)) names.delete(file);
    const others = new Set([...names.values()].filter((locale) => locale !== main));
    if (others.size === 0) continue;
    const isSuffixed = [...names.values()].includes(main);
    const articles = inside.filter((file) => (isSuffixed ? names.get(file) === main : !names.has(file)));
    const editions = countBy([...names.values()].filter((locale) => locale !== main));
    const end = extensionsOf(articles);
    const source = isSuffixed ? `${base}{slug}${sign}${main}${end}` : `${base}{slug}${end}`;
    return { source, edition: `${base}{slug}${sign}{locale}${end}`, articles: articles.map((file) => base + file), editions };
  }
  return undefined;
}

/** `docs/guide.md` and `docs/es/guide.md`. */
function rootLocale(base: string, inside: readonly string[], main: string, known: ReadonlySet<string>): FoundLayout | undefined {
  const present = new Set(inside);
  const heads = Map.groupBy(inside, (file) => (file.includes('/') ? file.slice(0, file.indexOf('/')) : ''));
  heads.delete('');
  heads.delete(main);
  const others = new Set<string>();
  for (const [head, files] of heads) {
    const same = files.filter((file) => present.has(file.slice(head.length + 1))).length;
    // `bin` and `new` are languages too: where a folder may be called so by chance, its files tell that it is one.
    const isRare = isLocale(head) && same >= RARE && same * 2 > files.length;
    if (known.has(head) || (isLocaleName(head) && same > 0) || isRare) others.add(head);
  }
  return others.size === 0 ? undefined : layout(inside, '', '{locale}/', others, base);
}

/** So many files of a folder are called as those beside it before a language is seen in its name that few sites have. */
const RARE = 3;

/** What the generator expects, where there is one language so far. */
function usual(base: string, inside: readonly string[], generator: GeneratorName | undefined, structure: string | undefined): FoundLayout {
  const articles = inside.map((file) => base + file);
  const end = extensionsOf(inside);
  const made = (edition: string): FoundLayout => ({
    source: `${base}{slug}${end}`,
    edition: `${edition}${end}`,
    articles,
    editions: new Map(),
  });
  switch (generator) {
    case 'Hugo':
    case 'Zola':
      return made(`${base}{slug}.{locale}`);
    case 'MkDocs':
      return made(structure === 'folder' ? `${base}{locale}/{slug}` : `${base}{slug}.{locale}`);
    case 'Docusaurus':
      return made(`i18n/{locale}/docusaurus-plugin-content-${docusaurusPlugin(base)}{slug}`);
    case 'Jekyll':
      // The folder above `_posts` is a part of the address, one below it is not.
      return made(`{locale}/${base}{slug}`);
    default:
      return made(`${base}{locale}/{slug}`);
  }
}

const docusaurusPlugin = (base: string): string =>
  base === 'docs/' ? 'docs/current/' : base === 'src/pages/' ? 'pages/' : base.replace(/^.*?([^/]+\/)$/, '$1');

/** A folder a language: what is below `own` is the source, what is below `template` for the others is theirs. */
function layout(files: readonly string[], own: string, template: string, others: ReadonlySet<string>, base = ''): FoundLayout {
  const heads = [...others].map((locale) => [locale, template.replace('{locale}', locale)] as const);
  const isEdition = (file: string) => heads.some(([, head]) => file.startsWith(head));
  const articles = files.filter((file) => file.startsWith(own) && !(own === '' && isEdition(file)));
  const end = extensionsOf(articles);
  const editions = new Map(
    heads.map(([locale, head]) => [locale, files.filter((file) => file.startsWith(head)).length] as const).filter(([, count]) => count > 0),
  );
  return {
    source: `${base}${own}{slug}${end}`,
    edition: `${base}${template}{slug}${end}`,
    articles: articles.map((file) => base + file),
    editions,
  };
}

function extensionsOf(files: readonly string[]): string {
  const found = ['md', 'mdx'].filter((extension) => files.some((file) => file.endsWith(`.${extension}`)));
  return found.length > 1 ? `.{${found.join(',')}}` : `.${found[0] ?? 'md'}`;
}

function countBy(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

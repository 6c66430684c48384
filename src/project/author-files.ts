/** What a project tells of its authors in the files that other generators keep of them. */

import { existsSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { collectionsOf, folderName } from '../edition/collections.ts';
import { KnownError } from '../errors.ts';
import { readDataFile } from '../frontmatter/data.ts';
import { isData, oneLine, optional } from '../frontmatter/values.ts';
import { type Project, readProjectFile } from './project.ts';
import { folderOf } from './template.ts';

export interface FiledAuthor {
  /** As articles name them. */
  readonly key: string;
  readonly name: string;
  readonly role?: string;
  readonly bio?: string;
  /** A picture, as an article names one. */
  readonly photo?: string;
  /** Addresses on the web and of mail. */
  readonly links: readonly string[];
}

const EXTENSIONS = ['.yml', '.yaml', '.json', '.toml'];

/**
 * Of Jekyll and Eleventy `_data/authors.*`, of Hugo `data/authors.*` or a file each in `data/authors/`, of Docusaurus `authors.yml` beside the articles.
 * What is no map of authors there is another theme's, and told nothing of.
 * @see https://docusaurus.io/docs/blog#global-authors
 */
export function filedAuthors(project: Project): FiledAuthor[] {
  const { config } = project;
  const beside = collectionsOf(config).map(({ source }) => folderOf(source, folderName(config, config.sourceLocale)));
  return authorsIn(project, ['_data', 'data', ...beside]);
}

/**
 * What files beside the editions of a locale say of authors in its language, as Docusaurus has them in `i18n/es/docusaurus-plugin-content-blog/authors.yml`.
 * @see https://docusaurus.io/docs/i18n/git#translate-blog
 */
export function editionAuthors(project: Project, locale: string): FiledAuthor[] {
  const { config } = project;
  return authorsIn(
    project,
    collectionsOf(config).map(({ edition }) => folderOf(edition, folderName(config, locale))),
  );
}

function authorsIn(project: Project, folders: readonly string[]): FiledAuthor[] {
  const authors = new Map<string, FiledAuthor>();
  for (const folder of new Set(folders)) {
    for (const extension of EXTENSIONS)
      for (const [key, value] of Object.entries(dataIn(project, `${folder}/authors${extension}`))) enter(authors, key, value);
    const each = `${folder}/authors`;
    if (folder === 'data' && existsSync(join(project.root, each)))
      for (const name of readdirSync(join(project.root, each)).sort())
        if (EXTENSIONS.includes(extname(name))) enter(authors, name.slice(0, -extname(name).length), dataIn(project, `${each}/${name}`));
  }
  return [...authors.values()];
}

function enter(authors: Map<string, FiledAuthor>, key: string, value: unknown): void {
  const author = isData(value) ? authorIn(key, value) : undefined;
  if (author !== undefined && !authors.has(key)) authors.set(key, author);
}

function dataIn(project: Project, file: string): Readonly<Record<string, unknown>> {
  try {
    const text = readProjectFile(project, file);
    return text === undefined ? {} : readDataFile(text, extname(file));
  } catch (error) {
    // Another generator's file, which it reads in its own way.
    if (error instanceof KnownError) return {};
    throw error;
  }
}

function authorIn(key: string, data: Readonly<Record<string, unknown>>): FiledAuthor {
  const said = (...names: readonly string[]) => names.map((name) => oneLine(data[name])).find((text) => text !== undefined);
  const name = said('name', 'display_name') ?? key;
  const role = said('role', 'title', 'position', 'jobTitle');
  const photo = said('photo', 'avatar', 'image', 'image_url', 'imageURL', 'picture');
  return {
    ...{ key, name, links: linksIn(data) },
    ...optional('role', role === name ? undefined : role),
    ...optional('bio', said('bio', 'description')),
    // A picture of another site is not asked for before a reader does.
    ...optional('photo', photo === undefined || /^(?:[a-z]+:)?\/\//i.test(photo) ? undefined : photo),
  };
}

/** Addresses at any of the names that themes have for them; a mere name at a service is none. */
function linksIn({ email, ...data }: Readonly<Record<string, unknown>>): string[] {
  const values = ['url', 'website', 'web', 'homepage', 'uri', 'links', 'socials', 'social'].map((name) => data[name]);
  const addresses = values.flatMap(textsIn).filter((text) => /^(?:https?:\/\/|mailto:)/.test(text) && URL.canParse(text));
  const mail = oneLine(email);
  return [...new Set([...addresses, ...(mail === undefined || !mail.includes('@') ? [] : [`mailto:${mail}`])])];
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return isData(value) ? Object.values(value).flatMap(textsIn) : [];
}

/** A project as the input of its site. */

import { existsSync, readFileSync } from 'node:fs';
import type { Config } from '../config.ts';
import { sourceLocalesOf } from '../edition/collections.ts';
import type { EditionTools } from '../edition/desk.ts';
import { KnownError } from '../errors.ts';
import { syntaxNames } from '../markdown/dialects.ts';
import { type Project, readProjectFile, stringsFile } from '../project/project.ts';
import type { SiteInput } from './survey/input.ts';
import { projectArticles } from './survey/project-articles.ts';

export interface ProjectSiteOptions {
  readonly tools: EditionTools;
  /** Instead of the configuration's. */
  readonly baseUrl?: string | undefined;
  /** Milliseconds since 1970: for embargoes and the news sitemap. */
  readonly now: number;
  readonly drafts?: boolean;
}

export function projectSite(project: Project, { tools, baseUrl, now, drafts = false }: ProjectSiteOptions): SiteInput {
  const { config, root } = project;
  const locales = [...new Set([...sourceLocalesOf(config), ...config.targetLocales])];
  const options: Config['publish'] = { ...config.publish, ...(baseUrl === undefined ? {} : { baseUrl }) };
  return {
    articles: projectArticles(project, tools, Date.now),
    sourceLocale: config.sourceLocale,
    locales,
    options,
    extensions: syntaxNames(config.markdown),
    strings: Object.fromEntries([...new Set([...locales, 'en'])].map((locale) => [locale, siteStrings(project, locale)])),
    root,
    now,
    drafts,
  };
}

/** The words that come with Dragoman, and over them the newsroom's own. */
function siteStrings(project: Project, locale: string): object {
  const shipped = new URL(`../../locales/${locale}/ui.json`, import.meta.url);
  const file = stringsFile(project, locale, 'ui');
  const own = file.endsWith('.json') ? readProjectFile(project, file) : undefined;
  return merge(
    existsSync(shipped) ? parse(readFileSync(shipped, 'utf8'), shipped.pathname) : {},
    own === undefined ? {} : parse(own, file),
  );
}

function parse(text: string, file: string): Tree {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Tree;
  } catch {
    // Said below, as for a list.
  }
  throw new KnownError(`${file}: not a JSON object of strings`, {
    expected: 'i18next JSON',
    got: text.slice(0, 40),
    help: 'Correct the file.',
  });
}

interface Tree {
  readonly [key: string]: unknown;
}

function merge(base: Tree, over: Tree): Tree {
  const merged: { [key: string]: unknown } = { ...base };
  for (const [key, value] of Object.entries(over)) merged[key] = isTree(value) && isTree(base[key]) ? merge(base[key], value) : value;
  return merged;
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

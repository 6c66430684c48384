/** A project as the input of its site. */

import type { Config } from '../config.ts';
import { sourceLocalesOf } from '../edition/collections.ts';
import type { EditionTools } from '../edition/desk.ts';
import { syntaxNames } from '../markdown/dialects.ts';
import type { Project } from '../project/project.ts';
import { siteWords } from './site-words.ts';
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
    strings: Object.fromEntries([...new Set([...locales, 'en'])].map((locale) => [locale, siteWords(project, locale)])),
    root,
    now,
    drafts,
  };
}

/** A project as the input of its site. */

import type { Config } from '../config.ts';
import { sourceLocalesOf } from '../edition/collections.ts';
import type { EditionTools } from '../edition/desk.ts';
import { KnownError } from '../errors.ts';
import { optional } from '../frontmatter/values.ts';
import { syntaxNames } from '../markdown/dialects.ts';
import { type FiledAuthor, filedAuthors } from '../project/author-files.ts';
import type { Project } from '../project/project.ts';
import { isArticleFile } from '../project/sources.ts';
import { leftOut } from '../project/sparse.ts';
import { counted } from '../text/counted.ts';
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

/** @throws KnownError for a site of which a sparse checkout leaves articles out */
export function projectSite(project: Project, { tools, baseUrl, now, drafts = false }: ProjectSiteOptions): SiteInput {
  const { config, root } = project;
  if (!drafts) refuseWithout(project);
  const locales = [...new Set([...sourceLocalesOf(config), ...config.targetLocales])];
  const filed = filedAuthors(project);
  const authors = { ...Object.fromEntries(filed.flatMap(knownNames)), ...config.publish.authors };
  const options: Config['publish'] = { ...config.publish, authors, ...(baseUrl === undefined ? {} : { baseUrl }) };
  return {
    articles: projectArticles(project, tools, Date.now),
    sourceLocale: config.sourceLocale,
    locales,
    options,
    extensions: syntaxNames(config.markdown),
    strings: Object.fromEntries([...new Set([...locales, 'en'])].map((locale) => [locale, siteWords(project, locale, filed)])),
    root,
    now,
    drafts,
  };
}

/** What the configuration would say of an author: by the key, and by the name where articles may have that. */
function knownNames({ key, name, photo, links }: FiledAuthor): [string, Config['publish']['authors'][string]][] {
  const known = { ...optional('photo', photo), links: [...links], desk: false };
  return [...new Set([key, name])].map((one) => [one, known]);
}

/** A site of the articles that happen to be here would take the others off line. */
function refuseWithout(project: Project): void {
  const lacking = [...leftOut(project.root)].filter((file) => isArticleFile(project, file));
  if (lacking.length === 0) return;
  throw new KnownError(`${counted(lacking.length, 'file of an article', 'files of articles')} not checked out`, {
    expected: 'all articles and editions',
    got: `a sparse checkout without ${lacking.slice(0, 3).join(', ')}`,
    help: 'Run: git sparse-checkout disable',
  });
}

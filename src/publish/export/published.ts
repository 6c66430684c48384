/** The editions that an export writes, read for it; those with errors keep the file that an earlier export wrote. */

import { knownOf } from '../../errors.ts';
import type { Finding } from '../../finding.ts';
import { readFrontMatter } from '../../frontmatter/data.ts';
import { type ArticleFields, isWithheld, readFields, writtenDates } from '../../frontmatter/fields.ts';
import { dialectOf } from '../../markdown/syntax.ts';
import type { EditionSummary } from '../survey/edition-summary.ts';
import { headingTitle } from '../survey/heading-title.ts';
import type { EditionInput, SiteInput } from '../survey/input.ts';
import { articlePath, chosenSlug, isSiteSlug } from '../survey/page-addresses.ts';
import { stateRules } from '../survey/state-rules.ts';
import { type ExportedEdition, WrittenDate } from './layout.ts';
import { type ReadBody, readBody } from './read-body.ts';

export interface PublishedArticle {
  readonly source: ReadBody;
  /** The source's first. */
  readonly editions: readonly ReadBody[];
}

export interface PublishedArticles {
  readonly articles: readonly PublishedArticle[];
  /** Those that stay as they are, for their errors. */
  readonly kept: ReadonlySet<ReadBody>;
  readonly findings: Finding[];
}

export function publishedArticles(input: SiteInput): PublishedArticles {
  const findings: Finding[] = [];
  const kept = new Set<ReadBody>();
  const articles = input.articles.flatMap((article): PublishedArticle[] => {
    const loaded = article.load().editions;
    const original = loaded.find(({ state }) => state === 'source');
    const source = original && read(input, article.slug, original, undefined, findings);
    if (original === undefined || source === undefined) return [];
    const editions = [original, ...loaded.filter((one) => one !== original)].flatMap((edition) => {
      if (stateRules(input.options, edition.state).publish === 'none') return [];
      const body = edition === original ? source : read(input, article.slug, edition, source, findings);
      if (body === undefined) return [];
      if (edition.errors.length > 0) kept.add(body);
      findings.push(...edition.errors);
      return [body];
    });
    return [{ source, editions }];
  });
  return { articles, kept, findings };
}

/** @returns undefined for an edition that nobody may read yet, or that cannot be read */
function read(
  input: SiteInput,
  slug: string,
  edition: EditionInput,
  source: ReadBody | undefined,
  findings: Finding[],
): ReadBody | undefined {
  const { locale, file, text, state } = edition;
  try {
    const { data, body } = readFrontMatter(text);
    const { timeZone } = input.options;
    const given = readFields(data, '', timeZone);
    const fields = given.title === '' ? { ...given, title: headingTitle(text.slice(body)) ?? slug } : given;
    if (isWithheld(fields, input.now)) return undefined;
    const { date, updated } = writtenDates(data, timeZone);
    const address = addressOf(fields, slug, input.extensions);
    const exported: ExportedEdition = {
      ...{
        slug,
        locale,
        state,
        fields,
        data,
        address,
        sourceAddress: source?.edition.address ?? address,
        sourceLocale: input.sourceLocale,
        dialect: dialectOf(file),
        extensions: input.extensions,
      },
      date: date === undefined ? undefined : new WrittenDate(date),
      updated: updated === undefined ? undefined : new WrittenDate(updated),
      body: text.slice(body),
    };
    const summary: EditionSummary = {
      slug,
      locale,
      file,
      state,
      fields,
      hash: '',
      topics: [],
      authors: [],
      path: articlePath(locale, address),
    };
    // Of one that stays as it is, its errors say why.
    return readBody(exported, summary, text, source, edition.errors.length > 0 ? [] : findings);
  } catch (error) {
    const known = knownOf(error);
    if (known === undefined) throw error;
    findings.push({
      ...{ check: 'publish', level: 'error', slug, locale, file },
      line: Number(known.place?.split(':')[0] ?? 1),
      message: `${known.message}; the edition is not exported`,
    });
    return undefined;
  }
}

function addressOf({ slug: own }: ArticleFields, slug: string, extensions: readonly string[]): string {
  const chosen = chosenSlug(own, slug, extensions);
  return chosen !== undefined && isSiteSlug(chosen) ? chosen : slug;
}

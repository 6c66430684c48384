/** First look at every article: what changed, what may be published, and what the lists need of it. Bodies are not read here. */

import { hash } from 'node:crypto';
import { knownOf } from '../../errors.ts';
import type { Finding } from '../../finding.ts';
import { readFrontMatter } from '../../frontmatter/data.ts';
import { type ArticleFields, isWithheld, readFields } from '../../frontmatter/fields.ts';
import { counted } from '../../text/counted.ts';
import { channelsOf } from './channels.ts';
import type { EditionFacts } from './edition-facts.ts';
import type { EditionSummary } from './edition-summary.ts';
import { fieldFaults } from './field-faults.ts';
import { headingTitle } from './heading-title.ts';
import type { EditionInput, LoadableArticle, SiteInput } from './input.ts';
import { namesApart } from './joined-names.ts';
import type { KnownArticle } from './known-articles.ts';
import type { ListedArticles, ManifestEdition } from './list-text.ts';
import { channelSlug } from './page-addresses.ts';
import { stateRules } from './state-rules.ts';

/** An edition that may be published; `path` is not settled yet. */
export interface Candidate {
  readonly summary: EditionSummary;
  readonly previous: ManifestEdition | undefined;
  /** The file has errors: the last good edition stays published, its words read back from its own page. */
  readonly lastGood: boolean;
}

/** An article that is as it was when its pages were made. */
export interface KeptArticle {
  readonly known: KnownArticle;
  /** Its editions as the list has them, in the order of what is known of them. */
  readonly load: () => readonly ManifestEdition[];
}

export interface SiteSurvey {
  /** By slug, in code unit order; the source's edition first. */
  readonly articles: ReadonlyMap<string, readonly Candidate[] | KeptArticle>;
  readonly findings: Finding[];
  /** Stamps of the articles that need not be loaded next time unless they differ. */
  readonly stamps: ReadonlyMap<string, string>;
}

/**
 * @param known what the last build with the same options knew of the articles that it need not have loaded
 * @param demandReadable throws a KnownError for a text whose body does not parse
 */
export function surveyArticles(
  input: SiteInput,
  previous: ListedArticles,
  known: ReadonlyMap<string, KnownArticle>,
  demandReadable: (text: string, file: string) => void,
): SiteSurvey {
  const articles = new Map<string, readonly Candidate[] | KeptArticle>();
  const findings: Finding[] = [];
  const fresh = new Map<string, string>();
  for (const article of input.articles) {
    const { slug, stamp } = article;
    const kept = known.get(slug);
    if (kept !== undefined && kept.stamp === stamp && !kept.editions.some(({ facts }) => isWithheldStill(input, facts))) {
      articles.set(slug, { known: kept, load: () => previous.get(slug) ?? [] });
      fresh.set(slug, stamp);
      continue;
    }
    const own: Finding[] = [];
    const candidates = surveyArticle(input, article, previous.get(slug) ?? [], own, demandReadable);
    if (candidates.length > 0) articles.set(slug, candidates);
    findings.push(...own);
    // What is withheld or broken is looked at each time: the clock may release it, and it is to be reported again.
    if (stamp !== undefined && own.length === 0 && candidates.length > 0) fresh.set(slug, stamp);
  }
  return { articles, findings, stamps: fresh };
}

function surveyArticle(
  input: SiteInput,
  article: LoadableArticle,
  before: readonly ManifestEdition[],
  findings: Finding[],
  demandReadable: (text: string, file: string) => void,
): Candidate[] {
  const { editions } = article.load();
  const original = editions.find((edition) => edition.state === 'source');
  if (original === undefined) return [];
  const candidates: Candidate[] = [];
  let source: ArticleFields | undefined;
  for (const edition of [original, ...editions.filter((one) => one !== original)]) {
    const previous = before.find((one) => one.locale === edition.locale);
    const read = readEdition(input, article.slug, edition, findings);
    const fields = typeof read === 'object' ? inherit(read, source, original.locale) : previous?.fields;
    // An unreadable source may carry an embargo that nobody can read: with no good edition it stays in.
    if (edition === original && (fields === undefined || isHidden(input, fields))) return [];
    source ??= fields;
    if (fields === undefined || isHidden(input, fields) || stateRules(input.options, edition.state).publish === 'none') continue;
    const errors = edition.errors.length > 0 ? edition.errors : bodyFaults(article.slug, edition, demandReadable);
    if (typeof read !== 'object' || errors.length > 0) {
      if (errors.length > 0) findings.push(...errors, broken(article.slug, { ...edition, errors }, previous !== undefined));
      if (previous !== undefined) candidates.push({ summary: withoutKey(previous), previous, lastGood: true });
      continue;
    }
    const digest = hash('sha256', `${edition.state}\n${edition.text}`, 'base64url').slice(0, 22);
    const { locale, file, state } = edition;
    const summary: EditionSummary = {
      slug: article.slug,
      locale,
      file,
      state,
      hash: digest,
      fields,
      ...channelsOf(fields, source ?? fields, input.strings[locale]),
      path: '',
    };
    const unchanged = previous?.hash === digest && previous.body !== undefined;
    candidates.push({ summary: unchanged && previous.body ? { ...summary, body: previous.body } : summary, previous, lastGood: false });
  }
  return candidates;
}

function isHidden(input: SiteInput, fields: ArticleFields): boolean {
  return input.drafts !== true && isWithheld(fields, input.now);
}

function isWithheldStill({ drafts, now }: SiteInput, { withheld }: EditionFacts): boolean {
  return drafts !== true && withheld !== undefined && (withheld === 'for ever' || now < withheld);
}

/** One article that does not parse sinks no site. */
function bodyFaults(slug: string, { locale, file, text }: EditionInput, demandReadable: (text: string, file: string) => void): Finding[] {
  try {
    demandReadable(text, file);
    return [];
  } catch (error) {
    const known = knownOf(error);
    if (known === undefined) throw error;
    const line = Number.parseInt(known.place ?? '', 10);
    return [
      {
        ...{ check: 'publish', level: 'error', slug, locale, file, message: known.message },
        ...(Number.isNaN(line) ? {} : { line }),
        ...(known.expected === undefined ? {} : { expected: [known.expected] }),
        ...(known.got === undefined ? {} : { got: [known.got] }),
      },
    ];
  }
}

function readEdition(input: SiteInput, slug: string, edition: EditionInput, findings: Finding[]): ArticleFields | undefined {
  try {
    const { data, body } = readFrontMatter(edition.text);
    const { timeZone } = input.options;
    const given = readFields(data, '', timeZone);
    const title = given.title === '' ? (headingTitle(edition.text.slice(body)) ?? slug) : given.title;
    const fields = { ...given, title, authors: namesApart(given.authors, edition.locale, (name) => isKnownAuthor(input, name)) };
    for (const { message, expected, got } of fieldFaults(data, timeZone))
      findings.push({
        ...{ check: 'publish', level: 'note', slug, locale: edition.locale, file: edition.file },
        ...{ message, expected: [expected], got: [got] },
      });
    return fields;
  } catch (error) {
    const known = knownOf(error);
    if (known === undefined) throw error;
    findings.push({
      ...{
        check: 'publish',
        level: 'error',
        slug,
        locale: edition.locale,
        file: edition.file,
        line: Number(known.place?.split(':')[0] ?? 1),
      },
      message: `${known.message}; the edition stays as it was`,
      ...(known.expected === undefined ? {} : { expected: [known.expected] }),
      ...(known.got === undefined ? {} : { got: [known.got] }),
    });
    return undefined;
  }
}

/** By the name in the configuration, or what `ui.json` is told of. */
function isKnownAuthor({ options, strings, sourceLocale }: SiteInput, name: string): boolean {
  const told = strings[sourceLocale] as { readonly authors?: Readonly<Record<string, unknown>> } | undefined;
  return Object.hasOwn(options.authors, name) || Object.hasOwn(told?.authors ?? {}, channelSlug(name));
}

/** What an edition's front matter leaves out is the source's; words are not taken over, but for those of a picture, which say whose they are. */
function inherit(fields: ArticleFields, source: ArticleFields | undefined, sourceLocale: string): ArticleFields {
  if (source === undefined) return fields;
  const { date, updated, image, section, pinned, weight, kind, review, coverageEnd, speakable } = source;
  return {
    ...(date === undefined ? {} : { date }),
    ...(updated === undefined ? {} : { updated }),
    ...(image === undefined ? {} : { image: { ...image, locale: sourceLocale } }),
    ...(section === undefined ? {} : { section }),
    ...(pinned === undefined ? {} : { pinned }),
    ...(weight === undefined ? {} : { weight }),
    ...(kind === undefined ? {} : { kind }),
    ...(review === undefined ? {} : { review }),
    ...(coverageEnd === undefined ? {} : { coverageEnd }),
    ...(speakable === undefined ? {} : { speakable }),
    ...fields,
    authors: fields.authors.length > 0 ? fields.authors : source.authors,
    tags: fields.tags.length > 0 ? fields.tags : source.tags,
  };
}

function broken(slug: string, { locale, file, errors }: EditionInput, published: boolean): Finding {
  const rest = published ? 'its last good edition stays published' : 'it is not published';
  return {
    check: 'publish',
    level: 'error',
    slug,
    locale,
    file,
    message: `The edition has ${counted(errors.length, 'finding')} at error level; ${rest}`,
  };
}

export function withoutKey({ key: _, ...summary }: ManifestEdition): EditionSummary {
  // Of a site that was built before there were pages of authors.
  return { ...summary, authors: summary.authors ?? [] };
}

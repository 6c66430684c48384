/** The path of each edition, and the old paths that lead to it. No two editions share a path. */

import type { Finding } from '../../finding.ts';
import { type EditionFacts, editionFacts, type PageFacts } from './edition-facts.ts';
import type { EditionSummary } from './edition-summary.ts';
import type { Manifest, ManifestEdition } from './list-text.ts';
import type { ReadManifest } from './manifest.ts';
import { articlePath, CHANNEL_KINDS, chosenSlug, isSiteSlug } from './page-addresses.ts';
import { type Candidate, type KeptArticle, type SiteSurvey, withoutKey } from './survey.ts';

export interface PublishedEdition {
  readonly facts: EditionFacts;
  /** Of its page in the last build, where the article is as it was; the page may have to be made anew for others' sake. */
  readonly page?: PageFacts | undefined;
  /** Where the article is as it was, read when it is asked for. */
  readonly summary: EditionSummary;
  readonly previous: ManifestEdition | undefined;
  readonly lastGood: boolean;
}

/** By locale, in an order. */
export type Editions = ReadonlyMap<string, readonly PublishedEdition[]>;

export interface SitePaths {
  /** By slug; the source's edition first. */
  readonly articles: ReadonlyMap<string, readonly PublishedEdition[]>;
  /** Old site paths and the edition that they lead to. */
  readonly moved: ReadonlyMap<string, PublishedEdition>;
  /** Slugs of articles that did not get the addresses that they ask for: they are looked at each time. */
  readonly unsettled: ReadonlySet<string>;
}

/** First parts of a path below a locale that are the lists' own. */
const LISTS = new Set<string>([...CHANNEL_KINDS, 'page', 'newsletter', 'feed.xml', 'feed.json', '404.html']);

/**
 * @param timeZone of dates without an offset
 * @param extensions `SiteInput.extensions`
 */
export function assignPaths(
  { articles, findings }: SiteSurvey,
  previous: Pick<ReadManifest, 'moved' | 'isExpected'>,
  timeZone: string,
  extensions: readonly string[],
): SitePaths {
  const unsettled = new Set<string>();
  const asked = new Map<string, readonly PublishedEdition[]>();
  for (const [slug, article] of articles) {
    const before = findings.length;
    asked.set(
      slug,
      'known' in article ? keptEditions(article) : article.map((candidate) => withPath(candidate, { timeZone, extensions }, findings)),
    );
    if (findings.length > before) unsettled.add(slug);
  }
  // A list that was merged may have two editions at one address.
  const placed = previous.isExpected && areWhereTheyWere(asked) ? asked : settled(asked, findings, unsettled);
  return { articles: placed, moved: movedPaths(placed, previous, findings), unsettled };
}

/** Whether every edition is at the address that it had: no two had the same. */
function areWhereTheyWere(asked: ReadonlyMap<string, readonly PublishedEdition[]>): boolean {
  for (const editions of asked.values())
    for (const edition of editions) if (edition.page === undefined && edition.previous?.path !== edition.facts.path) return false;
  return true;
}

/** The first to ask for an address gets it. */
function settled(
  asked: ReadonlyMap<string, readonly PublishedEdition[]>,
  findings: Finding[],
  unsettled: Set<string>,
): Map<string, readonly PublishedEdition[]> {
  const taken = new Map<string, EditionFacts>();
  const placed = new Map<string, readonly PublishedEdition[]>();
  for (const [slug, all] of asked) {
    const own = all.filter(({ facts }) => {
      const { path, locale, file } = facts;
      const name = onDisk(path);
      const other = taken.get(name);
      if (other === undefined) taken.set(name, facts);
      else
        findings.push({
          ...{ check: 'publish', level: 'error', slug, locale, file },
          message: `${path} is the address of "${other.slug}" already; this edition is not published`,
        });
      return other === undefined;
    });
    if (own.length < all.length) unsettled.add(slug);
    // The others' pages name the edition that has lost its address.
    if (own.length > 0) placed.set(slug, own.length < all.length ? own.map(asChanged) : own);
  }
  return placed;
}

function keptEditions(article: KeptArticle): PublishedEdition[] {
  return article.known.editions.map(({ facts, page }, at) => new KeptEdition(facts, page, article, at));
}

class KeptEdition implements PublishedEdition {
  readonly facts: EditionFacts;
  readonly page: PageFacts;
  readonly lastGood = false;
  readonly #article: KeptArticle;
  readonly #at: number;
  #summary: EditionSummary | undefined;

  constructor(facts: EditionFacts, page: PageFacts, article: KeptArticle, at: number) {
    this.facts = facts;
    this.page = page;
    this.#article = article;
    this.#at = at;
  }

  get previous(): ManifestEdition {
    return this.#article.load()[this.#at] as ManifestEdition;
  }

  get summary(): EditionSummary {
    this.#summary ??= withoutKey(this.previous);
    return this.#summary;
  }
}

function asChanged({ facts, summary, previous, lastGood }: PublishedEdition): PublishedEdition {
  return { facts, summary, previous, lastGood };
}

function withPath(
  candidate: Candidate,
  { timeZone, extensions }: { readonly timeZone: string; readonly extensions: readonly string[] },
  findings: Finding[],
): PublishedEdition {
  const path = candidate.lastGood ? candidate.summary.path : pathFor(candidate.summary, extensions, findings);
  const summary = path === candidate.summary.path ? candidate.summary : { ...candidate.summary, path };
  return { ...candidate, summary, facts: editionFacts(summary, timeZone) };
}

/** Most paths are the same in every file system. */
const PLAIN = /^[a-z\d/._-]*$/;

/** File systems that fold case or compose letters would take two such paths for one. */
function onDisk(path: string): string {
  if (PLAIN.test(path)) return path;
  return path.normalize('NFC').toLowerCase();
}

function pathFor(edition: EditionSummary, extensions: readonly string[], findings: Finding[]): string {
  const { locale, slug, file } = edition;
  const chosen = chosenSlug(edition.fields.slug, slug, extensions);
  if (chosen !== undefined) {
    if (isSiteSlug(chosen)) return articlePath(locale, clear(chosen));
    findings.push({
      check: 'publish',
      level: 'warning',
      slug,
      locale,
      file,
      message: `"slug" in the front matter cannot be an address; "${slug}" is used`,
      got: [chosen],
    });
  }
  return articlePath(locale, clear(isSiteSlug(slug) ? slug : slug.replace(/[^\p{L}\p{M}\p{N}/_-]+/gu, '-')));
}

function clear(slug: string): string {
  return LISTS.has(onDisk(slug.split('/')[0] ?? '')) ? `article/${slug}` : slug;
}

/** Aliases of the front matter, and every path that an edition had in an earlier build. */
function movedPaths(
  articles: ReadonlyMap<string, readonly PublishedEdition[]>,
  previous: Pick<Manifest, 'moved'>,
  findings: Finding[],
): Map<string, PublishedEdition> {
  const moved = new Map<string, PublishedEdition>();
  const used = new Set<string>();
  let taken: ReadonlySet<string> | undefined;
  const add = (path: string, edition: PublishedEdition) => {
    const name = onDisk(path);
    taken ??= new Set([...articles.values()].flatMap((editions) => editions.map(({ facts }) => onDisk(facts.path))));
    if (taken.has(name) || used.has(name)) return;
    used.add(name);
    moved.set(path, edition);
  };
  for (const editions of articles.values())
    for (const edition of editions) {
      const { facts, page } = edition;
      for (const alias of facts.aliases ?? []) {
        const path = aliasPath(alias, facts.locale);
        if (path !== undefined) add(path, edition);
      }
      // One that is as it was is where it was.
      const before = page === undefined ? edition.previous?.path : undefined;
      if (before === undefined || before === facts.path) continue;
      add(before, edition);
      const { slug, locale, file } = facts;
      findings.push({
        ...{ check: 'publish', level: 'note', slug, locale, file },
        message: `The address changed from ${before} to ${facts.path}; write the old one to "aliases" in the front matter, so that it also leads there in a site built anew`,
      });
    }
  for (const [path, [slug, locale]] of previous.moved) {
    const edition = articles.get(slug)?.find(({ facts }) => facts.locale === locale);
    if (edition !== undefined) add(path, edition);
  }
  return moved;
}

/** The site path that an alias of the front matter names; undefined for what cannot be one. */
export function aliasPath(alias: string, locale: string): string | undefined {
  const trimmed = alias.replace(/^\/+|(?<!\/)\/+$/g, '');
  if (!isSiteSlug(trimmed)) return undefined;
  const path = alias.startsWith('/') ? `/${trimmed}` : `/${locale}/${trimmed}`;
  return /\.html?$/.test(path) ? path : `${path}/`;
}

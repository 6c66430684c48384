/** The articles' pages: written where anything that they are made of has changed, kept where nothing has. */

import type { Finding } from '../../finding.ts';
import type { MediaFile } from '../body/media.ts';
import type { PublishedEdition } from '../survey/assign-paths.ts';
import { type PageFacts, pageFacts } from '../survey/edition-facts.ts';
import type { BodySummary, EditionSummary } from '../survey/edition-summary.ts';
import type { ManifestEdition } from '../survey/list-text.ts';
import { fileOf } from '../survey/page-addresses.ts';
import { faultsOf } from './page-faults.ts';
import { leadImage } from './page-images.ts';
import { isKeyStill, pageKey } from './page-keys.ts';
import { bodyNow, originalOf, type PageMaking } from './page-making.ts';
import { writePage } from './write-page.ts';

export interface WrittenEditions {
  /** By slug, the articles that are not known to be as the last build's list has them. */
  readonly changed: ReadonlyMap<string, readonly ManifestEdition[]>;
  /** What is known of the page of an edition. */
  readonly page: (edition: PublishedEdition) => PageFacts;
  /** An edition with its body. */
  readonly summary: (edition: PublishedEdition) => EditionSummary;
  readonly media: ReadonlyMap<string, MediaFile>;
  /** Site paths of the pictures above the texts. */
  readonly leads: ReadonlySet<string>;
  /** Links that lead nowhere, and images that are not there. */
  readonly findings: readonly Finding[];
}

export function writeEditions(work: PageMaking): WrittenEditions {
  const texts = new Map(work.input.articles.map((article) => [article.slug, article]));
  /** Of the pages that are not as the last build's are known to be. */
  const keys = new Map<PublishedEdition, string>();
  const write = (edition: PublishedEdition, editions: readonly PublishedEdition[]): void => {
    const { slug, locale } = edition.facts;
    const body = writePage(work, edition, editions, () => texts.get(slug)?.read(locale) ?? '');
    work.bodies.set(edition, body);
    keys.set(edition, pageKey(work, edition, body, editions));
  };
  for (const editions of work.paths.articles.values())
    for (const edition of editions) {
      const { facts, page } = edition;
      const file = fileOf(facts.path);
      const isThere = work.stage.holds(file);
      if (page !== undefined) {
        if (isThere && isKeyStill(work, edition, page)) work.stage.keep(file);
        else write(edition, editions);
        continue;
      }
      const { previous } = edition;
      const known = bodyNow(work, edition);
      const key = known && pageKey(work, edition, known, editions);
      if (key !== undefined && isThere && previous?.path === facts.path && previous.key === key) {
        work.stage.keep(file);
        keys.set(edition, key);
      } else write(edition, editions);
    }
  // Anchors of articles that were not written yet could not be checked; now all are known.
  for (const editions of work.paths.articles.values())
    for (const edition of editions) {
      const page = keys.has(edition) ? undefined : edition.page;
      const links = page === undefined ? bodyNow(work, edition)?.links : page.refs?.links;
      if (links?.some((link) => link.includes('#')) !== true) continue;
      const isStill =
        page === undefined
          ? pageKey(work, edition, bodyNow(work, edition) as BodySummary, editions) === keys.get(edition)
          : isKeyStill(work, edition, page);
      if (!isStill) write(edition, editions);
    }

  const media = new Map<string, MediaFile>();
  const leads = new Set<string>();
  const findings: Finding[] = [];
  const changed = new Map<string, ManifestEdition[]>();
  const pages = new Map<PublishedEdition, PageFacts>();
  const page = (edition: PublishedEdition) => pages.get(edition) ?? (edition.page as PageFacts);
  for (const [slug, editions] of work.paths.articles) {
    if (editions.some((edition) => edition.page === undefined || keys.has(edition)))
      changed.set(
        slug,
        editions.map((edition) => {
          const key = keys.get(edition);
          if (key === undefined) return edition.previous as ManifestEdition;
          const { summary } = edition;
          const body = bodyNow(work, edition) as BodySummary;
          pages.set(edition, pageFacts({ ...summary, body, key }, originalOf(editions)?.summary));
          // A dead link may name an article that nobody may know of yet. It is not written down where readers are.
          const links = body.links.filter((link) => work.links.resolve(link, summary) !== undefined);
          return { ...summary, body: { ...body, links }, key: links.length === body.links.length ? key : '' };
        }),
      );
    for (const edition of editions) {
      const { refs, told } = page(edition);
      if (refs === undefined && told === undefined) continue;
      findings.push(...faultsOf(work, edition.facts, refs, told && bodyNow(work, edition), media));
      const lead = leadImage(work, edition.facts.file, refs?.lead);
      if (lead !== undefined) leads.add(lead.path);
    }
  }
  const summary = (edition: PublishedEdition) => {
    const body = work.bodies.get(edition);
    return body === undefined ? edition.summary : { ...edition.summary, body };
  };
  return { changed, page, summary, media, leads, findings };
}

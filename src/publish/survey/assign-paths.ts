/** The path of each edition, and the old paths that lead to it. No two editions share a path. */

import type { Finding } from '../../finding.ts';
import type { EditionSummary } from './edition-summary.ts';
import type { Manifest } from './manifest.ts';
import { articlePath, CHANNEL_KINDS, isSiteSlug } from './page-addresses.ts';
import type { Candidate, SiteSurvey } from './survey.ts';

export interface PublishedEdition extends Candidate {
  readonly summary: EditionSummary;
}

export interface SitePaths {
  /** By slug; the source's edition first. */
  readonly articles: ReadonlyMap<string, readonly PublishedEdition[]>;
  /** Old site paths and the edition that they lead to. */
  readonly moved: ReadonlyMap<string, EditionSummary>;
}

/** First parts of a path below a locale that are the lists' own. */
const LISTS = new Set<string>([...CHANNEL_KINDS, 'page', 'newsletter', 'feed.xml', 'feed.json', '404.html']);

export function assignPaths({ articles, findings }: SiteSurvey, previous: Manifest): SitePaths {
  const taken = new Map<string, EditionSummary>();
  const placed = new Map<string, PublishedEdition[]>();
  for (const [slug, candidates] of articles)
    for (const candidate of candidates) {
      const path = candidate.lastGood ? candidate.summary.path : pathFor(candidate.summary, findings);
      const summary = path === candidate.summary.path ? candidate.summary : { ...candidate.summary, path };
      const other = taken.get(onDisk(path));
      if (other !== undefined) {
        findings.push({
          ...{ check: 'publish', level: 'error', slug, locale: summary.locale, file: summary.file },
          message: `${path} is the address of "${other.slug}" already; this edition is not published`,
        });
        continue;
      }
      taken.set(onDisk(path), summary);
      const own = placed.get(slug);
      if (own === undefined) placed.set(slug, [{ ...candidate, summary }]);
      else own.push({ ...candidate, summary });
    }
  return { articles: placed, moved: movedPaths(placed, taken, previous, findings) };
}

/** File systems that fold case or compose letters would take two such paths for one. */
function onDisk(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

function pathFor(edition: EditionSummary, findings: Finding[]): string {
  const { locale, slug, file } = edition;
  const chosen = edition.fields.slug?.replace(/^\/+|(?<!\/)\/+$/g, '').normalize('NFC');
  if (chosen !== undefined && chosen !== '') {
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
  return LISTS.has(slug.split('/')[0] ?? '') ? `article/${slug}` : slug;
}

/** Aliases of the front matter, and every path that an edition had in an earlier build. */
function movedPaths(
  articles: ReadonlyMap<string, readonly PublishedEdition[]>,
  taken: ReadonlyMap<string, EditionSummary>,
  previous: Manifest,
  findings: Finding[],
): Map<string, EditionSummary> {
  const moved = new Map<string, EditionSummary>();
  const used = new Set(taken.keys());
  const add = (path: string, edition: EditionSummary) => {
    if (used.has(onDisk(path))) return;
    used.add(onDisk(path));
    moved.set(path, edition);
  };
  for (const editions of articles.values())
    for (const { summary, previous: before } of editions) {
      for (const alias of summary.fields.aliases) {
        const path = aliasPath(alias, summary.locale);
        if (path !== undefined) add(path, summary);
      }
      if (before === undefined || before.path === summary.path) continue;
      add(before.path, summary);
      const { slug, locale, file } = summary;
      findings.push({
        ...{ check: 'publish', level: 'note', slug, locale, file },
        message: `The address changed from ${before.path} to ${summary.path}; write the old one to "aliases" in the front matter, so that it also leads there in a site built anew`,
      });
    }
  for (const [path, [slug, locale]] of Object.entries(previous.moved)) {
    const edition = articles.get(slug)?.find(({ summary }) => summary.locale === locale)?.summary;
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

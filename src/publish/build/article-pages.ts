/** The articles' pages: written where anything that they are made of has changed, kept where nothing has. */

import { hash } from 'node:crypto';
import type { Finding } from '../../finding.ts';
import type { Links } from '../body/link-targets.ts';
import type { LocalFrames } from '../body/local-frames.ts';
import type { Media, MediaFile } from '../body/media.ts';
import { type BodyWords, renderBody } from '../body/render-body.ts';
import { bodyOf, renderArticle } from '../page/article-page.ts';
import type { PageImage } from '../page/article-parts.ts';
import type { Chrome } from '../page/chrome.ts';
import type { Alternate } from '../page/hreflang.ts';
import { direction } from '../page/locale-names.ts';
import { bodyPictures } from '../page/picture.ts';
import { name, sentence } from '../page/reader-words.ts';
import { isIndexed, type Site, siteTitle } from '../page/site.ts';
import type { Stage } from '../stage.ts';
import type { PublishedEdition, SitePaths } from '../survey/assign-paths.ts';
import type { BodySummary, EditionSummary } from '../survey/edition-summary.ts';
import type { SiteInput } from '../survey/input.ts';
import type { ManifestEdition } from '../survey/manifest.ts';
import { fileOf } from '../survey/page-addresses.ts';
import type { Onward } from './onward.ts';

/** What every article's page is made with. */
export interface PageMaking {
  readonly input: SiteInput;
  readonly site: Site;
  readonly paths: SitePaths;
  readonly links: Links;
  readonly media: Media;
  readonly frames: LocalFrames;
  /** What a reader of an edition may want to read next. */
  readonly onward: (edition: EditionSummary) => Onward;
  readonly stage: Stage;
  /** What all pages of a locale are made of: templates, words, options. */
  readonly shell: (locale: string) => string;
  /** Bodies by edition, those of the last build at first; `createLinks` looks anchors up in it. */
  readonly bodies: Map<string, BodySummary>;
}

export interface WrittenEditions {
  readonly editions: ReadonlyMap<string, readonly ManifestEdition[]>;
  readonly media: ReadonlyMap<string, MediaFile>;
  /** Site paths of the pictures above the texts. */
  readonly leads: ReadonlySet<string>;
  /** Links that lead nowhere, and images that are not there. */
  readonly findings: readonly Finding[];
}

export function bodyKey({ slug, locale }: EditionSummary): string {
  return `${locale}\n${slug}`;
}

export function writeEditions(work: PageMaking): WrittenEditions {
  const texts = new Map(work.input.articles.map((article) => [article.slug, article]));
  const keys = new Map<string, string>();
  const media = new Map<string, MediaFile>();
  const leads = new Set<string>();
  const findings: Finding[] = [];
  const pass = (only?: (placed: PublishedEdition) => boolean): void => {
    for (const editions of work.paths.articles.values()) {
      const versions = versionsOf(work.site, editions);
      const source = editions.find(({ summary }) => summary.state === 'source')?.summary;
      for (const placed of editions) {
        const { summary } = placed;
        if (only?.(placed) === false) continue;
        const known = work.bodies.get(bodyKey(summary));
        const key = known && keyOf(work, summary, known, source, versions);
        const before = only === undefined ? placed.previous?.key : keys.get(bodyKey(summary));
        const file = fileOf(summary.path);
        if (
          key !== undefined &&
          key === before &&
          (only !== undefined || (placed.previous?.path === summary.path && work.stage.holds(file)))
        ) {
          if (only === undefined) work.stage.keep(file);
          keys.set(bodyKey(summary), key);
          continue;
        }
        const body = writeOne(work, placed, source, versions, () => texts.get(summary.slug)?.read(summary.locale) ?? '');
        work.bodies.set(bodyKey(summary), body);
        keys.set(bodyKey(summary), keyOf(work, summary, body, source, versions));
      }
    }
  };
  pass();
  // Anchors of articles that were not written yet could not be checked; now all are known.
  pass(({ summary }) => work.bodies.get(bodyKey(summary))?.links.some((link) => link.includes('#')) === true);

  const editions = new Map<string, ManifestEdition[]>();
  for (const [slug, placed] of work.paths.articles)
    editions.set(
      slug,
      placed.map(({ summary }) => {
        const body = work.bodies.get(bodyKey(summary)) as BodySummary;
        findings.push(...faultsOf(work, summary, body, media));
        const lead = leadImage(work, summary);
        if (lead !== undefined) leads.add(lead.path);
        // A dead link may name an article that nobody may know of yet. It is not written down; the page is looked at each time.
        const links = body.links.filter((link) => work.links.resolve(link, summary) !== undefined);
        const key = links.length === body.links.length ? keys.get(bodyKey(summary)) : undefined;
        return { ...summary, body: { ...body, links }, key: key ?? '' };
      }),
    );
  return { editions, media, leads, findings };
}

function versionsOf(site: Site, editions: readonly PublishedEdition[]): Alternate[] {
  return editions
    .map(({ summary }) => ({ locale: summary.locale, path: summary.path, indexed: isIndexed(site, summary.state) }))
    .sort((a, b) => site.locales.indexOf(a.locale) - site.locales.indexOf(b.locale));
}

function writeOne(
  work: PageMaking,
  placed: PublishedEdition,
  source: EditionSummary | undefined,
  versions: readonly Alternate[],
  read: () => string,
): BodySummary {
  const { summary, previous, lastGood } = placed;
  const known = work.bodies.get(bodyKey(summary));
  let markup: string;
  let body: BodySummary;
  if (lastGood && known !== undefined) {
    body = known;
    markup = liveLinks(bodyOf(work.stage.read(fileOf(previous?.path ?? summary.path)) ?? '') ?? '', work.links);
  } else {
    const sourceHeadings =
      source === undefined || source.locale === summary.locale ? undefined : work.bodies.get(bodyKey(source))?.headings;
    const { input, links, media, frames, site } = work;
    const options = {
      words: bodyWords(site.chrome(summary.locale)),
      direction: direction(summary.locale),
      extensions: input.extensions,
      links,
      ...{ media, frames, publish: site.options, title: siteTitle(site, summary.locale) },
      href: site.addresses.href,
    };
    const rendered = renderBody(read(), summary, { ...options, sourceHeadings, before: previous?.body });
    markup = withPictures(work, summary, rendered.markup, leadImage(work, summary) !== undefined);
    body = rendered.summary;
  }
  const image = leadImage(work, summary);
  const edition = { ...summary, body };
  const { related, next } = work.onward(summary);
  work.stage.put(fileOf(summary.path), renderArticle(work.site, { edition, source, versions, image, related, next, body: markup }));
  return body;
}

function bodyWords(t: Chrome): BodyWords {
  return {
    ...{ table: t('body.table'), image: t('body.image'), embed: t('body.embed'), notes: t('body.notes') },
    language: t.language('body.table'),
    ...{ video: t('body.video'), audio: t('body.audio') },
    card: (provider) => ({
      load: t('body.embedLoad', { provider }),
      note: t('body.embedNote', { provider }),
      open: t('body.embedOpen', { provider }),
      language: t.language('body.embedOpen'),
    }),
    alert: (kind) => t(`body.alert.${kind}`),
    backToReference: (reference) => t('body.backToReference', { reference }),
  };
}

/** The last good page may link to an article that has been removed since: its words stay without the link. */
function liveLinks(body: string, links: Links): string {
  return body.replace(/<a [^>]*?href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g, (whole, href: string, words: string) =>
    links.leads(href.replaceAll('&#x26;', '&')) ? whole : words,
  );
}

export function leadImage({ media, site }: Pick<PageMaking, 'media' | 'site'>, { fields, file }: EditionSummary): PageImage | undefined {
  const found = fields.image === undefined ? undefined : media.find(fields.image.src, file);
  if (found === undefined || !media.isImage(found)) return undefined;
  return pageImage(found, site.addresses.href);
}

export function pageImage({ path, width, height, credit, variants, cuts }: MediaFile, href: (path: string) => string): PageImage {
  return {
    ...{ path, href: href(path) },
    ...(width === undefined || height === undefined ? {} : { width, height }),
    ...(credit === undefined ? {} : { credit }),
    ...(variants === undefined ? {} : { variants }),
    ...(cuts === undefined ? {} : { cuts }),
  };
}

/** The pictures of a body as `bodyPictures` puts them. */
function withPictures({ media, site }: PageMaking, edition: EditionSummary, body: string, hasLead: boolean): string {
  const t = site.chrome(edition.locale);
  const find = (address: string) => {
    const file = media.at(site.addresses.within(address) ?? '');
    return file !== undefined && media.isImage(file) ? pageImage(file, site.addresses.href) : undefined;
  };
  return bodyPictures(body, find, !hasLead, site.addresses.href, (credit) => sentence(t, 'article.credit', 'name', name(credit)));
}

/** A hash of everything that the page is made of. */
function keyOf(
  work: PageMaking,
  summary: EditionSummary,
  body: BodySummary,
  source: EditionSummary | undefined,
  versions: readonly Alternate[],
): string {
  const { related, next } = work.onward(summary);
  const parts = [
    work.shell(summary.locale),
    summary.hash,
    summary.state,
    summary.path,
    summary.fields,
    [summary.topics, summary.section, summary.authors],
    versions,
    source === undefined || source.locale === summary.locale
      ? null
      : [source.path, source.fields.title, source.fields.corrections, work.bodies.get(bodyKey(source))?.headings],
    body.links.map((link) => work.links.resolve(link, summary)?.href ?? null),
    [summary.fields.image?.src, ...body.images, ...(body.pictures ?? []), ...(body.media ?? [])].map((image) => {
      const found = image === undefined ? undefined : work.media.find(image, summary.file);
      // The path of a public file does not say what is in it.
      return found === undefined ? null : [found.path, found.named];
    }),
    body.frames?.map((frame) => work.frames.find(frame) ?? null) ?? null,
    body.aliases,
    [...related, next ?? null].map((one) => (one === null ? null : [one.path, one.fields.title, one.fields.date])),
  ];
  return hash('sha256', JSON.stringify(parts), 'base64url').slice(0, 22);
}

/** What leads nowhere; the files that the page shows are gathered on the way. */
function faultsOf(work: PageMaking, edition: EditionSummary, body: BodySummary, media: Map<string, MediaFile>): Finding[] {
  const { slug, locale, file } = edition;
  const findings: Finding[] = [];
  const warn = (message: string, got: string) =>
    findings.push({ check: 'publish', level: 'warning', slug, locale, file, message, got: [got] });
  for (const href of body.links) {
    const link = work.links.resolve(href, edition);
    if (link === undefined) warn('A link leads nowhere; its words stay, without the link', href);
    else if (link.deadAnchor) warn('A link names an anchor that the article does not have; it leads to the article', href);
    else if (link.mediaPath !== undefined) gather(work.media, href, file, media);
  }
  for (const href of body.deadAnchors) warn('A link names an anchor that is not in this article; its words stay, without the link', href);
  for (const src of body.pictures ?? []) gather(work.media, src, file, media);
  for (const src of body.media ?? [])
    if (!gather(work.media, src, file, media)) warn('A film or recording is not there, or may not be shown; it is left out', src);
  for (const { what, line } of body.dropped ?? [])
    findings.push({
      ...{ check: 'publish', level: 'warning', slug, locale, file, got: [what], ...(line === undefined ? {} : { line }) },
      message: `The page cannot show ${what}; it is left out`,
    });
  for (const { address, line } of body.linked ?? [])
    findings.push({
      ...{ check: 'publish', level: 'note', slug, locale, file, got: [address], ...(line === undefined ? {} : { line }) },
      message: 'What is at another address is not shown but linked: "publish.embeds" does not allow it',
    });
  for (const src of [edition.fields.image?.src, ...body.images])
    if (src !== undefined && !gather(work.media, src, file, media)) warn('An image is not there, or may not be shown; it is left out', src);
  return findings;
}

function gather(media: Media, source: string, articleFile: string, into: Map<string, MediaFile>): boolean {
  const found = media.find(source.replace(/[?#].*$/s, ''), articleFile);
  if (found !== undefined) into.set(found.path, found);
  return found !== undefined;
}

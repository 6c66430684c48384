/** The articles' pages: written where anything that they are made of has changed, kept where nothing has. */

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
import { digestOf } from '../site-files.ts';
import type { Stage } from '../stage.ts';
import type { PublishedEdition, SitePaths } from '../survey/assign-paths.ts';
import { type EditionFacts, type PageFacts, type PageRefs, pageFacts, pageRefs } from '../survey/edition-facts.ts';
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
  readonly onward: (edition: PublishedEdition) => Onward;
  /** Whether the lists of a locale are in the order that they had, and say the same: then what comes next does too. */
  readonly isOrderKept: (locale: string) => boolean;
  readonly stage: Stage;
  /** What all pages of a locale are made of: templates, words, options. */
  readonly shell: (locale: string) => string;
  /** Bodies of the pages that are made anew; `createLinks` looks anchors up in it. */
  readonly bodies: Map<PublishedEdition, BodySummary>;
}

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
    const body = writeOne(work, edition, editions, () => texts.get(slug)?.read(locale) ?? '');
    work.bodies.set(edition, body);
    keys.set(edition, keyOf(work, edition, body, editions));
  };
  for (const editions of work.paths.articles.values())
    for (const edition of editions) {
      const { facts, page } = edition;
      const file = fileOf(facts.path);
      const isThere = work.stage.holds(file);
      if (page !== undefined) {
        if (isThere && keyNow(work, edition, page) === page.key) work.stage.keep(file);
        else write(edition, editions);
        continue;
      }
      const { previous } = edition;
      const known = bodyNow(work, edition);
      const key = known && keyOf(work, edition, known, editions);
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
      const key = page === undefined ? keyOf(work, edition, bodyNow(work, edition) as BodySummary, editions) : keyNow(work, edition, page);
      if (key !== (page?.key ?? keys.get(edition))) write(edition, editions);
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
          pages.set(edition, pageFacts({ ...summary, body, key }, sourceOf(editions)?.summary));
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

function sourceOf(editions: readonly PublishedEdition[]): PublishedEdition | undefined {
  return editions.find(({ facts }) => facts.state === 'source');
}

/** The body of a page that was made anew, else that of the last build; undefined where there was none, or the text is another. */
function bodyNow({ bodies }: PageMaking, edition: PublishedEdition): BodySummary | undefined {
  return bodies.get(edition) ?? edition.summary.body;
}

function versionsOf(site: Site, editions: readonly PublishedEdition[]): Alternate[] {
  return editions
    .map(({ facts }) => ({ locale: facts.locale, path: facts.path, indexed: isIndexed(site, facts.state) }))
    .sort((a, b) => site.locales.indexOf(a.locale) - site.locales.indexOf(b.locale));
}

function writeOne(work: PageMaking, placed: PublishedEdition, editions: readonly PublishedEdition[], read: () => string): BodySummary {
  const { summary, previous, lastGood } = placed;
  const source = sourceOf(editions);
  const known = bodyNow(work, placed);
  const image = leadImage(work, summary.file, summary.fields.image?.src);
  let markup: string;
  let body: BodySummary;
  if (lastGood && known !== undefined) {
    body = known;
    markup = liveLinks(bodyOf(work.stage.read(fileOf(previous?.path ?? summary.path)) ?? '') ?? '', work.links);
  } else {
    const sourceHeadings = source === undefined || source.facts.locale === summary.locale ? undefined : bodyNow(work, source)?.headings;
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
    markup = withPictures(work, summary, rendered.markup, image !== undefined);
    body = rendered.summary;
  }
  const { related, next } = work.onward(placed);
  work.stage.put(
    fileOf(summary.path),
    renderArticle(work.site, {
      edition: { ...summary, body },
      source: source?.summary,
      versions: versionsOf(work.site, editions),
      image,
      related: related.map((one) => one.summary),
      next: next?.summary,
      body: markup,
    }),
  );
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

/** @param lead the address of the picture above the text, as the article has it */
export function leadImage(
  { media, site }: Pick<PageMaking, 'media' | 'site'>,
  articleFile: string,
  lead: string | undefined,
): PageImage | undefined {
  const found = lead === undefined ? undefined : media.find(lead, articleFile);
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

/** Signs of each of the hashes that a key is put together of. */
const PART = 11;

const partOf = (value: unknown) => digestOf(JSON.stringify(value)).slice(0, PART);

/**
 * Of everything that the page is made of, in four parts: what all pages of its locale have, the article's own, what it names of the rest
 * of the project, what others' pages say. The second stands for as long as the article does, and the others are cheap to tell.
 */
function keyOf(work: PageMaking, edition: PublishedEdition, body: BodySummary, editions: readonly PublishedEdition[]): string {
  const { summary } = edition;
  const source = sourceOf(editions);
  const own = partOf([
    ...[summary.hash, summary.state, summary.path, summary.fields],
    [summary.topics, summary.section, summary.authors],
    versionsOf(work.site, editions),
    source === undefined || source.facts.locale === summary.locale
      ? null
      : [source.facts.path, source.facts.title, source.summary.fields.corrections, bodyNow(work, source)?.headings],
    body.aliases,
  ]);
  return wholeKey(work, edition, own, pageRefs(summary, body), onwardKey(work, edition));
}

/** The key of a page whose article is as it was. */
function keyNow(work: PageMaking, edition: PublishedEdition, { key, refs }: PageFacts): string {
  const onward = work.isOrderKept(edition.facts.locale) ? key.slice(key.lastIndexOf('.') + 1) : onwardKey(work, edition);
  return wholeKey(work, edition, key.slice(PART + 1, 2 * PART + 1), refs, onward);
}

function wholeKey(work: PageMaking, { facts }: PublishedEdition, own: string, refs: PageRefs | undefined, onward: string): string {
  return `${work.shell(facts.locale).slice(0, PART)}.${own}.${refs === undefined ? '' : refsKey(work, facts, refs)}.${onward}`;
}

function onwardKey(work: PageMaking, edition: PublishedEdition): string {
  const { related, next } = work.onward(edition);
  return `${related.map(({ facts }) => facts.face).join(',')};${next?.facts.face ?? ''}`;
}

function refsKey({ links, media, frames }: PageMaking, place: EditionFacts, refs: PageRefs): string {
  return partOf([
    refs.links.map((link) => links.resolve(link, place)?.href ?? null),
    [refs.lead, ...refs.images, ...refs.pictures, ...refs.media].map((image) => {
      const found = image === undefined ? undefined : media.find(image, place.file);
      // The path of a public file does not say what is in it.
      return found === undefined ? null : [found.path, found.named];
    }),
    refs.frames.map((frame) => frames.find(frame) ?? null),
  ]);
}

/**
 * What leads nowhere; the files that the page shows are gathered on the way.
 * @param body where it gives reason for a finding
 */
function faultsOf(
  work: PageMaking,
  edition: EditionFacts,
  refs: PageRefs | undefined,
  body: BodySummary | undefined,
  media: Map<string, MediaFile>,
): Finding[] {
  const { slug, locale, file } = edition;
  const findings: Finding[] = [];
  const warn = (message: string, got: string) =>
    findings.push({ check: 'publish', level: 'warning', slug, locale, file, message, got: [got] });
  for (const href of refs?.links ?? []) {
    const link = work.links.resolve(href, edition);
    if (link === undefined) warn('A link leads nowhere; its words stay, without the link', href);
    else if (link.deadAnchor) warn('A link names an anchor that the article does not have; it leads to the article', href);
    else if (link.mediaPath !== undefined) gather(work.media, href, file, media);
  }
  for (const href of body?.deadAnchors ?? [])
    warn('A link names an anchor that is not in this article; its words stay, without the link', href);
  for (const src of refs?.pictures ?? []) gather(work.media, src, file, media);
  for (const src of refs?.media ?? [])
    if (!gather(work.media, src, file, media)) warn('A film or recording is not there, or may not be shown; it is left out', src);
  for (const { what, line } of body?.dropped ?? [])
    findings.push({
      ...{ check: 'publish', level: 'warning', slug, locale, file, got: [what], ...(line === undefined ? {} : { line }) },
      message: `The page cannot show ${what}; it is left out`,
    });
  for (const { address, line } of body?.linked ?? [])
    findings.push({
      ...{ check: 'publish', level: 'note', slug, locale, file, got: [address], ...(line === undefined ? {} : { line }) },
      message: 'What is at another address is not shown but linked: "publish.embeds" does not allow it',
    });
  for (const src of [refs?.lead, ...(refs?.images ?? [])])
    if (src !== undefined && !gather(work.media, src, file, media)) warn('An image is not there, or may not be shown; it is left out', src);
  return findings;
}

function gather(media: Media, source: string, articleFile: string, into: Map<string, MediaFile>): boolean {
  const found = media.find(source.replace(/[?#].*$/s, ''), articleFile);
  if (found !== undefined) into.set(found.path, found);
  return found !== undefined;
}

/** From articles to a site: survey, paths, pages, lists; staged beside the site and switched. */

import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { KnownError } from '../errors.ts';
import { writeCached } from '../files/write.ts';
import type { Finding } from '../finding.ts';
import { programKey } from '../program-key.ts';
import { createLinks } from './body/link-targets.ts';
import { createLocalFrames } from './body/local-frames.ts';
import { createMedia } from './body/media.ts';
import { demandReadable } from './body/to-markup.ts';
import { type WrittenEditions, writeEditions } from './build/article-pages.ts';
import { byLocale } from './build/by-locale.ts';
import { putHostFiles } from './build/host-files.ts';
import type { LoadedTemplates } from './build/load-templates.ts';
import { neighbourKey, onwardFrom } from './build/onward.ts';
import { fillSite, iconFile, lostEntries, lostPhotos, openSite, photosOf, shellHashes } from './build/open-site.ts';
import { readCache, readRound, type SavedCache, UNWRITTEN, writeCache, writeRound } from './build/page-cache.ts';
import { leadImage } from './build/page-images.ts';
import { placeFindings } from './build/places.ts';
import { copyPublic } from './build/public-files.ts';
import { putIcon, putPictures } from './build/put-pictures.ts';
import type { Host } from './hosts/host.ts';
import { listPaths, siteChannels, writeLists } from './lists/write-lists.ts';
import { outFolder } from './out-folder.ts';
import { createChromes } from './page/chrome.ts';
import type { PictureScaler } from './pictures/scale.ts';
import { checkOut, openStage, type Stage } from './stage.ts';
import { assignPaths, type Editions, type PublishedEdition, type SitePaths } from './survey/assign-paths.ts';
import type { EditionFacts } from './survey/edition-facts.ts';
import type { BodySummary } from './survey/edition-summary.ts';
import type { SiteInput } from './survey/input.ts';
import type { KnownArticle } from './survey/known-articles.ts';
import { inRound, listDigest, proofIn, readManifest, unchangedFiles, writeManifest } from './survey/manifest.ts';
import { fileOf } from './survey/page-addresses.ts';
import { surveyArticles } from './survey/survey.ts';
import { finishSwitches } from './switch.ts';

export interface BuildOptions {
  /** The site's folder, absolute. */
  readonly out: string;
  /** Where to keep what only saves time, and a copy of the site's list; may be deleted. */
  readonly cache?: string;
  /** What a process that builds again and again knows of its last build: with it nothing need be kept on the disk. */
  readonly memory?: BuildMemory;
  /** Whether files of others may be in the site's folder: they stay as they are. */
  readonly keepForeign?: boolean;
  /** Whether every file of the site is looked at, and written again where it is not as the last build wrote it. */
  readonly verify?: boolean;
  /** Tells this program from others that may make other pages of the same articles; pages of another are made anew. */
  readonly program?: string;
  /** Scales pictures, where it is at hand; without it they are published in the size that they have. */
  readonly scale?: PictureScaler | undefined;
  /** What the theme's module makes of the pages; comes from outside since it is code of the newsroom's. */
  readonly templates?: LoadedTemplates | undefined;
  /** Whether each locale has a letter of its newest articles. */
  readonly newsletter?: boolean;
  /** Where the site is served, if it is to be told anything. */
  readonly host?: Host | undefined;
  /** Fills the search index from the staged pages; comes from outside since Pagefind is not everybody's. */
  readonly search?: (stage: Stage, pages: readonly string[]) => Promise<void>;
}

/** Empty before the first build. */
export interface BuildMemory {
  saved?: SavedCache;
}

export interface BuildResult {
  readonly findings: readonly Finding[];
  readonly articles: number;
  readonly editions: number;
  readonly files: { readonly written: readonly string[]; readonly removed: readonly string[]; readonly unchanged: number };
  /** The site path of a file of the project, relative to it and with `/`; undefined for what is not published. */
  readonly pathOf: (file: string) => string | undefined;
}

export async function buildSite(
  input: SiteInput,
  {
    out: given,
    cache,
    memory,
    search,
    scale,
    host,
    templates,
    newsletter = false,
    keepForeign = false,
    verify = false,
    program = programKey(),
  }: BuildOptions,
): Promise<BuildResult> {
  if (input.options.baseUrl === undefined)
    throw new KnownError('No base address for the site', {
      expected: 'the address that readers will use, such as https://example.org',
      got: 'none',
      help: 'Give --base-url, or set "publish.baseUrl" in the configuration.',
    });
  const out = outFolder(given);
  const saved = memory?.saved ?? readCache(cache);
  const copy = cache === undefined ? undefined : `${cache}.list`;
  const finished = finishSwitches(out, copy);
  const listed = readManifest(out, copy, saved.list);
  checkOut(out, listed, keepForeign);
  const round = readRound(cache);
  const files = unchangedFiles(listed, out, verify || finished || listed.state === 'pieced' ? () => true : inRound(round));
  const stage = openStage(out, files, listed);
  try {
    const opened = openSite(input, stage, search !== undefined, templates);
    const shellBefore = shellHashes(input, opened, program);
    // Articles are named by the words of every locale.
    const madeWith = hash('sha256', input.locales.map(shellBefore).join());
    const isSame = saved.madeWith === madeWith;
    const articlesBefore = isSame && listed.isExpected ? saved.articles : new Map<string, KnownArticle>();
    const knownMedia = new Map(isSame ? saved.media : []);
    const survey = surveyArticles(input, listed.articles, articlesBefore, (text, file) => demandReadable(text, file, input.extensions));
    const paths = assignPaths(survey, listed, input.options.timeZone);
    const { files: publicFiles, findings: refused } = copyPublic(input, stage);
    const bodies = new Map<PublishedEdition, BodySummary>();
    const chromes = createChromes(input.strings, input.sourceLocale, input.locales);
    const media = createMedia(input.root, [input.options.assets, '.'], knownMedia, scale !== undefined, publicFiles);
    const frames = createLocalFrames(join(input.root, input.options.assets), publicFiles, opened.addresses);
    const { listed: editions, standing } = byLocale(opened, paths);
    const site = fillSite(opened, editions, standing, media, scale !== undefined);
    const shell = shellHashes(input, site, program);
    const channels = siteChannels(editions);
    const pages = listPaths(site, editions, channels);
    for (const file of publicFiles) pages.add(`/${file}`);
    const lost = [
      ...lostPhotos(site),
      ...lostEntries(
        site,
        editions,
        standing,
        (path) => pages.has(path) || editionWith(paths, (facts) => facts.path === path) !== undefined,
      ),
    ];
    const { addresses, sourceLocale } = site;
    const idsOf = (edition: PublishedEdition) => (bodies.get(edition) ?? edition.summary.body)?.ids;
    const links = createLinks({ addresses, sourceLocale, articles: input.articles, paths, pages, media, idsOf });

    const written = writeEditions({
      input,
      site,
      paths,
      links,
      media,
      frames,
      onward: onwardFrom(editions),
      isOrderKept: keptOrders(editions, articlesBefore),
      stage,
      shell,
      bodies,
    });
    const findings = [...survey.findings, ...chromes.findings, ...written.findings, ...refused, ...lost];
    const shelf = { stage, cache: cache === undefined ? undefined : join(dirname(cache), 'pictures') };
    findings.push(...(await putPictures([...written.media.values(), ...photosOf(site, media)], written.leads, shelf, scale)));
    const icon = iconFile(site, media, scale !== undefined);
    if (icon !== undefined) await putIcon(icon, shelf, scale);
    // What is withheld is marked by the time that is now.
    const keys = {
      before: isSame && listed.isExpected && input.drafts !== true ? saved.lists : new Map<string, string>(),
      now: new Map<string, string>(),
    };
    const work = {
      ...{ site, stage, editions, standing, newsletter, shell, keys, now: input.now },
      source: ({ facts }: PublishedEdition) => paths.articles.get(facts.slug)?.find((one) => one.facts.state === 'source'),
      image: (edition: PublishedEdition) => leadImage({ media, site }, edition.facts.file, written.page(edition).refs?.lead),
      digest: (edition: PublishedEdition) => written.page(edition).story,
      summary: written.summary,
    };
    writeLists(work, channels);
    // Last: an alias gives way to whatever the site has of its own.
    findings.push(...putHostFiles(site, stage, paths.moved, [...editions.keys()], host));
    await search?.(
      stage,
      [...paths.articles.values()].flat().map(({ facts }) => fileOf(facts.path)),
    );

    const committed = stage.commit((files) =>
      writeManifest(
        [...paths.articles.keys()].map((slug) => [slug, written.changed.get(slug) ?? 'same'] as const),
        { moved: new Map([...paths.moved].map(([path, { facts }]) => [path, [facts.slug, facts.locale]])), files },
        listed,
      ),
    );
    const { written: put, removed, list } = committed;
    findings.push(...placeFindings(paths, input.options.assets, stage.clashes, committed));
    const isListSame = list === listed.bytes;
    if (copy !== undefined && existsSync(dirname(copy)) && !(isListSame && existsSync(copy))) writeCached(copy, proofIn(list));
    writeRound(cache, round + 1);
    const known = {
      ...{ madeWith, list: isListSame && listed.isExpected && isSame ? saved.list : listDigest(list) },
      ...{ articles: knownArticles(paths, survey.stamps, written, articlesBefore), media: knownMedia, lists: keys.now },
    };
    writeCache(cache, known, saved);
    if (memory !== undefined) memory.saved = { ...known, ...UNWRITTEN };
    return {
      findings,
      articles: paths.articles.size,
      editions: [...paths.articles.values()].reduce((sum, all) => sum + all.length, 0),
      files: { written: put, removed, unchanged: stage.files.size - put.length },
      pathOf: (file) => editionWith(paths, (facts) => facts.file === file)?.path,
    };
  } catch (error) {
    stage.discard();
    throw error;
  }
}

/** @returns whether the lists of a locale name the same articles in the same order as before */
function keptOrders(editions: Editions, before: ReadonlyMap<string, KnownArticle>): (locale: string) => boolean {
  const counts = new Map<string, number>();
  for (const article of before.values())
    for (const { facts } of article.editions)
      if (facts.standing === undefined) counts.set(facts.locale, (counts.get(facts.locale) ?? 0) + 1);
  const isSame = ({ facts, page }: PublishedEdition): boolean => {
    if (page !== undefined) return true;
    const known = before.get(facts.slug)?.editions.find((one) => one.facts.locale === facts.locale)?.facts;
    return known !== undefined && known.standing === undefined && neighbourKey(known) === neighbourKey(facts);
  };
  const kept = new Set(
    [...editions].filter(([locale, all]) => all.length === counts.get(locale) && all.every(isSame)).map(([locale]) => locale),
  );
  return (locale) => kept.has(locale);
}

/** What the next build need not find out again; of an article that was not touched it is the same object. */
function knownArticles(
  { articles, unsettled }: SitePaths,
  stamps: ReadonlyMap<string, string>,
  { changed, page }: WrittenEditions,
  before: ReadonlyMap<string, KnownArticle>,
): Map<string, KnownArticle> {
  const known = new Map<string, KnownArticle>();
  for (const [slug, editions] of articles) {
    const stamp = stamps.get(slug);
    if (stamp === undefined || unsettled.has(slug)) continue;
    const same = changed.has(slug) ? undefined : before.get(slug);
    known.set(slug, same ?? { stamp, editions: editions.map((edition) => ({ facts: edition.facts, page: page(edition) })) });
  }
  return known;
}

function editionWith({ articles }: SitePaths, isMeant: (facts: EditionFacts) => boolean): EditionFacts | undefined {
  for (const editions of articles.values()) for (const { facts } of editions) if (isMeant(facts)) return facts;
  return undefined;
}

/** From articles to a site: survey, paths, pages, lists; staged beside the site and switched. */

import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { KnownError } from '../errors.ts';
import { writeCached } from '../files/write.ts';
import type { Finding } from '../finding.ts';
import { programKey } from '../program/key.ts';
import { createLinks } from './body/link-targets.ts';
import { createLocalFrames } from './body/local-frames.ts';
import { createMedia } from './body/media.ts';
import { demandReadable } from './body/to-markup.ts';
import { writeEditions } from './build/article-pages.ts';
import { byLocale } from './build/by-locale.ts';
import { putHostFiles } from './build/host-files.ts';
import { keptPlaces } from './build/kept-places.ts';
import { knownNow, shownEditions } from './build/known-now.ts';
import type { LoadedTemplates } from './build/load-templates.ts';
import { onwardFrom } from './build/onward.ts';
import { fillSite, iconFile, lostEntries, lostPhotos, openSite, photosOf, shellHashes } from './build/open-site.ts';
import { NOTHING_KNOWN, readCache, readRound, type SavedCache, writeCache, writeRound } from './build/page-cache.ts';
import { leadImage } from './build/page-images.ts';
import { placeFindings } from './build/places.ts';
import { copyPublic } from './build/public-files.ts';
import { putArticles } from './build/put-articles.ts';
import { putIcon, putPictures } from './build/put-pictures.ts';
import type { Host } from './hosts/host.ts';
import { listPaths, siteChannels, writeLists } from './lists/write-lists.ts';
import { outFolder } from './out-folder.ts';
import { createChromes } from './page/chrome.ts';
import type { PictureScaler } from './pictures/scale.ts';
import { digestOf } from './site-files.ts';
import { checkOut, openStage, type Stage } from './stage.ts';
import { assignPaths, type PublishedEdition, type SitePaths } from './survey/assign-paths.ts';
import type { EditionFacts } from './survey/edition-facts.ts';
import type { BodySummary } from './survey/edition-summary.ts';
import type { SiteInput } from './survey/input.ts';
import type { KnownArticle } from './survey/known-articles.ts';
import { inRound, listDigest, readManifest, unchangedFiles } from './survey/manifest.ts';
import { originalsOf } from './survey/originals.ts';
import { fileOf } from './survey/page-addresses.ts';
import { Spoiled } from './survey/spoiled.ts';
import { surveyArticles } from './survey/survey.ts';
import { writeManifest } from './survey/write-manifest.ts';
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
  /** Above how many articles the site's list has them in parts. */
  readonly partsAbove?: number;
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

/** Signs of the hash of a picture. */
const PICTURED = 10;

export interface BuildResult {
  readonly findings: readonly Finding[];
  readonly articles: number;
  readonly editions: number;
  readonly files: { readonly written: readonly string[]; readonly removed: readonly string[]; readonly unchanged: number };
  /** The site path of a file of the project, relative to it and with `/`; undefined for what is not published. */
  readonly pathOf: (file: string) => string | undefined;
}

/** @returns once the new site has taken the place of the old one */
export async function buildSite(input: SiteInput, options: BuildOptions): Promise<BuildResult> {
  const { cache, memory } = options;
  try {
    return await build(input, options, memory?.saved ?? readCache(cache));
  } catch (error) {
    if (!(error instanceof Spoiled)) throw error;
    return build(input, options, NOTHING_KNOWN, () => true);
  }
}

async function build(
  input: SiteInput,
  {
    out: given,
    partsAbove,
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
  saved: SavedCache,
  isLookedAt?: (digest: string) => boolean,
): Promise<BuildResult> {
  if (input.options.baseUrl === undefined)
    throw new KnownError('No base address for the site', {
      expected: 'the address that readers will use, such as https://example.org',
      got: 'none',
      help: 'Give --base-url, or set "publish.baseUrl" in the configuration.',
    });
  const out = outFolder(given);
  const copy = cache === undefined ? undefined : `${cache}.list`;
  const finished = finishSwitches(out, copy);
  const listed = readManifest(out, copy, saved.list);
  checkOut(out, listed, keepForeign);
  const round = readRound(cache);
  const isChosen = isLookedAt ?? (verify || finished || listed.state === 'pieced' ? () => true : inRound(round));
  const kept = cache === undefined ? undefined : `${cache}.replaced`;
  const stage = openStage(out, unchangedFiles(listed, out, isChosen), listed, verify ? { kept } : undefined);
  try {
    const opened = openSite(input, stage, search !== undefined, templates);
    const shellBefore = shellHashes(input, opened, program);
    // Articles are named by the words of every locale.
    const madeWith = hash('sha256', input.locales.map(shellBefore).join());
    const isSame = saved.madeWith === madeWith;
    const articlesBefore = isSame && listed.isExpected ? saved.articles : new Map<string, KnownArticle>();
    const knownMedia = new Map(isSame ? saved.media : []);
    const survey = surveyArticles(input, listed.articles, articlesBefore, (text, file) => demandReadable(text, file, input.extensions));
    const paths = assignPaths(survey, listed, input.options.timeZone, input.extensions);
    const { files: publicFiles, findings: refused } = copyPublic(input, stage);
    const bodies = new Map<PublishedEdition, BodySummary>();
    const chromes = createChromes(input.strings, input.sourceLocale, input.locales);
    const media = createMedia(input.root, [input.options.assets, '.'], knownMedia, {
      scaled: scale !== undefined,
      published: publicFiles,
      originalOf: originalsOf(input),
    });
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

    const places = keptPlaces(editions, standing, articlesBefore);
    const written = writeEditions({
      input,
      site,
      paths,
      links,
      media,
      frames,
      onward: onwardFrom(editions),
      isOrderKept: places.isOrder,
      stage,
      shell,
      bodies,
    });
    const findings = [...survey.findings, ...chromes.findings, ...written.findings, ...refused, ...lost];
    const shelf = { stage, cache: cache === undefined ? undefined : join(dirname(cache), 'pictures') };
    const wide = await putPictures([...written.media.values(), ...photosOf(site, media)], written.leads, shelf, scale);
    // Who builds again and again scales none: a preview need not wait for what it is not.
    if (memory === undefined) findings.push(...wide);
    const icon = iconFile(site, media, scale !== undefined);
    if (icon !== undefined) await putIcon(icon, shelf, scale);
    // What is withheld is marked by the time that is now.
    const keys = {
      before: isSame && listed.isExpected && input.drafts !== true ? saved.lists : new Map<string, string>(),
      now: new Map<string, string>(),
    };
    const image = (edition: PublishedEdition) => leadImage({ media, site }, edition.facts.file, written.page(edition).refs?.lead);
    const shows = shownEditions(paths, written, (edition) => {
      const found = image(edition);
      return found && digestOf(JSON.stringify(found)).slice(0, PICTURED);
    });
    const work = {
      ...{ site, stage, editions, standing, newsletter, shell, keys, now: input.now },
      source: ({ facts }: PublishedEdition) => paths.articles.get(facts.slug)?.find((one) => one.facts.state === 'source'),
      ...{ image, shown: shows.shown },
      kept: { isList: places.isList, isMap: places.isMap, isTouched: (edition: PublishedEdition) => shows.touched.has(edition) },
      summary: written.summary,
    };
    writeLists(work, channels);
    // Last: an alias gives way to whatever the site has of its own.
    findings.push(...putHostFiles(site, stage, paths.moved, [...editions.keys()], host));
    await search?.(
      stage,
      [...paths.articles.values()].flat().map(({ facts }) => fileOf(facts.path)),
    );

    const listedArticles = putArticles(stage, [...paths.articles.keys()], written.changed, listed, partsAbove);
    const moved = new Map([...paths.moved].map(([path, { facts }]) => [path, [facts.slug, facts.locale]] as const));
    const committed = stage.commit((all) => writeManifest(listedArticles, { moved, files: all }, listed.files));
    const { written: put, removed, list, proof } = committed;
    findings.push(...placeFindings(paths, input.options.assets, stage.clashes, { ...committed, kept: kept && relative(input.root, kept) }));
    const isListSame = list === listed.bytes;
    if (copy !== undefined && existsSync(dirname(copy)) && !(isListSame && existsSync(copy))) writeCached(copy, proof);
    writeRound(cache, round + 1);
    const known = {
      ...{ madeWith, list: isListSame && listed.isExpected && isSame ? saved.list : listDigest(list) },
      ...{ articles: knownNow(paths, survey.stamps, written, shows, articlesBefore), media: knownMedia, lists: keys.now },
    };
    writeCache(cache, known, saved);
    if (memory !== undefined) memory.saved = known;
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

function editionWith({ articles }: SitePaths, isMeant: (facts: EditionFacts) => boolean): EditionFacts | undefined {
  for (const editions of articles.values()) for (const { facts } of editions) if (isMeant(facts)) return facts;
  return undefined;
}

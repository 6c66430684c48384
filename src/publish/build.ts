/** From articles to a site: survey, paths, pages, lists; staged beside the site and switched. */

import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { KnownError } from '../errors.ts';
import { writeAtomic } from '../files/write.ts';
import type { Finding } from '../finding.ts';
import { programKey } from '../program-key.ts';
import { createLinks } from './body/link-targets.ts';
import { createLocalFrames } from './body/local-frames.ts';
import { createMedia } from './body/media.ts';
import { demandReadable } from './body/to-markup.ts';
import { bodyKey, leadImage, writeEditions } from './build/article-pages.ts';
import { byLocale } from './build/by-locale.ts';
import { putHostFiles } from './build/host-files.ts';
import type { LoadedTemplates } from './build/load-templates.ts';
import { onwardFrom } from './build/onward.ts';
import { fillSite, iconFile, lostEntries, lostPhotos, openSite, photosOf, shellHashes } from './build/open-site.ts';
import { readCache, readRound, writeCache } from './build/page-cache.ts';
import { placeFindings } from './build/places.ts';
import { copyPublic } from './build/public-files.ts';
import { putIcon, putPictures } from './build/put-pictures.ts';
import type { Host } from './hosts/host.ts';
import { listPaths, writeLists } from './lists/write-lists.ts';
import { outFolder } from './out-folder.ts';
import { createChromes } from './page/chrome.ts';
import type { PictureScaler } from './pictures/scale.ts';
import { checkOut, openStage, type Stage } from './stage.ts';
import { assignPaths } from './survey/assign-paths.ts';
import type { EditionSummary } from './survey/edition-summary.ts';
import type { SiteInput } from './survey/input.ts';
import { inRound, readManifest, withoutChanged, writeManifest } from './survey/manifest.ts';
import { fileOf } from './survey/page-addresses.ts';
import { surveyArticles } from './survey/survey.ts';
import { finishSwitches } from './switch.ts';

export interface BuildOptions {
  /** The site's folder, absolute. */
  readonly out: string;
  /** Where to keep what only saves time, and a copy of the site's list; may be deleted. */
  readonly cache?: string;
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

export interface BuildResult {
  readonly findings: readonly Finding[];
  readonly articles: number;
  readonly editions: number;
  readonly files: { readonly written: readonly string[]; readonly removed: readonly string[]; readonly unchanged: number };
}

export async function buildSite(
  input: SiteInput,
  {
    out: given,
    cache,
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
  const copy = cache === undefined ? undefined : `${cache}.list`;
  const finished = finishSwitches(out, copy);
  const listed = readManifest(out, copy);
  checkOut(out, listed, keepForeign);
  const round = readRound(cache);
  const previous = withoutChanged(listed, out, verify || finished || listed.state === 'pieced' ? () => true : inRound(round));
  const stage = openStage(out, previous.files, listed);
  try {
    const opened = openSite(input, stage, search !== undefined, templates);
    const known = shellHashes(input, opened, program);
    // Articles are named by the words of every locale.
    const madeWith = hash('sha256', input.locales.map(known).join());
    const saved = readCache(cache, madeWith);
    const survey = surveyArticles(input, previous, saved.stamps, (text, file) => demandReadable(text, file, input.extensions));
    const paths = assignPaths(survey, previous);
    const { files: publicFiles, findings: refused } = copyPublic(input, stage);
    const bodies = new Map(
      [...paths.articles.values()].flatMap((all) => all.flatMap(({ summary }) => (summary.body ? [[bodyKey(summary), summary.body]] : []))),
    );
    const chromes = createChromes(input.strings, input.sourceLocale, input.locales);
    const media = createMedia(input.root, [input.options.assets, '.'], saved.media, scale !== undefined, publicFiles);
    const frames = createLocalFrames(join(input.root, input.options.assets), publicFiles, opened.addresses);
    const { listed, standing } = byLocale(opened, paths, (one) => one);
    const site = fillSite(opened, listed, standing, media, scale !== undefined);
    const shell = shellHashes(input, site, program);
    const pages = listPaths(site, listed);
    for (const file of publicFiles) pages.add(`/${file}`);
    const articlePaths = [...paths.articles.values()].flatMap((all) => all.map(({ summary }) => summary.path));
    const lost = [...lostPhotos(site), ...lostEntries(site, listed, standing, new Set([...pages, ...articlePaths]))];
    const { addresses, sourceLocale } = site;
    const idsOf = (edition: EditionSummary) => bodies.get(bodyKey(edition))?.ids;
    const links = createLinks({ addresses, sourceLocale, articles: input.articles, paths, pages, media, idsOf });

    const written = writeEditions({
      input,
      site,
      paths,
      links,
      media,
      frames,
      onward: onwardFrom(listed),
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
    const keys = { before: input.drafts === true ? new Map<string, string>() : saved.lists, now: new Map<string, string>() };
    const { listed: editions, standing: pagesApart } = byLocale(site, paths, (one) => ({ ...one, ...bodyOf(bodies, one) }));
    const source = ({ slug }: EditionSummary) => paths.articles.get(slug)?.find(({ summary }) => summary.state === 'source')?.summary;
    writeLists({
      site,
      stage,
      editions,
      standing: pagesApart,
      source,
      image: (edition) => leadImage({ media, site }, edition),
      now: input.now,
      ...{ newsletter, shell, keys },
    });
    // Last: an alias gives way to whatever the site has of its own.
    findings.push(...putHostFiles(site, stage, paths.moved, [...listed.keys()], host));
    await search?.(
      stage,
      [...paths.articles.values()].flat().map(({ summary }) => fileOf(summary.path)),
    );

    const {
      written: put,
      removed,
      blocked,
      left,
      list,
    } = stage.commit((files) =>
      writeManifest({
        version: 1,
        articles: Object.fromEntries(written.editions),
        moved: Object.fromEntries([...paths.moved].map(([path, { slug, locale }]) => [path, [slug, locale]])),
        files: Object.fromEntries([...files].sort(([a], [b]) => (a < b ? -1 : 1))),
      }),
    );
    findings.push(...placeFindings(paths, input.options.assets, stage.clashes, { blocked, left }));
    if (copy !== undefined && existsSync(dirname(copy))) writeAtomic(copy, list);
    writeCache(cache, madeWith, { stamps: survey.stamps, media: saved.media, lists: keys.now, round: round + 1 });
    return {
      findings,
      articles: paths.articles.size,
      editions: [...paths.articles.values()].reduce((sum, all) => sum + all.length, 0),
      files: { written: put, removed, unchanged: stage.files.size - put.length },
    };
  } catch (error) {
    stage.discard();
    throw error;
  }
}

function bodyOf(bodies: ReadonlyMap<string, EditionSummary['body']>, edition: EditionSummary): Pick<EditionSummary, 'body'> {
  const body = bodies.get(bodyKey(edition));
  return body === undefined ? {} : { body };
}

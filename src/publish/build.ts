/** From articles to a site: survey, paths, pages, lists; staged beside the site and switched. */

import { hash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { KnownError } from '../errors.ts';
import type { Finding } from '../finding.ts';
import { parseDate } from '../frontmatter/article-date.ts';
import { programKey } from '../program-key.ts';
import { writeAtomic } from '../project/files.ts';
import { createLinks } from './body/link-targets.ts';
import { createLocalFrames } from './body/local-frames.ts';
import { createMedia } from './body/media.ts';
import { bodyKey, leadImage, writeEditions } from './build/article-pages.ts';
import { readCache, readRound, writeCache } from './build/page-cache.ts';
import { placeFindings } from './build/places.ts';
import { copyPublic } from './build/public-files.ts';
import { putPictures } from './build/put-pictures.ts';
import { relatedEditions } from './build/related.ts';
import { listPaths, writeLists } from './lists/write-lists.ts';
import { createChromes } from './page/chrome.ts';
import { renderMoved } from './page/plain-page.ts';
import { scriptCss } from './page/script-styles.ts';
import type { Site } from './page/site.ts';
import type { PictureScaler } from './pictures/scale.ts';
import { checkOut, openStage, type Stage } from './stage.ts';
import { assignPaths, type SitePaths } from './survey/assign-paths.ts';
import type { EditionSummary } from './survey/edition-summary.ts';
import type { SiteInput } from './survey/input.ts';
import { inRound, MANIFEST, readManifest, withoutChanged, writeManifest } from './survey/manifest.ts';
import { addressesOf, fileOf } from './survey/page-addresses.ts';
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
  { out: given, cache, search, scale, keepForeign = false, verify = false, program = programKey() }: BuildOptions,
): Promise<BuildResult> {
  if (input.options.baseUrl === undefined)
    throw new KnownError('No base address for the site', {
      expected: 'the address that readers will use, such as https://example.org',
      got: 'none',
      help: 'Give --base-url, or set "publish.baseUrl" in the configuration.',
    });
  // Behind a link: what is staged is beside the folder itself.
  const out = existsSync(given) ? realpathSync(given) : given;
  const copy = cache === undefined ? undefined : `${cache}.list`;
  const finished = finishSwitches(out, copy);
  const listed = readManifest(out, copy);
  checkOut(out, listed, keepForeign);
  const round = readRound(cache);
  const previous = withoutChanged(listed, out, verify || finished || listed.state === 'pieced' ? () => true : inRound(round));
  const stage = openStage(out, previous.files, listed.files);
  try {
    const site = openSite(input, stage, search !== undefined);
    const shell = shellHashes(input, site, program);
    const saved = readCache(cache, shell(input.sourceLocale));
    const survey = surveyArticles(input, previous, saved.stamps);
    const paths = assignPaths(survey, previous);
    const { files: publicFiles, findings: refused } = copyPublic(input, stage);
    const bodies = new Map(
      [...paths.articles.values()].flatMap((all) => all.flatMap(({ summary }) => (summary.body ? [[bodyKey(summary), summary.body]] : []))),
    );
    const chromes = createChromes(input.strings, input.sourceLocale, input.locales);
    const media = createMedia(input.root, [input.options.assets, '.'], saved.media, scale !== undefined);
    const frames = createLocalFrames(join(input.root, input.options.assets), publicFiles, site.addresses);
    const listed = byLocale(site, paths, (one) => one);
    const pages = listPaths(site, listed);
    for (const file of publicFiles) pages.add(`/${file}`);
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
      related: relatedEditions(listed),
      stage,
      shell,
      bodies,
    });
    const findings = [...survey.findings, ...chromes.findings, ...written.findings, ...refused];
    const shelf = { stage, cache: cache === undefined ? undefined : join(dirname(cache), 'pictures') };
    findings.push(...(await putPictures([...written.media.values()], shelf, scale)));
    const editions = byLocale(site, paths, (one) => ({ ...one, ...bodyOf(bodies, one) }));
    const source = ({ slug }: EditionSummary) => paths.articles.get(slug)?.find(({ summary }) => summary.state === 'source')?.summary;
    writeLists({ site, stage, editions, source, image: (edition) => leadImage({ media, site }, edition), now: input.now });
    // Last: an alias gives way to whatever the site has of its own.
    for (const [path, edition] of paths.moved)
      stage.putBelow(fileOf(path), renderMoved(site, edition.locale, edition.path, edition.fields.title));
    await search?.(
      stage,
      [...paths.articles.values()].flat().map(({ summary }) => fileOf(summary.path)),
    );

    const {
      written: put,
      removed,
      blocked,
      left,
    } = stage.commit((files) =>
      writeManifest({
        version: 1,
        articles: Object.fromEntries(written.editions),
        moved: Object.fromEntries([...paths.moved].map(([path, { slug, locale }]) => [path, [slug, locale]])),
        files: Object.fromEntries([...files].sort(([a], [b]) => (a < b ? -1 : 1))),
      }),
    );
    findings.push(...placeFindings(paths, input.options.assets, stage.clashes, { blocked, left }));
    if (copy !== undefined && existsSync(dirname(copy))) writeAtomic(copy, readFileSync(join(out, MANIFEST), 'utf8'));
    writeCache(cache, shell(input.sourceLocale), { stamps: survey.stamps, media: saved.media, round: round + 1 });
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

function openSite(input: SiteInput, stage: Stage, withSearch: boolean): Site {
  const chromes = createChromes(input.strings, input.sourceLocale, input.locales);
  return {
    addresses: addressesOf(input.options.baseUrl ?? ''),
    sourceLocale: input.sourceLocale,
    locales: input.locales,
    options: input.options,
    chrome: chromes.in,
    ...(input.drafts === true ? { withheldAt: input.now } : {}),
    stylesheet: putAsset(stage, 'style.css', scriptCss()),
    ...(input.options.embeds.length > 0 ? { embedScript: putAsset(stage, 'embed.js') } : {}),
    ...(withSearch ? { searchScript: putAsset(stage, 'search.js') } : {}),
  };
}

/** An asset under a name of its content, so that an old page keeps its old style until it is replaced itself. */
function putAsset(stage: Stage, name: string, more = ''): string {
  const text = readFileSync(new URL(`./page/assets/${name}`, import.meta.url), 'utf8') + more;
  const [stem, extension] = name.split('.');
  const path = `/assets/${stem}.${hash('sha256', text, 'hex').slice(0, 12)}.${extension}`;
  stage.put(fileOf(path), text);
  return path;
}

/** A hash a locale of what its pages are made of besides the articles: this program and what it depends on, the words, the options. */
function shellHashes(input: SiteInput, site: Site, program: string): (locale: string) => string {
  const { options, locales, sourceLocale, extensions, strings } = input;
  const shared = hash(
    'sha256',
    JSON.stringify([
      program,
      options,
      locales,
      sourceLocale,
      extensions,
      site.stylesheet,
      site.searchScript,
      site.embedScript,
      process.versions.icu,
    ]),
  );
  const known = new Map<string, string>();
  return (locale) => {
    const hashed = known.get(locale) ?? hash('sha256', JSON.stringify([shared, strings[locale], strings[sourceLocale], strings.en]));
    known.set(locale, hashed);
    return hashed;
  };
}

/** The published editions of every locale, the newest first; those of one moment by slug. */
function byLocale(site: Site, paths: SitePaths, map: (edition: EditionSummary) => EditionSummary): Map<string, EditionSummary[]> {
  const lists = new Map<string, EditionSummary[]>(site.locales.map((locale) => [locale, []]));
  for (const editions of paths.articles.values()) for (const { summary } of editions) lists.get(summary.locale)?.push(map(summary));
  // A language without articles is not offered; the source's always has its front page.
  for (const [locale, list] of lists) if (list.length === 0 && locale !== site.sourceLocale) lists.delete(locale);
  const times = new Map<string, number>();
  const time = (date: string | undefined) => {
    if (date === undefined) return Number.NEGATIVE_INFINITY;
    const at = times.get(date) ?? parseDate(date, site.options.timeZone)?.at ?? Number.NEGATIVE_INFINITY;
    times.set(date, at);
    return at;
  };
  for (const list of lists.values()) list.sort((a, b) => time(b.fields.date) - time(a.fields.date) || (a.slug < b.slug ? -1 : 1));
  return lists;
}

function bodyOf(bodies: ReadonlyMap<string, EditionSummary['body']>, edition: EditionSummary): Pick<EditionSummary, 'body'> {
  const body = bodies.get(bodyKey(edition));
  return body === undefined ? {} : { body };
}

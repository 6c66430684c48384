/** The editions where another site generator expects them. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../finding.ts';
import { createLinks } from './body/link-targets.ts';
import { createMedia } from './body/media.ts';
import { astroLayout } from './export/astro.ts';
import { docusaurusLayout } from './export/docusaurus.ts';
import { eleventyLayout } from './export/eleventy.ts';
import { exportedText, withFiles } from './export/exported-text.ts';
import { hugoLayout } from './export/hugo.ts';
import { jekyllLayout } from './export/jekyll.ts';
import type { Layout } from './export/layout.ts';
import { EXPORT_LIST, openExportFolder } from './export/listed-folder.ts';
import { type PublishedArticle, publishedArticles } from './export/published.ts';
import type { ReadBody } from './export/read-body.ts';
import { rewriteBodies } from './export/rewrite.ts';
import { staticFiles } from './export/static-files.ts';
import { withMark } from './export/written-mark.ts';
import { createChromes } from './page/chrome.ts';
import { disclosedData } from './page/disclosure.ts';
import { aliasPath } from './survey/assign-paths.ts';
import type { EditionSummary } from './survey/edition-summary.ts';
import type { SiteInput } from './survey/input.ts';
import { originalsOf } from './survey/originals.ts';
import { addressesOf } from './survey/page-addresses.ts';

export const layouts: readonly Layout[] = [hugoLayout, docusaurusLayout, astroLayout, eleventyLayout, jekyllLayout];

export interface ExportResult {
  readonly editions: number;
  readonly written: readonly string[];
  /** How many files stand as they would be written. */
  readonly unchanged: number;
  readonly removed: readonly string[];
  readonly findings: readonly Finding[];
}

/** Where a project has no address of its own, no link can name it. */
const NOWHERE = 'https://site.invalid';

/**
 * @param out the generator's project, absolute
 * @param isTaken whether a file at an absolute path would be taken for an article of this project
 * @param copy a file for a copy of the list of what was exported, absolute
 */
export function exportEditions(
  input: SiteInput,
  layout: Layout,
  out: string,
  isTaken: (path: string) => boolean = () => false,
  copy?: string,
): ExportResult {
  const folder = openExportFolder(out, isTaken, copy);
  const { articles, kept, findings } = publishedArticles(input);
  const isThere = (body: ReadBody) => !kept.has(body) || existsSync(join(out, layout.path(body.edition)));
  const shown = articles.map(({ source, editions }) => ({ source, editions: editions.filter(isThere) }));
  const media = createMedia(input.root, [input.options.assets, '.'], new Map(), { originalOf: originalsOf(input) });
  const statics = staticFiles(join(input.root, input.options.assets), layout.files);
  const bodies = shown.flatMap(({ editions }) => editions).filter((body) => !kept.has(body));
  const byPath = new Map(shown.flatMap(({ editions }) => editions.map((body) => [body.summary.path, body])));
  const rewritten = rewriteBodies(bodies, {
    layout,
    media,
    files: statics,
    links: linksOf(input, shown, media),
    at: (path) => byPath.get(path),
  });
  findings.push(...rewritten.findings);

  let editions = 0;
  const telling = {
    options: input.options,
    sourceLocale: input.sourceLocale,
    chrome: createChromes(input.strings, input.sourceLocale, input.locales).in,
  };
  for (const { source, editions: all } of articles)
    for (const body of all) {
      const file = layout.path(body.edition);
      if (kept.has(body)) {
        folder.keep(file);
        continue;
      }
      const told = disclosedData(telling, body.summary, source.summary);
      const place = (src: string): string => {
        const found = media.find(src, body.summary.file);
        return found === undefined ? src : statics.put(found, src);
      };
      const data = withFiles(layout.frontMatter(body.edition), body, place, layout.displaced?.(body.edition));
      const refused = folder.put(file, withMark(file, exportedText(body.edition, { ...data, ...told }, rewritten.bodyOf(body))));
      const { slug, locale, file: edition } = body.summary;
      if (refused === undefined) editions++;
      else findings.push({ check: 'publish', level: 'error', slug, locale, file: edition, message: refused, got: [file] });
    }
  // What that site has under the same name is its own picture.
  for (const [file, bytes] of statics.all) if (!folder.isForeign(file)) folder.put(file, bytes());
  const { written, unchanged, removed, left, isListed } = folder.finish();
  for (const file of left)
    findings.push({
      ...{ check: 'publish', level: 'error', file, got: [file] },
      message: 'The file belongs to the export no more, but is not as Dragoman wrote it, so it stays. Remove it by hand',
    });
  if (!isListed)
    findings.push({
      ...{ check: 'publish', level: 'error', file: EXPORT_LIST, got: [EXPORT_LIST] },
      message: 'The list of what is exported is not written: a folder or a link at its place is not Dragoman’s. Move it away',
    });
  return { editions, written, unchanged, removed, findings };
}

/** Where links lead, as on Dragoman's own site. */
function linksOf(input: SiteInput, shown: readonly PublishedArticle[], media: ReturnType<typeof createMedia>) {
  const articles = shown.map(({ source, editions }): [string, { facts: EditionSummary }[]] => [
    source.summary.slug,
    editions.map(({ summary }) => ({ facts: summary })),
  ]);
  const moved = articles.flatMap(([, editions]) =>
    editions.flatMap((edition) =>
      edition.facts.fields.aliases.flatMap((alias): [string, { facts: EditionSummary }][] => {
        const path = aliasPath(alias, edition.facts.locale);
        return path === undefined ? [] : [[path, edition]];
      }),
    ),
  );
  return createLinks({
    addresses: addressesOf(input.options.baseUrl ?? NOWHERE),
    sourceLocale: input.sourceLocale,
    articles: input.articles,
    paths: { articles: new Map(articles), moved: new Map(moved) },
    pages: new Set(),
    media,
    idsOf: () => undefined,
  });
}

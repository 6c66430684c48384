/** What could not be put where it belongs, and what could not be removed: as findings that name the article or the file. */

import type { Finding } from '../../finding.ts';
import { counted } from '../../text/counted.ts';
import type { Stage } from '../stage.ts';
import { aliasPath, type SitePaths } from '../survey/assign-paths.ts';
import type { EditionFacts } from '../survey/edition-facts.ts';
import { fileOf } from '../survey/page-addresses.ts';

interface Places {
  readonly blocked: readonly string[];
  readonly edited: readonly string[];
  readonly left: readonly string[];
  readonly restored: readonly string[];
  readonly kept: string | undefined;
}

/**
 * @param assets the public folder, relative to the project
 * @param places.blocked files of the site at whose places something of somebody else's is
 * @param places.edited those of them that the last build had written
 * @param places.left files of the old site that are not as it was written, and stay
 * @param places.restored files of the site that somebody had changed, and that were written again
 * @param places.kept where what they had become is, relative to the project; undefined for nowhere
 */
export function placeFindings(
  paths: SitePaths,
  assets: string,
  clashes: Stage['clashes'],
  { blocked, edited, left, restored, kept }: Places,
): Finding[] {
  if (clashes.length + blocked.length + left.length + restored.length === 0) return [];
  const pages = new Map<string, EditionFacts>();
  for (const [path, { facts }] of paths.moved) pages.set(fileOf(path), facts);
  const moved = new Set(pages.keys());
  const isWritten = (file: string) =>
    pages.get(file)?.aliases?.some((alias) => fileOf(aliasPath(alias, pages.get(file)?.locale ?? '') ?? '') === file) === true;
  for (const editions of paths.articles.values()) for (const { facts } of editions) pages.set(fileOf(facts.path), facts);
  const about = (file: string, isPublic = false): Pick<Finding, 'slug' | 'locale' | 'file'> => {
    const edition = pages.get(file);
    return edition === undefined || isPublic
      ? { file: `${assets}/${file}` }
      : { slug: edition.slug, locale: edition.locale, file: edition.file };
  };
  const error = { check: 'publish', level: 'error' } as const;
  return [
    ...clashes.flatMap(({ file, other }): Finding[] => {
      // An address of an earlier build, that nobody asks for any more.
      if (moved.has(file) && !isWritten(file)) return [];
      // What gave way to a page of the same name is a file of the public folder.
      const isPublic = !pages.has(file) || (other === file && !moved.has(file));
      const what = isPublic ? 'The file' : `The ${moved.has(file) ? 'alias' : 'page'} /${address(file)}`;
      const message = `${what} is left out: /${address(other)} of the site has its place`;
      return [{ ...error, level: isPublic ? 'warning' : 'error', ...about(file, isPublic), message, got: [file] }];
    }),
    ...blocked.map(
      (file): Finding => ({
        ...error,
        ...(pages.has(file) ? about(file) : { file }),
        message: edited.includes(file)
          ? `/${address(file)} is not written: the file was changed since the last build. Take the change to the edition; then --verify writes it again`
          : `/${address(file)} is not written: a file or link at its place in the folder of the site is not Dragoman's. Move it away`,
        got: [file],
      }),
    ),
    ...(restored.length === 0 ? [] : [writtenAgain(restored, kept)]),
    ...left.map(
      (file): Finding => ({
        ...{ ...error, file, got: [file] },
        message: `/${address(file)} belongs to the site no more, but is not as Dragoman wrote it, so it stays. Remove it by hand`,
      }),
    ),
  ];
}

/** How many are named: what works through the whole folder after each build changes every page. */
const MOST_NAMED = 20;

function writtenAgain(files: readonly string[], kept: string | undefined): Finding {
  const where = kept === undefined ? '' : `; as they were they are in ${kept}`;
  return {
    ...{ check: 'publish', level: 'warning', got: files.slice(0, MOST_NAMED) },
    message: `${counted(files.length, 'file')} of the site had been changed since the last build, and ${files.length === 1 ? 'is' : 'are'} written again${where}. Take changes to the editions or the theme`,
  };
}

const address = (file: string): string => file.replace(/(^|\/)index\.html$/, '$1');

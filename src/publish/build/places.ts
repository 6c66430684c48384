/** What could not be put where it belongs, and what could not be removed: as findings that name the article or the file. */

import type { Finding } from '../../finding.ts';
import type { Stage } from '../stage.ts';
import { aliasPath, type SitePaths } from '../survey/assign-paths.ts';
import type { EditionFacts } from '../survey/edition-facts.ts';
import { fileOf } from '../survey/page-addresses.ts';

/**
 * @param assets the public folder, relative to the project
 * @param places.blocked files of the site at whose places something of somebody else's is
 * @param places.left files of the old site that are not as it was written, and stay
 */
export function placeFindings(
  paths: SitePaths,
  assets: string,
  clashes: Stage['clashes'],
  { blocked, left }: { readonly blocked: readonly string[]; readonly left: readonly string[] },
): Finding[] {
  if (clashes.length + blocked.length + left.length === 0) return [];
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
        message: `/${address(file)} is not written: a file or link at its place in the folder of the site is not Dragoman's. Move it away`,
        got: [file],
      }),
    ),
    ...left.map(
      (file): Finding => ({
        ...{ ...error, file, got: [file] },
        message: `/${address(file)} belongs to the site no more, but is not as Dragoman wrote it, so it stays. Remove it by hand`,
      }),
    ),
  ];
}

const address = (file: string): string => file.replace(/(^|\/)index\.html$/, '$1');

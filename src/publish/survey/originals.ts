/** Which file an edition is an edition of. */

import type { SiteInput } from './input.ts';

/** @returns the project-relative file of the source, by the file of an edition; undefined for a source itself */
export function originalsOf({
  articles,
  sourceLocale,
}: Pick<SiteInput, 'articles' | 'sourceLocale'>): (file: string) => string | undefined {
  let known: Map<string, string> | undefined;
  return (file) => {
    known ??= new Map(
      articles.flatMap(({ files }) => {
        const source = files.find(({ locale }) => locale === sourceLocale)?.file;
        return source === undefined ? [] : files.filter((one) => one.file !== source).map((one) => [one.file, source] as const);
      }),
    );
    return known.get(file);
  };
}

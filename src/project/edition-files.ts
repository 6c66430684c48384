/** The files that Dragoman writes in a project: editions and records. */

import { editionPaths } from './disk.ts';
import { chosenLocales, type Project, sources } from './project.ts';
import { allOf } from './selection.ts';

/** Of every article in every locale that it goes into, whether they are there or not; relative to the project. */
export function editionFilesOf(project: Project): ReadonlySet<string> {
  return new Set(
    allOf(project, sources(project), chosenLocales(project, undefined)).flatMap(({ source, locales }) =>
      locales.flatMap((locale) => {
        const { file, recordFile } = editionPaths(project, source, locale);
        return [file, recordFile];
      }),
    ),
  );
}

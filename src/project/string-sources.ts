/** The files of strings that are translated. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { folderName } from '../edition/collections.ts';
import type { Settings } from '../edition/desk.ts';
import type { Source } from '../edition/source.ts';
import { type StringsCollection, stringsCollectionsOf, stringsSlug } from '../edition/string-collections.ts';
import { KnownError } from '../errors.ts';
import { type FoundFile, filesOf, localeIn } from './template.ts';

/**
 * In the order of the configuration, then by name.
 * @throws KnownError where a collection that the configuration names matches no file, or two of them the same
 */
export function stringsSources(project: Settings & { readonly root: string }): Source[] {
  const seen = new Map<string, string>();
  return stringsCollectionsOf(project.config).flatMap((collection, at) => {
    const files = filesIn(project, collection);
    if (files.length === 0 && collection.isNamed)
      throw new KnownError(`"strings.${at}.${collection.source === collection.edition ? 'edition' : 'source'}" matches no file`, {
        expected: `a file at ${collection.source}`,
        got: 'none',
        help: 'Correct the path, or remove it from "strings".',
      });
    return files.map(({ name, file }): Source => {
      const slug = stringsSlug(collection, name === '' ? undefined : name);
      const other = seen.get(slug);
      if (other !== undefined)
        throw new KnownError(`Two files of strings have the name "${slug}"`, {
          expected: 'one record for each',
          got: `${other} and ${file}`,
          help: 'Give one of them a "name" in "strings".',
        });
      seen.set(slug, file);
      return { format: 'strings', slug, file };
    });
  });
}

function filesIn({ root, config }: Settings & { readonly root: string }, { source, edition }: StringsCollection): FoundFile[] {
  const own = folderName(config, config.sourceLocale);
  if (!source.includes('{namespace}')) {
    const file = source.replaceAll('{locale}', own);
    return existsSync(join(root, file)) ? [{ name: '', file }] : [];
  }
  const others = new Set(config.targetLocales.map((locale) => folderName(config, locale)));
  return filesOf(root, source, own).filter(({ file }) => source === edition || !others.has(localeIn(edition, file)?.locale ?? ''));
}

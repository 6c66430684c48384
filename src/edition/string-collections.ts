/** The files of strings of a project: in one layout or several, each of one kind. */

import type { Config } from '../config.ts';
import type { StringsFormat } from '../strings/file.ts';

export interface StringsCollection {
  readonly name?: string | undefined;
  /** Templates of paths; `{namespace}` may be in both or in none. */
  readonly source: string;
  readonly edition: string;
  readonly format: StringsFormat;
  /** The target locales that it is translated into. */
  readonly locales: readonly string[];
  /** Whether the configuration names it: then it must match something. */
  readonly isNamed: boolean;
}

/** `strings` of the configuration, or the one that `paths.strings` stands for. */
export function stringsCollectionsOf({ strings, paths, targetLocales }: Config): readonly StringsCollection[] {
  if (strings === undefined) return [{ source: paths.strings, edition: paths.strings, format: {}, locales: targetLocales, isNamed: false }];
  return strings.map(({ name, edition, source = edition, kind, translate, keep, locales = targetLocales }) => ({
    name,
    source,
    edition,
    locales,
    format: { ...(kind !== undefined && { kind }), ...(translate !== undefined && { translate }), ...(keep !== undefined && { keep }) },
    isNamed: true,
  }));
}

/** The collection of a file of strings, by the first part of its name; the one without a name for all that no name fits. */
export function stringsCollectionOf(config: Config, slug: string): StringsCollection {
  const collections = stringsCollectionsOf(config);
  const named = collections.find(({ name }) => name !== undefined && (slug === name || slug.startsWith(`${name}/`)));
  return named ?? collections.find(({ name }) => name === undefined) ?? (collections[0] as StringsCollection);
}

/** The name of a file whose template has no hole for one, in a collection without a name. */
const ONLY = 'strings';

/** @param namespace what the template's hole holds; undefined where it has none */
export function stringsSlug({ name }: StringsCollection, namespace: string | undefined): string {
  return [name, namespace].filter((part) => part !== undefined).join('/') || ONLY;
}

/** What the template's hole holds. */
export function namespaceIn({ name }: StringsCollection, slug: string): string {
  return name !== undefined && slug.startsWith(`${name}/`) ? slug.slice(name.length + 1) : slug;
}

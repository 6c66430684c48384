/** A locale has one canonical name, and may be written in several: `cat` is `ca`. The folders of a project are of the name that was written. */

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalLocale, isLocale } from '../config/locale.ts';
import type { Config } from '../config.ts';
import { collectionsOf, folderName, targetsOf } from '../edition/collections.ts';
import { KnownError } from '../errors.ts';
import { filesBelow } from '../files/walk.ts';

/** Whether two names are of one locale. */
export function isSameLocale(one: string, other: string): boolean {
  const canonical = canonicalLocale(one);
  return canonical !== undefined && canonical === canonicalLocale(other);
}

/**
 * @param file the configuration's
 * @throws KnownError where a locale of the configuration has no folder, and another name of the same locale has one: all of it would be
 *   translated once more, and what is there be taken for a locale that was dropped
 */
export function refuseOtherNames(root: string, config: Config, file: string): void {
  const { sourceLocale, localeNames } = config;
  const written = [sourceLocale, ...targetsOf(config)];
  const names = new Set(written.flatMap((locale) => [locale, folderName(config, locale)]));
  for (const locale of written) {
    if (localeNames[locale] !== undefined) continue;
    const parents = parentsOf(config).map((parent) => join(root, parent));
    if (parents.some((parent) => existsSync(join(parent, locale)))) continue;
    const isOther = (name: string) => !names.has(name) && isSameLocale(name, locale);
    const other = parents.flatMap((parent) => foldersIn(parent).filter((name) => isOther(name) && hasFiles(join(parent, name))))[0];
    if (other === undefined) continue;
    const key = locale === sourceLocale ? 'sourceLocale' : 'targetLocales';
    throw new KnownError(`${file}: "${locale}" in "${key}" has no folder, and its files are in "${other}"`, {
      expected: `"${other}", which is another name of the same locale`,
      got: `"${locale}"`,
      help: isLocale(other)
        ? `Did you mean "${other}"? Write it in "${key}", or rename its folders.`
        : `Add "localeNames": { "${locale}": "${other}" }.`,
    });
  }
}

/** The folders in which each locale has one. */
function parentsOf(config: Config): string[] {
  const templates = [config.paths.record, ...collectionsOf(config).flatMap(({ source, edition }) => [source, edition])];
  const parents = templates.flatMap((template) => {
    const parts = template.split('/');
    const at = parts.findIndex((part) => part === '{locale}' || part === '{sourceLocale}');
    const before = parts.slice(0, Math.max(0, at));
    return at < 0 || before.some((part) => part.includes('{')) ? [] : [before.join('/')];
  });
  return [...new Set(parents)];
}

function foldersIn(parent: string): string[] {
  if (!existsSync(parent)) return [];
  return readdirSync(parent, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** Git keeps no empty folder, and what is pruned leaves some. */
function hasFiles(folder: string): boolean {
  return filesBelow(folder).length > 0;
}

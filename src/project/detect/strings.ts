/** Where a repository has its strings: files of its source language, in the folders that generators and libraries read. */

import { existsSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { readIfThere } from '../../files/bytes.ts';
import { filesBelow } from '../../files/walk.ts';
import type { StringKind } from '../../strings/kinds.ts';
import type { GeneratorName } from '../generator.ts';

/** As `strings` of the configuration has them. */
export interface FoundStrings {
  readonly name?: string;
  readonly edition: string;
  readonly kind?: StringKind;
}

/** Of i18next, next-intl and FormatJS, vue-i18n, Hugo, Docusaurus, Jekyll and its plugins, Starlight, extensions of browsers. */
const FOLDERS = [
  ...['locales', 'public/locales', 'src/locales', 'static/locales', 'app/i18n/locales'],
  ...['i18n', 'src/i18n', 'lang', 'src/lang', 'messages', 'src/messages', 'translations', 'src/translations'],
  ...['_data', '_data/i18n', '_data/locales', '_i18n', 'src/content/i18n', '_locales'],
];
const FILE = /\.(?:json|toml|ya?ml)$/;

/** Packages whose strings are ICU messages. */
const READS_ICU = /"(?:next-intl|use-intl|react-intl|intl-messageformat|@(?:formatjs|messageformat)\/[\w-]+)"\s*:/;

/**
 * @param main the source language, as its folder or file is called
 * @returns one for each folder that holds strings in it; a template of one file a language has no `{namespace}`
 */
export function findStrings(root: string, main: string, generator: GeneratorName | undefined): FoundStrings[] {
  const isIcu = READS_ICU.test(textOf(join(root, 'package.json')));
  const found = FOLDERS.flatMap((folder) => {
    const edition = templateIn(root, folder, main);
    return edition === undefined ? [] : [{ folder, edition }];
  });
  return found.map(({ folder, edition }, at) => {
    const kind = kindOf(folder, edition, generator, isIcu);
    return {
      ...(at > 0 && { name: folder.replace(/^\W*_|\W+$/g, '').replaceAll('/', '-') }),
      edition,
      ...(kind !== undefined && { kind }),
    };
  });
}

function templateIn(root: string, folder: string, main: string): string | undefined {
  const names = existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : [];
  if (names.includes(main)) {
    const first = namesBelow(join(root, folder, main)).find((name) => FILE.test(name));
    if (first !== undefined) return `${folder}/{locale}/{namespace}${extname(first)}`;
  }
  const file = names.find((name) => FILE.test(name) && name === main + extname(name));
  return file === undefined ? undefined : `${folder}/{locale}${extname(file)}`;
}

const namesBelow = (folder: string): string[] => {
  try {
    return filesBelow(folder)
      .map(({ path }) => path)
      .sort((a, b) => (a < b ? -1 : 1));
  } catch {
    return [];
  }
};

/** @returns undefined where the extension tells it */
function kindOf(folder: string, edition: string, generator: GeneratorName | undefined, isIcu: boolean): StringKind | undefined {
  const isJson = edition.endsWith('.json');
  if (folder === 'i18n' && generator === 'Hugo') return edition.endsWith('.toml') ? undefined : 'hugo';
  if (folder === 'i18n' && generator === 'Docusaurus') return 'docusaurus';
  return isJson && isIcu ? 'icu' : undefined;
}

const textOf = (path: string): string => readIfThere(path) ?? '';

/** Paths with holes: `articles/{locale}/{slug}.{md,mdx}`, from a name to its file and back. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isNothing } from '../files/bytes.ts';
import { leadsNowhere } from '../files/read.ts';
import { filesBelow, isShown } from '../files/walk.ts';

const EXTENSION = /\.(?:\{([a-z0-9,]+)\}|([a-z0-9]+))$/i;

/** The extensions of a template, without full stop; one that has none stands for Markdown. */
export function extensionsOf(path: string): readonly [string, ...string[]] {
  const [, several, one = 'md'] = EXTENSION.exec(path) ?? [];
  const [first = one, ...others] = several?.split(',') ?? [];
  return [first, ...others];
}

/**
 * @param name of an article or a namespace, for `{slug}` or `{namespace}`
 * @param extension instead of the template's, with its full stop
 */
export function fill(path: string, name: string, locale: string, extension?: string): string {
  // The paths of ten thousand editions are filled in with their names alone.
  const key = `${path}\0${locale}\0${extension}`;
  const parts = filled.get(key) ?? partsOf(path, locale, extension);
  filled.set(key, parts);
  return parts.join(name);
}

const filled = new Map<string, readonly string[]>();

/** What is around the name, which goes in last: one that holds `{locale}` is left as it is. */
function partsOf(path: string, locale: string, extension?: string): string[] {
  const whole = extension === undefined ? path : path.replace(EXTENSION, '') + extension;
  return withLocale(whole, locale).split(NAME);
}

const NAME = /\{(?:slug|namespace)\}/g;

/** `{sourceLocale}` in the path of a source is what `{locale}` is in that of an edition. */
const withLocale = (path: string, locale: string): string => path.replaceAll(/\{(?:locale|sourceLocale)\}/g, () => locale);

export interface FoundFile {
  readonly name: string;
  /** Relative to the root, with `/`. */
  readonly file: string;
}

/**
 * The locale's name and the article's that a file has by a template.
 * @returns undefined where the file does not fit
 */
export function localeIn(path: string, file: string): { locale: string; name: string } | undefined {
  const known = patterns.get(path) ?? patternOf(path);
  patterns.set(path, known);
  const { locale, name } = known.exec(file)?.groups ?? {};
  return locale === undefined || name === undefined ? undefined : { locale, name };
}

const patterns = new Map<string, RegExp>();

function patternOf(path: string): RegExp {
  const literal = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  const seen = new Set<string>();
  const parts = path
    .replace(EXTENSION, '')
    .split(/(\{\w+\})/)
    .map((part) => {
      const hole =
        part === '{locale}' || part === '{sourceLocale}' ? 'locale' : part === '{slug}' || part === '{namespace}' ? 'name' : undefined;
      if (hole === undefined) return literal(part);
      if (seen.has(hole)) return `\\k<${hole}>`;
      seen.add(hole);
      return hole === 'locale' ? '(?<locale>[\\w-]+)' : '(?<name>.+)';
    });
  return new RegExp(`^${parts.join('')}\\.(?:${extensionsOf(path).join('|')})$`);
}

/** The folder that holds all files of a locale, relative to the root: the part before the name that is folders only. */
export function folderOf(path: string, locale: string): string {
  const [prefix = ''] = withLocale(path, locale).split(NAME);
  return prefix.includes('/') ? prefix.slice(0, prefix.lastIndexOf('/')) : '.';
}

/** @returns the name that a file, relative to the root, has by a template in a locale; empty where it does not fit */
export function naming(path: string, locale: string): (file: string) => string {
  const [prefix = '', after = ''] = withLocale(path.replace(EXTENSION, ''), locale).split(NAME);
  const suffixes = extensionsOf(path).map((extension) => `${after}.${extension}`);
  return (file) => {
    const suffix = suffixes.find((end) => file.endsWith(end));
    return file.startsWith(prefix) && suffix !== undefined ? file.slice(prefix.length, -suffix.length) : '';
  };
}

/** The files of a locale that a template fits, by name in code unit order. Names that begin with a dot are left out. */
export function filesOf(root: string, path: string, locale: string): FoundFile[] {
  const base = folderOf(path, locale);
  const folder = join(root, base);
  if (isNothing(folder)) return [];
  if (!existsSync(folder)) throw leadsNowhere(base, base);
  const nameOf = naming(path, locale);
  const found: FoundFile[] = [];
  for (const { path: below } of filesBelow(folder, isShown)) {
    const file = base === '.' ? below : `${base}/${below}`;
    const name = nameOf(file);
    if (name !== '') found.push({ name, file });
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

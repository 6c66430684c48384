/** What a project needs in `.gitignore` and `.gitattributes`. */

import { matchesGlob } from 'node:path';
import type { Config } from '../config.ts';
import { collectionsOf } from '../edition/collections.ts';
import { extensionsOf } from './template.ts';

/** Journal and caches. */
export const IGNORED = ['.dragoman/'] as const;

/** Articles and their editions merge by sentence, records by segment, glossaries by term, not by line. */
export function mergeAttributes(config: Config): string[] {
  const articles = collectionsOf(config).flatMap(({ source, edition }) => [source, edition]);
  const paths = [...articles, config.paths.record, config.paths.stringsRecord, config.paths.glossary];
  const globs = [...new Set(paths.flatMap(globsOf))];
  return globs.filter((glob) => !globs.some((other) => other !== glob && covers(other, glob))).map((glob) => `${glob} merge=dragoman`);
}

/** `i18n/{locale}/blog/{slug}.{md,mdx}`: `i18n/*\/blog/**\/*.md` and the same with `mdx`; what is before the name stays. */
function globsOf(path: string): string[] {
  const anywhere = path.replaceAll(/\{(?:locale|sourceLocale)\}/g, '*');
  const [before = '', after] = anywhere.split(/\{(?:slug|namespace)\}/);
  // `locales/{locale}/glossary.csv`, and `glossary.es.csv` of another source language.
  if (after === undefined) return [anywhere.replace(/(?=\.[^./]*$)/, '*')];
  const folder = before.slice(0, before.lastIndexOf('/') + 1);
  return extensionsOf(path).map((extension) => `${folder === '' ? '' : `${folder}**/`}*.${extension}`);
}

/** Whether a glob of `globsOf` takes in all that another does: the other's paths with a folder between, and without. */
function covers(wide: string, narrow: string): boolean {
  const paths = ['', 'any/'].map((between) => narrow.replaceAll('**/', between).replaceAll('*', 'any'));
  return paths.every((path) => matchesGlob(path, wide));
}

/** The lines of a list that a file of git lacks; white space and a leading or trailing `/` are no difference. */
export function missingLines(text: string, wanted: readonly string[]): string[] {
  const plain = (line: string) =>
    line
      .trim()
      .replace(/\s+/g, ' ')
      .replace(/^\/|\/$/g, '');
  const present = new Set(text.split(/\r?\n/).map(plain));
  return wanted.filter((line) => !present.has(plain(line)));
}

/** The words of the site in a locale: those that come with Dragoman, over them what files tell of authors, over all the newsroom's own. */

import { existsSync } from 'node:fs';
import { type ParseError, parseTree } from 'jsonc-parser';
import { KnownError } from '../errors.ts';
import { fileText } from '../files/bytes.ts';
import { optional } from '../frontmatter/values.ts';
import { editionAuthors, type FiledAuthor } from '../project/author-files.ts';
import { type Project, readProjectFile, stringsFile } from '../project/project.ts';
import { type JsonFault, jsonFault } from '../text/json-fault.ts';
import { lineOf } from '../text/lines.ts';
import { channelSlug } from './survey/page-addresses.ts';

/** @param authors of the project's files: their names are the same in every language, the rest is in the source's */
export function siteWords(project: Project, locale: string, authors: readonly FiledAuthor[] = []): object {
  const shipped = shippedFile(locale);
  const file = stringsFile(project, locale, 'ui');
  const newsroom = file.endsWith('.json') ? readProjectFile(project, file) : undefined;
  const given = shipped === undefined ? {} : parse(fileText(shipped), shipped.pathname);
  const own = locale === project.config.sourceLocale ? authors : authors.map(({ key, name }) => ({ key, name }));
  const told = authorWords(own, new Map(editionAuthors(project, locale).map((author) => [author.key, author])));
  return merge(merge(given, told), newsroom === undefined ? {} : parse(newsroom, file));
}

type NamedAuthor = Pick<FiledAuthor, 'key' | 'name' | 'role' | 'bio'>;

/**
 * By their keys and by their names: articles name them by either.
 * @param translated what is said of them in the language, by key
 */
function authorWords(authors: readonly NamedAuthor[], translated: ReadonlyMap<string, NamedAuthor>): Tree {
  if (authors.length === 0) return {};
  const entries = authors.flatMap((author) => {
    const { key, name } = author;
    const { role, bio, name: called } = { ...author, ...translated.get(key) };
    // A file that says no name says the key.
    const said = { name: called === key ? name : called, ...optional('role', role), ...optional('bio', bio) };
    return [channelSlug(key), channelSlug(name)].map((slug) => [slug, said] as const);
  });
  return { authors: Object.fromEntries(entries) };
}

/** The tags under which a locale's words may be kept, nearest first: `zh-TW` is written as `zh-Hant` is, `es-MX` as `es`. */
export function wordTags(locale: string): string[] {
  const { language, script } = new Intl.Locale(locale).maximize();
  const tags = [locale, `${language}-${script}`];
  // Of another script the words could not be read: `az-Arab` is not written as `az`.
  if (new Intl.Locale(language).maximize().script === script) tags.push(language === 'no' ? 'nb' : language);
  return [...new Set(tags)];
}

function shippedFile(locale: string): URL | undefined {
  return wordTags(locale)
    .map((tag) => new URL(`../../locales/${tag}/ui.json`, import.meta.url))
    .find((file) => existsSync(file));
}

function parse(text: string, file: string): Tree {
  let at: JsonFault = { offset: 0, got: text.slice(0, 40) };
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Tree;
  } catch {
    const errors: ParseError[] = [];
    parseTree(text, errors, { disallowComments: true });
    if (errors[0] !== undefined) at = jsonFault(text, errors[0]);
  }
  const line = lineOf(text, at.offset);
  throw new KnownError(`${file}:${line}: not a JSON object of strings`, {
    expected: 'i18next JSON',
    got: at.got,
    help: `Correct line ${line}.`,
    place: `${file}:${line}`,
  });
}

interface Tree {
  readonly [key: string]: unknown;
}

function merge(base: Tree, over: Tree): Tree {
  const merged: { [key: string]: unknown } = { ...base };
  for (const [key, value] of Object.entries(over)) merged[key] = isTree(value) && isTree(base[key]) ? merge(base[key], value) : value;
  return merged;
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

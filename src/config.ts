/** The project's configuration: one frozen object, read once. `config/schema.ts` says what it may hold. */

import type { z } from 'zod';
import { expectation } from './config/expectation.ts';
import { keysAt, meantKey } from './config/keys.ts';
import { type Config, configSchema } from './config/schema.ts';
import { KnownError } from './errors.ts';
import { readAddresses } from './frontmatter/addresses.ts';

export type { Config } from './config/schema.ts';

/**
 * @param json the content of the configuration's file, parsed
 * @param file its path, for the error
 * @throws KnownError that names the key, what was expected and what was got
 */
export function parseConfig(json: unknown, file: string): Config {
  const result = configSchema.safeParse(json, { reportInput: true });
  if (!result.success) throw configError(result.error.issues, file);
  checkLocales(result.data, file);
  checkCollections(result.data, file);
  checkStrings(result.data, file);
  checkAddresses(result.data, file);
  return deepFreeze(result.data);
}

/** Where in a list something stands that stood before; -1 where each is there once. */
function firstAgain(list: readonly (string | undefined)[]): number {
  const seen = new Set<string | undefined>();
  return list.findIndex((one) => seen.size === seen.add(one).size);
}

/** What the schema cannot say: each locale once, the source's not among the targets, and engines for targets only. */
function checkLocales({ sourceLocale, targetLocales, engine, sources = [] }: Config, file: string): void {
  if (targetLocales.includes(sourceLocale))
    throw new KnownError(`${file}: targetLocales holds the source locale`, {
      expected: `locales other than "${sourceLocale}"`,
      got: JSON.stringify(targetLocales),
      help: `Remove "${sourceLocale}" from targetLocales.`,
    });
  // Names that differ in case alone are one locale, and one folder on many disks.
  const twice = targetLocales[firstAgain(targetLocales.map((one) => one.toLowerCase()))];
  if (twice !== undefined)
    throw new KnownError(`${file}: targetLocales holds "${twice}" twice`, {
      expected: 'each locale once',
      got: JSON.stringify(targetLocales),
      help: `Remove one "${twice}" from targetLocales.`,
    });
  if (typeof engine === 'string' || Array.isArray(engine)) return;
  const known = ['default', ...targetLocales, ...(sources.some(isInOtherLanguages) ? [sourceLocale] : [])];
  const unknown = Object.keys(engine).find((key) => !known.includes(key));
  if (unknown !== undefined)
    throw new KnownError(`${file}: unknown key "engine.${unknown}"`, {
      expected: `one of ${known.join(', ')}`,
      got: `"${unknown}"`,
      help: 'Correct the locale, or add it to targetLocales.',
    });
}

/** Collections are told apart by their names, and translated into locales of the project. */
function checkCollections({ sources = [], sourceLocale, targetLocales, localeNames }: Config, file: string): void {
  const names = sources.map(({ name }) => name);
  const twice = firstAgain(names);
  if (twice >= 0)
    throw new KnownError(`${file}: "sources.${twice}.name" is not usable`, {
      expected: 'a name of its own for each collection but one',
      got: names[twice] === undefined ? 'a second collection without a name' : `"${names[twice]}" twice`,
      help: 'Give it a "name": it becomes the first part of its articles\' slugs.',
    });
  for (const [at, collection] of sources.entries()) {
    const { source, sourceLocale: own, locales = [] } = collection;
    if (own !== undefined && source.includes('{sourceLocale}'))
      throw new KnownError(`${file}: "sources.${at}.sourceLocale" is not usable`, {
        expected: 'one place that names the language: the path or this key',
        got: '{sourceLocale} in "source" too',
        help: 'Remove one of the two.',
      });
    const known = isInOtherLanguages(collection) ? [sourceLocale, ...targetLocales].filter((one) => one !== own) : targetLocales;
    const unknown = locales.find((one) => !known.includes(one));
    if (unknown !== undefined)
      throw new KnownError(`${file}: "sources.${at}.locales" is not usable`, {
        expected: known.join(', '),
        got: unknown,
        help: `Correct the locale, or add it to targetLocales.`,
      });
  }
  const folders = targetLocales.map((one) => (localeNames[one] ?? one).toLowerCase());
  const same = firstAgain(folders);
  if (same >= 0)
    throw new KnownError(`${file}: "localeNames" gives two locales one name`, {
      expected: 'a name for each',
      got: `"${folders[same]}" for ${targetLocales[folders.indexOf(folders[same] as string)]} and ${targetLocales[same]}`,
      help: 'Correct "localeNames".',
    });
}

/** Whether articles of a collection may be in another language than the project's. */
const isInOtherLanguages = ({ source, sourceLocale }: NonNullable<Config['sources']>[number]): boolean =>
  sourceLocale !== undefined || source.includes('{sourceLocale}');

/** The same of files of strings: what has no name is the only one. */
function checkStrings({ strings = [], targetLocales }: Config, file: string): void {
  const twice = firstAgain(strings.map(({ name }) => name));
  for (const [at, { name, locales = [] }] of strings.entries()) {
    const refuse = (key: string, expected: string, got: string): KnownError =>
      new KnownError(`${file}: "strings.${at}.${key}" is not usable`, {
        expected,
        got,
        help: `Correct "strings.${at}.${key}" in ${file}.`,
      });
    if (at === twice) throw refuse('name', 'a name of its own for each but one', name === undefined ? 'none' : `"${name}" twice`);
    const unknown = locales.find((one) => !targetLocales.includes(one));
    if (unknown !== undefined) throw refuse('locales', targetLocales.join(', '), unknown);
  }
}

/** An address that is set in each edition is one for each locale: of pages at the same address a site has one. */
function checkAddresses({ checks, targetLocales, frontMatter, sources = [] }: Config, file: string): void {
  if (targetLocales.length < 2 || checks.address === 'off') return;
  const settings = [['', frontMatter.set], ...sources.map((one, at) => [`sources.${at}.`, one.frontMatter?.set ?? {}] as const)] as const;
  for (const [where, set] of settings) {
    const shared = readAddresses(set).find(({ address }) => !address.includes('{locale}'));
    if (shared !== undefined)
      throw new KnownError(`${file}: "${where}frontMatter.set.${shared.key}" gives all locales one address`, {
        expected: 'an address that holds {locale}',
        got: `"${shared.address}" for ${targetLocales.join(', ')}`,
        help: 'Put {locale} into it. Where each locale has a site of its own, set "checks": { "address": "off" }.',
      });
  }
}

function configError(issues: readonly z.core.$ZodIssue[], file: string): KnownError {
  // A key that is not known may be the misspelled name of one that is missing.
  const issue = (issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0]) as z.core.$ZodIssue;
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : '';
  const key = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    const unknown = [...issue.path.map(String), issue.keys[0] ?? ''].join('.');
    const known = keysAt(issue.path);
    const meant = meantKey(issue.keys[0] ?? '', known);
    return new KnownError(`${file}: unknown key "${unknown}"${more}`, {
      expected: `one of ${known.join(', ')}`,
      got: `"${issue.keys[0] ?? ''}"`,
      help: meant === undefined ? 'Correct the name or remove the key.' : `Did you mean "${meant}"?`,
    });
  }
  return new KnownError(key === '' ? `${file}: no configuration` : `${file}: "${key}" is not usable${more}`, {
    expected: expectation(issue),
    got: issue.input === undefined ? 'nothing' : JSON.stringify(issue.input)?.slice(0, 80),
    help: key === '' ? `Write an object with "sourceLocale" and "targetLocales".` : `Correct "${key}" in ${file}.`,
  });
}

/** The engines for a locale, first choice first. */
export function engineChainFor(config: Config, to: string): readonly string[] {
  const { engine } = config;
  const chosen = typeof engine === 'string' || Array.isArray(engine) ? engine : (engine[to] ?? engine.default);
  if (chosen === undefined)
    throw new KnownError(`No engine for ${to}`, {
      expected: `"engine" to name ${to} or "default"`,
      got: JSON.stringify(engine),
      help: `Add "default" or "${to}" to "engine" in the configuration.`,
    });
  return typeof chosen === 'string' ? [chosen] : chosen;
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) for (const part of Object.values(Object.freeze(value))) deepFreeze(part);
  return value;
}

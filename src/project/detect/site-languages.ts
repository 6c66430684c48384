/** The languages that a generator's own configuration names. JavaScript is read as text, never run. */

import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse as parseJson } from 'jsonc-parser';
import { getStaticTOMLValue, parseTOML } from 'toml-eslint-parser';
import { parse as parseYaml } from 'yaml';
import { fileText } from '../../files/bytes.ts';
import type { Generator } from '../generator.ts';

export interface SiteLanguages {
  /** As the generator calls it; undefined where it names none. */
  readonly main: string | undefined;
  /** The others. */
  readonly others: readonly string[];
  /** Where a language has a folder of its own. */
  readonly folders?: ReadonlyMap<string, string>;
  /** What else the layout hangs on: MkDocs's `docs_structure`. */
  readonly structure?: string | undefined;
}

type Data = { readonly [key: string]: unknown };

/** Nothing is known of a configuration that cannot be read: the site's own build tells what is wrong with it. */
export function siteLanguages(root: string, generator: Generator | undefined): SiteLanguages {
  if (generator === undefined) return { main: undefined, others: [] };
  switch (generator.name) {
    case 'Hugo':
      return hugo(root, generator.file);
    case 'Jekyll':
      return jekyll(dataOf(root, generator.file));
    case 'Hexo':
      return hexo(dataOf(root, generator.file));
    case 'Zola':
      return zola(dataOf(root, generator.file));
    case 'MkDocs':
      return mkdocs(dataOf(root, generator.file));
    default:
      return fromScript(fileText(join(root, generator.file)));
  }
}

function hugo(root: string, file: string): SiteLanguages {
  const folder = dirname(file);
  const main = lower(dataOf(root, file));
  const beside = ['toml', 'yaml', 'yml', 'json'].map((extension) => join(folder, `languages.${extension}`));
  const split = folder === '.' ? undefined : beside.find((one) => existsSync(join(root, one)));
  const languages = split === undefined ? record(main.languages) : dataOf(root, split);
  const names = Object.keys(languages).filter((name) => lower(record(languages[name])).disabled !== true);
  const fallback = names.length === 0 || names.includes('en') ? 'en' : names[0];
  const first = text(main.defaultcontentlanguage) ?? fallback;
  const folders = names.flatMap((name): [string, string][] => {
    const own = text(lower(record(languages[name])).contentdir);
    return own === undefined ? [] : [[name, own.replace(/^\.?\/|\/$/g, '')]];
  });
  const isNamed = text(main.defaultcontentlanguage) !== undefined || names.length > 0;
  return {
    main: isNamed ? first : text(main.languagecode)?.split('-')[0],
    others: names.filter((name) => name !== first),
    folders: new Map(folders),
  };
}

function jekyll(data: Data): SiteLanguages {
  const named = strings(data.languages);
  const main = text(data.default_lang) ?? text(data.lang) ?? named[0] ?? text(data.locale);
  return { main, others: named.filter((name) => name !== main) };
}

/** One language, or several of which the first is the default. */
function hexo({ language }: Data): SiteLanguages {
  const [main, ...others] = text(language) === undefined ? strings(language) : [text(language)];
  return { main, others: others.filter((name) => name !== undefined && name !== 'default') as string[] };
}

function zola(data: Data): SiteLanguages {
  const main = text(data.default_language) ?? 'en';
  return { main, others: Object.keys(record(data.languages)).filter((name) => name !== main) };
}

function mkdocs(data: Data): SiteLanguages {
  const plugins = Array.isArray(data.plugins) ? data.plugins.map(record) : [record(data.plugins)];
  const i18n = record(plugins.find((plugin) => 'i18n' in plugin)?.i18n);
  const languages = Array.isArray(i18n.languages) ? i18n.languages.map(record) : [];
  const names = languages.flatMap(({ locale }) => text(locale) ?? []);
  const main = text(languages.find((one) => one.default === true)?.locale) ?? names[0] ?? text(record(data.theme).language);
  return { main, others: names.filter((name) => name !== main), structure: text(i18n.docs_structure) };
}

/**
 * `defaultLocale: 'en', locales: ['en', 'es']` of Docusaurus, Astro and Next.js; `locales: { root: { lang: 'en' }, es: { ... } }` of
 * Starlight and VitePress.
 */
function fromScript(script: string): SiteLanguages {
  const plain = script.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');
  const said = /\bdefaultLocale\s*:\s*['"`]([\w-]+)['"`]/.exec(plain)?.[1];
  const list = /\blocales\s*:\s*\[([^\]]*)\]/.exec(plain)?.[1];
  if (list !== undefined) {
    const names = [...list.matchAll(/['"`]([a-zA-Z]{2,3}(?:[-_]\w+)?)['"`]/g)].flatMap(([, name]) => name ?? []);
    return { main: said ?? names[0], others: names.filter((name) => name !== (said ?? names[0])) };
  }
  const table = braced(plain, /\blocales\s*:\s*\{/);
  if (table === undefined) return { main: said ?? /\blang\s*:\s*['"]([\w-]+)['"]/.exec(plain)?.[1], others: [] };
  const entries = entriesOf(table);
  const isRoot = (name: string) => name === 'root' || name === '/';
  const root = entries.find(([name]) => isRoot(name));
  const main = root === undefined ? (said ?? entries[0]?.[0]) : (/\blang\s*:\s*['"]([\w-]+)['"]/.exec(root[1])?.[1] ?? 'en');
  return {
    main,
    others: entries.map(([name]) => name.replace(/^\/|\/$/g, '')).filter((name) => name !== main && !isRoot(name) && name !== ''),
  };
}

/** What is between a brace and its end. */
function braced(script: string, start: RegExp): string | undefined {
  const found = start.exec(script);
  if (found === null) return undefined;
  const from = found.index + found[0].length;
  let depth = 1;
  for (let at = from; at < script.length; at++) {
    if (script[at] === '{') depth++;
    if (script[at] === '}' && --depth === 0) return script.slice(from, at);
  }
  return undefined;
}

/** The outermost keys of an object's text, with the text of each value's braces. */
function entriesOf(body: string): [name: string, value: string][] {
  const entries: [string, string][] = [];
  let depth = 0;
  let name: string | undefined;
  let from = 0;
  for (const { 0: token, index } of body.matchAll(/[{}]|(?:['"`]([^'"`]+)['"`]|[\w-]+)\s*:/g)) {
    if (token === '{') {
      if (depth++ === 0) from = index;
    } else if (token === '}') {
      if (--depth === 0 && name !== undefined) entries.push([name, body.slice(from, index)]);
    } else if (depth === 0) name = token.replace(/\s*:$/, '').replace(/^['"`]|['"`]$/g, '');
  }
  return entries;
}

/** A file of data in one of the formats that generators take. */
export function dataOf(root: string, file: string): Data {
  try {
    const source = fileText(join(root, file));
    if (file.endsWith('.toml')) return record(getStaticTOMLValue(parseTOML(source)));
    return record(basename(file).endsWith('.json') ? parseJson(source) : parseYaml(source, { logLevel: 'error' }));
  } catch {
    return {};
  }
}

function lower(data: Data): Data {
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key.toLowerCase(), value]));
}

const record = (value: unknown): Data => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Data) : {});
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const strings = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []);

/** The front matter of a file as plain data. Nothing in it is ever run, and nothing of it refers to itself. */

import matter from 'gray-matter';
import { getNodeValue } from 'jsonc-parser';
import { getStaticTOMLValue, traverseNodes } from 'toml-eslint-parser';
import { KnownError, knownOf } from '../errors.ts';
import { lineOf } from '../text/lines.ts';
import { type FrontMatter, type FrontMatterLanguage, findFrontMatter } from './fence.ts';
import { parseJson, parseToml, parseYaml, unparsed } from './parse.ts';
import { plainYaml } from './plain-yaml.ts';

export interface FrontMatterData {
  /** Dates are text, as they are written, in all three languages. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Offset of the body in the file's text. */
  readonly body: number;
}

/** As many as a list of shared values needs; a value that doubles itself with each alias is stopped by it. */
const MOST_ALIASES = 20;

/**
 * @param source a whole Markdown file
 * @returns no data where the file has no front matter
 * @throws KnownError where it does not parse (`place` holds `line:column` of the file), has no end, or would have to be run
 */
export function readFrontMatter(source: string): FrontMatterData {
  const found = findFrontMatter(source);
  if (found === undefined) return { data: {}, body: source.startsWith('\uFEFF') ? 1 : 0 };
  return { data: values(source, found), body: found.body };
}

const LANGUAGES: Readonly<Record<string, FrontMatterLanguage>> = { '.yml': 'yaml', '.yaml': 'yaml', '.toml': 'toml', '.json': 'json' };

/**
 * A file that is all data, read as front matter is.
 * @param extension with its full stop: what it is written in
 * @throws KnownError where it does not parse, or is no object
 */
export function readDataFile(text: string, extension: string): FrontMatterData['data'] {
  const language = LANGUAGES[extension] ?? 'yaml';
  return plainObject(PARSERS[language](text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), 1), language, 1);
}

/** As `readFrontMatter`; undefined where it cannot be read, for those who can go on without. */
export function tryFrontMatter(source: string): FrontMatterData['data'] | undefined {
  try {
    return readFrontMatter(source).data;
  } catch (error) {
    if (knownOf(error) === undefined) throw error;
    return undefined;
  }
}

const FENCE: Readonly<Record<FrontMatterLanguage, string>> = { yaml: '---', toml: '+++', json: ';;;' };

function values(source: string, { language, start, end }: FrontMatter): Record<string, unknown> {
  const line = lineOf(source, start);
  const inner = source.slice(start, end).replace(/\r\n?/g, '\n').replace(/\n?$/, '\n');
  const plain = language === 'yaml' ? plainYaml(inner) : undefined;
  if (plain !== undefined) return plain;
  refuseBlankLines(inner, line);
  // gray-matter hands over the end of the fence's own line, too.
  const parse = (text: string) => plainObject(PARSERS[language](text.replace(/^\n/, ''), line), language, line);
  const fence = FENCE[language];
  // Its cache and its JavaScript engine are not used: options are given, and every engine that a file can name is named here. The
  // closing delimiter is a whole line, so that no value can end the front matter.
  const file = matter(`${fence}\n${inner}${fence}\n`, {
    delimiters: [fence, `${fence}\n`],
    engines: { yaml: parse, json: parse, javascript: parse },
    language: 'yaml',
  });
  return file.data;
}

/**
 * From each of the blank lines in a row gray-matter 4.0.3 looks over the rest of them for a comment: minutes for a hundred
 * thousand of them, three seconds for a megabyte in rows of so many.
 */
const BLANK_LINES = 2_000;

function refuseBlankLines(inner: string, line: number): void {
  for (const { index, 0: blank } of inner.matchAll(/\n\s+/g)) {
    const lines = blank.split('\n').length - 1;
    if (lines <= BLANK_LINES) continue;
    const first = line + lineOf(inner, index);
    throw new KnownError(`Front matter with too many blank lines, line ${first}`, {
      expected: `at most ${BLANK_LINES.toLocaleString('en')} in a row`,
      got: lines.toLocaleString('en'),
      help: 'Take them out.',
      place: `${first}:1`,
    });
  }
}

const PARSERS: Readonly<Record<FrontMatterLanguage, (text: string, line: number) => unknown>> = {
  yaml: (text, line) => {
    const { document } = parseYaml(text, line);
    try {
      return document.toJS({ maxAliasCount: MOST_ALIASES });
    } catch (error) {
      // An alias within its own anchor, or more aliases than any front matter needs.
      if (error instanceof ReferenceError) throw unparsed('YAML', error.message, line, 1);
      throw error;
    }
  },
  toml: (text, line) => {
    const program = parseToml(text, line);
    traverseNodes(program, {
      enterNode: (node) => {
        if (node.type === 'TOMLValue' && 'datetime' in node) Object.assign(node, { value: node.datetime });
      },
      leaveNode: () => {},
    });
    return getStaticTOMLValue(program);
  },
  json: (text, line) => {
    const { tree } = parseJson(text, line);
    return tree === undefined ? {} : getNodeValue(tree);
  },
};

function plainObject(value: unknown, language: FrontMatterLanguage, line: number): Record<string, unknown> {
  if (value === null || value === undefined) return {};
  if (typeof value !== 'object' || Array.isArray(value)) throw unparsed(language.toUpperCase(), 'a value without a key', line, 1);
  if (refersToItself(value, new Set())) throw unparsed(language.toUpperCase(), 'a value that holds itself', line, 1);
  return value as Record<string, unknown>;
}

function refersToItself(value: unknown, around: Set<unknown>): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (around.has(value)) return true;
  around.add(value);
  const found = Object.values(value).some((part) => refersToItself(part, around));
  around.delete(value);
  return found;
}

/** Where a file's front matter stands, and its data. Values are never dumped: `scalars.ts` says where they can be spliced. */

import matter from 'gray-matter';
import { type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { getStaticTOMLValue, parseTOML } from 'toml-eslint-parser';
import { parseDocument } from 'yaml';
import { KnownError } from '../errors.ts';

export interface FrontMatter {
  readonly language: 'yaml' | 'toml' | 'json';
  /** Offsets in the file of what the language's own parser reads. */
  readonly start: number;
  readonly end: number;
  /** Offset of the first byte after the closing fence's line end: the body's start. */
  readonly body: number;
}

const FENCES = [
  { open: '---', close: /^---[ \t]*$/m, language: 'yaml' },
  { open: '+++', close: /^\+\+\+[ \t]*$/m, language: 'toml' },
  { open: ';;;', close: /^;;;[ \t]*$/m, language: 'json' },
] as const;

const COMMENTS = /^(?:[ \t]*(?:#[^\n]*)?(?:\r?\n|$))*$/;
/** A key, quoted or not, and a colon; words before a colon are no key here. */
const KEY = /^(?:[\p{L}\p{N}_.$@/-]+|"[^"\n]*"|'[^'\n]*')[ \t]*:(?:\s|$)/mu;

const NAMES: Record<string, FrontMatter['language']> = { '': 'yaml', yaml: 'yaml', yml: 'yaml', toml: 'toml', json: 'json' };

/**
 * @returns undefined where the file has none; a thematic break at the start of a file without keys under it is not one
 * @throws KnownError for a language that would have to be run (`---js`) or that is unknown
 */
export function findFrontMatter(source: string): FrontMatter | undefined {
  const from = source.startsWith('\uFEFF') ? 1 : 0;
  const fence = FENCES.find(({ open }) => source.startsWith(open, from));
  if (fence === undefined) return bareJson(source, from);
  const opening = /^(?:---|\+\+\+|;;;)[ \t]*([\w-]*)[ \t]*(?:\r\n|\n|\r)/.exec(source.slice(from, from + 200));
  if (opening === null) return undefined;
  const start = from + opening[0].length;
  const close = fence.close.exec(source.slice(start));
  if (close === null) return undefined;
  const name = (opening[1] ?? '').toLowerCase();
  const language = fence.language === 'yaml' ? NAMES[name] : fence.language;
  if (language === undefined) throw refused(name);
  const end = start + close.index;
  const after = end + close[0].length;
  const inner = source.slice(start, end);
  if (fence.language === 'yaml' && name === '' && !COMMENTS.test(inner) && !KEY.test(inner)) return undefined;
  return { language, start, end, body: after + lineEndAt(source, after) };
}

/** Hugo's JSON front matter: the file begins with an object on lines of its own. */
function bareJson(source: string, from: number): FrontMatter | undefined {
  if (!/^\{[ \t]*\r?\n/.test(source.slice(from, from + 100))) return undefined;
  const close = /^\}[ \t]*$/m.exec(source.slice(from));
  if (close === null || !/^\{\s*"/.test(source.slice(from, from + 1000))) return undefined;
  const end = from + close.index + 1;
  const after = from + close.index + close[0].length;
  return { language: 'json', start: from, end, body: after + lineEndAt(source, after) };
}

function lineEndAt(source: string, at: number): number {
  if (source[at] === '\r') return source[at + 1] === '\n' ? 2 : 1;
  return source[at] === '\n' ? 1 : 0;
}

function refused(name: string): KnownError {
  return new KnownError(`Front matter in "${name}" is refused`, {
    expected: 'YAML between --- lines, TOML between +++ lines, or JSON between ;;; lines',
    got: `---${name}`,
    help: 'Write the front matter as YAML. Front matter that is a program is never run.',
    place: '1:1',
  });
}

/**
 * The front matter's values.
 * @returns an empty object where the file has no front matter
 * @throws KnownError where it does not parse (`place` holds `line:column` of the file) or would have to be run
 */
export function data(source: string): Record<string, unknown> {
  const found = findFrontMatter(source);
  if (found === undefined) return {};
  const inner = source.slice(found.start, found.end);
  // gray-matter hands over the end of the fence's own line, too.
  const parse = (text: string) => values(text.replace(/^\n/, ''), found.language, lineOf(source, found.start));
  // gray-matter's own cache and its JavaScript engine stay out: options are given, and every engine is named here.
  const file = matter(`---\n${inner.replace(/\r\n?/g, '\n').replace(/\n?$/, '\n')}---\n`, {
    engines: { yaml: parse, javascript: { parse: () => Promise.reject(refused('js')) as never } },
    language: 'yaml',
  });
  return file.data;
}

function values(text: string, language: FrontMatter['language'], line: number): Record<string, unknown> {
  const value = language === 'yaml' ? yamlValue(text, line) : language === 'toml' ? tomlValue(text, line) : jsonValue(text, line);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function yamlValue(text: string, line: number): unknown {
  const document = parseDocument(text);
  checkYaml(document, line);
  return document.toJS();
}

export function checkYaml(document: ReturnType<typeof parseDocument>, line: number): void {
  const error = document.errors[0];
  if (error === undefined) return;
  const at = error.linePos?.[0] ?? { line: 1, col: 1 };
  throw unparsed('YAML', error.message.split(' at line ')[0] ?? error.message, line + at.line - 1, at.col);
}

function tomlValue(text: string, line: number): unknown {
  return getStaticTOMLValue(parseToml(text, line));
}

export function parseToml(text: string, line: number): ReturnType<typeof parseTOML> {
  try {
    return parseTOML(text);
  } catch (error) {
    const at = error as { lineNumber?: number; column?: number; message: string };
    throw unparsed('TOML', at.message, line + (at.lineNumber ?? 1) - 1, (at.column ?? 0) + 1);
  }
}

function jsonValue(text: string, line: number): unknown {
  parseJson(text, line);
  return JSON.parse(text);
}

export function parseJson(text: string, line: number): ReturnType<typeof parseTree> {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const error = errors[0];
  if (error === undefined) return tree;
  const before = text.slice(0, error.offset);
  throw unparsed('JSON', printParseErrorCode(error.error), line + before.split('\n').length - 1, error.offset - before.lastIndexOf('\n'));
}

function unparsed(language: string, message: string, line: number, column: number): KnownError {
  return new KnownError(`Front matter that does not parse, line ${line}`, {
    expected: `${language} front matter`,
    got: message.replace(/[\s:]+$/, ''),
    help: `Correct line ${line}; quote a value that holds ": " or " #".`,
    place: `${line}:${column}`,
  });
}

/** From 1. */
export function lineOf(source: string, offset: number): number {
  let line = 1;
  for (let at = source.indexOf('\n'); at >= 0 && at < offset; at = source.indexOf('\n', at + 1)) line++;
  return line;
}

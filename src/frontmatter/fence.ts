/** The grammar of front matter: where it begins and ends in a file, and in which language it is. */

import { createScanner } from 'jsonc-parser';
import { isMap, parseDocument } from 'yaml';
import { KnownError } from '../errors.ts';
import { lineOf } from '../text/lines.ts';
import { isFieldName } from './field-names.ts';

export type FrontMatterLanguage = 'yaml' | 'toml' | 'json';

export interface FrontMatter {
  readonly language: FrontMatterLanguage;
  /** Offsets in the file of what the language's own parser reads. */
  readonly start: number;
  readonly end: number;
  /** Offset of the first byte after the closing fence's line end: the body's start. */
  readonly body: number;
}

/** `...` ends a YAML document, and the front matter of Jekyll and Pandoc. */
const FENCES = [
  { open: '---', close: /^(?:---|\.\.\.)[ \t]*$/m, language: 'yaml' },
  { open: '+++', close: /^\+\+\+[ \t]*$/m, language: 'toml' },
  { open: ';;;', close: /^;;;[ \t]*$/m, language: 'json' },
] as const;
type Fence = (typeof FENCES)[number];

/** The rest of the opening line: the language's name, or a comment. */
const OPENING = /^(?:---|\+\+\+|;;;)(?:[ \t]*([a-z][\w+-]*))?[ \t]*(?:(?<=[ \t])#[^\r\n]*)?(?:\r\n|\n|\r)/i;
const NAMES: ReadonlyMap<string, FrontMatterLanguage> = new Map([
  ['yaml', 'yaml'],
  ['yml', 'yaml'],
  ['toml', 'toml'],
  ['json', 'json'],
]);
/** Names of programming languages; gray-matter would run the first ones. */
const PROGRAMS = /^(?:js|javascript|mjs|cjs|ts|typescript|coffee|coffeescript|cson)$/;

const NAME = String.raw`^[ \t]*(?:([\p{L}\p{N}_.$@/-]+)|"([^"\n]*)"|'([^'\n]*)')[ \t]*`;
/** A key of YAML, quoted or not; words before a colon are no key here. */
const KEY = new RegExp(`${NAME}:(?:\\s|$)`, 'u');
/** A key of any of the three languages. */
const ANY_KEY = new RegExp(`${NAME}(?::|=)`, 'u');
/** How a YAML map may begin otherwise: in braces, with an explicit key, an anchor, a tag or a directive. */
const OTHER_MAP = /^[ \t]*(?:\{\s*(?:["'\p{L}]|$)|\?\s|[&!%]\S)/u;

/**
 * @returns undefined where the file has none: a thematic break at its start is not one
 * @throws KnownError for a language that would have to be run (`---js`) or that is unknown, and for front matter without an end;
 * `place` holds `line:column`
 */
export function findFrontMatter(source: string): FrontMatter | undefined {
  const top = source.startsWith('\uFEFF') ? 1 : 0;
  // Hugo passes over blank lines.
  const from = top + (/^(?:[ \t]*(?:\r\n|\n|\r))*/.exec(source.slice(top))?.[0].length ?? 0);
  const fence = FENCES.find(({ open }) => source.startsWith(open, from));
  if (fence === undefined) return from === top ? bareJson(source, from) : undefined;
  const opening = OPENING.exec(source.slice(from, from + 200));
  if (opening === null) return undefined;
  const start = from + opening[0].length;
  const name = (opening[1] ?? '').toLowerCase();
  const close = fence.close.exec(source.slice(start));
  if (close === null) {
    if (firstLines(source.slice(start)).some(startsWithField)) throw endless(fence.open, lineOf(source, from));
    return undefined;
  }
  const end = start + close.index;
  const inner = source.slice(start, end);
  if (from > top && !firstLines(inner).some(startsWithField)) return undefined;
  const language = name === '' ? fence.language : NAMES.get(name);
  if (language === undefined || (fence.language !== 'yaml' && language !== fence.language)) {
    if (!PROGRAMS.test(name) && !KEY.test(firstLine(inner)) && !OTHER_MAP.test(firstLine(inner))) return undefined;
    throw refused(fence.open, name);
  }
  if (fence.language === 'yaml' && name === '' && !isYamlMap(inner)) return undefined;
  const after = end + close[0].length;
  return { language, start, end, body: after + lineEndAt(source, after) };
}

/** Offset at which the words of a file begin: after its front matter, or its byte order mark. */
export function bodyStart(source: string): number {
  return findFrontMatter(source)?.body ?? (source.startsWith('\uFEFF') ? 1 : 0);
}

/**
 * Whether the text between two `---` lines is front matter, and not the first paragraphs of an article between thematic breaks.
 * In doubt it is, where a field in it may keep the article from being published.
 */
function isYamlMap(inner: string): boolean {
  const blankFirst = /^[ \t]*(?:\r|\n|$)/.test(inner);
  const first = firstLine(inner);
  // Nothing, or nothing but comments; after a blank line a comment is rather a heading.
  if (first === '') return !blankFirst || inner.trim() === '';
  if (startsWithField(first)) return true;
  const lines = inner.split(/\r\n|\n|\r/);
  const fields = lines.some(startsWithField);
  if (!blankFirst && (fields || KEY.test(first))) return true;
  if (!fields && !KEY.test(first) && !OTHER_MAP.test(first)) return false;
  const document = parseDocument(inner, { merge: true, logLevel: 'error' });
  return document.errors.length === 0 && isMap(document.contents);
}

/** The first line that is neither blank nor a comment; empty where there is none. */
function firstLine(text: string): string {
  return (
    /^(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r))*([^\r\n]*)/
      .exec(text)?.[1]
      ?.replace(/^[ \t]*#.*/, '')
      .trimEnd() ?? ''
  );
}

/** The lines up to the first blank one. */
function firstLines(text: string): string[] {
  return (/^(?:[ \t]*[^\s][^\r\n]*(?:\r\n|\n|\r|$))*/.exec(text)?.[0] ?? '').split(/\r\n|\n|\r/);
}

function startsWithField(text: string): boolean {
  const key = ANY_KEY.exec(text.split(/\r|\n/, 1)[0] ?? '');
  return key !== null && isFieldName(key[1] ?? key[2] ?? key[3] ?? '');
}

/** jsonc-parser's `SyntaxKind`, a constant enumeration that TypeScript does not let files import one by one. */
const TOKEN = { openBrace: 1, closeBrace: 2, colon: 6, string: 10, end: 17 };

/** Hugo's JSON front matter: the file begins with an object, and nothing follows on the line of its last brace. */
function bareJson(source: string, from: number): FrontMatter | undefined {
  if (source[from] !== '{') return undefined;
  const scanner = createScanner(source, true);
  scanner.setPosition(from);
  if (![TOKEN.openBrace, TOKEN.string, TOKEN.colon].every((kind) => Number(scanner.scan()) === kind)) return undefined;
  for (let depth = 1; depth > 0; ) {
    const kind = Number(scanner.scan());
    if (kind === TOKEN.end) throw endless('{', lineOf(source, from));
    if (kind === TOKEN.openBrace) depth++;
    if (kind === TOKEN.closeBrace) depth--;
  }
  const end = scanner.getPosition();
  const rest = /^[ \t]*(?=[\r\n]|$)/.exec(source.slice(end, source.indexOf('\n', end) + 1 || undefined));
  if (rest === null) return undefined;
  const after = end + rest[0].length;
  return { language: 'json', start: from, end, body: after + lineEndAt(source, after) };
}

function lineEndAt(source: string, at: number): number {
  if (source[at] === '\r') return source[at + 1] === '\n' ? 2 : 1;
  return source[at] === '\n' ? 1 : 0;
}

function refused(fence: Fence['open'], name: string): KnownError {
  return new KnownError(`Front matter in "${name}" is refused`, {
    expected: 'YAML between --- lines, TOML between +++ lines, or JSON between ;;; lines',
    got: `${fence}${name}`,
    help: 'Write the front matter as YAML. Front matter that is a program is never run.',
    place: '1:1',
  });
}

/** Published as it is, such a file would show its front matter, and an embargo in it would not hold. */
function endless(open: string, line: number): KnownError {
  return new KnownError(`Front matter that has no end, line ${line}`, {
    expected: open === '{' ? 'a closing brace' : `a line ${open} after the last field`,
    got: 'the end of the file',
    help: `End the front matter that begins on line ${line}.`,
    place: `${line}:1`,
  });
}

/** The three languages of front matter, each read by its own parser; what does not parse is refused with its place in the file. */

import { type Node as JsonNode, type ParseError, parseTree } from 'jsonc-parser';
import { type AST, parseTOML } from 'toml-eslint-parser';
import { KnownError } from '../errors.ts';
import { jsonFault, unclosed } from '../text/json-fault.ts';
import { leftOpen } from '../text/left-open.ts';
import { lenientYaml, type Yaml } from './lenient-yaml.ts';

/** Front matters that are kept parsed: those of the editions at work at once, each of which is read by a run's passes and checks. */
const MOST_KEPT = 256;
const kept = new Map<string, Yaml>();

/**
 * @param line of the file at which the text begins, from 1
 * @returns a document that is shared by all who ask for the same text, and that none of them changes
 * @throws KnownError where the text does not parse
 */
export function parseYaml(text: string, line: number): Yaml {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const yaml = lenientYaml(lineEnds(text));
  const { error } = yaml;
  if (error === undefined) {
    if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value as string);
    kept.set(text, yaml);
    return yaml;
  }
  throw unparsedAt('yaml', text, error.pos[0], error.message.split(' at line ')[0] ?? error.message, line);
}

/** As `parseYaml`. */
export function parseToml(text: string, line: number): AST.TOMLProgram {
  try {
    return parseTOML(lineEnds(text));
  } catch (error) {
    const { index = 0, message } = error as { index?: number; message: string };
    throw unparsedAt('toml', text, index, message, line);
  }
}

export interface JsonTree {
  readonly tree: JsonNode | undefined;
  /** To be added to the offsets of `tree`: -1 where the text has no braces of its own. */
  readonly shift: number;
}

/** As `parseYaml`. Comments are allowed, and between `;;;` lines (Hexo) the outer braces may be missing. */
export function parseJson(text: string, line: number): JsonTree {
  const braces = /^\s*(?:\{|$|\/[/*])/.test(text);
  const whole = braces ? text : `{${text}}`;
  const shift = braces ? 0 : -1;
  const errors: ParseError[] = [];
  const tree = parseTree(whole, errors, { disallowComments: false, allowTrailingComma: false, allowEmptyContent: true });
  const error = errors[0];
  if (error === undefined) return { tree, shift };
  const { offset, got } = jsonFault(whole, error);
  throw unparsedIn('JSON', got, text.slice(0, Math.max(0, offset + shift)), line);
}

/** What was begun and not ended is told where it begins: that is where a mark is lacking. */
function unparsedAt(language: 'yaml' | 'toml', text: string, at: number, message: string, line: number): KnownError {
  const open = leftOpen(text, at, language);
  return unparsedIn(language.toUpperCase(), open === undefined ? message : unclosed(open.mark), text.slice(0, open?.offset ?? at), line);
}

/** @param before the text up to the fault */
function unparsedIn(language: string, message: string, before: string, line: number): KnownError {
  return unparsed(language, message, line + before.split('\n').length - 1, before.length - before.lastIndexOf('\n'));
}

/** No parser knows the line ends of old Macintoshes; offsets stay. */
function lineEnds(text: string): string {
  return text.replace(/\r(?!\n)/g, '\n');
}

/** The error of front matter that cannot be read. @param line and column from 1, in the file */
export function unparsed(language: string, message: string, line: number, column: number): KnownError {
  return new KnownError(`Front matter that does not parse, line ${line}`, {
    expected: `${language} front matter`,
    got: message.replace(/(?<![\s:])[\s:]+$/, ''),
    help: `Correct line ${line}; quote a value that holds ": " or " #".`,
    place: `${line}:${column}`,
  });
}

/** Which Markdown is spoken, and its tokens: one pass of micromark, offsets counted into the whole source. */

import { parse, postprocess, preprocess } from 'micromark';
import { directive } from 'micromark-extension-directive';
import { gfm } from 'micromark-extension-gfm';
import { math } from 'micromark-extension-math';
import { mdxjs } from 'micromark-extension-mdxjs';
import type { Event, Extension } from 'micromark-util-types';
import { KnownError } from '../errors.ts';
import { lookedUpBrackets } from './bare-addresses.ts';
import { DIALECT_RULES, isMarkdownDialect, type MarkdownDialect } from './dialects.ts';
import { editInPlace } from './edits-in-place.ts';
import { lookedUpCalls } from './footnote-calls.ts';
import { boundedCode } from './mdx-code.ts';
import { joinedTexts, joinLinkTexts } from './merged-data.ts';
import { neededRules, needsOf } from './needed-rules.ts';
import { pairedMarks, pairInOnePass } from './paired-marks.ts';
import { lookOnceForEnds } from './unclosed-html.ts';

editInPlace();
joinLinkTexts();
lookOnceForEnds();
pairInOnePass();

export type Dialect = 'md' | 'mdx';

export interface Syntax {
  readonly dialect: Dialect;
  readonly directives: boolean;
  readonly textDirectives: boolean;
  readonly math: boolean;
  /** The site generator whose Markdown it is, where the configuration names one. */
  readonly generator?: MarkdownDialect;
}

/**
 * Shortcodes, heading ids and marker lines (`:::`, `[!NOTE]`, `: ` ...) are kept from translation in every dialect.
 * @param extensions names as in the config's `markdown.extensions` and `markdown.dialect`; unknown names are ignored
 */
export function syntaxOf(dialect: Dialect = 'md', extensions: readonly string[] = []): Syntax {
  const textDirectives = extensions.includes('textDirectives');
  const generator = extensions.find(isMarkdownDialect);
  return canonical({
    dialect,
    directives:
      textDirectives || extensions.includes('directives') || (generator !== undefined && DIALECT_RULES[generator].directives === true),
    textDirectives,
    math: extensions.includes('math'),
    ...(generator === undefined ? {} : { generator }),
  });
}

const syntaxes = new Map<string, Syntax>();

/** One object a syntax, so that it can be a key. */
function canonical(syntax: Syntax): Syntax {
  const key = JSON.stringify(syntax);
  const known = syntaxes.get(key) ?? Object.freeze(syntax);
  syntaxes.set(key, known);
  return known;
}

/** The dialect that a file's name asks for. */
export function dialectOf(path: string): Dialect {
  return path.endsWith('.mdx') ? 'mdx' : 'md';
}

const combined = new Map<Syntax, Extension[]>();

/** The micromark extensions of a syntax, for whoever parses the same Markdown (a check, the site). */
export function micromarkExtensions(syntax: Syntax): Extension[] {
  const known = combined.get(syntax);
  if (known) return known;
  const extensions: Extension[] = [lookedUpBrackets(lookedUpCalls(pairedMarks(gfm()))), joinedTexts];
  if (syntax.math) extensions.push(math());
  if (syntax.directives) extensions.push(syntax.textDirectives ? directive() : withoutText(directive()));
  if (syntax.dialect === 'mdx') extensions.push(boundedCode(mdxjs()));
  combined.set(syntax, extensions);
  return extensions;
}

/** Text directives (`:name`) are off by default: their parser takes the `:30` of `9:30` for one. */
function withoutText(extension: Extension): Extension {
  const { text: _, ...rest } = extension;
  return rest;
}

/**
 * @param body Markdown without front matter and byte order mark
 * @param defined normalized labels of definitions and footnotes that are outside `body`
 * @returns micromark's events, whose offsets count from the start of `body`, and the labels defined in it
 * @throws KnownError where the dialect has syntax errors (MDX); `place` holds `line:column` in `body`
 */
export function tokenize(body: string, syntax: Syntax, defined?: Defined): Tokens {
  return asSitesRead(body, syntax.dialect, '($2)', (text) => events(text, syntax, defined));
}

/**
 * Reads MDX as sites do: what has HTML comments and `{#id}` behind headings is read again without them.
 * @param id what takes the place of `{$2}`
 * @throws KnownError where MDX does not parse; `place` holds `line:column` in `body`
 */
export function asSitesRead<Value>(body: string, dialect: Dialect, id: string, read: (body: string) => Value): Value {
  try {
    return read(body);
  } catch (error) {
    if (dialect !== 'mdx' || error instanceof KnownError) throw error;
    const masked = maskMdx(body, id);
    try {
      if (masked !== body) return read(masked);
    } catch {
      // The first error names what the author wrote.
    }
    throw syntaxError(error, body);
  }
}

export interface Tokens {
  readonly events: readonly Event[];
  readonly defined: Defined;
}

/** Normalized labels, as micromark keeps them. */
export interface Defined {
  readonly labels: readonly string[];
  readonly footnotes: readonly string[];
}

type Parser = ReturnType<typeof parse> & { gfmFootnotes?: string[] };

interface Known {
  readonly parser: Parser;
  readonly keys: ReadonlySet<string>;
}

/** To put a parser together costs as much as a short paragraph; one for each set of rules that a text needs. */
const parsers = new Map<Syntax, Map<string, Known>>();

/** A parser without anything of the document before: extensions keep what they know of one (labels, imports) as keys of their own. */
function freshParser(syntax: Syntax, needs: string): Parser {
  const ofSyntax = parsers.get(syntax) ?? new Map<string, Known>();
  parsers.set(syntax, ofSyntax);
  let known = ofSyntax.get(needs);
  if (known === undefined) {
    const parser = parse({ extensions: neededRules(micromarkExtensions(syntax), needs) });
    known = { parser, keys: new Set(Object.keys(parser)) };
    ofSyntax.set(needs, known);
  }
  const { parser, keys } = known;
  for (const key of Object.keys(parser)) if (!keys.has(key)) Reflect.deleteProperty(parser, key);
  return Object.assign(parser, { defined: [], lazy: {} });
}

function events(body: string, syntax: Syntax, defined: Defined | undefined): Tokens {
  const parser = freshParser(syntax, needsOf(body));
  const labels = lookedUp([...(defined?.labels ?? [])]);
  // micromark-extension-gfm-footnote keeps its definitions there.
  const footnotes = lookedUp([...(defined?.footnotes ?? [])]);
  Object.assign(parser, { defined: labels, gfmFootnotes: footnotes });
  return { events: postprocess(parser.document().write(preprocess()(body, undefined, true))), defined: { labels, footnotes } };
}

/** A list in which micromark looks for each label of the text: it is not gone through each time. */
function lookedUp(list: string[]): string[] {
  const known = new Set(list);
  const hidden = (value: (label: string) => unknown) => ({ value, enumerable: false });
  return Object.defineProperties(list, {
    includes: hidden((label) => known.has(label)),
    push: hidden((label) => {
      known.add(label);
      list[list.length] = label;
      return list.length;
    }),
  });
}

/**
 * MDX has neither HTML comments nor `{#id}` after a heading; sites that write them (Docusaurus) rewrite them before they
 * parse. So do we; who counts offsets, to as many characters.
 */
function maskMdx(body: string, id: string): string {
  return body
    .replace(/<!--((?:(?!<!--)[\s\S])*?)-->/g, (_, inner: string) => `{/* ${inner.replaceAll('*/', '* ')}*/}`)
    .replace(/^((?:[ \t>]*)#{1,6}[ \t].*)\{(#[^{}\n]*)\}([ \t]*)$/gm, `$1${id}$3`);
}

/** `:::tip[Title]{#id}`: a directive with attributes, which MDX alone takes for an expression. */
const DIRECTIVE = /^[ \t>]*:{3,}[\w-]+(?:\[[^\]\n]*\])?\{/;

function syntaxError(error: unknown, body: string): KnownError {
  const { reason, line, column, place } = error as {
    reason?: string;
    line?: number;
    column?: number;
    place?: { line?: number; column?: number; start?: { line?: number; column?: number } };
  };
  const begins = place?.start ?? place ?? placeIn(reason);
  const at = { line: line ?? begins?.line, column: column ?? begins?.column };
  return new KnownError(`MDX that does not parse${at.line === undefined ? '' : `, line ${at.line}`}`, {
    expected: 'MDX: JSX tags and { } expressions that close',
    got: reason ?? String(error),
    help: DIRECTIVE.test(body.split(/\r\n|\n|\r/)[(at.line ?? 0) - 1] ?? '')
      ? 'Set "markdown": { "dialect": "docusaurus" } (or "starlight") in the configuration, if the site reads directives.'
      : 'Correct the line, or escape a literal { or < with a backslash.',
    ...(at.line === undefined ? {} : { place: `${at.line}:${at.column ?? 1}` }),
    cause: error,
  });
}

/** Of a tag that is still open at the end, the reason alone says where it is: "... for `<Tabs>` (8:1-8:7)". */
function placeIn(reason = ''): { line?: number; column?: number } {
  const [, line, column] = /\((\d+):(\d+)-\d+:\d+\)$/.exec(reason) ?? [];
  return line === undefined ? {} : { line: Number(line), column: Number(column) };
}

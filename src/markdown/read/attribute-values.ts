/**
 * Words in the parameters of what a generator fills in: shortcodes of Hugo, includes and tags of Liquid and Nunjucks, attribute lists of
 * directives, kramdown and Pandoc. They are found in the text itself, for Markdown knows none of them.
 */

import type { TargetSyntax } from '../../article.ts';
import { addMark, addWords, newRun, type TextRun } from '../../runs/run.ts';
import { ATTRIBUTE_LISTS, DOCFX_LINE } from '../attribute-list.ts';
import { type AttributeNames, carriesWords } from '../word-attributes.ts';
import { addHtml, referencesIn } from './references.ts';

/** `{{< figure ... >}}`, `{{% note ... %}}`, `{% include x.html ... %}`; what is between `/*` and `*` is a comment about a shortcode. */
const TAG = /\{\{<(?!\s*\/\*)((?:(?!\{\{<)[\s\S])*?)>\}\}|\{\{%(?!\s*\/\*)((?:(?!\{\{%)[\s\S])*?)%\}\}|\{%((?:(?!\{%)[\s\S])*?)%\}/g;
/** A parameter of Hugo: in quotes, or between backticks, where nothing is escaped. */
const HUGO = /(?<![\w-])([\w-]+)\s*=\s*(?:"((?:\\.|[^"\\])*)"|`([^`]*)`)/g;
const HUGO_NAMED = /(?:^|\s)[\w-]+\s*=\s*["`]/;
const SHORTCODE = /^\s*([\w./-]+)/;
const POSITIONAL = /"((?:\\.|[^"\\])*)"|`([^`]*)`|[^\s"`]+/g;
/** The file of an include is the element, without its extension. */
const LIQUID_TAG = /^-?\s*(\w+)(?:(?<=include|include_relative|render|partial)\s+["']?([\w/-]+))?/;
const LIQUID = /(?<![\w-])([\w-]+)\s*(=|:)\s*(?:"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)')/g;
const LISTED = /(?<![\w-])([\w-]+)=(?:"([^"]*)"|'([^']*)')/g;
/** Tags of a program: their values are compared and counted with. */
const PROGRAM = /^-?\s*(?:assign|set|if|elsif|unless|case|when|for|tablerow|capture|cycle|macro|from|import|extends|block|paginate)\b/;
/** Everything up to the end of these is no words. */
const VERBATIM =
  /^-?\s*(comment|highlight|raw|verbatim|schema|style|stylesheet|javascript|code-toggle|mermaid|math|katex|chart|plantuml)\b/;

interface Found {
  /** Of the shortcode, include, tag or directive. */
  readonly element: string;
  readonly name: string;
  readonly syntax: TargetSyntax;
  /** Of the value, within its quotes. */
  readonly start: number;
  readonly end: number;
}

/**
 * @param from where the body begins
 * @param isTaken whether an offset is in code, in a comment, or among words, and so in no parameter
 */
export function attributeRuns(source: string, from: number, names: AttributeNames, isTaken: (offset: number) => boolean): TextRun[] {
  if (!source.includes('=', from) && !source.includes('{%', from) && !source.includes('{{<', from)) return [];
  const braces = source.includes('{', from) ? [...tagValues(source, from), ...listValues(source, from)] : [];
  return [...braces, ...lineValues(source, from)]
    .filter(
      ({ element, name, start, end }) => carriesWords(names, element, name) && /\p{L}/u.test(source.slice(start, end)) && !isTaken(start),
    )
    .filter(({ start, end }) => !/\{\{|\{%/.test(source.slice(start, end)))
    .sort((a, b) => a.start - b.start)
    .map((found) => runOf(found, source));
}

function* tagValues(source: string, from: number): Generator<Found> {
  /** Names of tags that nothing below ends: it is looked for once. */
  const unended = new Set<string>();
  TAG.lastIndex = from;
  for (let match = TAG.exec(source); match !== null; match = TAG.exec(source)) {
    const [whole, angle, percent, liquid] = match;
    const inner = angle ?? percent ?? liquid ?? '';
    const start = match.index + (liquid === undefined ? 3 : 2);
    const verbatim = VERBATIM.exec(inner)?.[1];
    if (verbatim !== undefined && !/\/\s*$/.test(inner)) {
      if (unended.has(verbatim)) continue;
      const end = new RegExp(`\\{%-?\\s*end${verbatim}\\b|\\{\\{[<%]\\s*/\\s*${verbatim}\\b`, 'g');
      end.lastIndex = match.index + whole.length;
      if (end.test(source)) TAG.lastIndex = end.lastIndex;
      else unended.add(verbatim);
      continue;
    }
    if (liquid === undefined) yield* hugoValues(inner, start);
    else if (!PROGRAM.test(inner)) yield* liquidValues(inner, start);
  }
}

function* hugoValues(inner: string, base: number): Generator<Found> {
  const { 0: head, 1: element = '' } = SHORTCODE.exec(inner) ?? [''];
  if (!HUGO_NAMED.test(inner)) yield* positionalValues(inner.slice(head.length), element, base + head.length);
  for (const match of inner.matchAll(HUGO)) {
    const [whole, name = '', quoted, raw] = match;
    const end = base + match.index + whole.length - 1;
    yield { element, name, syntax: raw === undefined ? 'hugoString' : 'hugoRaw', start: end - (quoted ?? raw ?? '').length, end };
  }
}

/** Parameters without names, which Hugo counts from 0; a shortcode has either all of them named or none. */
function* positionalValues(parameters: string, element: string, base: number): Generator<Found> {
  let at = 0;
  for (const { 0: whole, 1: quoted, 2: raw, index } of parameters.matchAll(POSITIONAL)) {
    const words = quoted ?? raw;
    const end = base + index + whole.length - 1;
    if (words !== undefined)
      yield { element, name: String(at), syntax: raw === undefined ? 'hugoString' : 'hugoRaw', start: end - words.length, end };
    at++;
  }
}

function* liquidValues(inner: string, base: number): Generator<Found> {
  const [, tag = '', file] = LIQUID_TAG.exec(inner) ?? [];
  const element = file ?? tag;
  for (const match of inner.matchAll(LIQUID)) {
    const [whole, name = '', sign, double, single] = match;
    const end = base + match.index + whole.length - 1;
    yield { element, name, syntax: sign === '=' ? 'liquidEscaped' : 'liquidString', start: end - (double ?? single ?? '').length, end };
  }
}

/** The name of a directive, and its label, at the end of what is before its list. */
const DIRECTIVE_BEFORE = /(?:^|[^:]):+([\w-]+)(?:\[[^[\]\n]*\])?$/;
/** No label has more characters than this: a line may have thousands of lists. */
const LABEL = 1_000;

function* listValues(source: string, from: number): Generator<Found> {
  const lists = new RegExp(ATTRIBUTE_LISTS);
  lists.lastIndex = from;
  for (const list of source.matchAll(lists)) {
    const before = source.slice(Math.max(0, list.index - LABEL), list.index);
    const directive = DIRECTIVE_BEFORE.exec(before.slice(before.lastIndexOf('\n') + 1))?.[1];
    for (const match of list[0].matchAll(LISTED)) {
      const [whole, name = '', double, single] = match;
      const end = list.index + match.index + whole.length - 1;
      const syntax = directive === undefined ? 'attributeList' : 'attribute';
      yield { element: directive ?? '', name, syntax, start: end - (double ?? single ?? '').length, end };
    }
  }
}

function* lineValues(source: string, from: number): Generator<Found> {
  if (!source.includes(':::', from)) return;
  for (const line of source.slice(from).matchAll(/^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t>]+)*(:{3,}[^\r\n]*)/gm)) {
    const [whole, text = ''] = line;
    if (!DOCFX_LINE.test(text)) continue;
    const base = from + line.index + whole.length - text.length;
    for (const match of text.matchAll(LISTED)) {
      const [all, name = '', value = ''] = match;
      const end = base + match.index + all.length - 1;
      yield { element: '', name: name === 'alt-text' ? 'alt' : name, syntax: 'attribute', start: end - value.length, end };
    }
  }
}

/** What an escape is in each syntax; the others have none. */
const ESCAPED: Partial<Record<TargetSyntax, RegExp>> = { hugoString: /\\([\s\S])/g, liquidEscaped: /\\(["'])/g, jsString: /\\(["'`\\])/g };

function runOf({ name, syntax, start, end }: Found, source: string): TextRun {
  const run = newRun('attribute', syntax, { path: name });
  const raw = source.slice(start, end);
  if (syntax === 'attribute' || syntax === 'liquidString') addHtml(run, raw, (offset) => start + offset, true);
  else addEscaped(run, raw, start);
  return run;
}

/** Values of shortcodes and includes, in which a template finds `&quot;` as it is written. */
const PUT_AS_IT_IS: ReadonlySet<TargetSyntax> = new Set(['hugoString', 'hugoRaw', 'liquidEscaped']);

/** Adds the words of a value, with its own escapes resolved. */
export function addEscaped(run: TextRun, raw: string, start: number): void {
  const pattern = ESCAPED[run.syntax];
  const isPutAsItIs = PUT_AS_IT_IS.has(run.syntax);
  let at = 0;
  const plain = (to: number) => {
    for (const { start: from, end, text } of isPutAsItIs ? [...referencesIn(raw)] : []) {
      if (from < at || end > to) continue;
      lines(from);
      if (text === undefined) addMark(run, 'alone', start + from, start + end);
      else addWords(run, text, start + from, start + end);
      at = end;
    }
    lines(to);
  };
  const lines = (to: number) => {
    // A value that goes on in the next line is one line of words.
    for (const [text] of raw.slice(at, to).matchAll(/[ \t]*(?:\r\n|\n|\r)[ \t]*|(?:[^ \t\r\n]+|[ \t]+(?![ \t\r\n]))+/g)) {
      addWords(run, /[\r\n]/.test(text) ? ' ' : text, start + at, start + at + text.length);
      at += text.length;
    }
  };
  for (const match of pattern === undefined ? [] : raw.matchAll(pattern)) {
    plain(match.index);
    addWords(run, match[1] ?? '', start + at, start + at + match[0].length);
    at += match[0].length;
  }
  plain(raw.length);
}

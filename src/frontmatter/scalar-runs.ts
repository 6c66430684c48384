/** From a scalar's bytes to runs of words: each style's escapes and line folding, with the offset of every character. */

import type { TargetSyntax } from '../article.ts';
import { addWords, newRun, type TextRun } from '../runs/run.ts';
import type { Scalar, Style } from './scalars.ts';

const SYNTAX_OF: Record<Style, TargetSyntax> = {
  plain: 'yaml',
  single: 'yaml',
  double: 'yaml',
  literal: 'yaml',
  folded: 'yaml',
  tomlBasic: 'toml',
  tomlLiteral: 'toml',
  tomlBasicLines: 'toml',
  tomlLiteralLines: 'toml',
  tomlBare: 'toml',
  json: 'json',
};

/** How many bytes open and close a scalar of a style. */
const QUOTES: Record<Style, number> = {
  plain: 0,
  single: 1,
  double: 1,
  literal: 0,
  folded: 0,
  tomlBasic: 1,
  tomlLiteral: 1,
  tomlBasicLines: 3,
  tomlLiteralLines: 3,
  tomlBare: 0,
  json: 1,
};

/** YAML 1.2.2 section 5.7, TOML 1.0 "String", RFC 8259 section 7. A line end after the backslash joins two lines. */
const ESCAPE = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(?:[ \t]*(?:\r\n|\n|\r)\s*)|([\s\S]))/y;
const SIMPLE: Record<string, string> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  N: '\x85',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
};
const FOLD = /[ \t]*(?:\r\n|\n|\r)\s*/y;
const PLAIN = /[^\\'\s]+|\s/y;

/** One run a paragraph: a blank line in a block scalar ends one. Empty where the bytes and the value do not agree. */
export function scalarRuns(source: string, scalar: Scalar): TextRun[] {
  const { value } = scalar;
  if (typeof value !== 'string') return [];
  const run = () => newRun('frontMatter', SYNTAX_OF[scalar.style], { path: scalar.path });
  const runs =
    scalar.style === 'literal' || scalar.style === 'folded' ? blockRuns(source, scalar, run) : [quotedRun(source, scalar, run())];
  const read = runs.map(({ atoms }) => atoms.map((atom) => (atom.role === 'words' ? atom.text : '')).join('')).join(' ');
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
  return plain(read) === plain(value) ? runs : [];
}

function quotedRun(source: string, { start, end, style }: Scalar, run: TextRun): TextRun {
  const quotes = QUOTES[style];
  const escapes = style === 'double' || style === 'tomlBasic' || style === 'tomlBasicLines' || style === 'json';
  const stop = end - quotes;
  let at = start + quotes;
  while (at < stop) {
    const char = source[at] as string;
    if (char === '\\' && escapes) {
      ESCAPE.lastIndex = at;
      const match = ESCAPE.exec(source);
      if (match === null) break;
      const code = match[1] ?? match[2] ?? match[3];
      const text =
        code === undefined
          ? match[4] === undefined
            ? ''
            : (SIMPLE[match[4]] ?? match[4])
          : String.fromCodePoint(Number.parseInt(code, 16));
      addWords(run, text, at, ESCAPE.lastIndex);
      at = ESCAPE.lastIndex;
    } else if (char === "'" && style === 'single') {
      addWords(run, "'", at, at + 2);
      at += 2;
    } else {
      FOLD.lastIndex = at;
      if (FOLD.test(source)) {
        addWords(run, ' ', at, FOLD.lastIndex);
        at = FOLD.lastIndex;
        continue;
      }
      PLAIN.lastIndex = at;
      const next = Math.min(PLAIN.test(source) ? PLAIN.lastIndex : at + 1, stop);
      addWords(run, source.slice(at, next), at, next);
      at = next;
    }
  }
  return run;
}

function blockRuns(source: string, { start, end }: Scalar, newRunOf: () => TextRun): TextRun[] {
  const runs: TextRun[] = [];
  let run = newRunOf();
  const lines = /([^\r\n]*)(\r\n|\n|\r|$)/y;
  lines.lastIndex = start;
  lines.exec(source);
  let lineEnd = -1;
  while (lines.lastIndex < end) {
    const from = lines.lastIndex;
    const match = lines.exec(source);
    if (match === null) break;
    const line = match[1] as string;
    const indent = line.length - line.trimStart().length;
    const text = line.trim();
    if (text === '') {
      if (run.atoms.length > 0) runs.push(run);
      run = newRunOf();
    } else {
      if (run.atoms.length > 0) addWords(run, ' ', lineEnd, from + indent);
      addWords(run, text, from + indent, from + indent + text.length);
      lineEnd = from + indent + text.length;
    }
    if (match[2] === '') break;
  }
  if (run.atoms.length > 0) runs.push(run);
  return runs;
}

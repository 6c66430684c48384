/** Changed words in a front matter's values, in the style that the value has; another quoting only where it needs one. */

import { isCollection, isPair, isScalar, parseDocument } from 'yaml';
import type { Edit } from '../splice.ts';
import { type FrontMatter, findFrontMatter } from './fence.ts';
import { type Scalar, type Style, scalars } from './scalars.ts';

const ENCODE: Partial<Record<Style, (words: string) => string>> = {
  single: (words) => words.replaceAll("'", "''"),
  double: quoted,
  tomlBasic: quoted,
  tomlBasicLines: quoted,
  json: quoted,
};

function quoted(words: string): string {
  return JSON.stringify(words).slice(1, -1);
}

/** Words over a span. With `pieces`, those that have bytes of their own keep them where the quoting stays. */
export interface ScalarEdit extends Edit {
  readonly pieces?: readonly { readonly words: string; readonly raw?: string }[];
}

/** Styles in which a line end can be written within one line. */
const ESCAPES: ReadonlySet<Style> = new Set(['double', 'tomlBasic', 'tomlBasicLines', 'json']);

/**
 * The edits of one scalar.
 * @param edits words over segments' spans, ascending
 */
export function writeScalar(source: string, scalar: Scalar, edits: readonly ScalarEdit[]): Edit[] {
  const clean = edits.map(({ span, text }) => ({
    span,
    text: text.replace(/\s*[\r\n]+\s*/g, ' ').replace(/[\0-\x08\x0b-\x1f\x7f]/g, ' '),
  }));
  const { style } = scalar;
  const encode = ENCODE[style];
  if (encode !== undefined && ESCAPES.has(style) && edits.every(({ pieces }) => pieces !== undefined))
    return edits.map(({ span, pieces = [] }) => ({ span, text: pieces.map(({ words, raw }) => raw ?? encode(words)).join('') }));
  if (encode !== undefined) return clean.map(({ span, text }) => ({ span, text: encode(text) }));
  if (style === 'literal' || style === 'folded') return clean.map(({ span, text }) => ({ span, text: text.trim() || '""' }));
  const compose = (kept: (raw: string) => string, changed: (words: string) => string) => {
    let all = '';
    let at = scalar.start + delimiter(style).length;
    for (const { span, text } of clean) {
      all += kept(source.slice(at, span.start)) + changed(text);
      at = span.end;
    }
    return all + kept(source.slice(at, scalar.end - delimiter(style).length));
  };
  const same = (text: string) => text;
  const span = { start: scalar.start, end: scalar.end };
  if (style === 'plain') {
    const plain = compose(same, same);
    if (isPlain(plain, scalar.flow)) return clean;
    if (/["\\]/.test(plain)) return [{ span, text: `'${plain.replaceAll("'", "''")}'` }];
    return [{ span, text: `"${plain}"` }];
  }
  const literal = delimiter(style);
  if (!clean.some(({ text }) => text.includes("'"))) return clean;
  const basic = literal.replaceAll("'", '"');
  return [{ span, text: basic + compose((raw) => raw.replace(/[\\"]/g, '\\$&'), quoted) + basic }];
}

function delimiter(style: Style): string {
  return style === 'tomlLiteral' ? "'" : style === 'tomlLiteralLines' ? "'''" : '';
}

/** Words that YAML 1.1 or 1.2 takes for something else than a string. */
const OTHER = /^(?:y|n|yes|no|on|off|true|false|null|~|[-+.\d][-+.\d:eExXoO_,TZ\s]*)$/i;

function isPlain(text: string, flow: boolean): boolean {
  if (text === '' || text !== text.trim() || OTHER.test(text) || /^[&*!|>'"%@`#,[\]{}]/.test(text)) return false;
  if (/^\p{L}[^:#,[\]{}\r\n]*$/u.test(text)) return true;
  const document = parseDocument(flow ? `[${text}]` : `k: ${text}`);
  if (document.errors.length > 0) return false;
  const { contents } = document;
  if (!isCollection(contents) || contents.items.length !== 1) return false;
  const [item] = contents.items;
  const node = isPair(item) ? item.value : item;
  return isScalar(node) && node.value === text.replace(/(?<!\s)\s*\n\s*/g, ' ');
}

/**
 * Keys that an edition has on its own: `lang`, a link to the original.
 * @param set key path to value; a key that is not there is added
 */
export function setKeys(source: string, set: Readonly<Record<string, string>>): Edit[] {
  const names = Object.keys(set);
  if (names.length === 0) return [];
  const at = findFrontMatter(source);
  const eol = /\r\n|\n|\r/.exec(source)?.[0] ?? '\n';
  if (at === undefined) {
    const start = source.startsWith('\uFEFF') ? 1 : 0;
    const lines = names.map((name) => `${name}: ${yamlScalar(set[name] as string)}${eol}`).join('');
    return [{ span: { start, end: start }, text: `---${eol}${lines}---${eol}${eol}` }];
  }
  const found = new Map(scalars(source, at).map((scalar) => [scalar.path, scalar]));
  return names.map((name) => {
    const value = set[name] as string;
    const scalar = found.get(name);
    if (scalar === undefined) return insertKey(source, at, name, value, eol);
    const span = { start: scalar.start, end: scalar.end };
    if (at.language !== 'yaml') return { span, text: JSON.stringify(value) };
    if (scalar.value === value && scalar.style !== 'plain') return { span, text: source.slice(span.start, span.end) };
    return { span, text: (span.start === span.end ? ' ' : '') + yamlScalar(value) };
  });
}

function yamlScalar(value: string): string {
  return isPlain(value, false) ? value : JSON.stringify(value);
}

/** Where the outer brace of a map in braces is: comments may come before it. */
const BRACE = /^(?:\s|(?:#|\/\/)[^\n]*\n|\/\*(?:(?!\*\/)[\s\S])*\*\/)*\{/;

function insertKey(source: string, at: FrontMatter, name: string, value: string, eol: string): Edit {
  const inner = source.slice(at.start, at.end);
  // Before the first table of TOML, so that the key is the file's own.
  if (at.language === 'toml') return insertion(at.start, `${JSON.stringify(name)} = ${JSON.stringify(value)}${eol}`);
  const entry = `${JSON.stringify(name)}: ${JSON.stringify(value)}`;
  const brace = BRACE.exec(inner)?.[0].length;
  if (brace !== undefined) {
    const empty = /^\s*\}/.test(inner.slice(brace));
    if (at.language === 'yaml') return insertion(at.start + brace, ` ${entry}${empty ? ' ' : ', '}`);
    return insertion(at.start + brace, `${eol}  ${entry}${empty ? eol : ','}`);
  }
  if (at.language === 'json') return insertion(at.start, `${entry}${inner.trim() === '' ? '' : ','}${eol}`);
  const indent = /^(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r))*([ \t]*)/.exec(inner)?.[1] ?? '';
  return insertion(at.end, `${indent}${name}: ${yamlScalar(value)}${eol}`);
}

function insertion(at: number, text: string): Edit {
  return { span: { start: at, end: at }, text };
}

/** Whatever an engine gave as the fragment that it meant: tags however they are spelled, and character references decoded once. */

import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { fragmentTokens } from './tokens.ts';

/** A tag of ours in any spelling: `<g id='1'>`, `< G ID = 1 >`, `<x id="2"></x>`, `<g1>`, in full-width signs. */
const TAG = /[<＜]\s*(\/?)(?:(?<=\/)\s*)?([gx])(?=[\s\d/>＞])([^<>＜＞/]*(?:\/(?!\s*[>＞])[^<>＜＞/]*)*)(\/?)\s*[>＞]/gi;
/** The same as escaped words, once or twice. */
const ESCAPED = /&(?:amp;)?lt;(\s*(?:\/\s*)?[gx](?=[\s\d/&])(?:(?!&(?:amp;)?[lg]t;)[^<>]){0,60}?)&(?:amp;)?gt;/gi;

/** The same in brackets of another kind: `[g id="1"]`, `(/g)`. */
const BRACKETED = /[([{〈⟨《]\s*((?:[gx]\s+id\s*[=:]\s*["'“”«»]?\d+["'“”«»]?|\/\s*g)(?:\s*\/)?)\s*[)\]}〉⟩》]/gi;

/** Short names in braces: `{x1}`, `{/g2}`. In other brackets they are words: `(G7)`. */
const BRACED = /\{\s*((?:\/\s*)?[gx](\d+)(?:\s*\/)?)\s*\}/gi;

/**
 * A fragment out of an answer that is nearly one. Marks that the source does not have go; a mark of the source is a pair or alone as it
 * is there. Words that an engine escaped once too often (`&amp;#39;`, `\u00e9`) are read as words, unless the source writes so itself.
 * @param source a fragment
 */
export function readFragment(source: string, answer: string): string {
  const roles = new Map(fragmentTokens(source).flatMap((token) => (typeof token === 'string' ? [] : [[token.id, token.role] as const])));
  const unescaped = ESCAPED_TAG.test(source) ? answer : answer.replace(ESCAPED, (_, tag: string) => `<${tag.replaceAll('&quot;', '"')}>`);
  const bare = source.search(BRACKETED) < 0 ? unescaped.replace(BRACKETED, '<$1>') : unescaped;
  const said =
    source.search(BRACED) < 0 ? bare.replace(BRACED, (all, tag: string, id: string) => (roles.has(id) ? `<${tag}>` : all)) : bare;
  const open: { readonly isOurs: boolean; readonly name: string }[] = [];
  let fragment = '';
  let at = 0;
  for (const tag of said.matchAll(TAG)) {
    fragment += plainWords(source, said.slice(at, tag.index));
    at = tag.index + tag[0].length;
    const [, slash, letter = '', attributes = '', end] = tag;
    const name = letter.toLowerCase();
    if (slash === '/') {
      const last = open.at(-1);
      if (name === 'x' && last?.name !== 'x') continue;
      open.pop();
      if (last === undefined || last.isOurs) fragment += '</g>';
      continue;
    }
    const id = idIn(attributes, roles);
    const isPair = id !== undefined && roles.get(id) !== 'alone';
    const closesItself = end === '/';
    if (isPair) fragment += closesItself ? `<g id="${id}"></g>` : `<g id="${id}">`;
    else if (id !== undefined) fragment += `<x id="${id}"/>`;
    if (!closesItself && (isPair || name === 'g')) open.push({ isOurs: isPair, name });
  }
  return fragment + plainWords(source, said.slice(at));
}

const ESCAPED_TAG = /&lt;\s*(?:\/\s*)?[gx]\b/i;

/** The first of the source's ids among the attributes, whatever language or digits they came back in. */
function idIn(attributes: string, roles: ReadonlyMap<string, string>): string | undefined {
  const plain = attributes.normalize('NFKC').replace(/[^\x00-\x7f]/gu, (char) => (/\p{Nd}/u.test(char) ? String(digitOf(char)) : char));
  return plain.match(/[\w-]+/g)?.find((value) => roles.has(value));
}

/** Unicode's decimal digits are in runs from zero to nine. */
function digitOf(char: string): number {
  const code = char.codePointAt(0) as number;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
  return value;
}

const REFERENCE = /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z][a-z\d]*));/gi;

/** Character references of HTML decoded once, and what is special in a fragment escaped; tags must be taken out before. */
export function fragmentWords(html: string): string {
  const text = html.replace(REFERENCE, (reference, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return decodeNamedCharacterReference(name) || reference;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    // As HTML reads them: what is no character there is one of Windows-1252.
    if (code >= 0x80 && code < 0xa0) return new TextDecoder('windows-1252').decode(Uint8Array.of(code));
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : reference;
  });
  return text.replace(/[&<>]/g, (char) => (char === '&' ? '&amp;' : char === '<' ? '&lt;' : '&gt;'));
}

function plainWords(source: string, html: string): string {
  let words = fragmentWords(html);
  if (words.includes('&amp;') && !/&amp;#?\w+;/.test(source))
    for (let times = 0; times < 2; times++) words = words.replace(/&amp;(#?\w{1,31};)/g, (_, rest: string) => fragmentWords(`&${rest}`));
  words = withoutEscapes(source, words);
  if (words.includes('\\') && !source.includes('\\')) words = words.replace(/\\(["'/])/g, '$1').replace(/\\[nrt](?![\p{L}])/gu, '\n');
  return words;
}

/** Letters as programs write them: `\\u00e9`, `\\xe9`, `\\u{e9}`, `%u00e9`. */
const ESCAPES = /[\\%]u([\da-f]{4})|\\x([\da-f]{2})(?![\da-f])|\\u\{([\da-f]{1,6})\}/gi;
/** The bytes of one letter or more in addresses and in mail: `%C3%A9`, `=C3=A9`. */
const BYTES = /(?:%[c-f][\da-f](?:%[89ab][\da-f]){1,3})+|(?:=[c-f][\da-f](?:=[89ab][\da-f]){1,3})+/gi;

/** Escapes of programs as the letters that they are, unless the source has such itself. */
function withoutEscapes(source: string, words: string): string {
  let now = words;
  if (/[\\%]/.test(now) && now.search(ESCAPES) >= 0 && source.search(ESCAPES) < 0)
    now = now.replace(ESCAPES, (all, four?: string, two?: string, braced?: string) => {
      const code = Number.parseInt(four ?? two ?? braced ?? '', 16);
      return code > 0 && code <= 0x10ffff ? fragmentWords(String.fromCodePoint(code)) : all;
    });
  if (/[%=][c-f]/i.test(now) && source.search(BYTES) < 0)
    now = now.replace(BYTES, (bytes) => {
      try {
        return decodeURIComponent(bytes.replaceAll('=', '%'));
      } catch {
        return bytes;
      }
    });
  return now;
}

/** Repairs an engine's answer after the text that was sent: each mark once and nested, white space where the author has it. */

import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { languageOf } from '../languages/lookup.ts';

type Token = string | Tag;

interface Tag {
  readonly role: 'open' | 'close' | 'alone';
  readonly id: string;
}

const TAG = /<g id="([^"]*)">|<\/g\s*>|<x id="([^"]*)"\s*\/?>/g;

/**
 * The answer as a fragment whose marks are those of the source where that can be told: a pair that came back in two parts
 * is one again, spaces that an engine put in or left out around marks are as in the source, and the edges' white space too.
 * Marks that are lost stay lost: the queue sees to them.
 * @param answer a fragment, or nearly one
 * @param to BCP 47
 */
export function mendFragment(source: string, answer: string, to: string): string {
  const wanted = tokensOf(source);
  const got = joinParts(tokensOf(answer));
  if (!languageOf(to).unspaced) {
    space(got, wanted);
    spaceNeighbours(got, wanted);
  }
  const [, before = '', after = ''] = /^(\s*)[\s\S]*?(\s*)$/.exec(source) ?? [];
  return source.trim() === '' ? source : before + write(got).trim() + after;
}

/**
 * A fragment out of an answer that is nearly one: other quotes around ids, pairs for marks alone, bare `&` and `<`, and
 * references that an engine put in.
 */
export function readFragment(answer: string): string {
  let fragment = '';
  let at = 0;
  for (const tag of answer.matchAll(
    /<(?:(g)\s+id\s*=\s*["']?([\w-]+)["']?\s*|(x)\s+id\s*=\s*["']?([\w-]+)["']?\s*\/?|\/(g)\s*|\/x\s*)>/gi,
  )) {
    fragment += fragmentWords(answer.slice(at, tag.index));
    at = tag.index + tag[0].length;
    if (tag[1] !== undefined) fragment += `<g id="${tag[2]}">`;
    else if (tag[3] !== undefined) fragment += `<x id="${tag[4]}"/>`;
    else if (tag[5] !== undefined) fragment += '</g>';
  }
  return fragment + fragmentWords(answer.slice(at));
}

/** Character references of HTML decoded once, and what is special in a fragment escaped; tags must be taken out before. */
export function fragmentWords(html: string): string {
  const text = html.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z][a-z\d]*));/gi,
    (reference, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return decodeNamedCharacterReference(name) || reference;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : reference;
    },
  );
  return text.replace(/[&<>]/g, (char) => (char === '&' ? '&amp;' : char === '<' ? '&lt;' : '&gt;'));
}

function tokensOf(fragment: string): Token[] {
  const tokens: Token[] = [];
  const open: string[] = [];
  let at = 0;
  for (const match of fragment.matchAll(TAG)) {
    if (match.index > at) tokens.push(fragment.slice(at, match.index));
    at = match.index + match[0].length;
    if (match[1] !== undefined) tokens.push({ role: 'open', id: match[1] });
    else if (match[2] !== undefined) tokens.push({ role: 'alone', id: match[2] });
    else tokens.push({ role: 'close', id: open.at(-1) ?? '' });
    if (match[1] !== undefined) open.push(match[1]);
    else if (match[2] === undefined) open.pop();
  }
  if (at < fragment.length) tokens.push(fragment.slice(at));
  return tokens;
}

const write = (tokens: readonly Token[]) =>
  tokens
    .map((token) => {
      if (typeof token === 'string') return token;
      return token.role === 'alone' ? `<x id="${token.id}"/>` : token.role === 'open' ? `<g id="${token.id}">` : '</g>';
    })
    .join('');

/** `<g id="1">a</g> b <g id="1">c</g>`: one pair from the first part to the last, where that crosses no other pair. */
function joinParts(tokens: readonly Token[]): Token[] {
  let out = [...tokens];
  const ids = new Set(out.flatMap((token) => (isTag(token, 'open') ? [token.id] : [])));
  for (const id of ids) {
    const opens = out.filter((token) => isTag(token, 'open') && token.id === id).length;
    if (opens < 2) continue;
    const inner = (token: Token, at: number, all: readonly Token[]) => {
      const own = typeof token !== 'string' && token.id === id && token.role !== 'alone';
      const first = all.findIndex((other) => isTag(other, 'open') && other.id === id);
      const last = all.findLastIndex((other) => isTag(other, 'close') && other.id === id);
      return own && at !== first && at !== last;
    };
    const joined = out.filter((token, at, all) => !inner(token, at, all));
    if (nests(joined)) out = joined;
  }
  return out;
}

function isTag(token: Token, role: Tag['role']): token is Tag {
  return typeof token !== 'string' && token.role === role;
}

function nests(tokens: readonly Token[]): boolean {
  const open: string[] = [];
  for (const token of tokens) {
    if (isTag(token, 'open')) open.push(token.id);
    else if (isTag(token, 'close') && open.pop() !== token.id) return false;
  }
  return open.length === 0;
}

/** White space on each side of each mark as in the source, where the neighbours allow it. */
function space(tokens: Token[], source: readonly Token[]): void {
  const wanted = new Map(source.flatMap((token, at) => (typeof token === 'string' ? [] : [[keyOf(token), sides(source, at)]])));
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    const want = typeof token === 'string' ? undefined : wanted.get(keyOf(token));
    if (typeof token === 'string' || want === undefined) continue;
    const got = sides(tokens, at);
    // Inside of a pair the author has no space at its edge: it goes to the outside, where one is wanted.
    if (token.role === 'open' && got.after === ' ' && want.after !== ' ') shift(tokens, at, 1, want.before === ' ' && got.before !== ' ');
    else if (token.role === 'close' && got.before === ' ' && want.before !== ' ')
      shift(tokens, at, -1, want.after === ' ' && got.after !== ' ');
    const now = sides(tokens, tokens.indexOf(token));
    const returns = (sign: string, beyond: string) => sign !== ' ' && (WORDY.test(sign) || (sign !== '' && sign === beyond));
    if (token.role !== 'close' && want.before === ' ' && returns(now.before, want.signBefore)) insert(tokens, token, -1);
    if (token.role !== 'open' && want.after === ' ' && returns(now.after, want.signAfter)) insert(tokens, token, 1);
    if (token.role !== 'close' && want.before !== ' ' && now.before === ' ') tighten(tokens, token, -1, want.before);
    if (token.role !== 'open' && want.after !== ' ' && now.after === ' ') tighten(tokens, token, 1, want.after);
    at = tokens.indexOf(token);
  }
}

const WORDY = /[\p{L}\p{N}]/u;
const keyOf = (tag: Tag) => `${tag.role} ${tag.id}`;

/**
 * The characters next to a mark, other marks left out; a space for white space of any kind, nothing at the edge. The signs are the
 * first characters that are no white space.
 */
function sides(tokens: readonly Token[], at: number): { before: string; after: string; signBefore: string; signAfter: string } {
  const words = (list: readonly Token[]) => list.filter((token) => typeof token === 'string').join('');
  const [before, after] = [words(tokens.slice(0, at)), words(tokens.slice(at + 1))];
  const last = [...before.slice(-2)].at(-1) ?? '';
  const first = [...after.slice(0, 2)][0] ?? '';
  return {
    before: last.trim() === '' && last !== '' ? ' ' : last,
    after: first.trim() === '' && first !== '' ? ' ' : first,
    signBefore: [...before.trimEnd().slice(-2)].at(-1) ?? '',
    signAfter: [...after.trimStart().slice(0, 2)][0] ?? '',
  };
}

/** Marks that are neighbours in the source and in the answer have between them the white space of the source, or none. */
function spaceNeighbours(tokens: Token[], source: readonly Token[]): void {
  const between = new Map<string, string>();
  for (const [first, space, second] of neighbours(source)) between.set(`${keyOf(first)} ${keyOf(second)}`, space);
  for (const [first, space, second] of neighbours(tokens)) {
    const wanted = between.get(`${keyOf(first)} ${keyOf(second)}`);
    if (wanted === undefined || (wanted === '') === (space === '')) continue;
    tokens.splice(tokens.indexOf(first) + 1, space === '' ? 0 : 1, ...(wanted === '' ? [] : [wanted]));
  }
}

/** Two marks and the white space between them, for all that have nothing else between them. */
function neighbours(tokens: readonly Token[]): [Tag, string, Tag][] {
  return tokens.flatMap((first, at): [Tag, string, Tag][] => {
    const [next, beyond] = [tokens[at + 1], tokens[at + 2]];
    if (typeof first === 'string' || next === undefined) return [];
    if (typeof next !== 'string') return [[first, '', next]];
    return next.trim() === '' && beyond !== undefined && typeof beyond !== 'string' ? [[first, next, beyond]] : [];
  });
}

/** Takes the white space off the words on one side of a mark, and puts a space on the other side. */
function shift(tokens: Token[], at: number, side: 1 | -1, put: boolean): void {
  const neighbour = tokens[at + side];
  const tag = tokens[at] as Tag;
  if (typeof neighbour !== 'string') return;
  const trimmed = side === 1 ? neighbour.trimStart() : neighbour.trimEnd();
  if (trimmed === '') return;
  tokens[at + side] = trimmed;
  if (put) insert(tokens, tag, side === 1 ? -1 : 1);
}

/** Puts a space before (-1) or after a mark, and outside of the pairs that begin or end there too. */
function insert(tokens: Token[], tag: Tag, side: 1 | -1): void {
  let at = tokens.indexOf(tag);
  const beyond = side === 1 ? 'close' : 'open';
  for (let next = tokens[at + side]; next !== undefined && isTag(next, beyond); next = tokens[at + side]) at += side;
  tokens.splice(side === 1 ? at + 1 : at, 0, ' ');
}

/** Takes out a space that an engine put between a mark and the sign that is next to the mark in the source. */
function tighten(tokens: Token[], tag: Tag, side: 1 | -1, sign: string): void {
  const at = tokens.indexOf(tag) + side;
  const neighbour = tokens[at];
  if (typeof neighbour !== 'string' || sign === '') return;
  const trimmed = side === 1 ? neighbour.trimStart() : neighbour.trimEnd();
  const next = side === 1 ? [...trimmed][0] : [...trimmed].at(-1);
  // A mark right behind its word (a footnote) stays right behind the word that it has come to.
  const behind = side === -1 && tag.role === 'alone' && WORDY.test(sign) && next !== undefined && WORDY.test(next);
  if (behind || (!WORDY.test(sign) && next === sign)) tokens[at] = trimmed;
}

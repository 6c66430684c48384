/** Repairs an engine's answer after the text that was sent: each mark once and nested, white space where the author has it. */

import { languageOf } from '../languages/lookup.ts';
import { hasMarks } from './mark-faults.ts';
import { mendMarks } from './mend-marks.ts';
import { fragmentOf, fragmentTokens, isTag, type MarkTag, type Token } from './tokens.ts';
import { aroundWords } from './whole-words.ts';

/**
 * The answer as a fragment whose marks are those of the source where that can be told: a pair that came back in two parts
 * is one again, spaces that an engine put in or left out around marks are as in the source, and the edges' white space too.
 * Marks that are lost stay lost: the queue sees to them.
 * @param answer a fragment, or nearly one
 * @param to BCP 47
 * @param splits whether the engine is known to cut a pair in two where its words come apart, as those are that read HTML
 */
export function mendFragment(source: string, answer: string, to: string, splits = true): string {
  const [wanted, answered] = [fragmentTokens(source), fragmentTokens(answer)];
  const isMended = !hasMarks(source) || Math.max(wanted.length, answered.length) <= MOST_TOKENS;
  const got = isMended ? mended(wanted, answered, source, to, splits) : answered;
  const [, before = '', after = ''] = /^(\s*)(?:[\s\S]*\S)?(\s*)$/.exec(source) ?? [];
  return source.trim() === '' ? source : before + fragmentOf(got).trim() + after;
}

/** Words and tags of a text whose marks are mended: each mend looks at all of them for each. Of a text of more, faults are told. */
const MOST_TOKENS = 1_000;

function mended(wanted: readonly Token[], answered: readonly Token[], source: string, to: string, splits: boolean): Token[] {
  const marked = mendMarks(wanted, answered, source, splits);
  const got = languageOf(to).unspaced ? marked : aroundWords(wanted, marked);
  if (!hasMarks(source)) return got;
  if (languageOf(to).unspaced) joinUnspaced(got);
  else {
    space(got, wanted, languageOf(to).spaces !== undefined);
    spaceNeighbours(got, wanted);
  }
  return got;
}

/** White space on each side of each mark as in the source, where the neighbours allow it. */
function space(tokens: Token[], source: readonly Token[], hasOwnSpaces: boolean): void {
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
    // French sets a space before `!`: its language's file says which, and the check of spacing holds it.
    const isOwn = hasOwnSpaces && /[;:!?»«%]/.test(want.after + now.signAfter);
    if (token.role !== 'open' && want.after !== ' ' && now.after === ' ' && !isOwn) tighten(tokens, token, 1, want.after);
    at = tokens.indexOf(token);
  }
}

const UNSPACED = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff01-\\uff60]';
const ENDS_UNSPACED = new RegExp(`${UNSPACED}$`, 'u');
const STARTS_UNSPACED = new RegExp(`^${UNSPACED}`, 'u');

/** No space beside a mark where both sides are written in a script without spaces. */
function joinUnspaced(tokens: Token[]): void {
  const all = (list: readonly Token[]) => list.filter((token) => typeof token === 'string').join('');
  tokens.forEach((token, at) => {
    if (typeof token === 'string') return;
    const [previous, next] = [tokens[at - 1], tokens[at + 1]];
    if (!ENDS_UNSPACED.test(all(tokens.slice(0, at)).trimEnd()) || !STARTS_UNSPACED.test(all(tokens.slice(at + 1)).trimStart())) return;
    if (typeof previous === 'string') tokens[at - 1] = previous.trimEnd();
    if (typeof next === 'string') tokens[at + 1] = next.trimStart();
  });
}

const WORDY = /[\p{L}\p{N}]/u;
const keyOf = (tag: MarkTag) => `${tag.role} ${tag.id}`;

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
function neighbours(tokens: readonly Token[]): [MarkTag, string, MarkTag][] {
  return tokens.flatMap((first, at): [MarkTag, string, MarkTag][] => {
    const [next, beyond] = [tokens[at + 1], tokens[at + 2]];
    if (typeof first === 'string' || next === undefined) return [];
    if (typeof next !== 'string') return [[first, '', next]];
    return next.trim() === '' && beyond !== undefined && typeof beyond !== 'string' ? [[first, next, beyond]] : [];
  });
}

/** Takes the white space off the words on one side of a mark, and puts a space on the other side. */
function shift(tokens: Token[], at: number, side: 1 | -1, put: boolean): void {
  const neighbour = tokens[at + side];
  const tag = tokens[at] as MarkTag;
  if (typeof neighbour !== 'string') return;
  const trimmed = side === 1 ? neighbour.trimStart() : neighbour.trimEnd();
  if (trimmed === '') return;
  tokens[at + side] = trimmed;
  if (put) insert(tokens, tag, side === 1 ? -1 : 1);
}

/** Puts a space before (-1) or after a mark, and outside of the pairs that begin or end there too. */
function insert(tokens: Token[], tag: MarkTag, side: 1 | -1): void {
  let at = tokens.indexOf(tag);
  const beyond = side === 1 ? 'close' : 'open';
  for (let next = tokens[at + side]; next !== undefined && isTag(next, beyond); next = tokens[at + side]) at += side;
  tokens.splice(side === 1 ? at + 1 : at, 0, ' ');
}

/** Takes out a space that an engine put between a mark and the sign that is next to the mark in the source. */
function tighten(tokens: Token[], tag: MarkTag, side: 1 | -1, sign: string): void {
  const at = tokens.indexOf(tag) + side;
  const neighbour = tokens[at];
  if (typeof neighbour !== 'string' || sign === '') return;
  const trimmed = side === 1 ? neighbour.trimStart() : neighbour.trimEnd();
  const next = side === 1 ? [...trimmed][0] : [...trimmed].at(-1);
  // A mark right behind its word (a footnote) stays right behind the word that it has come to.
  const behind = side === -1 && tag.role === 'alone' && WORDY.test(sign) && next !== undefined && WORDY.test(next);
  if (behind || (!WORDY.test(sign) && next === sign)) tokens[at] = trimmed;
}

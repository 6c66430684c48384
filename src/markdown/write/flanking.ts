/** Emphasis beside changed words still opens and closes: CommonMark's flanking rule (0.31.2, 6.2), as micromark reads it. */

import { unicodePunctuation, unicodeWhitespace } from 'micromark-util-character';
import type { OutputToken } from './output-token.ts';
import { referenceOf } from './reference.ts';

const WHITE = 1;
const PUNCTUATION = 2;

function classOf(char: string | undefined): 0 | typeof WHITE | typeof PUNCTUATION {
  if (char === undefined || char === '') return WHITE;
  const code = char.codePointAt(0) as number;
  if (code === 9 || code === 10 || code === 13 || code === 32 || unicodeWhitespace(code)) return WHITE;
  return unicodePunctuation(code) ? PUNCTUATION : 0;
}

/** A run of delimiters of one marker, and what the marks in it need. */
interface DelimiterRun {
  readonly marker: string;
  readonly first: number;
  /** The index behind its last token. */
  readonly end: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

/**
 * Sets emphasis so that it opens and closes between its new neighbours, in ways that a translator can read: `*` for `_` within a
 * word; white space and signs at its inner edge go outside of it (`**「語」**本` is `「**語**」本`).
 * @param before the character before the block on its line
 * @param after what follows the block on its line
 */
export function settleEdges(tokens: OutputToken[], before: string, after: string): void {
  for (let at = 0; at < tokens.length; at++) {
    const run = runAt(tokens, at);
    if (run === undefined) continue;
    if (!works(tokens, run, before, after) && run.end - run.first === 1) {
      if (run.marker === '_' && works(tokens, { ...run, marker: '*' }, before, after)) useAsterisks(tokens, run.first);
      else moveOut(tokens, run, before, after);
    }
    at = run.end - 1;
  }
}

/**
 * Where a `**` would still not open or close between its neighbours, a sign or a figure beside it becomes a character reference: its
 * `;` or `&` is punctuation, and punctuation on the outer side lets any emphasis open and close. A letter stays a letter: there the
 * emphasis is written in HTML. The words stay the same.
 * @param html whether HTML may stand where the block lands
 * @returns whether anything had to be changed, or a run's role hangs on its surroundings
 */
export function flank(tokens: OutputToken[], before: string, after: string, html: boolean): boolean {
  let risky = false;
  for (let at = 0; at < tokens.length; at++) {
    const run = runAt(tokens, at);
    if (run === undefined) continue;
    const { first, end, opens, closes } = run;
    if (opens && closes) risky = true;
    for (let attempt = 0; attempt < 3; attempt++) {
      const { left, right, open, close } = sidesOf(tokens, run, before, after);
      if ((!opens || open) && (!closes || close)) {
        risky ||= opens ? close : open;
        break;
      }
      risky = true;
      // First the outer neighbour, then the inner one.
      const order = opens === (attempt === 0) ? [left, right] : [right, left];
      const chosen = order.find((side) => side !== undefined && tokens[side.index]?.kind === 'words' && side.raw === side.char);
      if (chosen === undefined || LETTER.test(chosen.char)) {
        if (html && end - first === 1 && inHtml(tokens, first)) break;
        if (chosen === undefined) break;
      }
      encode(tokens, chosen);
    }
    at = end - 1;
  }
  return risky;
}

/** Whether the emphasis that touches a token opens and closes between its neighbours, also once their signs are escaped. */
export function worksBeside(tokens: readonly OutputToken[], index: number, before: string, after: string): boolean {
  const escaped = tokens.map((token) => (token.kind === 'words' ? { ...token, text: token.text.replace(/[*_~]/g, '\\') } : token));
  let first = index;
  while (isAttention(tokens[first - 1]) && tokens[first - 1]?.text[0] === tokens[index - 1]?.text[0]) first--;
  return [first, index + 1].every((at) => {
    const run = runAt(escaped, at);
    return run === undefined || works(escaped, run, before, after);
  });
}

const LETTER = /\p{L}/u;

function runAt(tokens: readonly OutputToken[], first: number): DelimiterRun | undefined {
  if (!isAttention(tokens[first])) return undefined;
  const marker = (tokens[first] as OutputToken).text[0] as string;
  let end = first;
  let opens = false;
  let closes = false;
  for (; isAttention(tokens[end]) && (tokens[end] as OutputToken).text[0] === marker; end++) {
    if ((tokens[end] as OutputToken).kind === 'open') opens = true;
    else closes = true;
  }
  return { marker, first, end, opens, closes };
}

function sidesOf(tokens: readonly OutputToken[], { marker, first, end }: DelimiterRun, before: string, after: string) {
  const left = neighbour(tokens, first - 1, -1);
  const right = neighbour(tokens, end, 1);
  return { left, right, ...roles(marker, left?.char ?? before, right?.char ?? after.slice(0, 1)) };
}

function works(tokens: readonly OutputToken[], run: DelimiterRun, before: string, after: string): boolean {
  const { open, close } = sidesOf(tokens, run, before, after);
  return (!run.opens || open) && (!run.closes || close);
}

/** The index of the other mark of an emphasis; undefined where it is among the block's untouched bytes. */
function partnerOf(tokens: readonly OutputToken[], index: number): number | undefined {
  const step = tokens[index]?.kind === 'open' ? 1 : -1;
  let depth = 0;
  for (let at = index; at >= 0 && at < tokens.length; at += step) {
    const { kind } = tokens[at] as OutputToken;
    if (kind === 'open') depth++;
    else if (kind === 'close') depth--;
    if (depth === 0) return at;
  }
  return undefined;
}

function useAsterisks(tokens: readonly OutputToken[], index: number): void {
  const partner = partnerOf(tokens, index);
  if (partner === undefined) return;
  for (const at of [index, partner]) (tokens[at] as OutputToken).text = '*'.repeat((tokens[at] as OutputToken).text.length);
}

const TAGS: Readonly<Record<string, string>> = {
  '*': 'em',
  _: 'em',
  '**': 'strong',
  __: 'strong',
  '~~': 'del',
  '~': 'del',
};

function inHtml(tokens: OutputToken[], index: number): boolean {
  const partner = partnerOf(tokens, index);
  const tag = TAGS[tokens[index]?.text ?? ''];
  if (partner === undefined || tag === undefined) return false;
  for (const at of [index, partner]) {
    const token = tokens[at] as OutputToken;
    tokens[at] = { ...token, text: token.kind === 'open' ? `<${tag}>` : `</${tag}>`, kind: 'raw' };
  }
  return true;
}

/** Writes every emphasis in HTML, which hangs on no neighbour. */
export function allInHtml(tokens: OutputToken[]): void {
  for (let at = 0; at < tokens.length; at++) if (tokens[at]?.kind === 'open') inHtml(tokens, at);
}

/** What opens, and what closes it, where the two sit at both inner edges of an emphasis. */
const ENCLOSING = ['「」', '『』', '《》', '〈〉', '（）', '【】', '“”', '‘’', '«»', '„“', '()', "''", '""', '¡!', '¿?'];

/** Moves white space and signs over the mark, as long as that leaves a letter or a figure within, until the mark works. */
function moveOut(tokens: OutputToken[], run: DelimiterRun, before: string, after: string): void {
  const partner = partnerOf(tokens, run.first);
  if (partner === undefined) return;
  const [open, close] = [Math.min(run.first, partner), Math.max(run.first, partner)];
  if (!tokens.slice(open + 1, close).some(({ kind, text }) => kind !== 'words' || /[\p{L}\p{N}]/u.test(text))) return;
  for (let steps = 0; steps < 8 && !works(tokens, run, before, after); steps++) {
    const inner = run.opens ? tokens[run.first + 1] : tokens[run.first - 1];
    const outer = run.opens ? tokens[run.first - 1] : tokens[run.first + 1];
    if (inner?.kind !== 'words' || !/[\p{L}\p{N}]/u.test(inner.text)) return;
    const [first, last] = [[...inner.text][0] ?? '', [...inner.text].at(-1) ?? ''];
    const sign = run.opens ? first : last;
    if (/[\p{L}\p{M}\p{N}]/u.test(sign)) return;
    // Beside a figure a character reference is short, and the sign stays where it is.
    const beyond = (run.opens ? [...(outer?.text ?? '')].at(-1) : [...(outer?.text ?? '')][0]) ?? '';
    if (sign.trim() !== '' && !/[\p{L}\p{M}]/u.test(beyond)) return;
    if (outer?.kind !== 'words' && sign.trim() !== '') return;
    if (open + 2 === close && ENCLOSING.includes(first + last)) {
      const [left, right] = [tokens[open - 1], tokens[close + 1]];
      inner.text = inner.text.slice(first.length, -last.length);
      if (left?.kind === 'words') left.text += first;
      if (right?.kind === 'words') right.text = last + right.text;
      // A token that has no words beside it gets a neighbour; behind the close first, so that the indexes hold.
      if (right?.kind !== 'words') tokens.splice(close + 1, 0, { kind: 'words', text: last });
      if (left?.kind !== 'words') tokens.splice(open, 0, { kind: 'words', text: first });
      return;
    }
    inner.text = run.opens ? inner.text.slice(sign.length) : inner.text.slice(0, -sign.length);
    if (outer?.kind === 'words') outer.text = run.opens ? outer.text + sign : sign + outer.text;
    else if (outer !== undefined) {
      // White space between two marks is theirs, wherever it is.
      tokens.splice(run.opens ? run.first : run.end, 0, { kind: 'words', text: sign });
      return;
    }
  }
}

/** Gives an emphasis within one of the same marker the other marker. */
export function alternate(tokens: readonly OutputToken[]): void {
  const open: string[] = [];
  for (const token of tokens) {
    if (!isAttention(token) || !/^[*_]/.test(token.text)) continue;
    if (token.kind === 'open' && open.at(-1)?.[0] === token.text[0])
      token.text = (token.text.startsWith('*') ? '_' : '*').repeat(token.text.length);
    if (token.kind === 'open') open.push(token.text);
    else token.text = open.pop() ?? token.text;
  }
}

function isAttention(token: OutputToken | undefined): boolean {
  return token?.kind === 'open' || token?.kind === 'close';
}

function roles(marker: string, leftChar: string, rightChar: string): { open: boolean; close: boolean } {
  const before = classOf(leftChar);
  const after = classOf(rightChar);
  const attention = /[*_]/.test(marker) ? '*_~' : '';
  const open = after === 0 || (after === PUNCTUATION && before !== 0) || (rightChar !== '' && attention.includes(rightChar));
  const close = before === 0 || (before === PUNCTUATION && after !== 0) || (leftChar !== '' && attention.includes(leftChar));
  if (marker !== '_') return { open, close };
  return { open: open && (before !== 0 || !close), close: close && (after !== 0 || !open) };
}

interface Neighbour {
  readonly index: number;
  /** The character as the file has it. */
  readonly char: string;
  /** The same, or the reference or escape that it is the end of. */
  readonly raw: string;
  readonly side: -1 | 1;
}

function neighbour(tokens: readonly OutputToken[], from: number, side: -1 | 1): Neighbour | undefined {
  for (let index = from; index >= 0 && index < tokens.length; index += side) {
    const { text } = tokens[index] as OutputToken;
    if (text === '') continue;
    const char = side < 0 ? (text.match(/[\ud800-\udbff]?[\s\S]$/)?.[0] ?? '') : String.fromCodePoint(text.codePointAt(0) as number);
    const raw = side < 0 ? (/(?:\\.|&#?\w+;)$/.exec(text)?.[0] ?? char) : (/^(?:\\.|&#?\w+;)/.exec(text)?.[0] ?? char);
    return { index, char, raw, side };
  }
  return undefined;
}

function encode(tokens: readonly OutputToken[], { index, char, side }: Neighbour): void {
  const token = tokens[index] as OutputToken;
  const reference = referenceOf(char);
  token.text = side < 0 ? token.text.slice(0, -char.length) + reference : reference + token.text.slice(char.length);
}

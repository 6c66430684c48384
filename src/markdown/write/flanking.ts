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

/**
 * Where a `**` would not open or close between its new neighbours, the neighbour becomes a character reference: its `;` or
 * `&` is punctuation, and punctuation on the outer side lets any emphasis open and close. The words stay the same.
 * @param before the character before the block on its line
 * @param after what follows the block on its line
 * @returns whether any neighbour had to be encoded, or a run's role hangs on its surroundings
 */
export function flank(tokens: OutputToken[], before: string, after: string): boolean {
  let risky = false;
  for (let at = 0; at < tokens.length; at++) {
    if (!isAttention(tokens[at])) continue;
    const marker = (tokens[at] as OutputToken).text[0] as string;
    let end = at;
    let opens = false;
    let closes = false;
    for (; isAttention(tokens[end]) && (tokens[end] as OutputToken).text[0] === marker; end++) {
      if ((tokens[end] as OutputToken).kind === 'open') opens = true;
      else closes = true;
    }
    if (opens && closes) risky = true;
    for (let attempt = 0; attempt < 3; attempt++) {
      const left = neighbour(tokens, at - 1, -1);
      const right = neighbour(tokens, end, 1);
      const can = roles(marker, left?.char ?? before, right?.char ?? after.slice(0, 1));
      if ((!opens || can.open) && (!closes || can.close)) {
        risky ||= opens ? can.close : can.open;
        break;
      }
      risky = true;
      // First the outer neighbour, then the inner one.
      const order = opens === (attempt === 0) ? [left, right] : [right, left];
      const chosen = order.find((side) => side !== undefined && tokens[side.index]?.kind === 'words' && side.raw === side.char);
      if (chosen === undefined) break;
      encode(tokens, chosen);
    }
    at = end - 1;
  }
  return risky;
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

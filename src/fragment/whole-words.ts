/** Marks that came back within a word: where the source has them beside words, they are beside a word. */

import { isAuthors, type MarkTag, pairsOf, type Token, wordsIn } from './tokens.ts';

/** Scripts that part words by spaces, and put no article or particle before a word without one. */
const SPACED = '\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{M}';
const ENDS = new RegExp(`[${SPACED}]+$`, 'u');
const STARTS = new RegExp(`^[${SPACED}]+`, 'u');

/**
 * `el puente nu</g>evo` is `el puente nuevo</g>`, and `pala<x id="1"/>bra` is `palabra <x id="1"/>`. An ending that a language puts
 * behind a name goes into the name's mark with it.
 * @param wanted the source's tokens
 */
export function aroundWords(wanted: readonly Token[], answer: readonly Token[]): Token[] {
  const cut = new Set(wanted.flatMap((token, at) => (typeof token !== 'string' && cutAt(wanted, at) !== undefined ? [keyOf(token)] : [])));
  const tokens = [...answer];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (typeof token === 'string' || !isAuthors(token.id) || cut.has(keyOf(token))) continue;
    const found = cutAt(tokens, at);
    // Without a space on either side of a pair it is the spaces that were lost.
    if (found === undefined || !(isParted(tokens, token) || isFragment(tokens, token, wanted))) continue;
    const [before, after] = [tokens[at - 1] as string, tokens[at + 1] as string];
    // An opening mark goes before the word's beginning, the others behind its end.
    if (token.role === 'open') {
      tokens[at - 1] = before.slice(0, -found.head.length);
      tokens[at + 1] = found.head + after;
    } else {
      tokens[at - 1] = before + found.tail;
      tokens[at + 1] = after.slice(found.tail.length);
    }
  }
  return tokens.filter((token) => token !== '');
}

/** Whether a pair has white space on its other side; a mark alone has no other. */
function isParted(tokens: readonly Token[], { role, id }: MarkTag): boolean {
  if (role === 'alone') return true;
  const pair = pairsOf(tokens).find((one) => one.id === id);
  const other = pair && (role === 'open' ? tokens[pair.close + 1] : tokens[pair.open - 1]);
  return typeof other === 'string' && (role === 'open' ? /^\s/ : /\s$/).test(other);
}

/** A pair around so few letters within a word is around a part of it, where the source's is around a word of so many. */
const FEW_LETTERS = 2;
const A_WORD = 4;

/** Whether a pair is around some letters in the middle of a word: `br<g id="1">u</g>n` for a whole word of the source. */
function isFragment(tokens: readonly Token[], { id }: MarkTag, wanted: readonly Token[]): boolean {
  const [own, theirs] = [tokens, wanted].map((all) => {
    const pair = pairsOf(all).find((one) => one.id === id);
    return pair === undefined ? '' : wordsIn(all.slice(pair.open + 1, pair.close));
  }) as [string, string];
  return /^\p{L}+$/u.test(own) && own.length <= FEW_LETTERS && (theirs.match(/\p{L}/gu)?.length ?? 0) >= A_WORD;
}

const keyOf = ({ role, id }: MarkTag) => `${role} ${id}`;

/** The two halves of the word that a mark is in, with nothing else between them. */
function cutAt(tokens: readonly Token[], at: number): { readonly head: string; readonly tail: string } | undefined {
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (typeof before !== 'string' || typeof after !== 'string') return undefined;
  const [head, tail] = [ENDS.exec(before)?.[0], STARTS.exec(after)?.[0]];
  return head === undefined || tail === undefined ? undefined : { head, tail };
}

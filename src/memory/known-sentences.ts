/** An edition's file is cut into sentences where its record knows that one ends, whatever rules say of the language. */

import type { Text } from '../article.ts';
import type { Cut } from '../runs/segments.ts';
import { isBlank, words } from '../text.ts';
import type { EditionRecord } from './record.ts';
import { standingText } from './standing.ts';

/** @returns the rules of a language with what a record knows */
export function cutAsRecorded({ blocks }: EditionRecord): (cut: Cut) => Cut {
  const known = new Set(blocks.flatMap(({ segments }) => segments.map((segment) => spaceless(words(standingText(segment))))));
  const lengths = new Set([...known].map((text) => text.length));
  const split = (piece: Text): Text[] => {
    if (known.has(spaceless(words(piece)))) return [piece];
    let said = '';
    for (const [at, part] of piece.entries()) {
      if (typeof part !== 'string') continue;
      for (let end = 0; end < part.length; end++) {
        const char = part[end] as string;
        if (/\s/.test(char)) continue;
        said += char;
        if (!lengths.has(said.length) || !known.has(said)) continue;
        const rest: Text = [part.slice(end + 1), ...piece.slice(at + 1)];
        if (isBlank(rest)) return [piece];
        return [[...piece.slice(0, at), part.slice(0, end + 1)], ...split(rest)];
      }
    }
    return [piece];
  };
  return (cut) => (text, locale) => cut(text, locale).flatMap(split);
}

function spaceless(text: string): string {
  return text.replace(/\s+/g, '');
}

/** Lists that run on within a line: "1) The first item 2) The second item". */

import type { Rules } from './rules.ts';

const MARKER = /\s*(\(?)(\d{1,2}|[a-z]|[A-Z]|[ivx]{1,4})(\.\)|\)|\.)\s+/y;
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];

/**
 * @param from the start of a paragraph
 * @returns where the second and further items begin; nothing unless the paragraph begins with a list's first mark
 */
export function itemStarts(text: string, from: number, rules: Rules): number[] {
  MARKER.lastIndex = from;
  const first = MARKER.exec(text);
  if (first === null) return [];
  const [, open = '', label = '', close = ''] = first;
  const line = text.indexOf('\n', MARKER.lastIndex);
  const paragraph = text.slice(0, line < 0 ? text.length : line);
  for (const next of successors(label)) {
    const starts = follow(paragraph, MARKER.lastIndex, open, next, close);
    // A full stop is too common to make a list of two out of a letter, or of an ordinal behind its article: "in die 2. Liga".
    if (
      starts.length >= (close === '.' && !/\d/.test(label) ? 2 : 1) &&
      !(close === '.' && starts.some((at) => isOrdinal(paragraph, at, rules)))
    )
      return starts;
  }
  return [];
}

/** Whether a word that seldom ends a clause comes before: an article, a preposition. */
function isOrdinal(text: string, at: number, { ordinals, starters }: Rules): boolean {
  return ordinals && starters.has(/(\p{L}+) $/u.exec(text.slice(Math.max(0, at - 30), at))?.[1]?.toLowerCase() ?? '');
}

type Label = (nth: number) => string;

function successors(label: string): Label[] {
  if (/\d/.test(label)) return [(nth) => String(Number(label) + nth)];
  const roman = ROMAN.indexOf(label);
  const letter: Label = (nth) => String.fromCharCode(label.charCodeAt(0) + nth);
  if (roman < 0) return label.length === 1 ? [letter] : [];
  const numeral: Label = (nth) => ROMAN[roman + nth] ?? '';
  return label.length === 1 ? [numeral, letter] : [numeral];
}

function follow(text: string, from: number, open: string, label: Label, close: string): number[] {
  const starts: number[] = [];
  for (let at = from, nth = 1; label(nth) !== ''; nth++) {
    const mark = ` ${open}${label(nth)}${close} `;
    const found = text.indexOf(mark, at);
    if (found < 0 || !/\p{Lu}/u.test(text[found + mark.length] ?? '')) break;
    starts.push(found + 1);
    at = found + mark.length;
  }
  return starts;
}

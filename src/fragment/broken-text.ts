/** Letters that a program has broken on their way: read in another encoding, cut into a tokenizer's pieces, with signs that nobody sees. */

import { stripMarks } from './mark-faults.ts';

/**
 * The answer with its letters as they were meant, where that can be told. Nothing is taken that the source has as well.
 * @param answer a fragment
 * @param to BCP 47
 */
export function withWholeLetters(source: string, answer: string, to: string): string {
  return withoutInvisible(source, withoutPieces(source, withoutMisreading(source, answer), to), to);
}

/** The signs that Windows-1252 has for the bytes from 0x80 to 0x9f; the other bytes are characters of the same number. */
const WINDOWS = new Map(
  [...new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 32 }, (_, at) => 0x80 + at))].map((char, at) => [char, 0x80 + at]),
);
const HIGH = `\\u0080-\\u00bf${[...WINDOWS.keys()].join('')}`;
/** UTF-8 of two to four bytes a character: several one behind the other are no words of any language. */
const RUNS = new RegExp(`(?:[\\u00c2-\\u00df][${HIGH}]|[\\u00e0-\\u00ef][${HIGH}]{2}|[\\u00f0-\\u00f4][${HIGH}]{3}){2,}`, 'gu');
/** One alone is a letter of Latin or a mark of punctuation, beside a letter; but "É»" ends a quotation in capitals, and "é\u00a0»" a French one. */
const SINGLE = new RegExp(
  `(?<!\\p{Lu}{2})(?:[\\u00c2-\\u00c5][${HIGH}]|\\u00e2[\\u0080€][${HIGH}])(?=\\p{L})|(?<=(?<!\\p{Lu})\\p{L})(?:[\\u00c2-\\u00c5][${HIGH}]|\\u00e2[\\u0080€][${HIGH}])`,
  'gu',
);

const PAIR = new RegExp(`[\\u00c2-\\u00df][${HIGH}]|\\u00e2[\\u0080€][${HIGH}]`, 'gu');
/** With a control for its second byte it is nothing else. */
const CONTROL = /[\u00c2-\u00df][\u0080-\u009f]/gu;

/** `seÃ±or` is `señor`. */
function withoutMisreading(source: string, answer: string): string {
  if (!/[\u00c2-\u00f4]/.test(answer)) return answer;
  const read = (chars: string) => {
    if (source.includes(chars)) return chars;
    const bytes = Uint8Array.from(chars, (char) => WINDOWS.get(char) ?? char.charCodeAt(0));
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      return chars;
    }
  };
  const now = answer.replace(RUNS, read);
  // Where some was misread all was, words of one letter too.
  return now.replace(now === answer ? SINGLE : PAIR, read).replace(CONTROL, read);
}

/** The pieces of SentencePiece (`▁`), of byte pairs (`@@ `, `Ġ`, which Maltese has as a letter), and of WordPiece (` ##`). */
function withoutPieces(source: string, answer: string, to: string): string {
  let now = answer;
  if (now.includes('\u2581') && !source.includes('\u2581'))
    now = now.replace(/<[^<>]*>| /g, (part) => part.trim()).replaceAll('\u2581', ' ');
  if (now.includes('@@ ') && !source.includes('@@')) now = now.replaceAll('@@ ', '');
  if (now.includes(' ##') && !source.includes('##')) now = now.replace(/(?<=\p{L}) ##(?=\p{L})/gu, '');
  if (now.includes('Ġ') && !source.includes('Ġ') && !/^mt\b/.test(to)) now = now.replace(/ ?Ġ/g, ' ').replaceAll('Ċ', '\n');
  return now;
}

/** Controls, and signs of no width that part words or mark the file's beginning. */
const INVISIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u2060\ufeff]/g;
/** They say where a word of these may be parted, or which way it is read. */
const PARTED = /^(?:th|km|my|lo|bo|dz|ja|zh|ta|ml|si)\b/;
const DIRECTED = /^(?:ar|he|fa|ur|ps|yi|ug|ku|dv|sd)\b/;

function withoutInvisible(source: string, answer: string, to: string): string {
  const drop = (text: string, signs: RegExp) => text.replace(signs, (sign) => (source.includes(sign) ? sign : ''));
  let now = drop(answer, INVISIBLE);
  if (!PARTED.test(to)) now = drop(now, /\u200b/g);
  return DIRECTED.test(to) ? now : drop(now, /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g);
}

/** What cannot be mended: a letter that was lost for good. */
export function lostLetter(source: string, answer: string): string | undefined {
  return stripMarks(answer).includes('\ufffd') && !source.includes('\ufffd') ? 'a letter came back as the sign of a lost one' : undefined;
}

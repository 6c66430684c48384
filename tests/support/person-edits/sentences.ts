/** Edits of sentences and paragraphs, as a person who reads the text makes them. */

import type { Random } from '../random.ts';
import { lineEndIn, type PersonEdit } from './person-edit.ts';

const END = /[.!?。؟][”"』」»)]*/u;
/** Sentences with the white space after them, roughly as a person sees them. */
const SENTENCE = /[^\n]*?(?:[.!?؟][”"»)]*(?:[ \t]+|$)|。[』」]*|$)/gu;

/** A paragraph of running text. */
function paragraphOf(text: string, dice: Random): { start: number; end: number } | undefined {
  const found = [...text.matchAll(/(?<=\n\r?\n)(?![ \t>|#`~:<{![\d+*-])[^\n]*(?:\r?\n[^\s>|#`~][^\n]*)*/g)].filter(
    ({ 0: one }) => one.trim().length > 20,
  );
  if (found.length === 0) return undefined;
  const { index, 0: one } = dice.one(found);
  return { start: index, end: index + one.trimEnd().length };
}

const sentence: PersonEdit = (text, dice) => {
  const place = paragraphOf(text, dice);
  if (place === undefined) return text;
  const parts = (text.slice(place.start, place.end).match(SENTENCE) ?? []).filter((one) => one !== '');
  const at = dice.below(Math.max(1, parts.length));
  const own = parts[at] ?? '';
  const space = /\s*$/.exec(own)?.[0] ?? '';
  switch (dice.one(['word', 'word', 'delete', 'swap', 'comma', 'no stop', 'split', 'double', 'replace', 'append', 'prepend'])) {
    case 'word':
      parts[at] = own.replace(/(\p{L}{4,})(?=\s)/u, dice.one(['$1 muy', 'otro', 'ahora $1']));
      break;
    case 'delete':
      parts.splice(at, 1);
      break;
    case 'swap': {
      const other = dice.below(parts.length);
      [parts[at], parts[other]] = [parts[other] as string, own];
      break;
    }
    case 'comma':
      parts[at] = own.trimEnd().replace(new RegExp(`${END.source}$`, 'u'), ', ');
      break;
    case 'no stop':
      parts[at] = own.trimEnd().replace(new RegExp(`${END.source}$`, 'u'), space);
      break;
    case 'split':
      parts[at] = own.replace(/(\p{L}{3,})(\s)(\p{L})/u, (_, a: string, gap: string, b: string) => `${a}.${gap}${b.toUpperCase()}`);
      break;
    case 'double':
      parts.splice(at, 0, own.trimEnd() + (space || ' '));
      break;
    case 'replace':
      parts[at] = `Todo esto es completamente distinto ahora.${space}`;
      break;
    case 'append':
      parts[at] = `${own.trimEnd()} Lo dice una persona.${space}`;
      break;
    default:
      parts[at] = `Antes de nada, esto. ${own}`;
  }
  return text.slice(0, place.start) + parts.join('') + text.slice(place.end);
};

const paragraphs: PersonEdit = (text, dice) => {
  const eol = lineEndIn(text);
  const place = paragraphOf(text, dice);
  if (place === undefined) return text;
  const own = text.slice(place.start, place.end);
  switch (dice.one(['split', 'split', 'join', 'join', 'swap', 'sentence away', 'break'])) {
    case 'split': {
      const gaps = [...own.matchAll(/(?<=[.!?؟][”"»)]*)[ \t]+|(?<=。[』」]*)(?=.)|[ \t]+/gu)];
      if (gaps.length === 0) return text;
      const { index, 0: gap } = dice.one(gaps);
      return text.slice(0, place.start + index) + eol + eol + text.slice(place.start + index + gap.length);
    }
    case 'join': {
      const rest = text.slice(place.end);
      const gap = /^\s+/.exec(rest)?.[0] ?? '';
      return text.slice(0, place.end) + dice.one([' ', eol, '']) + rest.slice(gap.length);
    }
    case 'swap': {
      const other = paragraphOf(text, dice);
      if (other === undefined || other.start === place.start) return text;
      const [a, b] = place.start < other.start ? [place, other] : [other, place];
      return (
        text.slice(0, a.start) + text.slice(b.start, b.end) + text.slice(a.end, b.start) + text.slice(a.start, a.end) + text.slice(b.end)
      );
    }
    case 'sentence away': {
      const parts = (own.match(SENTENCE) ?? []).filter((one) => one !== '');
      const [moved = ''] = parts.splice(dice.below(Math.max(1, parts.length)), 1);
      const rest = text.slice(0, place.start) + parts.join('').trimEnd() + text.slice(place.end);
      const other = paragraphOf(rest, dice);
      return other === undefined ? text : `${rest.slice(0, other.end)} ${moved.trimEnd()}${rest.slice(other.end)}`;
    }
    default: {
      const gaps = [...own.matchAll(/[ \t]+/g)];
      if (gaps.length === 0) return text;
      const { index, 0: gap } = dice.one(gaps);
      return text.slice(0, place.start + index) + dice.one([eol, `  ${eol}`, `\\${eol}`]) + text.slice(place.start + index + gap.length);
    }
  }
};

export const SENTENCE_EDITS = { sentence, paragraphs };

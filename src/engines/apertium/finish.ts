/** The last touches to an answer: what of the source's writing the transfer does not carry over. */

import type { Text } from '../../article.ts';
import { languageOf } from '../../languages/lookup.ts';
import { withoutStrayCapitals } from './casing.ts';

/** One sentence: no other ends before its end. */
const QUESTION = /^[^.?!…]*([?!])[?!]*["”»’')\]]*\s*$/;

/**
 * The source's white space at the edges and its capital at the start; the opening sign of a question.
 * @param to the target's language
 */
export function finish(answer: Text, source: Text, to: string): Text {
  let out = withoutStrayCapitals(trimmed(answer), source);
  if (/\p{Lu}/u.test(/\p{L}/u.exec(wordsOf(source))?.[0] ?? '')) out = atFirst(out, /\p{L}/u, (letter) => letter.toUpperCase());
  // The transfer puts no opening signs, and not every one from Spanish takes them out.
  const { openingMarks } = languageOf(to);
  if (openingMarks === undefined) out = out.map((piece) => (typeof piece === 'string' ? piece.replace(/[¿¡]/g, '') : piece));
  const words = wordsOf(out);
  const sign = openingMarks === 'always' && !/[¿¡]/.test(words) ? QUESTION.exec(words)?.[1] : undefined;
  if (sign !== undefined) out = atFirst(out, /[\p{L}\p{N}]/u, (letter) => `${sign === '?' ? '¿' : '¡'}${letter}`);
  const [first, last] = [source[0], source.at(-1)];
  const start = typeof first === 'string' ? (/^\s*/.exec(first)?.[0] ?? '') : '';
  const end = typeof last === 'string' ? (/\s*$/.exec(last)?.[0] ?? '') : '';
  return [start, ...out, end].filter((piece) => piece !== '');
}

const wordsOf = (text: Text) => text.filter((piece) => typeof piece === 'string').join('');

/** The text with the first character of a kind replaced. */
function atFirst(text: Text, kind: RegExp, replace: (found: string) => string): Text {
  const at = text.findIndex((piece) => typeof piece === 'string' && kind.test(piece));
  return text.map((piece, index) => (index === at && typeof piece === 'string' ? piece.replace(kind, replace) : piece));
}

function trimmed(text: Text): Text {
  const out = [...text];
  while (typeof out[0] === 'string' && out[0].trim() === '') out.shift();
  if (typeof out[0] === 'string') out[0] = out[0].trimStart();
  while (typeof out.at(-1) === 'string' && (out.at(-1) as string).trim() === '') out.pop();
  const last = out.at(-1);
  if (typeof last === 'string') out[out.length - 1] = last.trimEnd();
  return out;
}

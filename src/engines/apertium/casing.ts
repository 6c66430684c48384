/**
 * Capitals. The transfer carries the capital of a sentence's first word wherever that word goes (`*Measles Es uno`, `Alegado`
 * behind the subject), so that words in the middle of a sentence have a capital that they should not have.
 */

import type { Text } from '../../article.ts';

const CAPITALIZED = /(?<![\p{L}\p{M}\p{N}'’])\p{Lu}[\p{L}\p{M}]*/gu;
const ACRONYM = /^\p{Lu}[\p{L}\p{M}]*\p{Lu}/u;
const WORD = /\p{L}[\p{L}\p{M}]*/gu;
/** What comes before the first word of a sentence, a quotation or a clause of its own. */
const OPENING = /(?:^|[.?!:…]["”»')\]]*\s+|[“‘«(¿¡[—–]\s*|(?:^|[\s(])["'])$/;
/** English: the only word that always has one. */
const ALWAYS = new Set(['I']);

/**
 * Takes the capital off words of the answer that begin no sentence, where the source has no name that they could be: every
 * word with a capital in the middle of the source is in the answer unchanged.
 */
export function withoutStrayCapitals(answer: Text, source: Text): Text {
  const [before, after] = [wordsOf(source), wordsOf(answer)];
  const kept = new Set(before.match(WORD));
  const there = new Set(after.match(WORD));
  if (!inside(before).every(({ word }) => ALWAYS.has(word) || there.has(word))) return answer;
  const stray = inside(after).filter(({ word, at }) => !kept.has(word) && !ACRONYM.test(word) && !isName(after.slice(0, at), kept));
  let offset = 0;
  return answer.map((piece) => {
    if (typeof piece !== 'string') return piece;
    const start = offset;
    offset += piece.length;
    return stray
      .filter(({ at }) => at >= start && at < offset)
      .reduce((text, { at }) => {
        const letter = text.slice(at - start, at - start + 1);
        return text.slice(0, at - start) + letter.toLowerCase() + text.slice(at - start + 1);
      }, piece);
  });
}

/** A word after `de` is probably a name; one after a capital of the target is the rest of a name: `capitán de Europa`, `Gran Bretaña`. */
function isName(before: string, kept: ReadonlySet<string>): boolean {
  const last = /(?<![\p{L}\p{M}])([\p{L}\p{M}]+)['’ ]$/u.exec(before)?.[1] ?? '';
  return /^(?:de|del|d)$/.test(last) || (/^\p{Lu}(?!\p{Lu})/u.test(last) && !kept.has(last));
}

/** Words with a capital that begin nothing. */
function inside(text: string): { word: string; at: number }[] {
  return [...text.matchAll(CAPITALIZED)]
    .filter((match) => !OPENING.test(text.slice(0, match.index)))
    .map((match) => ({ word: match[0], at: match.index }));
}

const wordsOf = (text: Text) => text.filter((piece) => typeof piece === 'string').join('');

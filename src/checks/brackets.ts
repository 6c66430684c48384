/** Brackets that open and never close, or the reverse, where the source's are in order. */

import { worded } from '../text/worded.ts';
import type { SegmentCheck } from './check.ts';

const PAIRS = ['(（﴾', ')）﴿', '[［【', ']］】', '{｛', '}｝'] as const;

export const bracketsCheck: SegmentCheck = {
  name: 'brackets',
  segment: ({ sourceWords, targetWords }) => {
    const got = unpaired(targetWords);
    if (unpaired(sourceWords) !== undefined) return [];
    if (got !== undefined) return [{ ...worded`The bracket ${got} has no partner`, got: [got] }];
    const [expected, there] = [bracketed(sourceWords), bracketed(targetWords)];
    // What is in brackets may have become an abbreviation of it.
    if (expected.length > 0 && there.length === 0 && !ASIDE.test(targetWords) && !/[(（﴾]/.test(targetWords))
      return [{ ...worded`The words in brackets are lost`, expected, got: [] }];
    if (expected.length === 0 && there.length > 0 && !ASIDE.test(sourceWords))
      return [{ ...worded`Words in brackets are added`, expected: [], got: there, level: 'note' }];
    return [];
  },
};

/** Two words and more, of which one may be a letter long (`и`, `y`): an abbreviation in brackets comes and goes. */
const BRACKETED = /[(（﴾][^()（）﴾﴿]*[)）﴿]/gu;
const WORDS = /\p{L}[\p{L}\p{M}][\s,]+(?:\p{L}\p{M}*[\s,]+)?\p{L}[\p{L}\p{M}]|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{3}/u;
/** An aside may be set off by dashes, or by square brackets, as well. */
const ASIDE = /\s[—–-]\s|\p{L}[—–]{1,2}\p{L}|[[［【]/u;

function bracketed(text: string): string[] {
  return (text.match(BRACKETED) ?? []).filter((words) => WORDS.test(words));
}

/** A bracket without its partner; one that closes a list's number or a face has none to have. */
function unpaired(text: string): string | undefined {
  if (!/[()（）﴾﴿[\]［］【】{}｛｝]/u.test(text)) return undefined;
  const open: { kind: number; char: string }[] = [];
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string;
    const kind = PAIRS.findIndex((chars) => chars.includes(char));
    if (kind < 0 || /[:;]-?$/.test(text.slice(Math.max(0, at - 2), at))) continue;
    if (kind % 2 === 0) open.push({ kind, char });
    else if (open.at(-1)?.kind === kind - 1) open.pop();
    else if (open.length > 0 || !/(?:^|[\s,;])(?:\p{N}{1,2}|\p{L})$/u.test(text.slice(Math.max(0, at - 3), at))) return char;
  }
  return open[0]?.char;
}

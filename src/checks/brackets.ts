/** Brackets that open and never close, or the reverse, where the source's are in order. */

import type { SegmentCheck } from './check.ts';

const PAIRS = ['(（﴾', ')）﴿', '[［【', ']］】', '{｛', '}｝'] as const;

export const bracketsCheck: SegmentCheck = {
  name: 'brackets',
  segment: ({ sourceWords, targetWords }) => {
    const got = unpaired(targetWords);
    return got === undefined || unpaired(sourceWords) !== undefined ? [] : [{ message: `The bracket ${got} has no partner`, got: [got] }];
  },
};

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

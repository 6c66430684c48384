/** Brackets that open and never close, or the reverse, where the source's are in order. */

import type { SegmentCheck } from './check.ts';

const PAIRS: readonly (readonly [RegExp, RegExp, string])[] = [
  [/[(（﴾]/gu, /[)）﴿]/gu, '( )'],
  [/[[［【]/gu, /[\]］】]/gu, '[ ]'],
  [/[{｛]/gu, /[}｝]/gu, '{ }'],
];

export const bracketsCheck: SegmentCheck = {
  name: 'brackets',
  level: 'warning',
  about: 'Brackets that do not close',
  segment: ({ sourceWords, targetWords }) => {
    const broken = PAIRS.filter((pair) => !balanced(targetWords, pair) && balanced(sourceWords, pair)).map(([, , name]) => name);
    return broken.length === 0 ? [] : [{ message: `Brackets are not closed: ${broken.join(', ')}`, got: broken }];
  },
};

function balanced(text: string, [open, close]: readonly [RegExp, RegExp, string]): boolean {
  // "1)" and ":)" close nothing.
  const plain = text.replace(/(?<![\p{L}\p{N}(（])(?:\p{N}{1,2}|\p{L})[)）]|[:;]-?[)(]/gu, '');
  return (plain.match(open)?.length ?? 0) === (plain.match(close)?.length ?? 0);
}

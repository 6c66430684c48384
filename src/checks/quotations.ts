/** Quotations: one that the target lost, or quotation marks that open and never close. */

import type { SegmentCheck } from './check.ts';

/** Quotation marks of all languages (Unicode's Quotation_Mark, without the apostrophe's uses), and the dash that opens speech. */
const DOUBLE = /["“”„‟«»「」『』《》〈〉〝〞〟＂״]|(?<![\p{L}\p{N}])''|''(?![\p{L}\p{N}])/gu;
const SINGLE = /(?<![\p{L}\p{M}\p{N}])['‘‚‹](?=\S)|(?<=\S)['’‘›](?![\p{L}\p{M}\p{N}])/gu;
const SPEECH = /(?:^|[.!?…:»"]\s|\s)[—–-]\s/u;
const GERESH = /״/g;

const OPEN: Record<string, string> = { '“': '”', '«': '»', '「': '」', '『': '』', '《': '》' };

export const quotationsCheck: SegmentCheck = {
  name: 'quotations',
  level: 'warning',
  about: 'A quotation that is lost, or quotation marks that do not close',
  segment: ({ sourceWords, targetWords }) => {
    const source = sourceWords.match(DOUBLE) ?? [];
    const target = (targetWords.match(DOUBLE) ?? []).filter((mark) => !GERESH.test(mark) || true);
    const got = target.length > 0 || SINGLE.test(reset(targetWords)) || SPEECH.test(targetWords);
    if (source.length >= 2 && !got) return [{ message: 'The quotation is lost', expected: quotes(sourceWords), got: [] }];
    if (source.length % 2 === 0) {
      const open = unclosed(targetWords);
      if (open !== undefined && unclosed(sourceWords) === undefined)
        return [{ message: `The quotation mark ${open} has no partner`, got: [open] }];
    }
    return [];
  },
};

/** A global expression's `test` goes on from its last match. */
function reset(text: string): string {
  SINGLE.lastIndex = 0;
  return text;
}

function quotes(text: string): string[] {
  return [...text.matchAll(/["“«„「『]([^"“”«»„」』]{1,200})["”»“」』]/gu)].map(([quote]) => quote);
}

/** A mark of a kind whose opening and closing differ, without its partner. */
function unclosed(text: string): string | undefined {
  for (const [open, close] of Object.entries(OPEN)) {
    // “ also closes what „ opened, and » opens in some houses' style.
    if (open === '“' && text.includes('„')) continue;
    const opened = count(text, open);
    const closed = count(text, close);
    if (opened !== closed && Math.abs(opened - closed) === 1 && (opened === 0 || closed === 0)) return opened > closed ? open : close;
  }
  return count(text, '"') % 2 === 1 && !/\d"/.test(text) && !/[“”„«»]/.test(text) ? '"' : undefined;
}

function count(text: string, char: string): number {
  return text.split(char).length - 1;
}

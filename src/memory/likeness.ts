/** How alike two texts of one language are, and what differs, word by word. */

import { between, commonPairs } from './sequence.ts';

/** Words with the white space after them, single signs, and single characters of scripts that write no spaces between words. */
const TOKEN =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Mymr}]\s*|[\p{L}\p{M}\p{N}]+\s*|[^\p{L}\p{M}\p{N}\s]\s*|\s+/gu;

/** Words and signs with the white space after them; they join to the text. */
export function tokens(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

/**
 * 1 for the same words, 0 for nothing in common: the share of characters that a longest common subsequence of words covers
 * (twice its length over both lengths). Case and white space do not count.
 */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const [left, right] = [a, b].map((text) => tokens(text.toLowerCase().normalize('NFC')).map((token) => token.trim())) as [
    string[],
    string[],
  ];
  const size = (words: readonly string[]) => words.reduce((sum, word) => sum + word.length, 0);
  const total = size(left) + size(right);
  if (total === 0) return 1;
  const common = size(commonPairs(left, right).map(([at]) => left[at] as string));
  return (2 * common) / total;
}

/** What became of a text, as `git diff --word-diff` shows it: `the [-old-]{+new+} words`. */
export function wordDiff(before: string, after: string): string {
  const [left, right] = [tokens(before), tokens(after)];
  const pairs = commonPairs(
    left.map((token) => token.trim()),
    right.map((token) => token.trim()),
  );
  let out = '';
  for (const { from, to, fromB, toB, paired } of between(pairs, left.length, right.length)) {
    const gone = left.slice(from, to).join('');
    const come = right.slice(fromB, toB).join('');
    const space = /\s*$/.exec(come || gone)?.[0] ?? '';
    if (gone.trim() !== '') out += `[-${gone.trimEnd()}-]`;
    if (come.trim() !== '') out += `{+${come.trimEnd()}+}`;
    if (gone !== '' || come !== '') out += space;
    if (paired) out += right[toB];
  }
  return out;
}

/** What a language writes between two sentences. */

/** Chinese and Japanese set sentences close: the full stop is as wide as a character and holds its own space. */
const CLOSE = /^(?:zh|ja|yue|lzh|wuu|nan|hak)(?:-|$)/i;

/** @param locale a language tag */
export function sentenceGap(locale: string): '' | ' ' {
  return CLOSE.test(locale) ? '' : ' ';
}

/**
 * The bytes between two sentences of which one has been translated, as its new language writes them. A line break is its author's.
 * @param gap in the source; empty where the two touch
 */
export function gapBetween(gap: string, from: string, to: string): string {
  const [theirs, ours] = [sentenceGap(from), sentenceGap(to)];
  if (theirs === ours || !/^[ \t]*$/.test(gap)) return gap;
  return ours === '' || gap === '' ? ours : gap;
}

/** What a language writes between two sentences. */

/** Chinese and Japanese set sentences close: the full stop is as wide as a character and holds its own space. */
const CLOSE = /^(?:zh|ja|yue|lzh|wuu|nan|hak)(?:-|$)/i;

/** @param locale a language tag */
export function sentenceGap(locale: string): '' | ' ' {
  return CLOSE.test(locale) ? '' : ' ';
}

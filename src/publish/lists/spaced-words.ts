/** Words of scripts that write without spaces, apart, for an index that knows words by their spaces. */

/** Letters, with those that several scripts share: without the long vowel of フェリー there are two words in it. */
const UNSPACED =
  /(?:(?=[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}])[\p{L}\p{M}\p{N}]){2,}/gu;

/**
 * What is put between two words: the mark (a word joiner) tells it from a space of the author's, so that a reader's page can leave it out.
 * Pagefind keeps it; a space without width it takes away where it has no words of a language itself.
 */
const GAP = '\u2060 ';

/**
 * @param page HTML
 * @param locale whose dictionary tells the words
 * @returns the same page with its texts in words; tags and attributes are as they were
 */
export function spacedWords(page: string, locale: string): string {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
  const words = (text: string) => [...segmenter.segment(text)].map(({ segment }) => segment).join(GAP);
  return page.replace(/(<(?:[^">]|"[^"]*")*>)|([^<]+)/g, (all, tag: string | undefined) =>
    tag === undefined ? all.replace(UNSPACED, words) : tag,
  );
}

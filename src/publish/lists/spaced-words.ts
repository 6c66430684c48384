/** Words of scripts that write without spaces, apart, for an index that knows words by their spaces. */

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]{2,}/gu;

/** What is put between two words: the mark tells it from a space of the author's, so that a reader's page can leave it out. */
const GAP = '\u200b ';

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

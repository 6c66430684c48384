/** Words that multiply a figure: thousand, milliard, 万, lakh. */

import type { NumberWords } from '../languages/language.ts';
import { languageOf } from '../languages/lookup.ts';

interface Scale {
  readonly pattern: RegExp;
  readonly factor: number;
  /** The word also has another sense right after a figure (`100 m`). */
  readonly doubtful: boolean;
}

/** A language's scale words, and all of them in one pattern: most words behind a figure are none. */
interface Scales {
  readonly all: readonly Scale[];
  readonly any: RegExp;
}

const known = new Map<NumberWords, Scales | undefined>();

/** The scale words of a locale, longest first; undefined for a language without a table. */
export function scalesOf(locale: string): Scales | undefined {
  const { numbers, unspaced } = languageOf(locale);
  if (numbers === undefined) return undefined;
  if (!known.has(numbers)) {
    // Where words have no spaces between them, and in Korean, where particles follow right away, no word ends here.
    const end = unspaced || numbers.attached ? '' : '(?![\\p{L}\\p{M}])';
    const scales = numbers.scales?.flatMap(([factor, words]) =>
      words.split(/\|(?![^(]*\))/).map((word) => {
        const doubtful = /^\p{L}\?$/u.test(word) || /^[a-z]{1,2}\?$/u.test(word);
        const source = doubtful ? word.slice(0, -1) : word;
        // A capital letter alone is an abbreviation; all else may be capitalized or not.
        return { factor, doubtful, length: source.length, pattern: new RegExp(`^(?:${source})${end}`, source === 'M' ? 'u' : 'iu') };
      }),
    );
    scales?.sort((a, b) => b.length - a.length);
    const any = new RegExp(scales?.map(({ pattern }) => pattern.source).join('|') ?? '', 'iu');
    known.set(numbers, scales && { all: scales, any });
  }
  return known.get(numbers);
}

/** What comes before a name depends on its first letter: French `de Londres`, `d’Istanbul`; Italian `della Russia`, `dell’Ucraina`. */

import { languageOf } from '../languages/lookup.ts';

/**
 * The text before a name with its last word elided, or restored to its full form, as the name asks.
 * @returns undefined where nothing changes
 */
export function elided(before: string, name: string, locale: string): string | undefined {
  const { elision } = languageOf(locale);
  if (elision === undefined) return undefined;
  if (elision.before.test(name)) {
    const [, word = ''] = /(?:^|\s)(\p{L}+)\s$/u.exec(before) ?? [];
    const short = elision.short[word.toLowerCase()];
    return short === undefined ? undefined : `${before.slice(0, -word.length - 1)}${inCase(short, word)}${elision.apostrophe}`;
  }
  const [, word = ''] = /(?:^|\s)(\p{L}+)['’]$/u.exec(before) ?? [];
  const full = elision.full?.[word.toLowerCase()];
  return full === undefined ? undefined : `${before.slice(0, -word.length - 1)}${inCase(full, word)} `;
}

/** The first letter as the replaced word had it. */
function inCase(word: string, replaced: string): string {
  return (replaced[0] ?? '') + word.slice(1);
}

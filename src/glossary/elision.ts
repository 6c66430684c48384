/** What stands before a name depends on its first letter in French, Catalan and Italian: `de Londres`, `d'Estambul`. */

const VOWEL = /^h?[aeiouàáâäæèéêëìíîïòóôöœùúûü]/i;

/**
 * The text before a name with its last word elided, or restored to its full form, as the name asks.
 * @returns undefined where nothing changes
 */
export function elided(before: string, name: string, locale: string): string | undefined {
  const language = locale.split('-')[0];
  if (language !== 'fr' && language !== 'ca') return undefined;
  if (VOWEL.test(name)) {
    const full = /(^|\s)(de|del)\s$/i.exec(before);
    if (full === null || (full[2] as string).length > 2) return undefined;
    return `${before.slice(0, full.index)}${full[1]}${(full[2] as string)[0]}${language === 'fr' ? '’' : "'"}`;
  }
  const short = /(^|\s)(d)['’]$/i.exec(before);
  return short === null ? undefined : `${before.slice(0, short.index)}${short[1]}${short[2]}e `;
}

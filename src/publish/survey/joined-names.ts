/** Names of authors that stand in one text with a word between them: `Ada Lindqvist and Nour Haddad`. */

const words = new Map<string, readonly string[]>();

/**
 * A firm or a couple may be called so (`Johnson and Johnson`): names are taken apart only where each is an author's that the newsroom has named.
 * @param names as the front matter has them
 * @param isKnown whether the newsroom knows an author of this name
 */
export function namesApart(names: readonly string[], locale: string, isKnown: (name: string) => boolean): string[] {
  return names.flatMap((name) => {
    if (isKnown(name)) return [name];
    for (const word of conjunctions(locale)) {
      const parts = name.split(word).map((part) => part.trim());
      if (parts.length > 1 && parts.every(isKnown)) return parts;
    }
    return [name];
  });
}

/** What a language puts between two names: in Spanish `y`, before an `i` `e`. */
function conjunctions(locale: string): readonly string[] {
  const known = words.get(locale);
  if (known !== undefined) return known;
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const between = ['a', 'i', 'o'].map((second) => list.formatToParts(['b', second]).find(({ type }) => type === 'literal')?.value ?? '');
  const found = [...new Set([...between, ' & '])].filter((word) => word.trim() !== '');
  words.set(locale, found);
  return found;
}

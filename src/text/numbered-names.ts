/** Names of which none is there twice. */

/**
 * A name that is taken gets a number behind it. Each number is tried once: a text may give a thousand things one name.
 * @param taken names that are given already; the new ones are added
 * @param numbered the name with a number
 * @param first the number that the second of a name gets
 */
export function numberedNames(
  taken: Set<string>,
  numbered: (name: string, number: number) => string,
  first: number,
): (name: string) => string {
  const next = new Map<string, number>();
  return (name) => {
    let unique = name;
    for (let number = next.get(name) ?? first; taken.has(unique); number++) {
      unique = numbered(name, number);
      next.set(name, number + 1);
    }
    taken.add(unique);
    return unique;
  };
}

/** "Did you mean": the name that is most like what somebody wrote. */

/** @returns undefined where none is like it: of three letters one may be wrong, of short names two */
export function nearest(given: string, known: readonly string[]): string | undefined {
  const most = Math.max(2, given.length / 3);
  // A name that is so much longer or shorter is not like it, and to compare what has a hundred thousand letters takes seconds.
  const comparable = known.filter(({ length }) => Math.abs(length - given.length) <= most);
  const near = comparable.toSorted((a, b) => distance(a, given) - distance(b, given))[0];
  return near !== undefined && distance(near, given) <= most ? near : undefined;
}

/** Levenshtein's. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let at = 0; at < b.length; at++)
      next.push(Math.min((row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1, (row[at] ?? 0) + (b[at] === letter ? 0 : 1)));
    row = next;
  }
  return row.at(-1) ?? 0;
}

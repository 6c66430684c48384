/** Terms by their letters, for scripts without spaces: each place of a text is looked up once, however many terms begin alike. */

export interface LetterTree<T> {
  /** Terms that are told apart no further, until they are many. */
  list: (readonly [source: string, value: T])[];
  /** Of many terms: those that end here are in `list`, the others by their next letter. */
  next?: Map<string, LetterTree<T>>;
}

/** As many are compared one by one: a tree of single letters would be larger than the terms. */
const FEW = 8;

export function letterTree<T>(terms: readonly (readonly [source: string, value: T])[]): LetterTree<T> {
  return { list: terms.filter(([source]) => source !== '') };
}

/** Every term that the text has at just this place. */
export function* termsAt<T>(tree: LetterTree<T>, text: string, at: number): Generator<readonly [source: string, value: T]> {
  let now: LetterTree<T> | undefined = tree;
  for (let depth = 0; now !== undefined; depth += 1) {
    if (now.list.length > FEW && now.next === undefined) split(now, depth);
    for (const one of now.list) if (text.startsWith(one[0], at)) yield one;
    now = now.next?.get(text[at + depth] ?? '');
  }
}

function split<T>(tree: LetterTree<T>, depth: number): void {
  const next = new Map<string, LetterTree<T>>();
  for (const one of tree.list) {
    const letter = one[0][depth];
    if (letter === undefined) continue;
    const below = next.get(letter);
    if (below === undefined) next.set(letter, { list: [one] });
    else below.list.push(one);
  }
  tree.list = tree.list.filter(([source]) => source.length === depth);
  tree.next = next;
}

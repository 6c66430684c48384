/** The marks of a fragment, and whether an answer can be used: it has words where the source has words, and the marks of the source. */

const TAG = /<g id="[^"]*">|<\/g\s*>|<x id="[^"]*"\s*\/>/g;

/** What is wrong with the answer for a text, in words; undefined when nothing is. Both are fragments. */
export function faultOf(source: string, answer: unknown): string | undefined {
  if (typeof answer !== 'string') return 'no text came back';
  if (stripMarks(answer).trim() === '' && stripMarks(source).trim() !== '') return 'an empty text came back';
  return markFault(source, answer);
}

/** The fragment without its marks. */
export function stripMarks(fragment: string): string {
  return fragment.replace(TAG, '');
}

export function hasMarks(fragment: string): boolean {
  return fragment.includes('<');
}

/** The marks in order: `<g id="1">`, `</g>`, `<x id="2"/>`. */
export function tagsOf(fragment: string): string[] {
  return fragment.match(TAG) ?? [];
}

/** Order may change with the language; number, names and proper nesting may not. */
function markFault(source: string, answer: string): string | undefined {
  if (!hasMarks(source) && !hasMarks(answer)) return undefined;
  const wanted = tagsOf(source).map(plain).sort();
  const got = tagsOf(answer).map(plain);
  let depth = 0;
  for (const tag of got) {
    depth += tag === '</g>' ? -1 : tag.startsWith('<g') ? 1 : 0;
    if (depth < 0) break;
  }
  if (depth !== 0) return 'a mark came back without its partner';
  got.sort();
  const lost = wanted.filter((tag, index) => tag !== wanted[index - 1] && occurrences(got, tag) < occurrences(wanted, tag));
  if (lost.length > 0) return `a mark was lost: ${lost.join(' ')}`;
  if (got.length > wanted.length) return 'a mark came back twice';
  return undefined;
}

const plain = (tag: string) => (tag.startsWith('</') ? '</g>' : tag.replace(/\s*\/>$/, '/>'));

const occurrences = (tags: readonly string[], tag: string) => tags.reduce((count, other) => count + (other === tag ? 1 : 0), 0);

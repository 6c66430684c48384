/** A regular expression as a tree: of what `fromIcu` writes, all that can be matched in one pass over a text. */

export type PatternTree =
  /** One character: a literal, a class, an escape or a dot, with the flags that hold there. */
  | { readonly kind: 'character'; readonly source: string; readonly flags: string }
  /** Nothing, where something stands ahead or behind, or does not. Places of the same `source` are the same. */
  | {
      readonly kind: 'place';
      readonly source: string;
      readonly looks: 'ahead' | 'behind';
      readonly holds: boolean;
      readonly at: PatternTree;
    }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternTree[] }
  | { readonly kind: 'choice'; readonly parts: readonly PatternTree[] }
  | { readonly kind: 'repeat'; readonly part: PatternTree; readonly least: number; readonly most: number };

/** Groups within groups; SRX files of other tools have up to six. */
const DEEPEST = 200;
/** What counted repeats may add: each of the characters that they repeat is asked about at every character of a text. */
const MOST_REPEATED = 1_000;
const TOKEN =
  /\((?:\?(?:(?<look><?[=!])|<[^>]*>|(?<on>[ims]*)(?:-(?<off>[ims]+))?:))?|\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|(?<reference>k<|[1-9])|.)|./suy;
const QUANTIFIER = /(?:(?<sign>[*+?])|\{(?<least>\d+)(?<range>,(?<most>\d*))?\})\??/y;
const LINE_END = '\\n\\r\\u{2028}\\u{2029}';

/**
 * @param pattern for JavaScript's `v` flag, and valid
 * @param flags those of `i`, `m` and `s` that hold
 * @throws SyntaxError for a reference to a group, too many groups within each other, and counted repeats of too much
 */
export function patternTree(pattern: string, flags: string): PatternTree {
  let at = 0;
  const choice = (flags: string, depth: number): PatternTree => {
    if (depth > DEEPEST) throw new SyntaxError(`More than ${DEEPEST} groups within each other`);
    const parts = [sequence(flags, depth)];
    while (pattern[at] === '|') {
      at++;
      parts.push(sequence(flags, depth));
    }
    return parts.length === 1 ? (parts[0] as PatternTree) : { kind: 'choice', parts };
  };
  const sequence = (flags: string, depth: number): PatternTree => {
    const parts: PatternTree[] = [];
    while (at < pattern.length && pattern[at] !== '|' && pattern[at] !== ')') parts.push(repeated(single(flags, depth)));
    return parts.length === 1 ? (parts[0] as PatternTree) : { kind: 'sequence', parts };
  };
  const repeated = (part: PatternTree): PatternTree => {
    QUANTIFIER.lastIndex = at;
    const groups = QUANTIFIER.exec(pattern)?.groups;
    if (groups === undefined) return part;
    at = QUANTIFIER.lastIndex;
    const { sign, least, range, most } = groups;
    if (sign !== undefined) return { kind: 'repeat', part, least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : Number.POSITIVE_INFINITY };
    return {
      kind: 'repeat',
      part,
      least: Number(least),
      most: range === undefined ? Number(least) : Number(most || Number.POSITIVE_INFINITY),
    };
  };
  const single = (flags: string, depth: number): PatternTree => {
    TOKEN.lastIndex = at;
    const from = at;
    const { 0: token, groups = {} } = TOKEN.exec(pattern) as RegExpExecArray;
    at = TOKEN.lastIndex;
    if (groups.reference !== undefined) throw new SyntaxError('A reference to a group');
    if (token.startsWith('(')) {
      const inner = choice(withFlags(flags, groups), depth + 1);
      at++;
      const { look } = groups;
      if (look === undefined) return inner;
      const looks = look.startsWith('<') ? 'behind' : 'ahead';
      const source = `${looks} ${flags} ${pattern.slice(from + token.length, at - 1)}`;
      return { kind: 'place', source, looks, holds: look.endsWith('='), at: inner };
    }
    if (token === '[') at = endOfClass(pattern, from);
    if (token === '^' || token === '$') return edge(token === '^' ? 'behind' : 'ahead', flags.includes('m'));
    return { kind: 'character', source: pattern.slice(from, at), flags };
  };
  const tree = choice(flags, 0);
  if (sizeOf(tree, true) - sizeOf(tree, false) > MOST_REPEATED)
    throw new SyntaxError(`Counted repeats of more than ${MOST_REPEATED} characters in all`);
  return tree;
}

function withFlags(flags: string, { on = '', off = '' }: { readonly [name: string]: string | undefined }): string {
  return [...new Set(flags + on)]
    .filter((flag) => !off.includes(flag))
    .sort()
    .join('');
}

function endOfClass(pattern: string, at: number): number {
  let depth = 0;
  for (let end = at; ; end++) {
    if (pattern[end] === '\\') end++;
    else if (pattern[end] === '[') depth++;
    else if (pattern[end] === ']' && --depth === 0) return end + 1;
  }
}

/** `^` and `$`: no character of a line, or none at all, on that side. */
function edge(looks: 'ahead' | 'behind', ofLine: boolean): PatternTree {
  const source = ofLine ? `[^${LINE_END}]` : '[^]';
  return { kind: 'place', source: `${looks} ${source}`, looks, holds: false, at: { kind: 'character', source, flags: '' } };
}

/** In characters. */
function sizeOf(tree: PatternTree, isCounted: boolean): number {
  if (tree.kind === 'character') return 1;
  if (tree.kind === 'place') return 1 + sizeOf(tree.at, isCounted);
  if (tree.kind !== 'repeat') return tree.parts.reduce((sum, part) => sum + sizeOf(part, isCounted), 0);
  const times = Number.isFinite(tree.most) ? tree.most : tree.least;
  return sizeOf(tree.part, isCounted) * (isCounted ? Math.max(times, 1) : 1);
}

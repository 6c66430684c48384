/** A fragment as a list: words (escaped, as they are in the fragment), and the tags of its marks. */

export type Token = string | MarkTag;

export interface MarkTag {
  readonly role: 'open' | 'close' | 'alone';
  /** Of a close without an open: the empty id. */
  readonly id: string;
}

const TAG = /<g id="([^"]*)">|<\/g\s*>|<x id="([^"]*)"\s*\/?>/g;

export function fragmentTokens(fragment: string): Token[] {
  const tokens: Token[] = [];
  const open: string[] = [];
  let at = 0;
  for (const match of fragment.matchAll(TAG)) {
    if (match.index > at) tokens.push(fragment.slice(at, match.index));
    at = match.index + match[0].length;
    if (match[1] !== undefined) tokens.push({ role: 'open', id: match[1] });
    else if (match[2] !== undefined) tokens.push({ role: 'alone', id: match[2] });
    else tokens.push({ role: 'close', id: open.at(-1) ?? '' });
    if (match[1] !== undefined) open.push(match[1]);
    else if (match[2] === undefined) open.pop();
  }
  if (at < fragment.length) tokens.push(fragment.slice(at));
  return tokens;
}

export function fragmentOf(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (typeof token === 'string') return token;
      return token.role === 'alone' ? `<x id="${token.id}"/>` : token.role === 'open' ? `<g id="${token.id}">` : '</g>';
    })
    .join('');
}

export function isTag(token: Token | undefined, role: MarkTag['role']): token is MarkTag {
  return token !== undefined && typeof token !== 'string' && token.role === role;
}

/** Whether every close ends the innermost open mark, and every mark that opens closes. */
export function nests(tokens: readonly Token[]): boolean {
  const open: string[] = [];
  for (const token of tokens) {
    if (isTag(token, 'open')) open.push(token.id);
    else if (isTag(token, 'close') && open.pop() !== token.id) return false;
  }
  return open.length === 0;
}

/** A pair of marks in a list of tokens. */
export interface Pair {
  readonly id: string;
  /** Indexes of its tags. */
  readonly open: number;
  readonly close: number;
  /** The innermost pair that it is in. */
  readonly outer: Pair | undefined;
}

/** The pairs of tokens that nest, in the order of their closes. */
export function pairsOf(tokens: readonly Token[]): Pair[] {
  const pairs: Pair[] = [];
  const open: { id: string; open: number; close: number; outer: Pair | undefined }[] = [];
  tokens.forEach((token, at) => {
    if (isTag(token, 'open')) open.push({ id: token.id, open: at, close: tokens.length, outer: open.at(-1) });
    else if (isTag(token, 'close')) {
      const own = open.pop();
      if (own === undefined) return;
      own.close = at;
      pairs.push(own);
    }
  });
  return pairs;
}

/** The pairs that a pair is in, the innermost first. */
export function* outersOf({ outer }: Pair): Generator<Pair> {
  for (let pair = outer; pair !== undefined; pair = pair.outer) yield pair;
}

/** The words of tokens, without marks. */
export function wordsIn(tokens: readonly Token[]): string {
  return tokens.filter((token) => typeof token === 'string').join('');
}

/** Ids of the author's own marks are numbers; those of protected terms are not, and may go where the language wants them. */
export function isAuthors(id: string): boolean {
  return /^\d/.test(id);
}

/** The marks of an answer as the source has them, where that can be told without knowing what the words mean. */

import { faultOf, stripMarks } from './mark-faults.ts';
import { fragmentOf, fragmentTokens, isAuthors, isTag, type MarkTag, nests, outersOf, pairsOf, type Token, wordsIn } from './tokens.ts';
import { withoutMarks } from './without-marks.ts';

/**
 * A mark that came back twice beside itself is there once, a pair in two parts is one again, a mark alone that slipped into a pair is
 * behind it, two pairs around the same words are in the source's order, a sign that a mark cut off from its quotation is back with it.
 * Where the source has words in one place alone, its marks can be put around them whatever came back.
 */
export function mendMarks(wanted: readonly Token[], answer: readonly Token[], source: string, splits: boolean): Token[] {
  if (wanted.every((token) => typeof token === 'string')) return answer.filter((token) => typeof token === 'string');
  let tokens = joinParts(wanted, withoutDoubles(wanted, answer), splits);
  if (nests(tokens)) tokens = pullSigns(aroundNames(wanted, orderedPairs(wanted, aloneOutside(wanted, tokens))));
  const said = fragmentOf(tokens);
  if (faultOf(source, said) === undefined) return tokens;
  const unmarked = withoutMarks(source);
  const restored = unmarked.texts.length === 1 ? unmarked.restore([stripMarks(said)]) : undefined;
  return restored === undefined ? tokens : fragmentTokens(restored);
}

const keyOf = (tag: MarkTag) => `${tag.role} ${tag.id}`;

/** Without a second copy of a mark alone right behind the first, without a pair around nothing where the same pair has words. */
function withoutDoubles(wanted: readonly Token[], answer: readonly Token[]): Token[] {
  let tokens = [...answer];
  for (const token of wanted) {
    if (!isTag(token, 'alone')) continue;
    const places = tokens.flatMap((other, at) => (isTag(other, 'alone') && other.id === token.id ? [at] : []));
    const [first, ...others] = places;
    if (first === undefined || others.length === 0) continue;
    const last = others.at(-1) as number;
    const isRun = tokens
      .slice(first, last)
      .every((other) => (typeof other === 'string' ? other.trim() === '' : keyOf(other) === keyOf(token)));
    if (isRun) tokens = [...tokens.slice(0, first + 1), ...tokens.slice(last + 1)];
  }
  for (const { id } of pairsOf(wanted)) {
    const own = pairsOf(tokens).filter((pair) => pair.id === id);
    const empty = own.filter(({ open, close }) =>
      tokens.slice(open + 1, close).every((token) => typeof token === 'string' && token.trim() === ''),
    );
    if (own.length < 2 || empty.length === 0) continue;
    const gone = new Set((empty.length === own.length ? empty.slice(1) : empty).flatMap(({ open, close }) => [open, close]));
    tokens = tokens.filter((_, at) => !gone.has(at));
  }
  return tokens;
}

/** Between two parts of one pair are no more words than these. */
const BETWEEN = 3;

/**
 * `<g id="1">a</g> b <g id="1">c</g>`: one pair from the first part to the last, where that crosses no other pair and the parts say no
 * more than the source's pair does: else one of them is around words that are none of its. Where a part says the same words again, it
 * goes with its words.
 */
function joinParts(wanted: readonly Token[], tokens: readonly Token[], splits: boolean): Token[] {
  let out = [...tokens];
  const ids = new Set(out.flatMap((token) => (isTag(token, 'open') ? [token.id] : [])));
  const own = new Map(pairsOf(wanted).map(({ id, open, close }) => [id, countWords(wordsIn(wanted.slice(open + 1, close)))]));
  for (const id of ids) {
    out = withoutRepeats(out, id);
    const opens = out.filter((token) => isTag(token, 'open') && token.id === id).length;
    if (opens < 2) continue;
    const isOwn = (token: Token) => typeof token !== 'string' && token.id === id && token.role !== 'alone';
    const [first, last] = [out.findIndex(isOwn), out.findLastIndex(isOwn)];
    const whole = countWords(wordsIn(out.slice(first, last)));
    const parts = pairsOf(out).filter((pair) => pair.id === id && !outersOf(pair).some((outer) => outer.id === id));
    const said = parts.reduce((sum, { open, close }) => sum + countWords(wordsIn(out.slice(open + 1, close))), 0);
    // Parts right behind each other may say a little more: one language has more words than another.
    const most = Math.floor((whole > said || !splits ? 1.25 : 1.5) * (own.get(id) ?? 0));
    if (whole - said > (splits ? BETWEEN : 0) || said > most) continue;
    const joined = out.filter((token, at) => !isOwn(token) || at === first || at === last);
    if (nests(joined)) out = joined;
  }
  return out;
}

const countWords = (words: string) => words.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}’']*/gu)?.length ?? 0;

/** Of parts of one pair that say the same right behind each other, the first. */
function withoutRepeats(tokens: Token[], id: string): Token[] {
  const parts = pairsOf(tokens)
    .filter((pair) => pair.id === id)
    .sort((a, b) => a.open - b.open);
  const said = ({ open, close }: { open: number; close: number }) =>
    wordsIn(tokens.slice(open + 1, close))
      .trim()
      .toLowerCase();
  const second = parts.find((part, at) => {
    const before = parts[at - 1];
    return (
      before !== undefined &&
      before.close < part.open &&
      said(before) === said(part) &&
      wordsIn(tokens.slice(before.close, part.open)).trim() === ''
    );
  });
  if (second === undefined) return tokens;
  const from = tokens.slice(0, second.open).findLastIndex((token) => typeof token !== 'string') + 1;
  return withoutRepeats([...tokens.slice(0, from), ...tokens.slice(second.close + 1)], id);
}

/** Marks alone that are in no pair of the author's are behind the pair that an answer has put them into. */
function aloneOutside(wanted: readonly Token[], tokens: Token[]): Token[] {
  const free = new Set(wanted.flatMap((token, at) => (isTag(token, 'alone') && aroundOf(wanted, at) === undefined ? [token.id] : [])));
  let out = tokens;
  for (const id of free) {
    const at = out.findIndex((token) => isTag(token, 'alone') && token.id === id);
    const outer = at < 0 || !isAuthors(id) ? undefined : aroundOf(out, at);
    if (outer === undefined) continue;
    const token = out[at] as Token;
    out = [...out.slice(0, at), ...out.slice(at + 1, outer.close + 1), token, ...out.slice(outer.close + 1)];
  }
  return out;
}

/** The outermost of the author's pairs around a token. */
function aroundOf(tokens: readonly Token[], at: number) {
  return pairsOf(tokens).find(
    (pair) => isAuthors(pair.id) && pair.open < at && at < pair.close && !outersOf(pair).some(({ id }) => isAuthors(id)),
  );
}

/** Two pairs around the same words nest as in the source: `<g id="2"><g id="1">a</g></g>`. */
function orderedPairs(wanted: readonly Token[], tokens: Token[]): Token[] {
  const own = new Map(pairsOf(wanted).map((pair) => [pair.id, pair]));
  const out = [...tokens];
  for (const inner of pairsOf(tokens)) {
    const { outer } = inner;
    if (outer === undefined || inner.open !== outer.open + 1 || inner.close !== outer.close - 1) continue;
    const outside = own.get(outer.id);
    if (outside === undefined || !outersOf(outside).some(({ id }) => id === inner.id)) continue;
    for (const [at, id] of [
      [outer.open, inner.id],
      [outer.close, inner.id],
      [inner.open, outer.id],
      [inner.close, outer.id],
    ] as const)
      out[at] = { ...(out[at] as MarkTag), id };
  }
  return out;
}

/** A pair around a name or a figure that is in the answer as it was, but not within the pair, goes around it. */
function aroundNames(wanted: readonly Token[], tokens: Token[]): Token[] {
  let out = tokens;
  for (const { open, close } of pairsOf(wanted)) {
    const { id } = wanted[open] as MarkTag;
    const name = wanted[open + 1];
    if (close !== open + 2 || typeof name !== 'string' || !/^[\p{Lu}\p{N}]/u.test(name) || name.length < 2) continue;
    const own = pairsOf(out).find((pair) => pair.id === id);
    if (own === undefined || wordsIn(out.slice(own.open + 1, own.close)).includes(name)) continue;
    const whole = new RegExp(`(?<![\\p{L}\\p{N}])${name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'gu');
    if ((wordsIn(out).match(whole)?.length ?? 0) !== 1 || (wordsIn(wanted).match(whole)?.length ?? 0) !== 1) continue;
    const rest = out.filter((_, at) => at !== own.open && at !== own.close);
    const at = rest.findIndex((token) => typeof token === 'string' && token.search(whole) >= 0);
    if (at < 0) continue;
    const words = rest[at] as string;
    const start = words.search(whole);
    const placed = [words.slice(0, start), out[own.open] as MarkTag, name, out[own.close] as MarkTag, words.slice(start + name.length)];
    out = [...rest.slice(0, at), ...placed.filter((token) => token !== ''), ...rest.slice(at + 1)];
  }
  return out;
}

const QUOTES = ['「」', '『』', '《》', '（）', '“”', '‘’', '«»', '„“', '„”', '()', "''", '""'];

/** `<g id="1">'a</g>'` is `<g id="1">'a'</g>`. */
function pullSigns(tokens: Token[]): Token[] {
  for (const { open, close } of pairsOf(tokens)) {
    const [inside, before, after] = [tokens[open + 1], tokens[open - 1], tokens[close + 1]];
    const last = tokens[close - 1];
    if (typeof inside !== 'string' || typeof last !== 'string') continue;
    const words = wordsIn(tokens.slice(open + 1, close));
    for (const pair of QUOTES) {
      const [left = '', right = ''] = pair;
      const isOnce = (sign: string) => words.split(sign).length === 2;
      if (
        words.startsWith(left) &&
        isOnce(left) &&
        (left === right || !words.includes(right)) &&
        typeof after === 'string' &&
        after.startsWith(right)
      ) {
        tokens[close - 1] = (tokens[close - 1] as string) + right;
        tokens[close + 1] = after.slice(right.length);
      } else if (
        words.endsWith(right) &&
        isOnce(right) &&
        (left === right || !words.includes(left)) &&
        typeof before === 'string' &&
        before.endsWith(left)
      ) {
        tokens[open + 1] = left + (tokens[open + 1] as string);
        tokens[open - 1] = before.slice(0, -left.length);
      }
    }
  }
  return tokens;
}

/** Puts the pairs of the source around the words of the answer: every pair once, nested as in the source, never empty. */

import type { Text } from '../../article.ts';
import type { AnswerAtom } from './decode.ts';
import { hasWords, isPair, type MarkPair, type Node, textOfNodes } from './tree.ts';

interface Range {
  readonly pair: MarkPair;
  /** Indices of the first atom and after the last. */
  start: number;
  end: number;
}

/** @param nodes the source's tree at this depth */
export function restorePairs(atoms: readonly AnswerAtom[], nodes: readonly Node[], depth = 0): Text {
  const pairs = nodes.filter((node): node is MarkPair => isPair(node) && hasWords(node.children));
  if (pairs.length === 0) return atoms.flatMap((atom): Text => atom.blank?.text ?? [atom.text]);
  const settled = settle(atoms, pairs, depth);
  const ranges = settled.ranges.sort((a, b) => a.start - b.start);
  for (const range of ranges) widen(range, settled.atoms, ranges, nodes);
  const out: (Text[number] | Text)[] = [];
  let at = 0;
  for (const { pair, start, end } of ranges) {
    out.push(restorePairs(settled.atoms.slice(at, start), [], depth));
    const inside = restorePairs(settled.atoms.slice(start, end), pair.children, depth + 1);
    out.push({ role: 'open', id: pair.id, source: '' }, inside, { role: 'close', id: pair.id, source: '' });
    at = end;
  }
  out.push(restorePairs(settled.atoms.slice(at), [], depth));
  return out.flat() as Text;
}

/** A range for each pair; marks alone that belong into a pair and landed elsewhere are moved into it, and out of it. */
function settle(atoms: readonly AnswerAtom[], pairs: readonly MarkPair[], depth: number): { atoms: AnswerAtom[]; ranges: Range[] } {
  const own = (atom: AnswerAtom) => (atom.path === undefined ? undefined : (atom.path[depth] ?? ''));
  const ranges: Range[] = [];
  const lost: MarkPair[] = [];
  for (const pair of pairs) {
    const range = bestRun(atoms, pair, own);
    if (range === undefined) lost.push(pair);
    else ranges.push(range);
  }
  for (const pair of lost) {
    const range = stead(atoms, pair, ranges, pairs, depth);
    if (range !== undefined) ranges.push(range);
  }
  ranges.sort((a, b) => a.start - b.start);
  return moved(atoms, ranges, own);
}

/** The stretch of atoms that came from the pair's words; what the transfer put between them belongs to it. */
function bestRun(atoms: readonly AnswerAtom[], pair: MarkPair, own: (atom: AnswerAtom) => string | undefined): Range | undefined {
  const runs: (Range & { words: number; strange: number })[] = [];
  let strange = 0;
  let closed = true;
  for (const [at, atom] of atoms.entries()) {
    const id = own(atom);
    if (id === pair.id) {
      const last = runs.at(-1);
      // A word or two of the sentence in the middle are held for the pair's (`mai van ser vists`): half of a link would be worse.
      if (last !== undefined && !closed && strange <= 2) last.end = at + 1;
      else runs.push({ pair, start: at, end: at + 1, words: 0, strange: 0 });
      if (atom.kind === 'word') (runs.at(-1) as (typeof runs)[number]).words += atom.text.length;
      strange = 0;
      closed = false;
    } else if (id === '' && atom.kind === 'word') strange++;
    else if (id !== undefined && (id !== '' || atom.kind === 'blank')) closed = true;
  }
  const best = runs.reduce<(typeof runs)[number] | undefined>(
    (most, run) => (most === undefined || run.words > most.words ? run : most),
    undefined,
  );
  return best === undefined || best.words === 0 ? undefined : { pair, start: best.start, end: best.end };
}

/** For a pair whose words are gone (a pronoun, `will`): the word they went into, or the one in their place. */
function stead(
  atoms: readonly AnswerAtom[],
  pair: MarkPair,
  ranges: readonly Range[],
  pairs: readonly MarkPair[],
  depth: number,
): Range | undefined {
  const free = (at: number) => atoms[at]?.kind === 'word' && !ranges.some(({ start, end }) => at >= start && at < end);
  const range = (at: number): Range => ({ pair, start: at, end: at + 1 });
  const joined = atoms.findIndex((atom, at) => free(at) && atom.also?.some((path) => path[depth] === pair.id));
  if (joined >= 0) return range(joined);
  // After the pair before it in the source, before the pair after it: the free word nearest to where it would be.
  const index = pairs.indexOf(pair);
  const before = ranges.filter((other) => pairs.indexOf(other.pair) < index).reduce((most, { end }) => Math.max(most, end), 0);
  for (let off = 0; off < atoms.length; off++) for (const at of [before + off, before - 1 - off]) if (free(at)) return range(at);
  return { pair, start: before, end: before };
}

/** Marks alone go where they belong: into their pair's range at its end, out of one that is not theirs. */
function moved(
  atoms: readonly AnswerAtom[],
  ranges: readonly Range[],
  own: (atom: AnswerAtom) => string | undefined,
): { atoms: AnswerAtom[]; ranges: Range[] } {
  const rangeAt = (at: number) => ranges.find(({ start, end }) => at >= start && at < end);
  const into = new Map<Range, AnswerAtom[]>();
  const behind = new Map<Range, AnswerAtom[]>();
  const add = (map: Map<Range, AnswerAtom[]>, range: Range, atom: AnswerAtom) => map.set(range, [...(map.get(range) ?? []), atom]);
  const stays = atoms.map((atom, at) => {
    if (atom.blank === undefined) return true;
    const id = own(atom);
    const here = rangeAt(at);
    const home = ranges.find(({ pair }) => pair.id === id);
    if (home === here) return true;
    if (home !== undefined) add(into, home, atom);
    else if (here !== undefined) add(behind, here, atom);
    return home === undefined && here === undefined;
  });
  const out: AnswerAtom[] = [];
  const result: Range[] = [];
  let at = 0;
  const copy = (to: number) => {
    for (; at < to; at++) if (stays[at] === true) out.push(atoms[at] as AnswerAtom);
  };
  for (const range of ranges) {
    copy(range.start);
    const start = out.length;
    copy(range.end);
    out.push(...(into.get(range) ?? []));
    result.push({ pair: range.pair, start, end: out.length });
    out.push(...(behind.get(range) ?? []));
  }
  copy(atoms.length);
  return { atoms: out, ranges: result };
}

/** Takes in the signs and spaces at the pair's inner edges in the source, where the answer has them: quotation marks, a full stop. */
function widen(range: Range, atoms: readonly AnswerAtom[], ranges: readonly Range[], siblings: readonly Node[]): void {
  const inner = plain(range.pair.children);
  const floor = ranges.reduce((most, other) => (other !== range && other.end <= range.start ? Math.max(most, other.end) : most), 0);
  const ceiling = ranges.reduce(
    (least, other) => (other !== range && other.start >= range.end ? Math.min(least, other.start) : least),
    atoms.length,
  );
  const sign = (at: number) => (atoms[at]?.kind === 'sign' || atoms[at]?.kind === 'space' ? (atoms[at]?.text ?? '') : '');
  if (!siblings.some((node) => node !== range.pair && /[^\s\p{P}]/u.test(plain([node])))) {
    // Outside of the pair are only signs: all words of the answer belong to it.
    while (range.start > floor && wordsBefore(atoms, floor, range.start)) range.start--;
    while (range.end < ceiling && wordsBefore(atoms, range.end, ceiling)) range.end++;
  }
  let tail = /(?<![^\p{L}\p{M}\p{N}\uFFFC])[^\p{L}\p{M}\p{N}\uFFFC]*$/u.exec(inner)?.[0] ?? '';
  while (tail !== '' && range.end < ceiling && sign(range.end) !== '' && tail.startsWith(sign(range.end)))
    tail = tail.slice(sign(range.end++).length);
  let lead = /^[^\p{L}\p{M}\p{N}\uFFFC]*/u.exec(inner)?.[0] ?? '';
  while (lead !== '' && range.start > floor && sign(range.start - 1) !== '' && lead.endsWith(sign(range.start - 1)))
    lead = lead.slice(0, -sign(--range.start).length);
}

const wordsBefore = (atoms: readonly AnswerAtom[], start: number, end: number) =>
  atoms.slice(start, end).some(({ kind }) => kind === 'word');

/** Words, with a sign for each mark alone. */
function plain(nodes: readonly Node[]): string {
  return textOfNodes(nodes)
    .map((piece) => (typeof piece === 'string' ? piece : piece.role === 'alone' ? '\uFFFC' : ''))
    .join('');
}

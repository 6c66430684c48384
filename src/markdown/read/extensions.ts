/** Inline markup beyond Markdown's own: tag pairs, elements that are not translated, shortcodes, bare addresses, emoji. */

import type { Range } from '../../runs/ranges.ts';
import type { MarkAtom, TextRun } from '../../runs/run.ts';
import { runWords } from './run-words.ts';

/**
 * Gives tags that nest their partner: `<b>` and `</b>` become open and close. A tag without partner, or whose partner
 * is on the other side of a Markdown mark, stays alone.
 * @returns the ranges of elements that are not translated, to be fused
 */
export function pairTags(run: TextRun): Range[] {
  const { atoms } = run;
  if (!atoms.some((atom) => atom.role === 'alone' && atom.tag !== undefined)) return [];
  const ranges: Range[] = [];
  /** Indexes of open marks and tags. */
  const open: number[] = [];
  const at = (index: number) => atoms[index] as MarkAtom;
  // Ids far from those of Markdown's own pairs.
  let pairs = 1_000_000_000;
  for (let index = 0; index < atoms.length; index++) {
    const atom = atoms[index] as MarkAtom;
    if (atom.tag === undefined) {
      if (atom.role === 'open') open.push(index);
      else if (atom.role === 'close') while (open.length > 0 && at(open.pop() as number).pair !== atom.pair);
    } else if (atom.tag.kind === 'open') open.push(index);
    else if (atom.tag.kind === 'close') {
      let depth = open.length - 1;
      while (depth >= 0 && at(open[depth] as number).tag !== undefined && at(open[depth] as number).tag?.name !== atom.tag.name) depth--;
      const partner = open[depth];
      if (partner === undefined || at(partner).tag === undefined) continue;
      open.length = depth;
      const pair = ++pairs;
      if (at(partner).tag?.verbatim) ranges.push([at(partner).start, atom.end]);
      atoms[partner] = { ...at(partner), role: 'open', pair };
      atoms[index] = { ...atom, role: 'close', pair };
    }
  }
  return ranges;
}

/** Pairs of delimiters of Hugo, Jekyll, Liquid and Nunjucks, whose comments have spaces within, and of inclusions in Python-Markdown. */
const SHORTCODES = [
  ['{{', '}}'],
  ['{%', '%}'],
  ['{# ', ' #}'],
  ['{!', '!}'],
] as const;

/** `:smile:`, but neither a time nor a path of names (`std::vec::Vec`). */
const EMOJI = /(?<![A-Za-z0-9]:?):(?:[a-z][a-z0-9_+-]*|[+-]1):/g;

/** What GitHub, and mdast after its parse, link in plain text: an address with its protocol, `www.`, or an email. */
const ADDRESS =
  /(?<![\p{L}\p{N}]|\[\[)(?:https?:\/\/|www\.)[-.\w][^\s<\0]*[\p{L}\p{N}/]|(?<![-.\w+/])[-.\w+]+@[-\w]+(?:\.[-\w]+)+(?<![-\d_])(?![-\w])/giu;

/**
 * What Markdown takes for words and other programs do not. In HTML an address is words.
 * @returns ranges to be fused
 */
export function wordlessRanges(run: TextRun, source: string): Range[] {
  const first = run.atoms[0];
  const last = run.atoms.at(-1);
  if (first === undefined || last === undefined) return [];
  const ranges: Range[] = [];
  const raw = source.slice(first.start, last.end);
  if (raw.includes('{'))
    for (const [opening, closing] of SHORTCODES) ranges.push(...between(raw, opening, closing, first.start, run.kind !== 'html'));
  if (run.kind !== 'html' && (raw.includes('@') || /:\/\/|www\./i.test(raw))) ranges.push(...matchesIn(run, ADDRESS, /[:@.]/));
  if (raw.includes(':')) ranges.push(...matchesIn(run, EMOJI, /[:A-Za-z0-9]/));
  return ranges;
}

function matchesIn(run: TextRun, pattern: RegExp, sign: RegExp): Range[] {
  const words = runWords(run, sign);
  return [...words.text.matchAll(pattern)].map((match) => words.range(match.index, match.index + match[0].length));
}

function between(raw: string, opening: string, closing: string, base: number, escapes: boolean): Range[] {
  const ranges: Range[] = [];
  for (let at = raw.indexOf(opening); at >= 0; at = raw.indexOf(opening, at)) {
    const end = raw.indexOf(closing, at + opening.length);
    if (end < 0) break;
    if (!escapes || !isEscaped(raw, at)) ranges.push([base + at, base + end + closing.length]);
    at = end + closing.length;
  }
  return ranges;
}

/** CommonMark 2.4: an odd number of backslashes before it. */
function isEscaped(raw: string, at: number): boolean {
  let from = at;
  while (raw[from - 1] === '\\') from--;
  return (at - from) % 2 === 1;
}

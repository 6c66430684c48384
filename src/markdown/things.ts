/** Inline markup beyond Markdown's own: tag pairs, elements that are not translated, shortcodes, bare addresses, emoji. */

import type { Atom, MarkAtom, Range, Run } from './run.ts';

/**
 * Gives tags that nest their partner: `<b>` and `</b>` become open and close. A tag without partner, or whose partner
 * stands on the other side of a Markdown mark, stays alone.
 * @returns the ranges of elements that are not translated, to be fused
 */
export function pairTags(run: Run): Range[] {
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

/** Pairs of delimiters of Hugo, Jekyll, Liquid and Nunjucks. */
const SHORTCODES = [
  ['{{', '}}'],
  ['{%', '%}'],
] as const;

/** Attribute lists of kramdown, goldmark and Docusaurus: `{#id}`, `{.class}`, `{: .class}`, `{::nomarkdown}`. */
const ATTRIBUTE_LIST = /(?<!\\)\{(?::?[ \t]*[#.][\w-]|::?[a-z])[^{}\n]*\}/gi;

/** `:smile:`, but neither a time nor a part of an address. */
const EMOJI = /(?<![\p{L}\p{N}:]):(?:[a-z][a-z0-9_+-]*|[+-]1):(?![\p{L}\p{N}:])/gu;

/** What GitHub, and mdast after its parse, link in plain text: an address with its protocol, `www.`, or an email. */
const ADDRESS = /(?:https?:\/\/|www\.)[-.\w]+[^\s<\0]*[\p{L}\p{N}/]|(?<![-.\w+])[-.\w+]+@[-\w]+(?:\.[-\w]+)+/giu;

/** What Markdown takes for words and other programs do not. @returns ranges to be fused */
export function things(run: Run, source: string): Range[] {
  const first = run.atoms[0];
  const last = run.atoms.at(-1);
  if (first === undefined || last === undefined) return [];
  const ranges: Range[] = [];
  const raw = source.slice(first.start, last.end);
  if (raw.includes('{')) {
    for (const [opening, closing] of SHORTCODES) ranges.push(...between(raw, opening, closing, first.start));
    for (const match of raw.matchAll(ATTRIBUTE_LIST)) ranges.push(rangeOf(match, first.start));
  }
  const colon = raw.includes(':');
  if (colon || raw.includes('@') || /www\./i.test(raw)) ranges.push(...inWords(run, colon ? [ADDRESS, EMOJI] : [ADDRESS]));
  return ranges;
}

/** Where patterns match the decoded words: `foo\+@example.org` is linked too. */
function inWords(run: Run, patterns: readonly RegExp[]): Range[] {
  let text = '';
  const starts: number[] = [];
  for (const atom of run.atoms) {
    starts.push(text.length);
    text += atom.role === 'words' ? atom.text : '\u0000';
  }
  let index = 0;
  const atomAt = (offset: number) => {
    if ((starts[index] ?? 0) > offset) index = 0;
    while (index + 1 < starts.length && (starts[index + 1] as number) <= offset) index++;
    const atom = run.atoms[index] as Atom;
    const linear = atom.role === 'words' && atom.text.length === atom.end - atom.start;
    return { atom, at: linear ? atom.start + offset - (starts[index] as number) : -1 };
  };
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match): Range[] => {
      const sign = /@|:\/\/|(?<=^www)\.|^:/i.exec(match[0]);
      // With its sign escaped it is meant to be words.
      if (sign !== null && atomAt(match.index + sign.index).at < 0) return [];
      const first = atomAt(match.index);
      const last = atomAt(match.index + match[0].length - 1);
      return [[first.at < 0 ? first.atom.start : first.at, last.at < 0 ? last.atom.end : last.at + 1]];
    }),
  );
}

function rangeOf(match: RegExpExecArray, base: number): Range {
  return [base + match.index, base + match.index + match[0].length];
}

function between(raw: string, opening: string, closing: string, base: number): Range[] {
  const ranges: Range[] = [];
  for (let at = raw.indexOf(opening); at >= 0; at = raw.indexOf(opening, at)) {
    const end = raw.indexOf(closing, at + opening.length);
    if (end < 0) break;
    if (raw[at - 1] !== '\\') ranges.push([base + at, base + end + closing.length]);
    at = end + closing.length;
  }
  return ranges;
}

/** Two branches' versions of a text become one, by lines and, where those meet, by sentences. */

import { diff3Merge } from 'node-diff3';

export interface MergedText {
  /** Where both changed the same sentence, with the marks of a conflict as git writes them. */
  readonly text: string;
  readonly conflicts: number;
}

/**
 * Git merges by lines, and a paragraph is a line: two authors who changed a sentence each have a conflict there. Here they have none.
 * @param base the text that both started from; empty where both made it anew
 * @param cut a line into sentences that join to it
 * @param choose one side of a conflict, where something else decides
 */
export function mergeTexts(
  base: string,
  ours: string,
  theirs: string,
  cut: (line: string) => readonly string[],
  choose: (sides: MergedSides) => string | undefined = () => undefined,
): MergedText {
  const merged = merge(linesOf(base), linesOf(ours), linesOf(theirs)).map((region) =>
    'ok' in region ? region.ok : mergeSentences(region, cut, choose),
  );
  let conflicts = 0;
  const text = merged.map((region) => {
    if (typeof region === 'string') return region;
    conflicts++;
    return `<<<<<<< ours\n${region.mine}=======\n${region.yours}>>>>>>> theirs\n`;
  });
  return { text: text.join(''), conflicts };
}

type Region = { readonly ok: string } | Sides;

interface Sides {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

function merge(base: string[], ours: string[], theirs: string[]): Region[] {
  return diff3Merge(ours, base, theirs, { excludeFalseConflicts: true }).map(({ ok, conflict }) =>
    conflict === undefined
      ? { ok: (ok ?? []).join('') }
      : { base: conflict.o.join(''), ours: conflict.a.join(''), theirs: conflict.b.join('') },
  );
}

/** With their breaks, so that the pieces join to the text. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}

/** What each side says where both have changed what the base says. */
export interface MergedSides {
  readonly mine: string;
  readonly yours: string;
  readonly base: string;
}

function mergeSentences(
  { base, ours, theirs }: Sides,
  cut: (line: string) => readonly string[],
  choose: (sides: MergedSides) => string | undefined,
): string | Pick<MergedSides, 'mine' | 'yours'> {
  const pieces = (text: string) => linesOf(text).flatMap((line) => cut(line).flatMap(withoutSpace));
  const regions = merge(pieces(base), pieces(ours), pieces(theirs)).map((region): Region => {
    const chosen = 'ok' in region ? undefined : choose({ mine: region.ours, yours: region.theirs, base: region.base });
    return chosen === undefined ? region : { ok: chosen };
  });
  const side = (name: 'ours' | 'theirs') => wholeLines(regions.map((region) => ('ok' in region ? region.ok : region[name])).join(''));
  const [mine, yours] = [side('ours'), side('theirs')];
  return mine === yours ? mine : { mine, yours };
}

/** The space between sentences is a piece of its own: it is the same on both sides, and keeps changes of neighbours apart. */
function withoutSpace(sentence: string): string[] {
  const [start, end] = [sentence.length - sentence.trimStart().length, sentence.trimEnd().length];
  return (end === 0 ? [sentence] : [sentence.slice(0, start), sentence.slice(start, end), sentence.slice(end)]).filter(Boolean);
}

function wholeLines(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

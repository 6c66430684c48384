/** Two branches' versions of a text become one, by lines and, where those meet, by sentences. */

import { diff3Merge } from 'node-diff3';
import { partitionPoint } from '../ranges/partition-point.ts';

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

/** Pairs of equal lines that are compared at once: diff3's own time grows with them and with what the texts have in common. */
const FEW_PAIRS = 100_000;
/** Above this many, in lines that are all alike, there is nothing to tell them by: they are a conflict. */
const MOST_PAIRS = 1_000_000;

/** Many lines are parted first, at those that each of the three has once and in the same order (as in patience diff). */
function merge(base: readonly string[], ours: readonly string[], theirs: readonly string[]): Region[] {
  const whole = { base: base.join(''), ours: ours.join(''), theirs: theirs.join('') };
  if (whole.ours === whole.theirs || whole.theirs === whole.base) return [{ ok: whole.ours }];
  if (whole.ours === whole.base) return [{ ok: whole.theirs }];
  const pairs = equalPairs(base, ours) + equalPairs(base, theirs);
  const anchors = pairs > FEW_PAIRS ? inSameOrder(base, ours, theirs) : [];
  if (anchors.length === 0) return pairs > MOST_PAIRS ? [whole] : mergeByLines(base, ours, theirs);
  let [from, fromOurs, fromTheirs] = [0, 0, 0];
  const ends: Anchor = { base: base.length, ours: ours.length, theirs: theirs.length };
  return [...anchors, ends].flatMap((to) => {
    const part = merge(base.slice(from, to.base), ours.slice(fromOurs, to.ours), theirs.slice(fromTheirs, to.theirs));
    const line = base[to.base];
    [from, fromOurs, fromTheirs] = [to.base + 1, to.ours + 1, to.theirs + 1];
    return line === undefined ? part : [...part, { ok: line }];
  });
}

function mergeByLines(base: readonly string[], ours: readonly string[], theirs: readonly string[]): Region[] {
  return diff3Merge([...ours], [...base], [...theirs], { excludeFalseConflicts: true }).map(({ ok, conflict }) =>
    conflict === undefined
      ? { ok: (ok ?? []).join('') }
      : { base: conflict.o.join(''), ours: conflict.a.join(''), theirs: conflict.b.join('') },
  );
}

function equalPairs(some: readonly string[], others: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const one of some) counts.set(one, (counts.get(one) ?? 0) + 1);
  return others.reduce((sum, one) => sum + (counts.get(one) ?? 0), 0);
}

/** A line's places. */
interface Anchor {
  readonly base: number;
  readonly ours: number;
  readonly theirs: number;
}

function inSameOrder(base: readonly string[], ours: readonly string[], theirs: readonly string[]): Anchor[] {
  const [inBase, inOurs, inTheirs] = [base, ours, theirs].map(once) as [Places, Places, Places];
  const anchors = [...inBase].flatMap(([line, at]): Anchor[] => {
    const [our, their] = [inOurs.get(line), inTheirs.get(line)];
    return our === undefined || their === undefined ? [] : [{ base: at, ours: our, theirs: their }];
  });
  return rising(
    rising(anchors, (one) => one.ours),
    (one) => one.theirs,
  );
}

type Places = ReadonlyMap<string, number>;

/** Where lines are that are there once. */
function once(lines: readonly string[]): Places {
  const places = new Map<string, number>();
  for (const [at, line] of lines.entries()) places.set(line, places.has(line) ? -1 : at);
  return new Map([...places].filter(([, at]) => at >= 0));
}

/** The most items whose values rise. */
function rising<Item>(items: readonly Item[], value: (item: Item) => number): Item[] {
  interface Chain {
    readonly item: Item;
    readonly before: Chain | undefined;
  }
  /** By length, the chain whose last value is the least. */
  const chains: Chain[] = [];
  for (const item of items) {
    const length = partitionPoint(chains.length, (at) => value((chains[at] as Chain).item) < value(item));
    chains[length] = { item, before: chains[length - 1] };
  }
  const found: Item[] = [];
  for (let chain = chains.at(-1); chain !== undefined; chain = chain.before) found.push(chain.item);
  return found.reverse();
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

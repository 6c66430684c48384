/** Names of one language that are heard in texts of the other, and what that is worth. */

import { type Heard, shareHeard } from '../../names/heard.ts';
import { partitionPoint } from '../../ranges/partition-point.ts';
import type { Signs } from './signs.ts';

/** What the names of one text are worth that another has, and how many it has not. Of those that nobody can tell of, nothing is said. */
export type NameFinder = (own: Signs, text: Signs) => { readonly worth: number; readonly lost: number };

/** Nothing that two texts share speaks for more than this. */
const MOST = 6;
/** Names with fewer sounds are heard in any text. */
const LEAST_SOUNDS = 3;
/** A word with a smaller share of a name has nothing of it. */
const LEAST_SHARE = 0.5;
/** What is worth less is in so many texts that it is as good as not there. */
const LEAST_WORTH = 1.2;
/** Fewer texts do not tell how usual it is that one has most of a name by chance: there, what is neither whole nor lost says nothing. */
const FEW = { texts: 50, whole: 0.85, lost: 0.5 };

/** Looks for names of the other language by how they sound: the fewer texts have as much of one, the more it is worth. */
export function nameFinder(side: readonly Signs[]): NameFinder {
  const holding = new Map<Heard, number[]>();
  for (const [at, { spoken }] of side.entries())
    for (const word of spoken) {
      const all = holding.get(word);
      if (all === undefined) holding.set(word, [at]);
      else all.push(at);
    }
  const numbers = new Map(side.map((one, at) => [one, at]));
  const byName = new Map<Heard, SoughtName | undefined>();
  const sought = (name: Heard): SoughtName | undefined => {
    if (!byName.has(name)) byName.set(name, name.signs.length < LEAST_SOUNDS ? undefined : soughtName(name, holding, side.length));
    return byName.get(name);
  };
  const byText = new WeakMap<Signs, readonly SoughtName[]>();
  const soughtOf = (own: Signs): readonly SoughtName[] => {
    const known = byText.get(own);
    if (known !== undefined) return known;
    const all = [...own.names].flatMap((name) => sought(name) ?? []);
    byText.set(own, all);
    return all;
  };
  return (own, text) => {
    if (own.names.size === 0 || text.spoken.length === 0) return NOTHING;
    let [worth, lost] = [0, 0];
    for (const name of soughtOf(own)) {
      const found = name.worthOf(heardInText(name, text, numbers));
      if (found === 0) lost++;
      else worth += found ?? 0;
    }
    return { worth, lost };
  };
}

const NOTHING = { worth: 0, lost: 0 };

function heardInText(name: SoughtName, text: Signs, numbers: ReadonlyMap<Signs, number>): number {
  if (text.isWhole === true) return (text.of ?? []).reduce((most, part) => Math.max(most, heardInText(name, part, numbers)), 0);
  const place = numbers.get(text);
  if (place !== undefined) return name.shares.get(place) ?? 0;
  return text.spoken.reduce((most, word) => Math.max(most, name.shareIn(word)), 0);
}

/** A name that is looked for among the texts of the other side. */
interface SoughtName {
  /** What is heard of it, by the number of the text. */
  readonly shares: ReadonlyMap<number, number>;
  /** What is heard of it in a word: parts of texts have the words of the whole. */
  readonly shareIn: (word: Heard) => number;
  /** What it is worth that so much of it is heard: 0 where that is nothing, undefined where nobody can tell. */
  readonly worthOf: (share: number) => number | undefined;
}

function soughtName(name: Heard, holding: ReadonlyMap<Heard, readonly number[]>, count: number): SoughtName {
  const shares = new Map<number, number>();
  const inWords = new Map<Heard, number>();
  for (const [word, texts] of holding) {
    const share = heardIn(name, word);
    if (share > 0) inWords.set(word, share);
    if (share > 0) for (const at of texts) if (share > (shares.get(at) ?? 0)) shares.set(at, share);
  }
  const usual = Float64Array.from(shares.values()).sort();
  const worthByShare = new Map<number, number | undefined>();
  const worthOf = (share: number) => {
    if (!worthByShare.has(share)) worthByShare.set(share, worthFrom(share));
    return worthByShare.get(share);
  };
  const worthFrom = (share: number) => {
    if (count < FEW.texts && share > FEW.lost && share < FEW.whole) return undefined;
    const as = share === 0 ? count : usual.length - partitionPoint(usual.length, (at) => (usual[at] as number) < share - 1e-9);
    const found = Math.min(MOST, Math.log((count + 20) / (as + 1)));
    return found < LEAST_WORTH ? 0 : found;
  };
  const shareIn = (word: Heard) => {
    const known = inWords.get(word) ?? (holding.has(word) ? 0 : undefined);
    if (known !== undefined) return known;
    const share = heardIn(name, word);
    inWords.set(word, share);
    return share;
  };
  return { shares, shareIn, worthOf };
}

function heardIn(name: Heard, word: Heard): number {
  return shareHeard(name, word, LEAST_SHARE);
}

/** Which string of one file is which of another: by key, and in lists, whose places shift, by what their members say. */

import { likeness } from './likeness.ts';
import { between, commonPairs, range } from './sequence.ts';

/** Below this a member of a list is another one, and not the same one in other words. */
const ALIKE = 0.4;

/** What a file says, by path. */
export type ByPath = ReadonlyMap<string, string>;

/**
 * @param lists paths of lists, in either file
 * @returns the path in `theirs` of each of ours that is there
 */
export function pairPaths(ours: ByPath, theirs: ByPath, lists: ReadonlySet<string>): Map<string, string> {
  const pairs = new Map<string, string>();
  if (lists.size === 0) {
    for (const path of ours.keys()) if (theirs.has(path)) pairs.set(path, path);
    return pairs;
  }
  const within = (left: readonly Entry[], right: readonly Entry[], depth: number): void => {
    const own = right.find(({ keys }) => keys.length === depth);
    for (const { keys, path } of left) if (keys.length === depth && own !== undefined) pairs.set(path, own.path);
    const [mine, its] = [membersOf(left, depth), membersOf(right, depth)];
    const isList = [left, right].some(([first]) => first !== undefined && lists.has(first.keys.slice(0, depth).join('.')));
    const same = isList ? pairMembers([...mine.values()], [...its.values()], depth + 1) : byKey(mine, its);
    for (const [a, b] of same) within(a, b, depth + 1);
  };
  within(entriesOf(ours), entriesOf(theirs), 0);
  return pairs;
}

interface Entry {
  readonly path: string;
  readonly keys: readonly string[];
  readonly says: string;
}

type Members = readonly Entry[];

function entriesOf(said: ByPath): Entry[] {
  return [...said].map(([path, says]) => ({ path, says, keys: keysOf(path) }));
}

/** A path's keys as it has them, an escaped full stop within one. */
function keysOf(path: string): string[] {
  return path.split(/(?<!(?<!\\)(?:\\\\)*\\)\./);
}

function membersOf(entries: Members, depth: number): Map<string, Entry[]> {
  return Map.groupBy(
    entries.filter(({ keys }) => keys.length > depth),
    ({ keys }) => keys[depth] as string,
  );
}

function byKey(mine: ReadonlyMap<string, Members>, its: ReadonlyMap<string, Members>): [Members, Members][] {
  return [...mine].flatMap(([key, entries]): [Members, Members][] => {
    const other = its.get(key);
    return other === undefined ? [] : [[entries, other]];
  });
}

/** Members of two lists: the same ones in their order, then those that were moved, then what is between two pairs. */
function pairMembers(mine: readonly Members[], its: readonly Members[], depth: number): [Members, Members][] {
  const says = (entries: Members) =>
    entries
      .map(({ keys, says }) => `${keys.slice(depth).join('.')}\u0000${says}`)
      .sort()
      .join('\u0001');
  const [left, right] = [mine.map(says), its.map(says)];
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  const pair = (at: number, other: number) => {
    pairs.set(at, other);
    taken.add(other);
  };
  const anchors = commonPairs(left, right);
  for (const [at, other] of anchors) pair(at, other);
  for (const [at, one] of left.entries()) {
    const other = pairs.has(at) ? -1 : right.findIndex((text, there) => !taken.has(there) && text === one);
    if (other >= 0) pair(at, other);
  }
  for (const { from, to, fromB, toB } of between(anchors, left.length, right.length)) {
    const open = range(from, to).filter((at) => !pairs.has(at));
    const free = range(fromB, toB).filter((other) => !taken.has(other));
    if (open.length === free.length) {
      for (const [nth, at] of open.entries()) pair(at, free[nth] as number);
      continue;
    }
    const likely = open
      .flatMap((at) => free.map((other) => ({ at, other, share: alike(mine[at] ?? [], its[other] ?? [], depth) })))
      .filter(({ share }) => share >= ALIKE);
    for (const { at, other } of likely.sort((a, b) => b.share - a.share)) if (!pairs.has(at) && !taken.has(other)) pair(at, other);
  }
  return [...pairs].map(([at, other]) => [mine[at] as Members, its[other] as Members]);
}

/** The share of what two members say alike. */
function alike(mine: Members, its: Members, depth: number): number {
  const known = new Map(its.map(({ keys, says }) => [keys.slice(depth).join('.'), says]));
  const shares = mine.map(({ keys, says }) => {
    const other = known.get(keys.slice(depth).join('.'));
    return other === undefined ? 0 : likeness(says, other);
  });
  return shares.reduce((sum, share) => sum + share, 0) / Math.max(mine.length, its.length, 1);
}

/**
 * Where patterns match, in time that grows with the text alone: all of them at once, a character after the other, none looked at twice
 * (Thompson, "Regular Expression Search Algorithm", 1968). What follows from a state is remembered, so that usual text costs a look-up a
 * character. JavaScript's own expressions go back: `[.?!]+` over 100 kB of dots takes them 11 s, `(a+)+b` over 40 letters for ever.
 */

import type { PatternTree } from './pattern-tree.ts';

/** A place between two characters, or at an end of the text. */
export interface Position {
  readonly offset: number;
  /** The patterns that a match of ends here, by their numbers, in order. */
  readonly ended: readonly number[];
  /** Those that a match of begins here. */
  readonly begun: readonly number[];
}

type Side = 'behind' | 'ahead';

/**
 * @param behind patterns, of which the places are looked for where a match ends
 * @param ahead the same where one begins
 * @returns all positions of a text, in order
 */
export function matcherOf(behind: readonly PatternTree[], ahead: readonly PatternTree[]): (text: string) => readonly Position[] {
  const characters = new Map<string, { readonly id: number; readonly pattern: RegExp }>();
  const places = new Map<string, { readonly id: number; readonly machine: Machine }>();
  const compile = (trees: readonly PatternTree[], side: Side): Machine =>
    machineOf(trees, side, {
      character: ({ source, flags }) => {
        const key = `${flags} ${source}`;
        const known = characters.get(key) ?? { id: characters.size, pattern: new RegExp(`^(?:${source})$`, `${flags.replace('m', '')}v`) };
        characters.set(key, known);
        return known.id;
      },
      // What a place asks for within itself is numbered before it, and so is known when it is looked at.
      place: ({ source, looks, at }) => {
        const machine = places.get(source)?.machine ?? compile([at], looks);
        const known = places.get(source) ?? { id: places.size, machine };
        places.set(source, known);
        return known.id;
      },
    });
  const [ends, begins] = [compile(behind, 'behind'), compile(ahead, 'ahead')];
  const kindOf = characterKinds([...characters.values()].map(({ pattern }) => pattern));
  return (text) => {
    const signs = Array.from(text);
    const kinds = signs.map(kindOf);
    const held: boolean[][] = [];
    for (const { machine } of places.values()) held.push(machine(kinds, held).map((matched) => matched.length > 0));
    const [ended, begun] = [ends(kinds, held), begins(kinds, held)];
    let offset = 0;
    return ended.map((here, at) => {
      const position = { offset, ended: here, begun: begun[at] ?? [] };
      offset += signs[at]?.length ?? 0;
      return position;
    });
  };
}

/** Characters that all patterns take for the same. */
interface CharacterKind {
  readonly id: number;
  /** By number, whether it is one that a pattern asks for. */
  readonly is: readonly boolean[];
}

function characterKinds(patterns: readonly RegExp[]): (character: string) => CharacterKind {
  const kinds = new Map<string, CharacterKind>();
  const known = new Map<string, CharacterKind>();
  return (character) => {
    const before = known.get(character);
    if (before !== undefined) return before;
    const is = patterns.map((pattern) => pattern.test(character));
    const key = is.map(Number).join('');
    const kind = kinds.get(key) ?? { id: kinds.size, is };
    kinds.set(key, kind);
    known.set(character, kind);
    return kind;
  };
}

/**
 * @param kinds the text's characters
 * @param held by a place's number and the position, whether the place is there
 * @returns by position, the patterns that match
 */
type Machine = (kinds: readonly CharacterKind[], held: readonly (readonly boolean[])[]) => readonly (readonly number[])[];

type Step =
  | { readonly kind: 'character'; readonly character: number; readonly next: number }
  | { readonly kind: 'place'; readonly place: number; readonly holds: boolean; readonly next: number }
  | { readonly kind: 'fork'; readonly next: readonly number[] }
  | { readonly kind: 'end'; readonly pattern: number };

/** Steps that wait for a character, besides the first ones, which wait at every position. */
interface State {
  readonly steps: readonly number[];
  /** What it comes to, by the places that hold at a position. */
  readonly at: (Arrived | undefined)[];
}

interface Arrived {
  readonly matched: readonly number[];
  readonly waiting: readonly { readonly character: number; readonly next: number }[];
  /** By the kind of the next character. */
  readonly next: (State | undefined)[];
}

/** So many states are remembered before they are forgotten: the text is one that makes new ones all the time. */
const MOST_STATES = 2_000;

interface Numbers {
  readonly character: (tree: PatternTree & { readonly kind: 'character' }) => number;
  readonly place: (tree: PatternTree & { readonly kind: 'place' }) => number;
}

function machineOf(trees: readonly PatternTree[], side: Side, numbers: Numbers): Machine {
  const steps: Step[] = [];
  const add = (step: Step) => steps.push(step) - 1;
  const write = (tree: PatternTree, next: number): number => {
    if (tree.kind === 'character') return add({ kind: 'character', character: numbers.character(tree), next });
    if (tree.kind === 'place') return add({ kind: 'place', place: numbers.place(tree), holds: tree.holds, next });
    if (tree.kind === 'choice') return add({ kind: 'fork', next: tree.parts.map((part) => write(part, next)) });
    if (tree.kind === 'sequence')
      return (side === 'behind' ? tree.parts.toReversed() : tree.parts).reduce((to, part) => write(part, to), next);
    const { part, least, most } = tree;
    let from = next;
    if (Number.isFinite(most)) {
      for (let left = least; left < most; left++) from = add({ kind: 'fork', next: [write(part, from), next] });
    } else {
      const ways = [next];
      from = add({ kind: 'fork', next: ways });
      ways.push(write(part, from));
    }
    for (let left = 0; left < least; left++) from = write(part, from);
    return from;
  };
  const starts = trees.map((tree, pattern) => write(tree, add({ kind: 'end', pattern })));
  const asked = [...new Set(steps.flatMap((step) => (step.kind === 'place' ? [step.place] : [])))];
  const answersOf = answerNumbers();
  const states = new Map<string, State>();
  const stateOf = (waiting: readonly number[]): State => {
    const key = waiting.join();
    const state = states.get(key) ?? { steps: waiting, at: [] };
    states.set(key, state);
    return state;
  };
  const after = ({ waiting }: Arrived, kind: CharacterKind): State => {
    if (states.size >= MOST_STATES) states.clear();
    const steps = new Set(waiting.filter(({ character }) => kind.is[character]).map(({ next }) => next));
    return stateOf([...steps].sort((a, b) => a - b));
  };
  return (kinds, held) => {
    const matches = new Array<readonly number[]>(kinds.length + 1);
    let state = stateOf([]);
    for (let done = 0; done <= kinds.length; done++) {
      const position = side === 'behind' ? done : kinds.length - done;
      const holds = (place: number) => held[place]?.[position] === true;
      const answers = asked.reduce((so, place) => answersOf(so, holds(place)), 0);
      const arrived = state.at[answers] ?? arrive(steps, [...starts, ...state.steps], holds);
      state.at[answers] = arrived;
      matches[position] = arrived.matched;
      const kind = kinds[side === 'behind' ? position : position - 1];
      if (kind === undefined) break;
      const next = (states.size < MOST_STATES ? arrived.next[kind.id] : undefined) ?? after(arrived, kind);
      arrived.next[kind.id] = next;
      state = next;
    }
    return matches;
  };
}

/** Every step that is reached without a character. */
function arrive(steps: readonly Step[], from: readonly number[], holds: (place: number) => boolean): Arrived {
  const reached = new Set<number>();
  const ways = [...from];
  const matched: number[] = [];
  const waiting: (Step & { readonly kind: 'character' })[] = [];
  for (let at = ways.pop(); at !== undefined; at = ways.pop()) {
    if (reached.has(at)) continue;
    reached.add(at);
    const step = steps[at] as Step;
    if (step.kind === 'fork') ways.push(...step.next);
    else if (step.kind === 'character') waiting.push(step);
    else if (step.kind === 'end') matched.push(step.pattern);
    else if (holds(step.place) === step.holds) ways.push(step.next);
  }
  return { matched: matched.sort((a, b) => a - b), waiting, next: [] };
}

/** Numbers for rows of answers: from the number of a row's beginning (0 for none) and its next answer. */
function answerNumbers(): (beginning: number, answer: boolean) => number {
  const numbers: (number | undefined)[] = [];
  let last = 0;
  return (beginning, answer) => {
    const way = 2 * beginning + Number(answer);
    const known = numbers[way] ?? ++last;
    numbers[way] = known;
    return known;
  };
}

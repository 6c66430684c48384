/** The texts that wait, a lane for each pair of languages, and how a request is packed from them. */

import { type LanguagePair, pairName } from './job.ts';

export interface Waits extends LanguagePair {
  readonly characters: number;
  readonly priority: number;
  /** Counts up: among equal priorities the first to come goes first. */
  readonly order: number;
}

export interface PackLimits {
  /** Code points; a longer text goes alone. */
  readonly characters: number;
  readonly texts: number;
  /** How long (ms) a lane waits for more before it sends less than a full request. */
  readonly linger: number;
}

export interface Waiting<Task extends Waits> {
  readonly characters: number;
  readonly size: number;
  add(task: Task, now: number): void;
  /**
   * The next request: of the lanes that are full or have lingered, the one with the highest priority at its head.
   * Undefined where none is ready; empty where the first text is longer than `room`.
   */
  take(now: number, room: number): Task[] | undefined;
  /** When `take` has something to give; undefined when nothing waits. */
  readyAt(): number | undefined;
  /** Takes out, and returns, what `unwanted` picks. */
  remove(unwanted: (task: Task) => boolean): Task[];
}

interface Lane<Task> {
  /** A binary heap, first to go at the top. */
  heap: Task[];
  characters: number;
  /** When it is sent even if not full. */
  ripeAt: number;
}

export function createWaiting<Task extends Waits>(limits: PackLimits): Waiting<Task> {
  const lanes = new Map<string, Lane<Task>>();
  let characters = 0;
  let size = 0;

  const isFull = (lane: Lane<Task>) => lane.characters >= limits.characters || lane.heap.length >= limits.texts;

  function choose(now: number): Lane<Task> | undefined {
    let best: Lane<Task> | undefined;
    for (const lane of lanes.values()) {
      const head = lane.heap[0];
      if (head === undefined || (now < lane.ripeAt && !isFull(lane))) continue;
      const leader = best?.heap[0];
      if (best === undefined || leader === undefined || head.priority > leader.priority) best = lane;
      else if (head.priority === leader.priority && rank(lane) < rank(best)) best = lane;
    }
    return best;
  }

  /** Full lanes before those that only lingered, then the longest waiting. */
  const rank = (lane: Lane<Task>) => (isFull(lane) ? 0 : 1e15) + lane.ripeAt;

  function forget(task: Task, lane: Lane<Task>) {
    lane.characters -= task.characters;
    characters -= task.characters;
    size--;
  }

  return {
    get characters() {
      return characters;
    },
    get size() {
      return size;
    },
    add: (task, now) => {
      const pair = pairName(task);
      const lane = lanes.get(pair) ?? { heap: [], characters: 0, ripeAt: now };
      lanes.set(pair, lane);
      if (lane.heap.length === 0) lane.ripeAt = now + limits.linger;
      push(lane.heap, task);
      lane.characters += task.characters;
      characters += task.characters;
      size++;
    },
    take: (now, room) => {
      const lane = choose(now);
      if (lane === undefined) return undefined;
      const pack: Task[] = [];
      let total = 0;
      for (let head = lane.heap[0]; head !== undefined && pack.length < limits.texts; head = lane.heap[0]) {
        const after = total + head.characters;
        if (after > room || (pack.length > 0 && after > limits.characters)) break;
        pack.push(pop(lane.heap));
        forget(head, lane);
        total = after;
      }
      lane.ripeAt = now + limits.linger;
      return pack;
    },
    readyAt: () => {
      let first: number | undefined;
      for (const lane of lanes.values())
        if (lane.heap.length > 0) first = Math.min(first ?? Number.POSITIVE_INFINITY, isFull(lane) ? 0 : lane.ripeAt);
      return first;
    },
    remove: (unwanted) => {
      const out: Task[] = [];
      for (const lane of lanes.values()) {
        const kept: Task[] = [];
        for (const task of lane.heap) {
          if (!unwanted(task)) push(kept, task);
          else {
            out.push(task);
            forget(task, lane);
          }
        }
        lane.heap = kept;
      }
      return out;
    },
  };
}

function before(a: Waits, b: Waits): boolean {
  return a.priority === b.priority ? a.order < b.order : a.priority > b.priority;
}

function push<Task extends Waits>(heap: Task[], task: Task): void {
  let at = heap.length;
  while (at > 0) {
    const up = (at - 1) >> 1;
    const parent = heap[up] as Task;
    if (!before(task, parent)) break;
    heap[at] = parent;
    at = up;
  }
  heap[at] = task;
}

/** The top of a heap that is not empty. */
function pop<Task extends Waits>(heap: Task[]): Task {
  const top = heap[0] as Task;
  const last = heap.pop() as Task;
  if (heap.length === 0) return top;
  let at = 0;
  for (;;) {
    let down = 2 * at + 1;
    if (down >= heap.length) break;
    if (down + 1 < heap.length && before(heap[down + 1] as Task, heap[down] as Task)) down++;
    if (!before(heap[down] as Task, last)) break;
    heap[at] = heap[down] as Task;
    at = down;
  }
  heap[at] = last;
  return top;
}

/** The jobs that wait: a lane for each pair of languages, from whose heads a batch is packed. */

import { pairName } from './job.ts';
import type { QueuedJob } from './queued-job.ts';

export interface BatchLimits {
  /** Code points; a longer text goes alone. */
  readonly characters: number;
  readonly texts: number;
  /** Whether a batch holds jobs of one article only. */
  readonly oneArticle: boolean;
  /** How long (ms) a lane waits for more before less than a full batch is taken from it. */
  readonly linger: number;
}

export interface Lanes {
  /** Code points of all jobs that wait. */
  readonly characters: number;
  add(job: QueuedJob, now: number): void;
  /**
   * The jobs of the next batch, from the lane with the highest priority at its head among those that are full or have lingered.
   * @param room code points that the batch may hold at most
   * @returns undefined where no lane is ready; empty where the first text is longer than `room`
   */
  take(now: number, room: number): QueuedJob[] | undefined;
  /** When (ms) `take` has something to give; undefined when nothing waits. */
  readyAt(): number | undefined;
  /** Takes out, and returns, the jobs that `isUnwanted` picks. */
  remove(isUnwanted: (job: QueuedJob) => boolean): QueuedJob[];
}

interface Lane {
  /** A binary heap; the first to go is at the top. */
  heap: QueuedJob[];
  characters: number;
  /** When (ms) a batch is taken from it even if it is not full. */
  dueAt: number;
}

export function createLanes(limits: BatchLimits): Lanes {
  const lanes = new Map<string, Lane>();
  let characters = 0;

  const isFull = (lane: Lane) => lane.characters >= limits.characters || lane.heap.length >= limits.texts;

  function choose(now: number): Lane | undefined {
    let best: Lane | undefined;
    for (const lane of lanes.values()) {
      const head = lane.heap[0];
      if (head === undefined || (now < lane.dueAt && !isFull(lane))) continue;
      const leader = best?.heap[0];
      if (best === undefined || leader === undefined || head.priority > leader.priority) best = lane;
      else if (head.priority === leader.priority && rank(lane) < rank(best)) best = lane;
    }
    return best;
  }

  /** Full lanes before those that only lingered, then the longest waiting. */
  const rank = (lane: Lane) => (isFull(lane) ? 0 : 1e15) + lane.dueAt;

  function forget(job: QueuedJob, lane: Lane) {
    lane.characters -= job.characters;
    characters -= job.characters;
  }

  return {
    get characters() {
      return characters;
    },
    add: (job, now) => {
      const pair = pairName(job);
      const lane = lanes.get(pair) ?? { heap: [], characters: 0, dueAt: now };
      lanes.set(pair, lane);
      if (lane.heap.length === 0) lane.dueAt = now + limits.linger;
      push(lane.heap, job);
      lane.characters += job.characters;
      characters += job.characters;
    },
    take: (now, room) => {
      const lane = choose(now);
      if (lane === undefined) return undefined;
      const batch: QueuedJob[] = [];
      let total = 0;
      for (let head = lane.heap[0]; head !== undefined && batch.length < limits.texts; head = lane.heap[0]) {
        const after = total + head.characters;
        if (after > room || (batch.length > 0 && after > limits.characters)) break;
        if (limits.oneArticle && batch.length > 0 && head.job.article !== batch[0]?.job.article) break;
        batch.push(pop(lane.heap));
        forget(head, lane);
        total = after;
      }
      lane.dueAt = now + limits.linger;
      return batch;
    },
    readyAt: () => {
      let first: number | undefined;
      for (const lane of lanes.values())
        if (lane.heap.length > 0) first = Math.min(first ?? Number.POSITIVE_INFINITY, isFull(lane) ? 0 : lane.dueAt);
      return first;
    },
    remove: (isUnwanted) => {
      const out: QueuedJob[] = [];
      for (const lane of lanes.values()) {
        const kept: QueuedJob[] = [];
        for (const job of lane.heap) {
          if (!isUnwanted(job)) push(kept, job);
          else {
            out.push(job);
            forget(job, lane);
          }
        }
        lane.heap = kept;
      }
      return out;
    },
  };
}

function before(a: QueuedJob, b: QueuedJob): boolean {
  return a.priority === b.priority ? a.order < b.order : a.priority > b.priority;
}

function push(heap: QueuedJob[], job: QueuedJob): void {
  let at = heap.length;
  while (at > 0) {
    const up = (at - 1) >> 1;
    const parent = heap[up] as QueuedJob;
    if (!before(job, parent)) break;
    heap[at] = parent;
    at = up;
  }
  heap[at] = job;
}

/** The top of a heap that is not empty. */
function pop(heap: QueuedJob[]): QueuedJob {
  const top = heap[0] as QueuedJob;
  const last = heap.pop() as QueuedJob;
  if (heap.length === 0) return top;
  let at = 0;
  for (;;) {
    let down = 2 * at + 1;
    if (down >= heap.length) break;
    if (down + 1 < heap.length && before(heap[down + 1] as QueuedJob, heap[down] as QueuedJob)) down++;
    if (!before(heap[down] as QueuedJob, last)) break;
    heap[at] = heap[down] as QueuedJob;
    at = down;
  }
  heap[at] = last;
  return top;
}

/** Texts that go out as one request. */

import type { EngineRemarks } from '../../engines/engine.ts';
import type { Bare } from '../../fragment/without-marks.ts';
import { countCharacters } from '../jobs/job.ts';
import type { Task } from '../jobs/queued-job.ts';

export interface Pack {
  /** Of one pair of languages. */
  tasks: Task[];
  /** `packed` as it came; `alone` because the answer was bad; `bare` without its marks because it was bad again. */
  readonly stage: 'packed' | 'alone' | 'bare';
  readonly bare?: Bare;
  /** Characters that it holds of the budget. */
  reserved: number;
  /** How often no answer came. */
  readonly silences: number;
  /** How often that was while the engine answered others. */
  readonly failures: number;
  /** When it failed last. */
  readonly failedAt: number;
  /** Ends its waiting when nobody wants it any more. */
  readonly wake: AbortController;
}

/** A pack on the wire. */
export interface Sent {
  readonly pack: Pack;
  /** The engine's name and its model for the pair. */
  readonly engine: string;
  readonly texts: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly characters: number;
  /** When it left (ms). */
  readonly at: number;
  /** Of `Health.pauses`, when it left. */
  readonly pauses: number;
  /** What the engine said of the texts; filled while the request is on the wire, with gaps. */
  readonly remarks: readonly (EngineRemarks | undefined)[];
  /** Its number in the journal. */
  readonly request: number | undefined;
}

export function packOf(tasks: Task[], how: Partial<Pack> = {}): Pack {
  const pack: Pack = { stage: 'packed', silences: 0, failures: 0, failedAt: 0, ...how, tasks, reserved: 0, wake: new AbortController() };
  pack.reserved = charactersOf(pack);
  return pack;
}

/** What the request is billed for, in code points. */
export function charactersOf(pack: Pack): number {
  if (pack.tasks.length === 0) return 0;
  if (pack.bare !== undefined) return pack.bare.texts.reduce((total, text) => total + countCharacters(text), 0);
  return pack.tasks.reduce((total, task) => total + task.characters, 0);
}

/** Each article's part of that, by slug. */
export function sharesOf(pack: Pack): Map<string, number> {
  if (pack.bare !== undefined) return new Map([[pack.tasks[0]?.job.article ?? '', charactersOf(pack)]]);
  const shares = new Map<string, number>();
  for (const { job, characters } of pack.tasks) shares.set(job.article ?? '', (shares.get(job.article ?? '') ?? 0) + characters);
  return shares;
}

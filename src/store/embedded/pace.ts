/** The pace of one machine: two GCRAs by the rates of `../pace-rates.ts`. */

import { paceRates, type Rate } from '../pace-rates.ts';
import type { Pace, PaceLimits } from '../store.ts';

/** A pace of one machine. */
export interface MemoryPace extends Pace {
  reserve(characters: number, now: number): number;
  /** Counts what was sent before this pace began, for example by a run that was killed; oldest first. */
  spent(characters: number, at: number): void;
}

export function createPace(limits: PaceLimits): MemoryPace {
  const rates = paceRates(limits);
  const characters = bucket(rates.characters);
  const requests = bucket(rates.requests);
  const take = (weight: number, at: number) => {
    characters.take(weight, at);
    requests.take(1, at);
  };
  return {
    largest: rates.largest,
    reserve: (weight, now) => {
      const at = Math.max(now, characters.earliest(weight), requests.earliest(1));
      take(weight, at);
      return at;
    },
    spent: take,
  };
}

/** One GCRA. Weights above the burst wait for the difference too. */
function bucket({ perMs, burst }: Rate) {
  /** The theoretical arrival time (ms): when the rate has paid for all that was sent. */
  let due = Number.NEGATIVE_INFINITY;
  return {
    earliest: (weight: number) => due + (weight - burst) / perMs,
    take: (weight: number, at: number) => {
      due = Math.max(due, at) + weight / perMs;
    },
  };
}

/** The budget of a run and of a day, in characters: a request reserves its part before it leaves. */

import type { Clock } from '../../clock.ts';
import { EngineError } from '../../errors.ts';

export interface BudgetLimits {
  readonly charactersPerRun?: number | undefined;
  /** From midnight to midnight, UTC. */
  readonly charactersPerDay?: number | undefined;
}

export interface Budget {
  /** Characters that may still be sent. */
  left(): number;
  /** Takes characters; false, and nothing taken, where fewer are left. */
  reserve(characters: number): boolean;
  /** Gives back what was reserved and not billed. */
  release(characters: number): void;
  /** The limit that is nearer to its end, for messages: `charactersPerRun 500000`. */
  describe(): string;
}

const DAY = 86_400_000;

/** The start (ms) of the day, UTC, that `now` lies in. */
export function startOfDay(now: number): number {
  return Math.floor(now / DAY) * DAY;
}

/**
 * @param spentToday characters that earlier runs sent today, from the ledger (`Journal.charactersSince`)
 */
export function createBudget(limits: BudgetLimits, clock: Clock, spentToday = 0): Budget {
  const perRun = limits.charactersPerRun ?? Number.POSITIVE_INFINITY;
  const perDay = limits.charactersPerDay ?? Number.POSITIVE_INFINITY;
  let run = 0;
  let today = spentToday;
  let day = startOfDay(clock.now());

  function left(): number {
    const current = startOfDay(clock.now());
    if (current !== day) {
      day = current;
      today = 0;
    }
    return Math.min(perRun - run, perDay - today);
  }
  return {
    left,
    reserve: (characters) => {
      if (characters > left()) return false;
      run += characters;
      today += characters;
      return true;
    },
    release: (characters) => {
      run -= characters;
      today = Math.max(0, today - characters);
    },
    describe: () => (perRun - run <= perDay - today ? `charactersPerRun ${perRun}` : `charactersPerDay ${perDay}`),
  };
}

/** @param limit as `Budget.describe` tells it */
export function overBudget(limit: string): EngineError {
  return new EngineError('budget', `The budget is used: ${limit}`, { help: 'What was translated is saved. Raise the budget to go on.' });
}

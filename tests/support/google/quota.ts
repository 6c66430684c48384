/** The quota of characters a minute, over a sliding minute: what a request would take over it is refused as Google refuses it. */

import { failure } from './failure.ts';

const MINUTE = 60_000;

export function createQuota(charactersPerMinute: number, now: () => number): { take(characters: number): void } {
  const taken: { at: number; characters: number }[] = [];
  let sum = 0;
  return {
    take: (characters) => {
      const time = now();
      while (taken[0] !== undefined && taken[0].at <= time - MINUTE) sum -= taken.shift()?.characters ?? 0;
      if (sum + characters > charactersPerMinute) {
        const wait = taken[0] === undefined ? MINUTE : taken[0].at + MINUTE - time;
        throw failure(8, 'Quota exceeded for quota metric "v3 characters" and limit "characters per minute"', [
          {
            reason: 'RATE_LIMIT_EXCEEDED',
            metadata: { quota_limit: 'CharactersPerMinutePerProject', service: 'translate.googleapis.com' },
          },
          { retryAfterMs: wait },
        ]);
      }
      taken.push({ at: time, characters });
      sum += characters;
    },
  };
}

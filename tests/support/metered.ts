/** An engine behind a quota, in simulated time: it counts what it bills, as the real ones do, in a sliding window of 60 s. */

import type { Clock } from '../../src/clock.ts';
import type { Engine } from '../../src/engines/engine.ts';
import { EngineError } from '../../src/errors.ts';
import { countCharacters } from '../../src/text.ts';

export interface MeteredOptions {
  readonly clock: Clock;
  readonly random: () => number;
  /** Milliseconds from sending to arrival, and from arrival to answer: each between the two. */
  readonly latency?: readonly [least: number, most: number];
  readonly charactersPerMinute?: number;
  readonly requestsPerMinute?: number;
  readonly limits?: Engine['limits'];
  /** An error for the nth request (from 1), thrown in place of an answer; not billed. */
  readonly fails?: (nth: number, at: number, texts: readonly string[]) => Error | undefined;
  readonly answer?: (text: string, nth: number) => string;
}

export interface Metered {
  readonly engine: Engine;
  /** What arrived and was billed. */
  readonly billed: { at: number; characters: number; texts: readonly string[] }[];
  /** Times of requests refused over the quota. */
  readonly overQuota: number[];
  /** How often each text was billed. */
  readonly times: Map<string, number>;
}

export function meteredEngine(options: MeteredOptions): Metered {
  const { clock, random, latency = [30, 60], fails, answer = (text) => text.replaceAll('word', 'palabra') } = options;
  const { charactersPerMinute = Number.POSITIVE_INFINITY, requestsPerMinute = Number.POSITIVE_INFINITY } = options;
  const billed: Metered['billed'] = [];
  const overQuota: number[] = [];
  const times = new Map<string, number>();
  let requests = 0;
  let oldest = 0;
  let inWindow = 0;
  const travel = () => clock.sleep(latency[0] + random() * (latency[1] - latency[0]));

  async function translate(request: { readonly texts: readonly string[] }): Promise<string[]> {
    const nth = ++requests;
    await travel();
    const at = clock.now();
    const error = fails?.(nth, at, request.texts);
    if (error !== undefined) {
      await travel();
      throw error;
    }
    const characters = request.texts.reduce((total, text) => total + countCharacters(text), 0);
    for (; (billed[oldest]?.at ?? at) <= at - 60_000; oldest++) inWindow -= billed[oldest]?.characters ?? 0;
    if (inWindow + characters > charactersPerMinute || billed.length - oldest + 1 > requestsPerMinute) {
      overQuota.push(at);
      throw new EngineError('busy', 'Quota exceeded', { retryAfterMs: 1_000 });
    }
    inWindow += characters;
    billed.push({ at, characters, texts: request.texts });
    for (const text of request.texts) times.set(text, (times.get(text) ?? 0) + 1);
    await travel();
    return request.texts.map((text) => answer(text, nth));
  }
  return { engine: { name: 'metered', translate, ...(options.limits && { limits: options.limits }) }, billed, overQuota, times };
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

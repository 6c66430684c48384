/** The options of a queue. */

import type { Clock } from '../../clock.ts';
import type { Budget } from '../../store/embedded/budget.ts';
import type { Store } from '../../store/store.ts';
import type { QueueEvent } from './event.ts';

/** `limits` of the configuration. */
export interface QueueLimits {
  readonly charactersPerMinute: number;
  readonly requestsPerMinute: number;
  /** Requests on the wire at once. */
  readonly concurrency: number;
  /** Code points that a request is packed to, within the engine's own limits. */
  readonly charactersPerRequest: number;
  /** The share of the quota left unused. */
  readonly margin: number;
  readonly timeoutSeconds: number;
  /** Failures in a row before an engine is given up. */
  readonly attempts: number;
}

export interface QueueOptions {
  readonly limits: QueueLimits;
  readonly clock: Clock;
  readonly store?: Store | undefined;
  readonly budget?: Budget | undefined;
  /** Names the run on the provider's bill: `EngineRequest.label`. */
  readonly label?: string | undefined;
  /** 0 to 1, for the jitter. */
  readonly random?: (() => number) | undefined;
  readonly onEvent?: ((event: QueueEvent) => void) | undefined;
}

/** Events that the queue emits while it works, for progress and logs. */

import type { EngineErrorKind } from '../../errors.ts';

export type QueueEvent =
  | { readonly type: 'sent'; readonly engine: string; readonly to: string; readonly texts: number; readonly characters: number }
  | { readonly type: 'answered'; readonly engine: string; readonly to: string; readonly characters: number; readonly milliseconds: number }
  | { readonly type: 'refused'; readonly engine: string; readonly to: string; readonly kind: EngineErrorKind; readonly message: string }
  /** All workers wait. */
  | { readonly type: 'paused'; readonly engine: string; readonly milliseconds: number; readonly message: string }
  /** No answer came, and the engine may have billed the request. */
  | { readonly type: 'maybeBilled'; readonly engine: string; readonly to: string; readonly characters: number }
  /**
   * A batch at the provider's: submitted by this run, still at work, collected into the journal, or not known there (any more), so that its
   * texts are sent again.
   */
  | {
      readonly type: 'batch';
      readonly engine: string;
      readonly state: 'submitted' | 'waiting' | 'collected' | 'gone';
      readonly texts: number;
      /** Of a collected one: texts that have no usable answer, and are sent again. */
      readonly unanswered?: number;
      /** The provider's word for why there are no answers, or why it cannot be asked for them. */
      readonly message?: string;
    }
  /** Nothing more is sent to this engine. */
  | { readonly type: 'stopped'; readonly engine: string; readonly message: string };

/** What has been sent so far, as it is billed. */
export interface Usage {
  readonly requests: number;
  /** Code points of the texts answered. */
  readonly characters: number;
  /** Code points of requests whose answer never came. */
  readonly maybeBilled: number;
  /** US dollars for `characters`. */
  readonly cost: number;
}

/** The batches that providers are at work on: what was submitted, so that a later run can collect it. */

import type { EngineRequest } from '../engines/engine.ts';

/** A request of a batch. */
export interface BatchedRequest {
  readonly request: EngineRequest;
  /** Of its texts, in order: their names in the journal. */
  readonly keys: readonly string[];
  /** Code points by article, for the ledger. */
  readonly articles: readonly (readonly [slug: string, characters: number])[];
}

export interface SubmittedBatch {
  /** The provider's name of it; its mark where a run ended before it heard that name. */
  readonly name: string;
  readonly isBegun: boolean;
  readonly requests: readonly BatchedRequest[];
}

export interface BatchStore {
  /**
   * Before it is submitted: a run that ends in the middle of that leaves it behind.
   * @param engine its name
   * @param mark its name until the provider gives one
   */
  begin(engine: string, mark: string, requests: readonly BatchedRequest[]): void;
  /** The provider has it, under this name. */
  submitted(mark: string, name: string): void;
  /** Those that an engine's provider was given and that are not collected, oldest first. */
  open(engine: string): SubmittedBatch[];
  /** Whether a text is in a batch that is not collected. */
  holds(key: string): boolean;
  remove(name: string): void;
}

/** How marks begin; no provider's name begins so. */
export const BEGUN = 'dragoman-';

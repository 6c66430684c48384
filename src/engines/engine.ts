/** The contract of machine translation: one request in, as many texts out, in the same order. */

import type { KnownError } from '../errors.ts';

/** Texts are XML fragments as `toFragment` writes them: marks as `<g id="1">...</g>` and `<x id="2"/>`, the rest escaped. */
export interface EngineRequest {
  readonly texts: readonly string[];
  /** BCP 47. */
  readonly from: string;
  readonly to: string;
  /** Terms found in these texts, the approved target in its dictionary form. */
  readonly terms?: readonly { readonly source: string; readonly target: string }[];
  /** For engines that take examples: near translations from the memory, as fragments. */
  readonly examples?: readonly { readonly source: string; readonly target: string }[];
  /** For engines that read around: the plain words before and after each text, parallel to `texts`. */
  readonly contexts?: readonly { readonly before?: string; readonly after?: string; readonly note?: string }[];
  /** Names the run, for the provider's bill: `run-20261103`. */
  readonly label?: string;
  /**
   * What the engine has to say of a text besides its answer; called before `translate` resolves, at most once a text.
   * Whoever wraps an engine passes it on, and keeps what it says with the answer.
   */
  readonly report?: (text: number, remarks: EngineRemarks) => void;
}

export interface EngineRemarks {
  /** Words that the engine left as they were because it does not know them, in the order of the answer. */
  readonly unknown?: readonly string[];
}

export interface EngineLimits {
  readonly textsPerRequest?: number;
  /** Unicode code points of all texts of a request, marks included. */
  readonly charactersPerRequest?: number;
}

export interface Engine {
  readonly name: string;
  /** Recorded with each target, for example `general/nmt`. */
  readonly model?: string;
  /** The model of one pair, where engines have one a pair (a pivot: `via es`); undefined where `model` holds. */
  modelFor?(from: string, to: string): string | undefined;
  readonly limits?: EngineLimits;
  /** In US dollars; absent for an engine that costs nothing. */
  readonly pricePerMillionCharacters?: number;
  /** Whether the engine holds to `terms` itself. */
  readonly takesTerms?: boolean;
  /** Whether the engine makes use of `examples`. */
  readonly takesExamples?: boolean;
  /**
   * Resolves to one fragment a text, in order.
   * Rejects with an EngineError (or any error with `retryable` and `retryAfterMs`, from a module of one's own);
   * never retries by itself. `signal` ends the request on the wire.
   */
  translate(request: EngineRequest, signal: AbortSignal): Promise<string[]>;
  /** Why the engine cannot translate a pair on this machine, told before anything is sent; undefined where it can. */
  refuses?(from: string, to: string): KnownError | undefined;
  /** The pairs that it can, where it knows: those of data that is installed. */
  pairs?(): readonly { readonly from: string; readonly to: string; readonly name: string }[];
  /**
   * For engines that keep a glossary with the provider: called once a pair before its first request, with the whole
   * glossary of the target locale (dictionary forms). Creates or replaces it there; rejects as `translate` does.
   */
  prepare?(
    pair: { readonly from: string; readonly to: string },
    terms: readonly { readonly source: string; readonly target: string }[],
    signal: AbortSignal,
  ): Promise<void>;
  /** Ends processes and connections. */
  close?(): Promise<void>;
}

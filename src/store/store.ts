/**
 * What everybody who shares an account of an engine must agree on: which texts are paid for, who sends which, how fast, and for how
 * much. One machine keeps it in a file (`embedded.ts`), many keep it in a database (`postgres.ts`).
 */

import type { EngineRemarks } from '../engines/engine.ts';
import type { BatchStore } from './batch-store.ts';
import type { SharedMemory } from './shared-memory.ts';

/** At once, or later: a store on this machine answers at once, and then nothing waits. */
export type Soon<Value> = Value | Promise<Value>;

/** A request as it leaves. */
export interface Intent {
  readonly engine: string;
  /** Whose quota it uses: `google my-project/global`. */
  readonly account?: string;
  /** How long (s) it may be on the wire. */
  readonly seconds?: number;
  readonly from: string;
  readonly to: string;
  readonly texts: number;
  readonly characters: number;
  readonly pricePerMillionCharacters: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Code points by article; the empty slug where there is none. */
  readonly articles: ReadonlyMap<string, number>;
  /** Its answer is in already (a batch of the provider's): budgets and other people's claims come too late. */
  readonly isPaid?: true;
}

/** A text of a request. */
export interface ClaimedText {
  /** Its name, as `find` takes it. */
  readonly key: string;
  /** Code points that are sent for it. */
  readonly characters: number;
  /** The empty slug where there is none. */
  readonly article: string;
}

/** What may be sent of a request. */
export interface Claim {
  /** Its number in the ledger. */
  readonly request: number;
  /** Which of its texts are its own to send; the others are answered or on the wire elsewhere. Undefined where all are. */
  readonly mine?: ReadonlySet<string> | undefined;
}

/** A request that a budget does not allow. */
export interface OverBudget {
  /** Which, for messages: `charactersPerDay 500000`. */
  readonly over: string;
}

/** A request of a run that ended before the answer came. */
export interface LostRequest {
  readonly engine: string;
  readonly from: string;
  readonly to: string;
  readonly texts: number;
  readonly characters: number;
  readonly at: number;
}

export interface PaidAnswer {
  readonly text: string;
  /** Its name and model. */
  readonly engine: string;
  readonly remarks?: EngineRemarks;
}

/** An answer as it is committed. */
export interface GivenAnswer {
  readonly key: string;
  readonly text: string;
  readonly remarks?: EngineRemarks | undefined;
}

/** A bill that the provider itself told. */
export interface BilledAs {
  readonly characters: number;
  /** US dollars. */
  readonly cost: number;
}

export interface PaceLimits {
  readonly charactersPerMinute: number;
  readonly requestsPerMinute: number;
  /** A share of both, 0 to 0.5. */
  readonly margin: number;
  /** What a request usually holds: the burst allowance. */
  readonly charactersPerRequest: number;
}

/** When requests to an account may leave. */
export interface Pace {
  /**
   * Takes quota for one request, and tells the time (ms) at which it may be sent.
   * @param signal ends a wait for the turn to reserve: nothing may be taken then, and nothing is to be sent
   */
  reserve(characters: number, now: number, signal?: AbortSignal): Soon<number>;
  /** The most characters that one request may hold: a minute's quota. */
  readonly largest: number;
  /** A request that would leave so much later (ms) than its time gives its quota back and reserves again. */
  readonly patience?: number;
  /** Returns what a request did not send of its reservation. @param requests 1 where it was not sent at all */
  giveBack?(characters: number, requests: 0 | 1): void;
  /** Nobody who shares the account sends for so long (ms). */
  pause?(milliseconds: number): void;
}

/** Whose quota a request uses. */
interface Account {
  /** Of the engine. */
  readonly name: string;
  /** The account at its provider, where an engine's name is not all: `google my-project/global`. */
  readonly account?: string | undefined;
}

/** What has become of texts that others have on the wire. */
export interface Elsewhere {
  readonly answered: ReadonlyMap<string, PaidAnswer>;
  /** Nobody has them any more. */
  readonly free: readonly string[];
}

export interface Store {
  /** The answer that was paid for, under a job's key. */
  find(key: string): Soon<PaidAnswer | undefined>;
  pace(of: Account, limits: PaceLimits): Pace;
  /** Writes a request down before it is sent, with the texts that are its own from here on. */
  claim(intent: Intent, texts: readonly ClaimedText[]): Soon<Claim | OverBudget>;
  /**
   * Commits what came back. Texts without an answer are nobody's afterwards.
   * @param billed where the provider told its bill; else the characters of the request at their price count
   */
  answered(request: number, answers: readonly GivenAnswer[], billed?: BilledAs): Soon<void>;
  /** No answer: `refused` costs nothing, `unknown` is maybe billed. */
  failed(request: number, as: 'refused' | 'unknown'): Soon<void>;
  /** Resolves as soon as one of these texts, which others have claimed, is answered or free; with neither once the store is closed. */
  settled(keys: readonly string[]): Promise<Elsewhere>;
  /** Marks answers as saved in a record on disk. */
  recorded(receipts: readonly string[]): void;
  /** Maybe billed: what earlier runs had on the wire when they ended. */
  readonly lost: readonly LostRequest[];
  /** What providers are at work on. */
  readonly batches: BatchStore;
  /** What desks know together, where there is more than one. */
  readonly memory?: SharedMemory | undefined;
  close(): Soon<void>;
}

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
  /** Where each text comes from, for engines that read what is around it; parallel to `texts`. */
  readonly contexts?: readonly TextContext[];
  /** Drafts of these texts that lack something, for engines that take repairs; parallel to `texts`, with gaps. */
  readonly repairs?: readonly (DraftRepair | undefined)[];
  /** Names the run, for the provider's bill: `run-20261103`. */
  readonly label?: string;
  /**
   * What the engine has to say of a text besides its answer; called before `translate` resolves, at most once a text.
   * Whoever wraps an engine passes it on, and keeps what it says with the answer.
   */
  readonly report?: (text: number, remarks: EngineRemarks) => void;
  /**
   * What the provider says that a call to it cost; called for each call that it reports something of, before `translate` settles,
   * also where `translate` then rejects. Without it characters and their price count.
   */
  readonly bill?: (charge: EngineCharge) => void;
}

/** The surroundings of one text in its article. None of this is translated. */
export interface TextContext {
  /** The article's slug, and the text's number among its texts: numbers that follow each other are neighbours. */
  readonly article?: string;
  readonly index?: number;
  /** The article's headline. */
  readonly title?: string;
  /** What the text is: `heading`, `caption`, `quotation`, `table cell` ...; absent for a sentence of a paragraph. */
  readonly role?: string;
  /** Plain words of the source before and after the text, across paragraphs. */
  readonly before?: string;
  readonly after?: string;
  /** Plain words of the edition before and after the text, where these sentences have a target already. */
  readonly translatedBefore?: string;
  readonly translatedAfter?: string;
  /** What the author told the translator. */
  readonly note?: string;
}

/** A translation to be mended. */
export interface DraftRepair {
  /** A fragment in the target language. */
  readonly draft: string;
  /** What it lacks, in words: `"truce" must be "tregua"`, `the number 45`. */
  readonly lacks: readonly string[];
}

/** The bill of one call to a provider, as far as the provider tells it. */
export interface EngineCharge {
  /** US dollars. */
  readonly cost?: number;
  /** Characters that the provider says it billed. */
  readonly characters?: number;
}

export interface EngineRemarks {
  /** Words that the engine left as they were because it does not know them, in the order of the answer. */
  readonly unknown?: readonly string[];
  /** How likely the engine's model finds its own answer: the natural logarithm of a word's probability, on average; below 0. */
  readonly logProbability?: number;
}

export interface EngineBatches {
  /** The most requests of one batch. */
  readonly largest: number;
  /**
   * Resolves to the provider's name of the batch; rejects as `Engine.translate` does.
   * @param mark tells this batch from others, where the provider keeps such a thing
   */
  submit(requests: readonly EngineRequest[], mark: string, signal: AbortSignal): Promise<string>;
  /** The provider's name of a batch by its mark; undefined where it knows none, or keeps no marks. */
  find?(mark: string, signal: AbortSignal): Promise<string | undefined>;
  /**
   * @param requests those that were submitted
   * @returns what came of each, in order; undefined while the provider is at work; `gone` where it knows the batch no more
   */
  collect(batch: string, requests: readonly EngineRequest[], signal: AbortSignal): Promise<readonly BatchedAnswer[] | 'gone' | undefined>;
}

/** What came of one request of a batch. */
export interface BatchedAnswer {
  /** One fragment a text, in order; absent where the request failed or expired. */
  readonly texts?: readonly string[];
  /** Why there are none, in the provider's words. */
  readonly fault?: string;
  readonly charge?: EngineCharge;
}

export interface EngineLimits {
  readonly textsPerRequest?: number;
  /** Unicode code points of all texts of a request, marks included. */
  readonly charactersPerRequest?: number;
  /** How long a request may take where that is longer than the queue's own deadline. */
  readonly secondsPerRequest?: number;
  /** Whether a request holds texts of one article only, because its context is one for all its texts. */
  readonly oneArticlePerRequest?: boolean;
}

export interface Engine {
  readonly name: string;
  /** Recorded with each target, for example `general/nmt`. */
  readonly model?: string;
  /** The model of one pair, where engines have one a pair (a pivot: `via es`); undefined where `model` holds. */
  modelFor?(from: string, to: string): string | undefined;
  readonly limits?: EngineLimits;
  /** Whose quota its requests use, where the engine's name does not tell: `google my-project/global`. */
  readonly account?: string;
  /** In US dollars; absent for an engine that costs nothing. An estimate where tokens are paid: `bill` tells the cost then. */
  readonly pricePerMillionCharacters?: number;
  /** Whether tokens are paid: then surroundings, terms and examples cost something too. */
  readonly paysTokens?: boolean;
  /** `draft`: good enough to work on, not to be published unread; a run and `status` say so. */
  readonly quality?: 'draft';
  /** Whether the engine holds to `terms` itself. */
  readonly takesTerms?: boolean;
  /** Whether the engine makes use of `examples`. */
  readonly takesExamples?: boolean;
  /** Whether the engine makes use of `repairs`. */
  readonly takesRepairs?: boolean;
  /**
   * Resolves to one fragment a text, in order.
   * Rejects with an EngineError (or any error with `retryable` and `retryAfterMs`, from a module of one's own);
   * never retries by itself. `signal` ends the request on the wire.
   */
  translate(request: EngineRequest, signal: AbortSignal): Promise<string[]>;
  /**
   * Loads and connects what requests need, so that the first of them leaves when its turn has come; awaited before quota is taken, each
   * time. Where it rejects, `translate` tells why.
   */
  open?(): Promise<void>;
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
  /** Requests that the provider answers within a day, for less. */
  readonly batches?: EngineBatches;
  /** Ends processes and connections. */
  close?(): Promise<void>;
}

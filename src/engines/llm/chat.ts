/** A chat with a language model, whatever the protocol: one question, one answer. */

import type { TokenUsage } from './prices.ts';

/** How the shape of the answer is asked for. */
export type AnswerShape = 'schema' | 'json' | 'words';

export interface Question {
  /** The task: the same for all requests of a pair of languages, so that the provider can cache it. */
  readonly system: string;
  readonly user: string;
  /** The most tokens that the model may use for its answer, reasoning included. */
  readonly bound: number;
  readonly shape: AnswerShape;
}

export interface ModelReply {
  readonly text: string;
  /** `length`: the bound was used up before the answer was complete. */
  readonly end: 'stop' | 'length' | 'refused';
  /** The server's own word for `end`. */
  readonly reason: string;
  /** Absent where the server reports none. */
  readonly usage?: TokenUsage | undefined;
}

/** Rejects with the client's own error; never retries. */
type AskModel = (question: Question, signal: AbortSignal) => Promise<ModelReply>;

/** Questions that are answered within a day. */
interface ChatBatches {
  /** Resolves to the provider's name of the batch. */
  submit(questions: readonly Question[], mark: string, signal: AbortSignal): Promise<string>;
  /** The name of a batch by its mark, where the provider keeps one. */
  find?(mark: string, signal: AbortSignal): Promise<string | undefined>;
  /** What came of each question, in order; undefined while the provider is at work. */
  collect(batch: string, count: number, signal: AbortSignal): Promise<readonly BatchOutcome[] | undefined>;
}

/** The reply to a question of a batch, or the provider's word for why there is none: it failed, or expired. */
export type BatchOutcome = { readonly reply: ModelReply } | { readonly fault: string };

export interface ChatClient {
  readonly ask: AskModel;
  readonly batches: ChatBatches;
}

/** @param read throws where what the provider has for a question is no reply: that is this one's fault, and not the batch's */
export function replyOrFault(read: () => ModelReply): BatchOutcome {
  try {
    return { reply: read() };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * The outcomes of a batch by position, from lines that name theirs.
 * @param otherwise the fault of a question that no line names
 */
export function byPosition(
  lines: Iterable<{ readonly id: string; readonly outcome: BatchOutcome }>,
  count: number,
  otherwise: string,
): BatchOutcome[] {
  const outcomes = new Array<BatchOutcome>(count).fill({ fault: otherwise });
  for (const { id, outcome } of lines) if (/^\d+$/.test(id) && Number(id) < count) outcomes[Number(id)] = outcome;
  return outcomes;
}

/** What a client is made with. */
export interface ChatClientOptions {
  readonly model: string;
  readonly key: string;
  readonly baseUrl: string | undefined;
  readonly temperature: number | undefined;
  readonly reasoningEffort: string | undefined;
  readonly timeoutSeconds: number;
}

/** Whether an address is OpenAI's or Anthropic's own, whose models and prices are known. */
export function isProviders(baseUrl: string | undefined): boolean {
  return baseUrl === undefined || /(?:^|\.)(?:openai|anthropic)\.com$/.test(URL.parse(baseUrl)?.hostname ?? '');
}

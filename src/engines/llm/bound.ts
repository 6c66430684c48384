/**
 * The bound of a model's output. It keeps a model that talks on and on from being paid for, and must leave room for models that
 * think before they answer: they spend tokens of the same bound on it.
 */

import type { ModelReply } from './chat.ts';

/** Tokens for thinking before anything is known of the model. */
const FIRST_RESERVE = 1_024;
/** After an answer that was cut off, the room grows by so many times what was used. */
const GROWTH = 3;
/** A batch cannot be asked again with a larger bound: its answers have so many times the room. */
const BATCH_ROOM = 4;
/** No more than every model of the price table gives (GPT-4o: 16,384): a batch cannot be asked again with a smaller bound either. */
const MOST_OF_A_BATCH = 16_000;

export interface OutputBound {
  /** Tokens for the answer to texts, thinking included. */
  boundFor(texts: readonly string[]): number;
  /** The same in a batch. */
  batchBoundFor(texts: readonly string[]): number;
  /** The model gives no more than so many tokens. */
  limitTo(tokens: number): void;
  /**
   * Learns from an answer what the model spends on thinking.
   * @returns whether it was cut off because of that, so that the same question with the grown bound can be answered
   */
  learn(texts: readonly string[], bound: number, reply: ModelReply): boolean;
}

export function createBound(): OutputBound {
  let reserve = FIRST_RESERVE;
  let most = Number.POSITIVE_INFINITY;
  const boundFor = (texts: readonly string[]) => Math.min(most, tokensFor(texts) + reserve);
  return {
    boundFor,
    batchBoundFor: (texts) => {
      const bound = boundFor(texts);
      return Math.min(most, Math.max(bound, Math.min(BATCH_ROOM * bound, MOST_OF_A_BATCH)));
    },
    limitTo: (tokens) => {
      most = Math.min(most, tokens);
    },
    learn: (texts, bound, { end, text, usage }) => {
      const used = usage?.output ?? bound;
      // Servers that do not tell thinking from answering have what the answer's words do not account for.
      const thinking = Math.max(usage?.reasoning ?? 0, used - tokensFor([text]));
      if (end !== 'length') {
        if (usage !== undefined && usage.reasoning * 1.5 > reserve) reserve = Math.ceil(usage.reasoning * 1.5);
        return false;
      }
      // An answer that is itself as long as the bound is one that does not end: more room would only be more of it.
      if (thinking < used / 2 && text.length > texts.join('').length) return false;
      reserve = Math.max(reserve, bound - tokensFor(texts) + GROWTH * used);
      return boundFor(texts) > bound;
    },
  };
}

/**
 * The bound of an answer alone: no language needs more than two tokens a code point of an English source (measured worst case:
 * scripts that a tokenizer does not know, one token a byte), and each entry has some JSON around it.
 */
function tokensFor(texts: readonly string[]): number {
  return 64 + texts.reduce((sum, text) => sum + 32 + 2 * [...text].length, 0);
}

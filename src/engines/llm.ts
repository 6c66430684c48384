/**
 * Language models through their chat protocols. Texts go in as JSON with ids and come back the same way. The article is data:
 * there are no tools, the output is bounded, and an answer that is no translation is given back as an empty text, which the queue
 * takes for the failure that it is.
 */

import { EngineError, KnownError } from '../errors.ts';
import { mendAnswer } from '../fragment/settle.ts';
import type { Engine, EngineBatches, EngineCharge, EngineRequest } from './engine.ts';
import { keyFrom } from './keys.ts';
import { textsOf, usable } from './llm/answer.ts';
import { anthropicChat } from './llm/anthropic.ts';
import { createBound } from './llm/bound.ts';
import { type AnswerShape, type ChatClient, isProviders, type ModelReply } from './llm/chat.ts';
import { isNotFound, isUnknownFormat, llmError, smallerBound } from './llm/failure.ts';
import { type LlmOptions, llmOptions } from './llm/llm-options.ts';
import { openaiChat } from './llm/openai.ts';
import { costOf, estimatedPrice, pricesOf, type TokenPrices, type TokenUsage } from './llm/prices.ts';
import { instructions, payload } from './llm/prompt.ts';
import { parseOptions } from './options.ts';
import { requireClient } from './provider-client.ts';

/** What a batch costs of the usual price, at OpenAI's and Anthropic's. */
const BATCH_PRICE = 0.5;
/** OpenAI takes 50,000 requests and 200 MB a batch, Anthropic 100,000 and 256 MB; a request with its instructions has some 10 kB. */
const MOST_OF_A_BATCH = 10_000;

/** @throws KnownError for options that are not usable, or without a key for a provider */
export function llmEngine(entry: Readonly<Record<string, unknown>> = {}, env: NodeJS.ProcessEnv = process.env): Engine {
  const options = parseOptions(llmOptions, entry, 'engines.llm');
  const { model, textsPerRequest, charactersPerRequest, timeoutSeconds } = options;
  requireClient('llm', options.api === 'anthropic' ? '@anthropic-ai/sdk' : 'openai');
  const key = keyOf(options, env);
  // A server of one's own asks for no money, whatever its model is called.
  const prices = options.prices ?? (isProviders(options.baseUrl) ? pricesOf(model) : undefined);
  const price = options.pricePerMillionCharacters ?? (prices === undefined ? undefined : estimatedPrice(prices));
  const outputBound = createBound();
  let shape: AnswerShape = options.format === 'auto' ? 'schema' : options.format;
  let chat: Promise<ChatClient> | undefined;
  const opened = () => {
    const { api, baseUrl, temperature, reasoningEffort } = options;
    const client = { model, key: key ?? 'none', baseUrl, temperature, reasoningEffort, timeoutSeconds };
    chat ??= api === 'anthropic' ? anthropicChat(client) : openaiChat(client);
    return chat;
  };

  const questionOf = (request: EngineRequest, bound: number, asked: AnswerShape) => {
    const style = typeof options.style === 'object' ? options.style[request.to] : options.style;
    return { system: instructions(request.from, request.to, style), user: payload(request), bound, shape: asked };
  };

  /** One call to the provider; where it does not know the format of the answer, or gives fewer tokens, one more with what it takes. */
  async function ask(request: EngineRequest, most: number, signal: AbortSignal): Promise<ModelReply> {
    const client = await opened();
    let bound = most;
    for (;;) {
      const asked = shape;
      try {
        const reply = await client.ask(questionOf(request, bound, asked), signal);
        if (reply.usage !== undefined) request.bill?.(chargeOf(reply.usage, prices));
        return reply;
      } catch (error) {
        const smaller = smallerBound(error, bound);
        if (smaller !== undefined) {
          if (smaller.isOfModel) outputBound.limitTo(smaller.tokens);
          bound = smaller.tokens;
          continue;
        }
        if (options.format !== 'auto' || asked === 'words' || !isUnknownFormat(error)) throw error;
        if (shape === asked) shape = asked === 'schema' && options.api === 'openai' ? 'json' : 'words';
      }
    }
  }

  const batches: EngineBatches = {
    largest: MOST_OF_A_BATCH,
    submit: async (requests, mark, signal) => {
      try {
        const questions = requests.map((request) => questionOf(request, outputBound.batchBoundFor(request.texts), shape));
        return await (await opened()).batches.submit(questions, mark, signal);
      } catch (error) {
        throw llmError(error, options.api, signal);
      }
    },
    find: async (mark, signal) => {
      try {
        return await (await opened()).batches.find?.(mark, signal);
      } catch (error) {
        throw llmError(error, options.api, signal);
      }
    },
    collect: async (batch, requests, signal) => {
      try {
        const outcomes = await (await opened()).batches.collect(batch, requests.length, signal);
        return outcomes?.map((outcome, at) => {
          if ('fault' in outcome) return outcome;
          const { reply } = outcome;
          const asked = requests[at] as EngineRequest;
          const charge = reply.usage === undefined || prices === undefined ? {} : { charge: chargeOf(reply.usage, prices, BATCH_PRICE) };
          try {
            return { texts: translationsOf(asked, answersOf(reply, asked.texts.length)), ...charge };
          } catch (error) {
            // Paid for all the same.
            return { fault: llmError(error, options.api, signal).message.replace(/^llm: /, ''), ...charge };
          }
        });
      } catch (error) {
        // Deleted, or of another account: it would be waited for in vain.
        if (isNotFound(error)) return 'gone';
        throw llmError(error, options.api, signal);
      }
    },
  };

  async function answer(request: EngineRequest, signal: AbortSignal): Promise<string[]> {
    const { texts } = request;
    const bound = outputBound.boundFor(texts);
    let reply = await ask(request, bound, signal);
    if (outputBound.learn(texts, bound, reply) && textsOf(reply.text, texts.length) === undefined) {
      const grown = outputBound.boundFor(texts);
      reply = await ask(request, grown, signal);
      outputBound.learn(texts, grown, reply);
    }
    return translationsOf(request, answersOf(reply, texts.length));
  }

  /** Of a model that nothing is known of yet one request is asked: a bound too small for its thoughts is met, and paid for, once. */
  let first: Promise<unknown> | undefined;
  function inTurn(request: EngineRequest, signal: AbortSignal): Promise<string[]> {
    const isKnown = first !== undefined;
    const turn = isKnown ? settled(first, signal).then(() => answer(request, signal)) : answer(request, signal);
    if (!isKnown) first = turn.catch(() => {});
    return turn;
  }

  return {
    name: 'llm',
    model,
    // As long for the first request, which the others wait for, as for their own.
    limits: { textsPerRequest, charactersPerRequest, secondsPerRequest: 2 * timeoutSeconds, oneArticlePerRequest: true },
    ...(price === undefined ? {} : { pricePerMillionCharacters: price }),
    paysTokens: true,
    takesTerms: true,
    takesExamples: true,
    takesRepairs: true,
    batches,
    translate: async (request, signal) => {
      if (signal.aborted) throw new EngineError('aborted', 'llm: stopped');
      if (request.texts.every((text) => text.trim() === '')) return [...request.texts];
      try {
        return await inTurn(request, signal);
      } catch (error) {
        throw llmError(error, options.api, signal);
      }
    },
  };
}

/** By the prices that are known, else as the server tells it. @param share of the usual price */
function chargeOf(usage: TokenUsage, prices: TokenPrices | undefined, share = 1): EngineCharge {
  const cost = prices === undefined ? usage.cost : costOf(usage, prices) * share;
  return cost === undefined ? {} : { cost };
}

/** Resolves when the other request has come to an end; rejects where the signal comes first. */
async function settled(other: Promise<unknown> | undefined, signal: AbortSignal): Promise<void> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const end = () => reject(signal.reason);
  signal.addEventListener('abort', end, { once: true });
  try {
    await Promise.race([other, aborted]);
  } finally {
    signal.removeEventListener('abort', end);
  }
}

/** Mended, and empty where the answer is no translation. */
function translationsOf({ texts, from, to }: EngineRequest, answers: readonly (string | undefined)[]): string[] {
  return texts.map((text, at) => {
    const answer = mendAnswer(text, answers[at] ?? '', from, to);
    return usable(text, answer) ? answer : '';
  });
}

function keyOf({ api, apiKeyEnv, baseUrl }: LlmOptions, env: NodeJS.ProcessEnv): string | undefined {
  const variable = apiKeyEnv ?? (api === 'anthropic' ? 'ANTHROPIC_API_KEY' : 'OPENAI_API_KEY');
  const key = keyFrom(env, variable, 'engines.llm.apiKeyEnv');
  if (baseUrl === undefined && (key === undefined || key === ''))
    throw new KnownError('The engine "llm" needs a key, or a server of your own', {
      expected: `${variable} in the environment, or "engines.llm.baseUrl"`,
      got: 'neither',
      help: `Run: export ${variable}=..., or set "baseUrl": "http://127.0.0.1:11434/v1" for Ollama.`,
    });
  return key;
}

/** @throws EngineError where the reply holds no translations */
function answersOf({ text, end, reason, usage }: ModelReply, count: number): (string | undefined)[] {
  const answers = textsOf(text, count);
  if (answers !== undefined) return answers;
  if (end === 'refused') throw new EngineError('invalid', `llm: refused: ${text === '' ? reason : text}`);
  const spent = end === 'length' && usage !== undefined ? `; ${usage.output} tokens, ${usage.reasoning} of them on reasoning` : '';
  throw new EngineError('answer', `llm: no JSON with translations came back (${reason}${spent})`, {
    ...(end === 'length' && { help: 'Set "engines": { "llm": { "reasoningEffort": "low" } }, or fewer "textsPerRequest".' }),
  });
}

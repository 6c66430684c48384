/** Anthropic's messages through its own client, which is an optional dependency. */

import type * as Anthropic from '@anthropic-ai/sdk';
import { engineFetch } from '../web-request.ts';
import {
  type BatchOutcome,
  byPosition,
  type ChatClient,
  type ChatClientOptions,
  type ModelReply,
  type Question,
  replyOrFault,
} from './chat.ts';
import { numberTold, type TokenUsage } from './prices.ts';
import { ANSWER_SCHEMA } from './prompt.ts';

type Body = Anthropic.Anthropic.MessageCreateParamsNonStreaming;

/** Loads the client: only when a text is to be sent. */
export async function anthropicChat(options: ChatClientOptions): Promise<ChatClient> {
  const module = await import('@anthropic-ai/sdk');
  const client = new module.default({
    apiKey: options.key,
    ...(options.baseUrl === undefined ? {} : { baseURL: options.baseUrl }),
    maxRetries: 0,
    fetch: engineFetch('llm'),
    timeout: options.timeoutSeconds * 1000,
  });
  return {
    ask: async (question, signal) => replyOf(await client.messages.create(bodyOf(question, options), { signal })),
    batches: {
      submit: async (questions, _mark, signal) => {
        const requests = questions.map((question, at) => ({ custom_id: String(at), params: bodyOf(question, options) }));
        return (await client.messages.batches.create({ requests }, { signal })).id;
      },
      collect: async (name, count, signal) => {
        const { processing_status: status } = await client.messages.batches.retrieve(name, {}, { signal });
        if (status !== 'ended') return undefined;
        const lines = [];
        for await (const { custom_id: id, result } of await client.messages.batches.results(name, {}, { signal }))
          lines.push({ id, outcome: resultOf(result) });
        return byPosition(lines, count, 'no answer');
      },
    },
  };
}

function resultOf(result: Anthropic.Anthropic.Messages.MessageBatchResult): BatchOutcome {
  if (result.type === 'succeeded') return replyOrFault(() => replyOf(result.message));
  return { fault: result.type === 'errored' ? (result.error?.error?.message ?? result.type) : result.type };
}

/** @throws where it is no message */
function replyOf(message: Anthropic.Anthropic.Message): ModelReply {
  if (!Array.isArray(message?.content)) throw new Error('the server answered without a message');
  const text = message.content.map((block) => (block.type === 'text' ? String(block.text) : '')).join('');
  const reason = message.stop_reason ?? 'no reason';
  const end = reason === 'max_tokens' ? 'length' : reason === 'refusal' ? 'refused' : 'stop';
  return { text, end, reason, usage: usageOf(message.usage) };
}

function bodyOf({ system, user, bound, shape }: Question, { model, temperature, reasoningEffort }: ChatClientOptions): Body {
  const config: Anthropic.Anthropic.OutputConfig = {
    ...(reasoningEffort === undefined ? {} : { effort: reasoningEffort as 'low' }),
    ...(shape === 'schema' ? { format: { type: 'json_schema', schema: ANSWER_SCHEMA } } : {}),
  };
  return {
    model,
    max_tokens: bound,
    ...(temperature === undefined ? {} : { temperature }),
    ...(Object.keys(config).length === 0 ? {} : { output_config: config }),
    // The instructions are the same for every request of a pair: the provider keeps them for five minutes.
    system: [{ type: 'text', text: system, cache_control: { type: 'ephemeral' } }],
    messages: [{ role: 'user', content: user }],
  };
}

/** @returns undefined where the server does not tell both numbers */
function usageOf(usage: Anthropic.Anthropic.Usage | undefined): TokenUsage | undefined {
  const [fresh, output] = [numberTold(usage?.input_tokens), numberTold(usage?.output_tokens)];
  if (fresh === undefined || output === undefined) return undefined;
  const cachedInput = numberTold(usage?.cache_read_input_tokens) ?? 0;
  const cacheWrite = numberTold(usage?.cache_creation_input_tokens) ?? 0;
  return {
    // Anthropic counts what its cache holds apart.
    input: fresh + cachedInput + cacheWrite,
    cachedInput,
    cacheWrite,
    output,
    reasoning: numberTold(usage?.output_tokens_details?.thinking_tokens) ?? 0,
  };
}

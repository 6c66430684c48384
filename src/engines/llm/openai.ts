/** OpenAI's protocol through its client: OpenAI, Ollama, vLLM, llama.cpp. */

import type { ChatCompletionCreateParamsNonStreaming, CompletionUsage } from 'openai/resources';
import type { AskModel, ChatClientOptions, Question } from './chat.ts';
import type { TokenUsage } from './prices.ts';
import { ANSWER_SCHEMA } from './prompt.ts';

const FORMATS = {
  schema: { response_format: { type: 'json_schema', json_schema: { name: 'translations', strict: true, schema: ANSWER_SCHEMA } } },
  json: { response_format: { type: 'json_object' } },
  words: {},
} as const;

/** Loads the client: only when a text is to be sent. */
export async function openaiChat(options: ChatClientOptions): Promise<AskModel> {
  const { default: OpenAI } = await import('openai');
  const client = new OpenAI({
    apiKey: options.key,
    ...(options.baseUrl === undefined ? {} : { baseURL: options.baseUrl }),
    maxRetries: 0,
    timeout: options.timeoutSeconds * 1000,
  });
  return async (question, signal) => {
    const completion = await client.chat.completions.create(bodyOf(question, options), { signal });
    const choice = completion.choices[0];
    const usage = completion.usage === undefined || completion.usage === null ? {} : { usage: usageOf(completion.usage) };
    const reason = choice?.finish_reason ?? 'no choice';
    if (choice?.message.refusal) return { text: choice.message.refusal, end: 'refused', reason, ...usage };
    return { text: choice?.message.content ?? '', end: reason === 'length' ? 'length' : 'stop', reason, ...usage };
  };
}

function bodyOf({ system, user, bound, shape }: Question, options: ChatClientOptions): ChatCompletionCreateParamsNonStreaming {
  const { model, baseUrl, temperature, reasoningEffort } = options;
  return {
    model,
    ...(temperature === undefined ? {} : { temperature }),
    // Each server has words of its own for it.
    ...(reasoningEffort === undefined ? {} : { reasoning_effort: reasoningEffort as 'low' }),
    // Servers of one's own know the older name, OpenAI's newer models only the newer.
    [baseUrl === undefined ? 'max_completion_tokens' : 'max_tokens']: bound,
    messages: [
      { role: 'system', content: system },
      { role: 'user', content: user },
    ],
    ...FORMATS[shape],
  };
}

function usageOf(usage: CompletionUsage): TokenUsage {
  return {
    input: usage.prompt_tokens,
    cachedInput: usage.prompt_tokens_details?.cached_tokens ?? 0,
    cacheWrite: 0,
    output: usage.completion_tokens,
    reasoning: usage.completion_tokens_details?.reasoning_tokens ?? 0,
  };
}

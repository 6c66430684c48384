/** OpenAI's protocol through its client, which is an optional dependency: OpenAI, Ollama, vLLM, llama.cpp. */

import type { ChatCompletion, ChatCompletionCreateParamsNonStreaming, CompletionUsage } from 'openai/resources';
import { engineFetch } from '../web-request.ts';
import { type BatchOutcome, byPosition, type ChatClient, type ChatClientOptions, type ModelReply, type Question } from './chat.ts';
import type { TokenUsage } from './prices.ts';
import { ANSWER_SCHEMA } from './prompt.ts';

const FORMATS = {
  schema: { response_format: { type: 'json_schema', json_schema: { name: 'translations', strict: true, schema: ANSWER_SCHEMA } } },
  json: { response_format: { type: 'json_object' } },
  words: {},
} as const;

/** Loads the client: only when a text is to be sent. */
export async function openaiChat(options: ChatClientOptions): Promise<ChatClient> {
  const { default: OpenAI, toFile } = await import('openai');
  const client = new OpenAI({
    apiKey: options.key,
    ...(options.baseUrl === undefined ? {} : { baseURL: options.baseUrl }),
    maxRetries: 0,
    fetch: engineFetch('llm'),
    timeout: options.timeoutSeconds * 1000,
  });
  return {
    ask: async (question, signal) => replyOf(await client.chat.completions.create(bodyOf(question, options), { signal })),
    batches: {
      submit: async (questions, mark, signal) => {
        const url = '/v1/chat/completions';
        const lines = questions.map((question, at) =>
          JSON.stringify({ custom_id: String(at), method: 'POST', url, body: bodyOf(question, options) }),
        );
        const file = await client.files.create(
          { file: await toFile(Buffer.from(lines.join('\n')), 'dragoman.jsonl'), purpose: 'batch' },
          { signal },
        );
        const batch = await client.batches.create(
          { input_file_id: file.id, endpoint: url, completion_window: '24h', metadata: { [MARK]: mark } },
          { signal },
        );
        return batch.id;
      },
      find: async (mark, signal) => {
        // Newest first: one that a run was submitting when it ended is among the latest.
        const { data } = await client.batches.list({ limit: 100 }, { signal });
        return data.find(({ metadata }) => metadata?.[MARK] === mark)?.id;
      },
      collect: async (name, count, signal) => {
        const batch = await client.batches.retrieve(name, { signal });
        if (!ENDED.has(batch.status)) return undefined;
        // One that failed as a whole has no file of answers, one without a failure none of errors.
        const files = [batch.output_file_id, batch.error_file_id].filter((file) => typeof file === 'string');
        const texts = await Promise.all(files.map(async (file) => (await client.files.content(file, { signal })).text()));
        const lines = texts.flatMap((text) => text.split('\n').filter(Boolean));
        return byPosition(lines.map(answerOf), count, batch.errors?.data?.[0]?.message ?? batch.status);
      },
    },
  };
}

/** The key of a batch's metadata that holds our mark. */
const MARK = 'dragoman';

const ENDED: ReadonlySet<string> = new Set(['completed', 'failed', 'expired', 'cancelled']);

interface BatchLine {
  readonly custom_id: string;
  readonly response?: {
    readonly status_code?: number;
    readonly body?: Partial<ChatCompletion> & { readonly error?: { readonly message?: string } };
  } | null;
  readonly error?: { readonly message?: string } | null;
}

/** A line of a batch's file of answers, or of errors. */
function answerOf(line: string): { id: string; outcome: BatchOutcome } {
  const { custom_id: id, response, error } = JSON.parse(line) as BatchLine;
  if (response?.status_code === 200 && response.body !== undefined)
    return { id, outcome: { reply: replyOf(response.body as ChatCompletion) } };
  const message = error?.message ?? response?.body?.error?.message;
  return { id, outcome: { fault: message ?? `status ${response?.status_code ?? 'unknown'}` } };
}

function replyOf(completion: ChatCompletion): ModelReply {
  const choice = completion.choices[0];
  const usage = completion.usage === undefined || completion.usage === null ? {} : { usage: usageOf(completion.usage) };
  const reason = choice?.finish_reason ?? 'no choice';
  if (choice?.message.refusal) return { text: choice.message.refusal, end: 'refused', reason, ...usage };
  return { text: choice?.message.content ?? '', end: reason === 'length' ? 'length' : 'stop', reason, ...usage };
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

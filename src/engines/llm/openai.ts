/** OpenAI's protocol through its client, which is an optional dependency: OpenAI, Ollama, vLLM, llama.cpp. */

import type { ChatCompletion, ChatCompletionCreateParamsNonStreaming, CompletionUsage } from 'openai/resources';
import { engineFetch } from '../web-request.ts';
import {
  type BatchOutcome,
  byPosition,
  type ChatClient,
  type ChatClientOptions,
  isProviders,
  type ModelReply,
  type Question,
  replyOrFault,
} from './chat.ts';
import { numberTold, type TokenUsage } from './prices.ts';
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
  const dialect: Dialect = { boundName: isProviders(options.baseUrl) ? 'max_completion_tokens' : 'max_tokens', hasSystem: true };
  const ask = async (question: Question, signal: AbortSignal) =>
    replyOf(await client.chat.completions.create(bodyOf(question, options, dialect), { signal }));
  return {
    ask: async (question, signal) => {
      const { boundName, hasSystem } = dialect;
      try {
        return await ask(question, signal);
      } catch (error) {
        if (wantsOtherName(error, boundName)) dialect.boundName = boundName === 'max_tokens' ? 'max_completion_tokens' : 'max_tokens';
        else if (hasSystem && takesNoSystem(error)) dialect.hasSystem = false;
        else throw error;
        return ask(question, signal);
      }
    },
    batches: {
      submit: async (questions, mark, signal) => {
        const url = '/v1/chat/completions';
        const lines = questions.map((question, at) =>
          JSON.stringify({ custom_id: String(at), method: 'POST', url, body: bodyOf(question, options, dialect) }),
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
        return byPosition(lines.flatMap(answerOf), count, batch.errors?.data?.[0]?.message ?? batch.status);
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

/** A line of a batch's file of answers, or of errors; none where it is cut off. */
function answerOf(line: string): { id: string; outcome: BatchOutcome }[] {
  let parsed: Partial<BatchLine> | null;
  try {
    parsed = JSON.parse(line);
  } catch {
    return [];
  }
  const { custom_id: id = '', response, error } = parsed ?? {};
  const fault = error?.message ?? response?.body?.error?.message;
  if (fault === undefined && response?.status_code === 200)
    return [{ id, outcome: replyOrFault(() => replyOf(response.body as ChatCompletion)) }];
  return [{ id, outcome: { fault: fault ?? `status ${response?.status_code ?? 'unknown'}` } }];
}

/** What a gateway gives in place of a completion where who is behind it fails: `{ "error": { "code": 502, "message": ... } }`, with status 200. */
interface GatewayError {
  readonly code?: unknown;
  readonly message?: unknown;
}

/** @throws an error as the client throws them, where the server calls its answer one, or it is no completion */
function replyOf(answer: ChatCompletion): ModelReply {
  const completion = answer as Partial<ChatCompletion> & { readonly error?: GatewayError };
  const choice = completion?.choices?.[0] as (ChatCompletion.Choice & { readonly error?: GatewayError }) | undefined;
  const error = completion?.error ?? choice?.error;
  if (error !== undefined && error !== null) throw gatewayError(error);
  if (choice === undefined) throw new Error('the server answered without a completion');
  const usage = usageOf(completion.usage);
  const text = wordsOf(choice.message?.content);
  const reason = choice.finish_reason ?? 'no reason';
  if (choice.message?.refusal) return { text: choice.message.refusal, end: 'refused', reason, usage };
  const end = CUT_OFF.test(reason) ? 'length' : reason === 'content_filter' ? 'refused' : 'stop';
  return { text, end, reason, usage };
}

/** The words of servers for an answer that met its bound: `length`, `max_tokens`, `model_length` (Mistral). */
const CUT_OFF = /length|max_?tokens/i;

function gatewayError({ code, message }: GatewayError): Error {
  const status = Number(code) >= 400 && Number(code) < 600 ? { status: Number(code) } : {};
  return Object.assign(new Error(typeof message === 'string' ? message : 'the server answered with an error'), status);
}

/** Some servers give a list of parts, the model's thoughts among them (Mistral). */
function wordsOf(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content.map((part: { type?: unknown; text?: unknown } | null) => (part?.type === 'text' ? String(part.text) : '')).join('');
}

/** OpenAI's newer models know only the newer name of the bound; servers of one's own may know only the older. */
type BoundName = 'max_tokens' | 'max_completion_tokens';

/** What a server has been found to take. */
interface Dialect {
  boundName: BoundName;
  /** Whether the task has a message of its own. */
  hasSystem: boolean;
}

/** Some models have no such role in their template (Gemma 2 at vLLM): the task goes before the texts then. */
function takesNoSystem(error: unknown): boolean {
  const { status, message = '' } = error as { status?: number; message?: string };
  return status !== undefined && /system role/i.test(message);
}

/** Whether a server says that it knows the bound by the other name. */
function wantsOtherName(error: unknown, name: BoundName): boolean {
  const { status, message = '' } = error as { status?: number; message?: string };
  if (status !== 400 && status !== 422) return false;
  return name === 'max_tokens'
    ? /max_completion_tokens/.test(message) && /unsupported|not supported|instead/i.test(message)
    : /max_completion_tokens/.test(message) &&
        /unrecogni[sz]ed|unknown|unexpected|extra|not permitted|unsupported|not supported/i.test(message);
}

function bodyOf(
  { system, user, bound, shape }: Question,
  { model, temperature, reasoningEffort }: ChatClientOptions,
  { boundName, hasSystem }: Dialect,
): ChatCompletionCreateParamsNonStreaming {
  return {
    model,
    ...(temperature === undefined ? {} : { temperature }),
    // Each server has words of its own for it.
    ...(reasoningEffort === undefined ? {} : { reasoning_effort: reasoningEffort as 'low' }),
    [boundName]: bound,
    messages: hasSystem
      ? [
          { role: 'system', content: system },
          { role: 'user', content: user },
        ]
      : [{ role: 'user', content: `${system}\n\n${user}` }],
    ...FORMATS[shape],
  };
}

/** What servers of the protocol report besides OpenAI's own fields. */
interface ReportedUsage extends Partial<CompletionUsage> {
  /** DeepSeek's word for cached input. */
  readonly prompt_cache_hit_tokens?: number;
  /** US dollars (OpenRouter). */
  readonly cost?: number;
}

/** @returns undefined where the server does not tell both numbers */
function usageOf(reported: CompletionUsage | null | undefined): TokenUsage | undefined {
  const usage = (reported ?? {}) as ReportedUsage;
  const [input, answered] = [numberTold(usage.prompt_tokens), numberTold(usage.completion_tokens)];
  if (input === undefined || answered === undefined) return undefined;
  // Some count thoughts beside the answer (xAI, Gemini): the total has them, and so has the bill.
  const output = Math.max(answered, (numberTold(usage.total_tokens) ?? 0) - input);
  const cached = numberTold(usage.prompt_tokens_details?.cached_tokens) ?? numberTold(usage.prompt_cache_hit_tokens) ?? 0;
  const cachedInput = Math.min(input, cached);
  const cost = numberTold(usage.cost);
  return {
    input,
    cachedInput,
    cacheWrite: Math.min(input - cachedInput, numberTold(usage.prompt_tokens_details?.cache_write_tokens) ?? 0),
    output,
    reasoning: numberTold(usage.completion_tokens_details?.reasoning_tokens) ?? output - answered,
    ...(cost !== undefined && { cost }),
  };
}

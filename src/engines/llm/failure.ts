/** What the errors of chat servers mean (OpenAI, "Error codes"; Anthropic, "Errors"); Ollama and vLLM use OpenAI's statuses. */

import { EngineError, type EngineErrorKind } from '../../errors.ts';
import { mayPass, waitOf } from '../status-codes.ts';
import { engineErrorWithin, noJson } from '../web-request.ts';

interface Failure {
  readonly name?: string;
  readonly message?: string;
  readonly status?: number;
  readonly code?: string | null;
  readonly headers?: Headers;
}

/** What servers say that do not know the format of the answer that was asked for. */
const FORMAT = /response_format|json_schema|json_object|output_config|output_format/i;

/** Whether a server refused the request because of the format of the answer that it was asked for. */
export function isUnknownFormat(error: unknown): boolean {
  const { status, message = '' } = (typeof error === 'object' && error !== null ? error : {}) as Failure;
  return (status === 400 || status === 422) && FORMAT.test(message);
}

/** What servers say whose model, or whose context, holds fewer tokens than the bound that they were asked for. */
const BOUND = /max_(?:completion_|output_)?tokens|completion tokens/i;
const CONTEXT = /context (?:length|window|size)/i;
/** Tokens; below so many there is no room for an answer, and fewer texts are to be asked for at once. */
const LEAST_BOUND = 256;

/**
 * The bound that a server names which refuses one as too large: `max_tokens: 9728 > 8192`, `supports at most 16384 completion tokens`,
 * `maximum context length is 8192 tokens and your request has 1500 input tokens`.
 * @param bound that it was asked for
 * @returns `isOfModel`: the same for every request; undefined where it says nothing of the kind
 */
export function smallerBound(error: unknown, bound: number): { readonly tokens: number; readonly isOfModel: boolean } | undefined {
  const { status, message = '' } = (typeof error === 'object' && error !== null ? error : {}) as Failure;
  if ((status !== 400 && status !== 422) || !(BOUND.test(message) || CONTEXT.test(message))) return undefined;
  const words = message.replace(/(?<=\d)[,_](?=\d{3})/g, '');
  const numbers = (words.match(/\d+/g) ?? []).map(Number);
  const input = Number(/(\d+)(?: tokens)? (?:input tokens|in the (?:messages|prompt)|from the input|prompt tokens)/i.exec(words)?.[1]);
  if (!CONTEXT.test(words)) {
    const tokens = Math.max(...numbers.filter((number) => number < bound));
    return tokens >= LEAST_BOUND ? { tokens, isOfModel: true } : undefined;
  }
  const context = Number(/context (?:length|window|size)\D{0,30}(\d+)/i.exec(words)?.[1]);
  const tokens = context - input;
  return tokens >= LEAST_BOUND && tokens < bound ? { tokens, isOfModel: false } : undefined;
}

export function isNotFound(error: unknown): boolean {
  return typeof error === 'object' && error !== null && (error as Failure).status === 404;
}

export function llmError(error: unknown, api: 'openai' | 'anthropic', signal: AbortSignal): EngineError {
  const own = engineErrorWithin(error);
  if (own !== undefined && !signal.aborted) return own;
  if (signal.aborted) return new EngineError('aborted', 'llm: stopped', { cause: error });
  if (error instanceof SyntaxError) return noJson('llm', error);
  const failure = (typeof error === 'object' && error !== null ? error : {}) as Failure;
  const kind = kindOf(failure);
  const wait = kind === 'busy' || kind === 'unavailable' ? waitOf((name) => failure.headers?.get(name)) : undefined;
  const help = helpOf(failure, api);
  return new EngineError(kind, `llm: ${failure.message ?? String(error)}`, {
    cause: error,
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
    ...(help === undefined ? {} : { help }),
  });
}

function kindOf({ status, code, message = '' }: Failure): EngineErrorKind {
  // A connection that failed or took too long.
  if (status === undefined) return 'unavailable';
  if (code === 'insufficient_quota' || status === 402) return 'stopped';
  if (status === 429) return 'busy';
  if (mayPass(status) || status === 409) return 'unavailable';
  if (status === 401 || status === 403 || status === 404) return 'stopped';
  // Anthropic's word for an account without credit.
  if (/credit balance/i.test(message)) return 'stopped';
  // Fewer texts, or a shorter bound, may fit.
  if (CONTEXT.test(message)) return 'invalid';
  // What is wrong with the request and not with its texts, splitting does not cure.
  return FORMAT.test(message) ||
    /max_(completion_)?tokens|temperature|reasoning|effort|unknown parameter|unsupported|system role/i.test(message)
    ? 'stopped'
    : 'invalid';
}

function helpOf({ status, code, message = '' }: Failure, api: 'openai' | 'anthropic'): string | undefined {
  if (code === 'insufficient_quota' || status === 402 || /credit balance/i.test(message))
    return 'The account has no credit left: add some, or choose another engine.';
  if (status === 401 || status === 403) {
    const variable = api === 'anthropic' ? 'ANTHROPIC_API_KEY' : 'OPENAI_API_KEY';
    return `Check the key in the environment: ${variable}, or the variable that "apiKeyEnv" names.`;
  }
  if (status === 404) return 'Check "engines.llm": baseUrl, which ends in /v1 at most servers, and model. For Ollama: ollama pull MODEL.';
  if (/temperature/i.test(message)) return 'Remove "temperature" from "engines.llm": the model takes none.';
  if (FORMAT.test(message)) return 'Set "engines": { "llm": { "format": "json" } } or "words": the server does not know JSON Schemas.';
  return undefined;
}

/** What the errors of chat servers mean (OpenAI, "Error codes"; Anthropic, "Errors"); Ollama and vLLM use OpenAI's statuses. */

import { EngineError, type EngineErrorKind } from '../../errors.ts';
import { retryAfterMs } from '../status-codes.ts';
import { engineErrorWithin } from '../web-request.ts';

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

export function isNotFound(error: unknown): boolean {
  return typeof error === 'object' && error !== null && (error as Failure).status === 404;
}

export function llmError(error: unknown, api: 'openai' | 'anthropic', signal: AbortSignal): EngineError {
  const own = engineErrorWithin(error);
  if (own !== undefined && !signal.aborted) return own;
  if (signal.aborted) return new EngineError('aborted', 'llm: stopped', { cause: error });
  const failure = (typeof error === 'object' && error !== null ? error : {}) as Failure;
  const kind = kindOf(failure);
  const wait = kind === 'busy' || kind === 'unavailable' ? delayOf(failure.headers) : undefined;
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
  if (status >= 500 || status === 408 || status === 409) return 'unavailable';
  if (status === 401 || status === 403 || status === 404) return 'stopped';
  // Anthropic's word for an account without credit.
  if (/credit balance/i.test(message)) return 'stopped';
  // What is wrong with the request and not with its texts, splitting does not cure.
  return FORMAT.test(message) || /max_(completion_)?tokens|temperature|reasoning|effort|unknown parameter|unsupported/i.test(message)
    ? 'stopped'
    : 'invalid';
}

function delayOf(headers: Headers | undefined): number | undefined {
  const milliseconds = Number(headers?.get('retry-after-ms'));
  if (milliseconds > 0) return milliseconds;
  return retryAfterMs(headers?.get('retry-after'));
}

function helpOf({ status, code, message = '' }: Failure, api: 'openai' | 'anthropic'): string | undefined {
  if (code === 'insufficient_quota' || status === 402 || /credit balance/i.test(message))
    return 'The account has no credit left: add some, or choose another engine.';
  if (status === 401 || status === 403) {
    const variable = api === 'anthropic' ? 'ANTHROPIC_API_KEY' : 'OPENAI_API_KEY';
    return `Check the key in the environment: ${variable}, or the variable that "apiKeyEnv" names.`;
  }
  if (status === 404) return 'Check "engines.llm": baseUrl and model. For Ollama: ollama pull MODEL.';
  if (/temperature/i.test(message)) return 'Remove "temperature" from "engines.llm": the model takes none.';
  if (FORMAT.test(message)) return 'Set "engines": { "llm": { "format": "json" } } or "words": the server does not know JSON Schemas.';
  return undefined;
}

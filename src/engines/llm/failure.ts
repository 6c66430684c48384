/** What the errors of servers with OpenAI's protocol mean (OpenAI, "Error codes"); Ollama and vLLM use the same statuses. */

import { EngineError, type EngineErrorKind } from '../../errors.ts';
import { retryAfterMs } from '../status-codes.ts';

interface Failure {
  readonly name?: string;
  readonly message?: string;
  readonly status?: number;
  readonly code?: string | null;
  readonly headers?: Headers;
}

export function llmError(error: unknown, signal: AbortSignal): EngineError {
  if (error instanceof EngineError) return error;
  if (signal.aborted) return new EngineError('aborted', 'llm: stopped', { cause: error });
  const failure = (typeof error === 'object' && error !== null ? error : {}) as Failure;
  const kind = kindOf(failure);
  const wait = kind === 'busy' || kind === 'unavailable' ? delayOf(failure.headers) : undefined;
  const help = helpOf(failure);
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
  // What is wrong with the request and not with its texts, splitting does not cure.
  return /response_format|json_schema|max_(completion_)?tokens|temperature|unknown parameter|unsupported/i.test(message)
    ? 'stopped'
    : 'invalid';
}

function delayOf(headers: Headers | undefined): number | undefined {
  const milliseconds = Number(headers?.get('retry-after-ms'));
  if (milliseconds > 0) return milliseconds;
  return retryAfterMs(headers?.get('retry-after'));
}

function helpOf({ status, code, message = '' }: Failure): string | undefined {
  if (code === 'insufficient_quota' || status === 402) return 'The account has no credit left: add some, or choose another engine.';
  if (status === 401 || status === 403) return 'Check the key in the environment: OPENAI_API_KEY, or the variable that "apiKeyEnv" names.';
  if (status === 404) return 'Check "engines.llm": baseUrl and model. For Ollama: ollama pull MODEL.';
  if (/temperature/i.test(message)) return 'Set "engines": { "llm": { "temperature": 1 } }: the model knows no other.';
  if (/response_format|json_schema/i.test(message))
    return 'Set "engines": { "llm": { "format": "json" } } or "words": the server does not know JSON Schemas.';
  return undefined;
}

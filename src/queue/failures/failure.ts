/** What an engine's failure means, and how long to wait after it. */

import { kindOfGrpc } from '../../engines/status-codes.ts';
import { connectionError } from '../../engines/web-request.ts';
import { EngineError, type EngineErrorKind, thrownWords } from '../../errors.ts';

/** First and longest pause: with 8 attempts the pauses come to 63 s at most, half of that on average. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 32_000;

/** Any error of any engine, and whatever else one throws, as one of ours; `label` names the engine in the message. */
export function asEngineError(error: unknown, label: string): EngineError {
  try {
    if (error instanceof EngineError) return error;
    // What Node's own fetch throws in a module says nothing by itself.
    if (error instanceof TypeError && error.cause instanceof Error && /fetch failed/.test(error.message))
      return connectionError(label, '', error);
    // Looked at once, here: what a module throws may do something, or be something else, each time.
    const { code, status, retryable, retryAfterMs } = Object(error) as Foreign;
    const message = thrownWords(error);
    const foreign: Foreign = { message, code, status, retryable, retryAfterMs };
    const wait = typeof retryAfterMs === 'number' ? { retryAfterMs } : {};
    return new EngineError(kindOf(foreign, message), `${label}: ${message}`, { cause: foreign, ...wait });
  } catch {
    return new EngineError('invalid', `${label}: it threw what cannot be read`, { cause: {} });
  }
}

interface Foreign {
  readonly message?: unknown;
  readonly code?: unknown;
  readonly status?: unknown;
  readonly retryable?: unknown;
  readonly retryAfterMs?: unknown;
}

function kindOf(error: Foreign, message: string): EngineErrorKind {
  // An error that names a wait concerns all workers; a bare "try again" concerns this request alone.
  if (error.retryable === true) return error.retryAfterMs === undefined && !isBusy(error) ? 'unavailable' : 'busy';
  if (/rate limit exceeded/i.test(message) || isBusy(error)) return 'busy';
  const http = numberOf(error.status) ?? numberOf(error.code);
  if (http !== undefined && http >= 500 && http < 600) return 'unavailable';
  if (http === 401 || http === 402 || http === 403) return 'stopped';
  if (typeof error.code === 'number') return kindOfGrpc(error.code) ?? 'invalid';
  if (typeof error.code === 'string' && /^(E[A-Z]+|UND_ERR_\w+)$/.test(error.code)) return 'unavailable';
  // Probably a bug of a module that one of these texts triggers: halving the batch finds that text.
  return 'invalid';
}

const isBusy = (error: Foreign) => numberOf(error.status) === 429 || error.code === 429 || error.code === 8;

const numberOf = (value: unknown) => (typeof value === 'number' ? value : undefined);

/** Whether the engine may have done the work and billed it although no answer came: a deadline, a connection lost half way. */
export function maybeBilled(error: EngineError): boolean {
  if (error.kind === 'aborted') return true;
  if (error.kind !== 'unavailable') return false;
  const cause = error.cause as Foreign | undefined;
  if (cause === undefined || cause === null) return true;
  if (cause.code === 4 || cause.status === 504 || cause.code === 504) return true;
  if (typeof cause.code === 'string') return !/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/.test(cause.code);
  // A status that the server sent means refused and not billed. A stream that was cut off has gRPC 14 as well, with these words.
  return /connection dropped|ECONNRESET|socket hang up/i.test(String(cause.message));
}

/** Full jitter (AWS Architecture Blog, "Exponential Backoff and Jitter"): a random wait (ms) up to a bound that doubles with each failure. */
export function pauseAfter(failures: number, random: () => number): number {
  return random() * Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (failures - 1));
}

/** What the pauses between so many attempts come to on average (ms). */
export function averagePatience(attempts: number): number {
  let total = 0;
  for (let failures = 1; failures < attempts; failures++) total += pauseAfter(failures, () => 0.5);
  return total;
}

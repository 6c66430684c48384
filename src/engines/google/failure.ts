/** What Google's errors mean: gRPC codes (grpc.io, "Status codes") and the details of google/rpc/error_details.proto. */

import { EngineError, type EngineErrorKind } from '../../errors.ts';
import { kindOfGrpc } from '../status-codes.ts';

interface Failure {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly reason?: unknown;
  readonly errorInfoMetadata?: Readonly<Record<string, string>>;
  readonly statusDetails?: unknown;
}

interface Detail {
  readonly retryDelay?: { readonly seconds?: unknown; readonly nanos?: unknown };
  readonly fieldViolations?: readonly { readonly field?: string }[];
}

/** Fields of the request that are the same for every text: no splitting helps. */
const SHARED = /model|language|parent|glossary|labels|mime/i;

/** Any error of the client as one of ours. */
export function googleError(error: unknown, signal: AbortSignal): EngineError {
  if (error instanceof EngineError) return error;
  if (signal.aborted) return new EngineError('aborted', 'google: stopped', { cause: error });
  const failure: Failure = typeof error === 'object' && error !== null ? error : { message: error };
  const message = typeof failure.message === 'string' ? failure.message : String(failure.message);
  const details = (Array.isArray(failure.statusDetails) ? failure.statusDetails : []) as Detail[];
  const kind = kindOf(failure, message, details);
  const retryAfterMs = kind === 'busy' || kind === 'unavailable' ? delayOf(details) : undefined;
  const help = helpOf(failure, message, kind);
  return new EngineError(kind, `google: ${message}`, {
    cause: error,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    ...(help === undefined ? {} : { help }),
    ...(kind === 'stopped' && failure.code === 3 && /language/i.test(message) ? { pairOnly: true } : {}),
  });
}

function kindOf(failure: Failure, message: string, details: readonly Detail[]): EngineErrorKind {
  // "Daily Limit Exceeded", or a quota whose name says so: it comes back tomorrow, not after a pause.
  if (/\b(daily|per day)\b/i.test(message) || /PerDay|daily/i.test(JSON.stringify(failure.errorInfoMetadata ?? {}))) return 'stopped';
  // Over the quota a minute the service says 7, "User Rate Limit Exceeded", as well as 8.
  if (failure.code === 7 && (/rate limit exceeded/i.test(message) || failure.reason === 'RATE_LIMIT_EXCEEDED')) return 'busy';
  if (failure.code === 3) {
    const fields = details.flatMap((detail) => detail.fieldViolations?.map(({ field = '' }) => field) ?? []);
    if (
      fields.some((field) => SHARED.test(field)) ||
      (fields.length === 0 && /\b(model|language( code| pair)?|glossary|location)\b/i.test(message))
    )
      return 'stopped';
  }
  if (typeof failure.code === 'number') return kindOfGrpc(failure.code) ?? 'unavailable';
  // Without a code it comes from the client itself: credentials that are not there or not readable.
  return /credential|auth|ENOENT|keyfile|private key/i.test(message) ? 'stopped' : 'unavailable';
}

function delayOf(details: readonly Detail[]): number | undefined {
  const delay = details.find(({ retryDelay }) => retryDelay !== undefined && retryDelay !== null)?.retryDelay;
  return delay === undefined ? undefined : Math.ceil(Number(delay.seconds ?? 0) * 1000 + Number(delay.nanos ?? 0) / 1e6);
}

function helpOf({ code, reason }: Failure, message: string, kind: EngineErrorKind): string | undefined {
  if (kind !== 'stopped') return undefined;
  if (/\b(daily|per day)\b/i.test(message)) return 'Wait until the quota is renewed, or raise it in the Google Cloud console under Quotas.';
  if (reason === 'SERVICE_DISABLED' || /has not been used|is disabled/i.test(message))
    return 'Enable the Cloud Translation API: gcloud services enable translate.googleapis.com';
  if (code === 16 || code === 7 || typeof code !== 'number')
    return 'Get credentials with: gcloud auth application-default login, or name a key: "engines": { "google": { "keyFilename": "..." } }';
  if (code === 5) return 'Check "engines.google": projectId, location, model and glossary.';
  return undefined;
}

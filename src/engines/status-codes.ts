/** What the status of a service's answer means: one table of gRPC's codes, and the wait that an HTTP server asks for. */

import type { EngineErrorKind } from '../errors.ts';

/** grpc.io, "Status codes and their use in gRPC". */
const GRPC_KINDS: Readonly<Record<number, EngineErrorKind>> = {
  1: 'unavailable', // CANCELLED, by the server
  2: 'unavailable', // UNKNOWN
  3: 'invalid', // INVALID_ARGUMENT
  4: 'unavailable', // DEADLINE_EXCEEDED
  5: 'stopped', // NOT_FOUND
  6: 'stopped', // ALREADY_EXISTS
  7: 'stopped', // PERMISSION_DENIED
  8: 'busy', // RESOURCE_EXHAUSTED
  9: 'stopped', // FAILED_PRECONDITION
  10: 'unavailable', // ABORTED
  11: 'invalid', // OUT_OF_RANGE
  12: 'stopped', // UNIMPLEMENTED
  13: 'unavailable', // INTERNAL
  14: 'unavailable', // UNAVAILABLE
  15: 'unavailable', // DATA_LOSS
  16: 'stopped', // UNAUTHENTICATED
};

/** The kind of a gRPC status code; undefined for a number that is none. */
export function kindOfGrpc(code: number): EngineErrorKind | undefined {
  return GRPC_KINDS[code];
}

/**
 * Whether a status of HTTP says nothing against the request, which may be sent again: the server erred, did not get it in time, or too
 * early (RFC 9110, 15.5.9 and 15.6; RFC 8470, 5.2).
 */
export const mayPass = (status: number): boolean => status >= 500 || status === 408 || status === 425;

/**
 * The wait (ms) of a `Retry-After` header (RFC 9110, 10.2.3): seconds, or a date.
 * @param now milliseconds since 1970
 * @returns undefined where there is no header, none that can be read, or no wait
 */
export function retryAfterMs(header: string | null | undefined, now: number = Date.now()): number | undefined {
  if (header === null || header === undefined || header.trim() === '') return undefined;
  const wait = /^\s*\d+(?:\.\d+)?\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return wait > 0 ? Math.ceil(wait) : undefined;
}

/** Milliseconds, at Microsoft's and OpenAI's services, more exact than `Retry-After`. */
const IN_MILLISECONDS = ['retry-after-ms', 'x-ms-retry-after-ms'];

/** The wait (ms) that a refusal asks for by any of the headers that services have for it. @param header by its name in small letters */
export function waitOf(header: (name: string) => string | number | null | undefined): number | undefined {
  for (const name of IN_MILLISECONDS) {
    const wait = Number(header(name) ?? 0);
    if (wait > 0) return wait;
  }
  return retryAfterMs(header('retry-after')?.toString());
}

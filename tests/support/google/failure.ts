/** Errors as Google's services give them: a code, a message, and details in the trailers (google/rpc/status.proto). */

import { Metadata } from '@grpc/grpc-js';
import type { PackageDefinition } from '@grpc/proto-loader';

type Detail =
  | { readonly retryAfterMs: number }
  | { readonly reason: string; readonly metadata?: Readonly<Record<string, string>> }
  | { readonly field: string; readonly description: string };

export class GoogleFailure extends Error {
  readonly code: number;
  readonly details: readonly Detail[];

  constructor(code: number, message: string, details: readonly Detail[]) {
    super(message);
    this.code = code;
    this.details = details;
  }

  metadata(definitions: PackageDefinition): Metadata {
    const metadata = new Metadata();
    if (this.details.length === 0) return metadata;
    const details = this.details.map((detail) => {
      const [type, value] = encoded(detail);
      return { type_url: `type.googleapis.com/${type}`, value: serialize(definitions, type, value) };
    });
    metadata.set(
      'grpc-status-details-bin',
      serialize(definitions, 'google.rpc.Status', { code: this.code, message: this.message, details }),
    );
    return metadata;
  }
}

/** @param code gRPC's: 3 invalid argument, 5 not found, 7 permission denied, 8 resource exhausted, 14 unavailable, 16 unauthenticated */
export function failure(code: number, message: string, details: readonly Detail[] = []): GoogleFailure {
  return new GoogleFailure(code, message, details);
}

function encoded(detail: Detail): [type: string, value: object] {
  if ('retryAfterMs' in detail) {
    const seconds = Math.floor(detail.retryAfterMs / 1000);
    return ['google.rpc.RetryInfo', { retryDelay: { seconds, nanos: Math.round((detail.retryAfterMs - seconds * 1000) * 1e6) } }];
  }
  if ('reason' in detail) return ['google.rpc.ErrorInfo', { domain: 'googleapis.com', metadata: {}, ...detail }];
  return ['google.rpc.BadRequest', { fieldViolations: [detail] }];
}

export function serialize(definitions: PackageDefinition, type: string, value: object): Buffer {
  const definition = definitions[type] as unknown as { serialize(value: object): Buffer };
  return definition.serialize(value);
}

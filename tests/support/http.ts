/** A server of JSON on 127.0.0.1 for one test file. */

import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

interface JsonRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** Parsed where it is JSON, else as it came. */
  readonly body: unknown;
  /** Aborted when the client goes away before it has its answer. */
  readonly gone: AbortSignal;
}

export interface JsonResponse {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Undefined: no answer ever. */
export type JsonHandler = (request: JsonRequest) => JsonResponse | undefined | Promise<JsonResponse | undefined>;

export interface JsonServer {
  readonly url: string;
  readonly requests: JsonRequest[];
  /** Resolves when the client of the last request has gone away without its answer. */
  lastGone(): Promise<void>;
  stop(): Promise<void>;
}

export async function startJsonServer(handle: JsonHandler): Promise<JsonServer> {
  const requests: JsonRequest[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const gone = new AbortController();
    outgoing.on('close', () => {
      if (!outgoing.writableFinished) gone.abort();
    });
    const request = {
      method: incoming.method ?? '',
      path: incoming.url ?? '',
      headers: incoming.headers,
      body: parsed(text),
      gone: gone.signal,
    };
    requests.push(request);
    const response = await handle(request);
    if (response === undefined) return;
    outgoing.writeHead(response.status ?? 200, { 'Content-Type': 'application/json', ...response.headers });
    outgoing.end(typeof response.body === 'string' ? response.body : JSON.stringify(response.body ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    lastGone: async () => {
      const gone = requests.at(-1)?.gone;
      if (gone?.aborted === false) await once(gone, 'abort');
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

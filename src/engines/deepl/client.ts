/** DeepL's client for one call: its own retries off, a deadline, the signal on the wire, and the wait that the server asks for. */

import type * as DeepL from 'deepl-node';
import { EngineError } from '../../errors.ts';
import { retryAfterMs } from '../status-codes.ts';
import type { DeepLOptions } from './deepl-options.ts';
import { deeplError } from './failure.ts';

export type DeepLModule = typeof DeepL;
export type Call = <Result>(
  signal: AbortSignal,
  ask: (client: DeepL.DeepLClient, module: DeepLModule) => Promise<Result>,
) => Promise<Result>;

/** A client of its own for each call, which is cheap, so that each has its own signal. The module is loaded by the first call. */
export function createCall(key: string, options: DeepLOptions): Call {
  return async (signal, ask) => {
    if (signal.aborted) throw new EngineError('aborted', 'deepl: stopped');
    const module = await import('deepl-node');
    const client = new module.DeepLClient(key, {
      maxRetries: 0,
      // The client's own deadline is a second at least.
      minTimeout: options.timeoutSeconds * 1000,
      sendPlatformInfo: false,
      ...(options.serverUrl === undefined ? {} : { serverUrl: options.serverUrl }),
    });
    const headers = watchRequests(client, AbortSignal.any([signal, AbortSignal.timeout(options.timeoutSeconds * 1000)]));
    try {
      return await ask(client, module);
    } catch (error) {
      throw deeplError(error, module, signal, retryAfterMs(headers.get('retry-after')));
    }
  };
}

interface AxiosRequest {
  transformResponse?: (data: unknown, headers: Readonly<Record<string, unknown>>) => unknown;
}

/**
 * The client takes no signal, and a request that nobody waits for would still be billed; nor does it tell the headers of a
 * refusal. Its requests are axios', which do both; where the client's inside has changed, requests go on until their deadline.
 * @returns the headers of the last response, filled when it is there
 */
function watchRequests(client: DeepL.DeepLClient, signal: AbortSignal): ReadonlyMap<string, string> {
  const last = new Map<string, string>();
  const http = (client as unknown as { httpClient?: { prepareRequest?: (...args: unknown[]) => AxiosRequest } }).httpClient;
  const prepare = http?.prepareRequest?.bind(http);
  if (http === undefined || prepare === undefined) return last;
  const transformResponse = (data: unknown, headers: Readonly<Record<string, unknown>>) => {
    const wait = headers['retry-after'];
    if (typeof wait === 'string') last.set('retry-after', wait);
    return data;
  };
  http.prepareRequest = (...args) => ({ ...prepare(...args), signal, transformResponse });
  return last;
}

/** DeepL's client for one call: its own retries off, a deadline, the signal on the wire, and the wait that the server asks for. */

import http from 'node:http';
import https from 'node:https';
import type * as DeepL from 'deepl-node';
import { EngineError } from '../../errors.ts';
import { retryAfterMs } from '../status-codes.ts';
import { LARGEST_ANSWER, redirectError } from '../web-request.ts';
import type { DeepLOptions } from './deepl-options.ts';
import { deeplError } from './failure.ts';

export type DeepLModule = typeof DeepL;
export type Call = <Result>(
  signal: AbortSignal,
  ask: (client: DeepL.DeepLClient, module: DeepLModule) => Promise<Result>,
) => Promise<Result>;

/** A client of its own for each call, which is cheap, so that each has its own signal. The module is loaded by the first call. */
export function createCall(key: string, options: DeepLOptions): Call {
  const server = options.serverUrl ?? 'https://api.deepl.com';
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
    const refuseRedirect = () => {
      if (headers.has('location')) throw redirectError('deepl', server, headers.get('location'));
    };
    try {
      const result = await ask(client, module);
      refuseRedirect();
      return result;
    } catch (error) {
      refuseRedirect();
      throw deeplError(error, module, { signal, wait: retryAfterMs(headers.get('retry-after')), server });
    }
  };
}

interface AxiosRequest {
  transformResponse?: (data: unknown, headers: Readonly<Record<string, unknown>>, status?: number) => unknown;
}

/**
 * The client takes no signal, and a request that nobody waits for would still be billed; nor does it tell the headers of a
 * refusal. Its requests are axios', which do both; where the client's inside has changed, requests go on until their deadline.
 * @returns the headers of the last response, filled when it is there
 */
function watchRequests(client: DeepL.DeepLClient, signal: AbortSignal): ReadonlyMap<string, string> {
  const last = new Map<string, string>();
  const own = (client as unknown as { httpClient?: { prepareRequest?: (...args: unknown[]) => AxiosRequest } }).httpClient;
  const prepare = own?.prepareRequest?.bind(own);
  if (own === undefined || prepare === undefined) return last;
  const transformResponse = (data: unknown, headers: Readonly<Record<string, unknown>>, status = 200) => {
    const wait = headers['retry-after'];
    if (typeof wait === 'string') last.set('retry-after', wait);
    if (status >= 300 && status < 400) last.set('location', String(headers.location ?? ''));
    return data;
  };
  // A redirect would take the key and the article along to wherever it leads.
  own.prepareRequest = (...args) => ({
    ...prepare(...args),
    ...{ signal, transformResponse, maxRedirects: 0, maxContentLength: LARGEST_ANSWER },
    // Node's own connections follow the proxy of the environment, which the client's would not; axios leaves it to them, and where they
    // follow none, it is to follow none either.
    ...{ httpAgent: http.globalAgent, httpsAgent: https.globalAgent },
    ...(!followsProxy(http.globalAgent) && { proxy: false }),
  });
  return last;
}

/** Whether an agent was made for the proxies of the environment, by Node itself or by `cli/proxy.ts`. */
function followsProxy(agent: http.Agent & { readonly options?: { readonly proxyEnv?: unknown } }): boolean {
  return agent.options?.proxyEnv !== undefined;
}

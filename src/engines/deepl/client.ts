/** DeepL's client for one call: its own retries off, a deadline, and the signal on the wire. */

import type * as DeepL from 'deepl-node';

/** @param module loaded by the caller, and only when a text is to be sent */
export function openClient(
  module: typeof DeepL,
  key: string,
  options: { readonly serverUrl?: string | undefined; readonly timeoutSeconds: number },
  signal: AbortSignal,
): DeepL.Translator {
  const client = new module.Translator(key, {
    maxRetries: 0,
    minTimeout: options.timeoutSeconds * 1000,
    sendPlatformInfo: false,
    ...(options.serverUrl === undefined ? {} : { serverUrl: options.serverUrl }),
  });
  // The client's own deadline is a second at least.
  passSignal(client, AbortSignal.any([signal, AbortSignal.timeout(options.timeoutSeconds * 1000)]));
  return client;
}

/**
 * The client takes no signal, and a request that nobody waits for would still be billed. Its requests are axios', which do;
 * where the client's inside has changed, the request goes on until its deadline.
 */
function passSignal(client: DeepL.Translator, signal: AbortSignal): void {
  const http = (client as unknown as { httpClient?: { prepareRequest?: (...args: unknown[]) => object } }).httpClient;
  const prepare = http?.prepareRequest?.bind(http);
  if (http === undefined || prepare === undefined) return;
  http.prepareRequest = (...args) => ({ ...prepare(...args), signal });
}

/** The proxy that the environment names, for everything that asks over HTTP: engines, downloads of models, forges. */

import type { Screen } from './command.ts';

const NAMES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'] as const;

/**
 * Has Node follow HTTP_PROXY, HTTPS_PROXY and NO_PROXY, as it does itself with NODE_USE_ENV_PROXY=1. Google's client is gRPC's, which
 * follows them by itself, but for a server of one's own.
 * @param env gets NODE_USE_ENV_PROXY=1, which processes that are started inherit
 */
export async function followProxy(env: NodeJS.ProcessEnv, stderr: Screen): Promise<void> {
  if (env.NODE_USE_ENV_PROXY !== undefined || !NAMES.some((name) => (env[name] ?? '') !== '')) return;
  const { default: http } = await import('node:http');
  if (typeof http.setGlobalProxyFromEnv !== 'function') {
    stderr.write(
      'dragoman: this Node follows the proxy of the environment only with NODE_USE_ENV_PROXY=1 (from 22.21), or from 24.14 on\n',
    );
    return;
  }
  http.setGlobalProxyFromEnv(env);
  env.NODE_USE_ENV_PROXY = '1';
}

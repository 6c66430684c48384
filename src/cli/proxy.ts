/** The proxy that the environment names, for everything that asks over HTTP: engines, downloads of models, forges. */

import { withoutSecrets } from '../errors.ts';
import type { Screen } from './command.ts';

const NAMES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'] as const;

/**
 * Has Node follow HTTP_PROXY, HTTPS_PROXY and NO_PROXY, as it does itself with NODE_USE_ENV_PROXY=1; and Google's client, whose gRPC reads
 * them in small letters alone, but for a server of one's own.
 * @param env gets NODE_USE_ENV_PROXY=1, which processes that are started inherit, and what gRPC reads
 */
export async function followProxy(env: NodeJS.ProcessEnv, stderr: Screen): Promise<void> {
  const { proxies, unusable } = proxiesOf(env);
  for (const [name, value] of unusable) {
    stderr.write(`dragoman: ${name} is not followed: expected the address of an HTTP proxy; got ${withoutSecrets(value)}\n`);
    // Clients of providers read it, too, and end where it is no address; git follows some that are not followed here.
    if (!URL.canParse(value)) delete env[name];
  }
  if (Object.keys(proxies).length === 0) return;
  const hosts = env.no_proxy ?? env.NO_PROXY;
  // gRPC knows no `*`.
  const https = hosts?.trim() === '*' ? undefined : (proxies.https_proxy ?? proxies.HTTPS_PROXY);
  Object.assign(env, proxies, https !== undefined && { https_proxy: https }, hosts !== undefined && { no_proxy: hosts });
  if (env.NODE_USE_ENV_PROXY !== undefined) return;
  const { default: http } = await import('node:http');
  if (typeof http.setGlobalProxyFromEnv !== 'function') {
    stderr.write(
      'dragoman: this Node follows the proxy of the environment only with NODE_USE_ENV_PROXY=1 (from 22.21), or from 24.14 on\n',
    );
    return;
  }
  http.setGlobalProxyFromEnv({ ...proxies, ...(hosts !== undefined && { no_proxy: hosts }) });
  // A Node that is started would end at once over what it cannot use.
  if (unusable.length === 0) env.NODE_USE_ENV_PROXY = '1';
}

/** What the environment names, as addresses: `proxy.example:8080` is an HTTP proxy, as it is to curl. */
export function proxiesOf(env: NodeJS.ProcessEnv): {
  readonly proxies: Partial<Record<(typeof NAMES)[number], string>>;
  readonly unusable: readonly (readonly [name: string, value: string])[];
} {
  const proxies: Partial<Record<(typeof NAMES)[number], string>> = {};
  const unusable: [string, string][] = [];
  for (const name of NAMES) {
    const value = env[name]?.trim() ?? '';
    const address = /^[a-z][a-z\d+.-]*:\/\//i.test(value) ? value : `http://${value}`;
    if (value === '') continue;
    if (/^https?:/i.test(address) && URL.canParse(address)) proxies[name] = address;
    else unusable.push([name, value]);
  }
  return { proxies, unusable };
}

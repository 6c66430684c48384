/**
 * Before every route: only this machine's own pages come in, or what a proxy of the team's brings. An address of the page may be guessed by any site that a person has open, and
 * a name of another site may be made to mean 127.0.0.1; neither has the cookie, the origin or the name of this server.
 */

import type { MiddlewareHandler } from 'hono';
import type { Config } from '../config.ts';
import type { People, Person } from './people.ts';
import { isProxy, localeOfAddress, mayChange, personNamed, SECRET_HEADER, type TeamProxy } from './team.ts';

/** What routes know of a request. */
export interface Env {
  Variables: { person: Person; readOnly: boolean };
}

/** The largest body: a sentence, or a term with its exceptions. */
export const MOST_BYTES = 1024 * 1024;

/**
 * No scripts, styles, images or forms but the page's own; scripts cannot make markup out of text. ProseMirror reads what is pasted by a
 * policy of its own.
 */
const POLICY = [
  ...["default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "connect-src 'self'", "form-action 'self'"],
  ...["frame-ancestors 'none'", "base-uri 'none'", "require-trusted-types-for 'script'", 'trusted-types ProseMirrorClipboard'],
].join('; ');

const HEADERS = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  // Not "no-referrer": a form of the page would then have no origin.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cache-control': 'no-store',
} as const;

export interface GuardOptions {
  readonly people: People;
  /** `127.0.0.1:4100`, and the other names of the same. */
  readonly hosts: ReadonlySet<string>;
  readonly readOnly: boolean;
  /** The page is behind a proxy, which says who asks. */
  readonly proxy?: TeamProxy | undefined;
  /** Who may change what there. */
  readonly config: Pick<Config, 'editors'>;
}

/** Who has no cookie yet comes in here. */
export const ENTRY = '/enter';

type Refusal = readonly [status: 400 | 401 | 403 | 405 | 413 | 415, error: string, message: string];

export function guard({ people, hosts, readOnly, proxy, config }: GuardOptions): MiddlewareHandler<Env> {
  return async (c, next) => {
    const { req } = c;
    const header = (name: string) => req.header(name);
    const refuse = ([status, error, message]: Refusal) =>
      req.path.startsWith('/api/') ? c.json({ error, message }, status) : c.text(`${message}\n`, status);
    for (const [name, value] of Object.entries(HEADERS)) c.header(name, value);
    if (proxy !== undefined && !isProxy(proxy, header(SECRET_HEADER))) return refuse([403, 'proxy', 'Only its proxy may ask this server.']);
    const refusal = refusedBefore(req.method, req, header, { hosts, readOnly, origin: proxy?.origin });
    if (refusal !== undefined) return refuse(refusal);
    if (req.path === ENTRY && proxy === undefined && !isChange(req.method)) return next();
    const person = proxy === undefined ? people.whoIs(header('cookie')) : personNamed(header(proxy.header));
    if (person === undefined)
      return refuse([
        401,
        'unknown',
        proxy === undefined
          ? 'Open the address that "dragoman edit" has printed.'
          : `The proxy has not said who you are (${proxy.header}).`,
      ]);
    const locale = localeOfAddress(decodeURIComponent(req.path));
    const isOthers = proxy !== undefined && locale !== undefined && !mayChange(config, person, locale);
    if (isOthers && isChange(req.method) && !isPure(req.path)) return refuse([403, 'rights', `You are no editor of ${locale}.`]);
    c.set('person', person);
    c.set('readOnly', readOnly || isOthers);
    // A form's token is in its body, which `formOf` reads.
    if (isChange(req.method) && header('content-type')?.startsWith(JSON_TYPE) && !people.isToken(person, header('x-dragoman-token')))
      return refuse([403, 'token', 'The token of the page is missing.']);
    return next();
  };
}

const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';
/** What changes nothing; an article may be called `check`. */
const isPure = (path: string) => /^\/api\/editions\/.+\/segments\/[^/]+\/check$/.test(path);
const isChange = (method: string) => method !== 'GET' && method !== 'HEAD';

/** What is refused whoever asks. */
function refusedBefore(
  method: string,
  { url, path }: { readonly url: string; readonly path: string },
  header: (name: string) => string | undefined,
  { hosts, readOnly, origin }: Pick<GuardOptions, 'hosts' | 'readOnly'> & { readonly origin: string | undefined },
): Refusal | undefined {
  const host = header('host') ?? '';
  if (!hosts.has(host)) return [403, 'host', origin === undefined ? 'This page is of 127.0.0.1 alone.' : `This page is ${origin}.`];
  if (!['GET', 'HEAD', 'POST', 'PUT'].includes(method)) return [405, 'method', 'GET, POST or PUT.'];
  if (!isPath(url)) return [400, 'path', 'Not an address of this page.'];
  const site = header('sec-fetch-site');
  // Typed, from the terminal, or of the page itself.
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    return [403, 'site', 'Opened from another site: load the page again.'];
  if (!isChange(method)) return undefined;
  if (header('origin') !== (origin ?? `http://${host}`)) return [403, 'origin', 'Only pages of this server may change anything.'];
  if (Number(header('content-length') ?? 0) > MOST_BYTES) return [413, 'size', 'At most 1 MiB.'];
  const type = header('content-type') ?? '';
  const isApi = path.startsWith('/api/');
  if (!type.startsWith(isApi ? JSON_TYPE : FORM_TYPE)) return [415, 'type', `Expected ${isApi ? JSON_TYPE : FORM_TYPE}.`];
  if (readOnly && !isPure(path)) return [403, 'read-only', 'This page only shows.'];
  return undefined;
}

/** Whether no part of the path leads upwards, in any spelling, or holds what no file's name does. */
function isPath(url: string): boolean {
  const path = /^[a-z]+:\/\/[^/?#]*([^?#]*)/i.exec(url)?.[1] ?? url;
  try {
    const decoded = decodeURIComponent(path);
    return !/[\\\0]/.test(decoded) && decoded.split('/').every((part) => part !== '.' && part !== '..');
  } catch {
    return false;
  }
}

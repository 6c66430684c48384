/**
 * Several people behind a proxy that has asked them who they are. The proxy says it in one header, and is known by a secret that it adds,
 * or by the unix socket that nobody else can open. Which locales each may change is in the configuration (`editors`).
 */

import { createHash, timingSafeEqual } from 'node:crypto';
import type { Config } from '../config.ts';
import { KnownError } from '../errors.ts';
import type { Person } from './people.ts';

export interface TeamProxy {
  /** As browsers see the page, without a path: `https://translate.example.org`. */
  readonly origin: string;
  /** What every address begins with there: `/dragoman`; empty where the page has a host of its own. */
  readonly path: string;
  /** The header that names the person, in lower case. */
  readonly header: string;
  /** What the proxy adds to each request; undefined on a unix socket. */
  readonly secret: string | undefined;
}

/** The header with the shared secret. */
export const SECRET_HEADER = 'x-dragoman-proxy-secret';
/** As oauth2-proxy, Authelia and others name it. */
const IDENTITY_HEADER = 'x-forwarded-email';
/** A shorter secret may be guessed. */
const LEAST_SECRET = 32;

export interface ProxyOptions {
  readonly origin: string;
  readonly header?: string | undefined;
  readonly secret?: string | undefined;
  readonly isSocket: boolean;
}

/** @throws KnownError where a stranger could pass for the proxy, or the address is none */
export function proxyOf({ origin, header = IDENTITY_HEADER, secret, isSocket }: ProxyOptions): TeamProxy {
  const url = URL.parse(origin);
  const path = url?.pathname.replace(/\/$/, '') ?? '';
  // As it is written: nothing that is to be decoded, resolved, or known by the browser alone.
  const isPlain = url !== null && url.origin + path === origin.replace(/\/$/, '') && /^(?:\/[\w.~-]+)*$/.test(path);
  if (!isPlain || !/^https?:$/.test(url.protocol))
    throw new KnownError('--behind-proxy is not usable', {
      expected: 'the address of the page as browsers see it, such as https://translate.example.org or https://desk.example.org/dragoman',
      got: `"${origin}"`,
      help: 'Give scheme, host, and the path below which all of the page is.',
    });
  if (!/^[a-z][a-z0-9-]*$/i.test(header) || header.toLowerCase() === SECRET_HEADER)
    throw new KnownError('--identity-header is not usable', {
      expected: `the name of a header that the proxy sets, such as ${IDENTITY_HEADER}`,
      got: `"${header}"`,
      help: 'The proxy must remove it from what browsers send.',
    });
  if (!isSocket && (secret?.length ?? 0) < LEAST_SECRET)
    throw new KnownError('DRAGOMAN_PROXY_SECRET is not usable', {
      expected: `at least ${LEAST_SECRET} characters, which the proxy adds as ${SECRET_HEADER}`,
      got: secret === undefined ? 'nothing' : `${secret.length} characters`,
      help: 'Set it in the environment of both, or use --socket.',
    });
  return { origin: url.origin, path, header: header.toLowerCase(), secret: isSocket ? undefined : secret };
}

/** Compared by sums, so that neither length nor beginning of the secret is told by the time that it takes. */
export function isProxy({ secret }: TeamProxy, given: string | undefined): boolean {
  if (secret === undefined) return true;
  const [a, b] = [given ?? '', secret].map((one) => createHash('sha256').update(one).digest()) as [Buffer, Buffer];
  return timingSafeEqual(a, b);
}

/**
 * An address of e-mail, or another name, as the proxy gives it.
 * @returns undefined for none, and for two: one of them is not the proxy's
 */
export function personNamed(identity: string | undefined): Person | undefined {
  const name = identity?.trim() ?? '';
  if (name === '' || name.length > 254 || /[\s,;<>"\p{Cc}]/u.test(name)) return undefined;
  const id = createHash('sha256').update(`proxy\0${name.toLowerCase()}`).digest('base64url').slice(0, 16);
  const [local = name] = name.split('@');
  return { id, author: name.includes('@') ? `${local} <${name.toLowerCase()}>` : name };
}

/** What is said of the author of commits: `ana <ana@example.org>`, or a name alone. */
const identityOf = (author: string) => (/<([^>]*)>$/.exec(author)?.[1] ?? author).toLowerCase();

/** @returns whether somebody may change a locale; all may where the configuration has no `editors`, else those it names for the locale */
export function mayChange({ editors }: Pick<Config, 'editors'>, { author }: Person, locale: string): boolean {
  if (editors === undefined) return true;
  return editors[locale]?.some((one) => one.toLowerCase() === identityOf(author)) === true;
}

/** The locale that an address is of; undefined for those that are of none. */
export function localeOfAddress(path: string): string | undefined {
  return /^\/(?:api\/editions|a|t|g)\/([^/]+)/.exec(path)?.[1];
}

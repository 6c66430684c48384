/** What a host of static sites is told by files beside the pages. */

import type { Addresses } from '../survey/page-addresses.ts';

/** What there is to tell. */
export interface HostedSite {
  readonly addresses: Addresses;
  /** Those that have a front page, and so a 404 page of their own. */
  readonly locales: readonly string[];
  /** Old site paths and the ones that took their place. */
  readonly moved: readonly (readonly [from: string, to: string])[];
}

export interface Host {
  readonly name: string;
  /** Whether it answers an old address with status 301; one that does not has a page there that leads on. */
  readonly redirects: boolean;
  /** How many redirects it takes. */
  readonly most?: number;
  /** Its files by their names in the site's folder. */
  readonly files: (site: HostedSite) => ReadonlyMap<string, string>;
}

/**
 * Of every answer. What a page may load is in the page itself (`page/policy.ts`); who may show it in a frame can only be said by a header.
 * @see https://www.w3.org/TR/CSP3/#meta-element
 */
export const HEADERS: readonly (readonly [name: string, value: string])[] = [
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  ['Content-Security-Policy', "frame-ancestors 'self'"],
];

/** Of files whose names hold the hash of their content: a year. */
export const FOR_EVER = 'public, max-age=31536000, immutable';

/** Hosts that take a folder and read files of their own kind in it. */

import { FOR_EVER, HEADERS, type Host, type HostedSite } from './host.ts';

/** @see https://docs.netlify.com/routing/redirects/ and https://developers.cloudflare.com/pages/configuration/redirects/ */
function redirects({ addresses, moved }: HostedSite): string[] {
  return moved.map(([from, to]) => `${addresses.href(from)} ${addresses.href(to)} 301`);
}

/** @see https://docs.netlify.com/routing/headers/ and https://developers.cloudflare.com/pages/configuration/headers/ */
function headers({ addresses }: HostedSite): string {
  const all = HEADERS.map(([name, value]) => `  ${name}: ${value}\n`).join('');
  return `${addresses.href('/')}*\n${all}${addresses.href('/media/')}*\n  Cache-Control: ${FOR_EVER}\n`;
}

const text = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');

/** The 404 page of each language is behind all redirects: the first line that fits counts. */
export const netlify: Host = {
  name: 'netlify',
  redirects: true,
  files: (site) => {
    const { href } = site.addresses;
    const lost = site.locales.map((locale) => `${href(`/${locale}/`)}* ${href(`/${locale}/404.html`)} 404`);
    return new Map([
      ['_redirects', text([...redirects(site), ...lost])],
      ['_headers', headers(site)],
    ]);
  },
};

/** It finds the nearest `404.html` by itself. */
export const cloudflare: Host = {
  name: 'cloudflare',
  redirects: true,
  most: 2000,
  files: (site) =>
    new Map([
      ['_redirects', text(redirects(site))],
      ['_headers', headers(site)],
    ]),
};

/** GitHub Pages knows no redirects and no headers; it must be told not to run Jekyll, and which domain is the site's. */
export const githubPages: Host = {
  name: 'github',
  redirects: false,
  files: ({ addresses }) => {
    const { hostname } = new URL(addresses.origin);
    return new Map([['.nojekyll', ''], ...(hostname.endsWith('.github.io') ? [] : [['CNAME', `${hostname}\n`] as const])]);
  },
};

/** Web servers of one's own: their configuration, in a file whose name begins with a dot so that it is not handed out. */

import { FOR_EVER, HEADERS, type Host } from './host.ts';

/** Text in double quotes: the same in both servers' files. */
const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;

/** To be included in the `server` block: `include /srv/site/.nginx.conf;`. @see https://nginx.org/en/docs/http/ngx_http_core_module.html#location */
export const nginx: Host = {
  name: 'nginx',
  redirects: true,
  files: ({ addresses, locales, moved }) => {
    const { href } = addresses;
    const headers = HEADERS.map(([name, value]) => `add_header ${name} ${quoted(value)} always;`);
    // Paths are compared as they are without percents; where a location has a header of its own it has none of those around it.
    const path = (site: string) => quoted(decodeURIComponent(href(site)));
    return new Map([
      [
        '.nginx.conf',
        `${[
          ...headers,
          `error_page 404 ${href('/404.html')};`,
          'location ~ "/\\.(?!well-known/)" { return 404; }',
          `location ${path('/media/')} { add_header Cache-Control ${quoted(FOR_EVER)}; ${headers.join(' ')} }`,
          ...locales.map((locale) => `location ${path(`/${locale}/`)} { error_page 404 ${href(`/${locale}/404.html`)}; }`),
          ...moved.map(([from, to]) => `location = ${path(from)} { return 301 ${href(to)}; }`),
        ].join('\n')}\n`,
      ],
    ]);
  },
};

/** Needs `AllowOverride All`. @see https://httpd.apache.org/docs/2.4/mod/mod_alias.html#redirectmatch */
export const apache: Host = {
  name: 'apache',
  redirects: true,
  files: ({ addresses, locales, moved }) => {
    const { href } = addresses;
    const pattern = (site: string) => quoted(`^${decodeURIComponent(href(site)).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
    const headers = HEADERS.map(([name, value]) => `  Header always set ${name} ${quoted(value)}`);
    return new Map([
      [
        '.htaccess',
        `${[
          `ErrorDocument 404 ${href('/404.html')}`,
          ...moved.map(([from, to]) => `RedirectMatch 301 ${pattern(from)} ${quoted(href(to))}`),
          '<IfModule mod_headers.c>',
          ...headers,
          '</IfModule>',
        ].join('\n')}\n`,
      ],
      ['media/.htaccess', `<IfModule mod_headers.c>\n  Header always set Cache-Control ${quoted(FOR_EVER)}\n</IfModule>\n`],
      ...locales.map((locale) => [`${locale}/.htaccess`, `ErrorDocument 404 ${href(`/${locale}/404.html`)}\n`] as const),
    ]);
  },
};

/** What hosts are told: old addresses with status 301, headers, a 404 page in each language. */

import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildSite } from '../../src/publish/build.ts';
import { hosts } from '../../src/publish/hosts/hosts.ts';
import { addressesOf } from '../../src/publish/survey/page-addresses.ts';
import { temporaryFolder } from './folder.ts';
import { siteInput } from './newsroom.ts';

async function built(name: string | undefined, baseUrl = 'https://courier.example') {
  const root = temporaryFolder();
  mkdirSync(join(root, 'public'));
  const out = join(root, 'site');
  const article = (front: string) => `---\ntitle: A\n${front}\n---\n\nWords.\n`;
  const drafts = {
    bridge: { en: article('aliases: [old (1), /2019/brücke.html]'), es: article('slug: el-puente\naliases: [bridge]') },
    // An alias that is another article's own address leads nowhere.
    market: { en: article('aliases: [bridge]') },
  };
  const host = hosts.find((one) => one.name === name);
  await buildSite(siteInput(root, drafts, { locales: ['en', 'es'], publish: { baseUrl } }), { out, host });
  const text = (file: string) => readFileSync(join(out, file), 'utf8');
  return { text, has: (file: string) => existsSync(join(out, file)) };
}

it('netlify', async () => {
  const { text, has } = await built('netlify');
  expect(text('_redirects')).toBe(`/en/old%20(1)/ /en/bridge/ 301
/2019/br%C3%BCcke.html /en/bridge/ 301
/es/bridge/ /es/el-puente/ 301
/en/* /en/404.html 404
/es/* /es/404.html 404
`);
  expect(text('_headers')).toContain('/*\n  X-Content-Type-Options: nosniff\n');
  expect(text('_headers')).toContain('/media/*\n  Cache-Control: public, max-age=31536000, immutable\n');
  expect(has('es/bridge/index.html')).toBe(false);
});

it('cloudflare, below a path', async () => {
  const { text } = await built('cloudflare', 'https://courier.example/news/');
  expect(text('_redirects')).toContain('/news/es/bridge/ /news/es/el-puente/ 301\n');
  expect(text('_redirects')).not.toContain('404');
  expect(text('_headers')).toContain('/news/media/*\n');
});

it('github, which has a page at each old address', async () => {
  const { text, has } = await built('github');
  expect([text('.nojekyll'), text('CNAME')]).toEqual(['', 'courier.example\n']);
  expect(text('es/bridge/index.html')).toContain('http-equiv="refresh"');
  expect((await built('github', 'https://courier.github.io/news')).has('CNAME')).toBe(false);
  expect(has('_redirects')).toBe(false);
});

it('nginx', async () => {
  const { text } = await built('nginx');
  expect(text('.nginx.conf')).toContain('location = "/2019/brücke.html" { return 301 /en/bridge/; }\n');
  expect(text('.nginx.conf')).toContain('location "/es/" { error_page 404 /es/404.html; }\n');
  expect(text('.nginx.conf')).toContain(`add_header Content-Security-Policy "frame-ancestors 'self'" always;`);
});

it('apache', async () => {
  const { text } = await built('apache');
  expect(text('.htaccess')).toContain('RedirectMatch 301 "^/en/old \\\\(1\\\\)/$" "/en/bridge/"\n');
  expect(text('es/.htaccess')).toBe('ErrorDocument 404 /es/404.html\n');
});

it('none: a page at each old address, and no file of a host', async () => {
  const { text, has } = await built(undefined);
  expect(text('es/bridge/index.html')).toContain('http-equiv="refresh"');
  expect(['_redirects', '.htaccess', '.nojekyll', '.nginx.conf'].filter(has)).toEqual([]);
});

it.each(hosts)('$name is told nothing that ends a line', (host) => {
  const addresses = addressesOf('https://courier.example');
  const files = host.files({ addresses, locales: ['en'], moved: [['/en/a "b" \\c/', '/en/d/']] });
  for (const text of files.values()) expect(text).not.toMatch(/(?<!\\)"b(?<!\\)" /);
});

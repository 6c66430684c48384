/** The site between two moves of a switch: who comes from what was there before meets no page that is missing. */

import fs, { existsSync, readFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { buildSite } from '../../src/publish/build.ts';
import { temporaryFolder } from './folder.ts';
import { type Drafts, siteInput } from './newsroom.ts';
import { siteFiles } from './pages.ts';

const ORIGIN = 'https://courier.example';

const article = (title: string, front = '', body = 'Words.\n') => `---\ntitle: ${title}\ndate: 2026-03-20\n${front}---\n\n${body}`;

/** Calls `look` after every file that is moved into a folder. */
function afterEachMove(folder: string, look: (file: string) => void): void {
  const { renameSync } = fs;
  const watched: typeof renameSync = (from, to) => {
    renameSync(from, to);
    if (String(to).startsWith(`${folder}/`)) look(String(to).slice(folder.length + 1));
  };
  const put = (rename: typeof renameSync) => {
    fs.renameSync = rename;
    syncBuiltinESMExports();
  };
  put(watched);
  onTestFinished(() => put(renameSync));
}

/** Paths that a page, a feed or a sitemap of the site names, other editions among them. */
function named(out: string, path: string): string[] {
  const file = [join(out, path), join(out, path, 'index.html')].find((one) => existsSync(one) && fs.statSync(one).isFile());
  if (file === undefined || !/\.(?:html|xml|json)$/.test(file)) return [];
  const addresses = [...readFileSync(file, 'utf8').matchAll(/(?:href|src)="([^"#]+)|<loc>([^<]+)|"url":"([^"]+)/g)];
  return addresses.flatMap(([, link, loc, url]) => {
    const address = URL.parse(link ?? loc ?? url ?? '', ORIGIN + encodeURI(path));
    return address?.origin === ORIGIN ? [decodeURIComponent(address.pathname)] : [];
  });
}

const isThere = (out: string, path: string) =>
  path.endsWith('/') ? existsSync(join(out, path, 'index.html')) : existsSync(join(out, path));

/** What is missing of all that is reached from some pages. */
function missingFrom(out: string, start: readonly string[]): string[] {
  const [reached, missing] = [new Set(start.filter((path) => isThere(out, path))), new Set<string>()];
  for (const path of reached)
    for (const next of named(out, path))
      if (isThere(out, next)) reached.add(next);
      else missing.add(`${path} -> ${next}`);
  return [...missing];
}

test('an article, an edition, a topic and an address that are new, and ones that go', async () => {
  const root = temporaryFolder();
  const out = join(root, 'site');
  const before: Drafts = {
    boat: { en: article('Boats', 'tags: [sea]\n'), es: { text: article('Barcos', 'tags: [sea]\n'), state: 'reviewed' } },
    tram: { en: article('Trams', 'tags: [rail]\n', 'To [the boats](boat.md).\n') },
    gone: { en: article('Gone', 'tags: [sea]\n'), es: { text: article('Ido', 'tags: [sea]\n'), state: 'reviewed' } },
    quay: { en: article('Quays', 'tags: [sea]\n', 'To [what goes](gone.md).\n') },
  };
  const after: Drafts = {
    boat: { en: article('Boats', 'tags: [sea, water]\n', 'To [the new](new.md).\n'), ja: { text: article('船', ''), state: 'reviewed' } },
    tram: {
      en: article('Trams', 'tags: [rail]\n', 'To [the boats](boat.md).\n'),
      es: { text: article('Tranvías', 'slug: tranvia\n'), state: 'reviewed' },
    },
    new: { en: article('New', 'tags: [water]\n'), es: { text: article('Nuevo', 'tags: [water]\n'), state: 'reviewed' } },
    quay: { en: article('Quays', 'slug: harbour\ntags: [sea]\n') },
  };
  await buildSite(siteInput(root, before), { out, cache: join(root, 'cache.json') });
  const known = siteFiles(out)
    .filter((file) => !file.startsWith('.'))
    .map((file) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`);
  expect(missingFrom(out, known)).toEqual([]);
  const found: string[] = [];
  let moves = 0;
  afterEachMove(out, (file) => {
    moves++;
    found.push(...missingFrom(out, known).map((one) => `after ${file}: ${one}`));
  });
  await buildSite(siteInput(root, after), { out, cache: join(root, 'cache.json') });
  expect(found).toEqual([]);
  expect(moves).toBeGreaterThan(20);
  expect(isThere(out, '/en/tag/water/')).toBe(true);
});

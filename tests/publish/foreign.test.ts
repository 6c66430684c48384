import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildSite } from '../../src/publish/build.ts';
import { exportEditions, layouts } from '../../src/publish/export.ts';
import { contents, put, temporaryFolder } from './folder.ts';
import { type Drafts, NOW, siteInput } from './newsroom.ts';

const page = (title: string, front = '') => `---\ntitle: ${title}\ndate: 2026-03-20\ntags: [sea]\n${front}---\n\nWords.\n`;
const OLD: Drafts = { boat: { en: page('Boat'), es: page('Barco') }, tram: { en: page('Tram'), es: page('Tranvía') } };
/** One article is gone, one is changed, one is new. */
const NEW: Drafts = { boat: { en: page('A boat'), es: page('Un barco') }, bus: { en: page('Bus'), es: page('Autobús') } };

/** Files of somebody else's in the folder of the site. */
const FOREIGN: Record<string, string> = {
  CNAME: 'courier.example\n',
  '.well-known/security.txt': 'Contact: mailto:desk@courier.example\n',
  '.git/HEAD': 'ref: refs/heads/main\n',
  '.git/config': '[core]\n',
  'about/index.html': '<p>By hand</p>\n',
  'es/own.txt': 'mine\n',
};

const input = (root: string, drafts: Drafts) => siteInput(root, drafts, { locales: ['en', 'es'] });

describe('a folder with files of others', () => {
  it('is refused without being told, whatever the list is', async () => {
    const root = temporaryFolder();
    put(join(root, 'site'), FOREIGN);
    const build = (keepForeign: boolean) => buildSite(input(root, OLD), { out: join(root, 'site'), keepForeign });
    await expect(build(false)).rejects.toThrow('is not a site that Dragoman made');
    const { findings } = await build(true);
    expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
    expect(contents(join(root, 'site'))).toMatchObject(FOREIGN);
  });

  it('keeps a page of theirs, and says which one of the site is not written', async () => {
    const root = temporaryFolder();
    put(join(root, 'site'), { 'es/boat/index.html': 'mine', 'robots.txt': 'mine' });
    mkdirSync(join(root, 'elsewhere'));
    symlinkSync('../elsewhere', join(root, 'site/en'));
    const build = () => buildSite(input(root, OLD), { out: join(root, 'site'), keepForeign: true });
    for (const _ of ['first', 'second']) {
      const { findings } = await build();
      const named = findings.filter(({ level }) => level === 'error').flatMap(({ got }) => got ?? []);
      expect(named).toEqual(expect.arrayContaining(['es/boat/index.html', 'robots.txt', 'en/boat/index.html', 'en/index.html']));
      expect(findings).toContainEqual(expect.objectContaining({ slug: 'boat', locale: 'es', file: 'articles/es/boat.md', level: 'error' }));
      expect(readFileSync(join(root, 'site/es/boat/index.html'), 'utf8')).toBe('mine');
      expect(readdirSync(join(root, 'elsewhere'))).toEqual([]);
    }
    rmSync(join(root, 'site/es/boat/index.html'));
    await build();
    expect(readFileSync(join(root, 'site/es/boat/index.html'), 'utf8')).toContain('Barco');
  });

  it('a file of somebody’s where a folder of the old site was stays, and the site is built around it', async () => {
    const root = temporaryFolder();
    const build = (drafts: Drafts) => buildSite(input(root, drafts), { out: join(root, 'site') });
    await build(OLD);
    rmSync(join(root, 'site/es/tram'), { recursive: true });
    writeFileSync(join(root, 'site/es/tram'), 'mine');
    expect((await build(NEW)).findings.filter(({ level }) => level === 'error')).toEqual([]);
    expect(readFileSync(join(root, 'site/es/tram'), 'utf8')).toBe('mine');
  });

  it('a page that somebody changed stays when its article is gone, and is told of until it is removed', async () => {
    const root = temporaryFolder();
    const build = (drafts: Drafts) => buildSite(input(root, drafts), { out: join(root, 'site') });
    await build(OLD);
    const changed = join(root, 'site/es/tram/index.html');
    writeFileSync(changed, 'by hand');
    for (const _ of ['first', 'second']) {
      const { findings } = await build(NEW);
      expect(findings).toContainEqual(expect.objectContaining({ level: 'error', got: ['es/tram/index.html'] }));
      expect(readFileSync(changed, 'utf8')).toBe('by hand');
    }
    rmSync(changed);
    expect((await build(NEW)).findings.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('names that every object of JavaScript knows', () => {
  it('are articles, topics and files like all others, ours and theirs', async () => {
    const root = temporaryFolder();
    const tags = 'tags: [constructor, __proto__, toString]\n';
    const named = (title: string) => ({ en: page(title, tags), es: page(`${title} es`, tags) });
    const drafts: Drafts = {
      constructor: named('First'),
      __proto__x: named('Second'),
      ['__proto__']: named('Third'),
      valueOf: named('Fourth'),
    };
    put(join(root, 'site'), { constructor: 'theirs', 'es/hasOwnProperty': 'theirs' });
    put(join(root, 'public'), { constructor: 'ours', toString: 'ours', __proto__: 'ours' });
    const build = () => buildSite(input(root, drafts), { out: join(root, 'site'), cache: join(root, 'cache.json'), keepForeign: true });
    const { articles, findings } = await build();
    expect(articles).toBe(4);
    expect(findings.filter(({ level }) => level === 'error').flatMap(({ got }) => got ?? [])).toEqual(['constructor']);
    const site = contents(join(root, 'site'));
    expect(site).toMatchObject({ constructor: 'theirs', 'es/hasOwnProperty': 'theirs', toString: 'ours' });
    for (const slug of Object.keys(drafts)) expect(site[`es/${slug}/index.html`], slug).toContain('</html>');
    expect((await build()).files.written).toEqual([]);
  });
});

describe('a switch that was interrupted', () => {
  it('is finished around what somebody has put at a place of the new site meanwhile', async () => {
    const root = temporaryFolder();
    const out = join(root, 'site');
    await buildSite(input(root, OLD), { out });
    const staged = join(root, '.site.next-999999999-0123456789ab');
    put(join(staged, 'files'), { 'es/boat/more/index.html': 'new', 'zz/index.html': 'new' });
    put(staged, { 'switch.json': JSON.stringify({ put: ['es/boat/more/index.html', 'zz/index.html'], remove: [] }) });
    writeFileSync(join(out, 'zz'), 'in the way');
    await buildSite(input(root, OLD), { out });
    expect(readFileSync(join(out, 'zz'), 'utf8')).toBe('in the way');
    expect(existsSync(staged)).toBe(false);
  });

  it('foresees an alias at a file of the site, and says so of the article; all else is done', async () => {
    const root = temporaryFolder();
    const aliases = ['/robots.txt/old', '/sitemap.xml', '/es/', '/es/tram', '/assets', '/en/feed.xml/x', '/a', '/a/b.html'];
    const drafts: Drafts = { ...OLD, boat: { en: page('Boat', `aliases: ${JSON.stringify(aliases)}\n`), es: page('Barco') } };
    const { findings, articles } = await buildSite(input(root, drafts), { out: join(root, 'site') });
    expect(articles).toBe(2);
    const errors = findings.filter(({ level }) => level === 'error');
    expect(errors.flatMap(({ got }) => got ?? []).toSorted()).toEqual(
      ['en/feed.xml/x/index.html', 'es/index.html', 'robots.txt/old/index.html', 'sitemap.xml/index.html'].toSorted(),
    );
    for (const error of errors) expect(error).toMatchObject({ slug: 'boat', locale: 'en', file: 'articles/en/boat.md' });
    expect(readFileSync(join(root, 'site/sitemap.xml'), 'utf8')).toContain('<sitemapindex');
    expect(existsSync(join(root, 'site/a/b.html'))).toBe(true);
  });
});

describe('the files of the site', () => {
  const changed = ['es/boat/index.html', 'sitemap.xml'];

  it('are looked at now and then: what somebody changed stays and is named, until a build with verify writes it again', async () => {
    const root = temporaryFolder();
    const out = join(root, 'site');
    const build = async (verify = false, drafts = OLD) => {
      const { files, findings } = await buildSite(input(root, drafts), { out, cache: join(root, 'cache.json'), verify });
      return { written: files.written.toSorted(), findings: findings.map(({ level, got }) => [level, got]) };
    };
    await build();
    const whole = contents(out);
    for (const file of changed) writeFileSync(join(out, file), 'mine');
    let named: unknown[] = [];
    for (let round = 0; round < 64 && named.length < 2; round++) named = (await build()).findings;
    expect(named.toSorted()).toEqual(changed.map((file) => ['error', [file]]));
    // Told in each build from then on, and whatever is to be written there.
    expect((await build()).findings).toHaveLength(2);
    await build(false, { ...OLD, boat: { en: page('Boat'), es: page('Un barco') } });
    for (const file of changed) expect(readFileSync(join(out, file), 'utf8')).toBe('mine');
    const { written, findings } = await build(true);
    expect(written).toEqual(expect.arrayContaining(changed));
    expect(findings).toEqual([['warning', changed]]);
    expect(contents(out)).toEqual(whole);
    expect(contents(join(root, 'cache.json.replaced'))).toEqual(Object.fromEntries(changed.map((file) => [file, 'mine'])));
    expect((await build()).findings).toEqual([]);
  });

  it('that a disk has left without content are written again', async () => {
    const root = temporaryFolder();
    const out = join(root, 'site');
    const build = () => buildSite(input(root, OLD), { out, cache: join(root, 'cache.json') });
    await build();
    const whole = contents(out);
    writeFileSync(join(out, 'es/tram/index.html'), '');
    for (let round = 0; round < 64; round++) await build();
    expect(contents(out)).toEqual(whole);
  });

  it('are what a feed is made of, and nothing that somebody has put there', async () => {
    const root = temporaryFolder();
    const out = join(root, 'site');
    const build = (drafts: Drafts) => buildSite(input(root, drafts), { out, cache: join(root, 'cache.json') });
    await build(OLD);
    writeFileSync(join(out, 'es/tram/index.html'), readFileSync(join(out, 'es/tram/index.html'), 'utf8').replaceAll('Words.', 'Mine.'));
    const { findings } = await build({ ...OLD, boat: { en: page('Boat'), es: page('Un barco') } });
    expect(findings).toContainEqual(expect.objectContaining({ level: 'error', got: ['es/tram/index.html'] }));
    expect(readFileSync(join(out, 'es/feed.xml'), 'utf8')).not.toContain('Mine.');
  });

  it('prove themselves when hidden files are lost on the way', async () => {
    const root = temporaryFolder();
    const out = join(root, 'site');
    await buildSite(input(root, OLD), { out });
    rmSync(join(out, '.dragoman-site.json'));
    const { findings } = await buildSite(input(root, NEW), { out });
    expect(findings).toEqual([]);
    expect(existsSync(join(out, 'es/tram'))).toBe(false);
  });

  it('of the public folder give way to pages, and are named', async () => {
    const root = temporaryFolder();
    put(join(root, 'public'), {
      'es/boat/index.html': 'mine',
      'en/boat': 'mine',
      'index.html': 'mine',
      'robots.txt': 'mine',
      'icon.txt': 'i',
    });
    const { findings, files } = await buildSite(input(root, OLD), { out: join(root, 'site') });
    const named = findings.filter(({ message }) => message.includes('has its place')).map(({ file }) => file);
    expect(named.toSorted()).toEqual(['public/en/boat', 'public/es/boat/index.html', 'public/index.html']);
    expect(readFileSync(join(root, 'site/robots.txt'), 'utf8')).toBe('mine');
    expect(files.unchanged).toBe(0);
    expect(existsSync(join(root, 'site/en/boat/index.html'))).toBe(true);
  });
});

describe('an export', () => {
  const hugo = layouts.find(({ name }) => name === 'hugo') as (typeof layouts)[number];
  const run = (root: string, drafts: Drafts) =>
    exportEditions(siteInput(root, drafts, { locales: ['en', 'es'], now: NOW }), hugo, join(root, 'hugo'));

  it('writes over no file of the generator’s project, and removes none', () => {
    const root = temporaryFolder();
    put(join(root, 'hugo'), { 'content/en/boat.md': 'by hand', 'content/en/about.md': 'by hand', 'config.toml': '' });
    mkdirSync(join(root, 'elsewhere'));
    for (const _ of ['first', 'second']) {
      const { findings, editions } = run(root, OLD);
      expect(editions).toBe(3);
      expect(findings).toMatchObject([{ level: 'error', slug: 'boat', locale: 'en', got: ['content/en/boat.md'] }]);
    }
    expect(contents(join(root, 'hugo'))).toMatchObject({ 'content/en/boat.md': 'by hand', 'content/en/about.md': 'by hand' });
    // What it has made goes with its article; what somebody changed since stays.
    writeFileSync(join(root, 'hugo/content/es/tram.md'), 'changed');
    const { removed, findings } = run(root, { boat: OLD.boat ?? {} });
    expect(removed).toEqual(['content/en/tram.md']);
    expect(findings.flatMap(({ got }) => got ?? [])).toEqual(['content/en/boat.md', 'content/es/tram.md']);
    expect(readFileSync(join(root, 'hugo/content/es/tram.md'), 'utf8')).toBe('changed');
  });

  it.each([
    ['cannot be read', '<<<<<<< HEAD\n[]\n'],
    ['is null', 'null'],
  ])('stops where its list %s', (_, list) => {
    const root = temporaryFolder();
    put(join(root, 'hugo'), { '.dragoman-export.json': list });
    expect(() => run(root, OLD)).toThrow('not a list of exported files');
  });

  it('takes a list of an earlier version, and nothing that leads out of the folder', () => {
    const root = temporaryFolder();
    put(root, { 'secret.md': 'secret' });
    put(join(root, 'hugo'), { 'content/en/boat.md': 'exported', 'content/en/old.md': 'exported' });
    writeFileSync(join(root, 'hugo/.dragoman-export.json'), JSON.stringify(['content/en/boat.md', 'content/en/old.md', '../secret.md']));
    const { findings, editions } = run(root, OLD);
    expect(editions).toBe(4);
    // Nothing proves that this is still what was exported.
    expect(findings).toMatchObject([{ level: 'error', file: 'content/en/old.md' }]);
    expect(readFileSync(join(root, 'secret.md'), 'utf8')).toBe('secret');
    expect(readFileSync(join(root, 'hugo/content/en/boat.md'), 'utf8')).toContain('Words.');
  });

  it('goes through no link', () => {
    const root = temporaryFolder();
    mkdirSync(join(root, 'elsewhere'));
    mkdirSync(join(root, 'hugo'));
    symlinkSync('../elsewhere', join(root, 'hugo/content'));
    const { findings, editions } = run(root, OLD);
    expect(editions).toBe(0);
    expect(findings).toHaveLength(4);
    expect(readdirSync(join(root, 'elsewhere'))).toEqual([]);
  });
});

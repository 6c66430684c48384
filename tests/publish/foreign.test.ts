import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { KnownError } from '../../src/errors.ts';
import { buildSite } from '../../src/publish/build.ts';
import { exportEditions, layouts } from '../../src/publish/export.ts';
import { MANIFEST } from '../../src/publish/survey/manifest.ts';
import { temporaryFolder } from './folder.ts';
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

/** Every file below a folder with its content; a link with where it leads. */
function contents(folder: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const entry of existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : []) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isSymbolicLink()) found[path.slice(folder.length + 1)] = `-> ${readlinkSync(path)}`;
    else if (entry.isFile()) found[path.slice(folder.length + 1)] = readFileSync(path, 'latin1');
  }
  return found;
}

function put(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
}

const input = (root: string, drafts: Drafts) => siteInput(root, drafts, { locales: ['en', 'es'] });

/** The old site with foreign files beside it, made once and copied for each state. */
const template = new Map<string, string>();
async function clean(name: 'old' | 'new'): Promise<string> {
  const known = template.get(name);
  if (known !== undefined) return known;
  const root = temporaryFolderForAll();
  await buildSite(input(root, name === 'old' ? OLD : NEW), { out: join(root, 'site'), cache: join(root, 'cache.json') });
  template.set(name, root);
  return root;
}

const made: string[] = [];
function temporaryFolderForAll(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-foreign-'));
  made.push(folder);
  return folder;
}
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

interface Ground {
  readonly root: string;
  readonly out: string;
  readonly list: string;
  /** Somewhere outside of the site that must not be touched. */
  readonly secret: string;
  readonly newSite: string;
}

const spoil = (text: string) => (ground: Ground) => writeFileSync(ground.list, text);
const relist = (change: (files: Record<string, string>) => void) => (ground: Ground) => {
  const manifest = JSON.parse(readFileSync(ground.list, 'utf8'));
  change(manifest.files);
  writeFileSync(ground.list, JSON.stringify(manifest));
};
const withoutCopy = (change: (ground: Ground) => void) => (ground: Ground) => {
  change(ground);
  rmSync(join(ground.root, 'cache.json'), { force: true });
  rmSync(join(ground.root, 'cache.json.list'), { force: true });
};
/** As a run leaves it that ended: its folder beside the site. @param moved how many of its files are in the site already */
const interrupted =
  (moved: number, change: (decision: { put: string[]; remove: string[] }, staged: string) => void = () => {}) =>
  ({ root, out, newSite }: Ground) => {
    const staged = join(root, '.site.next-999999999-0123456789ab');
    cpSync(newSite, join(staged, 'files'), { recursive: true });
    const [before, after] = [contents(out), contents(join(staged, 'files'))];
    const decision = {
      put: Object.keys(after).filter((file) => file !== MANIFEST && after[file] !== before[file]),
      remove: ['en/tram/index.html', 'es/tram/index.html'],
    };
    for (const file of Object.keys(after).filter((one) => !decision.put.includes(one) && one !== MANIFEST))
      rmSync(join(staged, 'files', file));
    writeFileSync(join(staged, 'switch.json'), JSON.stringify(decision));
    for (const file of decision.put.slice(0, moved)) {
      mkdirSync(dirname(join(out, file)), { recursive: true });
      renameSync(join(staged, 'files', file), join(out, file));
    }
    change(decision, staged);
  };

const STATES: Record<string, (ground: Ground) => void> = {
  'a whole list': () => {},
  'no list': ({ list }) => rmSync(list),
  'no list and no copy': withoutCopy(({ list }) => rmSync(list)),
  'an empty list': spoil(''),
  'half a list': (ground) => writeFileSync(ground.list, readFileSync(ground.list, 'utf8').slice(0, 400)),
  'half a list and no copy': withoutCopy((ground) => writeFileSync(ground.list, readFileSync(ground.list, 'utf8').slice(0, 400))),
  'a list with the marks of a merge': (ground) => {
    const text = readFileSync(ground.list, 'utf8');
    writeFileSync(ground.list, `<<<<<<< HEAD\n${text}=======\n${text.replace('boat', 'goat')}>>>>>>> other\n`);
  },
  'a list with the marks of a merge and no copy': withoutCopy((ground) => {
    const text = readFileSync(ground.list, 'utf8');
    writeFileSync(ground.list, `<<<<<<< HEAD\n${text}=======\n${text}>>>>>>> other\n`);
  }),
  'a list with a conflict in the line of a file and no copy': withoutCopy((ground) => {
    const text = readFileSync(ground.list, 'utf8');
    const side = (line: string) =>
      `<<<<<<< HEAD\n${line}=======\n${line.replace(/"[\w-]{22}"/, '"aaaaaaaaaaaaaaaaaaaaaa"')}>>>>>>> other\n`;
    const conflict = text.replace(/^"es\/tram\/index\.html":.*\n/m, side);
    expect(conflict).toContain('>>>>>>> other');
    writeFileSync(ground.list, conflict);
  }),
  'a list that is null': spoil('null'),
  'a list that is an array': spoil('[]'),
  'a list of bytes': spoil('\u0000\ufffd\u0001'),
  'a list of another version': (ground) =>
    writeFileSync(ground.list, JSON.stringify({ ...JSON.parse(readFileSync(ground.list, 'utf8')), version: 2 })),
  'a list without articles': (ground) =>
    writeFileSync(ground.list, JSON.stringify({ ...JSON.parse(readFileSync(ground.list, 'utf8')), articles: null, moved: 7 })),
  'a list that names foreign files': relist((files) => {
    for (const file of Object.keys(FOREIGN)) files[file] = 'aaaaaaaaaaaaaaaaaaaaaa';
  }),
  'a list that names what is outside': relist((files) => {
    Object.assign(files, { '../secret.txt': '', '/etc/hosts': '', 'es/../../secret.txt': 'x', './../secret.txt': 'x' });
  }),
  'a list without hashes': relist((files) => {
    for (const file of Object.keys(files)) files[file] = '';
  }),
  'a list that knows nothing': relist((files) => {
    for (const file of Object.keys(files)) delete files[file];
  }),
  'a list that is a link': ({ list, secret }) => {
    rmSync(list);
    symlinkSync(secret, list);
  },
  'a list that is a folder, empty': ({ list }) => {
    rmSync(list);
    mkdirSync(list);
  },
  'a build that did not end': ({ root }) => put(join(root, '.site.next-999999999-abcdefabcdef/files'), { 'half.html': 'half' }),
  'a build of an earlier version that did not end': ({ root }) => put(join(root, '.site.next/files'), { 'half.html': 'half' }),
  'a link of the staging folder’s name': ({ root, secret }) => symlinkSync(dirname(secret), join(root, '.site.next')),
  'a switch, nothing moved': interrupted(0),
  'a switch, three files moved': interrupted(3),
  'a switch, all but the list moved': interrupted(1000),
  'a switch whose list is lost': (ground) => {
    interrupted(2)(ground);
    writeFileSync(ground.list, '{');
  },
  'a switch that cannot be read': interrupted(2, (_, staged) => writeFileSync(join(staged, 'switch.json'), '{"put": ["es')),
  'a switch that is null': interrupted(0, (_, staged) => writeFileSync(join(staged, 'switch.json'), 'null')),
  'a switch that removes what is foreign': interrupted(1, (decision, staged) =>
    writeFileSync(
      join(staged, 'switch.json'),
      JSON.stringify({ ...decision, remove: [...decision.remove, ...Object.keys(FOREIGN), '../secret.txt', '.git/HEAD'] }),
    ),
  ),
  'a switch that puts what is outside': interrupted(1, (decision, staged) => {
    writeFileSync(join(staged, 'files', 'evil.txt'), 'evil');
    writeFileSync(
      join(staged, 'switch.json'),
      JSON.stringify({ ...decision, put: [...decision.put, '../secret.txt', '../files/evil.txt'] }),
    );
  }),
  'a page that somebody changed': ({ out }) => writeFileSync(join(out, 'es/boat/index.html'), 'changed'),
  'pages that are gone': ({ out }) => rmSync(join(out, 'es'), { recursive: true }),
};

describe('a folder with files of others', () => {
  it.each(Object.entries(STATES))('%s: foreign files as they were, and the site as a clean build', async (_, change) => {
    const [old, fresh] = [await clean('old'), await clean('new')];
    const root = temporaryFolder();
    cpSync(old, root, { recursive: true });
    const ground: Ground = {
      ...{ root, out: join(root, 'site'), list: join(root, 'site', MANIFEST), newSite: join(fresh, 'site') },
      secret: join(root, 'secret.txt'),
    };
    writeFileSync(ground.secret, 'secret\n');
    put(ground.out, FOREIGN);
    symlinkSync('CNAME', join(ground.out, 'own-link'));
    change(ground);
    put(ground.out, FOREIGN);
    const isForeign = (file: string) => FOREIGN[file] !== undefined || file === 'own-link';
    const build = () => buildSite(input(root, NEW), { out: ground.out, cache: join(root, 'cache.json'), keepForeign: true, verify: true });
    const before = contents(ground.out);
    const refused = await build().then(
      ({ findings }) => findings.filter((finding) => finding.level === 'error').flatMap((finding) => finding.got ?? []),
      (error: unknown) => {
        if (!(error instanceof KnownError)) throw error;
        return Object.keys(before).concat(MANIFEST);
      },
    );
    // Whatever it named is removed by hand, but for what the person knows as their own.
    for (const file of refused) if (!isForeign(file)) rmSync(join(ground.out, file), { recursive: true, force: true });
    if (refused.length > 0) await build();
    const after = contents(ground.out);
    expect(Object.fromEntries(Object.entries(after).filter(([file]) => isForeign(file)))).toEqual({ ...FOREIGN, 'own-link': '-> CNAME' });
    expect(readFileSync(ground.secret, 'utf8')).toBe('secret\n');
    const own = (files: Record<string, string>) =>
      Object.fromEntries(Object.entries(files).filter(([file]) => !isForeign(file) && file !== MANIFEST));
    const left = own(after);
    expect(Object.keys(left).toSorted()).toEqual(Object.keys(own(contents(ground.newSite))).toSorted());
    expect(left).toEqual(own(contents(ground.newSite)));
    expect(existsSync(join(root, '.site.next-999999999-0123456789ab'))).toBe(false);
  });

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

describe('a switch that fails', () => {
  it('is finished by the next build, once what is in the way is gone', async () => {
    const root = temporaryFolder();
    const out = join(root, 'site');
    await buildSite(input(root, OLD), { out });
    const staged = join(root, '.site.next-999999999-0123456789ab');
    put(join(staged, 'files'), { 'es/boat/more/index.html': 'new', 'zz/index.html': 'new' });
    put(staged, { 'switch.json': JSON.stringify({ put: ['es/boat/more/index.html', 'zz/index.html'], remove: [] }) });
    // As a full disk or a person between the decision and its end.
    writeFileSync(join(out, 'zz'), 'in the way');
    await expect(buildSite(input(root, OLD), { out })).rejects.toThrow('stopped half-way');
    expect(lstatSync(join(out, 'zz')).isFile()).toBe(true);
    rmSync(join(out, 'zz'));
    await buildSite(input(root, OLD), { out });
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
  it('are looked at with verify, and now and then without it', async () => {
    const root = temporaryFolder();
    const out = join(root, 'site');
    const build = (verify: boolean) => buildSite(input(root, OLD), { out, cache: join(root, 'cache.json'), verify });
    await build(false);
    const whole = contents(out);
    for (const file of ['es/boat/index.html', 'sitemap.xml']) writeFileSync(join(out, file), 'spoiled');
    const { files } = await build(true);
    expect(files.written.toSorted()).toEqual(['es/boat/index.html', 'sitemap.xml']);
    expect(contents(out)).toEqual(whole);
    writeFileSync(join(out, 'es/tram/index.html'), 'spoiled');
    for (let round = 0; round < 64; round++) await build(false);
    expect(contents(out)).toEqual(whole);
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

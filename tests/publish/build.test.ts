import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/finding.ts';
import { NOTHING_KNOWN, readCache, writeCache } from '../../src/publish/build/page-cache.ts';
import { type BuildMemory, type BuildOptions, buildSite } from '../../src/publish/build.ts';
import { digestOf } from '../../src/publish/site-files.ts';
import { type KnownArticle, plainArticle } from '../../src/publish/survey/known-articles.ts';
import { inRound, MANIFEST } from '../../src/publish/survey/manifest.ts';
import { finishSwitches } from '../../src/publish/switch.ts';
import { temporaryFolder } from './folder.ts';
import { type Drafts, dayOfNews, NOW, type SiteChanges, siteInput } from './newsroom.ts';
import { deadLinks, readPages, siteFiles } from './pages.ts';

const FAULT: Finding = { check: 'numbers', level: 'error', message: 'A number differs' };

/** A site that is built again and again from drafts that change. */
function newsroom(first: (root: string) => Drafts = () => twoArticles(), options: Partial<BuildOptions> = {}) {
  const root = temporaryFolder();
  const out = join(root, 'site');
  let drafts = first(root);
  const build = (edit: (drafts: Drafts) => Drafts = (same) => same, changes: SiteChanges = {}) => {
    drafts = edit(drafts);
    return buildSite(siteInput(root, drafts, changes), { out, cache: join(root, 'cache.json'), ...options });
  };
  return { root, out, build, page: (path: string) => readFileSync(join(out, path, 'index.html'), 'utf8') };
}

function article(title: string, front: string, body = 'Words.\n\n## History\n\nMore words.\n'): string {
  return `---\ntitle: ${title}\ndate: 2026-03-20\n${front}---\n\n${body}`;
}

function twoArticles(): Drafts {
  return {
    boat: { en: article('Boats', ''), es: { text: article('Barcos', ''), state: 'reviewed' } },
    tram: { en: article('Trams', ''), es: { text: article('Tranvías', ''), state: 'reviewed' } },
  };
}

const withText = (slug: string, locale: string, change: (text: string) => string) => (drafts: Drafts) => {
  const draft = drafts[slug]?.[locale] ?? '';
  const text = change(typeof draft === 'string' ? draft : draft.text);
  return { ...drafts, [slug]: { ...drafts[slug], [locale]: typeof draft === 'string' ? text : { ...draft, text } } };
};

describe('a build after a change', () => {
  it('rewrites the edition, its lists and feeds, and nothing else', async () => {
    const { build } = newsroom(dayOfNews);
    await build();
    const { files } = await build(withText('bees', 'ja', (text) => text.replace('巣箱四つ', '巣箱五つ')));
    expect(files.written.toSorted()).toEqual([
      'ja/author/nour-haddad/index.html',
      'ja/bees/index.html',
      'ja/feed.json',
      'ja/feed.xml',
      'ja/index.html',
      'ja/tag/nature/feed.xml',
      'ja/tag/nature/index.html',
    ]);
    expect(files.removed).toEqual([]);
  });

  it('looks at each file that it keeps once in 64 builds', () => {
    for (let file = 0; file < 300; file++) {
      const digest = digestOf(`${file}`);
      const rounds = Array.from({ length: 64 }, (_, index) => inRound(1000 + index)(digest));
      expect(rounds.filter((isChosen) => isChosen)).toEqual([true]);
    }
  });

  it('knows the pages of lists that an earlier build made of the same articles', async () => {
    const { root, build } = newsroom(dayOfNews);
    const lists = () => Object.fromEntries(readCache(join(root, 'cache.json')).lists);
    await build();
    const first = lists();
    expect(Object.keys(first).length).toBeGreaterThan(20);
    await build();
    expect(lists()).toEqual(first);
  });

  it('rewrites the alternates of its neighbours when an edition comes or goes', async () => {
    const { build } = newsroom();
    await build();
    const { files } = await build((drafts) => ({ ...drafts, boat: { en: article('Boats', '') } }));
    expect(files.removed).toEqual(['es/boat/index.html']);
    expect(files.written.toSorted()).toEqual([
      ...['en/boat/index.html', 'es/feed.json', 'es/feed.xml', 'es/index.html', 'index.html', 'sitemap-es.xml'],
    ]);
  });

  it('writes nothing where nothing changed, and touches no file', async () => {
    const { build, out } = newsroom(dayOfNews);
    await build();
    const times = () => siteFiles(out).map((file) => statSync(join(out, file)).mtimeMs);
    const before = times();
    const { files } = await build();
    expect([files.written, files.removed]).toEqual([[], []]);
    expect(times()).toEqual(before);
  });

  it('loads only articles whose stamp changed', async () => {
    const { build } = newsroom(dayOfNews);
    const loaded: string[] = [];
    const changes = { stamps: true, loaded: (slug: string) => loaded.push(slug) };
    await build(undefined, changes);
    expect(loaded).toHaveLength(8);
    loaded.length = 0;
    await build(
      withText('bees', 'ja', (text) => `${text}\n`),
      changes,
    );
    expect(loaded).toEqual(['bees']);
    // Other options may publish what was left out before.
    loaded.length = 0;
    await build(undefined, { ...changes, publish: { perPage: 5 } });
    expect(loaded).toHaveLength(8);
  });

  it('of a process that remembers its last one keeps nothing on the disk, and loads what changed', async () => {
    const root = temporaryFolder();
    const drafts = dayOfNews(root);
    const loaded: string[] = [];
    const memory: BuildMemory = {};
    const build = (some: Drafts) =>
      buildSite(siteInput(root, some, { stamps: true, loaded: (slug) => loaded.push(slug) }), { out: join(root, 'site'), memory });
    await build(drafts);
    loaded.length = 0;
    const { files, pathOf } = await build(withText('bees', 'ja', (text) => text.replace('巣箱四つ', '巣箱五つ'))(drafts));
    expect(loaded).toEqual(['bees']);
    expect(files.written).toContain('ja/bees/index.html');
    expect([pathOf('articles/ja/bees.md'), pathOf('articles/ja/none.md')]).toEqual(['/ja/bees/', undefined]);
    expect(readdirSync(root).sort()).toEqual(['articles', 'site']);
    loaded.length = 0;
    expect((await build(withText('bees', 'ja', (text) => text.replace('巣箱四つ', '巣箱五つ'))(drafts))).files.written).toEqual([]);
    expect(loaded).toEqual([]);
  });

  it('gives the bytes of a build from nothing', async () => {
    const { build, out, root } = newsroom(dayOfNews);
    await build();
    await build(withText('bees', 'es', (text) => text.replace('Cuatro', 'Cinco')));
    const bytes = () => siteFiles(out).map((file) => [file, readFileSync(join(out, file), 'base64')]);
    const after = bytes();
    rmSync(out, { recursive: true });
    rmSync(join(root, 'cache.json'));
    await build();
    expect(after).toEqual(bytes());
  });

  it.each(['the list', 'what is known'])('gives them also where a part of %s is spoiled that it has relied on', async (what) => {
    const { build, out, root } = newsroom(dayOfNews, { partsAbove: 3 });
    const stamps = { stamps: true };
    const cache = join(root, 'cache.json');
    await build(undefined, stamps);
    const parts = readdirSync(join(out, '.dragoman-site')).map((part) => join(out, '.dragoman-site', part));
    const own = parts.filter((part) => readFileSync(part, 'utf8').includes('\n"bees":'));
    expect([parts.length > 1, own.length]).toEqual([true, 1]);
    if (what === 'the list') writeFileSync(own[0] ?? '', '{\n}\n');
    else {
      // What lists show, which is read when the articles' pages are made.
      const lines = readFileSync(cache, 'utf8').split('\n');
      const story = lines.at(-8) ?? '';
      writeFileSync(cache, lines.with(-8, '?'.repeat(Buffer.byteLength(story))).join('\n'));
      expect(() => readCache(cache).articles.get('bees')?.editions[0]?.page.story).toThrow('is not as it was written');
    }
    await build(
      withText('bees', 'es', (text) => text.replace('Cuatro', 'Cinco')),
      stamps,
    );
    const bytes = () => Object.fromEntries(siteFiles(out).map((file) => [file, digestOf(readFileSync(join(out, file)))]));
    const after = bytes();
    rmSync(out, { recursive: true });
    rmSync(cache);
    await build(undefined, stamps);
    expect(after).toEqual(bytes());
  });

  it('keeps what it knows beside what it knew, and writes it whole again when that has grown', async () => {
    const { build, root } = newsroom(dayOfNews);
    const known = () => readCache(join(root, 'cache.json'));
    const stamps = { stamps: true };
    await build(undefined, stamps);
    const ids = new Set<string | undefined>();
    let changes = 0;
    for (let sentence = 0; sentence < 12; sentence++) {
      await build(
        withText('bees', 'es', (text) => `${text}\nOtra frase.\n`),
        stamps,
      );
      ids.add(known().base?.id);
      changes = Math.max(changes, known().base?.changes.split('\n').length ?? 0);
    }
    expect([ids.size > 1, changes > 2]).toEqual([true, true]);
    const loaded: string[] = [];
    expect((await build(undefined, { ...stamps, loaded: (slug) => loaded.push(slug) })).files.written).toEqual([]);
    expect(loaded).toEqual([]);
  });

  it('brings a site up to date that was put back as it was', async () => {
    const { build, out, root } = newsroom(dayOfNews);
    const stamps = { stamps: true };
    await build(undefined, stamps);
    cpSync(out, join(root, 'older'), { recursive: true });
    await build(
      withText('bees', 'es', (text) => text.replace('title: ', 'title: Nuevo ').replace('title: Nuevo "', 'title: "Nuevo ')),
      stamps,
    );
    const bytes = () => siteFiles(out).map((file) => [file, readFileSync(join(out, file), 'base64')]);
    const newer = bytes();
    rmSync(out, { recursive: true });
    cpSync(join(root, 'older'), out, { recursive: true });
    expect(bytes()).not.toEqual(newer);
    await build(undefined, stamps);
    expect(bytes()).toEqual(newer);
  });

  it('writes a file again that somebody removed', async () => {
    const { build, out } = newsroom();
    await build();
    rmSync(join(out, 'es/boat/index.html'));
    rmSync(join(out, 'robots.txt'));
    expect((await build()).files.written.toSorted()).toEqual(['es/boat/index.html', 'robots.txt']);
  });
});

describe('the switch', () => {
  it('leaves the old site whole when a build fails', async () => {
    const { build, out, root } = newsroom();
    await build();
    const before = siteFiles(out).map((file) => readFileSync(join(out, file), 'utf8'));
    const input = siteInput(root, { ...twoArticles(), boat: { en: article('New', '') } });
    const fail = () => {
      throw new Error('a fault');
    };
    const failing = {
      ...input,
      articles: [...input.articles, { slug: 'x', files: [], load: fail, read: () => '' }],
    };
    await expect(buildSite(failing, { out })).rejects.toThrow('a fault');
    expect(siteFiles(out).map((file) => readFileSync(join(out, file), 'utf8'))).toEqual(before);
    expect(readdirSync(root).filter((name) => name.startsWith('.site.next'))).toEqual([]);
  });

  it('finishes what was decided and interrupted', async () => {
    const { build, out, root, page } = newsroom();
    await build();
    // As a crash after the decision leaves it: one file moved, one not, one not removed yet.
    const next = join(root, '.site.next');
    mkdirSync(join(next, 'files/es/boat'), { recursive: true });
    writeFileSync(join(next, 'files/es/boat/index.html'), 'moved late');
    writeFileSync(join(next, 'files', MANIFEST), readFileSync(join(out, MANIFEST)));
    writeFileSync(
      join(next, 'switch.json'),
      JSON.stringify({ put: ['en/boat/index.html', 'es/boat/index.html'], remove: ['es/tram/index.html'] }),
    );
    finishSwitches(out);
    expect(page('es/boat')).toBe('moved late');
    expect(existsSync(join(out, 'es/tram'))).toBe(false);
    expect(existsSync(next)).toBe(false);
  });

  it('drops what an unfinished build left', async () => {
    const { build, root, out } = newsroom();
    mkdirSync(join(root, '.site.next/files'), { recursive: true });
    writeFileSync(join(root, '.site.next/files/half.html'), 'half');
    await build();
    expect(existsSync(join(out, 'half.html'))).toBe(false);
  });

  it("leaves nothing over where the list of the site's files is lost, by its copy in the cache", async () => {
    const { build, out } = newsroom();
    await build();
    writeFileSync(join(out, MANIFEST), '{');
    const { files } = await build((drafts) => ({ tram: drafts.tram ?? {} }));
    expect(files.removed).toContain('es/boat/index.html');
    expect(siteFiles(out).filter((file) => file.includes('boat'))).toEqual([]);
  });

  it('refuses a folder with other files in it', async () => {
    const { build, out } = newsroom();
    mkdirSync(out);
    writeFileSync(join(out, 'thesis.doc'), 'mine');
    await expect(build()).rejects.toThrow('is not a site that Dragoman made');
    expect(siteFiles(out)).toEqual(['thesis.doc']);
  });
});

describe('what is published', () => {
  it('withholds drafts and embargoed articles in every locale until their time', async () => {
    const { build, out, page } = newsroom();
    const hide = (line: string) => (drafts: Drafts) => withText('boat', 'en', (text) => text.replace('date:', `${line}\ndate:`))(drafts);
    await build();
    await build(withText('tram', 'en', (text) => `${text}\nSee [it](boat.md).\n`));
    expect(page('en/tram')).toContain('<a href="/en/boat/">it</a>');
    await build(hide('embargo: 2026-03-24T08:00:00'));
    expect(page('en/tram')).toContain('See it.');
    for (const file of siteFiles(out)) expect(readFileSync(join(out, file), 'utf8'), file).not.toMatch(/boat/i);
    expect(siteFiles(out).filter((file) => file.includes('boat'))).toEqual([]);
    expect(readFileSync(join(out, MANIFEST), 'utf8')).not.toContain('Boats');
    await build(undefined, { now: Date.parse('2026-03-24T06:59:59Z') });
    expect(existsSync(join(out, 'es/boat'))).toBe(false);
    // Eight in Madrid.
    await build(undefined, { now: Date.parse('2026-03-24T07:00:00Z') });
    expect(existsSync(join(out, 'es/boat'))).toBe(true);
    expect(page('en/tram')).toContain('<a href="/en/boat/">it</a>');
    await build(
      withText('boat', 'en', (text) => text.replace(/embargo.*/, 'draft: true')),
      { now: NOW + 86_400_000 * 9 },
    );
    expect(existsSync(join(out, 'en/boat'))).toBe(false);
    await build(
      withText('boat', 'en', (text) => text.replace(/draft.*/, 'embargo: when it is ready')),
      { now: NOW + 86_400_000 * 9 },
    );
    expect(existsSync(join(out, 'en/boat'))).toBe(false);
  });

  it('shows each state as the matrix has it', async () => {
    const { build, page } = newsroom(() => ({
      boat: {
        en: article('Boats', ''),
        es: { text: article('Barcos', ''), state: 'machine' },
        uk: { text: article('Човни', ''), state: 'reviewed' },
        ja: { text: article('船', ''), state: 'stale' },
      },
    }));
    await build();
    expect(page('es/boat')).toContain('ha sido traducido automáticamente');
    expect(page('es/boat')).toMatch(/role="note".*href="\/en\/boat\/"/);
    expect(page('es/boat')).toContain('<meta name="robots" content="noindex">');
    expect(page('es/boat')).not.toContain('hreflang="uk" href="https');
    expect(page('uk/boat')).toContain('Переклад перевірено редакцією');
    expect(page('uk/boat')).not.toContain('role="note"');
    expect(page('uk/boat')).toContain('<link rel="alternate" hreflang="uk" href="https://courier.example/uk/boat/">');
    expect(page('uk/boat')).not.toContain('hreflang="es" href="https');
    expect(page('ja/boat')).toContain('原文の記事が更新されました');
    expect(page('en/boat')).not.toContain('noindex');

    const states = { machine: { publish: 'index', note: false }, stale: { publish: 'none', note: true } };
    const { files } = await build(undefined, { publish: { states } });
    expect(files.removed).toContain('ja/boat/index.html');
    expect(page('es/boat')).not.toContain('noindex');
    expect(page('es/boat')).not.toContain('role="note"');
    expect(page('en/boat')).toContain('<link rel="alternate" hreflang="es" href="https://courier.example/es/boat/">');
  });

  it('keeps the last good edition of an article with errors, with the alternates of today', async () => {
    const { build, page, out } = newsroom();
    await build();
    const broken = (drafts: Drafts): Drafts => ({
      ...drafts,
      boat: { en: drafts.boat?.en ?? '', es: { text: article('Barcos ROTOS', ''), state: 'reviewed', errors: [FAULT] } },
    });
    const first = await build(broken);
    expect(first.findings.map(({ message }) => message)).toEqual([
      'A number differs',
      'The edition has 1 finding at error level; its last good edition stays published',
    ]);
    expect(first.files.written).toEqual([]);
    await build((drafts) => ({ ...drafts, boat: { ...drafts.boat, uk: { text: article('Човни', ''), state: 'reviewed' } } }));
    expect(page('es/boat')).toContain('hreflang="uk"');
    expect(page('es/boat')).toContain('<h1>Barcos</h1>');
    expect(page('es/boat')).toContain('More words.');
    expect(page('es')).toContain('Barcos</a>');
    // An article that never was good is not published.
    const { findings } = await build((drafts) => ({
      ...drafts,
      bus: { en: article('Bus', ''), es: { text: article('Bus', ''), errors: [FAULT] } },
    }));
    expect(existsSync(join(out, 'es/bus'))).toBe(false);
    expect(findings.at(-1)?.message).toMatch(/it is not published/);
  });

  it('offers no language that has no article', async () => {
    const { build, page, out } = newsroom();
    await build();
    expect(siteFiles(out).filter((file) => /^(uk|ar|ja)\//.test(file))).toEqual([]);
    expect(page('')).not.toContain('hreflang="uk"');
    await build(() => ({}));
    expect(page('en')).toContain('Nothing has been published in this language yet.');
    expect(deadLinks(out, 'https://courier.example')).toEqual([]);
  });

  it.each(['whole', 'changes'])('is not what a cache says that leads out of the site: %s', async (where) => {
    const { build, root, out } = newsroom();
    const stamps = { stamps: true };
    await build(undefined, stamps);
    const cache = join(root, 'cache.json');
    const saved = readCache(cache);
    const { stamp, editions } = plainArticle(saved.articles.get('boat') as KnownArticle);
    const escaped = editions.map(({ facts, page }) => ({ facts: { ...facts, path: '/../../escaped/' }, page }));
    const articles = new Map([...saved.articles, ['boat', { stamp, editions: escaped }]]);
    const change = { list: saved.list, articles: { boat: { stamp, editions: escaped } }, media: {}, lists: {} };
    if (where === 'whole') writeCache(cache, { ...saved, articles }, NOTHING_KNOWN);
    else writeFileSync(`${cache}.changes`, `${saved.base?.id}\n${JSON.stringify(change)}\n`);
    expect(readFileSync(where === 'whole' ? cache : `${cache}.changes`, 'utf8')).toContain('/../../escaped/');
    expect([...readCache(cache).articles.keys()]).toEqual([...saved.articles.keys()].filter((slug) => slug !== 'boat'));
    rmSync(join(out, 'es/boat/index.html'));
    expect((await build(undefined, stamps)).files.written).toEqual(['es/boat/index.html']);
    expect(siteFiles(root).filter((file) => file.includes('escaped'))).toEqual([]);
  });

  it('is not sunk by front matter that does not parse', async () => {
    const { build, out, page } = newsroom();
    await build();
    const { findings } = await build(withText('boat', 'es', () => '---\ntitle: [broken\n---\n\nWords.\n'));
    expect(findings).toMatchObject([{ level: 'error', slug: 'boat', locale: 'es', file: 'articles/es/boat.md' }]);
    expect(page('es/boat')).toContain('<h1>Barcos</h1>');
    expect(existsSync(join(out, 'es/tram'))).toBe(true);
  });

  it("shows a correction in every edition, in the source's words until it is translated", async () => {
    const { build, page } = newsroom();
    await build();
    await build(withText('boat', 'en', (text) => text.replace('date:', 'correction: The boat is blue.\ndate:')));
    expect(page('en/boat')).toMatch(/<h2>Correction<\/h2>\s*<p>The boat is blue\./);
    expect(page('es/boat')).toMatch(/<h2>Corrección<\/h2>\s*<p lang="en" dir="ltr">The boat is blue\./);
    await build(withText('boat', 'es', (text) => text.replace('date:', 'correction: El barco es azul.\ndate:')));
    expect(page('es/boat')).toMatch(/<h2>Corrección<\/h2>\s*<p>El barco es azul\./);
  });
});

describe('addresses', () => {
  it('keep leading to an article that moves', async () => {
    const { build, page, out } = newsroom();
    await build();
    const { findings } = await build(withText('boat', 'es', (text) => text.replace('date:', 'slug: barcos-de-vela\ndate:')));
    expect(page('es/barcos-de-vela')).toContain('<h1>Barcos</h1>');
    expect(page('en/boat')).toContain('hreflang="es" href="https://courier.example/es/barcos-de-vela/"');
    expect(page('es/boat')).toContain('<meta http-equiv="refresh" content="0; url=https://courier.example/es/barcos-de-vela/">');
    expect(findings).toMatchObject([{ level: 'note', slug: 'boat', locale: 'es' }]);
    await build();
    expect(page('es/boat')).toContain('http-equiv="refresh"');
    // The front matter keeps it in a site built anew.
    rmSync(out, { recursive: true });
    await build(withText('boat', 'es', (text) => text.replace('date:', 'aliases: [boat, /viejo/barco]\ndate:')));
    expect(page('es/boat')).toContain('http-equiv="refresh"');
    expect(page('viejo/barco')).toContain('http-equiv="refresh"');
  });

  it("keep old anchors at their headings, and the source's anchors in every edition", async () => {
    const { build, page, out } = newsroom();
    await build();
    expect(page('es/boat')).toContain('<h2 id="history">History</h2>');
    await build((drafts) =>
      withText('boat', 'es', (text) => text.replace('History', 'Pasado'))(
        withText('boat', 'en', (text) => text.replace('History', 'The past'))(drafts),
      ),
    );
    expect(page('en/boat')).toContain('<h2 id="the-past"><span id="history"></span>The past</h2>');
    expect(page('es/boat')).toContain('<h2 id="the-past"><span id="history"></span>Pasado</h2>');
    await build(withText('tram', 'en', (text) => `${text}\n[a](boat.md#history) [b](boat.md#gone) [c](#history) [d](#nowhere)\n`));
    expect(page('en/tram')).toContain('<a href="/en/boat/#history">a</a> <a href="/en/boat/">b</a> <a href="#history">c</a> d');
    expect(deadLinks(out, 'https://courier.example')).toEqual([]);
  });

  it("lead to the source's anchors from a heading by hand, and not where a heading was added", async () => {
    const { build, page } = newsroom(() => ({
      a: {
        en: article('A', '', '[b](#results)\n\n## Results\n\nWords.\n\n## More {: .wide #own}\n'),
        es: article('A', '', '[b](#results)\n\n## Resultados\n\nTexto.\n\n## Más {#own}\n'),
        uk: article('A', '', '[b](#results)\n\n## Спершу\n\n## Результати\n\n## Ще {#own}\n'),
      },
    }));
    await build();
    for (const locale of ['en', 'es'])
      expect(page(`${locale}/a`)).toMatch(/<a href="#results">b<\/a>[\s\S]*<h2 id="results">[\s\S]*<h2 id="own">[^<{]*<\/h2>/);
    expect(page('uk/a')).toContain('<p>b</p>');
  });

  it("are no one's twice", async () => {
    const { build, page } = newsroom();
    const { findings } = await build(withText('tram', 'es', (text) => text.replace('date:', 'slug: Boat\ndate:')));
    expect(findings).toMatchObject([{ level: 'error', slug: 'tram', locale: 'es' }]);
    expect(page('es/boat')).toContain('Barcos');
  });

  it('that another had taken are given as soon as they are free, and asked for at each build', async () => {
    const { build, page } = newsroom();
    const stamps = { stamps: true };
    await build(
      withText('tram', 'es', (text) => text.replace('date:', 'slug: boat\ndate:')),
      stamps,
    );
    const { findings } = await build(undefined, stamps);
    expect(findings).toMatchObject([{ level: 'error', slug: 'tram', locale: 'es' }]);
    expect(page('en/tram')).not.toContain('hreflang="es"');
    await build(({ tram = {} }) => ({ tram }), stamps);
    expect(page('es/boat')).toContain('Tranvías');
    expect(page('en/tram')).toContain('hreflang="es"');
    // And taken again by a new article.
    await build(({ tram = {} }) => ({ boat: twoArticles().boat ?? {}, tram }), stamps);
    expect(page('es/boat')).toContain('Barcos');
    expect(page('en/tram')).not.toContain('hreflang="es"');
  });

  it('cannot leave the site', async () => {
    const { build, out } = newsroom(() => ({
      a: { en: article('A', 'slug: ../../../escape\naliases: [../../up, "/../up", "a/../../b"]\n') },
      'tag/x': { en: article('B', 'slug: page/2\n') },
      'weird ?#% name': { en: article('C', '') },
      // A disk that folds case has one folder for it and the lists.
      'Page/3': { en: article('D', '') },
    }));
    await build(undefined, { locales: ['en'] });
    expect(readPages(out).map(({ path }) => path)).toEqual([
      '/404.html',
      '/en/404.html',
      '/en/a/',
      '/en/article/Page/3/',
      '/en/article/page/2/',
      '/en/',
      '/en/weird-name/',
      '/',
    ]);
    expect(deadLinks(out, 'https://courier.example')).toEqual([]);
  });
});

describe('links', () => {
  it("lead to the reader's edition where there is one, and nowhere else", async () => {
    const links =
      '[a](tram.md) [b](../en/tram.md) [c](/en/tram/) [d](https://courier.example/en/tram/?q#history) [e](gone.md) [f](/nope/) [g](javascript:x) [h](mailto:a@b.example) [i](//other.example/x) [j](tram) [k](../tram/)';
    const { build, page, out } = newsroom(() => ({
      ...twoArticles(),
      list: {
        en: article('L', '', `${links}\n`),
        es: { text: article('L', '', `${links}\n`), state: 'reviewed' },
        uk: article('L', '', '[a](tram.md)\n'),
      },
    }));
    const { findings } = await build();
    const tram = (letter: string) => `<a href="/es/tram/">${letter}</a>`;
    expect(page('es/list')).toContain(
      `${tram('a')} ${tram('b')} ${tram('c')} <a href="/es/tram/#history">d</a> e f g <a href="mailto:a@b.example">h</a> <a href="https://other.example/x">i</a> ${tram('j')} ${tram('k')}`,
    );
    expect(page('uk/list')).toContain('<a href="/en/tram/">a</a>');
    expect(findings.map(({ got }) => got?.[0])).toEqual(['gone.md', '/nope/', 'javascript:x', 'gone.md', '/nope/', 'javascript:x']);
    // The target's edition goes: the link follows.
    await build((drafts) => ({ ...drafts, tram: { en: article('Trams', '') } }));
    expect(page('es/list')).toContain('<a href="/en/tram/">a</a>');
    expect(deadLinks(out, 'https://courier.example')).toEqual([]);
  });
});

describe('front matter', () => {
  const grammars = (embargo: string) => [
    `---yaml\ntitle: Secret deal\nembargo: ${embargo}\n---\n\nThe minister resigns.\n`,
    `---\ntitle: Secret deal\nembargo: ${embargo}\n...\n\nThe minister resigns.\n`,
    `+++\ntitle = "Secret deal"\nembargo = ${embargo}\n+++\n\nThe minister resigns.\n`,
    `;;;\n"title": "Secret deal",\n"embargo": "${embargo}"\n;;;\n\nThe minister resigns.\n`,
    `{ "title": "Secret deal", "embargo": "${embargo}" }\n\nThe minister resigns.\n`,
    `\ufeff---\r\ntitle: Secret deal\r\nembargo: ${embargo}\r\n---\r\n\r\nThe minister resigns.\r\n`,
  ];
  const drafts = (embargo: string): Drafts => Object.fromEntries(grammars(embargo).map((text, index) => [`story-${index}`, { en: text }]));

  it('holds an embargo, however it is written', async () => {
    const held = newsroom(() => drafts('2099-01-01T00:00:00Z'));
    expect(await held.build()).toMatchObject({ articles: 0, findings: [] });
    const open = newsroom(() => drafts('2020-01-01T00:00:00Z'));
    expect(await open.build()).toMatchObject({ articles: 6, findings: [] });
    for (const index of [0, 1, 2, 3, 4, 5])
      expect(open.page(`en/story-${index}`)).toMatch(/<h1>Secret deal<\/h1>[\s\S]*<p>The minister resigns.<\/p>/);
  });

  it('keeps what never ends or holds itself from being published, with a finding', async () => {
    const { build } = newsroom(() => ({
      a: { en: '---\ntitle: Secret deal\nembargo: 2099-01-01\n\nThe minister resigns.\n' },
      b: { en: '---\ntitle: &x [*x]\n---\n\nThe minister resigns.\n' },
    }));
    expect(await build()).toMatchObject({
      articles: 0,
      findings: [
        { slug: 'a', level: 'error' },
        { slug: 'b', level: 'error' },
      ],
    });
  });

  it('is not what stands between thematic breaks', async () => {
    const { build, page } = newsroom(() => ({ a: { en: '---\n\nThe harbour is open.\n\n---\n\nMore.\n' } }));
    expect(await build()).toMatchObject({ articles: 1, findings: [] });
    expect(page('en/a')).toMatch(/<hr>\s*<p>The harbour is open.<\/p>\s*<hr>\s*<p>More.<\/p>/);
  });
});

describe('a page that is kept', () => {
  it('is read again where the program has changed', async () => {
    const { root, out } = newsroom();
    const read: string[] = [];
    const build = (program: string) => {
      const input = siteInput(root, twoArticles());
      const articles = input.articles.map((place) => ({
        ...place,
        read: (locale: string) => {
          read.push(place.slug);
          return place.read(locale);
        },
      }));
      return buildSite({ ...input, articles }, { out, program });
    };
    await build('one');
    const first = read.length;
    expect(first).toBe(4);
    await build('one');
    expect(read).toHaveLength(first);
    await build('two');
    expect(read).toHaveLength(2 * first);
  });
});

import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { runCheck } from '../../src/cli/check.ts';
import type { CommandContext, Options } from '../../src/cli/command.ts';
import { runExport } from '../../src/cli/export.ts';
import { runPreview } from '../../src/cli/preview.ts';
import { runPublish } from '../../src/cli/publish.ts';
import { runStatus } from '../../src/cli/status.ts';
import { runTranslate } from '../../src/cli/translate.ts';
import { temporaryFolder } from './folder.ts';
import { deadLinks } from './pages.ts';

const ARTICLES = join(import.meta.dirname, '../../articles');

/** A project with the repository's own articles, translated by the pseudo engine. */
async function project(config: object = {}) {
  const cwd = temporaryFolder();
  cpSync(ARTICLES, join(cwd, 'articles'), {
    recursive: true,
    filter: (path) => !/articles\/(?!en)[\w-]+\//.test(`${path}/`.slice(ARTICLES.length - 8)),
  });
  writeFileSync(
    join(cwd, 'dragoman.config.json'),
    JSON.stringify({
      ...{ sourceLocale: 'en', targetLocales: ['es'], engine: 'pseudo', paths: { articles: 'articles/{locale}/{slug}.{md,mdx}' } },
      publish: { title: 'The Courier', baseUrl: 'https://courier.example' },
      // What the pseudo engine writes is no Spanish.
      checks: Object.fromEntries(
        ['language', 'segment-language', 'length', 'names', 'script', 'untranslated-word'].map((check) => [check, 'off']),
      ),
      ...config,
    }),
  );
  const printed: (string | object)[] = [];
  const stop = new AbortController();
  const context: CommandContext = {
    ...{ cwd, json: true, color: false, stderr: process.stderr, signal: stop.signal },
    env: { SOURCE_DATE_EPOCH: String(Date.parse('2026-03-23T12:00:00Z') / 1000) },
    print: (line) => printed.push(line),
    say: () => undefined,
    shown: (file) => file,
  };
  const call = async (run: typeof runPublish, options: Options = {}) => {
    printed.length = 0;
    const code = await run([], options, context);
    return { code, summary: printed.at(-1) as { [key: string]: unknown }, printed: [...printed] };
  };
  await call(runTranslate);
  return { cwd, call, context, printed, stop, page: (path: string) => readFileSync(join(cwd, 'site', path, 'index.html'), 'utf8') };
}

describe('dragoman publish', () => {
  it('publishes a project, its machine editions marked as such', async () => {
    const { cwd, call, page } = await project();
    const { summary } = await call(runPublish);
    expect(summary).toMatchObject({ type: 'summary', articles: 6 });
    expect(page('es/night-ferry')).toContain('role="note"');
    expect(page('en/night-ferry')).not.toContain('role="note"');
    expect(deadLinks(join(cwd, 'site'), 'https://courier.example')).toEqual([]);
    expect((await call(runPublish)).summary).toMatchObject({ files: { written: 0, removed: 0 } });
  });

  it('calls an edition stale whose source has changed', async () => {
    const { cwd, call, page } = await project();
    await call(runPublish);
    const file = join(cwd, 'articles/en/2026-03-22-water.md');
    writeFileSync(file, readFileSync(file, 'utf8').replace('about one in four', 'more than one in four'));
    await call(runPublish);
    expect(page('es/water')).toContain('se ha actualizado después de esta traducción');
  });

  it.each([
    ['lines without words', (text: string) => `${text}\n\`\`\`\n42\n\`\`\`\n`],
    ['a list of new sentences', (text: string) => `${text}\n- A first thing.\n- A second thing.\n`],
    ['a key of the front matter', (text: string) => text.replace('slug: water', 'slug: water\nreviewed: true')],
  ])('calls an edition stale whose source has got %s, and says that it is to be translated first', async (_, change) => {
    const { cwd, call, page } = await project();
    await call(runPublish);
    const file = join(cwd, 'articles/en/2026-03-22-water.md');
    writeFileSync(file, change(readFileSync(file, 'utf8')));
    const { code, printed } = await call(runPublish);
    expect([code, printed.filter((line) => typeof line === 'object' && 'level' in line && line.level === 'error')]).toEqual([0, []]);
    expect(page('es/water')).toContain('se ha actualizado después de esta traducción');
    const checked = await call(runCheck);
    expect(checked.printed).toContainEqual(
      expect.objectContaining({ level: 'warning', slug: '2026-03-22-water', message: expect.stringContaining('translate it first') }),
    );
    // What a person has broken is no matter of the source.
    const edition = join(cwd, 'articles/es/2026-03-22-water.md');
    writeFileSync(edition, readFileSync(edition, 'utf8').replace(/^## /m, ''));
    expect((await call(runCheck)).printed).toContainEqual(expect.objectContaining({ check: 'structure', level: 'error' }));
  });

  it('keeps what a broken source was', async () => {
    const { cwd, call, page } = await project();
    await call(runPublish);
    writeFileSync(join(cwd, 'articles/en/2026-03-22-water.md'), Buffer.from([0x2d, 0xff, 0xfe]));
    const { code, printed } = await call(runPublish);
    expect(code).toBe(1);
    expect(printed).toContainEqual(expect.objectContaining({ type: 'finding', level: 'error', slug: '2026-03-22-water', locale: 'en' }));
    expect(page('en/water')).toContain('2.2 billion');
  });

  it('wants a base address', async () => {
    const { call } = await project({ publish: {} });
    await expect(call(runPublish)).rejects.toThrow('No base address');
    expect((await call(runPublish, { 'base-url': 'https://a.example', out: 'elsewhere' })).summary).toMatchObject({ articles: 6 });
  });

  it("takes the newsroom's own words over its own", async () => {
    const { cwd, call, page } = await project();
    mkdirSync(join(cwd, 'locales/es'), { recursive: true });
    writeFileSync(join(cwd, 'locales/es/ui.json'), '{ "front": { "heading": "Lo último" } }');
    await call(runPublish);
    expect(page('es')).toContain('Lo último');
    expect(page('es')).toContain('Saltar al contenido');
  });
});

describe('dragoman preview', () => {
  it('serves on this machine alone, builds again at a change, and ends', async () => {
    const { cwd, printed, context, stop } = await project();
    printed.length = 0;
    const ended = runPreview([], { port: '0' }, context);
    await expect.poll(() => printed.some((line) => typeof line === 'object' && 'url' in line), { timeout: 20_000 }).toBe(true);
    const { url } = printed.find((line) => typeof line === 'object' && 'url' in line) as { url: string };
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const get = async (path: string) => (await fetch(url + path)).text();
    expect(await get('/en/water/')).toContain(`<link rel="canonical" href="${url}/en/water/">`);
    const missing = await fetch(`${url}/es/nothing/`);
    expect([missing.status, await missing.text()]).toEqual([404, expect.stringContaining('Página no encontrada')]);
    const file = join(cwd, 'articles/en/2026-03-22-water.md');
    writeFileSync(file, readFileSync(file, 'utf8').replace('about one in four', 'nearly one in four'));
    await expect.poll(() => get('/en/water/'), { timeout: 20_000 }).toContain('nearly one in four');
    stop.abort();
    expect(await ended).toBe(0);
    await expect(fetch(url)).rejects.toThrow();
    expect(existsSync(join(cwd, 'site'))).toBe(false);
  }, 60_000);
});

describe('dragoman export', () => {
  it('names the layouts that there are', async () => {
    const { call, cwd } = await project();
    await expect(call(runExport, { layout: 'gatsby' })).rejects.toMatchObject({ expected: 'hugo, docusaurus, astro, eleventy, jekyll' });
    const { summary } = await call(runExport, { layout: 'hugo', out: 'their-site' });
    expect(summary).toMatchObject({ type: 'summary', layout: 'hugo', editions: expect.any(Number) });
    expect(existsSync(join(cwd, 'their-site/content/es/2026-03-22-water.md'))).toBe(true);
    // What stands is told by files, as what is written is: an export has more of them than editions.
    const { written, unchanged } = (summary as { files: { written: number; unchanged: number } }).files;
    expect([written > 0, unchanged]).toEqual([true, 0]);
    const again = await call(runExport, { layout: 'hugo', out: 'their-site' });
    expect(again.summary).toMatchObject({ files: { written: 0, removed: 0, unchanged: written } });
  });
});

describe('dragoman status', () => {
  it('names the editions that lack a correction of the source', async () => {
    const { cwd, call } = await project();
    const file = join(cwd, 'articles/en/2026-03-22-water.md');
    writeFileSync(file, readFileSync(file, 'utf8').replace('slug: water', 'slug: water\ncorrection: The figure of 2022 was wrong.'));
    const { printed } = await call(runStatus);
    const edition = printed.find((line) => typeof line === 'object' && 'slug' in line && line.slug === '2026-03-22-water');
    expect(edition).toMatchObject({ state: 'stale', reasons: [{ why: 'correction', source: 'The figure of 2022 was wrong.' }] });
    await call(runTranslate);
    await call(runPublish);
    expect(readFileSync(join(cwd, 'site/es/water/index.html'), 'utf8')).toMatch(
      /<section class="corrections"[^>]*><h2>Corrección<\/h2>\s*<p>/,
    );
  });
});

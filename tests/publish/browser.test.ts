import { join } from 'node:path';
import axe from 'axe-core';
import { HtmlValidate } from 'html-validate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSite } from '../../src/publish/build.ts';
import { searchIndexer } from '../../src/publish/lists/search-index.ts';
import { launch, noBrowser, type Served, serve } from './browser.ts';
import { temporaryFolder } from './folder.ts';
import { injections } from './injections.ts';
import { dayOfNews, siteInput, uiStrings } from './newsroom.ts';
import { readPages } from './pages.ts';

/** What a reader might do: click whatever is no plain link, and pass over the rest. */
const TEMPT = `
  for (const link of document.querySelectorAll('a')) if (!/^(https?|mailto|tel):$/.test(link.protocol)) link.click();
  for (const element of document.querySelectorAll(':not(a)'))
    for (const type of ['focus', 'click', 'mouseover', 'toggle', 'load', 'error']) element.dispatchEvent(new Event(type));
`;

interface AxeResult {
  readonly violations: readonly { id: string; nodes: readonly { html: string; failureSummary: string }[] }[];
}

describe.skipIf(noBrowser !== undefined)('in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  async function withSite<Value>(served: Served, use: (page: Page) => Promise<Value>, options: object = {}): Promise<Value> {
    const context = await browser.newContext({ bypassCSP: true, baseURL: served.url, ...options });
    try {
      return await use(await context.newPage());
    } finally {
      await context.close();
      await served.close();
    }
  }

  async function builtDay(search = false) {
    const root = temporaryFolder();
    const out = join(root, 'site');
    const input = siteInput(root, dayOfNews(root), { publish: { perPage: 3 } });
    await buildSite(input, { out, ...(search ? { search: await searchIndexer() } : {}) });
    return out;
  }

  it('axe-core finds nothing on any template, from the left and from the right, light and dark', async () => {
    const out = await builtDay(true);
    const templates = ['/', '/page/2/', '/night-ferry/', '/tag/transport/', '/404.html'];
    const paths = ['/', '/404.html', ...['es', 'ar'].flatMap((locale) => templates.map((path) => `/${locale}${path}`))];
    const found: string[] = [];
    for (const [colorScheme, some] of [
      ['light', paths],
      ['dark', ['/es/', '/ar/night-ferry/']],
    ] as const)
      await withSite(
        await serve(out),
        async (page) => {
          for (const path of some) {
            await page.goto(path);
            await page.evaluate(axe.source);
            const { violations } = await page.evaluate<AxeResult>('axe.run()');
            found.push(...violations.map(({ id, nodes }) => `${colorScheme} ${path} ${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`));
          }
        },
        { colorScheme },
      );
    expect(found).toEqual([]);
  });

  it('axe-core and html-validate find nothing on kinds, sections, authors, the letter and the other look', async () => {
    const root = temporaryFolder();
    const out = join(root, 'site');
    const kinds = ['live', 'opinion', 'review', 'interview', 'gallery', 'page'];
    const text = (kind: string, index: number, source: boolean) =>
      `---\ntitle: About ${kind}\nsection: Town\ntags: [water]\nauthors: [Ada Lindqvist]\ndate: 2026-03-1${index}\n${
        source ? `kind: ${kind}\nreview: { item: The Quay, type: Restaurant, rating: 3.5 }\ncorrection: We were wrong.\n` : ''
      }---\n\n## 14:05 It opens\n\nWords of it.\n\n## 15:10 It closes\n\nMore words.\n`;
    const drafts = Object.fromEntries(
      kinds.map(
        (kind, index) => [`a-${kind}`, { en: text(kind, index, true), ar: { text: text(kind, index, false), state: 'machine' } }] as const,
      ),
    );
    const input = siteInput(root, drafts, { locales: ['en', 'ar'], publish: { theme: { look: 'magazine' } } });
    await buildSite(input, { out, newsletter: true });
    const validator = new HtmlValidate({ extends: ['html-validate:recommended'] });
    const found: string[] = [];
    for (const { file } of readPages(out).filter(({ file: one }) => !one.includes('newsletter')))
      for (const { messages } of (await validator.validateFile(join(out, file))).results)
        found.push(...messages.map(({ line, ruleId, message }) => `${file}:${line} ${ruleId}: ${message}`));
    const paths = [...kinds.map((kind) => `a-${kind}`), '', 'section/town', 'author/ada-lindqvist', 'newsletter'].map(
      (path, index) => `/${index % 2 === 0 ? 'ar' : 'en'}/${path === '' ? '' : `${path}/`}`,
    );
    await withSite(await serve(out), async (page) => {
      for (const path of ['/', ...paths]) {
        expect([path, (await page.goto(path))?.status()]).toEqual([path, 200]);
        await page.evaluate(axe.source);
        const { violations } = await page.evaluate<AxeResult>('axe.run({ rules: { "target-size": { enabled: true } } })');
        found.push(...violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`));
      }
    });
    expect(found).toEqual([]);
  });

  it('never scrolls sideways, at any width', async () => {
    await withSite(await serve(await builtDay()), async (page) => {
      for (const width of [320, 390, 768, 1280])
        for (const path of ['/es/', '/ar/night-ferry/', '/ja/night-ferry/', '/uk/tag/transport/', '/']) {
          await page.setViewportSize({ width, height: 800 });
          await page.goto(path);
          expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), `${path} at ${width}`).toBeLessThanOrEqual(0);
        }
    });
  });

  it("runs none of the injections, with the page's own policy out of the way", async () => {
    expect(injections.length).toBeGreaterThanOrEqual(60);
    const root = temporaryFolder();
    const out = join(root, 'site');
    const quoted = (text: string) => JSON.stringify(text);
    const drafts = Object.fromEntries(
      injections.map((text, index) => {
        const front = `title: ${quoted(text)}\ndescription: ${quoted(text)}\ntags: [${quoted(text)}]\nauthors: [${quoted(text)}]\ntranslator: ${quoted(text)}\nimage: { src: ${quoted(text)}, alt: ${quoted(text)} }\ncorrection: ${quoted(text)}\ndate: 2026-03-20`;
        const body = `${text}\n\nWords ${text} words.\n\n# ${text}\n\n- ${text}\n\n| ${text} |\n|---|\n| ${text} |\n\n[^1]\n\n[^1]: ${text}\n\n<b>${text}</b>\n`;
        const file = `---\n${front}\n---\n\n${body}`;
        return [`injection-${index}`, { en: file, uk: { text: file, state: 'reviewed' as const } }];
      }),
    );
    // The chrome's strings are a translator's words too.
    const poison = (tree: object): object =>
      Object.fromEntries(
        Object.entries(tree).map(([key, value]) => [
          key,
          typeof value === 'object' ? poison(value) : `${value} "><img src=x onerror=hit()><script>hit()</script>`,
        ]),
      );
    const title = '</title><script>hit()</script>"><img src=x onerror=hit()>';
    const strings = { en: uiStrings('en'), uk: poison(uiStrings('uk')) };
    await buildSite(siteInput(root, drafts, { locales: ['en', 'uk'], strings, publish: { perPage: 10, title } }), { out });
    const pages = readPages(out).map(({ file }) => `/${file}`);
    expect(pages.length).toBeGreaterThan(injections.length * 3);
    const hits: string[] = [];
    let visited = 0;
    await withSite(await serve(out), async (first) => {
      const queue = [...pages];
      const tabs = [first, ...(await Promise.all([1, 2, 3].map(() => first.context().newPage())))];
      const walk = async (page: Page) => {
        await page.exposeFunction('hit', () => hits.push(page.url()));
        for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
          await page.goto(path, { waitUntil: 'load' });
          await page.evaluate(TEMPT);
          visited++;
        }
      };
      await Promise.all(tabs.map(walk));
    });
    expect(hits).toEqual([]);
    expect(visited).toBe(pages.length);
  }, 120_000);

  it('has a hit counter that would tell', async () => {
    await withSite(await serve(temporaryFolder()), async (page) => {
      let hits = 0;
      await page.exposeFunction('hit', () => hits++);
      await page.setContent('<img src=x onerror=hit()>');
      await expect.poll(() => hits).toBe(1);
    });
  });

  it('is read and walked through by keyboard: skip link, languages, pages', async () => {
    await withSite(await serve(await builtDay()), async (page) => {
      await page.goto('/es/');
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.textContent')).toBe('Saltar al contenido');
      await page.keyboard.press('Enter');
      expect(await page.evaluate('document.activeElement.tagName')).toBe('MAIN');
      const languages = page.getByRole('navigation', { name: 'Idiomas' }).getByRole('link');
      expect(await languages.allTextContents()).toEqual(['English', 'español', 'українська', 'العربية', '日本語']);
      await page.getByRole('link', { name: '日本語' }).focus();
      await page.keyboard.press('Enter');
      await page.waitForURL('**/ja/');
      const older = page.getByRole('navigation', { name: 'ページ' }).getByRole('link', { name: '過去の記事' });
      await older.focus();
      await page.keyboard.press('Enter');
      await page.waitForURL('**/ja/page/2/');
      expect(await page.getByRole('navigation', { name: 'ページ' }).ariaSnapshot()).toMatch(
        /新しい記事[\s\S]*3ページ中2ページ目[\s\S]*過去の記事/,
      );
    });
  });

  it("searches in the reader's language, by keyboard, with names for those who cannot see", async () => {
    const served = await serve(await builtDay(true));
    // With the page's own policy.
    await withSite(
      served,
      async (page) => {
        await page.goto('/es/');
        const box = page.getByRole('search', { name: 'Búsqueda' });
        await box.getByRole('searchbox', { name: 'Buscar en los artículos' }).focus();
        await page.keyboard.type('abejas');
        await page.keyboard.press('Enter');
        const hit = box.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'Abejas en el tejado del ayuntamiento' }) });
        await hit.waitFor();
        expect(await box.getByRole('status').textContent()).toBe('1 resultado');
        expect(await hit.locator('mark').first().textContent()).toMatch(/^abejas$/i);
        expect(await hit.locator('.meta').textContent()).toBe('Por Nour Haddad · 10 de marzo de 2026');
        // The date is said once, and is none of the words around the hit.
        expect(await hit.locator('.summary').textContent()).not.toContain('10 de marzo');
        expect(new URL(page.url()).search).toBe('?q=abejas');
        // By the name of who wrote it, by a topic, from the address alone.
        await page.goto('/es/?q=Ribera');
        await box.getByRole('link', { name: 'Los transbordadores nocturnos' }).waitFor();
        // Without spaces between words, and with words joined to the next one.
        await page.goto('/ja/?q=養蜂家');
        const japanese = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: '役場の屋上にミツバチ' }) });
        await japanese.waitFor();
        expect(await japanese.locator('.summary').textContent()).toContain('養蜂家二人');
        await page.goto('/ar/?q=المسبح');
        await page.getByRole('link', { name: 'المجلس البلدي يقرّ موازنة' }).waitFor();
        // In writing from the right a date does not join the name in Latin letters before it: all of it is left of all of the byline.
        await page.locator('.search .meta bdi').nth(1).waitFor();
        const [byline, date] = await page.locator('.search .meta bdi').all();
        const left = await byline?.boundingBox();
        expect((await date?.boundingBox())?.x).toBeLessThan(left?.x ?? 0);
        for (const summary of await page.locator('.search .summary').allTextContents()) expect(summary).toMatch(/^[\p{L}\p{N}“‘«]/u);
        await page.goto('/uk/');
        await page.getByRole('searchbox').fill('abejas');
        await page.keyboard.press('Enter');
        await page.getByRole('status').filter({ hasText: 'Жодної статті не знайдено.' }).waitFor();
      },
      { bypassCSP: false },
    );
  });

  it('keeps the place of the search field, so that nothing jumps when the script puts it there', async () => {
    await withSite(
      await serve(await builtDay(true)),
      async (page) => {
        await page.addInitScript(
          'window.shifts = []; new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map((one) => one.value))).observe({ type: "layout-shift", buffered: true });',
        );
        for (const path of ['/es/', '/ar/night-ferry/']) {
          await page.goto(path);
          await page.getByRole('searchbox').waitFor();
          // Shifts are told with the frame that they are in.
          await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
          expect(await page.evaluate('window.shifts')).toEqual([]);
        }
      },
      { viewport: { width: 412, height: 823 } },
    );
  });

  it('shows no search field that would do nothing', async () => {
    await withSite(
      await serve(await builtDay(true)),
      async (page) => {
        await page.goto('/es/');
        expect(await page.getByRole('searchbox').count()).toBe(0);
        expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
      },
      { javaScriptEnabled: false },
    );
  });
});

/** The page in Chromium, without scripts: a day of a translator's work, by links and forms; and what axe-core finds on every screen. */

import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launch, noBrowser } from '../publish/browser.ts';
import { repository } from '../support/repository.ts';
import { type Serving, serving } from './serving.ts';

const ARTICLE = `---
title: Night ferries return
description: The last boat leaves at 00:40.
---

The night ferry is back. On Monday the *Grey Heron* left the [east quay](/quay).

| Ticket | Single |
| ------ | -----: |
| Adult  |  €3.20 |

> [!NOTE]
> On Sundays there is **no boat** after 23:10.

- from the quay
- from the island
`;

interface AxeResult {
  readonly violations: readonly { id: string; nodes: readonly { html: string; failureSummary: string }[] }[];
}

describe.skipIf(noBrowser !== undefined)('in Chromium', () => {
  let browser: Browser;
  let server: Serving | undefined;
  let context: BrowserContext | undefined;
  beforeAll(async () => {
    browser = await launch();
  });
  afterEach(async () => {
    await context?.close();
    await server?.kill('SIGKILL');
  });
  afterAll(() => browser?.close());

  async function opened(options: Parameters<Browser['newContext']>[0] = {}) {
    const project = repository(
      {
        'articles/en/night-ferry.md': ARTICLE,
        'locales/en/ui.json': '{ "position": "Page {{page}} of {{pages}}" }\n',
        'locales/es/glossary.csv': 'source,target,kind\nGrey Heron,Grey Heron,term\n',
      },
      { targetLocales: ['es', 'ar'] },
    );
    project.git('config', 'user.name', 'Ana Soler');
    project.git('config', 'user.email', 'ana@example.org');
    await project.run('translate');
    project.commit('start');
    server = await serving(project.root);
    context = await browser.newContext({ javaScriptEnabled: false, locale: 'en', ...options });
    const page = await context.newPage();
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    await page.goto(server.address);
    return { project, page, said, url: server.url };
  }

  test('from the printed address to a commit, without scripts', async () => {
    const { project, page, said } = await opened();
    await page
      .getByRole('link', { name: /0 of 11 reviewed/ })
      .first()
      .click();
    await page.getByRole('link', { name: 'Next sentence that needs you' }).click();
    await page.getByLabel('Translation').fill('Vuelven los transbordadores nocturnos');
    await page.getByRole('button', { name: 'Accept and next' }).click();
    await page.getByRole('link', { name: /^ON MONDAY/ }).click();
    await page.getByLabel('Translation').fill('El lunes salió del muelle.');
    await page.getByRole('button', { name: 'Accept', exact: true }).click();
    await page.getByText('Marks are missing: <1> <2>').waitFor();
    await page.getByLabel('Translation').fill('El lunes, el <1>Grey Heron</1> salió del <2>muelle este</2>.');
    await page.getByRole('button', { name: 'Accept', exact: true }).click();
    await page.getByRole('link', { name: 'Commit 2 sentences' }).click();
    await page.getByRole('button', { name: 'Commit 2 sentences' }).click();
    await page.getByText(/Committed as/).waitFor();
    expect(project.read('articles/es/night-ferry.md')).toContain('El lunes, el *Grey Heron* salió del [muelle este](/quay).');
    expect(project.git('log', '-1', '--format=%an: %s').trim()).toBe('Ana Soler: es: night-ferry (2 sentences)');
    // What was refused on purpose is told by the browser, and nothing else.
    expect(said.filter((line) => !line.includes('422'))).toEqual([]);
  });

  test('axe-core finds nothing, from the left and from the right, light and dark; nothing scrolls sideways', async () => {
    const { page: entering, url } = await opened({ javaScriptEnabled: true, bypassCSP: true });
    const state = await entering.context().storageState();
    const idIn = async (edition: string, at: number): Promise<string> =>
      (await (await entering.context().request.get(`${url}/api/editions/ar/${edition}`)).json()).segments[at].id;
    const id = await idIn('night-ferry', 3);
    const paths = [
      '/',
      `/a/es/night-ferry`,
      `/a/ar/night-ferry?s=${id}`,
      `/a/ar/ui%20(strings)?s=${await idIn('ui%20(strings)', 0)}`,
      '/t/es/Grey%20Heron?target=Garza',
      '/g/es',
      '/commit',
      '/search/es?q=ferry',
    ];
    const found: string[] = [];
    const look = async (page: Page, path: string, width: number, how: string) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(url + path);
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate<AxeResult>('axe.run()');
      found.push(...violations.map(({ id, nodes }) => `${how} ${path} ${width} ${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`));
      const over = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
      if (over > 0) found.push(`${how} ${path} ${width}: ${over} px too wide`);
    };
    for (const [locale, colorScheme] of [
      ['en', 'light'],
      ['ar', 'dark'],
    ] as const) {
      const own = await browser.newContext({ locale, colorScheme, storageState: state, bypassCSP: true });
      const page = await own.newPage();
      for (const path of paths) for (const width of [320, 1400]) await look(page, path, width, `${locale} ${colorScheme}`);
      await own.close();
    }
    expect(found).toEqual([]);
  });
});

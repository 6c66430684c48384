/** The pages, which work without scripts: every link is an address that one can send, every change a form. */

import type { Context, Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import { sourceLocaleOf } from '../edition/collections.ts';
import type { Source } from '../edition/source.ts';
import { addAssets } from './assets.ts';
import { concordance } from './concordance.ts';
import type { Editor } from './editor.ts';
import type { Env } from './guard.ts';
import { type Fault, faultText } from './pages/fault.ts';
import { matrixPage } from './pages/matrix.ts';
import { searchPage } from './pages/search.ts';
import type { People } from './people.ts';
import { addArticlePages } from './routes/article-routes.ts';
import { addCommitPages } from './routes/commit-routes.ts';
import { addTermPages } from './routes/term-routes.ts';
import { createStates, FILTERS } from './states.ts';
import { LANGUAGE_COOKIE, type PageTools, visitOf } from './visits.ts';
import { LANGUAGES } from './words.ts';

/** Articles on a page of the matrix. */
const PAGE = 100;
/** Milliseconds for which the matrix opens editions before it answers. */
const LOOK = 150;

export interface Pages {
  /** Instead of a page that is not there, or whose files cannot be read; it leads back to the others. */
  readonly faultPage: (c: Context<Env>, fault: Fault) => Response | Promise<Response>;
}

/** @param at the address of a path, as browsers ask for it */
export function addPages(app: Hono<Env>, editor: Editor, people: People, at: (path: string) => string): Pages {
  const { workspace, drafts } = editor;
  const states = createStates(workspace, (left) => editor.tell({ type: 'states', left }));
  editor.onClose(states.close);
  editor.onListen(() => ({ type: 'states', left: states.left() }));
  const tools: PageTools = { editor, people, assets: addAssets(app), states, at };
  addArticlePages(app, tools);
  addTermPages(app, tools);
  addCommitPages(app, tools);

  app.get('/language', (c) => {
    const { language = '', back = '/' } = c.req.query();
    if (LANGUAGES.some((one) => one === language))
      setCookie(c, LANGUAGE_COOKIE, language, { httpOnly: true, sameSite: 'Strict', path: at('/') });
    // Only to an address of this server.
    return c.redirect(/^\/(?![/\\])/.test(back) ? back : '/', 303);
  });

  app.get('/', async (c) => {
    const { q = '', locale = '', page = '1', state = '' } = c.req.query();
    const chosen = workspace.locales.includes(locale) ? locale : '';
    const locales = chosen === '' ? workspace.locales : [chosen];
    const filter = FILTERS.find((one) => one === state);
    const wanted = q.trim().toLowerCase();
    const strings = visitOf(c, tools).t('matrix.strings');
    const isCalled = (name: string | undefined) => name?.toLowerCase().includes(wanted) === true;
    const headlineOf = (source: Source) => (source.format === 'strings' ? strings : states.headline(source));
    const named = [...states.articles(), ...workspace.strings()].filter((one) => isCalled(one.slug) || isCalled(headlineOf(one)));
    const { sources: found, left } = filter === undefined ? { sources: named, left: 0 } : states.filtered(named, locales, filter);
    const all = found.filter(({ format }) => format === 'markdown');
    const pages = Math.max(1, Math.ceil(all.length / PAGE));
    const number = Math.min(pages, Math.max(1, Math.trunc(Number(page)) || 1));
    // Files of strings are few, and have no day: they are at the end of every page.
    const own = [...all.slice((number - 1) * PAGE, number * PAGE), ...found.filter(({ format }) => format === 'strings')];
    const cells = await states.cells(own, locales, LOOK);
    return c.html(
      matrixPage(visitOf(c, tools), {
        query: { q, locale: chosen, page: number, state: filter },
        left,
        locales: workspace.locales,
        rows: own.map((source, at) => ({
          source,
          language: source.format === 'strings' ? undefined : sourceLocaleOf(workspace.project.config, source),
          headline: headlineOf(source),
          cells: cells[at] ?? new Map(),
        })),
        today: drafts.acceptedOn(c.get('person').author),
        articles: all.length,
        pages,
        drafts: drafts.counts(),
        work: await editor.work.known(),
      }),
    );
  });

  app.get('/search/:locale', async (c) => {
    const locale = c.req.param('locale');
    if (!workspace.locales.includes(locale)) return c.notFound();
    const { q = '', in: asked } = c.req.query();
    const side = asked === 'target' ? 'target' : 'source';
    editor.bringUpToDate(locale);
    const found = q.trim() === '' ? undefined : await concordance(editor, locale, q, side);
    return c.html(searchPage(visitOf(c, tools), { locale, query: q, side, found, has: (slug) => workspace.has(locale, slug) }));
  });
  return {
    faultPage: (c, fault) => c.html(faultText(visitOf(c, tools), fault), fault.key === 'none' ? 404 : 409),
  };
}

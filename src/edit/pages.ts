/** The pages, which work without scripts: every link is an address that one can send, every change a form. */

import type { Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { segmentsOf } from '../edition/open.ts';
import { type Assets, addAssets } from './assets.ts';
import type { EditionView, HelpView } from './contract.ts';
import type { Editor } from './editor.ts';
import type { Env } from './guard.ts';
import { helpFor } from './help.ts';
import { articlePage, needsPerson } from './pages/article.ts';
import type { Visit } from './pages/frame.ts';
import { matrixPage } from './pages/matrix.ts';
import { addressOf, type Notice } from './pages/panel.ts';
import type { People } from './people.ts';
import { nameOf } from './people.ts';
import type { SaveAnswer } from './saving.ts';
import { createStates } from './states.ts';
import { fromPlain, toPlain } from './texts.ts';
import { editionView } from './views.ts';
import { LANGUAGES, languageFor, pageWords } from './words.ts';

const LANGUAGE_COOKIE = 'dragoman-language';
/** Articles on a page of the matrix. */
const PAGE = 100;
/** Milliseconds for which the matrix opens editions before it answers. */
const LOOK = 700;

export function addPages(app: Hono<Env>, editor: Editor, people: People): void {
  const { workspace, drafts, saving, layouts, readOnly } = editor;
  const states = createStates(workspace);
  const assets: Assets = addAssets(app);

  const visitOf = (c: Context<Env>): Visit => {
    const person = c.get('person');
    const url = new URL(c.req.url);
    return {
      t: pageWords(languageFor(getCookie(c, LANGUAGE_COOKIE), c.req.header('accept-language'))),
      person,
      token: people.tokenOf(person),
      readOnly,
      here: url.pathname + url.search,
      uncommitted: drafts.work(person.author).length,
      assets,
    };
  };

  app.get('/language', (c) => {
    const { language = '', back = '/' } = c.req.query();
    if (LANGUAGES.some((one) => one === language))
      setCookie(c, LANGUAGE_COOKIE, language, { httpOnly: true, sameSite: 'Strict', path: '/' });
    // Only to an address of this server.
    return c.redirect(/^\/(?![/\\])/.test(back) ? back : '/', 303);
  });

  app.get('/', async (c) => {
    const { q = '', locale = '', page = '1' } = c.req.query();
    const all = states.articles().filter(({ slug }) => slug.toLowerCase().includes(q.trim().toLowerCase()));
    const pages = Math.max(1, Math.ceil(all.length / PAGE));
    const number = Math.min(pages, Math.max(1, Math.trunc(Number(page)) || 1));
    const own = all.slice((number - 1) * PAGE, number * PAGE);
    const chosen = workspace.locales.includes(locale) ? [locale] : workspace.locales;
    const cells = await states.cells(own, chosen, LOOK);
    return c.html(
      matrixPage(visitOf(c), {
        query: { q, locale: workspace.locales.includes(locale) ? locale : '', page: number },
        locales: workspace.locales,
        rows: own.map((source, at) => ({ source, cells: cells[at] ?? new Map() })),
        articles: all.length,
        pages,
        drafts: drafts.counts(),
      }),
    );
  });

  const show = (
    c: Context<Env>,
    { locale, slug, segment, notice, written }: Shown,
    status: 200 | 202 | 409 | 410 | 422 = 200,
  ): Response => {
    const opened = workspace.opened(locale, slug);
    if (opened === undefined) return c.notFound() as Response;
    const visit = visitOf(c);
    const { article } = opened.open.edition;
    const { t } = visit;
    const labels = {
      table: t('body.table'),
      image: t('body.image'),
      embed: t('body.embed'),
      alert: (kind: string) => t(`body.alert.${kind}`),
      notes: t('body.notes'),
    };
    const places = layouts.of(opened.source, article, labels);
    const around = { drafts: drafts.ofEdition(locale, slug), author: visit.person.author };
    const view: EditionView = editionView(opened, around, layouts.outside(opened.source, article));
    const one = view.segments.find(({ id }) => id === segment);
    const help = (): HelpView => helpFor(editor, opened, segment ?? '');
    const current = one === undefined ? undefined : { segment: one, help: help(), notice, written };
    return c.html(articlePage(visit, { opened, view, places, current, notice }), status);
  };

  app.get('/a/:locale/:slug{.+}', (c) => show(c, { ...placeOf(c), segment: c.req.query('s') }));

  app.post('/a/:locale/:slug{.+}', async (c) => {
    const place = placeOf(c);
    const form = await formOf(c, people);
    if (form === undefined) return c.text('The token of the page is missing: load the page again.\n', 403);
    const { segment = '', base = '', text: plain = '', action = 'stay' } = form;
    const opened = workspace.opened(place.locale, place.slug);
    if (opened === undefined) return c.notFound();
    const { t } = visitOf(c);
    const here = addressOf(place.locale, place.slug);
    const source = segmentsOf(opened.open.edition.article).find(({ id }) => id === segment);
    const current = opened.open.edition.targets.get(segment);
    const text = source === undefined ? plain : fromPlain(plain, source.text, current);
    const author = c.get('person').author;
    if (action === 'draft') {
      editor.keepDraft({ ...place, segment, author, base, text });
      return c.redirect(`${here}?s=${segment}#panel`, 303);
    }
    const answer = await saving.accept({ ...place, segment, base, text, remove: action === 'remove', author });
    if (answer.status === 200) return c.redirect(`${here}?s=${action === 'next' ? nextOf(editor, place, segment) : segment}#panel`, 303);
    return show(
      c,
      { ...place, ...inWords(answer, t), segment: segmentOf(answer) ?? segment, ...(answer.status !== 202 && { written: plain }) },
      answer.status,
    );
  });

  app.get('/next/:locale', async (c) => {
    const locale = c.req.param('locale');
    for (const { slug } of states.articles()) {
      const opened = workspace.opened(locale, slug);
      if (opened === undefined || opened.open.hand === 'person') continue;
      const next = editionView(opened, { drafts: [], author: '' }, []).segments.find(needsPerson);
      if (next !== undefined) return c.redirect(`${addressOf(locale, slug)}?s=${next.id}#panel`, 303);
    }
    return c.redirect('/', 303);
  });
}

interface Shown {
  readonly locale: string;
  readonly slug: string;
  readonly segment: string | undefined;
  readonly notice?: Notice | undefined;
  /** What is in the field instead of the sentence as it is. */
  readonly written?: string | undefined;
}

const placeOf = (c: Context<Env>) => ({ locale: c.req.param('locale') ?? '', slug: c.req.param('slug') ?? '' });

/** The fields of a form, where it has the page's token. */
async function formOf(c: Context<Env>, people: People): Promise<Readonly<Record<string, string>> | undefined> {
  const body = await c.req.parseBody();
  const form = Object.fromEntries(Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  return people.isToken(c.get('person'), form.token) ? form : undefined;
}

/** The next sentence that needs a person, in the order of the article and round again; the one after where none does. */
function nextOf({ workspace }: Editor, { locale, slug }: { locale: string; slug: string }, segment: string): string {
  const opened = workspace.opened(locale, slug);
  if (opened === undefined) return segment;
  const { segments } = editionView(opened, { drafts: [], author: '' }, []);
  const at = segments.findIndex(({ id }) => id === segment);
  const order = [...segments.slice(at + 1), ...segments.slice(0, at)];
  return (order.find(needsPerson) ?? order[0])?.id ?? segment;
}

const segmentOf = (answer: SaveAnswer) => (answer.status === 410 ? answer.body.segment : undefined);

function inWords(answer: Exclude<SaveAnswer, { status: 200 }>, t: Visit['t']): { readonly notice: Notice } {
  switch (answer.status) {
    case 202:
      return { notice: { kind: 'waiting', text: t('answer.waiting', { command: answer.body.waiting }) } };
    case 409: {
      const text = toPlain(answer.body.text);
      const name = answer.body.by === undefined ? undefined : nameOf(answer.body.by);
      return {
        notice: { kind: 'conflict', text: name === undefined ? t('answer.changed', { text }) : t('answer.changedBy', { text, name }) },
      };
    }
    case 410:
      return { notice: { kind: 'conflict', text: t('answer.gone') } };
    default: {
      const { missing, wrong, isEmpty } = answer.body;
      const parts = [
        ...(isEmpty ? [t('answer.empty')] : []),
        ...(missing.length > 0 ? [t('answer.missing', { marks: missing.map((id) => `<${id}>`).join(' ') })] : []),
        ...(wrong.length > 0 ? [t('answer.wrong', { marks: wrong.map((id) => `<${id}>`).join(' ') })] : []),
      ];
      return { notice: { kind: 'refused', text: parts.join(' ') } };
    }
  }
}

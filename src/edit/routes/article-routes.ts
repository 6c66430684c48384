/** An article beside its edition, and what is said in its form. */

import type { Context, Hono } from 'hono';
import type { Block } from '../../article.ts';
import { segmentsOf } from '../../edition/open.ts';
import { EngineError, KnownError } from '../../errors.ts';
import { toFragment } from '../../text.ts';
import type { AlternativeView } from '../contract.ts';
import type { Place } from '../drafts.ts';
import type { Editor } from '../editor.ts';
import type { Env } from '../guard.ts';
import { helpFor } from '../help.ts';
import { sentenceHistory } from '../history.ts';
import type { JoinAnswer } from '../joining.ts';
import { nextOfAll } from '../next-of-all.ts';
import { putOwnParagraph } from '../own-paragraphs.ts';
import { articlePage } from '../pages/article.ts';
import type { Visit } from '../pages/frame.ts';
import { inPieces } from '../pages/in-pieces.ts';
import { addressOf, type Notice, type OwnWritten, sentenceLink } from '../pages/panel.ts';
import { nameOf } from '../people.ts';
import type { SaveAnswer } from '../saving.ts';
import { needsPerson } from '../sentence-state.ts';
import { successorOf } from '../successors.ts';
import { baseOf, fromPlain, toPlain } from '../texts.ts';
import { editionView, type GrowingView, NOBODY } from '../views.ts';
import { type Form, formOf, noToken, type PageTools, visitOf } from '../visits.ts';

interface Edition {
  readonly locale: string;
  readonly slug: string;
}

interface Shown extends Edition {
  readonly segment: string | undefined;
  readonly notice?: Notice | undefined;
  /** The sentence that a form has just saved. */
  readonly saved?: string | undefined;
  /** What is in the field instead of the sentence as it is. */
  readonly written?: string | undefined;
  readonly ownWritten?: OwnWritten | undefined;
  readonly history?: boolean;
  readonly asked?: AlternativeView | undefined;
}

export function addArticlePages(app: Hono<Env>, tools: PageTools): void {
  const { editor, people, states } = tools;
  const { workspace, drafts, saving, layouts } = editor;

  /** Where a sentence is by now whose source has changed since somebody had it before them. */
  const successorIn = ({ locale, slug }: Edition, segment: string | undefined): string | undefined => {
    const opened = segment === undefined ? undefined : workspace.opened(locale, slug);
    if (opened === undefined || segment === undefined) return undefined;
    const isThere = segmentsOf(opened.open.edition.article).some(({ id }) => id === segment);
    return isThere ? undefined : successorOf(opened, segment)?.id;
  };
  const show = async (c: Context<Env>, shown: Shown, status: 200 | 202 | 409 | 410 | 422 = 200): Promise<Response> => {
    const { locale, slug, segment, saved, written, history = false } = shown;
    const opened = workspace.opened(locale, slug);
    if (opened === undefined) return c.notFound();
    editor.watch(opened);
    const lookOn = editor.lookInto(opened);
    const visit = visitOf(c, tools);
    const { article } = opened.open.edition;
    const layout = layouts.of(opened.source, article, labelsIn(visit), visit.at);
    const view = editionView(opened, editor.around(opened, visit.person.author));
    const one = view.of(segment);
    const notice = shown.notice ?? savedNotice(visit, view, saved, segment);
    const changes = one !== undefined && history ? await sentenceHistory(workspace.project, opened.open, one.id) : undefined;
    const today = drafts.acceptedOn(visit.person.author).get(locale) ?? 0;
    const current = one && {
      segment: one,
      help: await helpFor(editor, opened, one.id),
      notice,
      written,
      changes,
      asked: shown.asked,
      ownWritten: shown.ownWritten,
    };
    const isShown = editor.published !== undefined && view.format === 'markdown';
    const work = (await editor.work.known()).get(`${locale} ${slug}`);
    const pieces = articlePage(visit, { opened, view, layout, current, notice, today, isShown, work });
    if (layout.length > 1) return inPieces(c, pieces, { status, onEnd: lookOn });
    lookOn();
    return c.html([...pieces].join(''), status);
  };

  app.get('/a/:locale/:slug{.+}', async (c) => {
    const { s: segment, saved, history, published } = c.req.query();
    const edition = editionOf(c);
    const successor = successorIn(edition, segment);
    if (successor !== undefined) return c.redirect(`${addressOf(edition.locale, edition.slug)}${sentenceLink(successor)}`, 303);
    const notice: Notice | undefined = published === 'none' ? { kind: 'refused', text: visitOf(c, tools).t('published.none') } : undefined;
    return show(c, { ...edition, segment, saved, history: history !== undefined, notice });
  });

  app.get('/published/:locale/:slug{.+}', async (c) => {
    const { locale, slug } = editionOf(c);
    const opened = workspace.opened(locale, slug);
    if (opened?.source.format !== 'markdown' || editor.published === undefined) return c.notFound();
    return c.redirect((await editor.published(opened.open.file)) ?? `${addressOf(locale, slug)}?published=none`, 303);
  });

  app.post('/a/:locale/:slug{.+}', async (c) => {
    const edition = editionOf(c);
    const form = await formOf(c, people);
    if (form === undefined) return noToken(c);
    const [segment, base, plain, action] = ['segment', 'base', 'text', 'action'].map(form.one) as [string, string, string, string];
    const here = addressOf(edition.locale, edition.slug);
    const { author } = c.get('person');
    const opened = workspace.opened(edition.locale, edition.slug);
    if (opened === undefined) return c.notFound();
    if (action === 'read-all') {
      await readAll(editor, edition, author);
      return c.redirect(here, 303);
    }
    const source = segmentsOf(opened.open.edition.article).find(({ id }) => id === segment);
    const text = source === undefined ? plain : fromPlain(plain, source.text, opened.open.edition.targets.get(segment));
    if (action === 'own' || action === 'own-remove') {
      const said = form.one('markdown');
      const was = form.all('was')[0];
      // A form has other line ends than the file.
      const lines = (words: string) => words.replaceAll('\r\n', '\n');
      const place = { ...edition, segment, isFirst: form.one('first') !== '' };
      const markdown = action === 'own-remove' ? '' : lines(said);
      const { refused } = await putOwnParagraph(editor, place, { markdown, ...(was !== undefined && { was: lines(was) }) });
      if (refused === undefined) return c.redirect(`${here}${sentenceLink(segment)}`, 303);
      const text = visitOf(c, tools).t(`own.refused.${refused}`);
      const ownWritten = { markdown: said, at: Number(form.one('at')) };
      return show(c, { ...edition, segment, ownWritten, notice: { kind: 'refused', text } }, 409);
    }
    if (action === 'join' || action === 'split' || action.startsWith('undo ')) {
      const answer = await joinOrSplit(editor, { ...edition, segment, author }, { action, base, text, plain, form });
      const notice = joinNotice(answer, action, visitOf(c, tools).t);
      return show(c, { ...edition, segment, notice, ...(answer.status !== 200 && { written: plain }) }, answer.status);
    }
    if (action.startsWith('ask ')) {
      const engine = action.slice('ask '.length);
      try {
        const asked = await editor.alternatives.ask(opened, segment, engine);
        return show(c, { ...edition, segment, written: plain, asked });
      } catch (error) {
        if (!(error instanceof EngineError || error instanceof KnownError)) throw error;
        const text = visitOf(c, tools).t('answer.notAsked', { engine, message: error.message });
        return show(c, { ...edition, segment, written: plain, notice: { kind: 'refused', text } });
      }
    }
    if (action === 'draft') {
      editor.keepDraft({ ...edition, segment, author, base, text });
      return c.redirect(`${here}${sentenceLink(segment)}`, 303);
    }
    const answer = await saving.accept({ ...edition, segment, base, text, remove: action === 'remove', author });
    if (answer.status === 200) {
      const next = action === 'next' ? nextOf(editor, edition, segment) : segment;
      return c.redirect(`${here}?${new URLSearchParams({ s: next, saved: segment })}#t-${next}`, 303);
    }
    const successor = answer.status === 410 ? answer.body.segment : undefined;
    const notice = noticeOf(answer, visitOf(c, tools).t);
    return show(c, { ...edition, segment: successor ?? segment, notice, ...(answer.status !== 202 && { written: plain }) }, answer.status);
  });

  app.get('/next/:locale', async (c) => {
    const locale = c.req.param('locale');
    if (!workspace.locales.includes(locale)) return c.notFound();
    const next = await nextOfAll(editor, states, locale);
    return c.redirect(next === undefined ? '/' : `${addressOf(locale, next.slug)}${sentenceLink(next.segment)}`, 303);
  });
}

const editionOf = (c: Context<Env>): Edition => ({ locale: c.req.param('locale') ?? '', slug: c.req.param('slug') ?? '' });

/** Kinds of block that the page has words for; an attribute's name is its author's. */
const NAMED_PARTS: ReadonlySet<string> = new Set(['alt', 'title', 'label']);

function labelsIn({ t }: Visit) {
  return {
    table: t('body.table'),
    image: t('body.image'),
    embed: t('body.embed'),
    alert: (kind: string) => t(`body.alert.${kind}`),
    notes: t('body.notes'),
    part: ({ kind, path }: Pick<Block, 'kind' | 'path'>) => (NAMED_PARTS.has(kind) ? t(`part.${kind}`) : (path ?? '')),
  };
}

/** Every machine sentence is accepted as it is: they are written together. */
async function readAll({ workspace, saving }: Editor, { locale, slug }: Edition, author: string): Promise<void> {
  const targets = workspace.opened(locale, slug)?.open.edition.targets ?? new Map();
  const unread = [...targets].filter(([, { state }]) => state === 'machine' || state === 'needs-review');
  await Promise.all(
    unread.map(([segment, target]) =>
      saving.accept({ locale, slug, segment, author, base: baseOf(target), text: toFragment(target.text), remove: false }),
    ),
  );
}

interface JoinForm {
  readonly action: string;
  readonly base: string;
  /** What the field has, as a fragment and as it was written. */
  readonly text: string;
  readonly plain: string;
  readonly form: Form;
}

/** The end that is to be a sentence of its own may still be in the field too. */
function joinOrSplit({ workspace, joining }: Editor, asked: Place & { readonly author: string }, given: JoinForm): Promise<JoinAnswer> {
  const { action, base, text, plain, form } = given;
  if (action === 'join') return joining.join({ ...asked, base, text, next: form.one('next') });
  if (action.startsWith('undo ')) return joining.undo({ ...asked, undo: action.slice('undo '.length) });
  const { article, targets } = workspace.opened(asked.locale, asked.slug)?.open.edition ?? {};
  const source = article && segmentsOf(article).find(({ id }) => id === asked.segment)?.text;
  const fragment = (words: string) => fromPlain(words, source ?? [], targets?.get(asked.segment));
  const rest = form.one('rest').trim();
  const first = rest !== '' && plain.trimEnd().endsWith(rest) ? fragment(plain.trimEnd().slice(0, -rest.length)) : text;
  return joining.split({ ...asked, base, text: first, rest: fragment(rest) });
}

/** That a form has saved a sentence; at the next one by now, the way back to it. */
function savedNotice({ t }: Visit, view: GrowingView, saved: string | undefined, current: string | undefined): Notice | undefined {
  const segment = view.of(saved);
  if (segment?.state !== 'reviewed') return undefined;
  const at = view.segments.findIndex(({ id }) => id === segment.id) + 1;
  return { kind: 'done', text: t('live.saved', { at }), ...(current !== segment.id && { of: segment }) };
}

function joinNotice(answer: JoinAnswer, action: string, t: Visit['t']): Notice {
  if (answer.status === 410) return { kind: 'refused', text: t(action.startsWith('undo ') ? 'term.tooLate' : 'join.gone') };
  if (answer.status !== 200) return noticeOf(answer, t);
  if (action.startsWith('undo ')) return { kind: 'done', text: t('term.undone') };
  return { kind: 'done', text: t(action === 'join' ? 'join.joined' : 'live.split') };
}

/** The next sentence that needs a person, in the order of the article and round again; the one after where none does. */
function nextOf({ workspace }: Editor, { locale, slug }: Edition, segment: string): string {
  const opened = workspace.opened(locale, slug);
  if (opened === undefined) return segment;
  const { segments } = editionView(opened, NOBODY);
  const at = segments.findIndex(({ id }) => id === segment);
  const order = [...segments.slice(at + 1), ...segments.slice(0, at)];
  return (order.find(needsPerson) ?? order[0])?.id ?? segment;
}

function noticeOf(answer: Exclude<SaveAnswer | JoinAnswer, { status: 200 }>, t: Visit['t']): Notice {
  switch (answer.status) {
    case 202:
      return { kind: 'waiting', text: t('answer.waiting', { command: answer.body.waiting }) };
    case 409: {
      const text = toPlain(answer.body.text);
      const name = answer.body.by === undefined ? undefined : nameOf(answer.body.by);
      return { kind: 'conflict', text: name === undefined ? t('answer.changed', { text }) : t('answer.changedBy', { text, name }) };
    }
    case 410:
      return { kind: 'conflict', text: t('answer.gone') };
    default: {
      const { missing, wrong, isEmpty } = answer.body;
      const signs = (ids: readonly string[]) => ids.map((id) => `<${id}>`).join(' ');
      const parts = [
        isEmpty && t('answer.empty'),
        missing.length > 0 && t('answer.missing', { marks: signs(missing) }),
        wrong.length > 0 && t('answer.wrong', { marks: signs(wrong) }),
      ];
      return { kind: 'refused', text: parts.filter(Boolean).join(' ') };
    }
  }
}

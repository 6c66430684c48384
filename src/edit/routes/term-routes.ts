/** Glossaries and terms. */

import type { Context, Hono } from 'hono';
import { sourceLocalesOf } from '../../edition/collections.ts';
import type { TermChange } from '../../edition/correction.ts';
import { KnownError } from '../../errors.ts';
import { openGlossary } from '../../project/disk.ts';
import { changesOf, revertCommit } from '../../project/git.ts';
import { glossaryFile } from '../../project/project.ts';
import { pricePerMillion } from '../../session/correcting.ts';
import type { Env } from '../guard.ts';
import { glossaryPage } from '../pages/glossary.ts';
import type { Notice } from '../pages/panel.ts';
import { type GivenRows, MOST_ROWS, type TermPage, termPage } from '../pages/term.ts';
import { addressOfTerm, type GlossaryPair } from '../term-address.ts';
import { applyTerm, findingsOfRows, foresee, rowName } from '../terms.ts';
import { formOf, noToken, type PageTools, visitOf } from '../visits.ts';

/** Milliseconds, from the request on, after which no further row is checked: somebody is typing. What is left is asked for by the page. */
const LOOK = 300;
/** Commits of a glossary that are shown. */
const MOST_CHANGES = 10;

export function addTermPages(app: Hono<Env>, tools: PageTools): void {
  const { editor, people } = tools;
  const { workspace } = editor;
  const { project } = workspace;
  /** Languages of articles that go into a locale, the project's own first. */
  const sourcesInto = (locale: string) => sourceLocalesOf(project.config).filter((from) => from !== locale);
  const prices = new Map<string, number | undefined>();
  const priceIn = async (locale: string) => {
    if (!prices.has(locale)) prices.set(locale, await pricePerMillion(project, locale));
    return prices.get(locale);
  };
  /** The languages of an address; one that names no language of articles means the first. */
  const pairOf = (c: Context<Env>): GlossaryPair | undefined => {
    const locale = workspace.locales.find((one) => one === c.req.param('locale'));
    if (locale === undefined) return undefined;
    const [first, ...others] = sourcesInto(locale);
    const from = [first, ...others].find((one) => one === (c.req.query('from') ?? first));
    return from === undefined ? undefined : { locale, from };
  };

  app.get('/g/:locale', async (c) => {
    const pair = pairOf(c);
    if (pair === undefined) return c.notFound();
    const { locale, from } = pair;
    const terms = openGlossary(project, locale, from).terms;
    const changes = await changesOf(project.root, glossaryFile(project, locale, from), MOST_CHANGES);
    return c.html(
      glossaryPage(visitOf(c, tools), { locale, from, sourceLocales: sourcesInto(locale), terms, query: c.req.query('q') ?? '', changes }),
    );
  });

  // A new term has its source in a field.
  app.get('/t/:locale', (c) => {
    const { source = '', target = '' } = c.req.query();
    const pair = pairOf(c);
    if (pair === undefined || source.trim() === '') return c.notFound();
    return c.redirect(`${addressOfTerm(pair, source.trim())}&${new URLSearchParams({ target })}`, 303);
  });

  interface Said {
    readonly notice?: Notice;
    readonly undo?: string | undefined;
    readonly given?: GivenRows;
  }
  const show = async (c: Context<Env>, pair: GlossaryPair, target: string, said: Said = {}) => {
    const until = c.req.query('checks') === 'all' ? Number.POSITIVE_INFINITY : Date.now() + LOOK;
    const source = c.req.param('source') ?? '';
    const { locale, from } = pair;
    const present = openGlossary(project, locale, from).terms.find((term) => term.source === source)?.target;
    const correction = target === '' ? undefined : foresee(editor, pair, { source, target });
    const characters = correction?.affected.reduce((sum, row) => sum + row.characters, 0) ?? 0;
    const price = characters === 0 ? 0 : await priceIn(locale);
    const cost = price === undefined ? undefined : (characters * price) / 1e6;
    const changes = correction === undefined ? new Map() : findingsOfRows(editor, pair, correction, MOST_ROWS, () => Date.now() < until);
    const changeOf: TermPage['changeOf'] = (row) => changes.get(row);
    const page = { ...pair, source, present, target, correction, changeOf, nameOf: rowName, editionOf: workspace.nameOf, cost, ...said };
    return c.html(termPage(visitOf(c, tools), page));
  };
  app.get('/t/:locale/:source', (c) => {
    const pair = pairOf(c);
    return pair === undefined ? c.notFound() : show(c, pair, (c.req.query('target') ?? '').trim());
  });

  app.post('/t/:locale/:source', async (c) => {
    const pair = pairOf(c);
    const form = await formOf(c, people);
    if (form === undefined) return noToken(c);
    if (pair === undefined) return c.notFound();
    const { locale } = pair;
    const { t, person } = visitOf(c, tools);
    const source = c.req.param('source');
    if (form.one('undo') !== '') {
      const commit = await revertCommit(project.root, form.one('undo'));
      editor.forgetMemory(locale);
      return show(c, pair, '', {
        notice: { kind: commit === undefined ? 'refused' : 'done', text: t(commit === undefined ? 'term.tooLate' : 'term.undone') },
      });
    }
    const target = form.one('target').trim();
    const [all, rows] = [new Set(form.all('all')), new Set(form.all('row'))];
    const except = all.difference(rows);
    const reason = form.one('reason').trim();
    const commit = form.one('commit') !== '';
    const refuse = (text: string) => show(c, pair, target, { notice: { kind: 'refused', text }, given: { all, rows, reason, commit } });
    if (except.size > 0 && reason === '') return refuse(t('term.reasonMissing'));
    const term: TermChange = { source, target };
    try {
      const done = await applyTerm(editor, { ...pair, term, author: person.author, except, reason, commit });
      if (done === undefined) return refuse(t('join.gone'));
      const parts = [
        t('term.done', { count: done.changed }),
        done.kept > 0 && t('term.kept', { count: done.kept }),
        done.lacking > 0 && t('term.lacking', { count: done.lacking }),
        ...done.failures.map(({ slug, message }) => t('term.failed', { slug, message })),
      ];
      const kind = done.failures.length === 0 ? 'done' : 'refused';
      return show(c, pair, '', { notice: { kind, text: parts.filter(Boolean).join(' ') }, undo: done.commit });
    } catch (error) {
      if (!(error instanceof KnownError)) throw error;
      return refuse([error.message, error.got, error.help].filter(Boolean).join('. '));
    }
  });
}

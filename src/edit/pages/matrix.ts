/** Every article in every language: how far it is, and the way to it. */

import { type Source, sourceName } from '../../edition/source.ts';
import { type Html, html } from '../../publish/page/html-tag.ts';
import { autonym, direction } from '../../publish/page/locale-names.ts';
import type { WorkView } from '../contract.ts';
import { workKey } from '../sentence-state.ts';
import { type EditionCell, FILTERS, type Filter } from '../states.ts';
import { frame, type Visit } from './frame.ts';
import { addressOf } from './panel.ts';

interface MatrixQuery {
  readonly q: string;
  /** One locale alone; all where it is empty. */
  readonly locale: string;
  /** From 1. */
  readonly page: number;
  /** Articles with such an edition alone. */
  readonly state?: Filter | undefined;
}

export interface Matrix {
  readonly query: MatrixQuery;
  readonly locales: readonly string[];
  /** Those of the page, with their cells. */
  readonly rows: readonly {
    readonly source: Source;
    readonly headline: string | undefined;
    /** Of the headline; undefined where it is the page's own words. */
    readonly language: string | undefined;
    readonly cells: ReadonlyMap<string, EditionCell>;
  }[];
  /** Sentences that who asks has accepted today, by locale. */
  readonly today: ReadonlyMap<string, number>;
  /** How many there are in all. */
  readonly articles: number;
  /** Editions that have not been looked at, where only some are asked for. */
  readonly left: number;
  readonly pages: number;
  /** By `LOCALE SLUG`. */
  readonly drafts: ReadonlyMap<string, number>;
  /** Likewise: what workers have before them. */
  readonly work: ReadonlyMap<string, WorkView>;
}

export function matrixPage(visit: Visit, { query, locales, rows, today, articles, left, pages, drafts, work }: Matrix): string {
  const { t } = visit;
  const shown = query.locale === '' ? locales : [query.locale];
  const isWaiting = rows.some(({ cells }) => [...cells.values()].some(({ state }) => state === 'unknown'));
  return frame(visit, {
    title: t('matrix.title'),
    kind: 'matrix',
    main: html`<div class="page">
<h1>${t('matrix.title')}</h1>
<form method="get" action="${visit.at('/')}" class="filters" role="search">
<label class="wide">${t('matrix.find')} <input type="search" name="q" value="${query.q}"></label>
<label>${t('matrix.language')} <select name="locale"><option value="">${t('matrix.all')}</option>${locales.map(
      (locale) => html`<option value="${locale}" lang="${locale}"${locale === query.locale && html` selected`}>${autonym(locale)}</option>`,
    )}</select></label>
<label>${t('matrix.only')} <select name="state"><option value="">${t('matrix.every')}</option>${FILTERS.map(
      (state) => html`<option value="${state}"${state === query.state && html` selected`}>${t(`matrix.filter.${state}`)}</option>`,
    )}</select></label>
<button class="quiet">${t('matrix.show')}</button>
<p class="hint">${t('matrix.articles', { count: articles })}</p>
</form>
${
  rows.length === 0
    ? html`<p class="empty">${t(query.q === '' ? 'matrix.nothing' : 'matrix.none')}</p>`
    : html`<div class="scroll" tabindex="0" role="group" aria-label="${t('matrix.title')}"><table class="matrix"><thead><tr><th scope="col">${t('matrix.article')}</th>${shown.map(
        (locale) =>
          html`<th scope="col"><a href="${visit.at(`/next/${locale}`)}" lang="${locale}" dir="${direction(locale)}" title="${t('matrix.next')}">${autonym(locale)}</a> <a class="glossary" href="${visit.at(`/g/${locale}`)}">${t('matrix.glossary')}</a>${(today.get(locale) ?? 0) > 0 && html` <span class="today">${t('count.today', { count: today.get(locale) ?? 0 })}</span>`}</th>`,
      )}</tr></thead><tbody>
${rows.map(
  ({
    source,
    language,
    headline,
    cells,
  }) => html`<tr><th scope="row">${headline !== undefined && html`<span class="headline"${language !== undefined && html` lang="${language}" dir="${direction(language)}"`}>${headline}</span> `}<bdi class="slug">${source.slug}</bdi></th>${shown.map((locale) => cellMarkup(visit, source, locale, cells.get(locale), { drafts: drafts.get(`${locale} ${sourceName(source)}`) ?? 0, work: work.get(`${locale} ${sourceName(source)}`) }))}</tr>
`,
)}</tbody></table></div>`
}
${left > 0 && html`<p class="hint">${t('matrix.left', { count: left })}</p>`}
${isWaiting && html`<p class="hint">${t('matrix.looking')} <a href="${visit.at(visit.here)}">${t('matrix.again')}</a></p>`}
${pages > 1 && pager(visit, query, pages)}
<ul class="legend">${(['reviewed', 'machine', 'pending'] as const).map((part) => html`<li><span class="swatch ${part}"></span> ${t(`matrix.${part}`)}</li>`)}</ul>
</div>`,
  });
}

interface CellWork {
  readonly drafts: number;
  readonly work: WorkView | undefined;
}

function cellMarkup(visit: Visit, source: Source, locale: string, cell: EditionCell | undefined, { drafts, work }: CellWork): Html {
  const { t } = visit;
  if (cell === undefined) return html`<td class="none"><span class="hint">–</span></td>`;
  const { state, segments, reviewed, pending, errors, warnings } = cell;
  const words = state === 'fresh' || state === 'stale' ? t('count.reviewed', { reviewed, count: segments }) : t(`matrix.state.${state}`);
  const machine = Math.max(0, segments - reviewed - pending);
  const found = errors + warnings;
  return html`<td class="${state}"><a href="${visit.at(addressOf(locale, sourceName(source)))}" lang="${t.locale}"><span class="words">${words}</span>${
    segments > 0 &&
    html`<svg class="progress" viewBox="0 0 ${segments} 1" preserveAspectRatio="none" aria-hidden="true"><rect class="reviewed" width="${reviewed}" height="1"/><rect class="machine" x="${reviewed}" width="${machine}" height="1"/></svg>`
  }${state === 'stale' && html`<span class="tag">${t('matrix.state.stale')}</span>`}${
    found > 0 && html`<span class="tag ${errors > 0 ? 'error' : 'warning'}">${t('count.findings', { count: found })}</span>`
  }${drafts > 0 && html`<span class="tag draft">${t('count.drafts', { count: drafts })}</span>`}${
    work !== undefined && html`<span class="tag work ${work.state === 'parked' ? 'warning' : ''}">${t(`work.${workKey(work)}`)}</span>`
  }</a></td>`;
}

function pager({ t, at }: Visit, { q, locale, page, state }: MatrixQuery, pages: number): Html {
  const to = (number: number) =>
    at(
      `/?${new URLSearchParams({ ...(q !== '' && { q }), ...(locale !== '' && { locale }), ...(state !== undefined && { state }), page: String(number) })}`,
    );
  return html`<nav class="pager" aria-label="${t('matrix.pages')}">${page > 1 && html`<a class="button quiet" rel="prev" href="${to(page - 1)}">${t('matrix.newer')}</a>`} <p>${t('matrix.page', { page, pages })}</p> ${page < pages && html`<a class="button quiet" rel="next" href="${to(page + 1)}">${t('matrix.older')}</a>`}</nav>`;
}

/** One term: what its correction does to every sentence that holds it, and doing it. */

import { type Affected, type Correction, isChanging } from '../../edition/correction.ts';
import type { ChangedFindings } from '../../edition/correction-findings.ts';
import { wordDiff } from '../../memory/likeness.ts';
import { type Html, type HtmlValue, html } from '../../publish/page/html-tag.ts';
import { autonym, direction } from '../../publish/page/locale-names.ts';
import { inDollars } from '../../text/counted.ts';
import { addressOfGlossary, addressOfTerm, type GlossaryPair } from '../term-address.ts';
import { findingWords } from './finding.ts';
import { changing, diffMarkup, frame, type Visit } from './frame.ts';
import { addressOf, type Notice } from './panel.ts';

export interface TermPage extends GlossaryPair {
  readonly source: string;
  /** As the glossary has it; undefined for a new term. */
  readonly present: string | undefined;
  /** As it shall be; empty where nobody has said so yet. */
  readonly target: string;
  readonly correction: Correction | undefined;
  /** A row's name in the form. */
  readonly nameOf: (row: Affected) => string;
  /** The name of the edition that a record's sentence is in. */
  readonly editionOf: (slug: string) => string;
  /** What the checks will find in a row that they do not find now, and the other way round; undefined where it was not looked for. */
  readonly changeOf: (row: Affected) => ChangedFindings | undefined;
  /** In dollars, of what an engine would be sent; undefined where that is not known. */
  readonly cost: number | undefined;
  readonly notice?: Notice | undefined;
  /** Of a form that is not done yet. */
  readonly given?: GivenRows | undefined;
  /** The commit that can be taken back. */
  readonly undo?: string | undefined;
}

/** What somebody has said in the form. */
export interface GivenRows {
  /** Names of all its rows that can be chosen, and of those that are. */
  readonly all: ReadonlySet<string>;
  readonly rows: ReadonlySet<string>;
  readonly reason: string;
  readonly commit: boolean;
}

/** Rows that somebody reads; all of them are applied. */
export const MOST_ROWS = 200;

export function termPage(visit: Visit, page: TermPage): string {
  const { t } = visit;
  const { locale, from, source, present, target, correction, notice, undo } = page;
  return frame(visit, {
    title: `${source} (${locale})`,
    kind: 'term',
    data: { locale, from, term: source },
    bar: html`<p class="pair"><a href="${visit.at(addressOfGlossary(page))}">${t('glossary.title', { language: autonym(locale) })}</a></p>`,
    main: html`<div class="page">
<h1><bdi lang="${from}">${source}</bdi> <span aria-hidden="true" class="arrow">→</span> <bdi lang="${locale}">${target || present}</bdi></h1>
${notice !== undefined && html`<p class="notice ${notice.kind}" role="status">${notice.text}</p>`}
${undo !== undefined && !visit.readOnly && changing(visit, addressOfTerm(page, source), html`<p class="actions"><button class="quiet" name="undo" value="${undo}">${t('term.undo')}</button></p>`)}
<form method="get" class="filters"><input type="hidden" name="from" value="${from}"><label class="wide">${t('term.target')} <input name="target" value="${target || (present ?? '')}" lang="${locale}" dir="${direction(locale)}" required></label>
<button class="quiet">${t('term.look')}</button>${present !== undefined && html`<p class="hint present">${t('term.present')} <bdi lang="${locale}">${present}</bdi></p>`}</form>
${correction !== undefined && effects(visit, page, correction)}
</div>`,
  });
}

function effects(visit: Visit, page: TermPage, { affected }: Correction): Html {
  const { t } = visit;
  const { locale, source, target, nameOf, editionOf, changeOf, cost, given } = page;
  const count = (action: Affected['action']) => affected.filter((row) => row.action === action).length;
  const characters = affected.reduce((sum, row) => sum + row.characters, 0);
  const shown = affected.slice(0, MOST_ROWS);
  // What people have reviewed or have to say is shown, and left to them.
  const isChoice = affected.some(isChanging);
  // Of nothing at all one line says so.
  const sum = (action: Affected['action'], words: HtmlValue) =>
    (count(action) > 0 || (action === 'repair' && affected.length === 0)) && html`<li>${words}</li>`;
  const content = html`<input type="hidden" name="target" value="${target}">
<ul class="sums">${sum('repair', t('term.repair', { count: count('repair') }))}${sum(
    'resend',
    html`${t('term.resend', { count: count('resend'), characters })}${cost !== undefined && cost > 0 && html` <bdi>${inDollars(cost)}</bdi>`}`,
  )}${sum('lacking', t('term.lacking', { count: count('lacking') }))}${sum('reviewed', t('term.reviewed', { count: count('reviewed') }))}</ul>
${
  affected.length > 0 &&
  html`${isChoice && html`<p class="hint">${t('term.choose')}</p>`}
${[...Map.groupBy(shown, ({ slug }) => editionOf(slug))].map(([slug, rows]) => html`<section class="effects"><h2><a href="${visit.at(addressOf(locale, slug))}"><bdi>${slug}</bdi></a></h2><ul>${rows.map((row) => effect(visit, page, row, nameOf(row)))}</ul></section>`)}
${shown.some((row) => row.action === 'repair' && changeOf(row) === undefined) && html`<p class="hint unchecked">${t('term.unchecked')} <a href="?${new URLSearchParams({ from: page.from, target, checks: 'all' }).toString()}">${t('term.checkAll')}</a></p>`}
${affected.length > shown.length && html`<p class="hint">${t('term.more', { count: affected.length - shown.length })}</p>`}`
}
${
  !visit.readOnly &&
  html`<div class="apply"><label class="wide"${!isChoice && html` hidden`}>${t('term.reason')} <input name="reason" maxlength="500" value="${given?.reason ?? ''}"></label>
<label class="tick"><input type="checkbox" name="commit" value="yes"${given?.commit !== false && html` checked`}> ${t('term.commit')}</label>
<button>${isChoice ? t('term.apply') : t('term.write')}</button></div>`
}`;
  return changing(visit, addressOfTerm(page, source), content, 'term');
}

function effect(visit: Visit, { locale, from, changeOf, given }: TermPage, row: Affected, name: string): Html {
  const { t } = visit;
  const { source, before, after, action } = row;
  const { come = [], gone = [] } = changeOf(row) ?? {};
  // What could not be published any more is for somebody to look at first.
  const isWorse = come.some(({ level }) => level === 'error');
  const isChosen = given?.all.has(name) === true ? given.rows.has(name) : !isWorse;
  const words = { repair: undefined, resend: t('term.willResend'), lacking: t('term.isLacking'), reviewed: t('term.isReviewed') }[action];
  return html`<li>${
    isChanging(row) &&
    html`<input type="hidden" name="all" value="${name}"><input type="checkbox" name="row" value="${name}"${isChosen && html` checked`} aria-label="${t('term.apply')}">`
  }<div><p class="hint" lang="${from}" dir="${direction(from)}">${source}</p>
<p class="after" lang="${locale}" dir="${direction(locale)}">${after === undefined ? before : diffMarkup(wordDiff(before, after))}</p>${words !== undefined && html`<p class="tag">${words}</p>`}${
    come.length + gone.length > 0 &&
    html`<ul class="findings">${come.map((finding) => html`<li class="${finding.level}">${t('term.comes')} <span class="check" dir="ltr">${finding.check}</span> ${findingWords(visit, finding)}</li>`)}${gone.map((finding) => html`<li class="gone">${t('term.goes')} <span class="check" dir="ltr">${finding.check}</span> ${findingWords(visit, finding)}</li>`)}</ul>`
  }</div></li>`;
}

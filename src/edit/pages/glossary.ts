/** The glossary of a language: every term, and the way to correct one. */

import type { Term } from '../../glossary/term.ts';
import type { FileChange } from '../../project/git.ts';
import { html } from '../../publish/page/html-tag.ts';
import { autonym, direction } from '../../publish/page/locale-names.ts';
import { addressOfGlossary, addressOfTerm, type GlossaryPair } from '../term-address.ts';
import { frame, type Visit } from './frame.ts';

export interface GlossaryPage extends GlossaryPair {
  /** Every language of articles that go into the locale. */
  readonly sourceLocales: readonly string[];
  readonly terms: readonly Term[];
  readonly query: string;
  /** Commits of its file. */
  readonly changes: readonly FileChange[];
}

/** Rows that are shown at once. */
const MOST_ROWS = 500;

export function glossaryPage(visit: Visit, { locale, from, sourceLocales, terms, query, changes }: GlossaryPage): string {
  const { t } = visit;
  const wanted = query.trim().toLowerCase();
  const found = terms.filter(({ source, target }) => `${source}\n${target}`.toLowerCase().includes(wanted));
  const date = new Intl.DateTimeFormat(t.locale, { dateStyle: 'medium' });
  return frame(visit, {
    title: t('glossary.title', { language: autonym(locale) }),
    kind: 'glossary',
    data: { locale },
    main: html`<div class="page">
<h1>${t('glossary.title', { language: autonym(locale) })}</h1>
${sourceLocales.length > 1 && html`<ul class="pairs">${sourceLocales.map((one) => html`<li><a href="${visit.at(addressOfGlossary({ locale, from: one }))}"${one === from && html` aria-current="page"`}><bdi lang="${one}">${autonym(one)}</bdi> <span aria-hidden="true" class="arrow">→</span> <bdi lang="${locale}">${autonym(locale)}</bdi></a></li>`)}</ul>`}
<form method="get" class="filters" role="search"><input type="hidden" name="from" value="${from}"><label class="wide">${t('glossary.find')} <input type="search" name="q" value="${query}"></label><button class="quiet">${t('matrix.show')}</button><p class="hint">${t('glossary.terms', { count: terms.length })}</p></form>
${
  !visit.readOnly &&
  html`<form method="get" action="${visit.at(`/t/${locale}`)}" class="filters"><input type="hidden" name="from" value="${from}"><label class="wide">${t('glossary.source')} <input name="source" required lang="${from}" dir="${direction(from)}"></label><label class="wide">${t('term.target')} <input name="target" required lang="${locale}" dir="${direction(locale)}"></label><button class="quiet">${t('glossary.add')}</button></form>`
}
${
  found.length === 0
    ? html`<p class="empty">${t('glossary.none')}</p>`
    : html`<div class="scroll" tabindex="0" role="group" aria-label="${t('glossary.title', { language: autonym(locale) })}"><table class="terms"><thead><tr><th scope="col">${t('glossary.source')}</th><th scope="col">${t('term.target')}</th><th scope="col">${t('glossary.kind')}</th><th scope="col">${t('glossary.note')}</th></tr></thead><tbody>
${found.slice(0, MOST_ROWS).map(
  ({
    source,
    target,
    kind = 'term',
    status,
    note,
  }) => html`<tr><th scope="row" lang="${from}"><a href="${visit.at(addressOfTerm({ locale, from }, source))}"><bdi>${source}</bdi></a></th><td lang="${locale}"><bdi>${target}</bdi></td><td>${t(`kind.${kind}`)}${status !== undefined && status !== 'preferred' && html` <span class="tag">${t(`status.${status}`)}</span>`}</td><td>${note}</td></tr>
`,
)}</tbody></table></div>`
}
${
  changes.length > 0 &&
  html`<section class="history"><h2>${t('glossary.history')}</h2><ul>${changes.map(({ author, at, subject }) => html`<li><span class="hint">${date.format(new Date(at))} · <bdi>${author}</bdi></span> <bdi>${subject}</bdi></li>`)}</ul></section>`
}
</div>`,
  });
}

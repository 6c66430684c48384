/** Where a word or phrase is, and how it was said there. */

import { html } from '../../publish/page/html-tag.ts';
import { autonym, direction } from '../../publish/page/locale-names.ts';
import type { SearchView } from '../contract.ts';
import { frame, type Visit } from './frame.ts';
import { addressOf, withSigns } from './panel.ts';

export interface SearchPage {
  readonly locale: string;
  readonly query: string;
  readonly side: 'source' | 'target';
  /** undefined before anything is looked for. */
  readonly found: SearchView['found'] | undefined;
  /** Whether there is an article of this slug. */
  readonly has: (slug: string) => boolean;
}

export function searchPage(visit: Visit, { locale, query, side, found, has }: SearchPage): string {
  const { t } = visit;
  return frame(visit, {
    title: t('search.title', { language: autonym(locale) }),
    kind: 'search',
    main: html`<div class="page">
<h1>${t('search.title', { language: autonym(locale) })}</h1>
<form method="get" class="filters" role="search"><label class="wide">${t('search.find')} <input type="search" name="q" value="${query}" required></label>
<label>${t('search.in')} <select name="in">${(['source', 'target'] as const).map((one) => html`<option value="${one}"${one === side && html` selected`}>${t(`search.${one}`)}</option>`)}</select></label>
<button class="quiet">${t('matrix.show')}</button></form>
${found !== undefined && found.length === 0 && html`<p class="empty">${t('search.none')}</p>`}
${
  found !== undefined &&
  found.length > 0 &&
  html`<ul class="found">${found.map(
    ({
      slug,
      sourceLocale,
      source,
      target,
      state,
    }) => html`<li><p lang="${sourceLocale}" dir="${direction(sourceLocale)}">${withSigns(source)}</p><p class="after" lang="${locale}" dir="${direction(locale)}">${withSigns(target)}</p>
<p class="hint">${has(slug) ? html`<a href="${visit.at(addressOf(locale, slug))}"><bdi>${slug}</bdi></a>` : html`<bdi>${slug}</bdi>`} · ${t(`state.${state}`)}</p></li>`,
  )}</ul>`
}
</div>`,
  });
}

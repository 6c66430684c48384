/** The frame of every page: head, bar, main part. */

import type { Chrome } from '../../publish/page/chrome.ts';
import { type Html, type HtmlValue, html, raw } from '../../publish/page/html-tag.ts';
import { autonym, direction } from '../../publish/page/locale-names.ts';
import type { Assets } from '../assets.ts';
import type { Person } from '../people.ts';
import { nameOf } from '../people.ts';
import { LANGUAGES, wordsForScripts } from '../words.ts';

/** What every page knows of who asks for it. */
export interface Visit {
  readonly t: Chrome;
  readonly person: Person;
  /** For forms and scripts. */
  readonly token: string;
  readonly readOnly: boolean;
  /** The address that was asked for, with its query. */
  readonly here: string;
  /** Sentences of theirs that are not committed. */
  readonly uncommitted: number;
  readonly assets: Assets;
  /** An address of the page, as browsers ask for it: behind a proxy it may be below a path. */
  readonly at: (path: string) => string;
}

export interface Frame {
  readonly title: string;
  readonly kind: 'matrix' | 'article' | 'term' | 'glossary' | 'commit' | 'search' | 'fault';
  /** Between the name and what is on every page. */
  readonly bar?: HtmlValue;
  readonly main: Html;
  /** Data for the islands, as attributes of the body. */
  readonly data?: Readonly<Record<string, string>>;
}

export function frame(visit: Visit, { main, ...page }: Frame): string {
  const [before, after] = around(visit, page);
  return before + main.markup + after;
}

/** The frame in two pieces, for a page that is sent as it is made. */
export function around(
  { t, person, token, here, uncommitted, assets, readOnly, at }: Visit,
  page: Omit<Frame, 'main'>,
): [before: string, after: string] {
  const data = Object.entries(page.data ?? {}).map(([name, value]) => html` data-${name}="${value}"`);
  const before = html`<!DOCTYPE html>
<html lang="${t.locale}" dir="${direction(t.locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<meta name="dragoman-token" content="${token}">
<title>${page.title} · Dragoman</title>
<link rel="icon" href="${at(assets.icon)}" type="image/svg+xml">
<link rel="stylesheet" href="${at(assets.style)}">
${
  assets.script !== undefined &&
  html`<script type="application/json" id="words">${raw(wordsForScripts(t.locale))}</script>
<script type="module" src="${at(assets.script)}"></script>
`
}</head>
<body class="${page.kind}" data-base="${at('')}" data-author="${person.author}"${readOnly && html` data-read-only=""`}${data}>
<a class="skip" href="#main">${t('skip')}</a>
<header class="bar">
<p class="home"><a class="to-matrix" href="${at('/')}">${t('home')}</a></p>
${page.bar}
<nav class="mine" aria-label="${t('mine.label')}">
${
  uncommitted > 0 &&
  html`<a class="button quiet" href="${at('/commit')}">${t('mine.commit', { count: uncommitted })}</a>
`
}<details class="menu"><summary>${nameOf(person.author)}</summary>
<div class="sheet">
${readOnly && html`<p>${t('readOnly')}</p>`}
<form method="get" action="${at('/language')}"><input type="hidden" name="back" value="${here}">
<label>${t('language')} <select name="language">${LANGUAGES.map(
    (language) =>
      html`<option value="${language}" lang="${language}"${language === t.locale && html` selected`}>${autonym(language)}</option>`,
  )}</select></label> <button class="quiet">${t('change')}</button></form>
</div></details>
</nav>
</header>
<main id="main" tabindex="-1">
`.markup;
  const after = `
</main>
<p id="status" class="status" role="status" aria-live="polite"></p>
</body>
</html>
`;
  return [before, after];
}

/** A form that changes something: it says the page's token. */
export function changing({ token, at }: Visit, action: string, content: HtmlValue, className = ''): Html {
  return html`<form method="post" action="${at(action)}" class="${className}"><input type="hidden" name="token" value="${token}">${content}</form>`;
}

/** `Kyiv -> Kiev` in the word diff of the core, as markup. */
export function diffMarkup(diff: string): Html {
  const parts = diff.split(/(\[-[\s\S]*?-\]|\{\+[\s\S]*?\+\})/);
  return html`${parts.map((part) =>
    part.startsWith('[-') && part.endsWith('-]')
      ? html`<del>${part.slice(2, -2)}</del>`
      : part.startsWith('{+') && part.endsWith('+}')
        ? html`<ins>${part.slice(2, -2)}</ins>`
        : part,
  )}`;
}

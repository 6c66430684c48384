/** The frame of every page: head, masthead, languages, main part, foot. */

import { PAGE_ID } from '../body/heading-ids.ts';
import { shorten } from '../body/shorten.ts';
import type { BodySummary, EmbedKind } from '../survey/edition-summary.ts';
import type { HreflangLink } from './hreflang.ts';
import { type Html, type HtmlValue, html, raw } from './html-tag.ts';
import { autonym, direction } from './locale-names.ts';
import { foreign, named } from './reader-words.ts';
import { type Site, siteTitle } from './site.ts';

export interface LanguageLink {
  readonly locale: string;
  /** Site path. */
  readonly path: string;
}

export interface Page {
  readonly locale: string;
  /** Site path. */
  readonly path: string;
  /** Of the document; the newspaper's name is added. */
  readonly title: string | undefined;
  /** Of the title, where it is not the page's. */
  readonly titleLocale?: string | undefined;
  readonly description?: string | undefined;
  readonly indexed: boolean;
  readonly hreflang: readonly HreflangLink[];
  /** This page in every language that has it, this one included. */
  readonly languages: readonly LanguageLink[];
  /** More of the head: Open Graph, structured data. */
  readonly head?: HtmlValue;
  /** What a click may load, by its origin. */
  readonly origins?: BodySummary['origins'];
  readonly kind: 'front' | 'article' | 'topic' | 'plain';
  readonly main: Html;
}

const MAIN = `${PAGE_ID}main`;

export function renderPage(site: Site, page: Page): string {
  const { addresses } = site;
  const t = site.chrome(page.locale);
  const name = siteTitle(site, page.locale);
  const front = addresses.href(`/${page.locale}/`);
  // On the front page the name is the page's heading.
  const masthead =
    page.kind === 'front'
      ? html`<h1 class="name"><a href="${front}" aria-current="page">${name}</a></h1>`
      : html`<p class="name"><a href="${front}">${name}</a></p>`;
  return html`<!DOCTYPE html>
<html lang="${page.locale}" dir="${direction(page.locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy(site, page.origins)}">
<title${page.titleLocale !== undefined && html` lang="${page.titleLocale}"`}>${documentTitle(page.title, name)}</title>
${
  page.description !== undefined &&
  html`<meta name="description" content="${page.description}">
`
}${
  !page.indexed &&
  html`<meta name="robots" content="noindex">
`
}<link rel="canonical" href="${addresses.url(page.path)}">
${page.hreflang.map(
  (link) => html`<link rel="alternate" hreflang="${link.hreflang}" href="${addresses.url(link.path)}">
`,
)}<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="${addresses.href(site.stylesheet)}">
<link rel="alternate" type="application/atom+xml" href="${addresses.href(`/${page.locale}/feed.xml`)}" title="${t('feeds.atom')}"${foreign(t, 'feeds.atom')}>
<link rel="alternate" type="application/feed+json" href="${addresses.href(`/${page.locale}/feed.json`)}" title="${t('feeds.json')}"${foreign(t, 'feeds.json')}>
${page.head}${
  site.searchScript !== undefined &&
  html`<script type="module" src="${addresses.href(site.searchScript)}"></script>
`
}${
  needsEmbedScript(site, page.origins) &&
  html`<script type="module" src="${addresses.href(site.embedScript ?? '')}"></script>
`
}</head>
<body class="${page.kind}">
<a class="skip" href="#${MAIN}"${foreign(t, 'skip')}>${t('skip')}</a>
<header class="masthead">
${languages(site, page)}${masthead}
${search(site, page.locale)}</header>
<main id="${MAIN}" tabindex="-1">
${page.main}
</main>
<footer class="foot">
<p class="name"><a href="${front}">${name}</a></p>
<nav${named(t, 'feeds.label')}><ul><li><a href="${addresses.href(`/${page.locale}/feed.xml`)}"${foreign(t, 'feeds.atom')}>${t('feeds.atom')}</a></li><li><a href="${addresses.href(`/${page.locale}/feed.json`)}"${foreign(t, 'feeds.json')}>${t('feeds.json')}</a></li></ul></nav>
<p class="address" dir="ltr">${addresses.url(page.path)}</p>
</footer>
</body>
</html>
`.markup;
}

/** What tabs and search engines show of a title; they cut longer ones themselves, in the middle of a word. */
const TITLE_CHARACTERS = 70;

function documentTitle(title: string | undefined, name: string): string {
  if (title === undefined) return name;
  const whole = `${title} – ${name}`;
  return whole.length <= TITLE_CHARACTERS ? whole : shorten(title, TITLE_CHARACTERS);
}

function needsEmbedScript(site: Site, origins: Page['origins'] = []): boolean {
  return site.embedScript !== undefined && origins.length > 0;
}

/**
 * Nothing but the site's own style, pictures and media, and what the newsroom says is its own; scripts only where the search or a
 * card needs them. What a card may load is allowed on its page alone.
 */
function policy(site: Site, origins: Page['origins'] = []): string {
  const of = (...kinds: readonly EmbedKind[]) => origins.flatMap(([kind, origin]) => (kinds.includes(kind) ? [origin] : []));
  const sources = (...lists: readonly string[][]) => [...new Set(lists.flat())].join(' ');
  const own = ["'self'", ...site.options.mediaOrigins];
  const rules = ["default-src 'none'", "style-src 'self'", `img-src ${sources(own, of('image'))}`];
  const played = sources(own, of('video', 'audio'));
  if (origins.some(([kind]) => kind !== 'image')) rules.push(`frame-src ${sources(of('frame')) || "'none'"}`);
  rules.push(`media-src ${played}`, "form-action 'none'", "base-uri 'none'");
  if (site.searchScript !== undefined) rules.push("script-src 'self' 'wasm-unsafe-eval'", "connect-src 'self'");
  else rules.push(needsEmbedScript(site, origins) ? "script-src 'self'" : "script-src 'none'");
  return rules.join('; ');
}

/** As many as fit beside one another on a phone; more are folded, without a script. */
const FEW_LANGUAGES = 5;

/** A plain list, each language called by its own name, in its own language and direction. */
function languages(site: Site, page: Page): Html {
  if (page.languages.length < 2) return raw('');
  const t = site.chrome(page.locale);
  const list = html`<ul>${page.languages.map(({ locale, path }) => {
    // A later page of a list has no counterpart in other languages; its own language is marked all the same.
    const current = locale === page.locale && (path === page.path ? 'page' : 'true');
    return html`<li><a href="${site.addresses.href(path)}" lang="${locale}" hreflang="${locale}" dir="${direction(locale)}"${current && html` aria-current="${current}"`}>${autonym(locale)}</a></li>`;
  })}</ul>`;
  if (page.languages.length <= FEW_LANGUAGES)
    return html`<nav class="languages"${named(t, 'languages')}>${list}</nav>
`;
  return html`<nav class="languages folded"${named(t, 'languages')}><details><summary><span class="sr-only">${t('languages')}: </span><span class="current" lang="${page.locale}">${autonym(page.locale)}</span></summary>${list}</details></nav>
`;
}

/** Filled by the search script; without scripts there is no field that would do nothing. */
function search(site: Site, locale: string): Html {
  if (site.searchScript === undefined) return raw('');
  const t = site.chrome(locale);
  // One a plural form, with a # for the number: the script has no i18next.
  const spoken = t.language('search.results') ?? locale;
  const forms = new Intl.PluralRules(spoken).resolvedOptions().pluralCategories;
  const results = forms.map((form) => html` data-results-${form}="${t(`search.results_${form}`, { number: '#' })}"`);
  return html`<search class="search" hidden data-index="${site.addresses.href('/pagefind/pagefind.js')}" data-locale="${locale}" data-words="${spoken}" data-label="${t('search.query')}" data-submit="${t('search.submit')}" data-none="${t('search.none')}" data-failed="${t('search.failed')}" data-more="${t('search.more')}"${results}${named(t, 'search.label')}></search>
`;
}

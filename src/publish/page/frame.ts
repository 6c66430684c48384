/** The frame of every page: head, masthead, languages, main part, foot. */

import { PAGE_ID } from '../body/heading-ids.ts';
import { shorten } from '../body/shorten.ts';
import { renderIcons } from './home-screen.ts';
import { type Html, html, raw } from './html-tag.ts';
import { direction } from './locale-names.ts';
import { navigationList, renderMasthead, viewLinks } from './masthead.ts';
import { templated } from './own-template.ts';
import type { Page } from './page.ts';
import { needsEmbedScript, policy } from './policy.ts';
import { foreign, named, ownLanguage } from './reader-words.ts';
import { type Site, siteTitle } from './site.ts';
import { renderSlot } from './slot.ts';
import type { SlotName } from './theme.ts';

const MAIN = `${PAGE_ID}main`;

export function renderPage(site: Site, page: Page): string {
  const { addresses } = site;
  const t = site.chrome(page.locale);
  const name = siteTitle(site, page.locale);
  return html`<!DOCTYPE html>
<html lang="${page.locale}" dir="${direction(page.locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy(site, page)}">
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
)}<meta name="color-scheme" content="light dark">${
    site.options.theme.color !== undefined &&
    html`
<meta name="theme-color" content="${site.options.theme.color}">`
  }
${renderIcons(site, page.locale)}<link rel="stylesheet" href="${addresses.href(site.stylesheet)}">
<link rel="alternate" type="application/atom+xml" href="${addresses.href(`/${page.locale}/feed.xml`)}" title="${t('feeds.atom')}"${foreign(t, 'feeds.atom')}>
<link rel="alternate" type="application/feed+json" href="${addresses.href(`/${page.locale}/feed.json`)}" title="${t('feeds.json')}"${foreign(t, 'feeds.json')}>
${
  page.feed !== undefined &&
  html`<link rel="alternate" type="application/atom+xml" href="${addresses.href(page.feed.path)}" title="${page.feed.title}">
`
}${page.head}${
  site.searchScript !== undefined &&
  html`<script type="module" src="${addresses.href(site.searchScript)}"></script>
`
}${
  needsEmbedScript(site, page.origins) &&
  html`<script type="module" src="${addresses.href(site.embedScript ?? '')}"></script>
`
}${slot(site, page, 'head')}</head>
<body class="${page.kind}">
<a class="skip" href="#${MAIN}"${foreign(t, 'skip')}>${t('skip')}</a>
${renderMasthead(site, page)}${slot(site, page, 'header')}<main id="${MAIN}" tabindex="-1">
${page.main}
</main>
${foot(site, page)}</body>
</html>
`.markup;
}

/** The newspaper's name again, its standing pages, its feeds, and where a printed page is found. */
function foot(site: Site, page: Page): Html {
  const { addresses } = site;
  const { locale } = page;
  const t = site.chrome(locale);
  const feed = (file: string, key: string) =>
    html`<li><a href="${addresses.href(`/${locale}/${file}`)}"${foreign(t, key)}>${t(key)}</a></li>`;
  const parts = {
    name: html`<p class="name"><a href="${addresses.href(`/${locale}/`)}">${siteTitle(site, locale)}</a></p>`,
    standing: standing(site, page),
    feeds: html`<nav${named(t, 'feeds.label')}><ul>${feed('feed.xml', 'feeds.atom')}${feed('feed.json', 'feeds.json')}</ul></nav>`,
    address: html`<p class="address" dir="ltr">${addresses.url(page.path)}</p>`,
    slot: slot(site, page, 'footer'),
  };
  return templated(site, 'foot', {
    ...{ locale, path: page.path },
    view: () => ({ standing: viewLinks(site, site.navigation(locale).standing), parts }),
    original: () => html`<footer class="foot">
${parts.name}
${parts.standing}${parts.feeds}
${parts.address}
${parts.slot}</footer>
`,
  });
}

/** What tabs and search engines show of a title; they cut longer ones themselves, in the middle of a word. */
const TITLE_CHARACTERS = 70;

function documentTitle(title: string | undefined, name: string): string {
  if (title === undefined) return name;
  const whole = `${title} – ${name}`;
  return whole.length <= TITLE_CHARACTERS ? whole : shorten(title, TITLE_CHARACTERS);
}

/** What the newsroom's theme puts there, in the page's language. */
function slot(site: Site, { locale }: Page, name: SlotName): Html | false {
  const own = site.theme.slots[name];
  return own !== undefined && raw(renderSlot(own, site.chrome(locale)));
}

/** Imprint, policies, what the newspaper says of itself. */
function standing(site: Site, page: Page): Html | false {
  const links = site.navigation(page.locale).standing;
  if (links.length === 0) return false;
  const t = site.chrome(page.locale);
  return html`<nav${named(t, 'standing.label')}><ul${ownLanguage(t, 'standing.label')}>${navigationList(site, links, page.path)}</ul></nav>
`;
}

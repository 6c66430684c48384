/** The head of a page as readers see it: languages, the newspaper's name, its sections, the search. */

import { type Html, html } from './html-tag.ts';
import { autonym, direction } from './locale-names.ts';
import type { NavigationLink } from './navigation.ts';
import { templated } from './own-template.ts';
import type { Page } from './page.ts';
import { renderPicture } from './picture.ts';
import { named, ownLanguage } from './reader-words.ts';
import { type Site, siteTitle } from './site.ts';
import type { ViewLink } from './template.ts';

export function renderMasthead(site: Site, page: Page): Html {
  const name = siteTitle(site, page.locale);
  const words = site.logo === undefined ? name : renderPicture(site.logo, name, 'story', true, site.addresses.href);
  const front = site.addresses.href(`/${page.locale}/`);
  // On the front page the name is the page's heading.
  const title =
    page.kind === 'front'
      ? html`<h1 class="name"><a href="${front}" aria-current="page">${words}</a></h1>`
      : html`<p class="name"><a href="${front}">${words}</a></p>`;
  const parts = {
    languages: languages(site, page),
    name: title,
    menu: menu(site, page),
    search: search(site, page.locale),
  };
  return templated(site, 'masthead', {
    ...{ locale: page.locale, path: page.path },
    view: () => ({
      ...{ isFront: page.kind === 'front', home: front, parts },
      menu: viewLinks(site, site.navigation(page.locale).menu),
    }),
    original: () => html`<header class="masthead">
${parts.languages}${parts.name}
${parts.menu}${parts.search}</header>
`,
  });
}

/** Links of the newspaper's own, as a template is told of them. */
export function viewLinks(site: Site, links: readonly NavigationLink[]): ViewLink[] {
  return links.map(({ path, label }) => ({ href: addressOf(site, path), label }));
}

const addressOf = (site: Site, path: string): string => (path.startsWith('/') ? site.addresses.href(path) : path);

/** Links of the newspaper's own. @param path of the page that they are on */
export function navigationList(site: Site, links: readonly NavigationLink[], path: string): Html {
  return html`${links.map(
    (link) =>
      html`<li><a href="${addressOf(site, link.path)}"${link.path === path && html` aria-current="page"`}${
        link.language !== undefined && html` lang="${link.language}" dir="${direction(link.language)}"`
      }>${link.label}</a></li>`,
  )}`;
}

function menu(site: Site, page: Page): Html | false {
  const links = site.navigation(page.locale).menu;
  if (links.length === 0) return false;
  const t = site.chrome(page.locale);
  return html`<nav class="menu"${named(t, 'section.menu')}><ul${ownLanguage(t, 'section.menu')}>${navigationList(site, links, page.path)}</ul></nav>
`;
}

/** As many as fit beside one another on a phone; more are folded, without a script. */
const FEW_LANGUAGES = 5;

/** A plain list, each language called by its own name, in its own language and direction. */
function languages(site: Site, page: Page): Html | false {
  if (page.languages.length < 2) return false;
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
function search(site: Site, locale: string): Html | false {
  if (site.searchScript === undefined) return false;
  const t = site.chrome(locale);
  // One a plural form, with a # for the number: the script has no i18next.
  const spoken = t.language('search.results') ?? locale;
  const forms = new Intl.PluralRules(spoken).resolvedOptions().pluralCategories;
  const results = forms.map((form) => html` data-results-${form}="${t(`search.results_${form}`, { number: '#' })}"`);
  return html`<search class="search" hidden data-index="${site.addresses.href('/pagefind/pagefind.js')}" data-locale="${locale}" data-words="${spoken}" data-label="${t('search.query')}" data-submit="${t('search.submit')}" data-none="${t('search.none')}" data-failed="${t('search.failed')}" data-more="${t('search.more')}"${results}${named(t, 'search.label')}></search>
`;
}

/** Pages without an article: not found, choice of a language, moved. */

import { frontPath } from '../survey/page-addresses.ts';
import { renderPage } from './frame.ts';
import type { HreflangLink } from './hreflang.ts';
import { type Html, html } from './html-tag.ts';
import { autonym, direction } from './locale-names.ts';
import { templated } from './own-template.ts';
import type { LanguageLink } from './page.ts';
import { foreign, say } from './reader-words.ts';
import { type Site, siteTitle } from './site.ts';
import { renderHeadline, type Story } from './story.ts';

/** @param path `/404.html`, where static hosts look for it, or one below a locale */
export function renderNotFound(site: Site, locale: string, path: string, languages: readonly LanguageLink[]): string {
  const t = site.chrome(locale);
  return renderPage(site, {
    ...{ locale, path, languages, indexed: false, hreflang: [] },
    title: t('notFound.title'),
    titleLocale: t.language('notFound.title'),
    kind: 'plain',
    main: templated(site, 'notFound', {
      ...{ locale, path },
      view: () => ({ home: site.addresses.href(frontPath(locale)) }),
      original: () => html`<div class="plain-text"><h1>${say(t, 'notFound.title')}</h1>
<p>${say(t, 'notFound.text')}</p>
<p><a class="button" href="${site.addresses.href(frontPath(locale))}">${say(t, 'notFound.home')}</a></p></div>`,
    }),
  });
}

/**
 * The root: every language's front page, each offered in its own language, with its first headlines.
 * @param newest of a locale, as its front page has them
 */
export function renderChooser(
  site: Site,
  fronts: readonly LanguageLink[],
  hreflang: readonly HreflangLink[],
  newest: (locale: string) => readonly Story[],
): string {
  const locale = site.sourceLocale;
  return renderPage(site, {
    ...{ locale, path: '/', indexed: true, hreflang, languages: [] },
    title: undefined,
    description: siteTitle(site, locale),
    kind: 'plain',
    main: html`<div class="chooser"><h1>${say(site.chrome(locale), 'chooser.title')}</h1>
<ul>${fronts.map(
      (
        front,
      ) => html`<li lang="${front.locale}" dir="${direction(front.locale)}"><a href="${site.addresses.href(front.path)}" hreflang="${front.locale}"><span class="language">${autonym(front.locale)}</span>${own(site, front.locale)}</a>${headlines(site, newest(front.locale))}</li>
`,
    )}</ul></div>`,
  });
}

function headlines(site: Site, stories: readonly Story[]): Html | false {
  return stories.length > 0 && html`<ul class="newest">${stories.map((story) => html`<li>${renderHeadline(site, story)}</li>`)}</ul>`;
}

/** The newspaper's name in a language, where it has one of its own. */
function own(site: Site, locale: string): Html | false {
  const title = siteTitle(site, locale);
  return title !== siteTitle(site, site.sourceLocale) && html` <span class="title">${title}</span>`;
}

/**
 * An old address. Static hosts know no status 301, so the page says it: a refresh after no time, and a canonical link.
 * @param to site path
 */
export function renderMoved(site: Site, locale: string, to: string, title: string): string {
  const t = site.chrome(locale);
  const target = site.addresses.url(to);
  return html`<!DOCTYPE html>
<html lang="${locale}" dir="${direction(locale)}">
<head>
<meta charset="utf-8">
<title${foreign(t, 'moved.title')}>${t('moved.title')}</title>
<meta http-equiv="refresh" content="0; url=${target}">
<meta name="robots" content="noindex">
<link rel="canonical" href="${target}">
</head>
<body>
<main>
<h1>${say(t, 'moved.title')}</h1>
<p>${say(t, 'moved.text')} <a href="${site.addresses.href(to)}">${title}</a></p>
</main>
</body>
</html>
`.markup;
}

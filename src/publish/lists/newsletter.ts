/**
 * The newest articles of a locale as a letter: one file that programs for mail can show, which know tables, styles in attributes and
 * whole addresses, and little else. What readers must know of a text is in it as it is on the pages.
 */

import { formatDate } from '../../frontmatter/article-date.ts';
import { correctionsOf, noteText } from '../page/disclosure.ts';
import { type Html, html } from '../page/html-tag.ts';
import { direction } from '../page/locale-names.ts';
import { prose, say } from '../page/reader-words.ts';
import { type Site, siteTitle } from '../page/site.ts';
import type { Story } from '../page/story.ts';

/** More than these nobody reads, and some programs cut a letter of more than 100 kB. */
export const LETTER_LENGTH = 10;

/** Site path of the letter. */
export function newsletterPath(locale: string): string {
  return `/${locale}/newsletter/`;
}

/** Programs for mail know no custom properties. Of the look `daily`. */
const COLORS = { ink: '#15130f', soft: '#5d574d', line: '#d9d3c7', tint: '#f5f1e8', accent: '#8c1d18' } as const;
const WIDTH = 600;
const FONT = 'font-family:Georgia,"Noto Serif",serif';

/** @param stories in the order of the front page */
export function renderNewsletter(site: Site, locale: string, stories: readonly Story[]): string {
  const t = site.chrome(locale);
  const { url } = site.addresses;
  const name = siteTitle(site, locale);
  const align = direction(locale) === 'rtl' ? 'right' : 'left';
  return html`<!DOCTYPE html>
<html lang="${locale}" dir="${direction(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="canonical" href="${url(newsletterPath(locale))}">
<title>${name}</title>
</head>
<body style="margin:0;background:#ffffff;color:${COLORS.ink}">
<main>
<table role="none" dir="${direction(locale)}" style="max-width:${WIDTH}px;width:100%;margin:0 auto;border-collapse:collapse;${FONT};font-size:17px;line-height:1.6;text-align:${align}"><tbody>
<tr><td style="padding:16px;border-bottom:3px double ${COLORS.ink}">
<p style="margin:0;font-size:14px"><a href="${url(newsletterPath(locale))}" style="color:${COLORS.soft}">${say(t, 'newsletter.online')}</a></p>
<h1 style="margin:8px 0 0;font-size:30px;line-height:1.25"><a href="${url(`/${locale}/`)}" style="color:${COLORS.ink};text-decoration:none">${name}</a></h1></td></tr>
${stories.map((story) => renderItem(site, story))}</tbody></table>
</main>
</body>
</html>
`.markup;
}

function renderItem(site: Site, { edition, source, image }: Story): Html {
  const { fields, locale } = edition;
  const t = site.chrome(locale);
  const { url } = site.addresses;
  const note = noteText(site, edition, source);
  const small = `margin:8px 0 0;font-size:14px;color:${COLORS.soft}`;
  return html`<tr><td style="padding:20px 16px;border-bottom:1px solid ${COLORS.line}">
${
  image !== undefined &&
  html`<p style="margin:0 0 12px"><img src="${url(image.path)}" alt="${fields.image?.alt ?? ''}"${fields.image?.locale !== undefined && html` lang="${fields.image.locale}"`} width="${WIDTH - 32}" style="display:block;width:100%;height:auto"></p>
`
}<h2 style="margin:0;font-size:22px;line-height:1.35"><a href="${url(edition.path)}" style="color:${COLORS.ink};text-decoration:none">${prose(fields.title, locale)}</a></h2>
<p style="margin:8px 0 0">${prose(fields.description ?? edition.body?.excerpt ?? '', locale)}</p>
${
  fields.date !== undefined &&
  html`<p style="${small}">${formatDate(fields.date, locale, site.options.timeZone)}</p>
`
}${
  note !== undefined &&
  html`<p style="${small};padding:8px 12px;background:${COLORS.tint}">${note}</p>
`
}${correctionsOf(edition, source).map(
  (correction) => html`<p style="${small};padding:8px 12px;background:${COLORS.tint}"><strong>${say(t, 'badge.corrected')}</strong>: <span${
    correction.locale !== locale && html` lang="${correction.locale}" dir="${direction(correction.locale)}"`
  }>${prose(correction.text, correction.locale)}</span></p>
`,
)}<p style="margin:12px 0 0"><a href="${url(edition.path)}" style="color:${COLORS.accent}">${say(t, 'article.more')}</a></p></td></tr>
`;
}

/** What browsers ask of a site besides its pages: icons, and what to call it on a home screen. */

import { type Icon, isTouchIcon } from '../pictures/icons.ts';
import { type Html, html } from './html-tag.ts';
import { direction } from './locale-names.ts';
import { type Site, siteTitle } from './site.ts';

/** Site path of a locale's manifest. */
export const webManifestPath = (locale: string): string => `/${locale}/site.webmanifest`;

const sizes = ({ width }: Icon): string => (width === undefined ? 'any' : `${width}x${width}`);

/** A drawing for tabs, of a newspaper without an icon: the first letter of its name. Browsers would ask for one that is not there. */
export function renderMark(title: string, color = '#1b1a17'): string {
  const [letter] = new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(title);
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="5" fill="${color}"/><text x="16" y="24" font-family="Georgia,serif" font-size="22" font-weight="700" fill="#fff" text-anchor="middle">${letter?.segment.toUpperCase() ?? ''}</text></svg>
`.markup;
}

/** The links of a page's head. */
export function renderIcons({ icons, mark, addresses }: Site, locale: string): Html | false {
  if (icons.length === 0)
    return (
      mark !== undefined &&
      html`<link rel="icon" type="image/svg+xml" href="${addresses.href(mark)}">
`
    );
  return html`${icons.map((icon) =>
    isTouchIcon(icon)
      ? html`<link rel="apple-touch-icon" href="${addresses.href(icon.path)}">
`
      : html`<link rel="icon" type="${icon.type}" sizes="${sizes(icon)}" href="${addresses.href(icon.path)}">
`,
  )}<link rel="manifest" href="${addresses.href(webManifestPath(locale))}">
`;
}

/** @see https://www.w3.org/TR/appmanifest/ */
export function renderWebManifest(site: Site, locale: string): string {
  const { icons, addresses, options } = site;
  const name = siteTitle(site, locale);
  const start = addresses.href(`/${locale}/`);
  const manifest = {
    ...{ id: start, name, short_name: name, lang: locale, dir: direction(locale), start_url: start, scope: addresses.href('/') },
    display: 'minimal-ui',
    theme_color: options.theme.color,
    icons: icons.map((icon) => ({ src: addresses.href(icon.path), type: icon.type, sizes: sizes(icon) })),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

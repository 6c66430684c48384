/** What browsers ask of a site besides its pages: icons, and what to call it on a home screen. */

import { type Icon, isTouchIcon } from '../pictures/icons.ts';
import { type Html, html } from './html-tag.ts';
import { direction } from './locale-names.ts';
import { type Site, siteTitle } from './site.ts';

/** Site path of a locale's manifest. */
export const webManifestPath = (locale: string): string => `/${locale}/site.webmanifest`;

const sizes = ({ width }: Icon): string => (width === undefined ? 'any' : `${width}x${width}`);

/** The links of a page's head. */
export function renderIcons({ icons, addresses }: Site, locale: string): Html | false {
  if (icons.length === 0) return false;
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

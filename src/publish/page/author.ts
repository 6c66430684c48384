/** Who writes for the newspaper: people, and desks that write under their own name. */

import type { Channel } from '../survey/edition-summary.ts';
import { channelPath } from '../survey/page-addresses.ts';
import { type Html, html, jsonForScript } from './html-tag.ts';
import { renderPicture } from './picture.ts';
import { foreign, prose, say } from './reader-words.ts';
import type { Site } from './site.ts';

/** The photograph, what somebody does, who they are, where else they are found. What nothing is said of is left out. */
export function renderAuthor(site: Site, locale: string, { slug, label, role }: Channel): Html | false {
  const known = site.authors.get(slug);
  const t = site.chrome(locale);
  const line = (what: 'role' | 'bio', words: Html | string, more: Html | false = false) => html`<p class="${what}"${more}>${words}</p>
`;
  const said = (what: 'role' | 'bio') => {
    const key = `authors.${slug}.${what}`;
    return t.has(key) && line(what, prose(t(key), locale), foreign(t, key));
  };
  const links = known?.links ?? [];
  return html`${
    known?.photo !== undefined &&
    html`<div class="photo">${renderPicture(known.photo, label, 'story', true, site.addresses.href)}</div>
`
  }${role === undefined ? said('role') : line('role', prose(role, locale))}${said('bio')}${
    links.length > 0 &&
    html`<ul class="links">${links.map((link) => html`<li><a rel="me noopener" href="${link}">${linkWords(link, site, locale)}</a></li>`)}</ul>
`
  }`;
}

function linkWords(link: string, site: Site, locale: string): Html | string {
  const url = new URL(link);
  return url.protocol === 'mailto:'
    ? say(site.chrome(locale), 'article.shareMail')
    : html`<bdi dir="ltr">${url.host.replace(/^www\./, '')}</bdi>`;
}

/** As structured data names an author in an article: with the address of their page. */
export function authorReference(site: Site, locale: string, { slug, label, role }: Channel): object {
  const type = typeOf(site, slug);
  const url = site.addresses.url(channelPath(locale, 'author', slug));
  // An organization has no job.
  return { '@type': type, name: label, url, jobTitle: type === 'Person' ? role : undefined };
}

/** @see https://developers.google.com/search/docs/appearance/structured-data/profile-page */
export function authorData(site: Site, locale: string, channel: Channel): Html {
  const { slug } = channel;
  const known = site.authors.get(slug);
  const t = site.chrome(locale);
  const words = (what: 'role' | 'bio') => (t.has(`authors.${slug}.${what}`) ? t(`authors.${slug}.${what}`) : undefined);
  const isDesk = known?.desk === true;
  return html`<script type="application/ld+json">${jsonForScript({
    '@context': 'https://schema.org',
    '@type': 'ProfilePage',
    inLanguage: locale,
    mainEntity: {
      ...authorReference(site, locale, channel),
      jobTitle: isDesk ? undefined : (channel.role ?? words('role')),
      description: words('bio'),
      [isDesk ? 'logo' : 'image']: known?.photo === undefined ? undefined : site.addresses.url(known.photo.path),
      sameAs: known === undefined || known.links.length === 0 ? undefined : known.links.filter((link) => !link.startsWith('mailto:')),
    },
  })}</script>
`;
}

function typeOf(site: Site, slug: string): 'Person' | 'NewsMediaOrganization' {
  return site.authors.get(slug)?.desk === true ? 'NewsMediaOrganization' : 'Person';
}

/** Links that pass an article on. Nothing is loaded from anybody, and nobody is told of a visit, before a reader follows one. */

import type { SharePlace } from '../../config/site.ts';
import type { EditionSummary } from '../survey/edition-summary.ts';
import { type Html, html } from './html-tag.ts';
import { foreign, named, ownLanguage } from './reader-words.ts';
import type { Site } from './site.ts';

/** The name of each place, and its address for a page and its headline. */
const PLACES: Readonly<Record<Exclude<SharePlace, 'email'>, readonly [name: string, address: (url: string, title: string) => string]>> = {
  whatsapp: ['WhatsApp', (url, title) => `https://wa.me/?text=${title}%20${url}`],
  telegram: ['Telegram', (url, title) => `https://t.me/share/url?url=${url}&text=${title}`],
  bluesky: ['Bluesky', (url, title) => `https://bsky.app/intent/compose?text=${title}%20${url}`],
  facebook: ['Facebook', (url) => `https://www.facebook.com/sharer/sharer.php?u=${url}`],
  x: ['X', (url, title) => `https://x.com/intent/post?url=${url}&text=${title}`],
  linkedin: ['LinkedIn', (url) => `https://www.linkedin.com/sharing/share-offsite/?url=${url}`],
  line: ['LINE', (url) => `https://social-plugins.line.me/lineit/share?url=${url}`],
  vk: ['VK', (url, title) => `https://vk.com/share.php?url=${url}&title=${title}`],
};

export function renderShare(site: Site, { locale, path, fields }: EditionSummary): Html | false {
  const { share } = site.options;
  if (share.length === 0) return false;
  const t = site.chrome(locale);
  const url = encodeURIComponent(site.addresses.url(path));
  const title = encodeURIComponent(fields.title);
  const link = (place: SharePlace) => {
    if (place === 'email')
      return html`<li><a href="mailto:?subject=${title}&amp;body=${url}"${foreign(t, 'article.shareMail')}>${t('article.shareMail')}</a></li>`;
    const [name, address] = PLACES[place];
    return html`<li><a href="${address(url, title)}" rel="nofollow noopener" lang="en" dir="ltr">${name}</a></li>`;
  };
  return html`<nav class="share"${named(t, 'article.share')}><p${foreign(t, 'article.share')}>${t('article.share')}</p>
<ul${ownLanguage(t, 'article.share')}>${share.map(link)}</ul></nav>
`;
}

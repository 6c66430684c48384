/** An article in a list: headline, what it is about, when. */

import { formatDate } from '../../frontmatter/article-date.ts';
import type { EditionSummary } from '../survey/edition-summary.ts';
import { channelPath } from '../survey/page-addresses.ts';
import { stateRules } from '../survey/state-rules.ts';
import type { PageImage } from './article-parts.ts';
import { correctionsOf, withheldText } from './disclosure.ts';
import { type Html, html } from './html-tag.ts';
import { renderKind } from './kinds.ts';
import { channelLinks, templated } from './own-template.ts';
import { type PicturePlace, renderPicture } from './picture.ts';
import { prose, say } from './reader-words.ts';
import type { Site } from './site.ts';

export interface Story {
  readonly edition: EditionSummary;
  /** The original, where it is published. */
  readonly source?: EditionSummary | undefined;
  readonly image?: PageImage;
}

/**
 * @param level of the headline in the page's order of headings
 * @param place `lead` for the first story of a front page
 */
export function renderStory(
  site: Site,
  { edition, source, image }: Story,
  level: 2 | 3,
  withTopic: boolean,
  place: PicturePlace = 'story',
): Html {
  const { fields, locale } = edition;
  const topic = withTopic ? edition.topics[0] : undefined;
  const kind = renderKind(site, edition);
  const link = html`<a href="${site.addresses.href(edition.path)}">${prose(fields.title, locale)}</a>`;
  const picture = image !== undefined && renderPicture(image, '', place, place === 'lead', site.addresses.href);
  const summary = fields.description ?? edition.body?.excerpt ?? '';
  const told = badges(site, edition, source);
  return templated(site, 'story', {
    ...{ locale, path: edition.path },
    view: () => ({
      ...{ href: site.addresses.href(edition.path), headline: fields.title, summary, picture, level },
      ...{ isLead: place === 'lead', badges: told.markup !== '' && told },
      ...channelLinks(site, edition),
      ...(fields.date === undefined ? {} : { published: fields.date }),
      ...(fields.kind === undefined ? {} : { kind: fields.kind }),
    }),
    original: () => html`<article class="story">
${
  picture !== false &&
  html`${picture}
`
}${
  (topic !== undefined || kind !== false) &&
  html`<p class="kicker">${kind}${topic !== undefined && html`<a href="${site.addresses.href(channelPath(locale, 'tag', topic.slug))}">${topic.label}</a>`}</p>
`
}${level === 2 ? html`<h2>${link}</h2>` : html`<h3>${link}</h3>`}
<p class="summary">${prose(summary, locale)}</p>
<p class="meta">${fields.date !== undefined && html`<time datetime="${fields.date}">${formatDate(fields.date, locale, site.options.timeZone)}</time>`}${told}</p>
</article>
`,
    obliged: { badges: told },
  });
}

/** The headline alone, with what readers must know of the text. */
export function renderHeadline(site: Site, { edition, source }: Story): Html {
  return html`<a href="${site.addresses.href(edition.path)}">${prose(edition.fields.title, edition.locale)}</a>${badges(site, edition, source)}`;
}

function badges(site: Site, edition: EditionSummary, source: EditionSummary | undefined): Html {
  const { locale, state } = edition;
  const t = site.chrome(locale);
  const unread = stateRules(site.options, state).note && say(t, state === 'stale' ? 'badge.stale' : 'badge.machine');
  const corrected = correctionsOf(edition, source).length > 0 && say(t, 'badge.corrected');
  const withheld: Html | string | false = withheldText(site, edition, source) ?? false;
  return html`${[withheld, corrected, unread].map((words) => words !== false && html` <span class="badge">${words}</span>`)}`;
}

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
  const summary = summaryOf(edition);
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

/** Of a story in a list, in lines of its summary: of a picture, of what is always there with the room around it, of a line of the headline. */
const LINES = { picture: 11, always: 4, headline: 1.2 };
/** Letters in a line of the headline and of the summary. */
const LETTERS = { headline: 28, summary: 44 };
/** A letter of these takes the room of two. */
const FAR_EASTERN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/**
 * About how high a story is in a list, in lines: enough to tell which columns of stories will end near to one another.
 * @param width in columns of which a wide screen has three
 */
export function storyHeight({ edition, image }: Story, width = 1): number {
  const lines = (words: string, letters: number) => Math.ceil((words.length + (words.match(FAR_EASTERN)?.length ?? 0)) / (letters * width));
  return (
    (image === undefined ? 0 : LINES.picture * width) +
    LINES.always +
    LINES.headline * lines(edition.fields.title, LETTERS.headline) +
    lines(summaryOf(edition), LETTERS.summary)
  );
}

/** What a list says of an article. */
function summaryOf({ fields, body }: EditionSummary): string {
  return fields.description ?? body?.excerpt ?? '';
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

/**
 * What readers must be told of a text wherever it is: that no person has answered for it, and what of it was corrected. Pages,
 * feeds, structured data, search results and exports all take it from here.
 */

import { formatDate, inZoneOf } from '../../frontmatter/article-date.ts';
import { PAGE_ID } from '../body/heading-ids.ts';
import type { EditionSummary } from '../survey/edition-summary.ts';
import { stateRules } from '../survey/state-rules.ts';
import { type Html, html } from './html-tag.ts';
import { direction, languageName } from './locale-names.ts';
import { named, prose, say } from './reader-words.ts';
import type { Site } from './site.ts';

/** What disclosing needs to know of an edition, or of its source. */
type Told = Pick<EditionSummary, 'locale' | 'state' | 'fields'>;
/** What it needs to know of a site. */
type Telling = Pick<Site, 'options' | 'chrome' | 'sourceLocale'>;

interface ShownCorrection {
  readonly text: string;
  readonly date?: string;
  /** The language that it is written in. */
  readonly locale: string;
}

/** Where it is read: in a page of the site, or in a program that has the text alone. */
type Place = 'page' | 'feed';

/**
 * What the reader must know of a text that no person has answered for. On by default: Regulation (EU) 2024/1689,
 * article 50(4), wants machine-made text on matters of public interest to be disclosed as such.
 * @returns a sentence in the edition's language; undefined where there is nothing to say
 */
export function noteText(site: Telling, { locale, state }: Told, source: Told | undefined): string | undefined {
  if (state === 'source' || !stateRules(site.options, state).note) return undefined;
  const t = site.chrome(locale);
  const key = state === 'stale' ? 'note.stale' : 'note.machine';
  // Where the page's language lacks the sentence, the name is in that of the sentence.
  return t(key, { language: languageName(source?.locale ?? site.sourceLocale, t.language(key) ?? locale) });
}

/** The edition's own corrections; where it has none yet, the source's, in the source's language: late is worse than foreign. */
export function correctionsOf(edition: Told, source: Told | undefined): readonly ShownCorrection[] {
  const own = edition.fields.corrections.map((correction) => ({ ...correction, locale: edition.locale }));
  const original = source ?? edition;
  const all = original.fields.corrections.map((correction, index) => own[index] ?? { ...correction, locale: original.locale });
  return all.length >= own.length ? all : own;
}

/** The same as data, for the templates of other generators; what there is nothing to say of is undefined. */
export function disclosedData(site: Telling, edition: Told, source: Told): Readonly<Record<string, unknown>> {
  const { timeZone } = site.options;
  const corrections = correctionsOf(edition, source).map(({ text, date, locale }) => ({
    text,
    ...(date === undefined ? {} : { date: inZoneOf(date, timeZone), dateText: formatDate(date, locale, timeZone) }),
    lang: locale,
  }));
  if (corrections.length === 0) return { translationNote: noteText(site, edition, source), corrections: undefined };
  return {
    translationNote: noteText(site, edition, source),
    corrections,
    correctionsTitle: site.chrome(edition.locale)('correction.heading', { count: corrections.length }),
  };
}

/** @param source the edition's original, where it is published */
export function renderNote(site: Site, edition: EditionSummary, source: EditionSummary | undefined, place: Place): Html | false {
  const text = noteText(site, edition, source);
  if (text === undefined) return false;
  const t = site.chrome(edition.locale);
  const address = place === 'page' ? site.addresses.href : site.addresses.url;
  return html`<div class="translation-note" role="note"${named(t, 'note.label')}><p>${place === 'page' ? html`<span data-pagefind-meta="note">${text}</span>` : text}${
    source !== undefined && html` <a href="${address(source.path)}" hreflang="${source.locale}">${say(t, 'article.original')}</a>`
  }</p></div>
`;
}

/** In a preview: that nobody may read the article yet, for it or its source is a draft or under embargo. */
export function withheldText({ withheldAt, chrome, options }: Site, edition: Told, source: Told | undefined): Html | string | undefined {
  if (withheldAt === undefined) return undefined;
  const t = chrome(edition.locale);
  const all = [edition.fields, ...(source === undefined ? [] : [source.fields])];
  if (all.some(({ draft }) => draft)) return say(t, 'badge.draft');
  const end = Math.max(...all.map(({ embargo }) => embargo ?? 0));
  if (end <= withheldAt) return undefined;
  // An embargo whose end cannot be read never ends.
  const date = Number.isFinite(end) ? formatDate(new Date(end).toISOString(), edition.locale, options.timeZone) : '∞';
  return say(t, 'badge.embargo', { date });
}

const CORRECTIONS = `${PAGE_ID}corrections`;

/** What stands beside the headline of a corrected article: that it is, since when, and where it says what. */
export function renderCorrected(site: Site, edition: EditionSummary, source: EditionSummary | undefined): Html | false {
  const all = correctionsOf(edition, source);
  if (all.length === 0) return false;
  const newest = all
    .map(({ date }) => date)
    .filter((date) => date !== undefined)
    .sort()
    .at(-1);
  return html`<p class="corrected" data-pagefind-ignore><a href="#${CORRECTIONS}" data-pagefind-meta="corrected">${say(site.chrome(edition.locale), 'badge.corrected')}</a>${
    newest !== undefined && html` <time datetime="${newest}">${formatDate(newest, edition.locale, site.options.timeZone)}</time>`
  }</p>
`;
}

export function renderCorrections(site: Telling, edition: Told, source: Told | undefined, place: Place): Html | false {
  const all = correctionsOf(edition, source);
  if (all.length === 0) return false;
  const { locale } = edition;
  return html`<section class="corrections"${place === 'page' && html` id="${CORRECTIONS}"`}><h2>${say(site.chrome(locale), 'correction.heading', { count: all.length })}</h2>
${all.map(
  (correction) => html`<p${correction.locale !== locale && html` lang="${correction.locale}" dir="${direction(correction.locale)}"`}>${
    correction.date !== undefined &&
    html`<time datetime="${correction.date}">${formatDate(correction.date, correction.locale, site.options.timeZone)}</time> `
  }${prose(correction.text, correction.locale)}</p>
`,
)}</section>
`;
}

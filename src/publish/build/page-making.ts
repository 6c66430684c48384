/** What every article's page is made with. */

import type { Links } from '../body/link-targets.ts';
import type { LocalFrames } from '../body/local-frames.ts';
import type { Media } from '../body/media.ts';
import type { Alternate } from '../page/hreflang.ts';
import { isIndexed, type Site } from '../page/site.ts';
import type { Stage } from '../stage.ts';
import type { PublishedEdition, SitePaths } from '../survey/assign-paths.ts';
import type { BodySummary } from '../survey/edition-summary.ts';
import type { SiteInput } from '../survey/input.ts';
import type { Onward } from './onward.ts';

export interface PageMaking {
  readonly input: SiteInput;
  readonly site: Site;
  readonly paths: SitePaths;
  readonly links: Links;
  readonly media: Media;
  readonly frames: LocalFrames;
  /** What a reader of an edition may want to read next. */
  readonly onward: (edition: PublishedEdition) => Onward;
  /** Whether the lists of a locale are in the order that they had, and say the same: then what comes next does too. */
  readonly isOrderKept: (locale: string) => boolean;
  readonly stage: Stage;
  /** What all pages of a locale are made of: templates, words, options. */
  readonly shell: (locale: string) => string;
  /** Bodies of the pages that are made anew; `createLinks` looks anchors up in it. */
  readonly bodies: Map<PublishedEdition, BodySummary>;
}

export function originalOf(editions: readonly PublishedEdition[]): PublishedEdition | undefined {
  return editions.find(({ facts }) => facts.state === 'source');
}

/** The body of a page that was made anew, else that of the last build; undefined where there was none, or the text is another. */
export function bodyNow({ bodies }: PageMaking, edition: PublishedEdition): BodySummary | undefined {
  return bodies.get(edition) ?? edition.summary.body;
}

/** The editions of an article as they lead to each other, in the order of the site's locales. */
export function versionsOf(site: Site, editions: readonly PublishedEdition[]): Alternate[] {
  return editions
    .map(({ facts }) => ({ locale: facts.locale, path: facts.path, indexed: isIndexed(site, facts.state) }))
    .sort((a, b) => site.locales.indexOf(a.locale) - site.locales.indexOf(b.locale));
}

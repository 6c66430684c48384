/** What every page is made with: addresses, words, the rules of states, the stylesheet's name. */

import type { Config } from '../../config.ts';
import type { Icon } from '../pictures/icons.ts';
import type { ReviewState } from '../survey/input.ts';
import type { Addresses } from '../survey/page-addresses.ts';
import { stateRules } from '../survey/state-rules.ts';
import type { PageImage } from './article-parts.ts';
import type { Chrome } from './chrome.ts';
import type { Navigation } from './navigation.ts';
import type { Templates } from './template.ts';
import type { Theme } from './theme.ts';

export interface KnownAuthor {
  readonly photo?: PageImage | undefined;
  readonly links: readonly string[];
  /** An organization: a newsroom, an agency. */
  readonly desk: boolean;
}

export interface Site {
  readonly addresses: Addresses;
  readonly sourceLocale: string;
  /** In the order of the configuration, the source's first. */
  readonly locales: readonly string[];
  readonly options: Config['publish'];
  readonly chrome: (locale: string) => Chrome;
  readonly navigation: (locale: string) => Navigation;
  readonly theme: Theme;
  /** Of the theme's module: they take the place of pieces of the pages. */
  readonly templates?: Templates;
  /** Differs where the module does. */
  readonly templatesKey?: string;
  /** In place of the newspaper's name. */
  readonly logo?: PageImage | undefined;
  /** Of tabs and home screens; none where the theme names none. */
  readonly icons: readonly Icon[];
  /** Site path of what tabs show where there is no icon, and no `favicon.ico` in the public folder. */
  readonly mark?: string;
  /** What the configuration says of authors, by their slugs. */
  readonly authors: ReadonlyMap<string, KnownAuthor>;
  /** Site paths of files whose names hold the hash of their content. */
  readonly stylesheet: string;
  readonly searchScript?: string;
  /** Of the cards that load what is elsewhere; only pages that have some ask for it. */
  readonly embedScript?: string;
  /** In a preview that shows what nobody may read yet: the time that embargoes are measured against. */
  readonly withheldAt?: number;
}

export function isIndexed(site: Site, state: ReviewState): boolean {
  return stateRules(site.options, state).publish === 'index';
}

/** The newspaper's name in a locale. */
export function siteTitle(site: Pick<Site, 'options' | 'sourceLocale' | 'addresses'>, locale: string): string {
  const { title } = site.options;
  if (typeof title === 'string') return title;
  return title?.[locale] ?? title?.[site.sourceLocale] ?? new URL(site.addresses.origin).host;
}

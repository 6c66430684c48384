/** What a page tells its frame. Types only. */

import type { BodySummary } from '../survey/edition-summary.ts';
import type { HreflangLink } from './hreflang.ts';
import type { Html, HtmlValue } from './html-tag.ts';

export interface LanguageLink {
  readonly locale: string;
  /** Site path. */
  readonly path: string;
}

export interface Page {
  readonly locale: string;
  /** Site path. */
  readonly path: string;
  /** Of the document; the newspaper's name is added. */
  readonly title: string | undefined;
  /** Of the title, where it is not the page's. */
  readonly titleLocale?: string | undefined;
  readonly description?: string | undefined;
  readonly indexed: boolean;
  readonly hreflang: readonly HreflangLink[];
  /** This page in every language that has it, this one included. */
  readonly languages: readonly LanguageLink[];
  /** More of the head: Open Graph, structured data. */
  readonly head?: HtmlValue;
  /** What a click may load, by its origin. */
  readonly origins?: BodySummary['origins'];
  readonly kind: 'front' | 'article' | 'topic' | 'section' | 'author' | 'plain';
  /** A feed of this page's articles alone. */
  readonly feed?: { readonly path: string; readonly title: string };
  readonly main: Html;
}

/** What the page of an article is made of. Types only. */

import type { Variant } from '../pictures/variants.ts';
import type { EditionSummary } from '../survey/edition-summary.ts';
import type { Alternate } from './hreflang.ts';

export interface PageImage {
  /** Site path. */
  readonly path: string;
  readonly href: string;
  readonly width?: number;
  readonly height?: number;
  readonly credit?: string;
  readonly variants?: readonly Variant[];
  readonly cuts?: readonly Variant[];
}

export interface ArticlePage {
  readonly edition: EditionSummary;
  /** The original, where it is published. */
  readonly source: EditionSummary | undefined;
  /** The published editions of the article, this one included, in the site's order of locales. */
  readonly versions: readonly Alternate[];
  readonly image: PageImage | undefined;
  /** Older articles of the same topics, the newest first. */
  readonly related: readonly EditionSummary[];
  /** The next older article of its section. */
  readonly next: EditionSummary | undefined;
  /** Sanitized markup. */
  readonly body: string;
}

/** The contract of a layout: where another site generator expects an edition, and in what form. Pure. */

import type { ArticleFields } from '../../frontmatter/fields.ts';
import type { Dialect } from '../../markdown/syntax.ts';
import type { ReviewState } from '../survey/input.ts';

export interface ExportedEdition {
  readonly slug: string;
  readonly locale: string;
  readonly sourceLocale: string;
  readonly dialect: Dialect;
  readonly state: ReviewState;
  /** The last part of its address: the localized slug, else the slug. */
  readonly address: string;
  readonly fields: ArticleFields;
  /** As the author wrote them; undefined where the article has none. */
  readonly date: WrittenDate | undefined;
  readonly updated: WrittenDate | undefined;
  /** The author's own front matter. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Markdown without front matter. */
  readonly body: string;
  /** `config.markdown.extensions`. */
  readonly extensions: readonly string[];
}

/** A date that YAML writes as it is given: an offset is what the author meant, and a generator would lose it in UTC. */
export class WrittenDate {
  /** `YYYY-MM-DD`, or with a time and its zone. */
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export interface Layout {
  readonly name: string;
  /** Relative to the generator's project, with `/`. */
  readonly path: (edition: ExportedEdition) => string;
  /** What is set in the front matter; `undefined` takes a key of the author's out. */
  readonly frontMatter: (edition: ExportedEdition) => Readonly<Record<string, unknown>>;
  /** The body, with what the generator would run escaped, so that a reader sees what the author wrote. */
  readonly body: (edition: ExportedEdition) => string;
}

/** The contract of a layout: where another site generator expects an edition, and in what form. Pure. */

import type { ArticleFields } from '../../frontmatter/fields.ts';
import type { AnchorSettingName } from '../../markdown/anchor-rules.ts';
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
  /** That of the source's page. */
  readonly sourceAddress: string;
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

/** The address that most generators' own pages have here: below the language. */
export const pageAddress = ({ locale, address }: ExportedEdition): string => encodeURI(`/${locale}/${address}/`);

/** What a site that is begun needs to know of the newspaper. */
export interface StarterSite {
  readonly sourceLocale: string;
  readonly locales: readonly { readonly tag: string; readonly name: string; readonly direction: 'ltr' | 'rtl'; readonly title: string }[];
  /** The address of the site; an example's where the configuration has none. */
  readonly baseUrl: string;
  readonly timeZone: string;
}

/** Files by their path in the generator's project. */
type StarterFiles = Readonly<Record<string, string>>;

export interface Starter {
  /** Names of its configuration: with one of them there is a site already. */
  readonly configurations: readonly string[];
  /** What readers must know of a text, for any site's own templates. */
  readonly partials: StarterFiles;
  /** A small site in all languages, where there is none. */
  readonly site: (site: StarterSite) => StarterFiles;
}

export interface Layout {
  readonly name: string;
  /** Relative to the generator's project, with `/`. */
  readonly path: (edition: ExportedEdition) => string;
  /** The folder whose files are published as they are, relative to the project, with `/` at its end; empty for the project itself. */
  readonly files: string;
  /** How it makes the anchors of headings; absent where it makes none. */
  readonly anchors?: AnchorSettingName;
  /**
   * The address of another edition's page, without anchor.
   * @param place of a destination of Markdown, or an attribute of an element
   */
  readonly link: (target: ExportedEdition, from: ExportedEdition, place: 'markdown' | 'html') => string;
  /** Of an edition that cannot have its own address there: that address, from the root of the site. */
  readonly displaced?: (edition: ExportedEdition) => string | undefined;
  /** What is set in the front matter; `undefined` takes a key of the author's out. */
  readonly frontMatter: (edition: ExportedEdition) => Readonly<Record<string, unknown>>;
  /** Whether the articles are written for this generator: what it fills in stays alive, and makes anchors that nobody knows here. */
  readonly isOwn?: (extensions: readonly string[]) => boolean;
  /** The body, with what the generator would run escaped, so that a reader sees what the author wrote. */
  readonly body: (edition: ExportedEdition) => string;
  readonly starter: Starter;
}

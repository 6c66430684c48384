/** Templates of a newsroom's own: what each is told of its page, and what it gives back. Types only. */

import type { Html, HtmlValue } from './html-tag.ts';

/** Makes markup of a template: each value in it is text, unless it is markup that this made. In a tag, values stand in quotes. */
export type HtmlTag = (strings: TemplateStringsArray, ...values: readonly HtmlValue[]) => Html;

/** What is handed to the module's function. */
export interface ThemeTools {
  readonly html: HtmlTag;
}

/** What the default export of a theme's module is. */
export type ThemeModule = (tools: ThemeTools) => Templates;

/**
 * Takes the place of a piece of every page.
 * @param view what the piece is made of
 * @param original the piece as the site makes it, to be put into another
 */
export type Template<View> = (view: View, original: () => Html) => Html;

/** Those that are left out are the site's. */
export interface Templates {
  readonly article?: Template<ArticleView>;
  readonly front?: Template<FrontView>;
  readonly section?: Template<ChannelView>;
  readonly topic?: Template<ChannelView>;
  readonly author?: Template<ChannelView>;
  readonly notFound?: Template<NotFoundView>;
  readonly story?: Template<StoryView>;
  readonly masthead?: Template<MastheadView>;
  readonly foot?: Template<FootView>;
}

/** What all templates are told. */
export interface PageView {
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /** From the site's root: `/es/night-ferry/`. */
  readonly path: string;
  /** The newspaper's name in this language. */
  readonly newspaper: string;
  /** A word of `ui.json` in this language, by its key. */
  readonly word: (key: string, values?: Readonly<Record<string, unknown>>) => string;
  /** A date of the view as the site writes it: a day, or a time with its zone. */
  readonly date: (iso: string) => string;
}

export interface ViewLink {
  readonly href: string;
  readonly label: string;
}

/** The page of an article, within `<main>`. */
export interface ArticleView extends PageView {
  readonly headline: string;
  readonly standfirst?: string;
  readonly published?: string;
  readonly updated?: string;
  /** `source`: the original; `machine`: some of it has been read by nobody; `stale`: the original has changed since. */
  readonly state: 'source' | 'machine' | 'reviewed' | 'stale';
  /** As the front matter has it; none for news. */
  readonly kind?: string;
  readonly section?: ViewLink;
  readonly topics: readonly ViewLink[];
  readonly authors: readonly ViewLink[];
  readonly translator?: string;
  readonly parts: ArticleParts;
}

/** Its pieces as the site makes them; what there is nothing to say of is false. `body`, `note`, `corrected` and `corrections` have to be in the page. */
export interface ArticleParts {
  /** All that is above the text: kicker, headline, `corrected`, standfirst, byline. */
  readonly header: Html;
  readonly kicker: Html | false;
  readonly byline: Html | false;
  /** That the article has been corrected, in `header` too. */
  readonly corrected: Html | false;
  /** That nobody has read what a machine made. */
  readonly note: Html | false;
  readonly picture: Html | false;
  readonly contents: Html | false;
  readonly body: Html;
  readonly corrections: Html | false;
  /** The theme's `article.html`. */
  readonly slot: Html | false;
  readonly topics: Html | false;
  readonly share: Html | false;
  readonly related: Html | false;
  readonly next: Html | false;
}

/** An article in a list. */
export interface StoryView extends PageView {
  readonly href: string;
  readonly headline: string;
  readonly summary: string;
  readonly published?: string;
  readonly kind?: string;
  readonly section?: ViewLink;
  readonly topics: readonly ViewLink[];
  readonly authors: readonly ViewLink[];
  /** Whether it leads the front page. */
  readonly isLead: boolean;
  /** Of the headline in the page's order of headings. */
  readonly level: 2 | 3;
  readonly picture: Html | false;
  /** What readers must know of the text, if anything: it has to be in the page. */
  readonly badges: Html | false;
}

/** What is told of a list. */
export interface ListView extends PageView {
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  /** Articles on all pages. */
  readonly total: number;
  /** Those of this page, as `story` makes them. */
  readonly stories: readonly Html[];
}

/** The front page of a language, within `<main>`. */
export interface FrontView extends ListView {
  readonly topics: readonly ViewLink[];
  readonly parts: {
    readonly heading: Html;
    /** Lead, blocks of sections, the rest. */
    readonly news: Html;
    readonly pagination: Html | false;
    readonly topics: Html | false;
  };
}

/** The page of a section, a topic or an author, within `<main>`. */
export interface ChannelView extends ListView {
  readonly name: string;
  /** The same in every language. */
  readonly slug: string;
  readonly parts: { readonly header: Html; readonly news: Html; readonly pagination: Html | false };
}

export interface NotFoundView extends PageView {
  /** Address of the front page. */
  readonly home: string;
}

/** The head of every page as readers see it. */
export interface MastheadView extends PageView {
  readonly isFront: boolean;
  readonly home: string;
  readonly menu: readonly ViewLink[];
  readonly parts: { readonly languages: Html | false; readonly name: Html; readonly menu: Html | false; readonly search: Html | false };
}

/** The foot of every page. */
export interface FootView extends PageView {
  readonly standing: readonly ViewLink[];
  readonly parts: {
    readonly name: Html;
    readonly standing: Html | false;
    readonly feeds: Html;
    readonly address: Html;
    readonly slot: Html | false;
  };
}

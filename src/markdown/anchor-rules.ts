/** How the anchors of headings are made where a page is read: by Dragoman's own site, or by another generator. */

import GithubSlugger from 'github-slugger';
import { numberedNames } from '../text/numbered-names.ts';

/** Makes the ids of one page's headings from their texts, in order; none is made twice. */
export type AnchorMaker = (text: string) => string;

export interface AnchorSetting {
  readonly maker: () => AnchorMaker;
  /** What keeps a heading's source anchor in the file: an attribute list, or an element; absent where the page's builder keeps it. */
  readonly pin?: 'headingId' | 'html';
}

const github = (): AnchorMaker => {
  const slugger = new GithubSlugger();
  return (text) => slugger.slug(text);
};

/**
 * `markdown.anchors` of the configuration. `none`: the pages are read on Dragoman's own site, which gives an edition its source's
 * anchors. `headingId` and `html` are of generators with GitHub's rule that are not named here.
 */
export const ANCHOR_SETTINGS = {
  none: { maker: siteAnchors },
  headingId: { maker: github, pin: 'headingId' },
  html: { maker: github, pin: 'html' },
  github: { maker: github, pin: 'html' },
  astro: { maker: github, pin: 'html' },
  docusaurus: { maker: github, pin: 'headingId' },
  hugo: { maker: hugo, pin: 'headingId' },
  jekyll: { maker: kramdown, pin: 'headingId' },
} as const satisfies Readonly<Record<string, AnchorSetting>>;

export type AnchorSettingName = keyof typeof ANCHOR_SETTINGS;

/** Ids begin with a letter: a style sheet could not name the others. Headings of newspapers often begin with a year. */
const BEFORE_OTHERS = 'at-';

/** The anchors of Dragoman's own site: GitHub's, behind a prefix where they begin with no letter. */
export function siteAnchors(): AnchorMaker {
  const slug = github();
  return (text) => {
    const made = slug(text);
    return /^\p{L}/u.test(made) ? made : `${BEFORE_OTHERS}${made === '' ? 'section' : made}`;
  };
}

/** The id on Dragoman's own site that a link's fragment means, as the author may have written it: `#2026-in-figures`. */
export function idFor(fragment: string, has: (id: string) => boolean): string | undefined {
  return [fragment, BEFORE_OTHERS + fragment].find(has);
}

/**
 * An edition with as many headings as its source has the source's anchors on Dragoman's own site, so that a link works in every
 * language.
 * @returns undefined where the edition's headings have anchors of their own
 */
export function inheritedAnchors(source: readonly string[] | undefined, headings: number): readonly string[] | undefined {
  return source?.length === headings ? source : undefined;
}

/** @see https://gohugo.io/configuration/markup/#parserautoidtype, of which `github` is the default */
function hugo(): AnchorMaker {
  const kept = (text: string) =>
    text
      .trim()
      .toLowerCase()
      .replace(/ /g, '-')
      .replace(/[^\p{L}\p{Nd}_-]/gu, '');
  return numbered((text) => kept(text) || 'heading');
}

/** kramdown's GFM parser, which Jekyll uses. @see https://github.com/kramdown/parser-gfm */
function kramdown(): AnchorMaker {
  return numbered((text) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{Nd}\p{Pc}\- \t]/gu, '')
      .replace(/[ \t]/g, '-'),
  );
}

/** The second heading of a text gets `-1`. */
function numbered(rule: (text: string) => string): AnchorMaker {
  const unique = numberedNames(new Set(), (id, number) => `${id}-${number}`, 1);
  return (text) => unique(rule(text));
}

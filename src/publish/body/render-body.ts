/** The body of one edition: Markdown in, sanitized markup and what was found in it out. */

import { bodyStart } from '../../frontmatter/fence.ts';
import { dialectOf } from '../../markdown/syntax.ts';
import type { BodySummary, EditionSummary } from '../survey/edition-summary.ts';
import type { AlertKind } from './alerts.ts';
import type { Found, Shape } from './body-tree.ts';
import type { Links } from './link-targets.ts';
import type { Media } from './media.ts';
import { shorten } from './shorten.ts';
import { toMarkup } from './to-markup.ts';

export interface Body {
  readonly markup: string;
  readonly summary: BodySummary;
}

/** The words that a body needs in the reader's language. */
export interface BodyWords {
  /** The language of these words, where it is not the edition's. */
  readonly language: string | undefined;
  readonly table: string;
  readonly image: string;
  readonly embed: string;
  /** The heading of an alert. */
  readonly alert: (kind: AlertKind) => string;
  /** The heading of the footnotes. */
  readonly notes: string;
  /** @param reference the footnote's number */
  readonly backToReference: (reference: string) => string;
}

export interface BodyOptions {
  readonly words: BodyWords;
  readonly direction: 'ltr' | 'rtl';
  readonly extensions: readonly string[];
  readonly links: Links;
  readonly media: Media;
  readonly href: (path: string) => string;
  /** Of the source's headings; undefined for the source itself. */
  readonly sourceHeadings: readonly string[] | undefined;
  /** The same edition in the last build. */
  readonly before: BodySummary | undefined;
}

/** Of a description for search engines and lists; they cut longer ones themselves, and worse. */
const EXCERPT_CHARACTERS = 200;

/** @param text the whole file */
export function renderBody(text: string, edition: EditionSummary, options: BodyOptions): Body {
  const { words, links, media } = options;
  const found: Found = { headings: [], aliases: [], excerpt: '', deadAnchors: [], ids: [], tables: 0 };
  const local = new Set<string>();
  const images = new Set<string>();
  const shape: Shape = {
    words,
    locale: edition.locale,
    direction: options.direction,
    title: edition.fields.title,
    sourceAnchors: options.sourceHeadings,
    aliases: oldAnchors(options.before),
    moved: edition.fields.anchors,
    link: (href) => {
      const link = links.resolve(href, edition);
      if (link === undefined || link.target !== undefined || link.href.startsWith('/')) local.add(href);
      return link?.href;
    },
    image: (src) => {
      images.add(src);
      const file = media.find(src, edition.file);
      return file !== undefined && media.isImage(file) ? { ...file, src: options.href(file.path) } : undefined;
    },
    found,
  };
  const language = {
    dialect: dialectOf(edition.file),
    extensions: options.extensions,
    locale: edition.locale,
    words: { language: words.language, heading: words.notes, back: words.backToReference },
  };
  const markup = toMarkup(text.slice(bodyStart(text)), language, shape);
  const { headings, aliases, deadAnchors, ids } = found;
  const summary = {
    headings,
    ids,
    aliases,
    excerpt: shorten(found.excerpt, EXCERPT_CHARACTERS),
    links: [...local],
    images: [...images],
    deadAnchors,
  };
  return { markup, summary };
}

/** Every anchor that the edition had in the last build, with the number of its heading; `giveAnchors` passes over those still in use. */
function oldAnchors(before: BodySummary | undefined): Map<string, number> {
  const old = new Map<string, number>(before?.aliases);
  for (const [index, id] of (before?.headings ?? []).entries()) old.set(id, index);
  return old;
}

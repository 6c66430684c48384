/** The body of one edition: Markdown in, sanitized markup and what was found in it out. */

import type { Config } from '../../config.ts';
import { bodyStart } from '../../frontmatter/fence.ts';
import { dialectOf } from '../../markdown/syntax.ts';
import { isAbsoluteAddress } from '../../web-address.ts';
import type { BodySummary, EditionSummary } from '../survey/edition-summary.ts';
import type { AlertKind } from './alerts.ts';
import { type CardWords, nothingFound, type Shape } from './body-tree.ts';
import type { Links } from './link-targets.ts';
import { withoutLiquid } from './liquid.ts';
import type { LocalFrames } from './local-frames.ts';
import type { Media } from './media.ts';
import { embedOf } from './providers.ts';
import { withoutShortcodes } from './shortcodes.ts';
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
  readonly video: string;
  readonly audio: string;
  /** What a card says of its provider. */
  readonly card: (provider: string) => CardWords;
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
  readonly frames: LocalFrames;
  /** `config.publish`: who may be embedded, and what of other origins is the newsroom's own. */
  readonly publish: Pick<Config['publish'], 'embeds' | 'mediaOrigins'>;
  /** The newspaper's name. */
  readonly title: string;
  readonly href: (path: string) => string;
  /** Of the source's headings; undefined for the source itself. */
  readonly sourceHeadings: readonly string[] | undefined;
  /** The same edition in the last build. */
  readonly before: BodySummary | undefined;
}

/** Of a description for search engines and lists; they cut longer ones themselves, and worse. */
const EXCERPT_CHARACTERS = 200;

/** A body without what the generator that it was written for would fill in. */
function withoutCode(body: string, shortcodes: boolean, extensions: readonly string[]) {
  if (shortcodes) return withoutShortcodes(body);
  return extensions.includes('kramdown') ? withoutLiquid(body) : { body, dropped: [] };
}

/** @param text the whole file */
export function renderBody(text: string, edition: EditionSummary, options: BodyOptions): Body {
  const { words, links, media, publish } = options;
  const found = nothingFound();
  const played = new Set<string>();
  const optional = new Set<string>();
  const framed = new Set<string>();
  const local = new Set<string>();
  const images = new Set<string>();
  const shape: Shape = {
    words,
    locale: edition.locale,
    direction: options.direction,
    address: options.href(edition.path),
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
      if (isOwn(src)) return { src };
      images.add(src);
      return picture(src);
    },
    picture: (src) => {
      if (isOwn(src)) return { src };
      optional.add(src);
      return picture(src);
    },
    media: (src) => {
      if (isOwn(src)) return src;
      if (isAbsoluteAddress(src)) return undefined;
      played.add(src);
      const file = media.find(src, edition.file);
      return file === undefined ? undefined : options.href(file.path);
    },
    embed: (address) => embedOf(address, publish.embeds),
    frame: (src) => {
      const frame = options.frames.find(src);
      if (frame === undefined) return undefined;
      framed.add(src);
      if (!frame.loads) found.origins.push(['frame', "'self'"]);
      return { ...frame, provider: options.title };
    },
    shortcodes: options.extensions.some((name) => name === 'shortcodes' || name === 'hugo'),
    players: { video: words.video, audio: words.audio },
    card: words.card,
    found,
  };
  const isOwn = (src: string) => publish.mediaOrigins.includes(URL.parse(src)?.origin ?? '');
  const picture = (src: string) => {
    const file = media.find(src, edition.file);
    return file !== undefined && media.isImage(file) ? { ...file, src: options.href(file.path) } : undefined;
  };
  const language = {
    dialect: dialectOf(edition.file),
    extensions: options.extensions,
    locale: edition.locale,
    words: { language: words.language, heading: words.notes, back: words.backToReference },
  };
  const start = bodyStart(text);
  const body = withoutCode(text.slice(start), shape.shortcodes, options.extensions);
  found.dropped.push(...body.dropped);
  const markup = toMarkup(body.body, language, shape, publish.mediaOrigins);
  const before = text.slice(0, start).split('\n').length - 1;
  const inFile = <One extends { readonly line: number | undefined }>({ line, ...one }: One) =>
    line === undefined ? one : { ...one, line: before + line };
  const { headings, aliases, deadAnchors, ids } = found;
  const summary = {
    headings,
    ids,
    aliases,
    excerpt: shorten(found.excerpt, EXCERPT_CHARACTERS),
    links: [...local],
    images: [...images],
    deadAnchors,
    // Told only where there is something to tell: most articles are nothing but words.
    ...(played.size > 0 ? { media: [...played] } : {}),
    ...(optional.size > 0 ? { pictures: [...optional] } : {}),
    ...(framed.size > 0 ? { frames: [...framed] } : {}),
    ...(found.origins.length > 0 ? { origins: found.origins } : {}),
    ...(found.linked.length > 0 ? { linked: found.linked.map(inFile) } : {}),
    ...(found.dropped.length > 0 ? { dropped: found.dropped.map(inFile) } : {}),
  };
  return { markup, summary };
}

/** Every anchor that the edition had in the last build, with the number of its heading; `giveAnchors` passes over those still in use. */
function oldAnchors(before: BodySummary | undefined): Map<string, number> {
  const old = new Map<string, number>(before?.aliases);
  for (const [index, id] of (before?.headings ?? []).entries()) old.set(id, index);
  return old;
}

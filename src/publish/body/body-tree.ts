/** A body's tree: what the shaping of it is told and finds, and how its nodes are read. */

import type { Element, ElementContent, RootContent, Text } from 'hast';
import type { EmbedKind } from '../survey/edition-summary.ts';
import type { AlertKind } from './alerts.ts';
import type { Embed } from './providers.ts';

interface ShapeWords {
  /** The language of these words, where it is not the body's. */
  readonly language?: string | undefined;
  readonly table: string;
  readonly image: string;
  readonly embed: string;
  readonly alert: (kind: AlertKind) => string;
}

/** What a card says of the provider of its piece. */
export interface CardWords {
  readonly load: string;
  readonly note: string;
  readonly open: string;
  /** Of these words, where they are not in the page's. */
  readonly language: string | undefined;
}

export interface Shape {
  readonly words: ShapeWords;
  readonly locale?: string;
  /** Of writing. */
  readonly direction: 'ltr' | 'rtl';
  /** What a film and a recording without a title are called. */
  readonly players: { readonly video: string; readonly audio: string };
  readonly card: (provider: string) => CardWords;
  /** Of the page, without an anchor. */
  readonly address?: string;
  /** The page's title: a first heading that only repeats it is left out. */
  readonly title: string;
  /** The anchors of the source's headings, in order; an edition with as many headings keeps them, so that links work in every locale. */
  readonly sourceAnchors: readonly string[] | undefined;
  /** Anchors of the last build, with the number of the heading that has taken their place (-1: the body's start). */
  readonly aliases: ReadonlyMap<string, number>;
  /** Anchors that an author moved by hand. */
  readonly moved: Readonly<Record<string, string>>;
  /** The address to put for a link; undefined for one that leads nowhere. */
  readonly link: (href: string) => string | undefined;
  /** undefined for an image that is not there. */
  readonly image: (src: string) => ShownImage | undefined;
  /** The same of a picture that need not be there. */
  readonly picture: (src: string) => ShownImage | undefined;
  /** The address of a film, a recording or its subtitles; undefined for one that is not there. */
  readonly media: (src: string) => string | undefined;
  /** What another site's address may show once a reader asks for it; undefined for what may only be linked. */
  readonly embed: (address: string) => Embed | undefined;
  /** A document of the public folder; `loads`: something in it comes from elsewhere. */
  readonly frame: (src: string) => { readonly src: string; readonly loads: boolean; readonly provider: string } | undefined;
  /** Whether `{{< name >}}` is no text of the author's. */
  readonly shortcodes: boolean;
  /** Filled in: what the shaping found. */
  readonly found: Found;
}

interface ShownImage {
  readonly src: string;
  readonly width?: number;
  readonly height?: number;
}

/** Something that the page cannot show. */
export interface Dropped {
  readonly what: string;
  /** In the body, from 1. */
  readonly line: number | undefined;
}

export interface Found {
  /** Ids of the headings in order. */
  headings: string[];
  /** Old anchors that the body still answers to, with the number of their heading. */
  aliases: [string, number][];
  /** The words of the first paragraph that has any. */
  excerpt: string;
  /** Links within the page that lead to no anchor. */
  deadAnchors: string[];
  /** Every id of the body. */
  ids: string[];
  /** How many tables so far. */
  tables: number;
  dropped: Dropped[];
  /** Addresses of other sites that the page links to instead of showing what is there. */
  linked: { readonly address: string; readonly line: number | undefined }[];
  /** What a reader's click may load, by the origin it comes from. */
  origins: [kind: EmbedKind, origin: string][];
}

export function nothingFound(): Found {
  return {
    ...{ headings: [], aliases: [], excerpt: '', deadAnchors: [], ids: [], tables: 0, dropped: [], linked: [], origins: [] },
  };
}

/** Whether an image is anywhere within the element. */
export function holdsImage(element: Element): boolean {
  return element.children.some((child) => child.type === 'element' && (child.tagName === 'img' || holdsImage(child)));
}

export function isElement(node: RootContent | ElementContent, tagName: string): node is Element {
  return node.type === 'element' && node.tagName === tagName;
}

/** Where an element begins in the body, from 1; undefined for what the program has made. */
export const startLine = ({ position }: Element): number | undefined => position?.start.line;

/** The words of an element, without its markup. */
export function innerText(node: Element | Text): string {
  if (node.type === 'text') return node.value;
  let text = '';
  for (const child of node.children) if (child.type === 'element' || child.type === 'text') text += innerText(child);
  return text;
}

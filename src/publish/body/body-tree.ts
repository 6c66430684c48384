/** A body's tree: what the shaping of it is told and finds, and how its nodes are read. */

import type { Element, ElementContent, RootContent, Text } from 'hast';
import type { AlertKind } from './alerts.ts';

interface ShapeWords {
  /** The language of these words, where it is not the body's. */
  readonly language?: string | undefined;
  readonly table: string;
  readonly image: string;
  readonly embed: string;
  readonly alert: (kind: AlertKind) => string;
}

export interface Shape {
  readonly words: ShapeWords;
  readonly locale?: string;
  /** Of writing. */
  readonly direction: 'ltr' | 'rtl';
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
  readonly image: (src: string) => { readonly src: string; readonly width?: number; readonly height?: number } | undefined;
  /** Filled in: what the shaping found. */
  readonly found: Found;
}

export interface Found {
  /** Ids of the headings in order. */
  headings: string[];
  /** Old anchors that the body still answers to, with the number of their heading. */
  aliases: [string, number][];
  /** The first paragraph's words. */
  excerpt: string;
  /** Links within the page that lead to no anchor. */
  deadAnchors: string[];
  /** Every id of the body. */
  ids: string[];
  /** How many tables so far. */
  tables: number;
}

/** Whether an image is anywhere within the element. */
export function holdsImage(element: Element): boolean {
  return element.children.some((child) => child.type === 'element' && (child.tagName === 'img' || holdsImage(child)));
}

export function isElement(node: RootContent | ElementContent, tagName: string): node is Element {
  return node.type === 'element' && node.tagName === tagName;
}

/** The words of an element, without its markup. */
export function innerText(node: Element | Text): string {
  if (node.type === 'text') return node.value;
  let text = '';
  for (const child of node.children) if (child.type === 'element' || child.type === 'text') text += innerText(child);
  return text;
}

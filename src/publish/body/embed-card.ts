/**
 * What comes from another site, as a card: title, provider, a picture of our own, a way to open it there. The page's script puts a
 * button into it that loads the piece; without the click, and without the script, nothing is asked of anybody.
 */

import type { Element, ElementContent } from 'hast';
import type { EmbedKind } from '../survey/edition-summary.ts';
import { innerText, isElement, type Shape } from './body-tree.ts';
import { addressById, type Embed } from './providers.ts';

const PICTURES = ['jpg', 'jpeg', 'png', 'webp', 'avif'];

interface Asked {
  readonly address: string;
  readonly kind: EmbedKind;
  readonly title: string;
  /** Of the document, in CSS pixels, as the author's markup says. */
  readonly height?: number | undefined;
  /** The author's own picture for it. */
  readonly poster?: string | undefined;
  /** In the body, from 1. */
  readonly line: number | undefined;
}

/** @returns a card where the address may be loaded; else its link; nothing where the address leads nowhere */
export function showEmbed(asked: Asked, shape: Shape, embed = shape.embed(asked.address)): ElementContent[] {
  if (embed !== undefined) return [card(asked, embed, shape)];
  const href = /^(?:https?:)?\/\//i.test(asked.address) ? shape.link(asked.address) : undefined;
  if (href === undefined) return [];
  shape.found.linked.push({ address: asked.address, line: asked.line });
  const words = asked.title === '' ? shape.words.embed : asked.title;
  return [{ type: 'element', tagName: 'p', properties: { className: ['embed'] }, children: [anchor(href, words)] }];
}

function card({ kind, title, height, poster }: Asked, embed: Embed, shape: Shape): Element {
  const { found } = shape;
  const { provider, frame, page, picture, ratio } = embed;
  const words = shape.card(provider);
  found.origins.push([kind, frame.startsWith('/') ? "'self'" : new URL(frame).origin]);
  const name = title === '' ? shape.words.embed : title;
  const image = (poster === undefined ? undefined : shape.image(poster)) ?? pictureOf(picture, shape);
  const element = (tagName: string, className: string, ...children: ElementContent[]): Element => ({
    ...{ type: 'element', tagName, properties: { className: [className] }, children },
  });
  const drawn: Element[] =
    image === undefined
      ? []
      : [
          {
            type: 'element',
            tagName: 'img',
            properties: { ...image, alt: '', loading: 'lazy', decoding: 'async' },
            children: [],
          },
        ];
  return {
    type: 'element',
    tagName: 'figure',
    properties: {
      className: ['embed'],
      dataEmbed: frame,
      dataEmbedKind: kind,
      dataEmbedTitle: name,
      dataEmbedLoad: words.load,
      dataEmbedNote: words.note,
      ...(words.language === undefined ? {} : { dataEmbedLang: words.language }),
      ...(ratio === undefined ? {} : { dataEmbedRatio: ratio }),
      ...(height === undefined || ratio !== undefined ? {} : { dataEmbedHeight: height }),
    },
    children: [
      ...drawn,
      {
        type: 'element',
        tagName: 'figcaption',
        properties: {},
        children: [
          element('p', 'embed-provider', { type: 'text', value: provider }),
          element('p', 'embed-title', { type: 'text', value: name }),
          inWords(element('p', 'embed-open', anchor(page, words.open)), words.language),
        ],
      },
    ],
  };
}

function inWords(element: Element, language: string | undefined): Element {
  if (language !== undefined) element.properties.lang = language;
  return element;
}

/** The picture that a newsroom put beside its articles: the provider's own would be a request to it. */
function pictureOf(name: string | undefined, shape: Shape) {
  if (name === undefined) return undefined;
  for (const extension of PICTURES) {
    const found = shape.picture(`/embeds/${name}.${extension}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A link to what the page does not show itself. */
export function anchor(href: string, words: string): Element {
  return { type: 'element', tagName: 'a', properties: { href }, children: [{ type: 'text', value: words }], data: { isStandIn: true } };
}

declare module 'hast' {
  interface ElementData {
    /** Of a link in the place of what is not shown: its words are no sentence of the author's. */
    isStandIn?: true;
  }
}

const CHARTS: Readonly<Record<string, (properties: Element['properties']) => string>> = {
  'flourish-embed': ({ dataSrc }) => `https://flo.uri.sh/${String(dataSrc).replace(/\?.*/, '')}/embed`,
  'infogram-embed': ({ dataId }) => `https://e.infogram.com/${String(dataId)}`,
};

/** Attributes in which an element says what a script would put into it. */
const SAID = ['dataHref', 'dataSrc', 'dataUrl'] as const;

/**
 * What a script of its provider would draw in an element: the embedding codes of Datawrapper, Flourish and Infogram, elements of YouTube's
 * and Vimeo's films (`<lite-youtube videoid>`), and whatever holds nothing but the address of what is to be shown in it.
 */
export function scriptedAddress(element: Element): string | undefined {
  const names = Array.isArray(element.properties.className) ? element.properties.className : [];
  for (const name of names) {
    const chart = CHARTS[String(name)];
    if (chart !== undefined) return chart(element.properties);
  }
  for (const child of element.children)
    if (isElement(child, 'script') && /^(?:https?:)?\/\/datawrapper\.dwcdn\.net\/\w+\/embed\.js/.test(String(child.properties.src)))
      return String(child.properties.src).replace(/embed\.js.*/, '');
  const { tagName, properties } = element;
  if (tagName.includes('-')) return addressById(tagName, String(properties.videoid ?? properties.dataVideoid ?? ''));
  if (!/^(?:div|section|span)$/.test(tagName) || innerText(element).trim() !== '' || element.children.some(isShown)) return undefined;
  return SAID.map((name) => String(properties[name] ?? '')).find((address) => /^(?:https?:)?\/\//i.test(address));
}

function isShown(child: ElementContent): boolean {
  return child.type === 'element' && child.tagName !== 'script';
}

/** What the embedding code says of itself: a name for those who cannot see it. */
export function titleIn(element: Element): string {
  const { properties } = element;
  for (const value of [properties.title, properties.ariaLabel, properties.dataTitle, properties.playlabel])
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
  for (const child of element.children) {
    if (child.type !== 'element') continue;
    const found = child.tagName === 'img' ? String(child.properties.alt ?? '').trim() : titleIn(child);
    if (found !== '') return found;
  }
  return '';
}

/** A paragraph that is an address and nothing else, or a shortcode of one, means the thing that is there. */
export function loneAddress(paragraph: Element, shape: Shape): string | undefined {
  const solid = paragraph.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  const [only] = solid;
  if (solid.length !== 1 || only === undefined) return undefined;
  if (isElement(only, 'a')) {
    const { href } = only.properties;
    return typeof href === 'string' && sameAddress(innerText(only).trim(), href) ? href : undefined;
  }
  if (!shape.shortcodes || only.type !== 'text') return undefined;
  const [, name = '', id = ''] =
    /^\s*\{\{[<%]\s*(youtube|vimeo)\s+(?:id=)?["']?([\w-]+)(?![\w-])["']?[^<>]*[>%]\}\}\s*$/.exec(only.value) ?? [];
  return addressById(name, id);
}

function sameAddress(words: string, href: string): boolean {
  return words === href || `https://${words}` === href || `http://${words}` === href;
}

/** The newsroom's own films and recordings: played on the page, with a link for what cannot play them. */

import type { Element, ElementContent } from 'hast';
import { isAbsoluteAddress } from '../../web-address.ts';
import { type Shape, startLine } from './body-tree.ts';
import { anchor, showEmbed } from './embed-card.ts';

/** @see https://developer.mozilla.org/en-US/docs/Web/Media/Guides/Formats/Containers */
const TYPES: Readonly<Record<string, string>> = {
  ...{ mp4: 'video/mp4', m4v: 'video/mp4', webm: 'video/webm', ogv: 'video/ogg' },
  ...{ mp3: 'audio/mpeg', m4a: 'audio/mp4', ogg: 'audio/ogg', oga: 'audio/ogg', opus: 'audio/ogg', wav: 'audio/wav', flac: 'audio/flac' },
};

const typeOf = (src: string): string | undefined => TYPES[/\.(\w+)$/.exec(src.split(/[?#]/, 1)[0] ?? '')?.[1]?.toLowerCase() ?? ''];

/** The element that plays a file, by its name; undefined for a file that is neither film nor recording. */
export function playerFor(src: string): 'video' | 'audio' | undefined {
  return typeOf(src)?.slice(0, 5) as 'video' | 'audio' | undefined;
}

/**
 * A `video` or `audio` with its own files; pieces of other sites become cards. Nothing plays by itself, and nothing but the length
 * of a film is loaded before it is asked for.
 */
export function shapePlayer(element: Element, shape: Shape): ElementContent[] {
  const tagName = element.tagName as 'video' | 'audio';
  const inner = element.children.filter((child) => child.type === 'element');
  const sources = [element, ...inner.filter((child) => child.tagName === 'source')]
    .map(({ properties }) => properties.src)
    .filter((src) => typeof src === 'string' && src !== '') as string[];
  const title = [element.properties.title, element.properties.ariaLabel].find((one) => typeof one === 'string' && one !== '');
  const poster = typeof element.properties.poster === 'string' ? element.properties.poster : undefined;
  const own = sources.flatMap((src) => {
    const file = shape.media(src);
    return file === undefined ? [] : [{ src: file, type: typeOf(src) }];
  });
  if (own.length === 0) {
    const address = sources.find(isAbsoluteAddress);
    const line = startLine(element);
    if (address !== undefined)
      return showEmbed({ address, kind: tagName, title: String(title ?? shape.players[tagName]), poster, line }, shape);
    // What is not there has its finding; what the author says in its place is shown.
    return inner.filter((child) => !['source', 'track'].includes(child.tagName));
  }
  const tracks = inner.filter((child) => child.tagName === 'track').flatMap((track) => shapeTrack(track, shape));
  const picture = poster === undefined ? undefined : shape.image(poster);
  const { width, height, loop, muted } = element.properties;
  const first = own[0] as (typeof own)[number];
  return [
    {
      type: 'element',
      tagName,
      properties: {
        controls: true,
        preload: 'metadata',
        ...(title === undefined ? {} : { ariaLabel: String(title) }),
        ...(loop ? { loop: true } : {}),
        ...(muted ? { muted: true } : {}),
        ...(tagName === 'video' ? { playsInline: true } : {}),
        ...(tagName === 'video' && isSize(width) && isSize(height) ? { width, height } : {}),
        ...(picture === undefined ? {} : { poster: picture.src }),
      },
      children: [
        ...own.map(
          ({ src, type }): Element => ({
            ...{ type: 'element', tagName: 'source', children: [] },
            properties: { src, ...(type === undefined ? {} : { type }) },
          }),
        ),
        ...tracks,
        anchor(first.src, String(title ?? shape.players[tagName])),
      ],
    },
  ];
}

function shapeTrack({ properties }: Element, shape: Shape): Element[] {
  const src = typeof properties.src === 'string' ? shape.media(properties.src) : undefined;
  if (src === undefined) return [];
  const { kind, srcLang, label } = properties;
  const kept = { kind, srcLang, label, default: properties.default ? true : undefined };
  return [{ type: 'element', tagName: 'track', properties: { src, ...kept }, children: [] }];
}

function isSize(value: unknown): boolean {
  return /^\d{1,4}$/.test(String(value));
}

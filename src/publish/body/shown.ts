/** What an article shows rather than says: pictures, films, recordings, drawings, documents of others. */

import type { Element, ElementContent } from 'hast';
import { isAbsoluteAddress } from '../../web-address.ts';
import { innerText, type Shape, startLine } from './body-tree.ts';
import { LOST } from './dropped.ts';
import { anchor, scriptedAddress, showEmbed, titleIn } from './embed-card.ts';
import { playerFor, shapePlayer } from './own-media.ts';
import { shapeDrawing } from './vector.ts';

/**
 * @param shapeInside shapes what an element holds
 * @returns what takes the element's place; undefined for what is read and not shown
 */
export function shapeShown(element: Element, shape: Shape, shapeInside: (element: Element) => void): ElementContent[] | undefined {
  const scripted = scriptedAddress(element);
  if (scripted !== undefined)
    return showEmbed({ address: scripted, kind: 'frame', title: titleIn(element), line: startLine(element) }, shape);
  switch (element.tagName) {
    case 'img':
      return shapeImage(element, shape);
    case 'video':
    case 'audio':
      return shapePlayer(element, shape);
    case 'svg':
      shapeDrawing(element, shape);
      return [element];
    case 'iframe':
      return shapeFrame(element, shape);
    case 'embed':
    case 'object': {
      const { src, data } = element.properties;
      const own = shapeFile(String((element.tagName === 'embed' ? src : data) ?? ''), element, shape);
      if (own.length > 0) return own;
      // What an object cannot show, its content says.
      shapeInside(element);
      return element.children.length > 0 ? element.children : [element];
    }
    default:
      return undefined;
  }
}

/** Images of other hosts are not loaded: a page asks nothing of third parties before a reader does. */
function shapeImage(element: Element, shape: Shape): ElementContent[] {
  const src = typeof element.properties.src === 'string' ? element.properties.src : '';
  const alt = typeof element.properties.alt === 'string' ? element.properties.alt : '';
  const trusted = isAbsoluteAddress(src) ? shape.picture(src) : undefined;
  if (isAbsoluteAddress(src) && trusted === undefined) {
    if (shape.embed(src) !== undefined)
      return showEmbed({ address: src, kind: 'image', title: alt || shape.words.image, line: startLine(element) }, shape);
    const href = shape.link(src);
    if (href === undefined) return [];
    shape.found.linked.push({ address: src, line: startLine(element) });
    return [anchor(href, alt === '' ? shape.words.image : `${shape.words.image}: ${alt}`)];
  }
  const player = playerFor(src);
  if (player !== undefined)
    return shapePlayer({ ...element, tagName: player, properties: { src, ...(alt === '' ? {} : { title: alt }) }, children: [] }, shape);
  const image = trusted ?? (src === '' ? undefined : shape.image(src));
  if (image === undefined) return [];
  const { title } = element.properties;
  element.properties = { src: image.src, alt, ...(title === undefined ? {} : { title }), loading: 'lazy', decoding: 'async' };
  if (image.width !== undefined) Object.assign(element.properties, { width: image.width, height: image.height });
  return [element];
}

function shapeFrame(element: Element, shape: Shape): ElementContent[] {
  const { src, dataSrc, title, ariaLabel, height, dataPoster } = element.properties;
  // One that a script loads when it is near names its address elsewhere, and nothing or an empty page as its own.
  const address = String((typeof src === 'string' && !/^\s*(?:about:|data:|$)/i.test(src) ? src : dataSrc) ?? '').trim();
  const name = [title, ariaLabel].find((one) => typeof one === 'string' && one !== '');
  const pixels = /^\d{2,4}$/.test(String(height)) ? Number(height) : undefined;
  const own = address === '' ? undefined : shape.frame(address);
  if (own === undefined || own.loads) {
    const poster = typeof dataPoster === 'string' ? dataPoster : undefined;
    const asked = { address, kind: 'frame', title: String(name ?? ''), height: pixels, poster, line: startLine(element) } as const;
    const shown = showEmbed(asked, shape, own && { provider: own.provider, frame: own.src, page: own.src });
    return shown.length > 0 ? shown : shapeFile(address, element, shape, [{ ...element, tagName: `${LOST}iframe`, children: [] }]);
  }
  // The newsroom's own document, of the same origin: a sandbox that lets its scripts and data work is none, and no valid HTML.
  const properties = { src: own.src, title: String(name ?? shape.words.embed), loading: 'lazy', height: pixels ?? 480 };
  return [{ ...element, properties, children: [] }];
}

/** A file of the newsroom's in a frame or object: a picture, a film, else a link to it. */
function shapeFile(src: string, element: Element, shape: Shape, otherwise: ElementContent[] = []): ElementContent[] {
  if (src === '') return otherwise;
  // What an object says to those who do not see it is between its tags.
  const name = titleIn(element) || (element.tagName === 'object' ? innerText(element).replace(/\s+/g, ' ').trim() : '');
  if (isAbsoluteAddress(src)) {
    const shown = showEmbed({ address: src, kind: 'frame', title: name, line: startLine(element) }, shape);
    return shown.length > 0 ? shown : otherwise;
  }
  const player = playerFor(src);
  if (player !== undefined) return shapePlayer({ ...element, tagName: player, properties: { src }, children: [] }, shape);
  const picture = shape.picture(src);
  if (picture !== undefined) return [{ type: 'element', tagName: 'img', properties: { ...picture, alt: name }, children: [] }];
  const href = shape.link(src);
  if (href === undefined) return otherwise;
  const link = anchor(href, name === '' ? shape.words.embed : name);
  return [{ type: 'element', tagName: 'p', properties: { className: ['embed'] }, children: [link] }];
}

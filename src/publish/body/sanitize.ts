/**
 * What a published body may hold. A list of what is allowed, never of what is forbidden: everything else is dropped.
 * It runs after every other step, so that no step can bring in what it would have removed.
 */

import type { Options as Schema } from 'rehype-sanitize';
import { MATH_ATTRIBUTES, MATH_TAGS, SVG_ATTRIBUTES, SVG_TAGS } from './vector.ts';

/** Classes with a style on the site; an author may use them in HTML of their own. */
const CLASSES = [
  'pull',
  'note',
  'alert',
  'alert-title',
  'wide',
  'start',
  'center',
  'end',
  'number',
  'figure',
  'table',
  'embed',
  'embed-provider',
  'embed-title',
  'embed-open',
  'footnotes',
  'sr-only',
  'attribution',
  'contains-task-list',
];
const CODE_CLASS = /^language-[\w-]+$/;

/** Whether a class is kept. An element without one of them loses its `class` attribute. */
export function isKnownClass(name: string): boolean {
  return CLASSES.includes(name) || CODE_CLASS.test(name);
}

export const schema: Schema = {
  tagNames: [
    ...['a', 'abbr', 'b', 'bdi', 'bdo', 'blockquote', 'br', 'caption', 'cite', 'code', 'dd', 'del', 'details', 'dfn', 'div'],
    ...['dl', 'dt', 'em', 'figcaption', 'figure', 'footer', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'i', 'img', 'ins', 'kbd', 'li', 'mark'],
    ...['ol', 'p', 'pre', 'q', 'rp', 'rt', 'ruby', 's', 'samp', 'section', 'small', 'span', 'strong', 'sub', 'summary', 'sup', 'table'],
    ...['tbody', 'td', 'tfoot', 'th', 'thead', 'time', 'tr', 'u', 'ul', 'var', 'wbr', 'audio', 'iframe', 'source', 'track', 'video'],
    ...SVG_TAGS,
    ...MATH_TAGS,
  ],
  attributes: {
    '*': ['id', 'lang', 'dir', 'title', ['className', ...CLASSES]],
    a: ['href', 'hrefLang', 'ariaDescribedBy', 'ariaLabel', 'dataFootnoteRef', 'dataFootnoteBackref'],
    blockquote: ['cite'],
    code: [['className', CODE_CLASS]],
    del: ['cite', 'dateTime'],
    details: ['open'],
    // What a page loads at a click; `shapeBody` takes such attributes from whoever else wrote them.
    figure: ['dataEmbed', ...['Kind', 'Title', 'Load', 'Note', 'Ratio', 'Height', 'Lang'].map((name) => `dataEmbed${name}`)],
    // Documents of the site alone: see `protocols`.
    iframe: ['src', 'title', 'height', ['loading', 'lazy']],
    audio: ['controls', 'loop', 'muted', 'ariaLabel', ['preload', 'metadata']],
    video: ['controls', 'loop', 'muted', 'playsInline', 'poster', 'width', 'height', 'ariaLabel', ['preload', 'metadata']],
    source: ['src', 'type'],
    track: ['src', 'kind', 'srcLang', 'label', 'default'],
    img: ['src', 'alt', 'width', 'height', ['loading', 'lazy'], ['decoding', 'async']],
    ins: ['cite', 'dateTime'],
    ol: ['start', 'reversed'],
    pre: [['tabIndex', 0]],
    q: ['cite'],
    section: ['dataFootnotes', ['tabIndex', 0], 'ariaLabel'],
    td: ['colSpan', 'rowSpan'],
    th: ['colSpan', 'rowSpan', ['scope', 'col', 'row']],
    time: ['dateTime'],
    ...Object.fromEntries(SVG_TAGS.map((name) => [name, SVG_ATTRIBUTES])),
    svg: [...SVG_ATTRIBUTES, ['role', 'img']],
    ...Object.fromEntries(MATH_TAGS.map((name) => [name, MATH_ATTRIBUTES])),
  },
  protocols: {
    href: ['http', 'https', 'mailto', 'tel'],
    // None: images are the site's own. (An empty list would mean any.)
    src: ['none'],
    poster: ['none'],
    dataEmbed: ['https'],
    cite: ['http', 'https'],
  },
  required: {},
  // Ids are checked one by one when anchors are given out; nothing on the site looks up a global by name.
  clobber: [],
  clobberPrefix: '',
  ancestors: Object.fromEntries([
    ...['caption', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr'].map((name) => [name, ['table']] as const),
    ...['source', 'track'].map((name) => [name, ['audio', 'video']] as const),
    ...SVG_TAGS.slice(1).map((name) => [name, ['svg']] as const),
    ...MATH_TAGS.slice(1).map((name) => [name, ['math']] as const),
  ]),
  // Their content is no words of the article.
  strip: [
    'script',
    'style',
    'template',
    'object',
    'annotation',
    'annotation-xml',
    'title',
    'textarea',
    'select',
    'xmp',
    'noembed',
    'noframes',
  ],
};

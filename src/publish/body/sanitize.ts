/**
 * What a published body may hold. A list of what is allowed, never of what is forbidden: everything else is dropped.
 * It runs after every other step, so that no step can bring in what it would have removed.
 */

import type { Options as Schema } from 'rehype-sanitize';

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
  'table',
  'embed',
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
    ...['tbody', 'td', 'tfoot', 'th', 'thead', 'time', 'tr', 'u', 'ul', 'var', 'wbr'],
  ],
  attributes: {
    '*': ['id', 'lang', 'dir', 'title', ['className', ...CLASSES]],
    a: ['href', 'hrefLang', 'ariaDescribedBy', 'ariaLabel', 'dataFootnoteRef', 'dataFootnoteBackref'],
    blockquote: ['cite'],
    code: [['className', CODE_CLASS]],
    del: ['cite', 'dateTime'],
    details: ['open'],
    img: ['src', 'alt', 'width', 'height', ['loading', 'lazy'], ['decoding', 'async']],
    ins: ['cite', 'dateTime'],
    ol: ['start', 'reversed'],
    pre: [['tabIndex', 0]],
    q: ['cite'],
    section: ['dataFootnotes', ['tabIndex', 0], 'ariaLabel'],
    td: ['colSpan', 'rowSpan'],
    th: ['colSpan', 'rowSpan', ['scope', 'col', 'row']],
    time: ['dateTime'],
  },
  protocols: {
    href: ['http', 'https', 'mailto', 'tel'],
    // None: images are the site's own. (An empty list would mean any.)
    src: ['none'],
    cite: ['http', 'https'],
  },
  required: {},
  // Ids are checked one by one when anchors are given out; nothing on the site looks up a global by name.
  clobber: [],
  clobberPrefix: '',
  ancestors: Object.fromEntries(['caption', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr'].map((name) => [name, ['table']])),
  // Their content is no words of the article.
  strip: [
    'script',
    'style',
    'template',
    'noscript',
    'iframe',
    'object',
    'svg',
    'math',
    'title',
    'textarea',
    'select',
    'xmp',
    'noembed',
    'noframes',
  ],
};

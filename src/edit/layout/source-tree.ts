/** An article's body as the published page has it, for reading beside its edition: nothing in it can be clicked, and nothing has an id. */

import type { Element, Root } from 'hast';
import type { Article } from '../../article.ts';
import { collectionOf } from '../../edition/collections.ts';
import type { Settings } from '../../edition/desk.ts';
import type { ArticleSource } from '../../edition/source.ts';
import { syntaxNames } from '../../markdown/dialects.ts';
import { nothingFound, type Shape } from '../../publish/body/body-tree.ts';
import { bodyTree, safeTree } from '../../publish/body/to-markup.ts';
import type { PartName } from './beside.ts';
import type { Extent } from './parts.ts';

export interface SourceTree {
  readonly tree: Root;
  /** Offset in the source of the positions' first character. */
  readonly body: number;
}

/** The words that a body may need; the page has them in the language of who works with it. */
export type BodyLabels = Shape['words'] & { readonly notes: string; readonly part: PartName };

/**
 * @param part of the body, which is read by itself
 * @param image the address of an image of the article's, as the page serves it; undefined for one that is not there
 */
export function sourceTree(
  settings: Settings,
  source: ArticleSource,
  article: Article,
  part: Extent,
  labels: BodyLabels,
  image: (src: string) => string | undefined,
): SourceTree {
  const { markdown } = collectionOf(settings.config, source.slug);
  const words = { heading: labels.notes, back: (reference: string) => reference };
  const language = { dialect: source.dialect, extensions: syntaxNames(markdown), locale: article.locale, words };
  const shape: Shape = {
    words: labels,
    // Words stay in one piece: a sentence is found by its place in them.
    direction: 'ltr',
    // The headline is shown as the front matter has it, and the body's own as well: both are sentences.
    title: '',
    sourceAnchors: undefined,
    aliases: new Map(),
    moved: {},
    link: (href) => href,
    image: (src) => {
      const address = image(src);
      return address === undefined ? undefined : { src: address };
    },
    // The page of translators loads nothing: films and documents are links, as on a page that may embed nobody.
    ...{ picture: () => undefined, media: () => undefined, embed: () => undefined, frame: () => undefined, shortcodes: false },
    players: { video: labels.embed, audio: labels.embed },
    card: () => ({ load: '', note: '', open: '', language: undefined }),
    found: nothingFound(),
  };
  const tree = safeTree(bodyTree(article.source.slice(part.from, part.to), language), shape);
  still(tree);
  return { tree, body: part.from };
}

/** Links become words that name where they lead; ids would be there twice on a page of two columns, and a tab stop is for sentences. */
function still(parent: Root | Element): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    const { properties } = child;
    for (const name of ['id', 'tabIndex', 'ariaDescribedBy', 'dataFootnoteRef', 'dataFootnoteBackref', 'dataFootnotes'])
      delete properties[name];
    if (child.tagName === 'a') {
      child.tagName = 'span';
      child.properties = { className: ['link'], ...(typeof properties.href === 'string' && { title: properties.href }) };
    }
    if (child.tagName === 'section' || child.tagName === 'details') child.tagName = 'div';
    if (child.tagName === 'summary') child.tagName = 'p';
    delete properties.ariaLabel;
    still(child);
  }
}

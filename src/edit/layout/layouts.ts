/** The layouts of the articles that people have open, each made once for a text of its source. */

import type { Article } from '../../article.ts';
import type { Settings } from '../../edition/desk.ts';
import { type ArticleSource, type Source, sourceName } from '../../edition/source.ts';
import { type Extent, layoutParts } from './parts.ts';
import { type Places, placesOf } from './places.ts';
import { type BodyLabels, sourceTree } from './source-tree.ts';

/** The parts of an article in their order; each is made when it is asked for, and kept. Strings have no text that they are parts of. */
export type ArticleLayout = readonly (() => Places)[];

export interface Layouts {
  /** @param at the address of a path, as browsers ask for it: the same in every call */
  readonly of: (source: Source, article: Article, labels: BodyLabels, at: (path: string) => string) => ArticleLayout;
}

const MOST_KEPT = 8;
const NONE: ArticleLayout = [() => ({ tree: { type: 'root', children: [] }, elements: new Map() })];

export function createLayouts(settings: Settings): Layouts {
  const kept = new Map<string, { readonly article: Article; readonly layout: ArticleLayout }>();
  const of: Layouts['of'] = (source, article, labels, at) => {
    const key = `${sourceName(source)} ${labels.notes}`;
    const known = kept.get(key);
    if (known?.article.source === article.source) return known.layout;
    const layout = source.format === 'strings' ? NONE : articleLayout(settings, source, article, labels, { at });
    kept.delete(key);
    kept.set(key, { article, layout });
    for (const [oldest] of kept) {
      if (kept.size <= MOST_KEPT) break;
      kept.delete(oldest);
    }
    return layout;
  };
  return { of };
}

export interface LayoutOptions {
  /** Parts of the body. */
  readonly parts?: readonly Extent[];
  /** The address of a path, as browsers ask for it. */
  readonly at?: (path: string) => string;
}

export function articleLayout(
  settings: Settings,
  source: ArticleSource,
  article: Article,
  labels: BodyLabels,
  { parts = layoutParts(article), at = (path) => path }: LayoutOptions = {},
): ArticleLayout {
  const address = (src: string) => at(imageAddress(source, src));
  return parts.map((part) => {
    let places: Places | undefined;
    return () => {
      places ??= placesOf(sourceTree(settings, source, article, part, labels, address), blocksIn(article, part), labels.part);
      return places;
    };
  });
}

/** The article with the blocks of one part of its body. */
function blocksIn(article: Article, { from, to }: Extent): Article {
  return { ...article, blocks: article.blocks.filter(({ span }) => span.start >= from && span.start < to) };
}

/** The page serves an article's images by the article's slug and the address that the article gives them. */
function imageAddress({ slug }: ArticleSource, src: string): string {
  return `/image?${new URLSearchParams({ slug, src })}`;
}

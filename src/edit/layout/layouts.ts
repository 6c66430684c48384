/** The layouts of the articles that people have open, each made once for a text of its source. */

import type { Article } from '../../article.ts';
import type { Settings } from '../../edition/desk.ts';
import type { ArticleSource } from '../../edition/source.ts';
import { type Places, placesOf } from './places.ts';
import { type BodyLabels, sourceTree } from './source-tree.ts';

export interface Layouts {
  readonly of: (source: ArticleSource, article: Article, labels: BodyLabels) => Places;
}

const MOST_KEPT = 8;

export function createLayouts(settings: Settings): Layouts {
  const kept = new Map<string, { readonly article: Article; readonly places: Places }>();
  const of: Layouts['of'] = (source, article, labels) => {
    const key = `${source.slug} ${labels.notes}`;
    const known = kept.get(key);
    if (known?.article.source === article.source) return known.places;
    const address = (src: string) => imageAddress(source, src);
    const places = placesOf(sourceTree(settings, source, article, labels, address), article, labels.part);
    kept.delete(key);
    kept.set(key, { article, places });
    for (const [oldest] of kept) {
      if (kept.size <= MOST_KEPT) break;
      kept.delete(oldest);
    }
    return places;
  };
  return { of };
}

/** The page serves an article's images by the article's slug and the address that the article gives them. */
function imageAddress({ slug }: ArticleSource, src: string): string | undefined {
  return `/image?${new URLSearchParams({ slug, src })}`;
}

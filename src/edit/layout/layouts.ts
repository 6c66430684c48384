/** The layouts of the articles that people have open, each made once for a text of its source. */

import type { Article } from '../../article.ts';
import type { Settings } from '../../edition/desk.ts';
import { segmentsOf } from '../../edition/open.ts';
import type { ArticleSource } from '../../edition/source.ts';
import { type Places, placesOf } from './places.ts';
import { type BodyLabels, sourceTree } from './source-tree.ts';

export interface Layouts {
  readonly of: (source: ArticleSource, article: Article, labels?: BodyLabels) => Places;
  /** Ids of segments of the body that its layout does not show: alt texts, titles, attributes. */
  readonly outside: (source: ArticleSource, article: Article) => readonly string[];
}

const MOST_KEPT = 8;

/** Only for what shows no words of the layout's own. */
const PLAIN: BodyLabels = { table: '', image: '', embed: '', alert: () => '', notes: '' };

export function createLayouts(settings: Settings): Layouts {
  const kept = new Map<string, { readonly article: Article; readonly places: Places }>();
  const of: Layouts['of'] = (source, article, labels = PLAIN) => {
    const key = `${source.slug} ${labels.notes}`;
    const known = kept.get(key);
    if (known?.article.source === article.source) return known.places;
    const address = (src: string) => imageAddress(source, src);
    const places = placesOf(sourceTree(settings, source, article, labels, address), article);
    kept.delete(key);
    kept.set(key, { article, places });
    for (const [oldest] of kept) {
      if (kept.size <= MOST_KEPT) break;
      kept.delete(oldest);
    }
    return places;
  };
  return {
    of,
    outside: (source, article) => {
      // Whatever the layout's own words are, it shows the same sentences.
      const known = [...kept.values()].find((one) => one.article.id === article.id && one.article.source === article.source);
      const { shown } = known?.places ?? of(source, article);
      const front = new Set(
        article.blocks.filter(({ kind }) => kind === 'frontMatter').flatMap((block) => block.segments.map(({ id }) => id)),
      );
      return segmentsOf(article).flatMap(({ id }) => (shown.has(id) || front.has(id) ? [] : [id]));
    },
  };
}

/** The page serves an article's images by the article's slug and the address that the article gives them. */
function imageAddress({ slug }: ArticleSource, src: string): string | undefined {
  return `/image?${new URLSearchParams({ slug, src })}`;
}

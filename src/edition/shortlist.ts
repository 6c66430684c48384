/** The machine sentences that a person should look at first: those that a second engine doubts most. */

import { positionFinder } from '../checks/positions.ts';
import { words } from '../text.ts';
import { type OpenEdition, segmentsOf } from './open.ts';

export interface DoubtedSentence {
  /** `Target.rank`, 0 to 100: comparable within a locale and a pair of engines. */
  readonly rank: number;
  readonly slug: string;
  readonly locale: string;
  readonly segment: string;
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly source: string;
  readonly target: string;
}

export interface Shortlist {
  readonly add: (open: OpenEdition) => void;
  /** By locale, in the order that they came, the most doubted first; equals in the order of the articles. */
  readonly sentences: () => DoubtedSentence[];
}

/** @param most sentences of each locale */
export function createShortlist(most: number): Shortlist {
  const byLocale = new Map<string, DoubtedSentence[]>();
  return {
    add: (open) => {
      const { edition, file, source, locale, texts } = open;
      const list = byLocale.get(locale) ?? [];
      const least = list.length < most ? 0 : (list.at(-1)?.rank ?? 0);
      const doubted = segmentsOf(edition.article).flatMap((segment) => {
        const target = edition.targets.get(segment.id);
        return target?.state === 'machine' && (target.rank ?? 0) > least ? [{ segment, target, rank: target.rank ?? 0 }] : [];
      });
      if (doubted.length === 0 || texts.localized === undefined) return;
      const place = positionFinder(edition, texts.localized);
      const found = doubted
        .toSorted((a, b) => b.rank - a.rank)
        .slice(0, most)
        .map(({ segment, target, rank }): DoubtedSentence => {
          const said = { source: words(segment.text), target: words(target.text) };
          return { rank, slug: source.slug, locale, segment: segment.id, file, ...place(segment.id), ...said };
        });
      byLocale.set(locale, [...list, ...found].toSorted((a, b) => b.rank - a.rank).slice(0, most));
    },
    sentences: () => [...byLocale.values()].flat(),
  };
}

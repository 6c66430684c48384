/** Pairs that were found, and texts that have nothing to do with each other: what a regression learns from. */

import type { Document } from './document.ts';
import type { Comparer } from './evidence.ts';
import type { Alignment } from './lattice.ts';
import type { Signs } from './signs.ts';
import type { Sample } from './weights.ts';

/** Fewer pairs say nothing of a language. */
const LEAST_PAIRS = 50;
/** So many texts of other articles are compared with each that has a pair. */
const STRANGERS = 4;
/** Neighbours of the same article: they speak of the same, and are not the same. */
const NEIGHBOURS = [-2, -1, 1, 2];
/** They are taken where both are as sure as this, and count for less. */
const NEIGHBOURLY = { sure: 0.9, weight: 0.5 };
/** A stride that no number of texts is likely to be a multiple of. */
const STRIDE = 7919;

/** @returns undefined where there are too few */
export function samplesOf(
  articles: readonly (readonly Document[])[],
  found: readonly (readonly Alignment[])[],
  featuresIn: (article: number) => Comparer,
): Sample[] | undefined {
  const texts = articles.flatMap((documents, article) =>
    documents.flatMap(({ edition }) => edition.map(({ signs }) => ({ article, signs }))),
  );
  const samples: Sample[] = [];
  let [pairs, next] = [0, 0];
  for (const [article, documents] of articles.entries()) {
    const featuresOf = featuresIn(article);
    const add = (own: Signs, theirs: Signs, isPair: boolean, weight: number) => {
      const features = featuresOf(own, theirs);
      if (features !== undefined) samples.push({ features: Float64Array.from(features), isPair, weight });
    };
    for (const [nth, { source, edition }] of documents.entries()) {
      const beads = (found[article]?.[nth]?.beads ?? []).flatMap((bead) => {
        const [own, theirs] = [source[bead.source[0] ?? -1], edition[bead.target[0] ?? -1]];
        const isPair = own !== undefined && theirs !== undefined && bead.source.length + bead.target.length === 2;
        return isPair ? [{ own: own.signs, theirs: theirs.signs, sure: bead.sure }] : [];
      });
      for (const [at, { own, theirs, sure }] of beads.entries()) {
        pairs++;
        add(own, theirs, true, sure);
        for (let one = 0; one < STRANGERS; one++) {
          next = (next + STRIDE) % texts.length;
          const stranger = texts[next] as (typeof texts)[number];
          if (stranger.article !== article) add(own, stranger.signs, false, 1);
        }
        for (const step of NEIGHBOURS) {
          const other = beads[at + step];
          if (other !== undefined && Math.min(sure, other.sure) > NEIGHBOURLY.sure) add(own, other.theirs, false, NEIGHBOURLY.weight);
        }
      }
    }
  }
  return pairs >= LEAST_PAIRS && samples.some(({ isPair }) => !isPair) ? samples : undefined;
}

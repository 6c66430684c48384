/** How an edition writes names, as its other sentences show: by their sounds and how closely, or in Latin letters. */

import type { Edition, Segment } from '../article.ts';
import { languageOf } from '../languages/lookup.ts';
import { words } from '../text.ts';
import { letterKindOf } from './lacking.ts';
import { leastUnlike } from './like-words.ts';
import { hasUnlikeForms, nameEvidenceOf, namesIn } from './source-names.ts';
import { saidSentences, type Use } from './uses.ts';

/** Sentences whose nearest word is less unlike a name than this write its sounds. */
const NEAR = 0.15;
/** A word that is so much less like the name than theirs, and so little like it at all, is another one. Measured by `npm run bench:names`. */
const FARTHER = 0.2;
const FAR = { latin: 0.25, cased: 0.45, caseless: 0.35, unspaced: 0.45 };

/**
 * Whether a sentence's target has no word as near to a name as those by which the edition writes it in other sentences: it is lacking
 * there, though a word may be like it.
 * @param id of the sentence
 * @param uses `sentencesWith` the name
 * @param from the source's locale
 */
export function isFartherThanElsewhere(name: string, id: Segment['id'], uses: readonly Use[], edition: Edition, from: string): boolean {
  const own = uses.find((use) => use.id === id);
  // Kept in Latin letters, in another script, it says nothing of how the edition writes its sounds.
  const others = uses.filter((use) => use.id !== id && (isInLatin(edition) || !use.said.includes(name)));
  if (own === undefined || others.length === 0 || hasUnlikeForms(name, from)) return false;
  const unlike = (said: string, limit: number) => leastUnlike(name, said, from, edition.locale, limit);
  const least = FAR[letterKindOf(edition.locale)];
  const here = unlike(own.said, NEAR + FARTHER + least);
  if (here < least) return false;
  const near = others.map(({ said }) => unlike(said, 1)).sort((one, other) => one - other);
  const usual = near[others.length >> 1] as number;
  return usual <= NEAR && here >= usual + FARTHER;
}

const isInLatin = ({ locale }: Edition): boolean => (languageOf(locale).scripts?.[0] ?? 'Latin') === 'Latin';

/** Fewer names are kept, or not, by chance. */
const LEAST_NAMES = 4;
const KEPT = 0.6;
const keepers = new WeakMap<Edition, boolean>();

/** Whether an edition in another script keeps most of its article's names in Latin letters, rather than to write them in its own. */
export function keepsNames(edition: Edition): boolean {
  if (isInLatin(edition)) return false;
  const known = keepers.get(edition);
  if (known !== undefined) return known;
  const { article } = edition;
  const evidence = nameEvidenceOf(article);
  const said = saidSentences(edition);
  const names = article.blocks.flatMap(({ segments }) =>
    segments.flatMap(({ id, text }) => {
      const target = said.get(id)?.said;
      if (target === undefined) return [];
      return namesIn(words(text), article.locale, evidence).flatMap((name) =>
        name.certainty === 'likely' ? [] : target.includes(name.text),
      );
    }),
  );
  const keeps = names.length >= LEAST_NAMES && names.filter(Boolean).length >= KEPT * names.length;
  keepers.set(edition, keeps);
  return keeps;
}

/** Sentences whose source has changed: what somebody has written for one goes with it to the sentence that has taken its place. */

import type { Segment } from '../article.ts';
import { segmentsOf } from '../edition/open.ts';
import { matchRecord } from '../memory/match-segments.ts';
import type { Opened } from '../session/workspace.ts';
import type { Draft, Drafts, Place } from './drafts.ts';

/** The sentence that has taken the place of one whose source changed. */
export function successorOf({ open }: Opened, id: string): Segment | undefined {
  const { article } = open.edition;
  const { before } = matchRecord(article, open.record);
  return segmentsOf(article).find((segment) => before.get(segment.id)?.id === id);
}

/** A base that no text has: whoever opens the sentence sees their draft beside what it says by now. */
const OTHER_SOURCE = 'gone';

/**
 * What the author has written for the successor by itself stays; what went there before, and has been written on in a page that still had
 * the old sentence, gives way to it.
 */
export function moveDraft(drafts: Drafts, place: Place, author: string, successor: string): void {
  const all = drafts.ofEdition(place.locale, place.slug).filter((one) => one.author === author);
  const draft = all.find(({ segment }) => segment === place.segment);
  const there = all.find(({ segment }) => segment === successor);
  if (draft === undefined || (there !== undefined && (there.base !== OTHER_SOURCE || there.at > draft.at))) return;
  const { accepted: _, ...rest } = draft;
  drafts.put({ ...rest, segment: successor, base: OTHER_SOURCE });
  drafts.forget(place, author);
}

/** The drafts of an edition, each at a sentence that it has, as far as there is one. */
export function draftsOf({ drafts, readOnly }: { readonly drafts: Drafts; readonly readOnly: boolean }, opened: Opened): Draft[] {
  const { name: slug, open } = opened;
  const { locale, edition } = open;
  const all = drafts.ofEdition(locale, slug);
  const ids = new Set(segmentsOf(edition.article).map(({ id }) => id));
  // What is accepted is judged when it is saved.
  const lost = readOnly ? [] : all.filter(({ segment, accepted }) => !ids.has(segment) && accepted === undefined);
  if (lost.length === 0) return all;
  for (const draft of lost) {
    const successor = successorOf(opened, draft.segment);
    if (successor !== undefined) moveDraft(drafts, draft, draft.author, successor.id);
  }
  return drafts.ofEdition(locale, slug);
}

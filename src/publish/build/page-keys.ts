/** Whether a page is still what it would be made of: a key of all that went into it, told without reading what stands. */

import { digestOf } from '../site-files.ts';
import type { PublishedEdition } from '../survey/assign-paths.ts';
import { type EditionFacts, type PageFacts, type PageRefs, pageRefs } from '../survey/edition-facts.ts';
import type { BodySummary } from '../survey/edition-summary.ts';
import { bodyNow, originalOf, type PageMaking, versionsOf } from './page-making.ts';

/** Signs of each of the hashes that a key is put together of. */
const PART = 11;

const partOf = (value: unknown) => digestOf(JSON.stringify(value)).slice(0, PART);

/**
 * Of everything that the page is made of, in four parts: what all pages of its locale have, the article's own, what it names of the rest
 * of the project, what others' pages say. The second stands for as long as the article does, and the others are cheap to tell.
 */
export function pageKey(work: PageMaking, edition: PublishedEdition, body: BodySummary, editions: readonly PublishedEdition[]): string {
  const { summary } = edition;
  const source = originalOf(editions);
  const own = partOf([
    ...[summary.hash, summary.state, summary.path, summary.fields],
    [summary.topics, summary.section, summary.authors],
    versionsOf(work.site, editions),
    source === undefined || source.facts.locale === summary.locale
      ? null
      : [source.facts.path, source.facts.title, source.summary.fields.corrections, bodyNow(work, source)?.headings],
    body.aliases,
  ]);
  return wholeKey(work, edition, own, pageRefs(summary, body), onwardKey(work, edition));
}

/** Whether a page whose article is as it was has the key that it had. */
export function isKeyStill(work: PageMaking, edition: PublishedEdition, { key, refs }: PageFacts): boolean {
  const { facts } = edition;
  const onward = key.lastIndexOf('.') + 1;
  if (!key.startsWith(shellPart(work, facts.locale))) return false;
  if (refs !== undefined && key.slice(2 * (PART + 1), onward - 1) !== refsKey(work, facts, refs)) return false;
  return work.isOrderKept(facts.locale) || key.slice(onward) === onwardKey(work, edition);
}

function wholeKey(work: PageMaking, { facts }: PublishedEdition, own: string, refs: PageRefs | undefined, onward: string): string {
  return `${shellPart(work, facts.locale)}.${own}.${refs === undefined ? '' : refsKey(work, facts, refs)}.${onward}`;
}

function shellPart({ shell }: PageMaking, locale: string): string {
  return shell(locale).slice(0, PART);
}

function onwardKey(work: PageMaking, edition: PublishedEdition): string {
  const { related, next } = work.onward(edition);
  return `${related.map(({ facts }) => facts.face).join(',')};${next?.facts.face ?? ''}`;
}

function refsKey({ links, media, frames }: PageMaking, place: EditionFacts, refs: PageRefs): string {
  return partOf([
    refs.links.map((link) => links.resolve(link, place)?.href ?? null),
    [refs.lead, ...refs.images, ...refs.pictures, ...refs.media].map((image) => {
      const found = image === undefined ? undefined : media.find(image, place.file);
      // The path of a public file does not say what is in it.
      return found === undefined ? null : [found.path, found.named];
    }),
    refs.frames.map((frame) => frames.find(frame) ?? null),
  ]);
}

/** What desks share of an edition: their sentences are recalled as those of one's own memory are, and its own are given to them. */

import { hash } from 'node:crypto';
import type { Article } from '../article.ts';
import { tryFrontMatter } from '../frontmatter/data.ts';
import { readRelease } from '../frontmatter/fields.ts';
import { firstOwn } from '../memory/first-own.ts';
import type { NearSentence } from '../memory/fuzzy-matches.ts';
import type { Memory } from '../memory/store.ts';
import type { SharedMemory } from '../store/shared-memory.ts';
import { memoryKey } from '../text/white-space.ts';
import type { Desk, Settings } from './desk.ts';
import { type OpenEdition, segmentsOf } from './open.ts';
import type { Outcome } from './outcome.ts';

/** A desk that knows what others know of an article too. Rejects with an EngineError where the database stays away. */
export async function withShared(desk: Desk, article: Article, shared: SharedMemory | undefined): Promise<Desk> {
  if (shared === undefined) return desk;
  const texts = segmentsOf(article).map(({ text }) => text);
  const others = await shared.known({ from: article.locale, to: desk.locale }, texts);
  return { ...desk, memory: firstOwn(desk.memory, others) };
}

/** Sentences like those that an edition lacks, of one's own memory and of others', for engines that take examples. */
export async function nearWithShared(
  { edition, pending }: OpenEdition,
  own: Memory['near'] | undefined,
  shared: SharedMemory | undefined,
  most: number,
): Promise<Memory['near'] | undefined> {
  if (shared === undefined || own === undefined) return own;
  const pair = { from: edition.article.locale, to: edition.locale };
  const found = await Promise.all(pending.map(async ({ text }) => [memoryKey(text), await shared.near(pair, text, most)] as const));
  const others = new Map(found);
  return (text, count) => best([...own(text, count), ...(others.get(memoryKey(text)) ?? [])], count);
}

/** The likest, each sentence with each of its targets once; of the same the first. */
export function best(all: readonly NearSentence[], most: number): NearSentence[] {
  const seen = new Set<string>();
  return [...all]
    .sort((a, b) => b.share - a.share)
    .filter(({ source, target }) => {
      const key = `${memoryKey(source)}\0${memoryKey(target.text)}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .slice(0, most);
}

/** Gives others an edition that is whole. Rejects with an EngineError where the database stays away. */
export async function shareOutcome(outcome: Outcome, article: Article, desk: Desk, shared: SharedMemory | undefined): Promise<void> {
  const { record, edition } = outcome;
  if (shared === undefined || record === undefined || edition === undefined) return;
  await shared.share({
    pair: { from: article.locale, to: desk.locale },
    slug: article.id,
    print: printOf(record.text),
    privateUntil: privateUntil(article.source, article.id, desk.settings),
    record: () => desk.recordFormat.read(record.text, record.path),
  });
}

/** @param record its file's text */
export function printOf(record: string): string {
  return hash('sha256', record).slice(0, 32);
}

/**
 * Until when only its own desk may read an article.
 * @param source its file's text
 * @returns milliseconds since 1970; infinite for a draft; undefined where anybody may
 */
export function privateUntil(source: string, slug: string, { config }: Settings): number | undefined {
  const { isDraft, embargo } = readRelease(tryFrontMatter(source) ?? {}, slug, config.publish.timeZone);
  if (isDraft || embargo === 'never') return Number.POSITIVE_INFINITY;
  return embargo;
}

/** Every edition of the chosen sources, opened and judged; nothing is sent or written. */

import type { Article } from '../article.ts';
import { type KnownError, knownOf } from '../errors.ts';
import type { Desk } from './desk.ts';
import type { Disk } from './disk.ts';
import { type OpenEdition, openEdition } from './open.ts';
import { readSource } from './reading.ts';
import type { Chosen } from './selection.ts';
import { type EditionStatus, statusOf } from './status.ts';

export interface JudgedEdition {
  readonly open: OpenEdition;
  readonly desk: Desk;
  readonly status: EditionStatus;
}

/**
 * @param onUnreadable what becomes of an article, of an edition, or of a locale's glossary, that cannot be read; the others go on
 */
export function* everyEdition(disk: Disk, chosen: readonly Chosen[], onUnreadable: (error: KnownError) => void): Generator<JudgedEdition> {
  const readable = <Value>(read: () => Value): Value | undefined => {
    try {
      return read();
    } catch (error) {
      const known = knownOf(error);
      if (known === undefined) throw error;
      onUnreadable(known);
      return undefined;
    }
  };
  const desks = new Map<string, Desk | undefined>();
  const deskOf = (locale: string, from: string | undefined) => {
    const pair = `${from} ${locale}`;
    if (!desks.has(pair))
      desks.set(
        pair,
        readable(() => disk.deskFor(locale, from)),
      );
    return desks.get(pair);
  };
  // A glossary that is not usable is told once, and before anything else.
  const desksOf = chosen.map(({ source, locales }) =>
    locales.map((locale) => deskOf(locale, source.locale)).filter((desk) => desk !== undefined),
  );
  for (const [at, { source, locales }] of chosen.entries()) {
    if (desksOf[at]?.length === 0) continue;
    const articles = readable(() => readSource(disk.settings, source, disk.readSource(source), locales));
    if (articles === undefined) continue;
    for (const desk of desksOf[at] ?? []) {
      const paths = disk.editionPaths(source, desk.locale);
      const judged = readable(() => {
        const open = openEdition(paths, articles.get(desk.locale) as Article, disk.read(paths), desk);
        return { open, desk, status: statusOf(open, desk) };
      });
      if (judged !== undefined) yield judged;
    }
  }
}

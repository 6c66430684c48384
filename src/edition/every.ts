/** Every edition of the chosen sources, opened and judged; nothing is sent or written. */

import type { Article } from '../article.ts';
import { KnownError } from '../errors.ts';
import { localesFor } from './collections.ts';
import type { Desk } from './desk.ts';
import type { Disk } from './disk.ts';
import { type OpenEdition, openEdition } from './open.ts';
import { readSource } from './reading.ts';
import type { Source } from './source.ts';
import { type EditionStatus, statusOf } from './status.ts';

export interface JudgedEdition {
  readonly open: OpenEdition;
  readonly desk: Desk;
  readonly status: EditionStatus;
}

/**
 * @param onUnreadable what becomes of an article, or of an edition, that cannot be read; the others go on
 * @throws KnownError where a locale's glossary is not usable
 */
export function* everyEdition(
  disk: Disk,
  chosen: { readonly sources: readonly Source[]; readonly locales: readonly string[] },
  onUnreadable: (error: KnownError) => void,
): Generator<JudgedEdition> {
  const desks = chosen.locales.map((locale) => disk.deskFor(locale));
  const readable = <Value>(read: () => Value): Value | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof KnownError)) throw error;
      onUnreadable(error);
      return undefined;
    }
  };
  for (const source of chosen.sources) {
    const articles = readable(() => readSource(disk.settings, source, disk.readSource(source), chosen.locales));
    if (articles === undefined) continue;
    const own = localesFor(disk.settings.config, source, chosen.locales);
    for (const desk of desks.filter(({ locale }) => own.includes(locale))) {
      const paths = disk.editionPaths(source, desk.locale);
      const judged = readable(() => {
        const open = openEdition(paths, articles.get(desk.locale) as Article, disk.read(paths), desk);
        return { open, desk, status: statusOf(open, desk) };
      });
      if (judged !== undefined) yield judged;
    }
  }
}

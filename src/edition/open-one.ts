/** One edition, opened from its files, or from what somebody has in an editor and has not saved. */

import type { Article } from '../article.ts';
import type { Desk } from './desk.ts';
import type { Disk } from './disk.ts';
import { type OpenEdition, openEdition } from './open.ts';
import { readSource } from './reading.ts';
import type { Source } from './source.ts';

/** Texts instead of the files'. */
export interface Buffers {
  readonly source?: string | undefined;
  readonly localized?: string | undefined;
}

/**
 * @throws KnownError where a file is not readable
 */
export function openOne(
  disk: Disk,
  source: Source,
  locale: string,
  buffers: Buffers = {},
): { readonly open: OpenEdition; readonly desk: Desk } {
  const desk = disk.deskFor(locale, source.locale);
  const paths = disk.editionPaths(source, locale);
  const text = buffers.source ?? disk.readSource(source);
  const article = readSource(disk.settings, source, text, [locale]).get(locale) as Article;
  const { record, localized } = disk.read(paths);
  return { open: openEdition(paths, article, { record, localized: buffers.localized ?? localized }, desk), desk };
}

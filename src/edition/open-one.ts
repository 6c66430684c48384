/** One edition, opened from its files, or from what somebody has in an editor and has not saved. */

import type { Article } from '../article.ts';
import type { Desk } from './desk.ts';
import type { Disk } from './disk.ts';
import { type OpenEdition, openEdition } from './open.ts';
import { readSource } from './reading.ts';
import type { Source } from './source.ts';

export interface Buffers {
  /** Texts instead of the files'. */
  readonly source?: string | undefined;
  readonly localized?: string | undefined;
  /** Whether what other articles know is recalled: by default. */
  readonly memory?: boolean;
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
  const { memory, ...rest } = disk.deskFor(locale, source.locale);
  const desk: Desk = buffers.memory === false ? rest : { ...rest, memory };
  const paths = disk.editionPaths(source, locale);
  const text = buffers.source ?? disk.readSource(source);
  const article = readSource(disk.settings, source, text, [locale]).get(locale) as Article;
  const { record, localized } = disk.read(paths);
  return { open: openEdition(paths, article, { record, localized: buffers.localized ?? localized }, desk), desk };
}

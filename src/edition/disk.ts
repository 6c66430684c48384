/** The project's files as the pipeline asks for them; `src/project/disk.ts` gives them. Types only. */

import type { Article } from '../article.ts';
import type { Desk, Settings } from './desk.ts';
import type { Former } from './open.ts';
import type { FileText, Outcome } from './outcome.ts';
import type { EditionPaths, EditionTexts, Source } from './source.ts';

export interface Disk {
  readonly settings: Settings;
  /**
   * @param from the language of what is translated; the project's source locale where it is left out
   * @throws KnownError where the glossary of the two is not usable
   */
  readonly deskFor: (locale: string, from?: string) => Desk;
  readonly editionPaths: (source: Source, locale: string) => EditionPaths;
  /** @throws KnownError where there is no such file, or it is not a text */
  readonly readSource: (source: Source) => string;
  /** The files as they are now, both from before a write or both from after it. */
  readonly read: (paths: EditionPaths) => EditionTexts;
  /** The edition under its source's former name: asked for where a source has no record, and given once. */
  readonly formerOf: (article: Article, paths: Pick<EditionPaths, 'source' | 'locale'>) => Former | undefined;
  /**
   * Writes record and edition, both or neither; then removes what the outcome replaces.
   * @returns false where the files are no longer those that the edition was opened from: nothing is written
   */
  readonly write: (
    outcome: Pick<Outcome, 'file' | 'recordFile' | 'texts' | 'edition' | 'removed'> & { readonly record?: FileText },
  ) => Promise<boolean>;
}

/** What an edition's file cannot say, as findings. */

import type { Edition } from '../article.ts';
import type { Finding } from '../finding.ts';
import { unwritten } from '../markdown/write.ts';
import type { EditionRecord } from '../memory/record.ts';
import { worded } from '../text/worded.ts';
import { words } from '../text.ts';
import type { OpenEdition } from './open.ts';

const REASON = worded`its words would be other markup in this place`;

/**
 * One finding for each machine target in whose place the source stands, since it would have been other markup there.
 * @param record of the edition as it is written: where its file says what it does, there is nothing to look for
 */
export function unwrittenFindings(
  { file, source }: Pick<OpenEdition, 'file' | 'source'>,
  edition: Edition,
  record: EditionRecord,
): Finding[] {
  const isOtherwise = record.blocks.some(({ segments }) =>
    segments.some(({ target, written }) => target?.state === 'machine' && written !== undefined),
  );
  if (source.format !== 'markdown' || !isOtherwise) return [];
  const ids = unwritten(edition);
  const { article, locale, targets } = edition;
  return article.blocks.flatMap(({ segments }) =>
    segments
      .filter(({ id }) => ids.has(id))
      .map(
        ({ id, text }): Finding => ({
          check: 'structure',
          level: 'error',
          ...worded`No usable translation; the source text is kept: ${REASON}`,
          slug: article.id,
          locale,
          segment: id,
          file,
          source: words(text),
          target: words(targets.get(id)?.text ?? []),
        }),
      ),
  );
}

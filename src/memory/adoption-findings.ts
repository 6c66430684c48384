/** What an adopted edition leaves for its people to look at, for as long as its record says so. */

import type { Finding } from '../finding.ts';
import { worded } from '../text/worded.ts';
import { words } from '../text.ts';
import type { EditionRecord } from './record.ts';

/**
 * One finding for each sentence that the edition leaves out, and for each sentence whose translation in the edition is doubtful.
 * @param file the edition's path
 */
export function adoptionFindings({ slug, locale, blocks }: EditionRecord, file: string): Finding[] {
  return blocks.flatMap(({ segments }) =>
    segments.flatMap(({ id, source, target }): Finding[] => {
      const place = { level: 'warning', slug, locale, segment: id, file, source: words(source) } as const;
      if (target?.state === 'left-out')
        return [
          { ...place, check: 'left-out', ...worded`The edition leaves this sentence out; "dragoman translate --fill" translates it.` },
        ];
      if (target?.state === 'needs-review')
        return [
          { ...place, check: 'needs-review', ...worded`This may not be the translation of this sentence.`, target: words(target.text) },
        ];
      return [];
    }),
  );
}

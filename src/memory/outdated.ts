/** What people wrote for sentences that their author has changed since. */

import type { Finding } from '../finding.ts';
import { worded } from '../text/worded.ts';
import { sameText, shape, words } from '../text.ts';
import { wordDiff } from './likeness.ts';
import type { EditionRecord } from './record.ts';

/**
 * One finding for each sentence whose reviewed target was made for another source, until a person has reviewed it again.
 * `source` shows the author's change word by word (`[-old-]{+new+}`), `target` the person's text, `got` what the edition says.
 * @param file the edition's path
 */
export function outdatedFindings(record: EditionRecord, file: string): Finding[] {
  return record.blocks.flatMap(({ segments }) =>
    segments.flatMap(({ id, source, target, outdated }): Finding[] => {
      if (outdated === undefined) return [];
      const theirs = words(outdated.target.text);
      const kept = target !== undefined && shape(target.text) === shape(outdated.target.text);
      const change = wordDiff(words(outdated.source), words(source));
      const twice = sameText(outdated.source, source);
      const settling = `"dragoman review ${record.slug} --to ${record.locale} --segment ${id}"`;
      return [
        {
          check: 'review-outdated',
          level: 'warning',
          ...(twice
            ? worded`Two branches reviewed this sentence differently; the other one has: ${theirs} Put that into the edition, or keep what it has with ${settling}.`
            : kept
              ? worded`The source of a reviewed sentence has changed: ${change} The reviewed text is still there: change it, or keep it with ${settling}.`
              : worded`The source of a reviewed sentence has changed: ${change} The reviewed text was: ${theirs}`),
          slug: record.slug,
          locale: record.locale,
          segment: id,
          file,
          source: change,
          target: theirs,
          ...(target !== undefined && !kept && { got: [words(target.text)] }),
        },
      ];
    }),
  );
}

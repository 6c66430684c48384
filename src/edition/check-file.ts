/** The checks of an edition's file as it is on disk, which may be of an earlier source. */

import type { Finding } from '../finding.ts';
import { worded } from '../text/worded.ts';
import { checkEdition } from './check-edition.ts';
import type { Desk } from './desk.ts';
import type { OpenEdition } from './open.ts';
import { outputOf } from './outcome.ts';

/**
 * Every check over an edition as its file is. A file that is arranged as an earlier source was, and that the next run arranges as the
 * source is now, has no errors for that: one warning says that the edition waits for that run.
 * @param localized the file's text
 */
export function checkFile(open: OpenEdition, localized: string, desk: Desk): Finding[] {
  const findings = checkEdition(open, open.edition, localized, desk);
  if (open.hand === 'person' || !findings.some(isOfWhole)) return findings;
  const { text } = outputOf(open, open.edition, desk);
  if (text === localized) return findings;
  const lasting = new Set(checkEdition(open, open.edition, text, desk, { only: new Set() }).map(({ check }) => check));
  const waiting = findings.filter((finding) => isOfWhole(finding) && !lasting.has(finding.check));
  const [first] = waiting;
  if (first === undefined) return findings;
  const { line: _line, column: _column, got: _got, ...place } = first;
  return [
    ...findings.filter((finding) => !waiting.includes(finding)),
    {
      ...place,
      level: 'warning',
      ...worded`The source has changed since this edition was written: translate it first`,
      expected: ['what "dragoman translate" writes'],
    },
  ];
}

const isOfWhole = ({ segment, level }: Finding): boolean => segment === undefined && level === 'error';

/** A baseline: the findings that an archive had when the checks came, which no longer fail a run. */

import { KnownError } from '../errors.ts';
import type { Finding } from '../finding.ts';
import { fingerprints } from './fingerprint.ts';

/** One fingerprint a line with its check and edition, sorted, so that a change of the file reads well. */
export function baseline(findings: readonly Finding[]): string {
  const ids = fingerprints(findings);
  const lines = findings.map((finding, index) => `${ids[index]} ${finding.check} ${finding.locale ?? ''} ${finding.slug ?? ''}`.trimEnd());
  return `${lines.toSorted().join('\n')}\n`;
}

/**
 * Findings that a baseline does not hold.
 * @param text the baseline's file
 * @throws KnownError where it is not one
 */
export function beyondBaseline(findings: readonly Finding[], text: string, file: string): Finding[] {
  const known = new Set<string>();
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '' || line.startsWith('#')) return;
    const id = /^[0-9a-f]{16}(?:-\d+)?(?=\s|$)/.exec(line)?.[0];
    if (id === undefined)
      throw new KnownError(`${file}:${index + 1}: not a line of a baseline`, {
        expected: 'a fingerprint of 16 hexadecimal digits, then check, locale and slug',
        got: line.slice(0, 60),
        help: 'Write the file anew with "dragoman check --baseline FILE --write-baseline".',
      });
    known.add(id);
  });
  const ids = fingerprints(findings);
  return findings.filter((_, index) => !known.has(ids[index] as string));
}

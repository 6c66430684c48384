/** The levels that a configuration gives to findings. */

import type { Finding, FindingName, Level } from '../finding.ts';

/** `config.checks`: a level instead of the rule's own, or `off`. */
export type Levels = Readonly<Partial<Record<FindingName, Level | 'off'>>>;

/** Findings as the configuration wants them told; those that are `off` are left out. */
export function atLevels(findings: readonly Finding[], levels: Levels): Finding[] {
  return findings.flatMap((finding) => {
    const level = levels[finding.check] ?? finding.level;
    return level === 'off' ? [] : [level === finding.level ? finding : { ...finding, level }];
  });
}

/** A finding's name that survives edits elsewhere: for baselines and for code scanning. */

import { createHash } from 'node:crypto';
import { type Finding, findingRules } from '../finding.ts';

/**
 * Of what was found and in which sentence of which edition; lines and the rest of the target are left out, so that a
 * finding keeps its name while the article around it changes. The nth of a kind in one sentence gets its number.
 */
export function fingerprints(findings: readonly Finding[]): string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const { check, slug, locale, segment, expected, got } = finding;
    const parts = [
      findingRules[check].former ?? check,
      slug,
      locale,
      segment,
      expected,
      got,
      segment === undefined ? finding.message : undefined,
    ];
    const name = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    return nth === 1 ? name : `${name}-${nth}`;
  });
}

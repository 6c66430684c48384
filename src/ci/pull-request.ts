/**
 * What a pull request is held to: what it can mend. Who edits an English article is not asked for its editions, which are translated
 * after the merge; who changes an edition answers for the errors in it.
 */

import type { Finding, Level } from '../finding.ts';
import { counted } from '../text/counted.ts';

/** `auto`: as above. `always`: every edition has to be up to date. `never`: whether editions are up to date is not told at all. */
export const FROZEN = ['auto', 'always', 'never'] as const;
export type Frozen = (typeof FROZEN)[number];

/** One article in one locale. */
export interface ArticleInLocale {
  readonly slug?: string | undefined;
  readonly locale?: string | undefined;
}

/**
 * @param findings with those of `frozen`
 * @param isTouched whether the pull request changes the edition or its record
 * @returns the findings at the levels that they have for this pull request
 */
export function judgePullRequest(
  findings: readonly Finding[],
  isTouched: (place: ArticleInLocale) => boolean,
  frozen: Frozen,
): readonly Finding[] {
  return findings.flatMap((finding) => {
    if (finding.check === 'frozen') {
      if (frozen === 'never') return [];
      return [frozen === 'auto' ? { ...finding, level: 'note' as Level } : finding];
    }
    const isTheirs = finding.slug === undefined || isTouched(finding);
    return [isTheirs || finding.level !== 'error' ? finding : { ...finding, level: 'warning' as Level }];
  });
}

/**
 * The comment on the pull request, without its table of findings.
 * @param stale editions that wait for the merge
 * @returns undefined where nothing has to be said
 */
export function staleNote(stale: readonly ArticleInLocale[]): string | undefined {
  if (stale.length === 0) return undefined;
  const bySlug = Map.groupBy(stale, ({ slug }) => slug ?? '');
  const lines = [...bySlug].slice(0, SHOWN).map(([slug, places]) => `- ${code(slug)}: ${places.map(({ locale }) => locale).join(', ')}`);
  const more = bySlug.size > SHOWN ? [`- … and ${counted(bySlug.size - SHOWN, 'more article')}`] : [];
  return [
    `${counted(stale.length, 'edition is', 'editions are')} to be translated after the merge. Nothing has to be done here.`,
    '',
    ...lines,
    ...more,
  ].join('\n');
}

const SHOWN = 20;

/** A slug comes from a file's name, which anybody may have chosen: no markup, no mention. */
function code(slug: string): string {
  return `\`${slug.replace(/[`\s]+/g, ' ')}\``;
}

/** The sources that are translated, and how many are not and why. Every command that asks whether editions are up to date asks here. */

import { join } from 'node:path';
import { collectionOf, localesFor } from '../edition/collections.ts';
import { type Chosen, type SelectOptions, selectLocales, type Withheld } from '../edition/selection.ts';
import type { Source } from '../edition/source.ts';
import type { FreshnessSurvey, WithheldCounts } from '../edition/summary.ts';
import { isNothing } from '../files/bytes.ts';
import type { ClosableFreshness } from './freshness.ts';
import { type Project, recordFile } from './project.ts';
import { releaseOf } from './releases.ts';

export interface Selection {
  readonly chosen: readonly Chosen[];
  /** Articles by why they are not translated; absent where none is withheld for it. */
  readonly withheld: WithheldCounts;
}

/** Each source with those of some locales that it goes into by the configuration, whatever its front matter says. */
export function allOf(project: Project, sources: readonly Source[], locales: readonly string[]): Chosen[] {
  return sources
    .map((source) => ({ source, locales: localesFor(project.config, source, locales) }))
    .filter((one) => one.locales.length > 0);
}

export function select(project: Project, from: readonly Chosen[], options: SelectOptions): Selection {
  const chosen: Chosen[] = [];
  const withheld: Partial<Record<Withheld, number>> = {};
  for (const one of from) {
    const { source, locales } = one;
    if (source.format === 'strings') {
      chosen.push(one);
      continue;
    }
    const found = selectLocales(
      releaseOf(project, source, options.now),
      collectionOf(project.config, source.slug),
      locales,
      options,
      (locale) => !isNothing(join(project.root, recordFile(project, source, locale))),
    );
    if (typeof found === 'string') withheld[found] = (withheld[found] ?? 0) + 1;
    else chosen.push({ source, locales: found });
  }
  return { chosen, withheld };
}

export interface Plan {
  readonly survey: FreshnessSurvey;
  readonly withheld: WithheldCounts;
}

/**
 * What a run has to do.
 * @param options.freshness absent where everything is opened
 */
export async function planOf(
  project: Project,
  sources: readonly Source[],
  locales: readonly string[],
  options: SelectOptions & { readonly freshness?: Pick<ClosableFreshness, 'survey'> | undefined },
): Promise<Plan> {
  const survey = await (options.freshness?.survey(sources, locales) ?? {
    stale: allOf(project, sources, locales),
    passed: [],
    articles: 0,
  });
  const { chosen, withheld } = select(project, survey.stale, options);
  return { survey: { ...survey, stale: chosen }, withheld };
}

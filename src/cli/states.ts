/** Editions by state as a summary tells them: those of articles, and files of strings apart. */

import type { Source } from '../edition/source.ts';
import type { EditionState } from '../edition/status.ts';

type States = Record<EditionState, number>;

export interface StateCounts extends States {
  readonly editions: number;
  readonly strings: States & { readonly files: number };
}

export function countStates(all: readonly { readonly format: Source['format']; readonly state: EditionState }[]): StateCounts {
  const articles = all.filter(({ format }) => format === 'markdown');
  const strings = all.filter(({ format }) => format === 'strings');
  return { editions: articles.length, ...statesOf(articles), strings: { files: strings.length, ...statesOf(strings) } };
}

function statesOf(all: readonly { readonly state: EditionState }[]): States {
  const counts: States = { fresh: 0, stale: 0, missing: 0, 'hand-made': 0 };
  for (const { state } of all) counts[state]++;
  return counts;
}

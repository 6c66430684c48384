/** What is on the desk's work list, for `status`. */

import type { ListedEdition, WorkState } from '../store/postgres/work/work-list.ts';
import { counted } from '../text/counted.ts';

/** Editions whose reasons are told. */
const MOST = 10;

/** Lines for people. */
export function workLines(list: readonly ListedEdition[]): string[] {
  if (list.length === 0) return [];
  const states: readonly WorkState[] = ['queued', 'at work', 'parked'];
  const counts = states.flatMap((state) => {
    const count = list.filter((one) => one.state === state).length;
    return count === 0 ? [] : [`${count} ${state}`];
  });
  const told = list.filter(({ reason }) => reason !== undefined);
  const lines = told.slice(0, MOST).map(({ slug, locale, state, reason }) => `  ${state}: ${slug} -> ${locale}: ${reason}`);
  const rest = told.length - lines.length;
  return ['', `Work list: ${counts.join(', ')}`, ...lines, ...(rest > 0 ? [`  and ${counted(rest, 'other')} with a reason: --json`] : [])];
}

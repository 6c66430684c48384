/** What is on the desk's work list, for `status`. */

import { systemClock } from '../clock.ts';
import type { Config } from '../config.ts';
import { counted } from '../counted.ts';
import { knownOf } from '../errors.ts';
import { sharedStore } from '../session/open-store.ts';
import type { ListedEdition, WorkState } from '../store/postgres/work/work-list.ts';
import type { CommandContext } from './command.ts';

/** Editions whose reasons are told. */
const MOST = 10;

/** @returns nothing where there is no list: it is one more thing to know, and no reason to say nothing else */
export async function workListOf(config: Config, say: CommandContext['say']): Promise<readonly ListedEdition[]> {
  const shared = sharedStore(config);
  if (shared === undefined) return [];
  const { findWorkList } = await import('../store/postgres/work/work-list.ts');
  try {
    const list = await findWorkList({ url: shared.url, clock: systemClock, isWorker: false });
    if (list === undefined) return [];
    try {
      return await list.state();
    } finally {
      await list.close();
    }
  } catch (error) {
    const known = knownOf(error);
    if (known === undefined) throw error;
    say(known.message);
    return [];
  }
}

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

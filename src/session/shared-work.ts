/** What is on the desk's work list, for whoever shows it. */

import { systemClock } from '../clock.ts';
import type { Config } from '../config.ts';
import { knownOf } from '../errors.ts';
import type { ListedEdition } from '../store/postgres/work/work-list.ts';
import { sharedStore } from './open-store.ts';

/**
 * @param say told that the list is not to be read
 * @returns nothing where there is no list: it is one more thing to know, and no reason to say nothing else
 */
export async function workListOf(config: Config, say: (message: string) => void): Promise<readonly ListedEdition[]> {
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

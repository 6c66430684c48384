/** Where a word or phrase is in the sentences of a locale: how it was said elsewhere. */

import { lettersOf } from '../edition/correction.ts';
import type { Workspace } from '../session/workspace.ts';
import { toFragment, words } from '../text.ts';
import type { SearchView } from './contract.ts';

/** Sentences that somebody looks through. */
const MOST_FOUND = 40;

/** @param side where the words are looked for; case does not count */
export function concordance(workspace: Workspace, locale: string, query: string, side: 'source' | 'target'): SearchView['found'] {
  const wanted = query.trim().toLowerCase().normalize('NFC');
  const { letters } = lettersOf({ source: wanted });
  const memory = workspace.memories.memoryFor(locale);
  const seen = new Set<string>();
  const found: SearchView['found'][number][] = [];
  const all = side === 'source' ? memory.holding(letters, false) : memory.saying(letters);
  for (const { source, target, slug } of all) {
    const where = side === 'source' ? source : target.text;
    if (!words(where).toLowerCase().normalize('NFC').includes(wanted)) continue;
    const view = { slug, source: toFragment(source), target: toFragment(target.text), state: target.state };
    const key = `${view.source}\0${view.target}`;
    if (seen.has(key)) continue;
    seen.add(key);
    found.push(view);
    if (found.length >= MOST_FOUND) break;
  }
  return found;
}

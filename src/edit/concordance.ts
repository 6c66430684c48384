/** Where a word or phrase is in the sentences of a locale: how it was said elsewhere. */

import { sourceLocaleOf, sourceLocalesOf } from '../edition/collections.ts';
import { lettersOf } from '../edition/correction.ts';
import type { SharedSentence } from '../store/shared-memory.ts';
import { toFragment, words } from '../text.ts';
import type { SearchView } from './contract.ts';
import type { Editor } from './editor.ts';

/** Sentences that somebody looks through. */
const MOST_FOUND = 40;

/** @param side where the words are looked for; case does not count. What other desks have comes after what is here. */
export async function concordance(
  { workspace, others }: Pick<Editor, 'workspace' | 'others'>,
  locale: string,
  query: string,
  side: 'source' | 'target',
): Promise<SearchView['found']> {
  const wanted = query.trim().toLowerCase().normalize('NFC');
  const { letters } = lettersOf({ source: wanted });
  const memory = workspace.memories.memoryFor(locale);
  const seen = new Set<string>();
  const found: SearchView['found'][number][] = [];
  const all = side === 'source' ? memory.holding(letters, false) : memory.saying(letters);
  const { config } = workspace.project;
  const languages = new Map(workspace.articles().map((article) => [article.slug, sourceLocaleOf(config, article)]));
  const take = ({ source, target, slug }: SharedSentence, sourceLocale?: string) => {
    const where = side === 'source' ? source : target.text;
    if (!words(where).toLowerCase().normalize('NFC').includes(wanted)) return;
    const view = {
      slug: sourceLocale === undefined ? workspace.nameOf(slug) : slug,
      sourceLocale: sourceLocale ?? languages.get(slug) ?? config.sourceLocale,
      source: toFragment(source),
      target: toFragment(target.text),
      state: target.state,
    };
    const key = `${view.source}\0${view.target}`;
    if (seen.has(key)) return;
    seen.add(key);
    found.push(view);
  };
  for (const one of all) {
    take(one);
    if (found.length >= MOST_FOUND) return found;
  }
  for (const from of sourceLocalesOf(config)) {
    if (from === locale) continue;
    for (const one of await others.look((shared) => shared.holding({ from, to: locale }, wanted, side, MOST_FOUND))) take(one, from);
  }
  return found.slice(0, MOST_FOUND);
}

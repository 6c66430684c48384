/**
 * The sentence of all articles of a locale that most needs a person: what cannot be published, what was said for another source, what a
 * second engine doubts and the checks warn of, then what nobody has read; among equals of the newest article, of files of strings last.
 */

import { sourceName } from '../edition/source.ts';
import { KnownError } from '../errors.ts';
import type { EditionView } from './contract.ts';
import type { Editor } from './editor.ts';
import { firstToSee, needsPerson } from './sentence-state.ts';
import type { EditionCell, States } from './states.ts';
import { editionView, NOBODY } from './views.ts';

/** Articles with a doubted sentence that are looked at. */
const MOST_DOUBTED = 200;

/** @returns undefined where no sentence needs anybody */
export async function nextOfAll(
  { workspace, bringUpToDate }: Editor,
  states: States,
  locale: string,
): Promise<{ readonly slug: string; readonly segment: string } | undefined> {
  bringUpToDate(locale);
  const cells = await states.known(locale);
  const doubts = new Map<string, number>();
  for (const { slug, rank } of workspace.memories.memoryFor(locale).doubted(MOST_DOUBTED))
    doubts.set(workspace.nameOf(slug), Math.max(rank, doubts.get(workspace.nameOf(slug)) ?? 0));
  const ranked = [...states.articles(), ...workspace.strings()]
    .map(sourceName)
    .flatMap((slug) => {
      const cell = cells.get(slug);
      return cell === undefined || isDone(cell) ? [] : [{ slug, weight: weightOf(cell) + (doubts.get(slug) ?? 0) }];
    })
    .sort((a, b) => b.weight - a.weight);
  for (const { slug } of ranked) {
    const opened = readable(() => workspace.opened(locale, slug));
    if (opened === undefined || opened.open.hand === 'person') continue;
    opened.findings.all();
    const segment = firstOf(editionView(opened, NOBODY));
    if (segment !== undefined) return { slug, segment };
  }
  return undefined;
}

/** An article whose files cannot be read says so where it is opened: whoever works goes on with the others. */
function readable<Value>(open: () => Value): Value | undefined {
  try {
    return open();
  } catch (error) {
    if (error instanceof KnownError) return undefined;
    throw error;
  }
}

/** Errors of reviewed sentences too; one that only warns has been read. */
function firstOf({ segments }: EditionView): string | undefined {
  const needed = segments.filter(needsPerson);
  return (firstToSee(needed, 1)[0] ?? needed[0])?.id;
}

/** As the last run left it, and read by people. */
const isDone = ({ state, segments, reviewed, errors }: EditionCell) => state === 'fresh' && errors === 0 && reviewed === segments;

/** As sentences are weighed (`sentence-state.ts`). What has changed since the last run, and is not looked at yet, is most probably stale. */
function weightOf({ state, errors, warnings, pending }: EditionCell): number {
  const isChanged = state === 'stale' || state === 'unknown' || (pending > 0 && state !== 'missing');
  return Math.min(errors, 9) * 1000 + (isChanged ? 500 : 0) + Math.min(warnings, 5) * 50;
}

/** What helps to translate a sentence: others like it. */

import { segmentsOf } from '../edition/open.ts';
import { best } from '../edition/shared.ts';
import { wordDiff } from '../memory/likeness.ts';
import type { Opened } from '../session/workspace.ts';
import { countCharacters, toFragment, words } from '../text.ts';
import type { HelpView } from './contract.ts';
import type { Editor } from './editor.ts';

/** Matches of the memory that somebody reads. */
const MOST_NEAR = 5;

export async function helpFor(editor: Editor, { open }: Opened, segment: string): Promise<HelpView> {
  const text = segmentsOf(open.edition.article).find(({ id }) => id === segment)?.text ?? [];
  const pair = { from: open.edition.article.locale, to: open.locale };
  const others = await editor.others.look((shared) => shared.near(pair, text, MOST_NEAR));
  const memory = best([...editor.near(open.locale, text, MOST_NEAR), ...others], MOST_NEAR).map(({ source, target, slug, share }) => ({
    ...{ likeness: share, state: target.state, slug: editor.workspace.nameOf(slug) },
    ...{ source: toFragment(source), target: toFragment(target.text), diff: wordDiff(words(source), words(text)) },
  }));
  const engines = editor.readOnly ? [] : await editor.alternatives.offers(open.locale, countCharacters(toFragment(text)));
  return { memory, engines };
}

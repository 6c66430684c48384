/** Paragraphs of an edition's own, written under the lock as an edit by hand would be. */

import type { OwnParagraph } from '../edition/own-paragraph.ts';
import { withOwnParagraph } from '../edition/own-paragraph.ts';
import { holdCheckout } from '../project/checkout.ts';
import type { OwnView } from './contract.ts';
import type { Place } from './drafts.ts';
import type { Editor } from './editor.ts';

/** Milliseconds that it waits for another command. */
const PATIENCE = 10_000;

/** @throws KnownError where another command holds the lock for long */
export async function putOwnParagraph(
  { workspace }: Editor,
  { locale, slug, segment, isFirst = false }: Place & { readonly isFirst?: boolean | undefined },
  { markdown, was }: Pick<OwnParagraph, 'markdown' | 'was'>,
): Promise<OwnView> {
  const release = await holdCheckout(workspace.project, 'edit', { waitMs: PATIENCE });
  try {
    const opened = workspace.opened(locale, slug);
    if (opened === undefined) return { own: [], refused: 'gone' };
    const { open, desk } = opened;
    const files = withOwnParagraph(open, { after: isFirst ? null : segment, markdown, was }, desk);
    const ownNow = () => workspace.opened(locale, slug)?.open.record.additions ?? [];
    if (typeof files === 'string') return { own: ownNow(), refused: files };
    const { merging: _, ...texts } = files;
    const { file, recordFile } = open;
    const isWritten = await workspace.disk(locale).write({ file, recordFile, texts: open.texts, ...texts, removed: [] });
    if (!isWritten) return { own: ownNow(), refused: 'gone' };
    return { own: ownNow() };
  } finally {
    release();
  }
}

/** What keeps the anchors of headings where the words change. */

import type { Edition } from '../../article.ts';
import type { Edit } from '../../splice.ts';
import { isRemoved } from '../../text.ts';
import { ANCHOR_SETTINGS, type AnchorSetting, type AnchorSettingName } from '../anchor-rules.ts';
import { anchorsOf, outlineIn } from '../anchors.ts';
import { markText } from '../headings.ts';
import { changedTarget } from './targets.ts';

/** What pins the anchors of headings whose translated words would move them. */
export function pins(edition: Edition, name: AnchorSettingName): Edit[] {
  const { maker, pin }: AnchorSetting = ANCHOR_SETTINGS[name];
  if (pin === undefined) return [];
  const { article } = edition;
  const make = maker();
  const blocks = article.blocks.filter(({ kind }) => kind === 'heading');
  let next = 0;
  return anchorsOf(outlineIn(edition).headings, maker()).flatMap((anchor): Edit[] => {
    while ((blocks[next]?.span.start ?? Number.POSITIVE_INFINITY) < anchor.start) next++;
    const block = (blocks[next]?.span.end ?? Number.POSITIVE_INFINITY) <= anchor.end ? blocks[next] : undefined;
    if (anchor.id !== undefined || block?.segments.every((segment) => isRemoved(edition.targets.get(segment.id)))) return [];
    const words = block?.segments.map((segment) =>
      (changedTarget(edition, segment)?.text ?? segment.text)
        .map((piece) => (typeof piece === 'string' ? piece : piece.role === 'alone' ? markText(piece.source) : ''))
        .join(''),
    );
    if (make(words?.join(' ') ?? anchor.text) === anchor.slug) return [];
    const at = pin === 'html' ? anchor.start : anchor.end;
    return [{ span: { start: at, end: at }, text: pin === 'html' ? `<a id="${anchor.slug}"></a>` : ` {#${anchor.slug}}` }];
  });
}

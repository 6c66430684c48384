/** Anchors that links name, kept at headings where a generator would make others of their words. */

import { ANCHOR_SETTINGS, type AnchorMaker, type AnchorSetting } from '../../markdown/anchor-rules.ts';
import { anchorsOf } from '../../markdown/anchors.ts';
import type { Edit } from '../../splice.ts';
import type { Layout } from './layout.ts';
import type { ReadBody } from './read-body.ts';

/** kramdown's attribute lists know ids of these alone. */
const PLAIN_ID = /^[A-Za-z][\w:-]*$/;

/** An attribute list at a heading's end. */
const LIST = /^[ \t]*\{:?[^{}\n]*\}/;

/** @param named the anchors that links lead to */
export function pinned({ headings, anchors, text }: ReadBody, named: ReadonlySet<string>, { anchors: rule }: Layout): Edit[] {
  const { maker, pin }: AnchorSetting = rule === undefined ? { maker: noAnchors, pin: 'html' } : ANCHOR_SETTINGS[rule];
  const made = anchorsOf(headings, maker());
  return headings.flatMap(({ start, end, id }, index): Edit[] => {
    const anchor = anchors[index] ?? '';
    const list = id === undefined ? null : LIST.exec(text.slice(end));
    const asElement = (): Edit => ({ span: { start, end: start }, text: `<a id="${anchor}"></a>` });
    // Where attribute lists mean nothing, one would be read as words.
    if (list !== null && pin === 'html') return [asElement(), { span: { start: end, end: end + list[0].length }, text: '' }];
    if (id !== undefined || !named.has(anchor) || made[index]?.slug === anchor) return [];
    return [pin === 'headingId' && PLAIN_ID.test(anchor) ? { span: { start: end, end }, text: ` {#${anchor}}` } : asElement()];
  });
}

function noAnchors(): AnchorMaker {
  return () => '';
}

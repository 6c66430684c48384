/** Links of an article to headings of its own that it does not have. */

import type { Article, Span } from '../article.ts';
import { marks } from '../text.ts';
import { decodeAddress } from '../web-address.ts';
import { ANCHOR_SETTINGS, type AnchorSettingName, idFor } from './anchor-rules.ts';
import { anchorsOf, elementIds } from './anchors.ts';
import { outlineOf } from './outline.ts';

/** The place of the link's address and title in the source, and the fragment that leads nowhere. */
export interface DeadAnchor extends Span {
  readonly anchor: string;
}

/** @returns none for an article that the reader of Markdown did not make */
export function deadAnchors(article: Article, rule: AnchorSettingName): DeadAnchor[] {
  const outline = outlineOf(article);
  if (outline === undefined) return [];
  const slugs = anchorsOf(outline.headings, ANCHOR_SETTINGS[rule].maker()).map(({ slug }) => slug);
  const ids = new Set(['top', ...slugs, ...elementIds(article.source)]);
  return article.blocks.flatMap(({ segments }) =>
    segments.flatMap(({ text }) =>
      marks(text).flatMap(({ source, start }): DeadAnchor[] => {
        const link = /\]\(\s*<?#([^\s)>]+)/.exec(source);
        const anchor = decodeAddress(link?.[1] ?? '');
        if (start === undefined || anchor === '' || /[{}$]/.test(anchor) || idFor(anchor, (id) => ids.has(id)) !== undefined) return [];
        return [{ start, end: start + source.length, anchor }];
      }),
    ),
  );
}

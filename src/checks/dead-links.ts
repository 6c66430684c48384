/** Local links and anchors that lead nowhere. */

import { posix } from 'node:path';
import { KnownError } from '../errors.ts';
import { idFor } from '../markdown/anchor-rules.ts';
import { type PageAnchors, pageAnchors } from '../markdown/anchors.ts';
import { worded } from '../text/worded.ts';
import { marks } from '../text.ts';
import { decodeAddress } from '../web-address.ts';
import type { EditionCheck, Remark } from './check.ts';

export const deadLinksCheck: EditionCheck = {
  name: 'dead-links',
  format: 'markdown',
  edition: (input) => {
    const { edition, output, file, sourceFile, exists } = input;
    const remarks: (Remark & { segment?: string })[] = [];
    let anchors: PageAnchors | undefined;
    const judge = (url: string, place: { segment: string } | { line: number }) => {
      if (/^[a-z][a-z0-9+.-]*:|^\/\/|[{}$]/i.test(url) || url === '' || url === '#') return;
      const [path = '', fragment] = url.split('#');
      if (path === '' && fragment !== undefined) {
        anchors ??= anchorsIn(input);
        const anchor = decodeAddress(fragment);
        // A link that is dead in the source already is its author's business.
        if (anchors === undefined || !reaches(anchors.source, anchor) || reaches(anchors.edition, anchor)) return;
        const said =
          input.anchors === 'none'
            ? worded`No heading of the edition has the anchor #${anchor}: its headings are not as many as its source has, so they have anchors of their own`
            : worded`No heading of the edition has the anchor #${anchor}: its source's heading has it`;
        remarks.push({ ...place, ...said, got: [url] });
        return;
      }
      // Absolute paths are the site's, and names without an extension are its routes.
      const bare = decodeAddress(path.split('?')[0] ?? '');
      if (file === undefined || sourceFile === undefined || exists === undefined || bare.startsWith('/') || !/\.[a-z0-9]{1,5}$/i.test(bare))
        return;
      const target = posix.join(posix.dirname(file), bare);
      const original = posix.join(posix.dirname(sourceFile), bare);
      // Another article gets its edition in its turn.
      if (target.startsWith('..') || !exists(original) || /\.mdx?$/i.test(bare)) return;
      if (!exists(target)) remarks.push({ ...place, ...worded`${target} does not exist`, got: [url] });
    };
    for (const block of edition.article.blocks)
      for (const segment of block.segments) {
        const text = edition.targets.get(segment.id)?.text ?? segment.text;
        for (const mark of marks(text)) {
          const url = /\]\(\s*(?:<([^>]*)>|([^\s)]+))/.exec(mark.source);
          if (url !== null) judge(url[1] ?? url[2] ?? '', { segment: segment.id });
        }
      }
    output.split(/\r?\n/).forEach((line, index) => {
      const definition = /^ {0,3}\[(?!\^)[^\]]+\]:\s*<?([^\s>]+)/.exec(line);
      if (definition !== null) judge(definition[1] ?? '', { line: index + 1 });
    });
    return remarks;
  },
};

/** undefined for an edition that cannot be read, which is another check's finding. */
function anchorsIn({ edition, output, file, anchors }: Parameters<EditionCheck['edition']>[0]): PageAnchors | undefined {
  try {
    return pageAnchors(edition, output, file, anchors);
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    return undefined;
  }
}

/** As Dragoman's own site finds it; the ids of other generators never begin with its prefix. */
function reaches(ids: ReadonlySet<string>, fragment: string): boolean {
  return idFor(fragment, (id) => ids.has(id)) !== undefined;
}

/** Local links and anchors that lead nowhere. */

import { posix } from 'node:path';
import GithubSlugger from 'github-slugger';
import { marks } from '../text.ts';
import type { EditionCheck, Remark } from './check.ts';

export const deadLinksCheck: EditionCheck = {
  name: 'dead-links',
  format: 'markdown',
  edition: ({ edition, output, file, sourceFile, exists }) => {
    const remarks: (Remark & { segment?: string })[] = [];
    let anchors: { readonly source: ReadonlySet<string>; readonly output: ReadonlySet<string> } | undefined;
    const judge = (url: string, place: { segment: string } | { line: number }) => {
      if (/^[a-z][a-z0-9+.-]*:|^\/\/|[{}$]/i.test(url) || url === '' || url === '#') return;
      const [path = '', fragment] = url.split('#');
      if (path === '' && fragment !== undefined) {
        anchors ??= { source: anchorsOf(edition.article.source), output: anchorsOf(output) };
        const anchor = decode(fragment);
        // A link that is dead in the source already is its author's business.
        if (anchors.source.has(anchor) && !anchors.output.has(anchor))
          remarks.push({
            ...place,
            message: `No heading has the anchor #${anchor} here; "markdown.anchors" keeps the source's`,
            got: [url],
          });
        return;
      }
      // Absolute paths are the site's, and names without an extension are its routes.
      const bare = decode(path.split('?')[0] ?? '');
      if (file === undefined || sourceFile === undefined || exists === undefined || bare.startsWith('/') || !/\.[a-z0-9]{1,5}$/i.test(bare))
        return;
      const target = posix.join(posix.dirname(file), bare);
      const original = posix.join(posix.dirname(sourceFile), bare);
      // Another article gets its edition in its turn.
      if (target.startsWith('..') || !exists(original) || /\.mdx?$/i.test(bare)) return;
      if (!exists(target)) remarks.push({ ...place, message: `${target} does not exist`, got: [url] });
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

/** Anchors as GitHub and most generators make them, and those that the author set. */
function anchorsOf(markdown: string): Set<string> {
  const slugger = new GithubSlugger();
  const anchors = new Set<string>(['top']);
  for (const match of markdown.matchAll(/\b(?:id|name)\s*=\s*["']([^"']+)["']/g)) anchors.add(match[1] as string);
  for (const match of markdown.matchAll(/^[ >]{0,6}(?:#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*$|(\S[^\n]*)\n[ >]{0,6}(?:=+|-+)[ \t]*$)/gm)) {
    const heading = match[1] ?? match[2] ?? '';
    const own = /\{#([^}\s]+)[^}]*\}\s*$/.exec(heading);
    if (own !== null) anchors.add(own[1] as string);
    anchors.add(slugger.slug(plain(heading.replace(/\{#[^}]*\}\s*$/, '').trim())));
  }
  return anchors;
}

/** A heading's words without its markup. */
function plain(heading: string): string {
  return heading
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]+>/g, '')
    .replace(/[*_`~]+/g, '');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

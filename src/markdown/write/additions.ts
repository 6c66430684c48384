/** Blocks of a person's own find their place in the edition again: after the block that they followed. */

import type { Addition, Block, Edition } from '../../article.ts';
import type { Edit } from '../../splice.ts';
import { blockLines, isBlankLine, lineEnd, lineStart, nextLine, removal } from './removal.ts';

/**
 * @param body offset of the first byte after the front matter
 * @param removed the blocks that the edition leaves out
 */
export function insertions(edition: Edition, body: number, removed: ReadonlySet<Block>): Edit[] {
  const additions = edition.additions ?? [];
  if (additions.length === 0) return [];
  const { source, blocks } = edition.article;
  const eol = /\r\n|\n|\r/.exec(source)?.[0] ?? '\n';
  const byPlace = new Map<Block | undefined, Addition[]>();
  for (const addition of additions) {
    const place = addition.after === null ? undefined : outermost(blocks, addition.after);
    const list = byPlace.get(place);
    if (list) list.push(addition);
    else byPlace.set(place, [addition]);
  }
  return [...byPlace].map(([block, list]) => {
    const markdown = list.map((addition) => addition.markdown.replace(/\r\n|\n|\r/g, eol));
    if (block === undefined) return atStart(source, body, markdown.join(eol + eol), eol);
    if (removed.has(block)) {
      const at = removal(block, source).span.end;
      return { span: { start: at, end: at }, text: markdown.map((text) => text + eol + eol).join('') };
    }
    return after(source, block, markdown, eol);
  });
}

/** The block of the body that holds a segment, or holds the mark that it is nested in; undefined for the front matter. */
function outermost(blocks: readonly Block[], id: string): Block | undefined {
  let outer: Block | undefined;
  for (const block of blocks) {
    if (outer === undefined || block.span.start >= outer.span.end) outer = block;
    if (block.segments.some((segment) => segment.id === id)) return outer.kind === 'frontMatter' ? undefined : outer;
  }
  return undefined;
}

function atStart(source: string, body: number, markdown: string, eol: string): Edit {
  let at = body;
  while (at < source.length && isBlankLine(source, at)) at = nextLine(source, lineEnd(source, at));
  const lead = at > 0 && source[at - 1] !== '\n' && source[at - 1] !== '\r' ? eol + eol : '';
  return { span: { start: at, end: at }, text: `${lead}${markdown}${eol}${eol}` };
}

function after(source: string, block: Block, markdown: readonly string[], eol: string): Edit {
  const { start, end } = blockLines(block, source);
  const at = { start: end, end };
  const line = source.slice(start, end);
  const next = nextLine(source, end);
  const goesOn = next < source.length && !isBlankLine(source, next);
  const first = markdown[0] ?? '';
  const item = /^[ \t>]*(?:[-+*]|\d{1,9}[.)])[ \t]/;
  const loose = start > 0 && isBlankLine(source, lineStart(source, start - 1));
  // A row of a table, an item of a tight list: on the next line.
  if ((block.kind === 'cell' && first.includes('|')) || (item.test(first) && item.test(line) && !loose))
    return { span: at, text: markdown.map((text) => eol + text).join('') };
  const quote = /^[ \t>]*>/.exec(line)?.[0];
  const blank = quote !== undefined && first.trimStart().startsWith('>') ? quote : '';
  return { span: at, text: markdown.map((text) => eol + blank + eol + text).join('') + (goesOn ? eol + blank : '') };
}

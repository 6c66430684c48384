/** Paragraphs of a person's own in an edition's file: found again, and cut out of it. */

import type { Addition, Article, Block } from '../article.ts';

/**
 * The additions that stand in the file as they were written, and the blocks that are none of theirs.
 * One that a person has changed is not found, and its blocks are new ones.
 */
export function findAdditions(additions: readonly Addition[], edition: Article): { found: Addition[]; rest: Block[] } {
  const found: Addition[] = [];
  const spans: { start: number; end: number }[] = [];
  let from = 0;
  for (const addition of additions) {
    const start = wholeLines(edition.source, addition.markdown, from);
    if (start < 0) continue;
    found.push(addition);
    from = start + addition.markdown.length;
    spans.push({ start, end: from });
  }
  const rest = edition.blocks.filter(({ span }) => !spans.some(({ start, end }) => span.start >= start && span.end <= end));
  return { found, rest };
}

function wholeLines(source: string, markdown: string, from: number): number {
  for (let at = source.indexOf(markdown, from); at >= 0; at = source.indexOf(markdown, at + 1)) {
    const end = at + markdown.length;
    if ((at === 0 || source[at - 1] === '\n') && (end === source.length || /[\r\n]/.test(source[end] as string))) return at;
  }
  return -1;
}

/** The whole lines of neighbouring blocks, verbatim. */
export function markdownOf(blocks: readonly Block[], source: string): string {
  const start = Math.min(...blocks.map((block) => block.span.start));
  const end = Math.max(...blocks.map((block) => block.span.end));
  const lineStart = source.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = source.indexOf('\n', end);
  return source.slice(lineStart, lineEnd < 0 ? source.length : lineEnd).replace(/\r$/, '');
}

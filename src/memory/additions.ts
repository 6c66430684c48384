/** Paragraphs of a person's own in an edition's file: found again, and cut out of it. */

import type { Addition, Article, Block, Span } from '../article.ts';
import { bodyStart } from '../frontmatter/fence.ts';

/** Something of a person's own, with its place in the file. */
export interface OwnMarkdown {
  readonly span: Span;
  readonly markdown: string;
}

export interface FoundAdditions {
  readonly found: readonly (OwnMarkdown & { readonly addition: Addition })[];
  /** The blocks of the file that belong to none of them. */
  readonly rest: readonly Block[];
}

/**
 * The additions that are in the file as the record has them. One that a person has changed is not found: its blocks count as
 * new.
 */
export function findAdditions(additions: readonly Addition[], edition: Article): FoundAdditions {
  const found: FoundAdditions['found'][number][] = [];
  const eol = edition.source.includes('\r\n') ? '\r\n' : '\n';
  let from = bodyStart(edition.source);
  for (const addition of additions) {
    const markdown = addition.markdown.replace(/\r\n|\n|\r/g, eol);
    const start = wholeLines(edition.source, markdown, from);
    if (start < 0) continue;
    from = start + markdown.length;
    found.push({ addition, markdown, span: { start, end: from } });
  }
  const rest = edition.blocks.filter(({ span }) => !found.some((one) => span.start >= one.span.start && span.end <= one.span.end));
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
export function linesOfBlocks(blocks: readonly Block[], source: string): OwnMarkdown {
  const start = source.lastIndexOf('\n', Math.min(...blocks.map((block) => block.span.start)) - 1) + 1;
  const newline = source.indexOf('\n', Math.max(...blocks.map((block) => block.span.end)));
  const markdown = source.slice(start, newline < 0 ? source.length : newline).replace(/\r$/, '');
  return { span: { start, end: start + markdown.length }, markdown };
}

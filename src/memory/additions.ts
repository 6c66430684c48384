/** Paragraphs of a person's own in an edition's file: found again, and cut out of it. */

import type { Addition, Article, Block, Span } from '../article.ts';
import { bodyStart } from '../frontmatter/fence.ts';
import { between, commonPairs } from './sequence.ts';

/** Something of a person's own, where it stands in the file. */
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
 * The additions that stand in the file as they were written. One that a person has changed is not found, and its blocks
 * are new ones.
 */
export function findAdditions(additions: readonly Addition[], edition: Article): FoundAdditions {
  const found: FoundAdditions['found'][number][] = [];
  let from = 0;
  for (const addition of additions) {
    const start = wholeLines(edition.source, addition.markdown, from);
    if (start < 0) continue;
    from = start + addition.markdown.length;
    found.push({ addition, markdown: addition.markdown, span: { start, end: from } });
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

/**
 * What a person put in that holds no words: code, a rule, an image. Found by comparison with what the file would be without
 * them; one that stands where another is missing was changed, which an edition cannot hold.
 * @param others spans that are known to be additions
 * @param written the file as Dragoman would write it, had nobody touched it
 */
export function addedWithoutWords(edition: Article, others: readonly Span[], written: Article): OwnMarkdown[] {
  const [now, then] = [edition, written].map(wordless) as [OwnMarkdown[], OwnMarkdown[]];
  const pairs = commonPairs(
    now.map(({ markdown }) => markdown),
    then.map(({ markdown }) => markdown),
  );
  const added: OwnMarkdown[] = [];
  for (const { from, to, fromB, toB } of between(pairs, now.length, then.length)) if (toB === fromB) added.push(...now.slice(from, to));
  return added.filter(({ span }) => !others.some((other) => span.start >= other.start && span.end <= other.end));
}

/** The body's chunks between blank lines in which no block stands; a fenced block is one chunk. */
function wordless({ source, blocks }: Article): OwnMarkdown[] {
  const body = bodyStart(source);
  const chunks: OwnMarkdown[] = [];
  let start = -1;
  let fence = '';
  let at = body;
  const end = (to: number) => {
    const markdown = source.slice(start, to).replace(/[\r\n]+$/, '');
    if (start >= 0 && markdown !== '') chunks.push({ span: { start, end: start + markdown.length }, markdown });
    start = -1;
  };
  for (const line of source.slice(body).split(/(?<=\n)/)) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (line.trim() === '' && fence === '') end(at);
    else if (start < 0) start = at;
    if (mark !== undefined) fence = fence === '' ? mark : mark.startsWith(fence) ? '' : fence;
    at += line.length;
  }
  end(source.length);
  return chunks.filter(({ span }) => !blocks.some((block) => block.span.start < span.end && block.span.end > span.start));
}

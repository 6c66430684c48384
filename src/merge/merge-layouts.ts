/**
 * Two branches' files of one edition become one. Both say the merged record's sentences already (each was written over with them), so
 * what is left to merge is what people made beside sentences: paragraphs and keys of their own, links, levels, the order of blocks.
 */

import { bodyStart, findFrontMatter } from '../frontmatter/fence.ts';
import { type MergedSides, type MergedText, mergeTexts } from '../sentences/merge.ts';

/**
 * @param base the file that both started from; empty where both made it anew
 * @param cut a line into sentences that join to it
 * @returns with the marks of a conflict where both changed the same; what both put into one place is there twice, ours first
 * @throws KnownError where a front matter is not readable
 */
export function mergeLayouts(base: string, ours: string, theirs: string, cut: (line: string) => readonly string[]): MergedText {
  const [was, mine, yours] = [base, ours, theirs].map(parted) as [Parts, Parts, Parts];
  const empty = was.front === '' ? fences(mine.front, yours.front) : was.front;
  const isJson = findFrontMatter(ours)?.language === 'json';
  const front = mergeTexts(empty, mine.front, yours.front, (line) => [line], isJson ? undefined : bothKeys);
  const body = mergeTexts(was.body, mine.body, yours.body, cut, bothBlocks);
  return { text: front.text + body.text, conflicts: front.conflicts + body.conflicts };
}

interface Parts {
  readonly front: string;
  readonly body: string;
}

function parted(text: string): Parts {
  const at = bodyStart(text);
  return { front: text.slice(0, at), body: text.slice(at) };
}

/** A front matter without a key, where both sides have one that begins and ends alike. */
function fences(mine: string, yours: string): string {
  const [first, last] = [/^.*\n/, /(?<!.).*\n?$/].map((line) => line.exec(mine.trimEnd() === '' ? '' : mine)?.[0] ?? '') as [
    string,
    string,
  ];
  return first !== '' && yours.startsWith(first) && yours.endsWith(last) ? first + last : '';
}

/** Keys that each side has added are both meant, unless one of them is the same. */
function bothKeys({ mine, yours, base }: MergedSides): string | undefined {
  const keys = (lines: string) => new Set([...lines.matchAll(/^[ \t]*([^\s:=#-](?:[^:=\n]*[^\s:=])?)[ \t]*[:=]/gm)].map(([, key]) => key));
  return base === '' && areLines(mine, yours) && keys(mine).isDisjointFrom(keys(yours)) ? mine + yours : undefined;
}

function bothBlocks({ mine, yours, base }: MergedSides): string | undefined {
  return base === '' && areLines(mine, yours) ? mine + yours : undefined;
}

function areLines(...texts: readonly string[]): boolean {
  return texts.every((text) => text.endsWith('\n'));
}

/** The title of an article whose front matter has none, as pages of manuals are: its heading. */

import type { Nodes, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { knownOf } from '../../errors.ts';
import { joinedTexts } from '../../markdown/merged-data.ts';
import { refuseTooMuch } from '../../markdown/read/limits.ts';

/** @returns the words of the heading that a body begins with, or else of its first one of the first level; none of a body that is too much to read */
export function headingTitle(body: string): string | undefined {
  // Most are read for nothing else.
  if (!/^[ \t]*(?:#|=|-)/m.test(body)) return undefined;
  const blocks = blocksOf(body).filter(({ type }) => type !== 'html' && type !== 'definition');
  const heading = blocks[0]?.type === 'heading' ? blocks[0] : blocks.find((block) => block.type === 'heading' && block.depth === 1);
  if (heading === undefined) return undefined;
  // An id of its own is none of its words.
  const words = wordsOf(heading)
    .replace(/\s*\{#[^{}]*\}\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  return words === '' ? undefined : words;
}

/** What is refused where the article is read, with the reason, takes gigabytes here. */
function blocksOf(body: string): readonly RootContent[] {
  try {
    refuseTooMuch(body);
    return fromMarkdown(body, { extensions: [joinedTexts] }).children;
  } catch (error) {
    if (knownOf(error) === undefined) throw error;
    return [];
  }
}

function wordsOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}

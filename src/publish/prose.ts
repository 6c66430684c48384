/**
 * Paragraphs of nothing but words, which is most of a news article, taken past the Markdown parser: it would read every letter of
 * them four times to find that there is no markup. What is passed on in their place is a paragraph of one private letter, so
 * that all else is parsed as it stands, and the words go back into the tree before anything is made of it.
 */

import type { Nodes, Root } from 'mdast';
import type { Syntax } from '../markdown/syntax.ts';

export interface Prose {
  /** The body with a stand-in for every plain paragraph. */
  readonly rest: string;
  /** The paragraphs' words, in order. */
  readonly paragraphs: readonly string[];
}

/** A private use character: a body that holds it already is parsed whole. */
const STAND_IN = '\ue000';

/**
 * Whole paragraphs between blank lines, every line of which begins with a letter or a quotation mark and holds no character
 * with a meaning in CommonMark, GFM or an extension of ours, nor the beginning of a literal link. A letter in the first
 * column neither opens nor continues a list, quotation, heading, table, code block or footnote after a blank line.
 */
const LINE = String.raw`[\p{L}“«„「"'](?:[^\n\r\t\\${'`'}*_{}[\]<>|~&@#^$=:]|:(?= ))*[^\s\\${'`'}*_{}[\]<>|~&@#^$=:]`;
const PARAGRAPH = new RegExp(`(?<=^|\\n\\n)${LINE}(?:\\n${LINE})*(?=\\n\\n|\\n?$)`, 'gu');
const LITERAL_LINK = /www\.|https?:/i;

/** Where a blank line may stand within code, HTML or a formula, a plain paragraph may be none. */
const SPANS_BLANK_LINES = /```|~~~|<|\$\$/;

/** @returns undefined for a body that is to be parsed whole */
export function takeProse(body: string, syntax: Syntax): Prose | undefined {
  if (syntax.dialect === 'mdx' || syntax.textDirectives || SPANS_BLANK_LINES.test(body) || body.includes(STAND_IN)) return undefined;
  const paragraphs: string[] = [];
  const rest = body.replace(PARAGRAPH, (paragraph) => {
    if (LITERAL_LINK.test(paragraph)) return paragraph;
    paragraphs.push(paragraph);
    return STAND_IN;
  });
  return paragraphs.length === 0 ? undefined : { rest, paragraphs };
}

/** @returns whether every paragraph found its place; if not, the body is to be parsed whole */
export function putProse(tree: Root, paragraphs: readonly string[]): boolean {
  let next = 0;
  const visit = (node: Nodes): void => {
    if (node.type === 'paragraph') {
      const [only] = node.children;
      if (node.children.length === 1 && only?.type === 'text' && only.value === STAND_IN) only.value = paragraphs[next++] ?? '';
    } else if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(tree);
  return next === paragraphs.length;
}

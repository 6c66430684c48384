/** The first words of a body, as lists and search engines show them. */

import type { Element, Root, Text } from 'hast';
import { isElement } from './body-tree.ts';

/** The words of the first paragraph that has any of its author's. */
export function excerptOf(tree: Root): string {
  for (const child of tree.children) {
    const words = isElement(child, 'p') ? authorsWords(child).replace(/\s+/g, ' ').trim() : '';
    if (words !== '') return words;
  }
  return '';
}

/** Without what is no sentence of theirs: drawings, numbers of notes, links that stand in the place of what is not shown. */
function authorsWords(node: Element | Text): string {
  if (node.type === 'text') return node.value;
  if (node.tagName === 'svg' || node.properties.dataFootnoteRef !== undefined || node.data?.isStandIn === true) return '';
  let text = '';
  for (const child of node.children) if (child.type === 'element' || child.type === 'text') text += authorsWords(child);
  return text;
}

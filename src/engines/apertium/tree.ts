/** A text as a tree of its pairs. */

import type { Mark, Text } from '../../article.ts';
import { LETTER, wordsAndBlanks } from './translatable.ts';

export interface MarkPair {
  readonly id: string;
  /** The ids around it and its own. */
  readonly path: readonly string[];
  readonly children: readonly Node[];
}

/** Words, a mark alone (or half of a pair), or a pair. */
export type Node = string | Mark | MarkPair;

/** Marks that form no pair stay marks. */
export function treeOf(text: Text): Node[] {
  const partners = partnersOf(text);
  const root: Node[] = [];
  const open: { path: readonly string[]; children: Node[] }[] = [{ path: [], children: root }];
  for (const piece of text) {
    const around = open.at(-1) as (typeof open)[number];
    if (typeof piece === 'string' || !partners.has(piece)) around.children.push(piece);
    else if (piece.role === 'open') {
      const pair = { id: piece.id, path: [...around.path, piece.id], children: [] as Node[] };
      around.children.push(pair);
      open.push(pair);
    } else open.pop();
  }
  return root;
}

/** The marks that nest properly in pairs. */
function partnersOf(text: Text): ReadonlySet<Mark> {
  const partners = new Set<Mark>();
  const open: Mark[] = [];
  for (const piece of text) {
    if (typeof piece === 'string' || piece.role === 'alone') continue;
    const last = open.at(-1);
    if (piece.role === 'open') open.push(piece);
    else if (last?.id === piece.id) {
      open.pop();
      partners.add(last).add(piece);
    }
  }
  return partners;
}

export function isPair(node: Node): node is MarkPair {
  return typeof node !== 'string' && 'children' in node;
}

export function textOfNodes(nodes: readonly Node[]): Text {
  return nodes.flatMap((node): Text => {
    if (!isPair(node)) return [node];
    return [{ role: 'open', id: node.id, source: '' }, ...textOfNodes(node.children), { role: 'close', id: node.id, source: '' }];
  });
}

/** Whether it holds a word that a dictionary can know; a pair that does not is treated as a mark alone. */
export function hasWords(nodes: readonly Node[]): boolean {
  return nodes.some((node) => {
    if (isPair(node)) return hasWords(node.children);
    return typeof node === 'string' && wordsAndBlanks(node).some((part) => typeof part === 'string' && LETTER.test(part));
  });
}

/** The paths of all pairs that hold words, that of no pair first. */
export function pathsOf(nodes: readonly Node[]): (readonly string[])[] {
  const below = (list: readonly Node[]): (readonly string[])[] =>
    list.flatMap((node) => (isPair(node) && hasWords(node.children) ? [node.path, ...below(node.children)] : []));
  return [[], ...below(nodes)];
}

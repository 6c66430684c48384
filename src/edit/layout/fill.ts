/** The article's tree with an edition's sentences in the places of the source's. */

import type { Element, ElementContent, Root } from 'hast';
import type { Mark, Segment, Text } from '../../article.ts';
import type { MarkLook } from '../contract.ts';
import { lookOf, marksOf } from '../mark-looks.ts';
import { type Places, SENTENCE } from './places.ts';

/** What becomes of the span of a sentence. @returns the nodes in its place */
export type Fill = (segment: string, children: readonly ElementContent[]) => ElementContent[];

/** A tree with other nodes in the places of its sentences; what holds none is shared with the tree that was given. */
export function filled(tree: Root, fill: Fill): Root {
  const visit = <Node extends Root | Element>(parent: Node): Node => {
    let isOther = false;
    const children = (parent.children as ElementContent[]).flatMap((child): ElementContent[] => {
      if (child.type !== 'element') return [child];
      const id = child.properties[SENTENCE];
      if (typeof id === 'string') {
        isOther = true;
        return fill(id, child.children);
      }
      const visited = visit(child);
      isOther ||= visited !== child;
      return [visited];
    });
    return isOther ? { ...parent, children } : parent;
  };
  return visit(tree);
}

/** Elements that a mark without an element of its own in the tree looks like. */
const TAGS: Readonly<Partial<Record<MarkLook, string>>> = { strong: 'strong', emphasis: 'em', struck: 's', code: 'code' };

/** The nodes of a text of the segment's: its marks are the elements that they are in the source's tree. */
export function nodesOf(text: Text, segment: Segment, { elements }: Places): ElementContent[] {
  const root: Element = { type: 'element', tagName: 'span', properties: {}, children: [] };
  const open: { readonly id: string; readonly inner: Element }[] = [];
  const into = () => open.at(-1)?.inner ?? root;
  for (const piece of text) {
    if (typeof piece === 'string') into().children.push({ type: 'text', value: piece });
    else if (piece.role === 'alone') into().children.push(...aloneNodes(piece, segment, elements));
    else if (piece.role === 'open') {
      const [outer, inner] = pairElements(piece, segment, elements);
      into().children.push(outer);
      open.push({ id: piece.id, inner });
    } else if (open.some(({ id }) => id === piece.id)) while (open.pop()?.id !== piece.id);
  }
  return root.children;
}

/** The mark of the source that a target's mark is. */
function originalOf({ role, id }: Mark, { text }: Segment): Mark | undefined {
  return text.find((piece): piece is Mark => typeof piece !== 'string' && piece.role === role && piece.id === id);
}

function pairElements(mark: Mark, segment: Segment, elements: Places['elements']): [outer: Element, inner: Element] {
  const original = originalOf(mark, segment);
  const length = original?.source.length ?? 0;
  const chain: Element[] = [];
  for (let at = 0; at < length; at++) chain.push(...(elements.get((original?.start ?? 0) + at) ?? []).filter(isInline));
  const shells = chain.length > 0 && original?.start !== undefined ? chain.map(shell) : [shellOf(mark)];
  for (const [at, inner] of shells.slice(1).entries()) shells[at]?.children.push(inner);
  return [shells[0] as Element, shells.at(-1) as Element];
}

const INLINE = new Set([
  'strong',
  'em',
  'del',
  's',
  'span',
  'b',
  'i',
  'u',
  'mark',
  'sub',
  'sup',
  'ins',
  'q',
  'cite',
  'small',
  'kbd',
  'abbr',
  'code',
  'bdi',
]);
const isInline = (element: Element) => INLINE.has(element.tagName) && element.properties[SENTENCE] === undefined;
const shell = ({ tagName, properties }: Element): Element => ({ type: 'element', tagName, properties, children: [] });

function shellOf(mark: Mark): Element {
  const look = lookOf(mark);
  return { type: 'element', tagName: TAGS[look] ?? 'span', properties: look === 'link' ? { className: ['link'] } : {}, children: [] };
}

function aloneNodes(mark: Mark, segment: Segment, elements: Places['elements']): ElementContent[] {
  const original = originalOf(mark, segment);
  const [element] = original?.start === undefined ? [] : (elements.get(original.start) ?? []);
  if (element !== undefined) return [element];
  const [view] = marksOf([mark]);
  if (view?.look === 'break') return [{ type: 'element', tagName: 'br', properties: {}, children: [] }];
  return [
    {
      type: 'element',
      // What it says has a direction of its own.
      tagName: 'bdi',
      properties: { className: ['chip'], title: mark.source },
      children: [{ type: 'text', value: view?.label ?? mark.source }],
    },
  ];
}

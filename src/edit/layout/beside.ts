/** What the layout has no words for, an image's description or a component's title: beside the place where its author wrote it. */

import type { Element, ElementContent, Root } from 'hast';
import type { Block } from '../../article.ts';
import { words } from '../../text.ts';

/** What a part of the article is called that readers do not see as a text; nothing where it needs no name. */
export type PartName = (part: Pick<Block, 'kind' | 'path'>) => string;

/** Elements that blocks can be put into. */
const HOLDERS = new Set(['article', 'blockquote', 'dd', 'div', 'li', 'section', 'td', 'th']);
/** Elements that only hold others of their kind. */
const FRAMES = new Set(['dl', 'ol', 'table', 'tbody', 'tfoot', 'thead', 'tr', 'ul']);

interface Extent {
  readonly from: number;
  readonly to: number;
}

/**
 * @param tree is changed: each block becomes a line of its own after what comes before it in the source
 * @param body offset in the source of the positions' first character
 * @param sentence makes the element of a sentence
 */
export function putBeside(
  tree: Root,
  blocks: readonly Block[],
  body: number,
  partName: PartName,
  sentence: (id: string, words: string) => Element,
): void {
  const extents = new Map<ElementContent, Extent | undefined>();
  const extentOf = (node: ElementContent): Extent | undefined => {
    if (extents.has(node)) return extents.get(node);
    const extent = ownExtent(node) ?? (node.type === 'element' ? around(node.children.map(extentOf)) : undefined);
    extents.set(node, extent);
    return extent;
  };
  for (const block of blocks) {
    const at = block.span.start - body;
    const line = lineOf(block, partName(block), sentence);
    // The next one at the same place comes after it.
    extents.set(line, { from: at, to: at });
    const [into, index] = placeOf(tree, at, extentOf);
    into.children.splice(index, 0, line);
  }
}

/** Where a line goes that comes after `at` in the source: into which element, and after which of its children. */
function placeOf(
  parent: Root | Element,
  at: number,
  extentOf: (node: ElementContent) => Extent | undefined,
): [into: Root | Element, index: number] {
  const children = parent.children as ElementContent[];
  let before = -1;
  let nearest = Number.NEGATIVE_INFINITY;
  for (const [index, child] of children.entries()) {
    const from = extentOf(child)?.from;
    if (from === undefined || from > at || from < nearest) continue;
    before = index;
    nearest = from;
  }
  const child = children[before];
  const isWithin =
    child?.type === 'element' &&
    holds(extentOf(child), at) &&
    (HOLDERS.has(child.tagName) || (FRAMES.has(child.tagName) && child.children.some((one) => holds(extentOf(one), at))));
  return isWithin ? placeOf(child, at, extentOf) : [parent, before + 1];
}

const holds = (extent: Extent | undefined, at: number) => extent !== undefined && extent.from <= at && at < extent.to;

function ownExtent({ position }: ElementContent): Extent | undefined {
  const [from, to] = [position?.start.offset, position?.end.offset];
  return from === undefined || to === undefined ? undefined : { from, to };
}

function around(extents: readonly (Extent | undefined)[]): Extent | undefined {
  const known = extents.filter((extent) => extent !== undefined);
  if (known.length === 0) return undefined;
  return { from: Math.min(...known.map(({ from }) => from)), to: Math.max(...known.map(({ to }) => to)) };
}

function lineOf({ segments }: Block, name: string, sentence: (id: string, words: string) => Element): Element {
  const part = (tagName: string, className: string, children: ElementContent[]): Element => ({
    type: 'element',
    tagName,
    properties: { className: [className] },
    children,
  });
  const between: ElementContent = { type: 'text', value: ' ' };
  const sentences = segments.flatMap(({ id, text }): ElementContent[] => [between, sentence(id, words(text))]).slice(1);
  const key = name === '' ? [] : [part('span', 'key', [{ type: 'text', value: name }]), between];
  return part('p', 'keyed', [...key, part('span', 'value', sentences)]);
}

/** What the sanitizer will take out of a body, so that nobody has to find out by looking. */

import type { Element, Root } from 'hast';
import { type Dropped, type Shape, startLine } from './body-tree.ts';
import { schema } from './sanitize.ts';

const KEPT = new Set(schema.tagNames);
const STRIPPED = new Set(schema.strip);

/** The name of an element that is left out though others of its kind are kept. */
export const LOST = 'lost-';

/** Elements without words of their own: their absence changes nothing that a reader could miss. */
const SILENT = new Set(['br', 'wbr', 'link', 'meta', 'base', 'param', 'source', 'track', 'col', 'colgroup', 'head', 'title']);

const NAMES: Readonly<Record<string, string>> = {
  'mdx-expression': 'an MDX expression',
};

/** Adds what the shaped tree holds and a page cannot: to be called last before it is sanitized. */
export function noteDropped(tree: Root, shape: Shape): void {
  visit(tree, shape.found.dropped);
}

function visit(parent: Root | Element, dropped: Dropped[]): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    const { tagName } = child;
    const filled = isFilled(child);
    if (filled !== undefined) dropped.push({ what: `<${tagName} ${filled}>`, line: startLine(child) });
    if (isLost(child)) dropped.push({ what: NAMES[tagName] ?? `<${tagName.replace(LOST, '')}>`, line: startLine(child) });
    if (!STRIPPED.has(tagName)) visit(child, dropped);
  }
}

/** An empty element that a script would fill, by the first attribute that tells the script what with. */
function isFilled({ tagName, properties, children }: Element): string | undefined {
  if (!/^(?:div|figure|section|span)$/.test(tagName) || children.some((child) => child.type !== 'text' || child.value.trim() !== ''))
    return undefined;
  const name = Object.keys(properties).find((one) => /^data[A-Z]/.test(one) && !one.startsWith('dataEmbed'));
  return name?.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Of an element that is not kept its children take the place: without any, or where they go too, it is lost. */
function isLost(element: Element): boolean {
  if (KEPT.has(element.tagName) || SILENT.has(element.tagName)) return false;
  return STRIPPED.has(element.tagName) || CONTROLS.has(element.tagName) || !element.children.some((child) => child.type !== 'comment');
}

/** Their words stay, but what they do does not. */
const CONTROLS = new Set(['button', 'form']);

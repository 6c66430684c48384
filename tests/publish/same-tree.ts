/** Two ways to one tree: what the quick one makes is what micromark makes of the whole body, but for columns and offsets. */

import type { Nodes, Root } from 'hast';
import { expect } from 'vitest';
import { bodyTree } from '../../src/publish/body/to-markup.ts';

const words = { heading: 'Notes', back: (reference: string) => `Back to ${reference}` };

export function languageWith(extensions: readonly string[]) {
  return { dialect: 'md', extensions, locale: 'en', words } as const;
}

/** A tree with the lines of its nodes: offsets within a line are nobody's. */
function lines(node: Nodes | undefined): unknown {
  if (node === undefined) return undefined;
  const { position, ...rest } = node as Nodes & { data?: unknown };
  return {
    ...rest,
    // What comes of raw HTML may have a position without a start.
    ...(node.type === 'root' ? {} : { line: (position?.start as { line?: number } | undefined)?.line }),
    ...('children' in node ? { children: node.children.map((child: Nodes | undefined) => lines(child)) } : {}),
  };
}

export function expectTreeOf(body: string, tree: Root, extensions: readonly string[]): void {
  expect(lines(tree), body).toEqual(lines(bodyTree(body, languageWith(extensions))));
}

/** Headings and their anchors: levels without gaps, ids that the editions of an article share, and old ids that still lead somewhere. */

import type { Element, Root } from 'hast';
import { inheritedAnchors, siteAnchors } from '../../markdown/anchor-rules.ts';
import { headingIdIn } from '../../markdown/headings.ts';
import { numberedNames } from '../../text/numbered-names.ts';
import { innerText, type Shape } from './body-tree.ts';

/** Ids that begin so are the page's own (its main part); a heading's slug is lower case. */
export const PAGE_ID = 'Site-';

/**
 * Sets the id of every heading and drops ids that another element has, that the page needs for its own parts, or that are not valid.
 * @returns every id of the body
 */
export function giveAnchors(tree: Root, shape: Shape): Set<string> {
  const headings: Element[] = [];
  const ids = new Set<string>();
  collect(tree, headings, ids);
  levelOut(headings);
  const make = siteAnchors();
  const shared = inheritedAnchors(shape.sourceAnchors, headings.length);
  const unique = numberedNames(ids, (id, number) => `${id}-${number}`, 1);
  const anchors: string[] = [];
  for (const [index, heading] of headings.entries()) {
    const own = handMade(heading) ?? (typeof heading.properties.id === 'string' ? heading.properties.id : undefined);
    if (own !== undefined) ids.delete(own);
    const wanted = own ?? shared?.[index] ?? make(innerText(heading));
    const id = unique(wanted);
    heading.properties.id = id;
    anchors.push(id);
  }
  shape.found.headings = anchors;
  keepOld(tree, headings, ids, shape);
  shape.found.ids = [...ids];
  return ids;
}

/** Puts every old anchor that is not in use at its heading, or at the body's start. */
function keepOld(tree: Root, headings: readonly Element[], ids: Set<string>, shape: Shape): void {
  const places = new Map(shape.aliases);
  for (const [old, now] of Object.entries(shape.moved)) places.set(old, shape.found.headings.indexOf(now));
  for (const [old, place] of places) {
    if (ids.has(old) || !isId(old)) continue;
    ids.add(old);
    const index = Math.min(place, headings.length - 1);
    shape.found.aliases.push([old, place]);
    const mark: Element = { type: 'element', tagName: 'span', properties: { id: old }, children: [] };
    (headings[index] ?? tree).children.unshift(mark);
  }
}

function collect(parent: Root | Element, headings: Element[], ids: Set<string>): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    const { id } = child.properties;
    if (id !== undefined) {
      if (typeof id !== 'string' || !isId(id) || ids.has(id)) delete child.properties.id;
      else ids.add(id);
    }
    if (/^h[1-6]$/.test(child.tagName) && child.properties.id !== 'footnote-label') headings.push(child);
    collect(child, headings, ids);
  }
}

function isId(id: string): boolean {
  return /^\S+$/u.test(id) && !id.startsWith(PAGE_ID);
}

/** The page's title is its one first-level heading; below it no level is left out, which readers who move by heading would miss. */
function levelOut(headings: readonly Element[]): void {
  const open: number[] = [];
  for (const heading of headings) {
    const depth = Number(heading.tagName[1]);
    while (open.length > 0 && (open.at(-1) as number) >= depth) open.pop();
    open.push(depth);
    heading.tagName = `h${Math.min(open.length + 1, 6)}`;
  }
}

function handMade(heading: Element): string | undefined {
  const last = heading.children.at(-1);
  if (last?.type !== 'text') return undefined;
  const found = headingIdIn(last.value);
  if (found === undefined || !isId(found.id)) return undefined;
  last.value = found.before;
  return found.id;
}

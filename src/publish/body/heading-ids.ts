/** Headings and their anchors: levels without gaps, ids that the editions of an article share, and old ids that still lead somewhere. */

import GithubSlugger from 'github-slugger';
import type { Element, Root } from 'hast';
import { innerText, type Shape } from './body-tree.ts';

/** Ids that begin so are the page's own (its main part); a heading's slug is lower case. */
export const PAGE_ID = 'Site-';

/** Ids begin with a letter: a style sheet could not name the others. Headings of newspapers often begin with a year. */
const BEFORE_OTHERS = 'at-';

function anchorOf(slug: string): string {
  return /^\p{L}/u.test(slug) ? slug : `${BEFORE_OTHERS}${slug === '' ? 'section' : slug}`;
}

/** The id that a link's fragment means, as the author may have written it: `#2026-in-figures`. */
export function idFor(fragment: string, has: (id: string) => boolean): string | undefined {
  return [fragment, BEFORE_OTHERS + fragment].find(has);
}

/** A heading's id by hand: `## History {#history}`. */
const HEADING_ID = /[ \t]*\{#([^\s{}]+)\}[ \t]*$/;

/**
 * Sets the id of every heading and drops ids that stand twice, that a page uses itself or that are no ids.
 * @returns every id of the body
 */
export function giveAnchors(tree: Root, shape: Shape): Set<string> {
  const headings: Element[] = [];
  const ids = new Set<string>();
  collect(tree, headings, ids);
  levelOut(headings);
  const slugger = new GithubSlugger();
  const shared = shape.sourceAnchors?.length === headings.length ? shape.sourceAnchors : undefined;
  const anchors: string[] = [];
  for (const [index, heading] of headings.entries()) {
    const own = handMade(heading) ?? (typeof heading.properties.id === 'string' ? heading.properties.id : undefined);
    if (own !== undefined) ids.delete(own);
    const wanted = own ?? shared?.[index] ?? anchorOf(slugger.slug(innerText(heading)));
    let id = wanted;
    for (let again = 1; ids.has(id) || id.startsWith(PAGE_ID); again++) id = `${wanted}-${again}`;
    heading.properties.id = id;
    ids.add(id);
    anchors.push(id);
  }
  shape.found.headings = anchors;
  keepOld(tree, headings, ids, shape);
  shape.found.ids = [...ids];
  return ids;
}

/** Gives every old anchor that is not in use a place: at its heading, or at the body's start. */
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
  const match = HEADING_ID.exec(last.value);
  if (match === null || !isId(match[1] ?? '')) return undefined;
  last.value = last.value.slice(0, match.index);
  return match[1];
}

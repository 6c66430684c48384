/** A built site read back: every page as a tree, its links, ids and head. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DefaultTreeAdapterMap, parse } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

export interface ReadPage {
  /** In the site's folder: `es/a-story/index.html`. */
  readonly file: string;
  /** `/es/a-story/`. */
  readonly path: string;
  readonly text: string;
  readonly elements: readonly Element[];
  readonly ids: ReadonlySet<string>;
}

export function siteFiles(site: string): string[] {
  return readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name).slice(site.length + 1))
    .sort();
}

export function readPages(site: string): ReadPage[] {
  return siteFiles(site)
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const text = readFileSync(join(site, file), 'utf8');
      const elements = elementsOf(parse(text));
      const ids = new Set(elements.map((element) => attribute(element, 'id')).filter((id) => id !== undefined));
      return { file, path: `/${file.replace(/index\.html$/, '')}`, text, elements, ids };
    });
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

/** The elements of a name, or all that have an attribute. */
export function select(page: ReadPage, tagName: string, ...has: readonly string[]): Element[] {
  return page.elements.filter((element) => element.tagName === tagName && has.every((name) => attribute(element, name) !== undefined));
}

export function hreflangs(page: ReadPage): Map<string, string> {
  const links = select(page, 'link', 'hreflang').filter((link) => attribute(link, 'rel') === 'alternate');
  return new Map(links.map((link) => [attribute(link, 'hreflang') ?? '', attribute(link, 'href') ?? '']));
}

export function canonical(page: ReadPage): string | undefined {
  const link = select(page, 'link', 'rel').find((one) => attribute(one, 'rel') === 'canonical');
  return link && attribute(link, 'href');
}

export function isIndexable(page: ReadPage): boolean {
  return !select(page, 'meta', 'name').some(
    (meta) => attribute(meta, 'name') === 'robots' && attribute(meta, 'content')?.includes('noindex'),
  );
}

/** Links and images that lead nowhere, with the page that has them. */
export function deadLinks(site: string, origin: string): string[] {
  const pages = readPages(site);
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const files = new Set(siteFiles(site).map((file) => `/${file}`));
  const dead: string[] = [];
  for (const page of pages)
    for (const element of page.elements) {
      const href = attribute(element, 'href') ?? attribute(element, 'src');
      if (href === undefined || element.tagName === 'base') continue;
      const target = URL.parse(href, origin + encodeURI(page.path));
      if (target === null) dead.push(`${page.path}: ${href}`);
      if (target === null || target.origin !== origin) continue;
      const path = decodeURIComponent(target.pathname);
      const other = byPath.get(path) ?? byPath.get(`${path}/`);
      if (other === undefined && !files.has(path)) dead.push(`${page.path}: ${href}`);
      else if (target.hash !== '' && other?.ids.has(decodeURIComponent(target.hash.slice(1))) !== true)
        dead.push(`${page.path}: ${href} (anchor)`);
    }
  return dead;
}

function elementsOf(node: Node): Element[] {
  const own = 'tagName' in node ? [node] : [];
  return 'childNodes' in node ? [...own, ...node.childNodes.flatMap(elementsOf)] : own;
}

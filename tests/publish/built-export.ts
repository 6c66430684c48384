/** A site that a generator has built of an export, compared with Dragoman's own: the text of articles, where links lead, times, notes. */

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { DefaultTreeAdapterMap } from 'parse5';
import { writeStarter } from '../../src/publish/export/write-starter.ts';
import { exportEditions, layouts } from '../../src/publish/export.ts';
import type { SiteInput } from '../../src/publish/survey/input.ts';
import { attribute, type ReadPage, readPages, select, siteFiles } from './pages.ts';

type Element = DefaultTreeAdapterMap['element'];
type Node = DefaultTreeAdapterMap['childNode'];

export interface Generator {
  readonly name: string;
  /** Undefined where it is not here. */
  readonly command: readonly [program: string, ...args: string[]] | undefined;
  /** Where the pages are. */
  readonly out: string;
  /** The folder of packages that it needs. */
  readonly modules?: string;
  /** The class of the element that holds an article's text. */
  readonly body: string;
}

const MODULES = join(import.meta.dirname, '../../node_modules');

const isHere = (program: string) => ['/usr/bin', '/usr/local/bin'].some((folder) => existsSync(join(folder, program)));

/** @param docusaurus the folder of its packages, where they are installed: it is no package of this checkout */
export function generators(docusaurus?: string): Generator[] {
  const node = process.execPath;
  return [
    { name: 'hugo', command: isHere('hugo') ? ['hugo', '--quiet'] : undefined, out: 'public', body: 'body' },
    { name: 'jekyll', command: isHere('jekyll') ? ['jekyll', 'build', '--quiet'] : undefined, out: '_site', body: 'body' },
    { name: 'eleventy', command: [node, join(MODULES, '@11ty/eleventy/cmd.cjs'), '--quiet'], out: '_site', modules: MODULES, body: 'body' },
    {
      name: 'astro',
      command: [node, join(MODULES, 'astro/bin/astro.mjs'), 'build', '--silent'],
      out: 'dist',
      modules: MODULES,
      body: 'body',
    },
    {
      name: 'docusaurus',
      command: docusaurus === undefined ? undefined : [node, join(docusaurus, '@docusaurus/core/bin/docusaurus.mjs'), 'build'],
      out: 'build',
      ...(docusaurus === undefined ? {} : { modules: docusaurus }),
      body: 'markdown',
    },
  ];
}

/** Exports with a starter, and builds. @returns the folder of the pages */
export function builtBy({ name, command, out, modules }: Generator, input: SiteInput, folder: string): string {
  const layout = layouts.find((one) => one.name === name);
  if (layout === undefined || command === undefined) throw new Error(name);
  exportEditions(input, layout, folder);
  writeStarter(input, layout, folder);
  if (modules !== undefined) symlinkSync(modules, join(folder, 'node_modules'));
  const [program, ...args] = command;
  const env = { ...process.env, LANG: 'C.UTF-8', ASTRO_TELEMETRY_DISABLED: '1', NODE_OPTIONS: '', NODE_ENV: 'production', CI: '1' };
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd: folder, encoding: 'utf8', env });
  if (error) throw error;
  if (status !== 0) throw new Error(`${name}: ${stdout}${stderr}`);
  return join(folder, out);
}

export interface ToldArticle {
  /** Without white space, and without what generators make of footnotes' numbers. */
  readonly text: string;
  /** Of links within the site: the headline of the page, the anchor, or the file's content. */
  readonly leads: readonly string[];
  /** As the page says it: a day, or a time with its zone. */
  readonly date: string | undefined;
  readonly note: string | undefined;
  readonly corrections: string | undefined;
}

/**
 * @param body the class of the element that holds an article's text
 * @returns the articles by language and headline
 */
export function articlesOf(site: string, origin: string, body: string): Map<string, ToldArticle> {
  const pages = readPages(site).filter((page) =>
    select(page, 'meta', 'http-equiv').every((meta) => attribute(meta, 'http-equiv') !== 'refresh'),
  );
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const moved = new Map(readPages(site).map((page) => [page.path, refreshOf(page)]));
  const files = new Set(siteFiles(site));
  const leadsTo = (page: ReadPage, href: string): string => {
    const inline = /^data:[^,]*;base64,(.*)$/.exec(href)?.[1];
    if (inline !== undefined) return Buffer.from(inline, 'base64').toString('latin1').slice(0, 8);
    const target = URL.parse(href, origin + encodeURI(page.path));
    if (target === null || target.origin !== origin) return href;
    const path = decodeURIComponent(target.pathname);
    const at = moved.get(path) ?? path;
    const other = byPath.get(at) ?? byPath.get(`${at}/`);
    if (other === undefined) return files.has(path.slice(1)) ? readFileSync(join(site, path), 'latin1').slice(0, 8) : `nowhere: ${href}`;
    const id = decodeURIComponent(target.hash.slice(1));
    const isThere = id === '' || other.ids.has(id);
    return `${languageOf(other)} ${headline(other)}${id === '' ? '' : `#${id}`}${isThere ? '' : ' (no such anchor)'}`;
  };
  const told = pages.flatMap((page): [string, ToldArticle][] => {
    const element = page.elements.find((one) => classes(one).includes(body) && within(page, one, 'article'));
    const title = headline(page);
    if (element === undefined || title === undefined) return [];
    const inside = elementsIn(element).filter((one) => !isFootnotes(one));
    return [
      [
        `${languageOf(page)} ${title}`,
        {
          text: textOf(element).replace(/[\s\u200b\ufe0e]+/g, ''),
          leads: inside.flatMap((one) => {
            const address = attribute(one, 'href') ?? attribute(one, 'src');
            return address === undefined ||
              /footnote|^fn/.test(attribute(one, 'class') ?? '') ||
              /^#(?:user-content-)?(?:note-)?fn/.test(address)
              ? []
              : [leadsTo(page, address)];
          }),
          date: dateOf(page),
          note: textIn(page, 'translation-note'),
          corrections: textIn(page, 'corrections'),
        },
      ],
    ];
  });
  return new Map(told);
}

function refreshOf(page: ReadPage): string | undefined {
  const refresh = select(page, 'meta', 'http-equiv', 'content').find((meta) => attribute(meta, 'http-equiv') === 'refresh');
  const address = /url=(.*)$/.exec((refresh && attribute(refresh, 'content')) ?? '')?.[1];
  return address === undefined ? undefined : decodeURIComponent(URL.parse(address, 'https://x.example')?.pathname ?? '');
}

function dateOf(page: ReadPage): string | undefined {
  const time = select(page, 'time', 'datetime').find((one) => within(page, one, 'article'));
  return time && attribute(time, 'datetime');
}

const languageOf = (page: ReadPage) => new Intl.Locale(attribute(select(page, 'html')[0] as Element, 'lang') ?? 'en').toString();

function headline(page: ReadPage): string | undefined {
  const heading = select(page, 'h1').find((one) => within(page, one, 'article'));
  return heading && textOf(heading).trim();
}

function textIn(page: ReadPage, name: string): string | undefined {
  const element = page.elements.find((one) => classes(one).includes(name));
  // The way to the original is the site's, and no word of the note.
  return element && wordsOf(element).replace(/\s+/g, ' ').trim();
}

const classes = (element: Element) => (attribute(element, 'class') ?? '').split(/\s+/);

function within(page: ReadPage, element: Element, tagName: string): boolean {
  return page.elements.some((one) => one.tagName === tagName && elementsIn(one).includes(element));
}

function elementsIn(element: Element): Element[] {
  return element.childNodes.flatMap((child) => ('tagName' in child ? [child, ...elementsIn(child)] : []));
}

/** What readers do not read: the heading of footnotes that only some sites have, their numbers and ways back, links of headings to themselves. */
const isFootnotes = (element: Element) =>
  attribute(element, 'id')?.endsWith('footnote-label') === true ||
  classes(element).some((name) =>
    ['data-footnote-backref', 'reversefootnote', 'footnote-backref', 'hash-link', 'sr-only'].includes(name),
  ) ||
  attribute(element, 'data-footnote-backref') !== undefined ||
  (element.tagName === 'sup' && elementsIn(element).some((one) => /fn/.test(attribute(one, 'href') ?? '')));

function wordsOf(node: Node | Element): string {
  if (!('tagName' in node)) return textOf(node);
  return node.tagName === 'a' ? '' : node.childNodes.map(wordsOf).join('');
}

function textOf(node: Node | Element): string {
  if ('value' in node) return node.value;
  if (!('tagName' in node) || isFootnotes(node) || ['button', 'style', 'script'].includes(node.tagName)) return '';
  return node.childNodes.map(textOf).join('');
}

/** What the laws of Markdown are measured with: files, changed words, and trees to compare. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import type { Article, Edition, Segment, Target, Text } from '../../src/article.ts';
import { findFrontMatter } from '../../src/frontmatter/fence.ts';
import { readArticle } from '../../src/markdown/read.ts';
import { type Dialect, dialectOf, micromarkExtensions, syntaxOf } from '../../src/markdown/syntax.ts';
import { writeEdition } from '../../src/markdown/write.ts';

export interface Sample {
  readonly name: string;
  readonly source: string;
  readonly dialect: Dialect;
}

/** The Markdown and MDX files of the folder of data, or undefined where it is missing. */
export function markdownFiles(
  folder = process.env.DRAGOMAN_DATA ?? new URL('../../../shared/data', import.meta.url).pathname,
): Sample[] | undefined {
  const root = join(folder, 'markdown');
  if (!existsSync(root)) return undefined;
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.mdx?$/.test(name))
    .sort()
    .map((name) => ({ name, source: readFileSync(join(root, name), 'utf8'), dialect: dialectOf(name) }));
}

export const FRONT_MATTER = [
  'title',
  'description',
  'summary',
  'linkTitle',
  'hero.title',
  'hero.tagline',
  'hero.image.alt',
  'sidebar.label',
];

export function read({ name, source, dialect }: Sample): Article {
  return readArticle(source, { slug: name, locale: 'en', dialect, frontMatter: FRONT_MATTER });
}

/** An edition whose targets are made from the segments' texts. */
export function editionOf(article: Article, change: (text: Text, segment: Segment) => Text): Edition {
  const targets = new Map<string, Target>();
  for (const block of article.blocks) {
    for (const segment of block.segments) {
      targets.set(segment.id, { text: change(segment.text, segment), state: 'machine', origin: { by: 'engine' }, terms: [] });
    }
  }
  return { article, locale: 'es', targets };
}

export function write(sample: Sample, change: (text: Text, segment: Segment) => Text): string {
  return writeEdition(editionOf(read(sample), change), { dialect: sample.dialect });
}

const ACCENTS: Record<string, string> = { a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú', n: 'ñ', c: 'ç', A: 'Á', E: 'É', I: 'Í', O: 'Ó', U: 'Ú' };

export function pseudo(text: Text): Text {
  return text.map((piece) => (typeof piece === 'string' ? piece.replace(/[aeiouncAEIOU]/g, (char) => ACCENTS[char] ?? char) : piece));
}

const HOSTILE = '1. # * _ [ ] < > \\| & ~ : { }'.split(' ');

/** Every word is followed by one of the hostile ones; the first word of each string is preceded by one. */
export function hostile(words: readonly string[] = HOSTILE): (text: Text) => Text {
  let at = 0;
  const next = () => words[at++ % words.length] as string;
  return (text) =>
    text.map((piece) =>
      typeof piece !== 'string' || piece.trim() === ''
        ? piece
        : piece.replace(/^\s*/, (space) => `${space}${next()} `).replace(/(\S)(?=\s|$)/g, (char) => `${char} ${next()}`),
    );
}

/** All words with their marks' bytes and kinds, white space collapsed: what a reader of the file gets. */
export function wordsOf(article: Article): string[] {
  return article.blocks.map((block) => `${block.kind} ${block.segments.map(({ text }) => flat(text)).join(' ')}`.replace(/\s+/g, ' '));
}

function flat(text: Text): string {
  return text.map((piece) => (typeof piece === 'string' ? piece : `\u0001${piece.role}\u0001`)).join('');
}

/** The words that an edition's file should give back. */
export function expectedWords(edition: Edition): string[] {
  return edition.article.blocks.map((block) =>
    `${block.kind} ${block.segments.map((segment) => flat(edition.targets.get(segment.id)?.text ?? segment.text)).join(' ')}`.replace(
      /\s+/g,
      ' ',
    ),
  );
}

export interface TreeOptions {
  /** Keeps the words. */
  readonly words?: boolean;
  /** Emphasis in HTML is emphasis: where CommonMark has no other (6.2: between a letter outside of it and a sign within), or anywhere. */
  readonly htmlEmphasis?: 'needed' | 'any';
  /** Addresses that are words, though they are links of themselves. */
  readonly unlinked?: readonly string[];
}

/** The tree that remark would make, words left out: what is left is the structure. */
export function tree(source: string, dialect: Dialect, options: TreeOptions = {}): string {
  const syntax = syntaxOf(dialect);
  const body = source.slice(findFrontMatter(source)?.body ?? 0);
  const root = fromMarkdown(body, {
    extensions: micromarkExtensions(syntax),
    mdastExtensions: [gfmFromMarkdown(), ...(dialect === 'mdx' ? [mdxFromMarkdown()] : [])],
  });
  // Offsets count without a mark of byte order.
  if (options.htmlEmphasis) emphasize(root, body.replace(/^\uFEFF/, ''), options.htmlEmphasis);
  return JSON.stringify(shape(root, options), null, 1);
}

const EMPHASIS: Readonly<Record<string, 'emphasis' | 'strong' | 'delete' | undefined>> = {
  em: 'emphasis',
  strong: 'strong',
  del: 'delete',
};

/** An emphasis' own first or last is words, too. */
const isWords = (node: Nodes | undefined): boolean => node === undefined || node.type === 'text';

/** The index of the tag that closes the one at `from`, or -1. */
function closing(children: readonly Nodes[], from: number, name: string): number {
  let depth = 0;
  return children.findIndex((node, at) => {
    if (at < from || node.type !== 'html') return false;
    if (node.value === `<${name}>`) depth++;
    else if (node.value === `</${name}>`) depth--;
    return depth === 0;
  });
}

/** `<em>` and `</em>` around nodes become the emphasis that they are. */
function emphasize(parent: Nodes, body: string, where: 'needed' | 'any'): void {
  if (!('children' in parent)) return;
  const children = parent.children as Nodes[];
  for (let from = 0; from < children.length; from++) {
    const open = children[from] as Nodes;
    const name = open.type === 'html' ? /^<(em|strong|del)>$/.exec(open.value)?.[1] : open.type === 'mdxJsxTextElement' ? open.name : null;
    const type = EMPHASIS[name ?? ''];
    if (type === undefined) continue;
    const to = open.type === 'html' ? closing(children, from, name ?? '') : from;
    if (to < 0) continue;
    const [start, end] = [open.position?.start.offset ?? 0, children[to]?.position?.end.offset ?? 0];
    const text = body.slice(start, end);
    const opens = /\p{L}(?:<\w+>)*$/u.test(body.slice(0, start)) && /^(?:<\w+>)+[^\p{L}\p{N}]/u.test(text) && isWords(children[from - 1]);
    const closes = /[^\p{L}\p{N}](?:<\/\w+>)+$/u.test(text) && /^(?:<\/\w+>)*\p{L}/u.test(body.slice(end)) && isWords(children[to + 1]);
    if (where === 'needed' && !opens && !closes) continue;
    const inner = open.type === 'html' ? children.slice(from + 1, to) : (open as { children: Nodes[] }).children;
    children.splice(from, to - from + 1, { type, children: inner } as Nodes);
  }
  for (const child of children) emphasize(child, body, where);
}

const WORDS = new Set(['alt', 'title']);

/** The words of a link to one of these addresses. */
function wordsOfLink(node: Nodes, addresses: readonly string[]): string | undefined {
  const [only, more] = node.type === 'link' ? node.children : [];
  if (more !== undefined || only?.type !== 'text') return undefined;
  return addresses.some((one) => one.startsWith(only.value) || only.value.startsWith(one)) ? only.value : undefined;
}

function shape(node: Nodes | Root, options: TreeOptions): unknown {
  const { words = false, unlinked = [] } = options;
  const out: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(node)) {
    if (key === 'position' || key === 'data' || key === 'children') continue;
    if (key === 'referenceType') continue;
    if (!words && node.type === 'text' && key === 'value') continue;
    if (!words && node.type === 'html' && key === 'value')
      out.tags = String(value)
        .match(/<[a-zA-Z/!?](?:[^<>"']|"[^"]*"|'[^']*')*/g)
        ?.map((tag) => tag.split(/\s/)[0]);
    else if (!words && (WORDS.has(key) || (key === 'attributes' && Array.isArray(value))))
      out[key] = Array.isArray(value) ? value.map(({ name }) => name) : value === null ? null : '';
    else out[key] = value;
  }
  if ('children' in node) {
    const children: unknown[] = [];
    for (const child of node.children as Nodes[]) {
      const value = wordsOfLink(child, unlinked);
      const made = shape(value === undefined ? child : { type: 'text', value }, options) as { type: string; value?: string };
      const last = children.at(-1) as { type: string; value?: string } | undefined;
      // Neighbouring texts are one text.
      if (made.type === 'text' && last?.type === 'text') {
        if (words) last.value = `${last.value}${made.value}`;
      } else children.push(made);
    }
    out.children = children;
  }
  return out;
}

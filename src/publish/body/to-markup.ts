/** Markdown to a tree of safe HTML: the same dialect that was translated and checked, shaped for the page, sanitized last. */

import type { Element, ElementContent, Root } from 'hast';
import type { Nodes as MdastNodes, Root as MdastRoot } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { mathFromMarkdown } from 'mdast-util-math';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import type { Extension } from 'micromark-util-types';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { type Processor, unified } from 'unified';
import { bodyStart } from '../../frontmatter/fence.ts';
import { needsOf } from '../../markdown/needed-rules.ts';
import { pairedMarks } from '../../markdown/paired-marks.ts';
import { asSitesRead, type Dialect, dialectOf, type Syntax, syntaxOf } from '../../markdown/syntax.ts';
import { withoutUnholdable } from '../../xml.ts';
import type { Shape } from './body-tree.ts';
import { syntaxExtensions, treeExtensions } from './needed-syntax.ts';
import { withoutPlainBlocks } from './plain-blocks.ts';
import { withoutPlainWords } from './plain-words.ts';
import { addressById } from './providers.ts';
import { schema } from './sanitize.ts';
import { shapeBody } from './shape.ts';

type Reader = Processor<MdastRoot, MdastRoot, Root>;

/** The words that footnotes need, in the reader's language. */
interface FootnoteWords {
  readonly language?: string | undefined;
  readonly heading: string;
  readonly back: (reference: string) => string;
}

const readers = new Map<string, Reader>();

export interface BodyLanguage {
  readonly dialect: Dialect;
  readonly extensions: readonly string[];
  readonly locale: string;
  readonly words: FootnoteWords;
}

/**
 * @param body Markdown without front matter
 * @param shape told how to shape the tree, and filled with what was found
 * @param ownOrigins other origins that pictures, films and recordings may be loaded from
 * @returns sanitized markup
 */
export function toMarkup(body: string, language: BodyLanguage, shape: Shape, ownOrigins: readonly string[] = []): string {
  return stringify(safeTree(quickTree(body, language), shape, ownOrigins)).trim();
}

/** The tree that `bodyTree` makes, but for columns and offsets, and the sooner the plainer the body is. */
export function quickTree(body: string, language: BodyLanguage): Root {
  const syntax = syntaxOf(language.dialect, language.extensions);
  const blocks = withoutPlainBlocks(body, syntax);
  const words = withoutPlainWords(blocks.body, syntax);
  const tree: Root = words.body === '' ? { type: 'root', children: [] } : bodyTree(words.body, language);
  words.putBack(tree);
  blocks.putBack(tree);
  return tree;
}

/**
 * The tree of a body before anything shapes it. What comes of the Markdown has its position in `body`; it is not sanitized yet.
 * @param body Markdown without front matter
 * @throws KnownError where MDX does not parse
 */
export function bodyTree(body: string, language: BodyLanguage): Root {
  const syntax = syntaxOf(language.dialect, language.extensions);
  const reader = readerFor(needsOf(body), syntax, language);
  return asSitesRead(body, syntax.dialect, '\\{$2}', (text) => reader.runSync(reader.parse(text), { value: text }));
}

/**
 * To be asked before anything counts on a page: one article that does not parse stays as it was, and all others are published.
 * @param text the whole file
 * @throws KnownError where its MDX does not parse; Markdown always does
 */
export function demandReadable(text: string, file: string, extensions: readonly string[]): void {
  const syntax = syntaxOf(dialectOf(file), extensions);
  if (syntax.dialect !== 'mdx') return;
  const start = bodyStart(text);
  // Lines are counted from the start of the file.
  const body = text.slice(0, start).replace(/[^\n]+/g, '') + text.slice(start);
  bodyTree(body, { dialect: syntax.dialect, extensions, locale: 'en', words: { heading: '', back: () => '' } });
}

/** A body's tree shaped for a page, and sanitized; positions stay with what has come through. */
export function safeTree(tree: Root, shape: Shape, ownOrigins: readonly string[] = []): Root {
  shapeBody(tree, shape);
  if (ownOrigins.length === 0) return finisher.runSync(tree);
  return onlyFrom(withRemote.runSync(tree), ownOrigins);
}

/** Pictures, films and recordings are the site's own, or come from where the newsroom says that its own are. */
function onlyFrom<Tree extends Root | Element>(parent: Tree, origins: readonly string[]): Tree {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    for (const name of ['src', 'poster'] as const) {
      const address = child.properties[name];
      if (typeof address !== 'string' || /^\/(?!\/)/.test(address)) continue;
      if (child.tagName === 'iframe' || !origins.includes(URL.parse(address)?.origin ?? '')) delete child.properties[name];
    }
    onlyFrom(child, origins);
  }
  return parent;
}

const finisher = unified()
  .use(rehypeSanitize, schema)
  .use(rehypeStringify, { characterReferences: { useNamedReferences: false } })
  .freeze();

const withRemote = unified()
  .use(rehypeSanitize, { ...schema, protocols: { ...schema.protocols, src: ['https'], poster: ['https'] } })
  .use(rehypeStringify)
  .freeze();

/** The markup of a tree that is safe. */
export const stringify = (tree: Root): string => withoutUnholdable(finisher.stringify(tree));

/** One reader a dialect, locale and set of rules, made once: building it costs as much as a page. */
function readerFor(needs: string, syntax: Syntax, { locale, words }: BodyLanguage): Reader {
  const key = `${needs} ${JSON.stringify(syntax)} ${locale} ${words.heading}`;
  const known = readers.get(key);
  if (known !== undefined) return known;
  const reader: Reader = unified()
    .use(remarkParse)
    .use(function speak(this: Processor) {
      const data = this.data() as { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] };
      data.micromarkExtensions = syntaxExtensions(syntax, needs);
      data.fromMarkdownExtensions = [...treeExtensions(needs), ...ownExtensions(syntax)];
    })
    .use(remarkCjkFriendly)
    .use(function pairInOnePass(this: Processor) {
      for (const extension of (this.data() as { micromarkExtensions: Extension[] }).micromarkExtensions) pairedMarks(extension);
    })
    .use(remarkRehype, {
      allowDangerousHtml: true,
      clobberPrefix: 'note-',
      footnoteLabel: words.heading,
      footnoteLabelProperties: { className: ['sr-only'], ...(words.language === undefined ? {} : { lang: words.language }) },
      footnoteBackLabel: (index: number, again: number) => words.back(again > 1 ? `${index + 1}-${again}` : `${index + 1}`),
      handlers: { ...mdxHandlers, containerDirective: directive, leafDirective: directive, textDirective: inlineDirective },
    })
    .use(rawWhereNeeded, { always: syntax.dialect === 'mdx' })
    .freeze();
  readers.set(key, reader);
  return reader;
}

function ownExtensions(syntax: Syntax): unknown[] {
  const extensions: unknown[] = [];
  if (syntax.math) extensions.push(mathFromMarkdown());
  if (syntax.directives) extensions.push(directiveFromMarkdown());
  if (syntax.dialect === 'mdx') extensions.push(mdxFromMarkdown());
  return extensions;
}

/** Raw HTML goes through the HTML parser, as a browser would read it; a body without any is spared the way. JSX is nested as nothing else is, so MDX goes it too. */
function rawWhereNeeded({
  always,
}: {
  readonly always: boolean;
}): (tree: Root, file: Parameters<ReturnType<typeof rehypeRaw>>[1]) => Root | undefined {
  const parse = rehypeRaw({ passThrough: [] });
  return (tree, file) => (always || holdsRaw(tree) ? (parse(tree, file) as Root) : undefined);
}

function holdsRaw(node: Root | Element): boolean {
  return node.children.some((child) => (child.type as string) === 'raw' || ('children' in child && holdsRaw(child as Element)));
}

/** What `state` of mdast-util-to-hast is used for here. */
interface State {
  all(node: MdastNodes): ElementContent[];
}
interface Jsx {
  readonly name: string | null;
  readonly attributes: readonly { readonly type: string; readonly name?: string; readonly value?: unknown }[];
}

/**
 * MDX without running it: elements keep their plain attributes, a component gives its children, expressions and
 * imports leave nothing. A newsroom whose articles live by components exports them to Astro or Docusaurus.
 */
const mdxHandlers = {
  mdxJsxFlowElement: jsx,
  mdxJsxTextElement: jsx,
  mdxFlowExpression: expression,
  mdxTextExpression: expression,
  mdxjsEsm: () => undefined,
};

/** An element that no page keeps, so that its place is told; a comment is nobody's loss. */
function expression(_: State, node: MdastNodes): Element | undefined {
  const { value } = node as unknown as { value: string };
  if (/^\s*(?:\/\*[\s\S]*\*\/\s*)?$/.test(value)) return undefined;
  return { type: 'element', tagName: 'mdx-expression', properties: {}, children: [] };
}

/** A component without content: a known provider's is shown as what it would embed, another is told to be missing. */
function component(name: string, attributes: Jsx['attributes']): Element {
  const value = (key: string) => String(attributes.find((one) => one.name?.toLowerCase() === key)?.value ?? '');
  const src = addressById(name, value('id') || value('videoid'));
  if (src === undefined) return { type: 'element', tagName: name, properties: {}, children: [] };
  return { type: 'element', tagName: 'iframe', properties: { src, title: value('title') }, children: [] };
}

function jsx(state: State, node: MdastNodes): Element | ElementContent[] {
  const { name, attributes } = node as unknown as Jsx;
  const children = state.all(node);
  if (name === null) return children;
  if (!/^[a-z][a-z0-9]*$/.test(name)) return children.length > 0 ? children : component(name, attributes);
  const properties: Element['properties'] = {};
  for (const { type, name: key, value } of attributes)
    if (type === 'mdxJsxAttribute' && key !== undefined && (typeof value === 'string' || value === null)) {
      if (key === 'className' || key === 'class') properties.className = String(value ?? '').split(/\s+/);
      else properties[key] = value ?? true;
    }
  return { type: 'element', tagName: name, properties, children };
}

function directive(state: State, node: MdastNodes): Element {
  const { name, attributes } = node as unknown as { name: string; attributes?: Readonly<Record<string, string>> };
  const src = addressById(name, attributes?.id ?? '');
  if (src !== undefined) return { type: 'element', tagName: 'iframe', properties: { src, title: labelOf(node) }, children: [] };
  const children = state.all(node);
  // Nothing of it is words: it would have been drawn by a program that is not here.
  if (children.length === 0) return { type: 'element', tagName: `directive-${name}`, properties: {}, children: [] };
  return {
    type: 'element',
    tagName: 'div',
    properties: { className: [name === 'pull' || name === 'quote' ? 'pull' : 'note'] },
    children,
  };
}

function labelOf(node: MdastNodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(labelOf).join('') : '';
}

function inlineDirective(state: State, node: MdastNodes): Element {
  return { type: 'element', tagName: 'span', properties: {}, children: state.all(node) };
}

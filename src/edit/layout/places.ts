/** The sentences of an article in its tree: each is one span where the layout allows it, and several where it does not. */

import type { Element, ElementContent, Root, Text } from 'hast';
import type { Article, Block, Segment } from '../../article.ts';
import { partitionPoint } from '../../ranges/partition-point.ts';
import { words } from '../../text.ts';
import { type PartName, putBeside } from './beside.ts';
import { offsetsOf } from './offsets.ts';
import type { Extent } from './parts.ts';
import type { SourceTree } from './source-tree.ts';

/** The attribute of a sentence's span; its value is the segment's id. */
export const SENTENCE = 'dataSegment';

export interface Places {
  /** With a span around each sentence. */
  readonly tree: Root;
  /** Elements that come of the Markdown, by their offset in the source; the outer one of two first. */
  readonly elements: ReadonlyMap<number, readonly Element[]>;
}

/**
 * @param given is changed: the spans are put into it
 * @param partName names what readers do not see as a text
 */
export function placesOf({ tree, body }: SourceTree, article: Article, partName: PartName): Places {
  const segments = article.blocks
    .filter(({ kind }) => IN_TEXT.has(kind))
    .flatMap((block) => block.segments)
    .sort((a, b) => a.span.start - b.span.start);
  const elements = new Map<number, Element[]>();
  const shown = new Set<string>();
  const titles = article.blocks.filter(({ kind }) => kind === 'title').flatMap((block) => block.segments);
  const given: Given = { source: article.source, body, segments, titles, elements, shown };
  note(tree, given);
  wrap(tree, given);
  const isLeft = ({ kind, segments }: Block) => kind !== 'frontMatter' && segments.some(({ id }) => !shown.has(id));
  const left = article.blocks.filter(isLeft).map((block) => ({ ...block, segments: block.segments.filter(({ id }) => !shown.has(id)) }));
  putBeside(tree, left, body, partName, sentenceSpan);
  return { tree, elements };
}

/** Blocks whose words are texts of the tree. */
const IN_TEXT: ReadonlySet<Block['kind']> = new Set(['heading', 'paragraph', 'cell', 'html', 'label']);

const sentenceSpan = (id: string, words: string): Element => ({
  type: 'element',
  tagName: 'span',
  properties: { [SENTENCE]: id },
  children: [{ type: 'text', value: words }],
});

interface Given {
  readonly source: string;
  readonly body: number;
  /** In the order of their start; they do not overlap. */
  readonly segments: readonly Segment[];
  /** Of links and images. */
  readonly titles: readonly Segment[];
  readonly elements: Map<number, Element[]>;
  readonly shown: Set<string>;
}

function note(parent: Root | Element, { elements, body, ...given }: Given): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    const start = child.position?.start.offset;
    if (start !== undefined) elements.set(start + body, [...(elements.get(start + body) ?? []), child]);
    note(child, { elements, body, ...given });
  }
}

/** A node, or a part of a text, with the sentence that it is of. */
interface Piece {
  readonly node: ElementContent;
  readonly segment: Segment | undefined;
}

function wrap(parent: Root | Element, given: Given): void {
  const pieces = (parent.children as ElementContent[]).flatMap((child, at): Piece[] => {
    if (child.type === 'text') return cut(child, extentOf(child, at, parent), given);
    if (child.type !== 'element') return [{ node: child, segment: undefined }];
    const only = onlySegment(child, given);
    if (only !== undefined) return [{ node: child, segment: only }];
    if (child.tagName === 'figure') putCaption(child, given);
    wrap(child, given);
    return [{ node: child, segment: undefined }];
  });
  parent.children = joined(pieces, given.shown) as typeof parent.children;
}

/** An image's title is its caption on the page: the sentences of the one are those of the other. */
function putCaption(figure: Element, { body, titles, shown }: Given): void {
  const elements = figure.children.filter((child) => child.type === 'element');
  const image = elements.find(({ tagName }) => tagName === 'img');
  const caption = elements.find(({ tagName }) => tagName === 'figcaption');
  const [from, to] = [image?.position?.start.offset, image?.position?.end.offset];
  if (caption === undefined || from === undefined || to === undefined) return;
  const own = titles.filter(({ span }) => span.start >= from + body && span.end <= to + body);
  if (own.length === 0) return;
  caption.children = own.flatMap(({ id, text }, at): ElementContent[] => {
    shown.add(id);
    const span = sentenceSpan(id, words(text));
    return at === 0 ? [span] : [{ type: 'text', value: ' ' }, span];
  });
}

/**
 * Where a text is in the body. Of an item of a list that has another block in it the text and the line end behind it are one once they are read as
 * HTML, and have lost their place: it is between those of the elements beside it.
 */
function extentOf({ position, value }: Text, at: number, parent: Root | Element): Partial<Extent> {
  const [from, to] = [position?.start.offset, position?.end.offset];
  if (from !== undefined && to !== undefined) return { from, to };
  if (value.trim() === '' || value === value.trim()) return {};
  const { children } = parent;
  return {
    from: children[at - 1]?.position?.end.offset ?? parent.position?.start.offset,
    to: children[at + 1]?.position?.start.offset ?? parent.position?.end.offset,
  };
}

/** A text cut where sentences begin and end. */
function cut(text: Text, { from, to }: Partial<Extent>, given: Given): Piece[] {
  if (from === undefined || to === undefined) return [{ node: text, segment: undefined }];
  const within = overlapping(from + given.body, to + given.body, given.segments);
  if (within.length === 0) return [{ node: text, segment: undefined }];
  const at = offsetsOf(text.value, given.source, from + given.body, to + given.body);
  const pieces: Piece[] = [];
  let done = 0;
  const add = (until: number, segment: Segment | undefined) => {
    if (until > done) pieces.push({ node: { ...text, value: text.value.slice(done, until) }, segment });
    done = Math.max(done, until);
  };
  for (const segment of within) {
    add(
      partitionPoint(at.length, (index) => (at[index] as number) < segment.span.start),
      undefined,
    );
    add(
      partitionPoint(at.length, (index) => (at[index] as number) < segment.span.end),
      segment,
    );
  }
  add(text.value.length, undefined);
  return pieces;
}

/** Elements of a page that hold blocks: a sentence is within them, never around them. */
const BLOCKS = new Set(
  `address article blockquote caption dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 hr li ol p pre section summary table
  tbody td tfoot th thead tr ul`.split(/\s+/),
);

/** The one sentence that an element of a line lies in. */
function onlySegment(element: Element, { body, segments }: Given): Segment | undefined {
  const [from, to] = [element.position?.start.offset, element.position?.end.offset];
  if (from === undefined || to === undefined || BLOCKS.has(element.tagName)) return undefined;
  const within = overlapping(from + body, to + body, segments);
  const [only] = within;
  return within.length === 1 && only !== undefined && only.span.start <= from + body && only.span.end >= to + body ? only : undefined;
}

function overlapping(from: number, to: number, segments: readonly Segment[]): Segment[] {
  const within: Segment[] = [];
  const first = partitionPoint(segments.length, (index) => (segments[index] as Segment).span.end <= from);
  for (let index = first; index < segments.length && (segments[index] as Segment).span.start < to; index++)
    within.push(segments[index] as Segment);
  return within;
}

/** Neighbours of one sentence in one span. */
function joined(pieces: readonly Piece[], shown: Set<string>): ElementContent[] {
  const children: ElementContent[] = [];
  let last: { readonly id: string; readonly span: Element } | undefined;
  for (const { node, segment } of pieces) {
    if (segment === undefined) {
      last = undefined;
      children.push(node);
    } else if (last?.id === segment.id) last.span.children.push(node);
    else {
      last = { id: segment.id, span: { type: 'element', tagName: 'span', properties: { [SENTENCE]: segment.id }, children: [node] } };
      children.push(last.span);
      shown.add(segment.id);
    }
  }
  return children;
}

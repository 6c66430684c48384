/** The bytes of changed blocks: targets escaped for where they land, between the author's own marks and spaces. */

import type { Block, Edition, Segment, Span, Target } from '../../article.ts';
import { findFrontMatter } from '../../frontmatter/fence.ts';
import { writeScalar } from '../../frontmatter/scalar-write.ts';
import { scalars } from '../../frontmatter/scalars.ts';
import { gapBetween } from '../../language/sentence-gap.ts';
import { partitionPoint } from '../../ranges/partition-point.ts';
import { isRightToLeft } from '../../runs/bidi.ts';
import type { Edit } from '../../splice.ts';
import { isRemoved } from '../../text.ts';
import { normalizeLabel } from '../labels.ts';
import type { Syntax } from '../syntax.ts';
import { type Caution, escapeBlock } from './escape-block.ts';
import type { OutputToken } from './output-token.ts';
import { removal } from './removal.ts';
import { labelsOf } from './surroundings.ts';
import { changedTarget, keyOf, tokensOf } from './targets.ts';

export interface Rendering {
  /** Of the outermost changed blocks, in order. */
  readonly edits: readonly Edit[];
  /** Blocks whose words could have become markup, with what must be read back (see `keyOf`). */
  readonly risky: ReadonlySet<Block>;
  /** Blocks in which readers of Markdown may see something else than a generator: bare addresses, neighbours in one paragraph. */
  readonly ambiguous: ReadonlySet<Block>;
  /** What must be read back of each changed block of the body. */
  readonly expected: ReadonlyMap<Block, string>;
}

export function render(edition: Edition, syntax: Syntax, caution: ReadonlyMap<Block, Caution>): Rendering {
  const { source, blocks } = edition.article;
  const risky = new Set<Block>();
  const ambiguous = new Set<Block>();
  const expected = new Map<Block, string>();
  const changed = blocks.map(
    (block) => caution.get(block) !== 'source' && block.segments.some((segment) => changedTarget(edition, segment) !== undefined),
  );
  const rightToLeft = isRightToLeft(edition.locale);
  let labels: ReadonlySet<string> | undefined;

  const labelsOnce = () => {
    labels ??= labelsOf(source);
    return labels;
  };

  const firstFrom = (offset: number) => partitionPoint(blocks.length, (index) => (blocks[index] as Block).span.start < offset);

  /** The source's bytes in a range, with the changed blocks nested there rendered. */
  const bytesOf = (outer: Block) => (start: number, end: number) => {
    let out = '';
    let at = start;
    for (let index = firstFrom(start); index < blocks.length; index++) {
      const block = blocks[index] as Block;
      if (block.span.start >= end) break;
      if (block === outer || !changed[index] || block.span.start < at || block.span.end > end) continue;
      const edit = editOf(block);
      out += source.slice(at, block.span.start) + edit.text;
      at = edit.span.end;
    }
    return at === start ? source.slice(start, end) : out + source.slice(at, end);
  };

  const editOf = (block: Block): Edit => {
    const cell = block.kind === 'cell' || (block.syntax !== 'markdown' && nearPipe(source, block.span.start));
    const landing = { source, syntax, cell, caution: caution.get(block) ?? 'needed', rightToLeft, labels: labelsOnce };
    const escaped = escapeBlock(block, blockTokens(edition, block, bytesOf(block), labelsOnce), landing);
    if (escaped.risky) risky.add(block);
    if (escaped.ambiguous) ambiguous.add(block);
    expected.set(block, escaped.expected);
    return block.syntax === 'alt' ? withLabel(source, block.span, escaped.text, labelsOnce()) : { span: block.span, text: escaped.text };
  };

  const edits: Edit[] = [];
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index] as Block;
    if (!changed[index] || block.kind === 'frontMatter') continue;
    if (block.segments.every((segment) => isRemoved(edition.targets.get(segment.id)))) {
      expected.set(block, '');
      edits.push(removal(block, source));
    } else edits.push(editOf(block));
    while ((blocks[index + 1]?.span.start ?? Number.POSITIVE_INFINITY) < block.span.end) index++;
  }
  return {
    edits: [
      ...frontMatterEdits(
        edition,
        blocks.filter((block, index) => changed[index] && block.kind === 'frontMatter'),
      ),
      ...edits,
    ],
    risky,
    ambiguous,
    expected,
  };
}

/**
 * A block as tokens: of each segment its target's, or the source's own bytes, and what is between two.
 * @param bytes the source's in a range, with what is nested there rendered
 * @param defined the normalized labels that the source defines
 */
function blockTokens(
  edition: Edition,
  block: Block,
  bytes: (start: number, end: number) => string,
  defined: () => ReadonlySet<string>,
): OutputToken[] {
  const tokens: OutputToken[] = [];
  let at = block.span.start;
  let gone = false;
  let before: Target | undefined;
  for (const segment of block.segments) {
    const removed = isRemoved(edition.targets.get(segment.id));
    const target = changedTarget(edition, segment);
    if (!removed && !(gone && tokens.length === 0)) {
      const raw = bytes(at, segment.span.start);
      const isTranslated = tokens.length > 0 && (target !== undefined || before !== undefined);
      const gap = isTranslated ? gapBetween(raw, edition.article.locale, edition.locale) : raw;
      if (gap !== '') tokens.push({ kind: 'raw', text: gap });
    }
    at = segment.span.end;
    gone = removed;
    if (removed) continue;
    before = target;
    const own =
      target === undefined
        ? [{ kind: 'raw' as const, text: bytes(segment.span.start, segment.span.end), key: keyOf(segment.text) }]
        : tokensOf(target, segment, bytes, defined);
    tokens.push(...own);
  }
  return tokens;
}

/** Whether a mark is among lines that may be a table's: a cell of marks alone is no block, and a row needs no `|`. */
function nearPipe(source: string, start: number): boolean {
  const before =
    source
      .slice(Math.max(0, start - 1000), start)
      .split(BLANK_LINE)
      .at(-1) ?? '';
  const after = source.slice(start, start + 1000).split(BLANK_LINE, 1)[0] ?? '';
  return before.includes('|') || after.includes('|');
}

const BLANK_LINE = /\n[ \t]*\r?\n/;

/** An image that is a shortcut or collapsed reference (`![Name]`, `![Name][]`) keeps its label: `![changed][Name]`. */
function withLabel(source: string, span: Span, text: string, labels: ReadonlySet<string>): Edit {
  const label = source.slice(span.start, span.end);
  const tail = /^\s*\](?:\[\])?/.exec(source.slice(span.end, span.end + 100));
  if (tail === null || !labels.has(normalizeLabel(label))) return { span, text };
  const end = span.end + tail[0].length;
  const after = source.slice(end, end + 300);
  if (!tail[0].endsWith('[]')) {
    // CommonMark 0.31.2, 6.3: before a label it is no reference of its own.
    if (/^\[[^[\]]+\]/.test(after)) return { span, text };
    if (RESOURCE.test(after)) return { span, text };
  }
  return { span: { start: span.start, end }, text: `${text}][${label}]` };
}

const RESOURCE = /^\(\s*(?:<[^>\n]*>|[^\s()<]*(?:\([^\s()]*\)[^\s()]*)*)(?:\s+(?:"[^"]*"|'[^']*'|\([^)]*\)))?\s*\)/;

function frontMatterEdits(edition: Edition, blocks: readonly Block[]): Edit[] {
  if (blocks.length === 0) return [];
  const { source } = edition.article;
  const at = findFrontMatter(source);
  if (at === undefined) return [];
  return scalars(source, at).flatMap((scalar) => {
    const words: Edit[] = [];
    const gaps: Edit[] = [];
    for (let index = partitionPoint(blocks.length, (at) => (blocks[at] as Block).span.start < scalar.start); ; index++) {
      const block = blocks[index];
      if (block === undefined || block.span.end > scalar.end) break;
      for (const [at, segment] of block.segments.entries()) {
        const own = wordsOf(edition, segment);
        const last = block.segments[at - 1];
        if (own.length > 0 && last !== undefined) gaps.push(...gapOf(edition, last.span.end, segment.span.start));
        words.push(...own);
      }
    }
    if (words.length === 0) return [];
    // In a block scalar a gap is no words: there it is bytes between two edits, elsewhere a part of the quoted value.
    const isBlock = scalar.style === 'literal' || scalar.style === 'folded';
    const edits = writeScalar(source, scalar, isBlock ? words : inFileOrder([...words, ...gaps]));
    return isBlock ? inFileOrder([...edits, ...gaps]) : edits;
  });
}

function inFileOrder(edits: readonly Edit[]): Edit[] {
  return edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function gapOf({ article, locale }: Edition, start: number, end: number): Edit[] {
  const raw = article.source.slice(start, end);
  const gap = gapBetween(raw, article.locale, locale);
  return gap === raw ? [] : [{ span: { start, end }, text: gap }];
}

function wordsOf(edition: Edition, segment: Segment): Edit[] {
  const target = changedTarget(edition, segment);
  return target === undefined
    ? []
    : [{ span: segment.span, text: target.text.map((token) => (typeof token === 'string' ? token : token.source)).join('') }];
}

/** The bytes of changed blocks: targets escaped for where they land, between the author's own marks and spaces. */

import type { Block, Edition, Segment, Span, Target } from '../../article.ts';
import { findFrontMatter } from '../../frontmatter/fence.ts';
import { writeScalar } from '../../frontmatter/scalar-write.ts';
import { scalars } from '../../frontmatter/scalars.ts';
import { gapBetween } from '../../language/sentence-gap.ts';
import { partitionPoint } from '../../partition-point.ts';
import { isRightToLeft } from '../../runs/bidi.ts';
import type { Edit } from '../../splice.ts';
import { isRemoved } from '../../text.ts';
import { normalizeLabel } from '../labels.ts';
import type { Syntax } from '../syntax.ts';
import { guardAddresses } from './autolinks.ts';
import { escapeTokens } from './escape.ts';
import { escapeAttribute, escapeHtml, escapeTitle } from './escape-html.ts';
import { escapeString, isStringSyntax } from './escape-strings.ts';
import { alternate, flank, settleEdges } from './flanking.ts';
import { keepApart } from './keep-apart.ts';
import type { OutputToken } from './output-token.ts';
import { removal } from './removal.ts';
import { labelsOf, lineContextOf } from './surroundings.ts';
import { changedTarget, keyOf, tokensOf } from './targets.ts';

export interface Rendering {
  /** Of the outermost changed blocks, in order. */
  readonly edits: readonly Edit[];
  /** Blocks whose words could have become markup, with what must be read back (see `keyOf`). */
  readonly risky: ReadonlySet<Block>;
  /** What must be read back of each changed block of the body. */
  readonly expected: ReadonlyMap<Block, string>;
}

/**
 * How cautiously a block's words are escaped: as needed; every character that is not a letter; and with the other of `*` and `_`
 * for an emphasis within an emphasis, where one could be taken for the other's end.
 */
export type Caution = 'needed' | 'all' | 'other';

/** Where words are no Markdown. */
const NO_MARKDOWN: ReadonlySet<Block['syntax']> = new Set(['html', 'attribute', 'jsxAttribute', 'linkTitle']);
const NO_LABELS: ReadonlySet<string> = new Set();

export function render(edition: Edition, syntax: Syntax, caution: ReadonlyMap<Block, Caution>): Rendering {
  const { source, blocks } = edition.article;
  const risky = new Set<Block>();
  const expected = new Map<Block, string>();
  const changed = blocks.map((block) => block.segments.some((segment) => changedTarget(edition, segment) !== undefined));
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
    const bytes = bytesOf(block);
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
          : tokensOf(target, segment, bytes);
      tokens.push(...own);
    }
    const level = caution.get(block) ?? 'needed';
    const text = escapeBlock(block, tokens, cell, level);
    return block.syntax === 'alt' ? withLabel(source, block.span, text, labelsOnce()) : { span: block.span, text };
  };

  const escapeBlock = (block: Block, tokens: OutputToken[], cell: boolean, level: Caution): string => {
    const strong = level !== 'needed';
    const { start } = block.span;
    const isRun = !NO_MARKDOWN.has(block.syntax) && !isStringSyntax(block.syntax);
    const place = lineContextOf(block, source, syntax, cell, isRun ? labelsOnce() : NO_LABELS);
    if (isRun) {
      if (level === 'other') alternate(tokens);
      if (rightToLeft) keepApart(tokens);
      settleEdges(tokens, place.before, place.after);
    }
    expected.set(block, tokens.map(({ kind, text, key = '' }) => (kind === 'words' ? text.replace(/[\s\u200f]+/g, '') : key)).join(''));
    if (block.syntax === 'html') return join(tokens, (words, next) => escapeHtml(words, next, cell));
    if (block.syntax === 'attribute' || block.syntax === 'jsxAttribute') {
      const quote = delimiterBefore(source, start, '"\'');
      const value = join(tokens, (words) => escapeAttribute(words, quote, source.slice(start, block.span.end), cell));
      return quote === '' ? `"${value}"` : value;
    }
    if (isStringSyntax(block.syntax)) {
      risky.add(block);
      return join(tokens, (words) => escapeString(words, block.syntax, delimiterBefore(source, start, '"\'`')));
    }
    if (block.syntax === 'linkTitle') {
      risky.add(block);
      return join(tokens, (words) => escapeTitle(words, delimiterBefore(source, start, '"\'(') || '"', strong));
    }
    const guarded = guardAddresses(tokens, place.mdx, strong);
    const escaped = escapeTokens(tokens, place, strong);
    const flanked = flank(tokens, place.before, place.after, block.syntax === 'markdown');
    if (guarded || escaped || flanked) risky.add(block);
    return tokens.map((token) => token.text).join('');
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
    expected,
  };
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

/** @param written from a token's words and the character after them to bytes */
function join(tokens: readonly OutputToken[], written: (words: string, next: string) => string): string {
  return tokens.map(({ kind, text }, index) => (kind === 'words' ? written(text, tokens[index + 1]?.text[0] ?? '') : text)).join('');
}

/** The quote that opens the value whose first word is at `start`; empty where it has none. */
function delimiterBefore(source: string, start: number, quotes: string): string {
  let at = start - 1;
  while (/\s/.test(source[at] ?? '')) at--;
  const char = source[at] ?? '';
  return char !== '' && quotes.includes(char) ? char : '';
}

/** An image that is a shortcut or collapsed reference (`![Name]`, `![Name][]`) keeps its label: `![changed][Name]`. */
function withLabel(source: string, span: Span, text: string, labels: ReadonlySet<string>): Edit {
  const label = source.slice(span.start, span.end);
  const tail = /^\s*\](?:\[\])?/.exec(source.slice(span.end, span.end + 100));
  if (tail === null || !labels.has(normalizeLabel(label))) return { span, text };
  const end = span.end + tail[0].length;
  const after = source.slice(end, end + 300);
  if (!tail[0].endsWith('[]')) {
    if (labels.has(normalizeLabel(/^\[([^\]]+)\]/.exec(after)?.[1] ?? ''))) return { span, text };
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
    for (const block of blocks) {
      if (block.span.start < scalar.start || block.span.end > scalar.end) continue;
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

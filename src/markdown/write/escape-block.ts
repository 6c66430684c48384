/** A block's tokens as bytes: its words escaped by the rules of the syntax that they land in. */

import type { Block } from '../../article.ts';
import type { Syntax } from '../syntax.ts';
import { guardAddresses } from './autolinks.ts';
import { escapeTokens } from './escape.ts';
import { escapeAttribute, escapeHtml, escapeTitle } from './escape-html.ts';
import { escapeString, isStringSyntax } from './escape-strings.ts';
import { allInHtml, alternate, flank, settleEdges } from './flanking.ts';
import { keepApart } from './keep-apart.ts';
import type { OutputToken } from './output-token.ts';
import { lineContextOf } from './surroundings.ts';

/**
 * How cautiously a block's words are escaped: as needed; every character that is not a letter; with the other of `*` and `_` for an
 * emphasis within an emphasis, where one could be taken for the other's end; with HTML for all emphasis; and not at all: the source's
 * own sentences stay, where whatever is written would be read otherwise.
 */
export type Caution = 'needed' | 'all' | 'other' | 'html' | 'source';

export const CAUTIONS: readonly Caution[] = ['needed', 'all', 'other', 'html', 'source'];

/** Where a block's words land. */
export interface Landing {
  readonly source: string;
  readonly syntax: Syntax;
  /** Whether a `|` would end a table's cell. */
  readonly cell: boolean;
  readonly caution: Caution;
  readonly rightToLeft: boolean;
  /** The labels that the source defines: asked for by runs of Markdown alone. */
  readonly labels: () => ReadonlySet<string>;
}

export interface EscapedBlock {
  readonly text: string;
  /** Whether its words could have become markup. */
  readonly risky: boolean;
  /** Whether it holds bare addresses with words beside them, or shares its paragraph with other blocks. */
  readonly ambiguous: boolean;
  /** What must be read back of it (`keyOf`). */
  readonly expected: string;
}

/** Where words are no Markdown. */
const NO_MARKDOWN: ReadonlySet<Block['syntax']> = new Set(['html', 'attribute', 'jsxAttribute', 'linkTitle']);
const NO_LABELS: ReadonlySet<string> = new Set();

/** @param tokens the block's, which are changed where emphasis must be written otherwise */
export function escapeBlock(block: Block, tokens: OutputToken[], landing: Landing): EscapedBlock {
  const { source, syntax, cell, caution, rightToLeft, labels } = landing;
  const isRun = !NO_MARKDOWN.has(block.syntax) && !isStringSyntax(block.syntax);
  const place = lineContextOf(block, source, syntax, cell, isRun ? labels() : NO_LABELS);
  if (isRun) {
    if (caution === 'other') alternate(tokens);
    if (caution === 'html' && block.syntax === 'markdown') allInHtml(tokens);
    if (rightToLeft) keepApart(tokens);
    settleEdges(tokens, place.before, place.after);
  }
  const expected = tokens.map(({ kind, text, key = '' }) => (kind === 'words' ? text.replace(/[\s\u200f]+/g, '') : key)).join('');
  if (!isRun) return { expected, ambiguous: false, ...outsideMarkdown(block, tokens, landing) };
  const strong = caution !== 'needed';
  const guarded = guardAddresses(tokens, place, strong);
  const escaped = escapeTokens(tokens, place, strong);
  const flanked = flank(tokens, place.before, place.after, block.syntax === 'markdown');
  return {
    expected,
    ambiguous: guarded || place.shared,
    risky: guarded || escaped || flanked,
    text: tokens.map((token) => token.text).join(''),
  };
}

/** In HTML, in an attribute, in a string of code, in a link's title. */
function outsideMarkdown(
  block: Block,
  tokens: readonly OutputToken[],
  { source, cell, caution }: Landing,
): Pick<EscapedBlock, 'risky' | 'text'> {
  const { start, end } = block.span;
  if (block.syntax === 'html') return { risky: false, text: join(tokens, (words, next) => escapeHtml(words, next, cell)) };
  if (isStringSyntax(block.syntax))
    return { risky: true, text: join(tokens, (words) => escapeString(words, block.syntax, delimiterBefore(source, start, '"\'`'))) };
  if (block.syntax === 'linkTitle') {
    const quote = delimiterBefore(source, start, '"\'(') || '"';
    return { risky: true, text: join(tokens, (words) => escapeTitle(words, quote, caution !== 'needed')) };
  }
  const quote = delimiterBefore(source, start, '"\'');
  const value = join(tokens, (words) => escapeAttribute(words, quote, source.slice(start, end), cell));
  return { risky: false, text: quote === '' ? `"${value}"` : value };
}

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

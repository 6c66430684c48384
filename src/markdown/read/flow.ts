/** The body of a file: from micromark's events to runs, block by block. */

import type { Event, Token } from 'micromark-util-types';
import { KnownError } from '../../errors.ts';
import { partitionPoint } from '../../ranges/partition-point.ts';
import { inRanges, type Range } from '../../runs/ranges.ts';
import { fuse, newRun, type TextRun } from '../../runs/run.ts';
import { lineOf } from '../../text/lines.ts';
import { type Heading, headingOf } from '../headings.ts';
import { normalizeLabel } from '../labels.ts';
import type { Outline } from '../outline.ts';
import { type Defined, type Syntax, type Tokens, tokenize } from '../syntax.ts';
import { isTableRule } from '../table-rule.ts';
import type { AttributeNames } from '../word-attributes.ts';
import { attributeRuns } from './attribute-values.ts';
import { type AuthorCommand, commandOf } from './author-commands.ts';
import { dropListAtEnd } from './dialect-signs.ts';
import { readHtml, type SkipState } from './html.ts';
import { exitOf, readInlineTokens } from './inline.ts';
import type { Inline } from './inline-context.ts';
import { jsxAttributes, jsxTag } from './jsx.ts';
import { maskDialect, referredLabels } from './mask.ts';
import { splitLines } from './syntax-lines.ts';

export interface Flow extends Outline {
  readonly runs: readonly TextRun[];
}

/**
 * @param base offset of the body in `source`
 * @param known labels that are defined outside of `source`
 * @throws KnownError where MDX does not parse
 */
export function readFlow(source: string, base: number, syntax: Syntax, attributes: AttributeNames, known?: Defined): Flow {
  const { events, defined } = tokenizeAt(source, base, syntax, known);
  const inline: Inline = { events, source, base, syntax, attributes };
  const runs: TextRun[] = [];
  const skipState: SkipState = { skip: false, off: '', depth: 0 };
  let note: string | undefined;
  let skipsNext = false;
  let depth = 0;
  let destination = '';
  const command = (said: AuthorCommand) => {
    if (said.name === 'note') note = said.note;
    else if (said.name === 'skip-next') skipsNext = true;
    else skipState.skip = said.name === 'skip';
  };
  const add = (run: TextRun) => {
    if (run.atoms.length === 0 && run.nested.length === 0) return;
    if (note !== undefined) run.note = note;
    note = undefined;
    runs.push(run);
  };
  const headings: Heading[] = [];
  const chunks = [base];
  let rootEnd = 0;
  let skipTo = 0;
  let lineAt = 0;
  let blank = false;
  /** What attributes are not looked for in: code, and what an author has skipped. */
  const silences: Range[] = [];
  let silentFrom = -1;
  for (let at = 0; at < events.length; at++) {
    const [role, token] = events[at] as Event;
    if (role === 'exit') continue;
    const type = token.type as string;
    if (token.start.offset >= rootEnd) {
      if (type === 'lineEndingBlank') blank = true;
      if (type === 'lineEnding' || type === 'lineEndingBlank') lineAt = token.end.offset;
      else if (type !== 'linePrefix') {
        // A quote without its sign is a body that was masked: it goes on from the lines above.
        if (blank && (type !== 'blockQuote' || source[base + token.start.offset] === '>')) chunks.push(base + lineAt);
        blank = false;
        rootEnd = token.end.offset;
      }
    }
    if (skipsNext && BLOCKS.has(type)) {
      skipsNext = false;
      skipTo = token.end.offset;
    }
    const silent = skipState.skip || skipState.off !== '' || token.start.offset < skipTo;
    if (silent && silentFrom < 0) silentFrom = base + token.start.offset;
    if (!silent && silentFrom >= 0) {
      silences.push([silentFrom, base + token.start.offset]);
      silentFrom = -1;
    }
    if (type === 'paragraph') {
      const run = newRun('paragraph', 'markdown');
      at = readInlineTokens(inline, at, run);
      if (obey(run, source, skipState) || !silent)
        for (const part of splitLines(run, source, syntax, base)) if (!dropListAtEnd(part, source)) add(part);
    } else if (type === 'atxHeadingText' || type === 'setextHeadingText') {
      const run = newRun('heading', 'markdown', { depth: type === 'atxHeadingText' ? depth : setextDepth(events, at, source, base) });
      at = readInlineTokens(inline, at, run);
      const heading = headingOf(run, source);
      if (heading !== undefined) headings.push(heading);
      if (!silent) add(run);
    } else if (type === 'atxHeadingSequence') {
      depth = token.end.offset - token.start.offset;
    } else if (type === 'tableContent') {
      const run = newRun('cell', 'markdown');
      at = readInlineTokens(inline, at, run);
      if (!silent && !dropListAtEnd(run, source) && !isRule(run)) add(run);
    } else if (type === 'definitionDestination') {
      destination = textOf(inline, token);
    } else if (type === 'definitionTitleString') {
      const run = newRun('title', 'linkTitle');
      at = readInlineTokens(inline, at, run);
      // A definition that leads nowhere is an author's note: `[//]: # (note)`.
      if (!silent && destination !== '#' && destination !== '<>') add(run);
    } else if (type === 'directiveContainerLabelString' || type === 'directiveLeafLabelString') {
      const run = newRun('label', 'label');
      at = readInlineTokens(inline, at, run);
      if (!silent) add(run);
    } else if (type === 'htmlFlow') {
      const end = exitOf(events, at);
      const { html, offset } = linesOf(inline, at, end);
      for (const run of readHtml(html, source, offset, attributes, skipState, command)) if (token.start.offset >= skipTo) add(run);
      at = end;
    } else if (type === 'mdxJsxFlowTag') {
      const tag = jsxTag(textOf(inline, token));
      if (!silent) for (const run of jsxAttributes(inline, at)) add(run);
      if (skipState.off === tag.name && tag.kind !== 'void') skipState.depth += tag.kind === 'open' ? 1 : -1;
      else if (skipState.off === '' && tag.kind === 'open' && tag.verbatim) Object.assign(skipState, { off: tag.name, depth: 1 });
      if (skipState.depth === 0) skipState.off = '';
      at = exitOf(events, at);
    } else if (type === 'mdxFlowExpression') {
      const said = commandOf(
        /^\{\s*\/\*([\s\S]*)\*\/\s*\}$/.exec(textOf(inline, token))?.[1] ?? /^<!--([\s\S]*)-->$/.exec(textOf(inline, token))?.[1] ?? '',
      );
      if (said) command(said);
      at = exitOf(events, at);
    }
  }
  if (silentFrom >= 0) silences.push([silentFrom, source.length]);
  const written = [...runs];
  let isSilent: ((offset: number) => boolean) | undefined;
  let isWords: ((offset: number) => boolean) | undefined;
  const isTaken = (offset: number) => {
    isSilent ??= silenceOf(inline, silences);
    isWords ??= wordsIn(written);
    return isSilent(offset) || isWords(offset);
  };
  runs.push(...attributeRuns(source, base, attributes, isTaken));
  return { runs, headings, chunks, defined, syntax, attributes };
}

/** Code, mathematics and programs. */
const VERBATIM_TOKENS = new Set<string>(
  'codeFenced codeIndented codeText mathFlow mathText mdxFlowExpression mdxTextExpression mdxjsEsm'.split(' '),
);

/** Whether an offset is in one of the ranges, in code or in a comment. */
function silenceOf({ events, source, base }: Inline, silences: readonly Range[]): (offset: number) => boolean {
  const all = [...silences];
  for (const [role, token] of events) {
    const range: Range = [base + token.start.offset, base + token.end.offset];
    const isComment = (token.type === 'htmlFlow' || token.type === 'htmlText') && source.startsWith('<!--', range[0]);
    if (role === 'enter' && (isComment || VERBATIM_TOKENS.has(token.type))) all.push(range);
  }
  return inRanges(all);
}

/** Whether an offset is among words. */
function wordsIn(runs: readonly TextRun[]): (offset: number) => boolean {
  const wordsOf = ({ atoms, nested }: TextRun): Range[] => [
    ...atoms.flatMap(({ role, start, end }) => (role === 'words' ? [[start, end] as const] : [])),
    ...nested.flatMap(wordsOf),
  ];
  return inRanges(runs.flatMap(wordsOf));
}

function tokenizeAt(source: string, base: number, syntax: Syntax, known: Defined | undefined): Tokens {
  try {
    const body = base === 0 ? source : source.slice(base);
    const labels = referredLabels(body).map(normalizeLabel);
    const all = labels.length === 0 ? known : { labels: [...(known?.labels ?? []), ...labels], footnotes: known?.footnotes ?? [] };
    return tokenize(maskDialect(body, syntax), syntax, all);
  } catch (error) {
    if (!(error instanceof KnownError) || base === 0) throw error;
    const [line = '1', column = '1'] = (error.place ?? '').split(':');
    const inFile = lineOf(source, base) + Number(line) - 1;
    const { expected, got, help, cause } = error;
    throw new KnownError(error.message.replace(/line \d+/, `line ${inFile}`), {
      place: `${inFile}:${column}`,
      cause,
      ...(expected === undefined ? {} : { expected }),
      ...(got === undefined ? {} : { got }),
      ...(help === undefined ? {} : { help }),
    });
  }
}

/** What a comment before them can skip. */
const BLOCKS = new Set(
  'paragraph atxHeading setextHeading listOrdered listUnordered blockQuote table htmlFlow codeFenced codeIndented mdxJsxFlowTag'.split(' '),
);

/** A row of kramdown's that parts a table: its cells are signs. */
function isRule(run: TextRun): boolean {
  return run.nested.length === 0 && run.atoms.every((atom) => atom.role === 'words' && isTableRule(atom.text)) && run.atoms.length > 0;
}

function textOf({ source, base }: Inline, token: Token): string {
  return source.slice(base + token.start.offset, base + token.end.offset);
}

function setextDepth(events: readonly Event[], index: number, source: string, base: number): number {
  for (let at = exitOf(events, index); at < events.length; at++) {
    const [, token] = events[at] as Event;
    if (token.type === 'setextHeadingLineSequence') return source[base + token.start.offset] === '=' ? 1 : 2;
  }
  return 2;
}

/** An HTML block's lines, joined without the container prefixes between them. */
function linesOf({ events, source, base }: Inline, index: number, end: number): { html: string; offset: (at: number) => number } {
  let html = '';
  const starts: number[] = [];
  const offsets: number[] = [];
  for (let at = index + 1; at < end; at++) {
    const [role, token] = events[at] as Event;
    if (role === 'exit') continue;
    if (token.type !== 'htmlFlowData' && token.type !== 'lineEnding') {
      if (token.type === 'blockQuotePrefix' || token.type === 'listItemIndent') at = exitOf(events, at);
      continue;
    }
    const from = base + token.start.offset;
    // A line end's token may be stretched over the next line's prefix: its own bytes are one or two.
    const to = token.type === 'lineEnding' ? from + (source.startsWith('\r\n', from) ? 2 : 1) : base + token.end.offset;
    if (offsets.length === 0 || (offsets.at(-1) as number) + html.length - (starts.at(-1) as number) !== from) {
      starts.push(html.length);
      offsets.push(from);
    }
    html += source.slice(from, to);
  }
  if (starts.length === 1) return { html, offset: (at) => (offsets[0] as number) + at };
  const offset = (at: number) => {
    const index = Math.max(0, partitionPoint(starts.length, (other) => (starts[other] as number) <= at) - 1);
    return (offsets[index] ?? 0) + at - (starts[index] ?? 0);
  };
  return { html, offset };
}

/**
 * Dragoman's comments within a paragraph: what they skip becomes one mark.
 * @returns whether a comment in it ended the skipping, so that its words count again
 */
function obey(run: TextRun, source: string, skipState: SkipState): boolean {
  const ranges: Range[] = [];
  let from = skipState.skip ? (run.atoms[0]?.start ?? 0) : -1;
  let resumed = false;
  for (const atom of run.atoms) {
    if (atom.role !== 'alone') continue;
    const comment = /^(?:<!--|\{\s*\/\*)([\s\S]*)(?:-->|\*\/\s*\})$/.exec(source.slice(atom.start, atom.end));
    const said = comment === null ? undefined : commandOf(comment[1] as string);
    if (said?.name === 'skip' && from < 0) from = atom.start;
    if (said?.name === 'resume' && from >= 0) {
      ranges.push([from, atom.end]);
      from = -1;
      resumed = true;
    }
  }
  skipState.skip = from >= 0;
  if (from >= 0 && (ranges.length > 0 || from > (run.atoms[0]?.start ?? 0))) ranges.push([from, run.atoms.at(-1)?.end ?? from]);
  fuse(run, ranges);
  return resumed;
}

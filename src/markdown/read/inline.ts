/** From micromark's events of one block's inline content to a run. */

import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { decodeNumericCharacterReference } from 'micromark-util-decode-numeric-character-reference';
import type { Event, Token } from 'micromark-util-types';
import type { Range } from '../../runs/ranges.ts';
import { addMark, addWords, fuse, newRun, type TextRun } from '../../runs/run.ts';
import { dialectSigns, joinLists, pairSigns, rangesOf } from './dialect-signs.ts';
import { pairTags, wordlessRanges } from './extensions.ts';
import { htmlTag } from './html.ts';
import type { Inline } from './inline-context.ts';
import { jsxAttributes, jsxTag } from './jsx.ts';

const ATTENTION: Record<string, string | undefined> = {
  emphasisSequence: 'emphasis',
  strongSequence: 'strong',
  strikethroughSequence: 'strikethrough',
};

/** Their content is read as if they were not there. */
const TRANSPARENT = new Set<string>(['emphasis', 'strong', 'strikethrough', 'emphasisText', 'strongText', 'strikethroughText']);

/** What may be between the end of a line and the words of the next: neither words nor marks. */
const PREFIX = new Set<string>([
  'linePrefix',
  'lineSuffix',
  'blockQuotePrefix',
  'listItemIndent',
  'listItemPrefix',
  'gfmFootnoteDefinitionIndent',
  'whitespace',
  'chunkFlow',
  'esWhitespace',
]);

/** Nested images deeper than this are left as they are. */
const DEPTH = 50;

interface Open {
  readonly token: Token;
  readonly pair: number;
}

/** What has been read of a block's content so far. */
interface State {
  readonly run: TextRun;
  readonly depth: number;
  /** Marks that have not been closed, outermost first. */
  readonly open: Open[];
  pairs: number;
  /** Links whose words are their address. */
  readonly addresses: Range[];
  /** A break runs from the end of one line's words to the start of the next line's; -1 outside of one. */
  breakAt: number;
  isHard: boolean;
}

/**
 * Reads the content of the token that `events[index]` enters.
 * @returns the index of the event that exits it
 */
export function readInlineTokens(inline: Inline, index: number, run: TextRun, depth = 0): number {
  const { events, source } = inline;
  const container = (events[index] as Event)[1];
  const state: State = { run, depth, open: [], pairs: 0, addresses: [], breakAt: -1, isHard: false };
  let at = index + 1;
  for (; at < events.length; at++) {
    const [role, token] = events[at] as Event;
    if (token === container) break;
    if (role === 'exit') at = closeLink(inline, at, state);
    else at = readBreak(inline, at, state) ?? readToken(inline, at, state);
  }
  const signs = dialectSigns(run, source, inline.syntax);
  fuse(run, [...state.addresses, ...pairTags(run), ...wordlessRanges(run, source), ...(signs === undefined ? [] : rangesOf(signs))]);
  if (signs !== undefined) {
    pairSigns(run, signs);
    joinLists(run, source);
  }
  return at;
}

/** At the end of a link's words: the mark that closes it, and its title. @returns the index of the last event that was read */
function closeLink(inline: Inline, at: number, { run, depth, open, addresses }: State): number {
  const { events, source, base } = inline;
  const [, token] = events[at] as Event;
  const top = open.at(-1);
  if (token.type !== 'labelText' || top === undefined) return at;
  const link = top.token;
  const [start, text, end] = [link.start.offset, token.end.offset, link.end.offset].map((offset) => base + offset) as [
    number,
    number,
    number,
  ];
  addMark(run, 'close', text, end, top.pair);
  if (isAddress(source.slice(base + token.start.offset, text), source.slice(text, end))) addresses.push([start, end]);
  open.pop();
  return readTitles(inline, at, link, run, depth);
}

/**
 * What parts two lines. Where something else comes, the break before it ends: a space, or a mark for a hard one.
 * @returns the index of the last event that was read; undefined where the token is no part of a break
 */
function readBreak({ events, base }: Inline, at: number, state: State): number | undefined {
  const [, token] = events[at] as Event;
  const type: string = token.type;
  const start = base + token.start.offset;
  if (type === 'lineEnding' || type === 'lineSuffix' || type === 'hardBreakTrailing' || type === 'hardBreakEscape') {
    if (state.breakAt < 0) state.breakAt = start;
    state.isHard ||= type === 'hardBreakTrailing' || type === 'hardBreakEscape';
    return type === 'lineEnding' ? at : exitOf(events, at);
  }
  if (PREFIX.has(type)) {
    if (state.breakAt < 0 && type !== 'whitespace') state.breakAt = start;
    return exitOf(events, at);
  }
  if (state.breakAt < 0) return undefined;
  if (state.isHard) addMark(state.run, 'alone', state.breakAt, start);
  else if (state.run.atoms.length > 0) addWords(state.run, ' ', state.breakAt, start);
  state.breakAt = -1;
  state.isHard = false;
  return undefined;
}

/** Words, or a mark. @returns the index of the last event that was read */
function readToken(inline: Inline, at: number, state: State): number {
  const { events, source, base } = inline;
  const { run, open, depth } = state;
  const [, token] = events[at] as Event;
  const type: string = token.type;
  const start = base + token.start.offset;
  const end = base + token.end.offset;
  const attention = ATTENTION[type];
  if (attention !== undefined) {
    const after = events[at + 2] as Event;
    if (after[0] === 'exit' && after[1].type === attention) addMark(run, 'close', start, end, open.pop()?.pair);
    else {
      open.push({ token, pair: ++state.pairs });
      addMark(run, 'open', start, end, state.pairs);
    }
    return exitOf(events, at);
  }
  // Only its sequences and its text count.
  if (TRANSPARENT.has(type)) return at;
  if (type === 'data') {
    addWords(run, source.slice(start, end), start, end);
    return at;
  }
  if (type === 'link') {
    const text = labelTextOf(events, at);
    if (text >= 0) {
      open.push({ token, pair: ++state.pairs });
      addMark(run, 'open', start, base + (events[text] as Event)[1].start.offset, state.pairs);
      return text;
    }
  }
  if (type === 'link' || type === 'image') {
    addMark(run, 'alone', start, end);
    return readTitles(inline, at, token, run, depth);
  }
  if (type === 'characterEscape') addWords(run, source.slice(start + 1, end), start, end);
  else if (type === 'characterReference') addWords(run, decodeReference(source.slice(start, end)), start, end);
  else if (type === 'htmlText') {
    const tag = htmlTag(source.slice(start, end), (offset) => start + offset, inline.attributes);
    addMark(run, 'alone', start, end, 0, tag.tag);
    run.nested.push(...tag.nested);
  } else if (type === 'mdxJsxTextTag') {
    addMark(run, 'alone', start, end, 0, jsxTag(source.slice(start, end)));
    run.nested.push(...jsxAttributes(inline, at));
  } else if (type !== 'taskListCheck') {
    // Code, autolinks, footnote calls, math, expressions, and whatever an extension brings.
    addMark(run, 'alone', start, end);
    if (type === 'directiveText') readTitles(inline, at, token, run, depth);
  }
  return exitOf(events, at);
}

/** Whether a link's words are the address that it leads to: no words, then. */
function isAddress(label: string, rest: string): boolean {
  if (!/[.:@]/.test(label)) return false;
  const [words, address] = [label, rest].map((text) => text.replace(/\\([!-/:-@[-`{-~])/g, '$1')) as [string, string];
  return ['](', '](http://', '](mailto:'].some((start) => address === `${start}${words})`);
}

/** The alt text, label and title inside a link, image or directive. @returns the index of the event that exits it */
function readTitles(inline: Inline, index: number, thing: Token, run: TextRun, depth: number): number {
  const { events } = inline;
  let at = index + 1;
  for (; at < events.length; at++) {
    const [role, token] = events[at] as Event;
    if (token === thing) break;
    if (role === 'exit' || depth > DEPTH) continue;
    const kind = NESTED[token.type];
    if (kind === undefined) continue;
    const nested = newRun(kind, kind === 'title' ? 'linkTitle' : kind);
    at = readInlineTokens(inline, at, nested, depth + 1);
    if (kind === 'alt') dropImageSize(nested);
    if (kind !== 'title' || !isOptions(nested)) run.nested.push(nested);
  }
  return at;
}

/** What Docsify is told in the place of a title: `':include :type=code'`. */
function isOptions({ atoms }: TextRun): boolean {
  return /^(?::[\w-]+(?:=\S*)?(?:\s+|$))+$/.test(atoms.map((atom) => (atom.role === 'words' ? atom.text : ' ')).join(''));
}

/** `![Words|300](x.png)`, as Obsidian writes the width. */
function dropImageSize(alt: TextRun): void {
  const last = alt.atoms.at(-1);
  if (last?.role !== 'words' || last.text.length !== last.end - last.start) return;
  const size = /\|\d+(?:x\d+)?$/.exec(last.text);
  if (size === null) return;
  last.text = last.text.slice(0, size.index);
  last.end = last.start + size.index;
  if (last.text === '') alt.atoms.pop();
}

const NESTED: Record<string, 'alt' | 'title' | 'label' | undefined> = {
  labelText: 'alt',
  resourceTitleString: 'title',
  directiveTextLabelString: 'label',
};

/** The index of the event that enters the text of a link's label, or -1 where it has none. */
function labelTextOf(events: readonly Event[], index: number): number {
  for (let at = index + 1; at < events.length; at++) {
    const [role, token] = events[at] as Event;
    if (token.type === 'labelText') return at;
    if (role === 'exit' && token.type === 'label') return -1;
  }
  return -1;
}

/** The index of the event that exits the token that `events[index]` enters. */
export function exitOf(events: readonly Event[], index: number): number {
  const token = (events[index] as Event)[1];
  let at = index + 1;
  while (at < events.length && (events[at] as Event)[1] !== token) at++;
  return at;
}

/** @param reference with `&` and `;` */
export function decodeReference(reference: string): string {
  if (reference[1] !== '#') return decodeNamedCharacterReference(reference.slice(1, -1)) || reference;
  const hex = reference[2] === 'x' || reference[2] === 'X';
  return decodeNumericCharacterReference(reference.slice(hex ? 3 : 2, -1), hex ? 16 : 10);
}

/**
 * micromark pairs marks of emphasis and strikes within its list of events: it goes back from each mark that may close over all events, and
 * each pair moves the rest of the paragraph. Both take quadratic time: 256 kB of `**a** b.` took seven seconds. Here what is read is put on
 * a pile, and only marks that may open are looked at; the events are the same.
 */

import { parse } from 'micromark';
import type { Event, Extension, Point, Resolver, Token, TokenizeContext } from 'micromark-util-types';
import { KnownError } from '../errors.ts';

/** Makes the emphasis of every micromark of this process, remark's too, take linear time; what is nested hundreds deep throws a KnownError. */
export function pairInOnePass(): void {
  const attention = [parse().constructs.text[ASTERISK]].flat().find((one) => one?.name === 'attention');
  if (attention !== undefined) attention.resolveAll = PAIRS.attention;
}

/** Changes the rules of an extension that pair marks: GitHub's strikes, and the emphasis of who has a rule of its own. */
export function pairedMarks(extension: Extension): Extension {
  for (const rule of Object.values(extension.text ?? {}).flat()) {
    const pairs = PAIRS[rule?.name ?? ''];
    if (rule !== undefined && pairs !== undefined) rule.resolveAll = pairs;
  }
  return extension;
}

const ASTERISK = 42;

/** What is within a pair is read again by itself: so many events take a quarter of a second, 500 pairs within each other. Prose has two or three. */
const READ_AGAIN = 1_000_000;

/** Marks that pair, by micromark's names. */
interface Pairs {
  readonly type: Token['type'];
  /** What an opening and a closing mark must have in common. */
  readonly kind: (mark: Token, context: TokenizeContext) => string;
  readonly match: (opening: Token, closing: Token) => boolean;
  /** Changes the marks: what is left of them, of no length where nothing is. */
  readonly pair: (opening: Token, closing: Token) => Pair;
}

interface Pair {
  readonly group: Token;
  readonly text: Token;
  readonly opening: Token;
  readonly closing: Token;
}

const sizeOf = ({ start, end }: Token) => end.offset - start.offset;

const EMPHASIS: Pairs = {
  type: 'attentionSequence',
  kind: (mark, context) => context.sliceSerialize(mark).charAt(0),
  // The rule of three (CommonMark 6.2, 9 and 10).
  match: (opening, closing) =>
    !(opening._close || closing._open) || sizeOf(closing) % 3 === 0 || (sizeOf(opening) + sizeOf(closing)) % 3 !== 0,
  pair(opening, closing) {
    const size = sizeOf(opening) > 1 && sizeOf(closing) > 1 ? 2 : 1;
    const name = size > 1 ? 'strong' : 'emphasis';
    const inner = { start: { ...opening.end }, end: { ...closing.start } };
    opening.end = moved(opening.end, -size);
    closing.start = moved(closing.start, size);
    const outer = { start: { ...opening.end }, end: { ...closing.start } };
    return {
      group: { type: name, ...outer },
      text: { type: `${name}Text`, ...inner },
      opening: { type: `${name}Sequence`, start: { ...outer.start }, end: { ...inner.start } },
      closing: { type: `${name}Sequence`, start: { ...inner.end }, end: { ...outer.end } },
    };
  },
};

const STRIKE: Pairs = {
  type: 'strikethroughSequenceTemporary',
  kind: (mark) => String(sizeOf(mark)),
  match: () => true,
  pair(opening, closing) {
    const used = { opening: { ...opening }, closing: { ...closing } };
    for (const mark of [used.opening, used.closing]) mark.type = 'strikethroughSequence';
    const text: Token = { type: 'strikethroughText', start: { ...opening.end }, end: { ...closing.start } };
    opening.end = opening.start;
    closing.start = closing.end;
    return { group: { type: 'strikethrough', start: { ...used.opening.start }, end: { ...used.closing.end } }, text, ...used };
  },
};

/** Within a line, as marks of one sign are. */
function moved({ line, column, offset, _index, _bufferIndex }: Point, by: number): Point {
  return { line, column: column + by, offset: offset + by, _index, _bufferIndex: _bufferIndex + by };
}

/** A mark that may open, and where its last event is on the pile. */
interface Opener {
  readonly mark: Token;
  readonly at: number;
}

function paired({ type, kind, match, pair }: Pairs): Resolver {
  return (events, context) => {
    if (!events.some(([, token]) => token.type === type)) return events;
    const read: Event[] = [];
    const openers = new Openers();
    let again = 0;
    const close = (closing: Token, ofKind: string) => {
      while (sizeOf(closing) > 0) {
        const opener = openers.last(ofKind, closing, match);
        if (opener === undefined) return;
        const between = read.splice(opener.at + 1);
        again += between.length;
        if (again > READ_AGAIN) throw tooDeep(opener.mark.start);
        read.length = opener.at - 1;
        openers.cut(read.length);
        const { group, text, ...used } = pair(opener.mark, closing);
        if (sizeOf(opener.mark) > 0) {
          read.push(['enter', opener.mark, context], ['exit', opener.mark, context]);
          openers.add(ofKind, { mark: opener.mark, at: read.length - 1 });
        }
        read.push(['enter', group, context], ['enter', used.opening, context], ['exit', used.opening, context], ['enter', text, context]);
        for (const event of insideSpan(between, context)) read.push(event);
        read.push(['exit', text, context], ['enter', used.closing, context], ['exit', used.closing, context], ['exit', group, context]);
      }
    };
    for (let at = 0; at < events.length; at++) {
      const event = events[at] as Event;
      const [role, token] = event;
      if (token.type === type) {
        const ofKind = kind(token, context);
        if (role === 'enter' && token._close) close(token, ofKind);
        if (sizeOf(token) === 0) continue;
        if (role === 'exit' && token._open) openers.add(ofKind, { mark: token, at: read.length });
      }
      read.push(event);
    }
    for (const [, token] of read) if (token.type === type) token.type = 'data';
    return replaced(events, read);
  };
}

/** By micromark's names of the rules. */
const PAIRS: Readonly<Record<string, Resolver>> = { attention: paired(EMPHASIS), strikethrough: paired(STRIKE) };

function tooDeep({ line, column }: Point): KnownError {
  return new KnownError(`Marks of emphasis are nested too deep, line ${line}`, {
    expected: 'at most some hundreds within each other',
    got: 'more',
    help: 'Take the nesting apart, escape the marks, or put the text into a code block.',
    place: `${line}:${column}`,
  });
}

/** What stands within a pair is resolved by itself. */
function insideSpan(events: Event[], context: TokenizeContext): Event[] {
  const rules = new Set(context.parser.constructs.insideSpan.null?.map(({ resolveAll }) => resolveAll));
  let resolved = events;
  for (const resolve of rules) resolved = resolve?.(resolved, context) ?? resolved;
  return resolved;
}

/** The list itself is kept: others hold it. */
function replaced(events: Event[], read: readonly Event[]): Event[] {
  for (const [at, event] of read.entries()) events[at] = event;
  events.length = read.length;
  return events;
}

/** Marks that may open and have not closed yet, those of a kind in the order in which they stand. */
class Openers {
  private readonly ofKind = new Map<string, Opener[]>();
  /** By what a closing mark may match: below so many of its kind nothing does. */
  private readonly lowest = new Map<string, Map<string, number>>();

  add(kind: string, opener: Opener): void {
    const known = this.ofKind.get(kind);
    if (known === undefined) this.ofKind.set(kind, [opener]);
    else known.push(opener);
  }

  last(kind: string, closing: Token, match: Pairs['match']): Opener | undefined {
    const all = this.ofKind.get(kind) ?? [];
    const lowest = this.lowest.get(kind) ?? new Map<string, number>();
    const closes = `${closing._open} ${sizeOf(closing) % 3}`;
    const from = lowest.get(closes) ?? 0;
    for (let at = all.length - 1; at >= from; at--) if (match((all[at] as Opener).mark, closing)) return all[at];
    this.lowest.set(kind, lowest.set(closes, all.length));
    return undefined;
  }

  /** Forgets those from a place on. */
  cut(length: number): void {
    for (const [kind, all] of this.ofKind) {
      while ((all.at(-1)?.at ?? -1) >= length) all.pop();
      const lowest = this.lowest.get(kind);
      for (const [closes, count] of lowest ?? []) lowest?.set(closes, Math.min(count, all.length));
    }
  }
}

/**
 * micromark joins neighbouring events of plain text by removing the others one run at a time, which takes quadratic time in a paragraph of
 * many marks that mark nothing (`[a][`, `[^a]`, `<a b="`). Here the first removal joins all runs that follow, in one pass; the events are
 * the same.
 */

import { parse } from 'micromark';
import type { Construct, Event, Extension, ParseContext, Token } from 'micromark-util-types';

/** What reads nothing itself: at a parser's first line it makes the parser's texts join in linear time. */
const joins: Construct = {
  name: 'joinedTexts',
  tokenize(_effects, _ok, nok) {
    mergeInOnePass(this.parser);
    return nok;
  },
};

/** For every reader of Markdown: nothing else reaches the parsers that mdast-util-from-markdown and remark make for themselves. */
export const joinedTexts: Extension = { flow: { null: joins } };

/** Makes the texts of links, which are joined before their paragraph's, join in one pass in every micromark of this process. */
export function joinLinkTexts(): void {
  const joiner = parse().constructs.insideSpan.null?.find((one) => !('tokenize' in one));
  if (joiner !== undefined)
    joiner.resolveAll = (events) => {
      joinFrom(events, 0, 0);
      return events;
    };
}

const merging = new WeakSet<ParseContext>();

function mergeInOnePass(parser: ParseContext): void {
  if (merging.has(parser)) return;
  merging.add(parser);
  for (const content of ['text', 'string'] as const) {
    const create = parser[content];
    parser[content] = (from) => {
      const context = create(from);
      context.events = joining(context.events);
      return context;
    };
  }
}

/** The array itself, with a `splice` of its own. */
function joining(events: Event[]): Event[] {
  const splice = events.splice.bind(events) as Event[]['splice'];
  const own = (start: number, count: number, ...added: Event[]): Event[] => {
    if (added.length > 0 || !isRun(events, start, count)) return splice(start, count, ...added);
    const removed = events.slice(start, start + count);
    joinFrom(events, start, count);
    return removed;
  };
  Object.defineProperty(events, 'splice', { value: own, enumerable: false });
  return events;
}

const isData = (event: Event | undefined): event is Event => event?.[1].type === 'data';

/** Whether what is removed is plain text after plain text, as in the joining of micromark's `initialize/text.js` alone. */
function isRun(events: readonly Event[], start: number, count: number): boolean {
  if (count < 2 || start < 2) return false;
  for (let at = start - 2; at < start + count; at++) if (!isData(events[at])) return false;
  return true;
}

/** Removes events from `start` on, and of each later run of plain text all but its first, which ends where its last one ended. */
function joinFrom(events: Event[], start: number, count: number): void {
  let to = start;
  let token: Token | undefined;
  for (let at = start + count; at < events.length; at++) {
    const event = events[at] as Event;
    if (!isData(event)) token = undefined;
    else if (token === undefined) token = event[1];
    else if (event[1] !== token) {
      token.end = event[1].end;
      continue;
    }
    events[to++] = event;
  }
  events.length = to;
}

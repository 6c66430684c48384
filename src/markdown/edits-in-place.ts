/**
 * micromark writes its whole list of events anew for each edit of it: at each underlined heading, and wherever a list, a quotation or a
 * footnote ends. That takes quadratic time in a text of thousands of them. Here only what follows the first edited place is written; the
 * events are the same.
 */

import { EditMap } from 'micromark-util-edit-map';
import type { Event } from 'micromark-util-types';

/** Makes the edits of every micromark of this process, remark's too, touch only the end of the list. */
export function editInPlace(): void {
  EditMap.prototype.consume = consume;
}

function consume(this: EditMap, events: Event[]): undefined {
  const edits = this.map.sort(([a], [b]) => a - b);
  const first = edits[0]?.[0];
  if (first === undefined) return;
  const rest = events.slice(first);
  events.length = first;
  let at = 0;
  for (const [index, removed, added] of edits) {
    for (; at < index - first; at++) events.push(rest[at] as Event);
    for (const event of added) events.push(event);
    at += removed;
  }
  for (; at < rest.length; at++) events.push(rest[at] as Event);
  this.map.length = 0;
  this.index.clear();
}

/** Reads a text once, from stop to stop, and says where sentences end. */

import { ends } from './ends.ts';
import { BULLET, FULL, kindAt, kindOfCode, NEWLINE, OPEN, PERHAPS, SPACE, SPECIAL, SPEECH, STOP } from './kinds.ts';
import { itemStarts } from './lists.ts';
import type { Rules } from './rules.ts';
import { isBlankBetween, isWrapped, skipSpace } from './space.ts';
import { closing, endOfShortSpeech, isTitle, pastDash } from './speech.ts';
import { endOfClosers, endOfStops, isStopAndEllipsis } from './stops.ts';

/** @returns the offsets, in order, at which a sentence ends and the next begins; neither 0 nor the text's length */
export function cutPoints(text: string, rules: Rules): number[] {
  const points: number[] = [];
  const { length } = text;
  let start = 0;
  let items = itemStarts(text, 0, rules);
  let item = 0;
  const cut = (at: number) => {
    if (at <= start || at >= length) return;
    points.push(at);
    start = at;
  };
  for (let i = 0; i < length; ) {
    const kind = kindOfCode(text.charCodeAt(i));
    if (kind < SPECIAL) {
      i++;
      if (item < items.length && i >= (items[item] ?? 0)) cut(items[item++] ?? 0);
    } else if (kind === STOP || kind === FULL || (kind === PERHAPS && rules.marks.includes(text[i] ?? ''))) {
      const end = endOfStops(text, i, rules);
      if (end > i + 1 && isStopAndEllipsis(text, i, end)) {
        cut(i + 2);
        i = end;
        continue;
      }
      const closed = endOfClosers(text, end, i);
      const next = pastDash(text, start, i, skipSpace(text, closed));
      if (next < length && ends({ text, start, stop: i, end, closed, next }, rules)) {
        cut(next);
        i = next;
      } else {
        i = closed;
      }
    } else if (kind === NEWLINE) {
      const next = skipSpace(text, i);
      if (!isBlankBetween(text, start, i) && next < length && !isWrapped(text, start, i, next) && !isLoneStop(text, next)) {
        cut(next);
        items = itemStarts(text, next, rules);
        item = 0;
      }
      i = next;
    } else if (kind === OPEN) {
      const close = isBlankBetween(text, start, i) && !isTitle(text, i) ? -1 : closing(text, i);
      i = close < 0 ? i + 1 : close;
    } else if (kind === SPEECH) {
      i = endOfShortSpeech(text, i, rules);
    } else if (kind === BULLET) {
      if (kindAt(text, i - 1) === SPACE) cut(i);
      i++;
    } else {
      i++;
    }
  }
  return points;
}

/** A mark that has a line to itself: it ends the line before. */
function isLoneStop(text: string, at: number): boolean {
  const after = kindAt(text, at + 1);
  return kindAt(text, at) === STOP && (after === NEWLINE || after === 0);
}

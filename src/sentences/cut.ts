/** Reads a text once, from stop to stop, and says where sentences end. */

import { classOf, fullStopEnds } from './full-stop.ts';
import {
  BULLET,
  DIGIT,
  FULL,
  kindAt,
  kindOfCode,
  LOWER,
  NEWLINE,
  OPEN,
  OTHER,
  PERHAPS,
  SPACE,
  SPECIAL,
  SPEECH,
  STOP,
  UNCASED,
  UPPER,
} from './kinds.ts';
import type { Rules } from './language.ts';
import { itemStarts } from './lists.ts';
import { isAttribution, isCamel, isClitic, isDenseAttribution, skipOpeners, wordAt } from './next.ts';
import { isBlank, isWrapped, skipSpace } from './space.ts';
import { closing, endOfShortSpeech, pastDash } from './speech.ts';
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
      if (next < length && ends(text, start, i, end, closed, next, rules)) {
        cut(next);
        i = next;
      } else {
        i = closed;
      }
    } else if (kind === NEWLINE) {
      const next = skipSpace(text, i);
      if (!isBlank(text, start, i) && next < length && !isWrapped(text, start, i, next)) {
        cut(next);
        items = itemStarts(text, next, rules);
        item = 0;
      }
      i = next;
    } else if (kind === OPEN) {
      const close = isBlank(text, start, i) ? -1 : closing(text, i);
      i = close < 0 ? i + 1 : close;
    } else if (kind === SPEECH) {
      i = endOfShortSpeech(text, i);
    } else if (kind === BULLET) {
      if (kindAt(text, i - 1) === SPACE) cut(i);
      i++;
    } else {
      i++;
    }
  }
  return points;
}

function ends(text: string, start: number, stop: number, end: number, closed: number, next: number, rules: Rules): boolean {
  const mark = text.charCodeAt(stop);
  const kind = kindAt(text, stop);
  const at = skipOpeners(text, next);
  const nextKind = isCamel(text, at) || isClitic(text, at) ? UPPER : kindAt(text, at);
  if (kind === FULL) return fullEnds(text, mark, end, closed, next, rules);
  if (next === closed) return endsWithoutSpace(text, start, stop, next, rules);
  if (kindAt(text, next) === BULLET) return true;
  if (GOES_ON.test(text[next] ?? '')) return false;
  if (nextKind === LOWER) return false;
  if (closed > end && rules.goesOn.size > 0 && rules.goesOn.has(wordAt(text, at))) return false;
  const single = end === stop + 1;
  if (mark === 0x2e && single) return fullStopEnds({ text, start, at: stop, next: at, nextKind }, rules);
  if (mark === 0x2026 || (mark === 0x2e && !single)) return ellipsisEnds(text, stop, at, nextKind);
  return closed === end || (nextKind !== UPPER && nextKind !== UNCASED) || !isAttribution(text, at, rules);
}

/** `!` and `?` before a script without spaces; a full stop before a word that begins sentences, where the space was forgotten. */
function endsWithoutSpace(text: string, start: number, stop: number, next: number, rules: Rules): boolean {
  const mark = text.charCodeAt(stop);
  if (mark === 0x2026) return false;
  if (mark !== 0x2e) return kindAt(text, next) === UNCASED && text.charCodeAt(next) > 0x2e80;
  const before = kindAt(text, stop - 1);
  if (next !== stop + 1 || kindAt(text, next) !== UPPER || (before !== LOWER && before !== DIGIT)) return false;
  const word = wordAt(text, next);
  const after = text[next + word.length];
  if (!(after === ' ' && rules.starters.has(word.toLowerCase())) && !(after === '.' && classOf(word, rules) === 'joins')) return false;
  return !/[/@:.][^\s]*$/.test(text.slice(Math.max(start, stop - 40), stop));
}

/** Not a full-width decimal point, and nothing that goes on after a quotation: a comma, a Japanese particle. */
function fullEnds(text: string, mark: number, end: number, closed: number, next: number, rules: Rules): boolean {
  if (next > closed) return true;
  if (mark === 0xff0e && kindAt(text, next) === DIGIT) return false;
  if (GOES_ON.test(text[next] ?? '')) return false;
  return closed === end || !(HIRAGANA.test(text[next] ?? '') || isDenseAttribution(text, next, rules));
}

const GOES_ON = /[,，、;；:：]/;

const HIRAGANA = /[\u3041-\u309f]/;

/** Before a capital, but for the pronoun that is always one. */
function ellipsisEnds(text: string, stop: number, at: number, nextKind: number): boolean {
  if (nextKind === UPPER) return !/^I(?:'|$)/.test(wordAt(text, at));
  // Without case, dots that stand apart are a pause.
  return (nextKind === UNCASED || nextKind === OTHER) && kindAt(text, stop - 1) !== SPACE;
}

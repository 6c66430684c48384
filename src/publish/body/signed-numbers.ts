/**
 * Numbers in text that runs from the right. The bidirectional algorithm takes a sign for punctuation of the words before it, and
 * shows `-4.7` as `4.7-`; a number with its sign is one thing, written from the left. Digits of Arabic (U+0660 to U+0669) are left to
 * the algorithm: CLDR writes their signs with marks of direction of their own.
 * @see https://www.unicode.org/reports/tr9/#W4
 */

import type { Element, ElementContent, Root, Text } from 'hast';
import { isElement } from './body-tree.ts';

const DIGIT = '[0-9\u06f0-\u06f9]';
const CURRENCY = '\\p{Sc}';
/** Units of measure in Latin letters. Other words of as few letters (`NASA`) are no part of the figure before them. */
const UNITS =
  '(?:[kcmµ]?m|[km]?g|[mh]?l|[kMGT]?W|[kMGT]Wh|[kMGT]?Hz|[kMGT]?B|[km]?[VA]|h?Pa|[km]?J|ha|t|dB|bp|pp|kn|mph|mi|ft|lb|oz|min|EUR|USD|GBP)(?:[²³]|/(?:h|s|min|m)[²³]?)?';
/** What belongs to the figure: `%`, `°C`, a currency, a unit. */
const MEASURE = `(?:[%‰]|°[CFK]?|\\p{Sc}|${UNITS})(?![\\p{L}\\p{N}])`;
/** A sign that begins a number: nothing that it could join is before it, but for the words of one letter that Arabic writes with the next one. */
const SIGNED = new RegExp(
  `(?<![\\p{N}\\p{Pd}+\u2212±/.,])(?:(?<!\\p{L})|(?<=(?<!\\p{L})[وفبكل]))${CURRENCY}?[-+\u2212\u2013±]\\s?${CURRENCY}?${DIGIT}+(?:[.,\u066b\u066c\u00a0\u202f]${DIGIT}+)*(?:\\s?${MEASURE})?(?!${DIGIT})`,
  'gu',
);

/**
 * Groups of digits with spaces between them: a number to call, a great number. Behind letters of Arabic each group is set to the left of
 * the one before it, and the number reads backwards.
 * @see https://www.unicode.org/reports/tr9/#N1
 */
const GROUPED = new RegExp(
  `(?<![\\p{N}\\p{Pd}+\u2212/.,:])(?:${DIGIT}{1,3}(?: ${DIGIT}{3})+(?:[.,\u066b]${DIGIT}+)?|(?:\\+|\\(?(?=0))${DIGIT}{1,4}\\)?(?: ?\\(${DIGIT}{1,4}\\))?(?:[ -]${DIGIT}{1,4}){2,6}|${DIGIT}{1,4}(?:-${DIGIT}{2,4}){2,4})(?![\\p{N}\\p{Pd}])`,
  'gu',
);

/** The words of a text, numbers with a sign or of several groups apart. */
export interface NumberPart {
  readonly text: string;
  readonly signed: boolean;
}

export function signedNumbers(text: string): NumberPart[] {
  const parts: NumberPart[] = [];
  let from = 0;
  const found = [...text.matchAll(GROUPED), ...text.matchAll(SIGNED)].sort((one, other) => one.index - other.index);
  for (const { 0: number, index } of found) {
    if (index < from) continue;
    if (index > from) parts.push({ text: text.slice(from, index), signed: false });
    parts.push({ text: number, signed: true });
    from = index + number.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), signed: false });
  return parts;
}

/** Elements whose text has a direction of its own, or none that a reader sees. */
const APART = new Set(['bdi', 'bdo', 'code', 'kbd', 'math', 'pre', 'samp', 'svg']);

/** Puts every number with a sign, or of several groups, into an element of its own that runs from the left. */
export function isolateNumbers(parent: Root | Element): void {
  const children: ElementContent[] = [];
  for (const child of parent.children as ElementContent[]) {
    if (child.type === 'text') children.push(...isolated(child));
    else {
      if (child.type === 'element' && !APART.has(child.tagName) && child.properties.dir === undefined) isolateNumbers(child);
      children.push(child);
    }
  }
  parent.children = children;
}

function isolated(text: Text): ElementContent[] {
  const parts = signedNumbers(text.value);
  if (!parts.some(({ signed }) => signed)) return [text];
  return parts.map(({ text: value, signed }) => (signed ? fromLeft([{ type: 'text', value }]) : { type: 'text', value }));
}

/** Content as one thing that runs from the left. */
export function fromLeft(children: ElementContent[]): Element {
  return { type: 'element', tagName: 'bdi', properties: { dir: 'ltr' }, children };
}

/** Whether a cell's content is isolated as a whole already. */
export function isFromLeft({ children }: Element): boolean {
  return children.length === 1 && children[0] !== undefined && isElement(children[0], 'bdi');
}

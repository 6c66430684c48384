/** Character references of HTML and of JSX, and words with references as atoms of a run. */

import { parseFragment } from 'parse5';
import { addWords, type TextRun } from '../../runs/run.ts';

const REFERENCE = /&(?:#[xX][0-9a-fA-F]+|#[0-9]+|[a-zA-Z][a-zA-Z0-9]*);?/g;
/** A line end with the white space and, in a block quote, the prefix around it. */
const BREAK = /(?:(?<![ \t])[ \t]+)?(?:\r\n|\n|\r)[ \t>]*/g;

const known = new Map<string, string>();

/** HTML's own rules, those for references without semicolon included (WHATWG HTML, 13.2.5.72). */
function decode(reference: string): string {
  let text = known.get(reference);
  if (text === undefined) {
    const node = parseFragment(reference).childNodes[0];
    text = node !== undefined && 'value' in node ? node.value : reference;
    known.set(reference, text);
  }
  return text;
}

/** Characters that would be markup where HTML holds a value as it is. */
const MARKUP = /^[<>&"']$/;

/** The references in a value that a generator puts into HTML as it is: letters, and for those that stand for a sign of markup nothing. */
export function* referencesIn(raw: string): Generator<{ readonly start: number; readonly end: number; readonly text?: string }> {
  for (const { 0: reference, index: start } of raw.includes('&') ? raw.matchAll(REFERENCE) : []) {
    if (!reference.endsWith(';')) continue;
    const text = decode(reference);
    if (text !== reference) yield { start, end: start + reference.length, ...(!MARKUP.test(text) && { text }) };
  }
}

/**
 * Adds raw HTML text, or an attribute's value, to a run.
 * @param at the source offset of an offset in `raw`
 * @param semicolon whether only references that end with one count (JSX)
 */
export function addHtml(run: TextRun, raw: string, at: (offset: number) => number, semicolon: boolean): void {
  const plain = (from: number, to: number) => {
    let start = from;
    for (const match of raw.slice(from, to).matchAll(BREAK)) {
      const end = from + match.index + match[0].length;
      if (from + match.index > start) addWords(run, raw.slice(start, from + match.index), at(start), at(from + match.index));
      addWords(run, ' ', at(from + match.index), at(end));
      start = end;
    }
    if (to > start) addWords(run, raw.slice(start, to), at(start), at(to));
  };
  let from = 0;
  if (raw.includes('&')) {
    for (const match of raw.matchAll(REFERENCE)) {
      if (semicolon && !match[0].endsWith(';')) continue;
      const text = decode(match[0]);
      if (text === match[0]) continue;
      plain(from, match.index);
      from = match.index + match[0].length;
      addWords(run, text, at(match.index), at(from));
    }
  }
  plain(from, raw.length);
}

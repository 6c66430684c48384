/** White space between words, which tools change at will in the files that they save. */

import type { Text } from '../article.ts';
import { normalize, toFragment, words } from '../text.ts';

/**
 * What a memory finds a text by: its fragment, whatever the white space between its words. Tools indent, wrap and pad what they
 * save, and no-break spaces come and go; the sentence is the same.
 */
export function memoryKey(text: Text): string {
  const known = keys.get(text) ?? keyOf(toFragment(text));
  keys.set(text, known);
  return known;
}

function keyOf(fragment: string): string {
  return UNUSUAL.test(fragment) ? fragment.normalize('NFC').replace(/\s+/g, ' ').trim() : fragment;
}

/** What a key does not keep as it is, or may not; plain English has none of it. */
const UNUSUAL = /[^ -~]| {2}|^ | $/;

/** A segment's text is asked for by every pass over its edition, and a Text never changes. */
const keys = new WeakMap<Text, string>();

/**
 * A remembered text without the white space that its file was indented or padded with: at its edges what the source has there,
 * lines and runs of spaces between words only where the source has such. No-break spaces between words are its language's, and stay.
 */
export function withPresentSpace(target: Text, source: Text): Text {
  const inner = /[\t\r\n]| {2}/.test(words(source)) ? target : withPlainSpace(target);
  const [first, last] = [source[0], source.at(-1)];
  const lead = typeof first === 'string' ? (/^\s*/.exec(first)?.[0] ?? '') : '';
  const trail = typeof last === 'string' ? last.slice(last.trimEnd().length) : '';
  return normalize([lead, ...withoutEdges(inner), trail]);
}

/** Each run of spaces, tabs and line ends as one space. */
export function withPlainSpace(text: Text): Text {
  return normalize(text.map((piece) => (typeof piece === 'string' ? piece.replace(/[ \t\r\n]+/g, ' ') : piece)));
}

export function withoutEdges(text: Text): Text {
  return normalize(
    text.map((piece, at) => {
      if (typeof piece !== 'string') return piece;
      const begun = at === 0 ? piece.trimStart() : piece;
      return at === text.length - 1 ? begun.trimEnd() : begun;
    }),
  );
}

/** The words of a Text, its marks, and its form on the wire. */

import { hash } from 'node:crypto';
import type { Mark, Target, Text } from './article.ts';

/** The words without the marks. An `alone` mark leaves nothing. */
export function words(text: Text): string {
  let all = '';
  for (const piece of text) if (typeof piece === 'string') all += piece;
  return all;
}

export function marks(text: Text): Mark[] {
  return text.filter((piece) => typeof piece !== 'string');
}

/** Whether it holds no word: marks and white space only. */
export function isBlank(text: Text): boolean {
  return text.every((piece) => typeof piece !== 'string' || piece.trim() === '');
}

/** Neither words nor marks. */
export function isEmpty(text: Text): boolean {
  return isBlank(text) && text.every((piece) => typeof piece === 'string');
}

/** Whether a person took the segment's words out of the edition: a target of theirs that is empty. */
export function isRemoved(target: Target | undefined): boolean {
  return target !== undefined && target.state !== 'machine' && isEmpty(target.text);
}

/** Whether two texts are the same words with the same marks between them; the marks' bytes may differ (a changed URL). */
export function sameText(a: Text, b: Text): boolean {
  return toFragment(a) === toFragment(b);
}

/** Neighbouring strings joined and empty ones dropped, so that equal texts have equal shape. */
export function normalize(text: Text): Text {
  const out: (string | Mark)[] = [];
  for (const piece of text) {
    const last = out.at(-1);
    if (piece === '') continue;
    if (typeof piece === 'string' && typeof last === 'string') out[out.length - 1] = last + piece;
    else out.push(piece);
  }
  return out;
}

/**
 * What a reader of the file would see of a text: words and the bytes of marks, whatever their ids. Two texts of one shape
 * are written the same, so a text read back from an edition is compared by it.
 */
export function shape(text: Text): string {
  return normalize(text)
    .map((piece) => (typeof piece === 'string' ? piece : `\u0000${piece.source}\u0000`))
    .join('');
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * The text as an XML fragment: `<g id="1">` and `</g>` for a pair, `<x id="2"/>` for a mark alone, the rest escaped.
 * A mark whose partner is not in the text is written as `<x id="open-1"/>`, so that the fragment is always well formed.
 */
export function toFragment(text: Text): string {
  const paired = pairedMarks(text);
  let xml = '';
  for (const piece of text) {
    if (typeof piece === 'string') xml += piece.replace(/[&<>]/g, (char) => ESCAPES[char] ?? char);
    else if (piece.role === 'alone') xml += `<x id="${piece.id}"/>`;
    else if (!paired.has(piece)) xml += `<x id="${piece.role}-${piece.id}"/>`;
    else xml += piece.role === 'open' ? `<g id="${piece.id}">` : '</g>';
  }
  return xml;
}

/** The open and close marks that nest properly with each other. */
function pairedMarks(text: Text): Set<Mark> {
  const paired = new Set<Mark>();
  const open: Mark[] = [];
  for (const piece of text) {
    if (typeof piece === 'string' || piece.role === 'alone') continue;
    if (piece.role === 'open') open.push(piece);
    else if (open.at(-1)?.id === piece.id) {
      paired.add(piece);
      paired.add(open.pop() as Mark);
    }
  }
  return paired;
}

const TAG = /<g id="([^"]*)">|<\/g\s*>|<x id="([^"]*)"\s*\/>/g;
const REFERENCE = /&(?:amp|lt|gt|quot|apos|#39|#34|#x27|nbsp);/g;
const RESOLVED: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&#x27;': "'",
  '&#34;': '"',
  '&nbsp;': '\u00a0',
};

/**
 * The text of a fragment. Marks take their bytes from `original`; a mark that `original` does not have gets the empty
 * source, so that the check of marks sees it and nothing of it can reach a page.
 */
export function fromFragment(xml: string, original: Text): Text {
  const known = new Map(marks(original).map((mark) => [`${mark.role} ${mark.id}`, mark]));
  const mark = (role: Mark['role'], id: string): Mark => known.get(`${role} ${id}`) ?? { role, id, source: '' };
  const out: (string | Mark)[] = [];
  const open: string[] = [];
  let at = 0;
  const plain = (to: number) => out.push(xml.slice(at, to).replace(REFERENCE, (reference) => RESOLVED[reference] ?? reference));
  for (const tag of xml.matchAll(TAG)) {
    plain(tag.index);
    at = tag.index + tag[0].length;
    if (tag[1] !== undefined) {
      open.push(tag[1]);
      out.push(mark('open', tag[1]));
    } else if (tag[2] !== undefined) {
      const half = /^(open|close)-(.*)$/.exec(tag[2]);
      out.push(half ? mark(half[1] as Mark['role'], half[2] ?? '') : mark('alone', tag[2]));
    } else {
      out.push(mark('close', open.pop() ?? ''));
    }
  }
  plain(xml.length);
  return normalize(out);
}

/** A short name of a text's shape. 48 bits: it is only ever compared with the one other text that may be in its place. */
export function fingerprint(text: Text): string {
  return hash('sha256', shape(text)).slice(0, 12);
}

/**
 * The segment's name: a hash of words and marks, so that it survives moves and edits elsewhere, and a number where the
 * same text is in the article again.
 * @param nth 1 for the first of its kind in the article
 */
export function segmentId(text: Text, nth: number): string {
  // 60 bits: among a million different segments two share a name with a chance of one in two million.
  const name = hash('sha256', toFragment(text)).slice(0, 15);
  return nth === 1 ? name : `${name}-${nth}`;
}

/** The SHA-256 of a file's text, in hexadecimal. */
export function sha256(text: string): string {
  return hash('sha256', text);
}

/** Unicode code points, which is what engines bill: marks included. */
export function countCharacters(text: string): number {
  let count = text.length;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // A pair of surrogates is one code point; a lone one counts as one too.
    if (code >= 0xd800 && code <= 0xdbff && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00) {
      count--;
      at++;
    }
  }
  return count;
}

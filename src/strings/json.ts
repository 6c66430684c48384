/** A JSON string's words and its bytes, each to the other. */

/** The words of a JSON string, and the place of each. */
export interface Decoded {
  readonly words: string;
  /** The offset in the source of the code unit at an index of `words`; of the end for `words.length`. */
  readonly offset: (index: number) => number;
}

const ESCAPE = /\\(?:u[0-9a-fA-F]{4}|.)/g;

/**
 * @param start offset behind the opening quotation mark
 * @param end offset of the closing one
 */
export function decodeString(source: string, start: number, end: number): Decoded {
  const raw = source.slice(start, end);
  if (!raw.includes('\\')) return { words: raw, offset: (index) => start + index };
  let words = '';
  const offsets: number[] = [];
  let at = 0;
  const plain = (to: number) => {
    for (; at < to; at++) offsets.push(start + at);
  };
  for (const found of raw.matchAll(ESCAPE)) {
    words += raw.slice(at, found.index);
    plain(found.index);
    offsets.push(start + at);
    words += JSON.parse(`"${found[0]}"`) as string;
    at += found[0].length;
  }
  words += raw.slice(at);
  plain(raw.length);
  offsets.push(end);
  return { words, offset: (index) => offsets[index] ?? end };
}

/** What a file escapes without need, so that a changed value is written as its neighbours are. */
export interface JsonStyle {
  /** `\u00e9` for é: the file holds nothing but ASCII. */
  readonly ascii: boolean;
  /** `\/`, as PHP writes it. */
  readonly slash: boolean;
}

export function styleOf(source: string): JsonStyle {
  return { ascii: /\\u00[89a-f]|\\u0[1-9a-f]|\\u[1-9a-f]/i.test(source) && /^[\0-\x7f]*$/.test(source), slash: /[^\\]\\\//.test(source) };
}

/** Words as JSON writes them between the quotation marks of a string. */
export function encodeString(words: string, { ascii, slash }: JsonStyle): string {
  let json = JSON.stringify(words).slice(1, -1);
  if (ascii) json = json.replace(/[^\0-\x7f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return slash ? json.replaceAll('/', '\\/') : json;
}

/** Where the characters of a text come from in its Markdown, past escapes, character references and the signs at the start of wrapped lines. */

import { decodeNamedCharacterReference } from 'decode-named-character-reference';

const REFERENCE = /^&(?:#[xX]([\da-fA-F]{1,6})|#(\d{1,7})|([A-Za-z][A-Za-z\d]*));/;

/**
 * @param value as the tree has it
 * @param from offset of its first byte in the source, and the one after its last
 * @returns the offset of each character, ascending
 */
export function offsetsOf(value: string, source: string, from: number, to: number): number[] {
  if (value.length === to - from) return Array.from({ length: value.length }, (_, index) => from + index);
  const offsets: number[] = [];
  let at = from;
  for (let index = 0; index < value.length; ) {
    const wanted = value[index] as string;
    const reference = source[at] === '&' ? referenceAt(source.slice(at, at + 40)) : undefined;
    if (reference !== undefined && value.startsWith(reference.text, index)) {
      for (let part = 0; part < reference.text.length; part++) offsets.push(at);
      index += reference.text.length;
      at += reference.length;
    } else if (source[at] === wanted) {
      offsets.push(at++);
      index++;
    } else if (source[at] === '\\' && source[at + 1] === wanted) {
      offsets.push(at);
      at += 2;
      index++;
    } else if (at < to) at++;
    else {
      offsets.push(to - 1);
      index++;
    }
  }
  return offsets;
}

function referenceAt(source: string): { readonly text: string; readonly length: number } | undefined {
  const [all, hex, decimal, name] = REFERENCE.exec(source) ?? [];
  if (all === undefined) return undefined;
  const text =
    name === undefined ? characterOf(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)) : decodeNamedCharacterReference(name);
  return text === false || text === '' ? undefined : { text, length: all.length };
}

const characterOf = (code: number) => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd');

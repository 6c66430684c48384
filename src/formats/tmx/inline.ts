/** Marks as TMX's inline elements: `<bpt>` and `<ept>` for a pair, `<ph>` for one alone, `<it>` for a half. The author's bytes are their content. */

import type { Mark, Text } from '../../article.ts';
import { normalize } from '../../text.ts';
import { characterData, unshielded, type XmlElement, xmlAttribute, xmlText } from '../../xml.ts';

export function writeSegment(text: Text): string {
  const numbers = pairNumbers(text);
  return text
    .map((piece) => {
      if (typeof piece === 'string') return xmlText(piece);
      const bytes = xmlText(piece.source);
      const x = xmlAttribute('x', piece.id);
      const i = numbers.get(piece);
      if (piece.role === 'alone') return `<ph${x}>${bytes}</ph>`;
      if (i === undefined) return `<it pos="${piece.role === 'open' ? 'begin' : 'end'}"${x}>${bytes}</it>`;
      return piece.role === 'open' ? `<bpt i="${i}"${x}>${bytes}</bpt>` : `<ept i="${i}">${bytes}</ept>`;
    })
    .join('');
}

/** `i` ties an `ept` to its `bpt` and is unique in a segment; `x` ties the elements of one language to those of another. */
function pairNumbers(text: Text): Map<Mark, number> {
  const numbers = new Map<Mark, number>();
  const open: Mark[] = [];
  for (const piece of text) {
    if (typeof piece === 'string' || piece.role === 'alone') continue;
    if (piece.role === 'open') {
      open.push(piece);
      continue;
    }
    const at = open.findLastIndex((mark) => mark.id === piece.id);
    if (at < 0) continue;
    const number = numbers.size / 2 + 1;
    numbers.set(open[at] as Mark, number).set(piece, number);
    open.splice(at, 1);
  }
  return numbers;
}

/** The text of a `<seg>` of any tool: `<hi>` is seen through, `<sub>` and `<ut>` are not words. */
export function readSegment(segment: XmlElement): Text {
  const ids = new Map<string, string>();
  const out: (string | Mark)[] = [];
  let count = 0;
  const visit = (parent: XmlElement): void => {
    for (const child of parent.children) {
      if (typeof child === 'string') {
        out.push(unshielded(child));
        continue;
      }
      const { name, attributes } = child;
      if (name === 'hi') {
        visit(child);
        continue;
      }
      count++;
      const i = attributes.get('i');
      const id = (name === 'ept' ? ids.get(i ?? '') : undefined) ?? attributes.get('x') ?? i ?? String(count);
      if (name === 'bpt' && i !== undefined) ids.set(i, id);
      const role = name === 'bpt' ? 'open' : name === 'ept' ? 'close' : name === 'it' ? half(attributes.get('pos')) : 'alone';
      out.push({ role, id: unshielded(id), source: unshielded(characterData(child)) });
    }
  };
  visit(segment);
  return normalize(out);
}

function half(pos: string | undefined): Mark['role'] {
  return pos === 'end' || pos === 'close' ? 'close' : 'open';
}

/** The strings of a JSON file. */

import { type Node, type ParseError, parseTree } from 'jsonc-parser';
import { KnownError } from '../errors.ts';
import { jsonFault } from '../text/json-fault.ts';
import { lineOf } from '../text/lines.ts';
import { decodeString, encodeString, type JsonStyle, styleOf } from './json.ts';
import { gapBefore, type Leaf, type Member, type Piece, type Value } from './leaf.ts';
import { unusable } from './unusable.ts';

/**
 * Comments and trailing commas are let be.
 * @param file its path, for errors
 * @throws KnownError with file and line where it is not a JSON object
 */
export function jsonLeaves(source: string, file: string): Leaf[] {
  const errors: ParseError[] = [];
  // A BOM is white space to nobody but us: a space of one code unit keeps the offsets.
  const root = unusable(file, 'a JSON object of strings', () =>
    parseTree(source.replace(/^\uFEFF/, ' '), errors, { allowTrailingComma: true }),
  );
  const error = errors[0];
  if (root?.type !== 'object' || error !== undefined) {
    const fault = error === undefined ? undefined : jsonFault(source, error);
    const line = lineOf(source, fault?.offset ?? 0);
    throw new KnownError(`${file}:${line}: not usable as strings`, {
      expected: 'a JSON object of strings',
      got: fault?.got ?? root?.type ?? 'nothing',
      help: `Correct ${file}.`,
      place: `${file}:${line}`,
    });
  }
  const style = styleOf(source);
  const leaves: Leaf[] = [];
  const walk = (node: Node, keys: readonly (string | number)[], member?: Member): void => {
    if (node.type === 'string') {
      const leaf = { keys, values: [jsonValue(node, source, style)], place: node.offset };
      leaves.push(member === undefined ? leaf : { ...leaf, member });
    } else if (node.type === 'array') {
      for (const [index, child] of (node.children ?? []).entries()) walk(child, [...keys, index]);
    } else if (node.type === 'object') {
      const siblings: Member[] = [];
      for (const property of node.children ?? []) {
        const [key, value] = property.children ?? [];
        if (key === undefined || value === undefined) continue;
        const own = memberOf(property, key, value, { siblings, source, style });
        siblings.push(own);
        walk(value, [...keys, String(key.value)], own);
      }
    }
  };
  walk(root, []);
  return leaves;
}

function jsonValue({ offset: at, length }: Node, source: string, style: JsonStyle): Value {
  const { words, offset } = decodeString(source, at + 1, at + length - 1);
  return {
    words,
    offset,
    write: (edits) =>
      edits.map(({ from, to, pieces }) => ({ span: { start: offset(from), end: offset(to) }, text: bytesOf(pieces, style) })),
  };
}

function bytesOf(pieces: readonly Piece[], style: JsonStyle): string {
  return pieces.map(({ words, raw }) => raw ?? encodeString(words, style)).join('');
}

interface Around {
  readonly siblings: Member[];
  readonly source: string;
  readonly style: JsonStyle;
}

function memberOf(property: Node, key: Node, value: Node, { siblings, source, style }: Around): Member {
  const start = property.offset;
  return {
    start,
    end: start + property.length,
    siblings,
    hasLines: false,
    before: (name, pieces) => {
      const colon = source.slice(key.offset + key.length, value.offset);
      return `"${encodeString(name, style)}"${colon}"${bytesOf(pieces, style)}",${gapBefore(source, start)}`;
    },
  };
}

/** The top-level keys of a front matter, each with its lines. */

import { isMap, isScalar } from 'yaml';
import { lineOf } from '../text/lines.ts';
import type { FrontMatter } from './fence.ts';
import { parseJson, parseToml, parseYaml } from './parse.ts';

export interface Entry {
  readonly key: string;
  /** Whole lines, the line end included; in JSON the member without its comma. Offsets in the file. */
  readonly start: number;
  readonly end: number;
  /** Offset of the value's first byte. */
  readonly value: number;
}

/**
 * @returns in the order of the file; empty for a mapping on one line, which has no lines to take apart
 * @throws KnownError where the front matter does not parse
 */
export function entriesOf(source: string, at: FrontMatter): Entry[] {
  const text = source.slice(at.start, at.end);
  const line = lineOf(source, at.start);
  const entry = (key: string, start: number, end: number, value: number): Entry => ({
    key,
    start: at.start + text.lastIndexOf('\n', start - 1) + 1,
    end: at.start + endOfLine(text, end),
    value: at.start + value,
  });
  if (at.language === 'yaml') {
    const { document, place } = parseYaml(text, line);
    const { contents } = document;
    if (!isMap(contents) || contents.flow === true) return [];
    return contents.items.flatMap(({ key, value }) => {
      const [from, keyEnd] = (isScalar(key) && key.range) || [];
      if (from === undefined || keyEnd === undefined) return [];
      const range = (value as { range?: readonly [number, number, number] | null } | null)?.range;
      const end = Math.max(keyEnd, range?.[1] ?? keyEnd);
      const name = String((key as { value: unknown }).value);
      return [entry(name, place(from), trimmedEnd(text, place(end)), place(range?.[0] ?? keyEnd))];
    });
  }
  if (at.language === 'toml')
    return parseToml(text, line).body[0].body.map((node) => {
      if (node.type === 'TOMLTable') return entry(node.resolvedKey.join('.'), node.range[0], node.range[1], node.range[0]);
      const key = node.key.keys.map((part) => (part.type === 'TOMLBare' ? part.name : part.value)).join('.');
      return entry(key, node.range[0], node.range[1], node.value.range[0]);
    });
  const { tree, shift } = parseJson(text, line);
  const base = at.start + shift;
  return (tree?.children ?? []).flatMap(({ offset, length, children: [key, value] = [] }) =>
    key === undefined || value === undefined
      ? []
      : [{ key: String(key.value), start: base + offset, end: base + offset + length, value: base + value.offset }],
  );
}

/** A block scalar's range may hold the blank lines and the line end after it. */
function trimmedEnd(text: string, end: number): number {
  return text.slice(0, end).trimEnd().length;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

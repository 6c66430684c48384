/** A file of strings as a tree of its values, with or without words, each with the bytes that it takes up. */

import { hash } from 'node:crypto';
import { type Node as JsonNode, parseTree } from 'jsonc-parser';
import type { AST } from 'toml-eslint-parser';
import { isAlias, isMap, isScalar, isSeq, type Node as YamlNode } from 'yaml';
import { parseToml, parseYaml } from '../frontmatter/parse.ts';
import { keyName } from '../frontmatter/scalars.ts';
import { pathOf } from './leaf.ts';

/** What parts the members of a map or a list: commas, or lines. */
type Parting = 'commas' | 'lines';

export interface Branch {
  /** From the root; numbers are places in lists. */
  readonly keys: readonly (string | number)[];
  /** With the key, or the dash of a list. */
  readonly start: number;
  readonly end: number;
  /** Offset of the value, its quotation mark or brace included. */
  readonly value: number;
  readonly kind: 'map' | 'list' | 'scalar';
  readonly parting: Parting;
  readonly children: readonly Branch[];
  /** Of a member of a list: the value of its `id`. */
  readonly name?: string;
  /** What a value says, whatever its quoting is; empty for a map or a list with members. */
  readonly sum: string;
}

/** @param source a file that `readFile` reads */
export function branchTree(source: string, file: string): Branch {
  if (/\.ya?ml$/i.test(file)) return yamlTree(source);
  return /\.toml$/i.test(file) ? tomlTree(source) : jsonTree(source);
}

/** All branches but the root, a map before its members. */
export function branchesOf({ children }: Branch): Branch[] {
  return children.flatMap((child) => [child, ...branchesOf(child)]);
}

export const branchPath = ({ keys }: Pick<Branch, 'keys'>): string => pathOf(keys);

/** The lines of comments right above a value, with their white space and line ends; empty where there are none. */
export function commentAbove(source: string, start: number): string {
  let line = start;
  // Back to the line's beginning or to what stands before the value: a file may be one line.
  while (line > 0 && source[line - 1] !== '\n' && /\s/.test(source[line - 1] as string)) line--;
  if (line > 0 && source[line - 1] !== '\n') return '';
  let at = line;
  while (at > 0) {
    const before = source.lastIndexOf('\n', at - 2) + 1;
    if (!/^\s*(?:#|\/\/|\/\*.*\*\/\s*$)/.test(source.slice(before, at - 1))) break;
    at = before;
  }
  return source.slice(at, line);
}

/** 32 bits: it is only compared with what may be under the same key of the same file. */
export const summed = (value: unknown): string => hash('sha256', JSON.stringify(value) ?? '').slice(0, 8);

function jsonTree(source: string): Branch {
  const branch = (node: JsonNode, keys: Branch['keys'], start: number): Branch => {
    const children = (node.children ?? []).flatMap((child, index) => {
      if (node.type === 'array') return [branch(child, [...keys, index], child.offset)];
      const [key, value] = child.children ?? [];
      return key === undefined || value === undefined ? [] : [branch(value, [...keys, String(key.value)], child.offset)];
    });
    return {
      keys,
      start,
      end: node.offset + node.length,
      value: node.offset,
      kind: node.type === 'object' ? 'map' : node.type === 'array' ? 'list' : 'scalar',
      parting: 'commas',
      children,
      sum: children.length > 0 ? '' : summed(node.type === 'object' ? {} : node.type === 'array' ? [] : node.value),
    };
  };
  const root = parseTree(source.replace(/^\uFEFF/, ' '), [], { allowTrailingComma: true });
  return branch(root as JsonNode, [], root?.offset ?? 0);
}

function yamlTree(source: string): Branch {
  const { document, place } = parseYaml(source, 1);
  const branch = (node: unknown, keys: Branch['keys'], start: number, flow: boolean, empty: number): Branch => {
    const range = (node as YamlNode | null)?.range ?? undefined;
    const value = range === undefined ? empty : place(range[0]);
    const end = range === undefined ? empty : source.slice(0, place(range[1])).trimEnd().length;
    const isFlow = flow || ((isMap(node) || isSeq(node)) && node.flow === true);
    const children: Branch[] = [];
    if (isMap(node))
      for (const { key, value: own } of node.items) {
        const name = keyName(key);
        const keyRange = isScalar(key) ? key.range : undefined;
        if (name === undefined || !keyRange) continue;
        const behind = place(keyRange[1]);
        children.push(
          branch(
            own,
            [...keys, name],
            place(keyRange[0]),
            isFlow,
            behind + (/^\s*:/.exec(source.slice(behind, behind + 9))?.[0].length ?? 0),
          ),
        );
      }
    else if (isSeq(node))
      for (const [index, item] of node.items.entries()) {
        const at = (item as YamlNode | null)?.range?.[0];
        if (at === undefined) continue;
        const own = place(at);
        const dash = isFlow ? own : Math.max(source.lastIndexOf('-', own - 1), 0);
        const name = isMap(item) ? item.get('id') : undefined;
        children.push({ ...branch(item, [...keys, index], dash, isFlow, own), ...(typeof name === 'string' && { name }) });
      }
    const said = isScalar(node) ? node.value : isAlias(node) ? { alias: node.source } : isMap(node) ? {} : isSeq(node) ? [] : null;
    return {
      keys,
      start,
      end: Math.max(end, children.at(-1)?.end ?? 0, value),
      value,
      kind: isMap(node) ? 'map' : isSeq(node) ? 'list' : 'scalar',
      parting: isFlow ? 'commas' : 'lines',
      children,
      sum: children.length > 0 ? '' : summed(typeof said === 'bigint' ? String(said) : said),
    };
  };
  return branch(document.contents, [], 0, false, 0);
}

function tomlTree(source: string): Branch {
  const top = parseToml(source, 1).body[0];
  const scalar = (keys: Branch['keys'], start: number, node: AST.TOMLContentNode): Branch => {
    const [value, end] = node.range;
    const parting = 'commas' as const;
    if (node.type === 'TOMLArray') {
      const children = node.elements.map((element, index) => scalar([...keys, index], element.range[0], element));
      return { keys, start, end, value, kind: 'list', parting, children, sum: children.length > 0 ? '' : summed([]) };
    }
    if (node.type === 'TOMLInlineTable') {
      const children = node.body.map((child) => member(keys, child));
      return { keys, start, end, value, kind: 'map', parting, children, sum: children.length > 0 ? '' : summed({}) };
    }
    const said = node.type === 'TOMLValue' && typeof node.value !== 'bigint' ? node.value : source.slice(value, end);
    return { keys, start, end, value, kind: 'scalar', parting, children: [], sum: summed(said) };
  };
  const member = (keys: Branch['keys'], { key, value, range }: AST.TOMLKeyValue): Branch =>
    scalar([...keys, ...key.keys.map((part) => (part.type === 'TOMLBare' ? part.name : part.value))], range[0], value);
  const children = top.body.map((node): Branch => {
    if (node.type === 'TOMLKeyValue') return member([], node);
    const [start, end] = node.range;
    const own = node.body.map((child) => member(node.resolvedKey, child));
    return {
      keys: node.resolvedKey,
      start,
      end,
      value: start,
      kind: 'map',
      parting: 'lines',
      children: own,
      sum: own.length > 0 ? '' : summed({}),
    };
  });
  return { keys: [], start: 0, end: source.length, value: 0, kind: 'map', parting: 'lines', children, sum: '' };
}

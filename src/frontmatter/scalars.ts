/** The scalar values of a front matter: their key paths, their styles, and their offsets in the file. */

import type { Node } from 'jsonc-parser';
import type { AST } from 'toml-eslint-parser';
import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import { lineOf } from '../text/lines.ts';
import { type FrontMatter, findFrontMatter } from './fence.ts';
import { parseJson, parseToml, parseYaml } from './parse.ts';

export type Style =
  | 'plain'
  | 'single'
  | 'double'
  | 'literal'
  | 'folded'
  | 'tomlBasic'
  | 'tomlLiteral'
  | 'tomlBasicLines'
  | 'tomlLiteralLines'
  | 'tomlBare'
  | 'json';

export interface Scalar {
  /** `title`, `image.alt`, `sections[0].heading`. */
  readonly path: string;
  /** In the file, quotes and a block scalar's header included. */
  readonly start: number;
  readonly end: number;
  readonly style: Style;
  /** A string for all but plain YAML, bare TOML and JSON values. */
  readonly value: unknown;
  /** Within `[ ]` or `{ }`, where a plain scalar must not hold their characters. */
  readonly flow: boolean;
}

/**
 * @throws KnownError where the front matter does not parse
 */
export function scalars(source: string, at: FrontMatter): Scalar[] {
  const text = source.slice(at.start, at.end);
  const line = lineOf(source, at.start);
  const found: Scalar[] = [];
  if (at.language === 'yaml') {
    const { document, place } = parseYaml(text, line);
    walkYaml(document.contents, '', false, (offset) => at.start + place(offset), found);
  } else if (at.language === 'toml') {
    for (const node of parseToml(text, line).body[0].body) walkToml(node, '', at.start, found);
  } else {
    const { tree, shift } = parseJson(text, line);
    if (tree) walkJson(tree, '', at.start + shift, found);
  }
  return found;
}

/** The line of a key's first value, from 1; undefined where the front matter has no such key. */
export function lineOfKey(source: string, key: string): number | undefined {
  const at = findFrontMatter(source);
  const first = at && scalars(source, at).find(({ path }) => path === key || path.startsWith(`${key}[`));
  return first && lineOf(source, first.start);
}

/** @param pattern a key path of the config: `title`, `image.alt`, `sections[].heading`, `tags[]` */
export function matchesPath(path: string, pattern: string): boolean {
  return path.replace(/\[\d+\]/g, '[]') === pattern;
}

const YAML_STYLES: Record<string, Style> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

function walkYaml(node: unknown, path: string, flow: boolean, place: (offset: number) => number, found: Scalar[]): void {
  if (isMap(node)) {
    for (const { key, value } of node.items) {
      const name = keyName(key) ?? '';
      walkYaml(value, path === '' ? name : `${path}.${name}`, flow || node.flow === true, place, found);
    }
  } else if (isSeq(node)) {
    node.items.forEach((item, index) => {
      walkYaml(item, `${path}[${index}]`, flow || node.flow === true, place, found);
    });
  } else {
    const scalar = yamlScalar(node, path, flow, place);
    if (scalar !== undefined) found.push(scalar);
  }
}

/** The name of a key; undefined for one that is no scalar. The key of a merge is a symbol to the parser. */
export function keyName(key: unknown): string | undefined {
  if (!isScalar(key)) return undefined;
  return typeof key.value === 'symbol' ? '<<' : String(key.value);
}

/** The tag of a value that is text, whatever it looks like. */
const TEXT = 'tag:yaml.org,2002:str';

/**
 * @param place the offset in the file of an offset in the document
 * @returns undefined for an alias, and for a value whose tag makes it something else than it looks like
 */
export function yamlScalar(node: unknown, path: string, flow: boolean, place: (offset: number) => number): Scalar | undefined {
  if (!isScalar(node) || isAlias(node) || !node.range || !node.type) return undefined;
  const style = YAML_STYLES[node.type];
  if (style === undefined || (node.tag !== undefined && node.tag !== TEXT)) return undefined;
  return { path, start: place(node.range[0]), end: place(node.range[1]), style, value: node.value, flow };
}

function walkToml(node: AST.TOMLNode, path: string, base: number, found: Scalar[]): void {
  const join = (keys: readonly (string | number)[]) =>
    keys.reduce<string>((all, key) => (typeof key === 'number' ? `${all}[${key}]` : all === '' ? key : `${all}.${key}`), path);
  if (node.type === 'TOMLTable') for (const child of node.body) walkToml(child, join(node.resolvedKey), base, found);
  else if (node.type === 'TOMLKeyValue')
    walkToml(node.value, join(node.key.keys.map((key) => (key.type === 'TOMLBare' ? key.name : key.value))), base, found);
  else if (node.type === 'TOMLInlineTable') for (const child of node.body) walkToml(child, path, base, found);
  else if (node.type === 'TOMLArray')
    for (const [index, element] of node.elements.entries()) walkToml(element, `${path}[${index}]`, base, found);
  else if (node.type === 'TOMLValue') found.push(tomlScalar(node, path, base));
}

/** @param base offset of the TOML in the file */
export function tomlScalar(node: AST.TOMLValue, path: string, base: number): Scalar {
  const style =
    node.kind === 'string' ? (`toml${node.style === 'basic' ? 'Basic' : 'Literal'}${node.multiline ? 'Lines' : ''}` as Style) : 'tomlBare';
  return { path, start: base + node.range[0], end: base + node.range[1], style, value: node.value, flow: false };
}

function walkJson(node: Node, path: string, base: number, found: Scalar[]): void {
  if (node.type === 'object') {
    for (const { children } of node.children ?? []) {
      const [key, value] = children ?? [];
      if (key && value) walkJson(value, path === '' ? String(key.value) : `${path}.${key.value}`, base, found);
    }
  } else if (node.type === 'array') {
    node.children?.forEach((child, index) => {
      walkJson(child, `${path}[${index}]`, base, found);
    });
  } else {
    found.push({ path, start: base + node.offset, end: base + node.offset + node.length, style: 'json', value: node.value, flow: false });
  }
}

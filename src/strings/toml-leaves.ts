/** The strings of a TOML file. */

import type { AST } from 'toml-eslint-parser';
import { parseToml } from '../frontmatter/parse.ts';
import { tomlScalar } from '../frontmatter/scalars.ts';
import { gapBefore, type Leaf, type Member } from './leaf.ts';
import { scalarValues } from './scalar-value.ts';
import { unusable } from './unusable.ts';

/**
 * @param file its path, for errors
 * @throws KnownError with file and line where it is not TOML
 */
export function tomlLeaves(source: string, file: string): Leaf[] {
  const program = unusable(file, 'a TOML file of strings', () => parseToml(source, 1));
  const leaves: Leaf[] = [];
  const walk = (node: AST.TOMLNode, keys: readonly (string | number)[], siblings: Member[], member?: Member): void => {
    if (node.type === 'TOMLTable') {
      const own: Member[] = [];
      for (const child of node.body) walk(child, node.resolvedKey, own);
    } else if (node.type === 'TOMLKeyValue') {
      const own = memberOf(node, siblings, source);
      siblings.push(own);
      walk(node.value, [...keys, ...namesOf(node)], siblings, own);
    } else if (node.type === 'TOMLInlineTable') {
      const own: Member[] = [];
      for (const child of node.body) walk(child, keys, own);
    } else if (node.type === 'TOMLArray') {
      for (const [index, element] of node.elements.entries()) walk(element, [...keys, index], []);
    } else if (node.type === 'TOMLValue') {
      const scalar = tomlScalar(node, '', 0);
      if (typeof scalar.value !== 'string') return;
      const leaf = { keys, values: scalarValues(source, scalar), place: scalar.start };
      leaves.push(member === undefined ? leaf : { ...leaf, member });
    }
  };
  const own: Member[] = [];
  for (const node of program.body[0].body) walk(node, [], own);
  return leaves;
}

function namesOf({ key }: AST.TOMLKeyValue): string[] {
  return key.keys.map((part) => (part.type === 'TOMLBare' ? part.name : part.value));
}

function memberOf(node: AST.TOMLKeyValue, siblings: Member[], source: string): Member {
  const [start, end] = node.range;
  const last = node.key.keys.at(-1) ?? node.key;
  const hasLines = node.parent.type !== 'TOMLInlineTable';
  return {
    start,
    end,
    siblings,
    hasLines,
    before: (name, pieces) => {
      const words = pieces.map((piece) => piece.words).join('');
      const key = source.slice(start, last.range[0]) + name + source.slice(last.range[1], node.value.range[0]);
      return `${key}${JSON.stringify(words)}${hasLines ? '' : ','}${gapBefore(source, start) || (hasLines ? '\n' : ' ')}`;
    },
  };
}

/** The strings of a YAML file. */

import { isMap, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml';
import { parseYaml } from '../frontmatter/parse.ts';
import { keyName, yamlScalar } from '../frontmatter/scalars.ts';
import { gapBefore, type Leaf, type Member } from './leaf.ts';
import { scalarValues } from './scalar-value.ts';
import { unusable } from './unusable.ts';

/**
 * Aliases, merged keys and values with a tag are left as they are.
 * @param file its path, for errors
 * @throws KnownError with file and line where it is not a YAML mapping or list
 */
export function yamlLeaves(source: string, file: string): Leaf[] {
  const { document, place } = unusable(file, 'a YAML mapping of strings', () => parseYaml(source, 1));
  const leaves: Leaf[] = [];
  const walk = (node: unknown, keys: readonly (string | number)[], flow: boolean, member?: Member): void => {
    if (isMap(node)) {
      const siblings: Member[] = [];
      for (const pair of node.items) {
        const name = keyName(pair.key);
        if (name === undefined || name === '<<') continue;
        const own = memberOf(pair, node, { siblings, source, place });
        if (own !== undefined) siblings.push(own);
        walk(pair.value, [...keys, name], flow || node.flow === true, own);
      }
    } else if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) walk(item, [...keys, index], flow || node.flow === true);
    } else {
      const scalar = yamlScalar(node, '', flow, place);
      if (scalar === undefined || typeof scalar.value !== 'string') return;
      const leaf = { keys, values: scalarValues(source, scalar), place: scalar.start };
      leaves.push(member === undefined ? leaf : { ...leaf, member });
    }
  };
  walk(document.contents, [], false);
  return leaves;
}

interface Around {
  readonly siblings: Member[];
  readonly source: string;
  readonly place: (offset: number) => number;
}

function memberOf({ key, value }: Pair, map: YAMLMap, { siblings, source, place }: Around): Member | undefined {
  const [from, keyEnd] = (isScalar(key) && key.range) || [];
  if (from === undefined || keyEnd === undefined) return undefined;
  const range = (value as { range?: readonly [number, number, number] | null } | null)?.range ?? undefined;
  const start = place(from);
  const hasLines = map.flow !== true;
  return {
    start,
    end: source.slice(0, place(range?.[1] ?? keyEnd)).trimEnd().length,
    siblings,
    hasLines,
    before: (name, pieces) => {
      const words = pieces.map((piece) => piece.words).join('');
      return `${name}: ${JSON.stringify(words)}${hasLines ? '' : ','}${gapBefore(source, start) || (hasLines ? '\n' : ' ')}`;
    },
  };
}

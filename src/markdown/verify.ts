/** An edition is read back: the blocks whose words or marks did not come through. */

import type { Block, Edition } from '../article.ts';
import { KnownError } from '../errors.ts';
import { isBlank } from '../text.ts';
import { flowRuns } from './flow.ts';
import { findFrontMatter } from './frontMatter.ts';
import type { Run } from './run.ts';
import { textOf } from './segments.ts';
import type { Syntax } from './syntax.ts';
import { keyOf } from './targets.ts';

/**
 * @param output the edition as written, without additions and anchors
 * @param expected what must be read back of each changed block
 * @param removed blocks that are not in the output
 * @returns the blocks that read differently; `shape` where blocks were lost or made
 */
export function unlike(
  edition: Edition,
  output: string,
  expected: ReadonlyMap<Block, string>,
  syntax: Syntax,
  attributes: ReadonlySet<string>,
): ReadonlySet<Block> | 'shape' {
  const blocks = edition.article.blocks.filter((block) => block.kind !== 'frontMatter' && expected.get(block) !== '');
  const read = readBack(output, syntax, attributes);
  if (read === undefined) return 'shape';
  const wrong = new Set<Block>();
  const length = Math.min(read.length, blocks.length);
  for (let index = 0; index < length; index++) {
    const block = blocks[index] as Block;
    const got = read[index] as Got;
    if (got.kind !== block.kind || got.depth !== block.depth) {
      wrong.add(block);
      return wrong.size > 0 && [...wrong].some((one) => expected.has(one)) ? wrong : 'shape';
    }
    const want = expected.get(block);
    if (want !== undefined && want !== got.key) wrong.add(block);
  }
  if (wrong.size === 0 && read.length !== blocks.length) return 'shape';
  return wrong;
}

interface Got {
  readonly kind: string;
  readonly depth: number | undefined;
  readonly key: string;
}

function readBack(output: string, syntax: Syntax, attributes: ReadonlySet<string>): Got[] | undefined {
  const got: { start: number; value: Got }[] = [];
  const add = (run: Run) => {
    const text = textOf(run, output);
    if (!isBlank(text)) got.push({ start: run.atoms[0]?.start ?? 0, value: { kind: run.kind, depth: run.depth, key: keyOf(text) } });
    run.nested.forEach(add);
  };
  try {
    flowRuns(output, findFrontMatter(output)?.body ?? (output.startsWith('\uFEFF') ? 1 : 0), syntax, attributes).forEach(add);
  } catch (error) {
    if (error instanceof KnownError) return undefined;
    throw error;
  }
  return got.sort((a, b) => a.start - b.start).map(({ value }) => value);
}

/** An edition is read back, chunk by chunk: the blocks whose words or marks did not come through. */

import type { Article, Block } from '../../article.ts';
import { KnownError } from '../../errors.ts';
import type { TextRun } from '../../runs/run.ts';
import { textOfRun } from '../../runs/segments.ts';
import { type Edit, splice } from '../../splice.ts';
import { isBlank } from '../../text.ts';
import { normalizeLabel } from '../labels.ts';
import type { Outline } from '../outline.ts';
import { readFlow } from '../read/flow.ts';
import { referredLabels } from '../read/mask.ts';
import type { Defined } from '../syntax.ts';
import type { Caution } from './escape-block.ts';
import type { Rendering } from './render.ts';
import { labelsOf } from './surroundings.ts';
import { keyOf } from './targets.ts';

/**
 * @param suspects the blocks in doubt: only the chunks that hold one are read
 * @param caution with which each block was written: where one is misread that was escaped, the reason can be in others of its chunk
 * @returns those that read differently from what is expected, and all that could have become markup of a chunk that lost or made blocks
 */
export function misread(
  article: Article,
  rendering: Rendering,
  outline: Outline,
  suspects: ReadonlySet<Block>,
  caution: ReadonlyMap<Block, Caution>,
): Block[] {
  const { source, blocks } = article;
  const { chunks } = outline;
  const wrong: Block[] = [];
  let first = blocks.findIndex(({ kind }) => kind !== 'frontMatter');
  let edit = 0;
  let labels: ReadonlyMap<string, number> | undefined;
  for (let index = 0; index < chunks.length && first >= 0; index++) {
    const start = chunks[index] as number;
    const end = chunks[index + 1] ?? source.length;
    const within: Block[] = [];
    for (let block = blocks[first]; block !== undefined && block.span.start < end; block = blocks[first]) {
      within.push(block);
      first++;
    }
    while ((rendering.edits[edit]?.span.start ?? Number.POSITIVE_INFINITY) < start) edit++;
    if (!within.some((block) => suspects.has(block))) continue;
    const edits: Edit[] = [];
    for (let at = edit; (rendering.edits[at]?.span.start ?? Number.POSITIVE_INFINITY) < end; at++) edits.push(rendering.edits[at] as Edit);
    const chunk = source.slice(start, end);
    const output = splice(chunk, edits, start);
    if (chunk.includes('][')) labels ??= labelsByUse(source, outline.defined);
    const defined = labels === undefined ? outline.defined : withoutOwn(chunk, labels, outline.defined);
    const unread = unlike(within, readBack(output, { ...outline, defined }, start === 0), rendering);
    const plain = within.filter((block) => rendering.risky.has(block) && !caution.has(block) && !unread.includes(block));
    wrong.push(...(plain.length > 0 && unread.some((block) => caution.has(block)) ? plain : unread));
  }
  return wrong;
}

/** How often each label is referred to in full that nothing in the source defines: such a reference makes a label of it. */
function labelsByUse(source: string, { labels }: Defined): Map<string, number> {
  const written = labelsOf(source);
  const uses = new Map(labels.filter((label) => !written.has(label)).map((label) => [label, 0]));
  for (const label of referredLabels(source).map(normalizeLabel)) {
    const count = uses.get(label);
    if (count !== undefined) uses.set(label, count + 1);
  }
  return uses;
}

/** What a chunk may count on: a label that it alone refers to must be referred to in what is written, too. */
function withoutOwn(chunk: string, uses: ReadonlyMap<string, number>, defined: Defined): Defined {
  const own = new Map<string, number>();
  for (const label of referredLabels(chunk).map(normalizeLabel)) own.set(label, (own.get(label) ?? 0) + 1);
  return own.size === 0
    ? defined
    : { ...defined, labels: defined.labels.filter((label) => !uses.has(label) || own.get(label) !== uses.get(label)) };
}

interface Got {
  readonly kind: string;
  readonly depth: number | undefined;
  readonly key: string;
}

function unlike(blocks: readonly Block[], read: readonly Got[] | undefined, { expected, risky }: Rendering): Block[] {
  // A block that a person removed is not read back.
  const wanted = blocks.filter((block) => expected.get(block) !== '');
  const sameShape =
    read?.length === wanted.length &&
    wanted.every((block, index) => read[index]?.kind === block.kind && read[index]?.depth === block.depth);
  if (!sameShape) return wanted.filter((block) => risky.has(block));
  return wanted.filter((block, index) => expected.has(block) && expected.get(block) !== read[index]?.key);
}

/** A chunk that does not begin its file is read below a line: the first lines of a file may be metadata. */
const ABOVE = 'x\n\n';

function readBack(chunk: string, { syntax, attributes, defined }: Outline, isTop: boolean): Got[] | undefined {
  const output = isTop ? chunk : ABOVE + chunk;
  const got: { start: number; value: Got }[] = [];
  const add = (run: TextRun) => {
    const text = textOfRun(run, output);
    if (!isBlank(text)) got.push({ start: run.atoms[0]?.start ?? 0, value: { kind: run.kind, depth: run.depth, key: keyOf(text) } });
    run.nested.forEach(add);
  };
  try {
    readFlow(output, 0, syntax, attributes, defined).runs.forEach(add);
  } catch (error) {
    if (error instanceof KnownError) return undefined;
    throw error;
  }
  const values = got.sort((a, b) => a.start - b.start).map(({ value }) => value);
  return isTop ? values : values.slice(1);
}

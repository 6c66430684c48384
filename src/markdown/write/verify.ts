/** An edition is read back, chunk by chunk: the blocks whose words or marks did not come through. */

import type { Block, Edition, Segment, Target, Text } from '../../article.ts';
import { KnownError } from '../../errors.ts';
import type { TextRun } from '../../runs/run.ts';
import { textOfRun } from '../../runs/segments.ts';
import { type Edit, splice } from '../../splice.ts';
import { isBlank, isRemoved } from '../../text.ts';
import { normalizeLabel } from '../labels.ts';
import type { Outline } from '../outline.ts';
import { readFlow } from '../read/flow.ts';
import { referredLabels } from '../read/mask.ts';
import type { Defined, Syntax } from '../syntax.ts';
import { CAUTIONS, type Caution } from './escape-block.ts';
import type { Rendering } from './render.ts';
import { isAlike, skeletonOf } from './skeleton.ts';
import { labelsOf } from './surroundings.ts';
import { ALONE_KEY, CLOSE_KEY, changedTarget, keyOf, OPEN_KEY } from './targets.ts';

/**
 * @param suspects the blocks in doubt: only the chunks that hold one are read
 * @param caution with which each block was written: where one is misread that was escaped, the reason can be in others of its chunk
 * @returns with which caution to write those that read differently from what is expected, and of a chunk that has become other blocks, or
 *   holds other links and marks, all that could have become markup
 */
export function misread(
  edition: Edition,
  rendering: Rendering,
  outline: Outline,
  suspects: ReadonlySet<Block>,
  caution: ReadonlyMap<Block, Caution>,
): ReadonlyMap<Block, Caution> {
  const { source, blocks } = edition.article;
  const { chunks, syntax } = outline;
  const raised = new Map<Block, Caution>();
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
    const read = (text: string) => readBack(text, { ...outline, defined }, start === 0);
    const isSame = (text: string) => {
      const words = unlike(within, read(text), rendering);
      return words !== undefined && (!isAmbiguous || isSameSkeleton(chunk, text, targets(), syntax, defined)) ? words : undefined;
    };
    const changed = within.filter((block) => rendering.expected.has(block));
    const risky = changed.filter((block) => rendering.risky.has(block));
    const isAmbiguous = changed.some((block) => rendering.ambiguous.has(block)) || READ_OTHERWISE.test(chunk);
    let said: readonly Said[] | undefined;
    const targets = () => {
      said ??= changed.flatMap((block) => targetsIn(edition, block));
      return said;
    };
    const wrong = isSame(output);
    if (wrong?.length === 0) continue;
    const plain = risky.filter((block) => !caution.has(block) && !wrong?.includes(block));
    const isOthers = plain.length > 0 && wrong?.some((block) => caution.has(block));
    const chosen = [...(isOthers ? [plain] : []), ...(wrong === undefined ? [risky, changed] : [wrong])]
      .map((blocks) => blocks.flatMap((block) => moreCautious(block, caution)))
      .find((blocks) => blocks.length > 0);
    if (chosen !== undefined) {
      for (const [block, next] of chosen) raised.set(block, next);
      continue;
    }
    // Nothing more can be tried. What people wrote stays; and where the source's own words are read otherwise, it is the reader that errs.
    if (targets().some(({ target }) => target.state !== 'machine')) continue;
    if (unlike(within, read(chunk), { ...rendering, expected: new Map() }) === undefined) continue;
    const marked = wrong && unlike(within, read(output), rendering, marksIn);
    const found = marked?.filter((block) => !targetsIn(edition, block).some(saysAddress)) ?? culprits(changed, edits, chunk, start, isSame);
    const left = found.filter(({ syntax }) => RUNS.has(syntax));
    if (left.length === 0) continue;
    // The others were made cautious for what they had no part in.
    if (wrong === undefined) for (const block of changed) raised.set(block, 'needed');
    for (const block of left) raised.set(block, 'source');
  }
  return raised;
}

/** What follows a block's caution, but for leaving it as it is. */
function moreCautious(block: Block, caution: ReadonlyMap<Block, Caution>): readonly (readonly [Block, Caution])[] {
  const next = CAUTIONS[CAUTIONS.indexOf(caution.get(block) ?? 'needed') + 1];
  return next === undefined || next === 'source' ? [] : [[block, next]];
}

/** Words of Markdown. What strings of templates and attributes have no sign for is written without it, and read so. */
const RUNS: ReadonlySet<Block['syntax']> = new Set(['markdown', 'alt', 'label']);

/** In how much text one block is looked for without which its chunk is as its source; in more all are left out. Some 0.1 s. */
const SEARCHED = 200_000;

/** The blocks of the one edit without which a chunk is as its source; all where no single one is to blame. */
function culprits(
  changed: readonly Block[],
  edits: readonly Edit[],
  chunk: string,
  start: number,
  isSame: (text: string) => unknown,
): readonly Block[] {
  if (edits.length * chunk.length > SEARCHED) return changed;
  const one = edits.find((edit) => {
    const others = edits.filter((other) => other !== edit);
    return isSame(splice(chunk, others, start)) !== undefined;
  });
  if (one === undefined) return changed.every(({ syntax }) => RUNS.has(syntax)) ? changed : [];
  return changed.filter(({ span }) => span.start >= one.span.start && span.end <= one.span.end);
}

interface Said {
  readonly segment: Segment;
  readonly target: Target;
}

function targetsIn(edition: Edition, block: Block): Said[] {
  return block.segments.flatMap((segment) => {
    const target = changedTarget(edition, segment) ?? edition.targets.get(segment.id);
    return target === undefined || (target.state === 'machine' && changedTarget(edition, segment) === undefined)
      ? []
      : [{ segment, target }];
  });
}

/** GFM makes a link of an address in any words. */
const saysAddress = ({ target }: Said): boolean => target.text.some((piece) => typeof piece === 'string' && /@|:\/\/|www\./i.test(piece));

/** Lines that generators read otherwise than CommonMark: what is below them is, too. */
const READ_OTHERWISE = /^[ \t>]*(?:[-+*][ \t]+)?(?:\{[{%#!]|:::|[:~][ \t]|!!!|\?\?\?|%%|\[[^\]\n]*\]:)/m;

/** Whether a chunk is the same to CommonMark, where its targets have the marks of their sources; where a person changed some, the same blocks. */
function isSameSkeleton(chunk: string, output: string, targets: readonly Said[], syntax: Syntax, defined: Defined): boolean {
  if (targets.some(({ target }) => isRemoved(target))) return true;
  const source = skeletonOf(chunk, syntax, defined);
  if (source === undefined) return true;
  const isMarked = targets.every(({ segment, target }) => marksKey(segment.text) === marksKey(target.text));
  return isAlike(skeletonOf(output, syntax, defined), source, isMarked);
}

const marksKey = (text: Text): string =>
  text
    .flatMap((piece) => (typeof piece === 'string' ? [] : [`${piece.role}${piece.id}`]))
    .sort()
    .join(' ');

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

/**
 * @param seen what of a key counts
 * @returns undefined where the blocks are others
 */
function unlike(
  blocks: readonly Block[],
  read: readonly Got[] | undefined,
  { expected }: Rendering,
  seen = (key: string) => key,
): Block[] | undefined {
  // A block that a person removed is not read back.
  const wanted = blocks.filter((block) => expected.get(block) !== '');
  const sameShape =
    read?.length === wanted.length &&
    wanted.every((block, index) => read[index]?.kind === block.kind && read[index]?.depth === block.depth);
  if (!sameShape) return undefined;
  return wanted.filter((block, index) => expected.has(block) && seen(expected.get(block) ?? '') !== seen(read[index]?.key ?? ''));
}

/** Some syntaxes have no sign for some characters, whose words then differ: marks, and where words are between them. */
const marksIn = (key: string): string => key.replaceAll(NO_MARKS, 'x');

const NO_MARKS = new RegExp(`[^${OPEN_KEY}${CLOSE_KEY}${ALONE_KEY}]+`, 'g');

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

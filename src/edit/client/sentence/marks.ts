/** Marks of the source that the sentence in the editor does not have, and the way to put them in. */

import type { Mark, Node } from 'prosemirror-model';
import { type EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import type { MarkView } from '../../contract.ts';
import { atomAttrs, nameInFragment, pairAttrs, sentenceSchema } from './schema.ts';

/** @returns those of `marks` that are not in the sentence, in their order */
export function missingMarks(sentence: Node, marks: readonly MarkView[]): MarkView[] {
  const here = new Set<string>();
  sentence.forEach((node) => {
    if (!node.isText) here.add(node.attrs.isPair ? `pair ${node.attrs.id}` : node.attrs.id);
    for (const { attrs } of node.marks) here.add(`pair ${attrs.id}`);
  });
  const has = (mark: MarkView) =>
    mark.role === 'pair'
      ? here.has(`pair ${mark.id}`) || (here.has(`open-${mark.id}`) && here.has(`close-${mark.id}`))
      : here.has(nameInFragment(mark));
  return marks.filter((mark) => !has(mark));
}

/**
 * A missing mark at the selection: a pair around the words that are selected, else around the word at the cursor, else around what is typed
 * next; a mark alone after the selection.
 */
export function putMark(state: EditorState, mark: MarkView, marks: readonly MarkView[]): Transaction {
  const { tr, selection, doc } = state;
  const { from, to, empty } = selection;
  if (mark.role !== 'pair') {
    const around = state.storedMarks ?? doc.resolve(to).marks();
    return tr.insert(to, sentenceSchema.nodes.atom.create(atomAttrs(nameInFragment(mark), false, marks), null, around)).scrollIntoView();
  }
  const pair = sentenceSchema.marks.pair.create(pairAttrs(mark.id, 1, marks));
  const range = nested(doc, empty ? wordAt(doc, from) : trimmed(doc, from, to));
  if (range.from === range.to) return tr.addStoredMark(pair);
  tr.addMark(range.from, range.to, pair);
  // What is typed after it is outside again.
  const beyond = tr.doc.resolve(range.to).marks();
  return tr.setSelection(TextSelection.create(tr.doc, range.to)).setStoredMarks(pair.removeFromSet(beyond)).scrollIntoView();
}

const WORDS = new Intl.Segmenter(undefined, { granularity: 'word' });

interface Range {
  readonly from: number;
  readonly to: number;
}

/** One sign for each position of the sentence; marks alone are no words. */
export function letters(sentence: Node): string {
  return sentence.textBetween(0, sentence.content.size, '', '\ufffc');
}

/** Without the white space at its ends. */
function trimmed(doc: Node, from: number, to: number): Range {
  const selected = letters(doc).slice(from, to);
  if (selected.trim() === '') return { from, to };
  return { from: to - selected.trimStart().length, to: from + selected.trimEnd().length };
}

function wordAt(doc: Node, at: number): Range {
  const text = letters(doc);
  for (const { index, segment, isWordLike } of WORDS.segment(text))
    if (isWordLike === true && index <= at && at <= index + segment.length) return { from: index, to: index + segment.length };
  return { from: at, to: at };
}

/** The range with all of every pair that it would cross: half of a link cannot be in bold with what is before the link. */
function nested(doc: Node, range: Range): Range {
  let { from, to } = range;
  if (from === to) return range;
  for (let isOther = true; isOther; ) {
    isOther = false;
    for (const pair of pairsOf(doc)) {
      const crosses = (pair.from < from && from < pair.to && pair.to < to) || (from < pair.from && pair.from < to && to < pair.to);
      if (!crosses) continue;
      from = Math.min(from, pair.from);
      to = Math.max(to, pair.to);
      isOther = true;
    }
  }
  return { from, to };
}

interface Pair extends Range {
  readonly mark: Mark;
}

/** The pairs of a sentence, and where each is. */
function pairsOf(sentence: Node): Pair[] {
  const pairs: Pair[] = [];
  sentence.forEach((node, at) => {
    for (const mark of node.marks) {
      const last = pairs.findLastIndex((pair) => pair.mark.eq(mark) && pair.to === at);
      if (last >= 0) pairs[last] = { ...(pairs[last] as Pair), to: at + node.nodeSize };
      else pairs.push({ mark, from: at, to: at + node.nodeSize });
    }
  });
  return pairs;
}

/**
 * The way out of a pair at its edge: what is typed next is outside of the innermost one.
 * @param side the edge that the cursor is pushed against: -1 for the beginning
 * @returns undefined where no pair begins or ends there
 */
export function stepOut(state: EditorState, side: -1 | 1): Transaction | undefined {
  const { $from, empty } = state.selection;
  if (!empty) return undefined;
  const within = state.storedMarks ?? $from.marks();
  const beyond = (side === 1 ? $from.nodeAfter : $from.nodeBefore)?.marks ?? [];
  const inner = within.findLast((mark) => !mark.isInSet(beyond));
  return inner === undefined ? undefined : state.tr.setStoredMarks(inner.removeFromSet(within));
}

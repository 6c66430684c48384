/** Fragments of the contract to sentences of the editor, and back. */

import type { Mark, Node } from 'prosemirror-model';
import type { MarkView } from '../../contract.ts';
import { atomAttrs, nameInFragment, pairAttrs, sentenceSchema } from './schema.ts';

const TAG = /<g id="([^"]*)">|<\/g\s*>|<x id="([^"]*)"\s*\/>/g;
const WORD = { '&lt;': '<', '&gt;': '>', '&amp;': '&' } as const;
const REFERENCE = { '<': '&lt;', '>': '&gt;', '&': '&amp;' } as const;

/** @param marks of the source sentence, which say what each looks like */
export function toSentence(fragment: string, marks: readonly MarkView[]): Node {
  const content: Node[] = [];
  const open: { readonly mark: Mark; readonly from: number }[] = [];
  const seen = new Map<string, number>();
  const around = () => open.map(({ mark }) => mark);
  let at = 0;
  const addWords = (to: number) => {
    const words = fragment.slice(at, to).replace(/&(?:lt|gt|amp);/g, (reference) => WORD[reference as keyof typeof WORD]);
    if (words !== '') content.push(sentenceSchema.text(words, around()));
  };
  const addAtom = (id: string, isPair: boolean) =>
    content.push(sentenceSchema.nodes.atom.create(atomAttrs(id, isPair, marks), null, around()));
  for (const tag of fragment.matchAll(TAG)) {
    addWords(tag.index);
    at = tag.index + tag[0].length;
    const [, pair, alone] = tag;
    if (pair !== undefined) {
      const nth = (seen.get(pair) ?? 0) + 1;
      seen.set(pair, nth);
      open.push({ mark: sentenceSchema.marks.pair.create(pairAttrs(pair, nth, marks)), from: content.length });
    } else if (alone !== undefined) addAtom(alone, false);
    else {
      const closed = open.pop();
      if (closed?.from === content.length) addAtom(closed.mark.attrs.id, true);
    }
  }
  addWords(fragment.length);
  return sentenceSchema.nodes.doc.create(null, content);
}

/** A fragment of another sentence, as far as it fits: without marks that this one's source does not have. */
export function fittingSentence(fragment: string, marks: readonly MarkView[]): Node {
  const isKnown = (id: string, isPair: boolean) => marks.some((mark) => nameInFragment(mark) === id && (mark.role === 'pair') === isPair);
  const open: string[] = [];
  const fitting = fragment.replace(TAG, (tag, pair?: string, alone?: string) => {
    if (alone !== undefined) return isKnown(alone, false) ? tag : '';
    if (pair !== undefined) open.push(pair);
    return isKnown(pair ?? open.pop() ?? '', true) ? tag : '';
  });
  return toSentence(fitting, marks);
}

/** What a sentence says, as a fragment. */
export function sentenceFragment(sentence: Node): string {
  const runs: Node[] = [];
  sentence.forEach((node) => void runs.push(node));
  let xml = '';
  let open: Mark[] = [];
  const closeTo = (length: number) => {
    xml += '</g>'.repeat(open.length - length);
    open = open.slice(0, length);
  };
  runs.forEach((node, at) => {
    const kept = open.findIndex((mark) => !mark.isInSet(node.marks));
    if (kept >= 0) closeTo(kept);
    // What goes on longer is around what ends sooner.
    const come = node.marks
      .filter((mark) => !mark.isInSet(open))
      .map((mark) => ({ mark, end: endOf(mark, runs, at) }))
      .sort((a, b) => b.end - a.end);
    for (const { mark } of come) {
      xml += `<g id="${mark.attrs.id}">`;
      open.push(mark);
    }
    if (node.isText) xml += (node.text ?? '').replace(/[<>&]/g, (sign) => REFERENCE[sign as keyof typeof REFERENCE]);
    else xml += node.attrs.isPair ? `<g id="${node.attrs.id}"></g>` : `<x id="${node.attrs.id}"/>`;
  });
  closeTo(0);
  return xml;
}

/** The first run after `at` that a mark is not around. */
function endOf(mark: Mark, runs: readonly Node[], at: number): number {
  let end = at + 1;
  while (end < runs.length && mark.isInSet((runs[end] as Node).marks)) end++;
  return end;
}

/** The words in a pair of marks; empty where the fragment has no such pair. */
export function wordsWithin(fragment: string, id: string): string {
  const open: { readonly id: string; readonly from: number }[] = [];
  for (const { 0: tag, 1: pair, 2: alone, index } of fragment.matchAll(TAG)) {
    if (pair !== undefined) open.push({ id: pair, from: index + tag.length });
    if (pair !== undefined || alone !== undefined) continue;
    const closed = open.pop();
    if (closed?.id === id) return plainWords(fragment.slice(closed.from, index));
  }
  return '';
}

/** The words of a fragment without its marks, for lists and comparisons. */
export function plainWords(fragment: string): string {
  return fragment.replace(TAG, '').replace(/&(?:lt|gt|amp);/g, (reference) => WORD[reference as keyof typeof WORD]);
}

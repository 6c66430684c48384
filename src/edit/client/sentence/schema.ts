/** A sentence as ProseMirror has it: words and marks alone in a line, and marks around words. No other content can be typed or pasted. */

import { type DOMOutputSpec, Schema } from 'prosemirror-model';
import type { MarkLook, MarkView } from '../../contract.ts';

export interface PairAttrs {
  readonly id: string;
  /** 1 for the first pair of its id in the sentence. A person's edition may have one twice. */
  readonly nth: number;
  readonly look: MarkLook;
  readonly title: string | null;
}

export interface AtomAttrs {
  /** As the fragment says it: `2`, or `open-1` where the partner is in another sentence. */
  readonly id: string;
  /** A pair around nothing, which would be no mark of anything. */
  readonly isPair: boolean;
  readonly look: MarkLook;
  readonly label: string;
}

/** Elements that look like what a pair makes of its words. */
const TAGS: Readonly<Partial<Record<MarkLook, string>>> = { strong: 'strong', emphasis: 'em', struck: 's', code: 'code' };

export const sentenceSchema = new Schema({
  nodes: {
    doc: { content: 'inline*' },
    text: { group: 'inline' },
    atom: {
      group: 'inline',
      inline: true,
      atom: true,
      draggable: false,
      attrs: { id: {}, isPair: {}, look: {}, label: {} },
      toDOM: ({ attrs }) => atomDom(attrs as AtomAttrs),
    },
  },
  marks: {
    pair: {
      attrs: { id: {}, nth: {}, look: {}, title: {} },
      // Pairs are in each other.
      excludes: '',
      toDOM: ({ attrs }) => pairDom(attrs as PairAttrs),
    },
  },
});

function pairDom({ look, title }: PairAttrs): DOMOutputSpec {
  const tag = TAGS[look];
  if (tag !== undefined) return [tag, 0];
  return ['span', { class: look === 'link' ? 'link' : 'pair', ...(title !== null && { title }) }, 0];
}

/** `<bdi>`: what it says has a direction of its own. */
function atomDom({ look, label }: AtomAttrs): DOMOutputSpec {
  return ['bdi', { class: `chip ${look}` }, look === 'break' ? '↵' : label];
}

/** @param marks of the source sentence */
export function pairAttrs(id: string, nth: number, marks: readonly MarkView[]): PairAttrs {
  const view = marks.find((mark) => mark.id === id && mark.role === 'pair');
  return { id, nth, look: view?.look ?? 'markup', title: view?.title ?? null };
}

/** @param id as the fragment says it */
export function atomAttrs(id: string, isPair: boolean, marks: readonly MarkView[]): AtomAttrs {
  const view = marks.find((mark) => nameInFragment(mark) === id) ?? marks.find((mark) => mark.id === id.replace(/^(open|close)-/, ''));
  return { id, isPair, look: view?.look ?? 'markup', label: view?.label ?? id };
}

/** The id that the fragment has for a mark. */
export function nameInFragment({ id, role }: Pick<MarkView, 'id' | 'role'>): string {
  return role === 'open' || role === 'close' ? `${role}-${id}` : id;
}

/** What an edition says about one block: the pieces of its changed segments, marks with the author's bytes. */

import type { Edition, Mark, Segment, Target, Text } from '../article.ts';
import { isBlank, sameText } from '../text.ts';
import type { Piece } from './escape.ts';

/** The target of a segment, where it says something else than the source. */
export function changedTarget(edition: Edition, segment: Segment): Target | undefined {
  const target = edition.targets.get(segment.id);
  if (target === undefined || (isEmpty(target.text) && target.state !== 'reviewed')) return undefined;
  if (target.text === segment.text) return undefined;
  return sameText(target.text, segment.text) && !hasOwnMarks(target, segment) ? undefined : target;
}

/** A person's decision that nothing stands there. */
export function isRemoved(edition: Edition, segment: Segment): boolean {
  const target = edition.targets.get(segment.id);
  return target !== undefined && target.state === 'reviewed' && isEmpty(target.text);
}

function isEmpty(text: Text): boolean {
  return isBlank(text) && text.every((piece) => typeof piece === 'string');
}

/** Whether a person changed a mark's bytes: a link that leads to the page in their language. */
function hasOwnMarks(target: Target, segment: Segment): boolean {
  if (target.state !== 'reviewed') return false;
  const own = marksOf(segment.text);
  return target.text.some((piece) => typeof piece !== 'string' && piece.source !== '' && own.get(key(piece))?.source !== piece.source);
}

function key(mark: Mark): string {
  return `${mark.role}${mark.id}`;
}

function marksOf(text: Text): Map<string, Mark> {
  const marks = new Map<string, Mark>();
  for (const piece of text) if (typeof piece !== 'string') marks.set(key(piece), piece);
  return marks;
}

/**
 * @param bytes the source's bytes in a range, with what is nested there already changed
 * @returns the target as pieces; a mark without its partner is left out, an emphasis around nothing too
 */
export function piecesOf(target: Target, segment: Segment, bytes: (start: number, end: number) => string): Piece[] {
  const own = marksOf(segment.text);
  const kept = paired(target.text);
  const pieces: Piece[] = [];
  for (const part of target.text) {
    if (typeof part === 'string') {
      if (part !== '') pieces.push({ kind: 'words', text: part });
      continue;
    }
    if (!kept.has(part)) continue;
    const original = own.get(key(part));
    const changed = target.state === 'reviewed' && part.source !== '' && part.source !== original?.source;
    const text = original?.start === undefined || changed ? part.source : bytes(original.start, original.start + original.source.length);
    const attention = part.role !== 'alone' && /^([*_~])\1*$/.test(text);
    if (part.role === 'close' && !changed && /^\](?:\[\])?$/.test(text)) {
      const label = labelFor(target.text, segment.text, part, bytes);
      pieces.push({ kind: 'raw', text: label === undefined ? text : `][${label}]`, key: roleKey(part.role) });
    } else if (attention && part.role === 'close' && pieces.at(-1)?.kind === 'open') pieces.pop();
    else pieces.push({ kind: attention ? (part.role as 'open' | 'close') : 'raw', text, key: roleKey(part.role) });
  }
  return pieces;
}

/**
 * A shortcut or collapsed reference (`[Name]`, `[Name][]`) whose words change needs its label spelled out.
 * @returns undefined where the words between the marks are the source's
 */
function labelFor(target: Text, source: Text, close: Mark, bytes: (start: number, end: number) => string): string | undefined {
  const within = (text: Text) => {
    const from = text.findIndex((piece) => typeof piece !== 'string' && piece.role === 'open' && piece.id === close.id);
    const to = text.findIndex((piece) => typeof piece !== 'string' && piece.role === 'close' && piece.id === close.id);
    return { inner: text.slice(from + 1, to), open: text[from], close: text[to] };
  };
  const original = within(source);
  if (sameText(original.inner, within(target).inner)) return undefined;
  if (typeof original.open !== 'object' || typeof original.close !== 'object') return undefined;
  const start = (original.open.start ?? 0) + original.open.source.length;
  return bytes(start, original.close.start ?? start);
}

/** The marks alone, and the open and close ones that nest. */
function paired(text: Text): Set<Mark> {
  const kept = new Set<Mark>();
  const open: Mark[] = [];
  for (const piece of text) {
    if (typeof piece === 'string') continue;
    if (piece.role === 'alone') kept.add(piece);
    else if (piece.role === 'open') open.push(piece);
    else {
      const at = open.findLastIndex((mark) => mark.id === piece.id);
      if (at < 0) continue;
      kept.add(open[at] as Mark).add(piece);
      open.length = at;
    }
  }
  return kept;
}

/** A text's words without white space, and its marks by their role: what reading back must give. */
export function keyOf(text: Text): string {
  let key = '';
  for (const piece of text) key += typeof piece === 'string' ? piece.replace(/[\s\u200f]+/g, '') : roleKey(piece.role);
  return key;
}

function roleKey(role: Mark['role']): string {
  return role === 'open' ? '\u0001' : role === 'close' ? '\u0002' : '\u0003';
}

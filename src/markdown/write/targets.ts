/** What an edition says about one block: the tokens of its changed segments, marks with the author's bytes. */

import type { Edition, Mark, Segment, Target, Text } from '../../article.ts';
import { isEmpty, sameText } from '../../text.ts';
import { normalizeLabel } from '../labels.ts';
import type { OutputToken } from './output-token.ts';

/** The target of a segment, where it says something else than the source. */
export function changedTarget(edition: Edition, segment: Segment): Target | undefined {
  const target = edition.targets.get(segment.id);
  if (target === undefined || (isEmpty(target.text) && target.state === 'machine')) return undefined;
  if (target.text === segment.text) return undefined;
  return sameText(target.text, segment.text) && !hasOwnMarks(target, segment) ? undefined : target;
}

/** Whether a person changed a mark's bytes: a link that leads to the page in their language. */
function hasOwnMarks(target: Target, segment: Segment): boolean {
  if (target.state === 'machine') return false;
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
 * @param defined the normalized labels that the source defines
 * @returns the target as tokens; a mark without its partner is left out, an emphasis around nothing too
 */
export function tokensOf(
  target: Target,
  segment: Segment,
  bytes: (start: number, end: number) => string,
  defined: () => ReadonlySet<string>,
): OutputToken[] {
  const own = marksOf(segment.text);
  const kept = paired(target.text);
  const tokens: OutputToken[] = [];
  let labels: Map<string, string> | undefined;
  for (const part of target.text) {
    if (typeof part === 'string') {
      if (part !== '') tokens.push({ kind: 'words', text: part });
      continue;
    }
    if (!kept.has(part)) continue;
    const original = own.get(key(part));
    const changed = target.state !== 'machine' && part.source !== '' && part.source !== original?.source;
    const text = original?.start === undefined || changed ? part.source : bytes(original.start, original.start + original.source.length);
    const attention = part.role !== 'alone' && /^(?:([*_~])\1*|==|\+\+)$/.test(text);
    if (part.role === 'close' && !changed && isReferenceEnd(text)) {
      labels ??= labelsOf(target.text, segment.text, bytes);
      const said = labels.get(part.id);
      // Words with a list of attributes are a reference where a definition answers them, else a span.
      const label = said !== undefined && text.startsWith(']{') && !defined().has(normalizeLabel(said)) ? undefined : said;
      tokens.push({
        kind: 'raw',
        text: label === undefined ? text : text.replace(/^\](?:\[\])?/, () => `][${label}]`),
        key: roleKey(part.role),
      });
    } else if (attention && part.role === 'close' && tokens.at(-1)?.kind === 'open') tokens.pop();
    else tokens.push({ kind: attention ? (part.role as 'open' | 'close') : 'raw', text, key: roleKey(part.role) });
  }
  return tokens;
}

/**
 * A shortcut or collapsed reference (`[Name]`, `[Name][]`) whose words change needs its label spelled out.
 * @returns the label by the closing mark's id; without those whose words are the source's
 */
function labelsOf(target: Text, source: Text, bytes: (start: number, end: number) => string): Map<string, string> {
  const labels = new Map<string, string>();
  const said = references(target);
  for (const [id, { inner, open, close }] of references(source)) {
    const start = (open.start ?? 0) + open.source.length;
    const now = said.get(id);
    if (now !== undefined && !sameText(inner, now.inner)) labels.set(id, bytes(start, close.start ?? start));
  }
  return labels;
}

interface Reference {
  readonly inner: Text;
  readonly open: Mark;
  readonly close: Mark;
}

function references(text: Text): Map<string, Reference> {
  const found = new Map<string, Reference>();
  const opened = new Map<string, number>();
  text.forEach((piece, index) => {
    if (typeof piece === 'string') return;
    if (piece.role === 'open') opened.set(piece.id, index);
    const from = piece.role === 'close' && isReferenceEnd(piece.source) ? opened.get(piece.id) : undefined;
    if (from !== undefined && (text[from] as Mark).source === '[')
      found.set(piece.id, { inner: text.slice(from + 1, index), open: text[from] as Mark, close: piece as Mark });
  });
  return found;
}

/** Behind it may be a list of attributes. */
function isReferenceEnd(source: string): boolean {
  return /^\](?:\[\])?(?:\{[\s\S]*\})?$/.test(source);
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

/** Stand for marks in a key. */
export const OPEN_KEY = '\u0001';
export const CLOSE_KEY = '\u0002';
export const ALONE_KEY = '\u0003';

function roleKey(role: Mark['role']): string {
  return role === 'open' ? OPEN_KEY : role === 'close' ? CLOSE_KEY : ALONE_KEY;
}

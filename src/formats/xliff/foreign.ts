/** Units of other tools: what their targets are to a record of ours. */

import type { Origin, Target, Text } from '../../article.ts';
import type { Note, RecordedSegment } from '../../memory/record.ts';
import { memoryKey } from '../../text/white-space.ts';
import { words } from '../../text.ts';
import { characterData, childrenOf, unshielded, type XmlElement } from '../../xml.ts';
import { type Approval, approvalOf } from './approval.ts';
import { readInlineElements } from './inline.ts';

/**
 * The target that a text is, with the state that its unit gives it.
 * @returns undefined for an empty text, and for a copy of the source that nobody approved: tools fill in what is still to be translated
 */
export function targetOf(text: Text, source: Text, approval: Approval, origin: Origin): Target | undefined {
  if (approval !== 'approved' && (text.length === 0 || isCopy(text, source))) return undefined;
  const isReviewed = approval === 'approved' || (approval === 'unsaid' && origin.by === 'person');
  const by: Origin = isReviewed || origin.by !== 'person' ? origin : { by: 'memory' };
  return { text, state: isReviewed ? 'reviewed' : 'machine', origin: by, terms: [] };
}

/** Whether a target says what its source says, letter for letter. */
function isCopy(text: Text, source: Text): boolean {
  return /\p{L}/u.test(words(source)) && memoryKey(text) === memoryKey(source);
}

/**
 * The segments of a `trans-unit` that a tool has cut into sentences: `<seg-source>` and `<target>` with a `<mrk mtype="seg">`
 * a sentence, tied by `mid` (XLIFF 1.2, section 2.3).
 * @returns none where it is not cut
 */
export function readSegments(
  unit: XmlElement,
  isTranslated: boolean,
  originOf: (unit: XmlElement, target: XmlElement) => Origin,
): RecordedSegment[] {
  const sources = childrenOf(unit, 'seg-source').flatMap(sentenceMarks);
  const [targetElement] = childrenOf(unit, 'target');
  const targets = new Map((targetElement === undefined ? [] : sentenceMarks(targetElement)).map((mark) => [midOf(mark), mark]));
  const id = unit.attributes.get('id') ?? '';
  return sources.map((mark, at) => {
    const notes = at === 0 ? notesIn(unit) : {};
    const mid = midOf(mark);
    const source = readInlineElements(mark);
    const said = targets.get(mid);
    if (said === undefined || targetElement === undefined) return { id: `${id}-${mid}`, source, ...notes };
    const approval = isTranslated ? approvalOf(unit, targetElement, mid) : 'unapproved';
    const target = targetOf(readInlineElements(said, source), source, approval, originOf(unit, targetElement));
    const isApproved = approval === 'approved';
    return { id: `${id}-${mid}`, source, ...(target !== undefined && { target, unsigned: { isApproved } }), ...notes };
  });
}

/** The remarks of people and tools in an element: XLIFF's `from` says whose, in 2.x it is the `category` that says of what kind. */
export function notesIn(element: XmlElement): { readonly notes?: readonly Note[] } {
  const notes = childrenOf(element, 'note').flatMap((note): Note[] => {
    const from = note.attributes.get('from') ?? note.attributes.get('category');
    const text = unshielded(characterData(note));
    return text.trim() === '' ? [] : [{ text, ...(from !== undefined && { from: unshielded(from) }) }];
  });
  return notes.length === 0 ? {} : { notes };
}

const midOf = (mark: XmlElement): string => mark.attributes.get('mid') ?? '';

function sentenceMarks(element: XmlElement): XmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return child.name === 'mrk' && child.attributes.get('mtype') === 'seg' ? [child] : sentenceMarks(child);
  });
}

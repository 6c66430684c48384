/**
 * Marks lost, doubled or misnested: emphasis, links, code and images that the source has and the target has not, or the reverse. In what
 * a person wrote, other emphasis and footnotes are theirs, and where links lead is told by `links`; what works or does not is held to all
 * the same: half of a pair, a footnote that is lost, a shortcode, a placeholder.
 */

import type { Mark, Text } from '../article.ts';
import { worded } from '../text/worded.ts';
import { marks } from '../text.ts';
import type { Remark, SegmentCheck } from './check.ts';

export const marksCheck: SegmentCheck = {
  name: 'marks',
  segment: ({ segment, target }) => {
    const remarks: Remark[] = [];
    const expected = counts(segment.text);
    const got = counts(target.text);
    const isOfWords = target.state === 'machine' ? () => false : wordMarks(segment.text, target.text);
    const add = ({ mark, level, ...remark }: Remark & { readonly mark: Mark }, isThere: boolean) => {
      if (!isOfWords(mark)) remarks.push({ ...remark, ...(isThere && { mark }) });
      // One finding tells that it is there or not: for a link that is what `links` says, else that of its first half.
      else if (mark.role !== 'close' && !isLink(mark)) remarks.push({ ...remark, level, ...(isThere && { mark }) });
    };
    for (const [key, { mark, count }] of expected) {
      const { count: there = 0, mark: last = mark } = got.get(key) ?? {};
      if (there < count)
        add({ ...worded`The mark ${show(mark)} is lost`, expected: [mark.source], got: [], mark, level: 'warning' }, false);
      else if (there > count)
        add({ ...worded`The mark ${show(mark)} is there ${there} times`, expected: [mark.source], mark: last, level: 'note' }, true);
    }
    // A translator's note has its text in the edition: without, it would be read as words. With an anchor of the source's words a heading stays
    // where links lead.
    const isOwn = ({ source }: Mark) => target.state !== 'machine' && /^(?:\[\^|\{#[^\s{}]+\}$)/.test(source);
    for (const [key, { mark }] of got)
      if (!expected.has(key) && !isOwn(mark))
        add({ ...worded`The mark ${show(mark)} is not in the source`, got: [mark.source], mark, level: 'note' }, true);
    if (remarks.length === 0 && !nested(target.text) && nested(segment.text))
      remarks.push({ ...worded`The marks are not nested as in the source`, expected: marks(segment.text).map((mark) => mark.source) });
    return remarks;
  },
};

/** Marks that say how words look or lead somewhere, and are whole on both sides: a pair with both halves, or code. */
function wordMarks(source: Text, target: Text): (mark: Mark) => boolean {
  const halves = new Map<string, number>();
  for (const text of [source, target])
    for (const { role, id } of marks(text)) if (role !== 'alone') halves.set(id, (halves.get(id) ?? 0) + (role === 'open' ? 1 : -1));
  return ({ role, id, source: bytes }) => (role === 'alone' ? bytes.startsWith('`') : halves.get(id) === 0);
}

const isLink = ({ source }: Mark): boolean => /^!?\[$/.test(source);

/** How often a text has each mark, and the last of its kind. */
function counts(text: Text): Map<string, { mark: Mark; count: number }> {
  const all = new Map<string, { mark: Mark; count: number }>();
  for (const mark of marks(text)) {
    const key = `${mark.role} ${mark.id}`;
    all.set(key, { mark, count: (all.get(key)?.count ?? 0) + 1 });
  }
  return all;
}

/** Every close ends the innermost open mark. A pair cut by a sentence's end has only one of the two here. */
function nested(text: Text): boolean {
  const all = marks(text);
  const paired = new Set(all.filter((mark) => mark.role === 'open').map((mark) => mark.id));
  const closed = new Set(all.filter((mark) => mark.role === 'close').map((mark) => mark.id));
  const open: string[] = [];
  for (const mark of all) {
    if (mark.role === 'alone' || !paired.has(mark.id) || !closed.has(mark.id)) continue;
    if (mark.role === 'open') open.push(mark.id);
    else if (open.pop() !== mark.id) return false;
  }
  return true;
}

function show(mark: Mark): string {
  return mark.source === '' ? `"${mark.id}"` : mark.source.length > 60 ? `${mark.source.slice(0, 59)}…` : mark.source;
}

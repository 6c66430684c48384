/** The marks of a sentence on its way into an edition's file. */

import type { Edition, Mark, Segment, Text } from '../article.ts';
import { editsOf } from '../markdown/write.ts';
import { recordMarksIn, withSourceIds } from '../memory/mark-ids.ts';
import type { ShownSegment } from '../memory/shown.ts';
import { joined } from '../memory/shown-text.ts';
import { splice } from '../splice.ts';
import { marks } from '../text.ts';

/**
 * A text whose marks have the bytes that the edition's file has for them, where the source's are the same as before, and the
 * source's otherwise.
 * @param here the sentences of the file that the text goes over
 */
export function withFileMarks(edition: Edition, segment: Segment, text: Text, here: ShownSegment | undefined): Text {
  const present = marks(recordMarksIn(edition.article)(segment.text));
  const old = here === undefined ? [] : oldMarks(here);
  const ids = new Map<string, string>();
  const used = new Set<OldMark>();
  return text.map((piece) => {
    if (typeof piece === 'string') return piece;
    const known = ids.get(piece.id);
    const now = present.find((mark) => isSame(mark, piece));
    const stays = isPersons(piece, now, segment)
      ? undefined
      : old.find((one) => one.role === piece.role && one.before === now?.source && !used.has(one) && (known ?? one.id) === one.id);
    if (stays !== undefined) used.add(stays);
    const id = known ?? stays?.id ?? `new ${piece.id}`;
    ids.set(piece.id, id);
    return stays === undefined ? { role: piece.role, id, source: bytesOf(edition, segment, piece) } : { ...stays.there, id };
  });
}

function isSame(a: Mark, b: Mark): boolean {
  return a.role === b.role && a.id === b.id;
}

/** Whether a person wrote the mark otherwise than the source. */
function isPersons(piece: Mark, now: Mark | undefined, segment: Segment): boolean {
  return piece.source !== '' && piece.source !== now?.source && piece.source !== ofSource(segment, piece)?.source;
}

function ofSource(segment: Segment, piece: Mark): Mark | undefined {
  return marks(segment.text).find((mark) => isSame(mark, piece));
}

interface OldMark {
  readonly role: Mark['role'];
  /** The mark's own id where it is in the first of the sentences: that one is replaced, so the writer knows its marks. */
  readonly id: string;
  /** The source's bytes then. */
  readonly before: string;
  /** As it is in the file. */
  readonly there: Mark;
}

function oldMarks({ segment: { source }, said }: ShownSegment): OldMark[] {
  const known = marks(withSourceIds(joined(said, 'recorded'), joined(said, 'written'), source));
  const written = said.flatMap((sentence, at) =>
    marks(sentence.written).map((mark) => ({ mark, id: at === 0 ? mark.id : `${at} ${mark.id}` })),
  );
  return known.flatMap((mark, at) => {
    const before = marks(source).find((one) => isSame(one, mark));
    const there = written[at];
    return before === undefined || there === undefined ? [] : [{ role: mark.role, id: there.id, before: before.source, there: there.mark }];
  });
}

/** A mark's bytes in the source, with the words within translated and the label of a reference spelled out. */
function bytesOf({ article, locale, targets }: Edition, segment: Segment, piece: Mark): string {
  const original = ofSource(segment, piece);
  if (original?.start === undefined || (piece.source !== '' && piece.source !== original.source)) return piece.source;
  const { start, source } = original;
  if (piece.role === 'close' && (source === ']' || source === '][]')) {
    const open = marks(segment.text).find((mark) => mark.role === 'open' && mark.id === original.id);
    return open?.start === undefined ? source : `][${article.source.slice(open.start + open.source.length, start)}]`;
  }
  const inside = new Set(
    article.blocks
      .filter(({ span }) => span.start >= start && span.end <= start + source.length)
      .flatMap(({ segments }) => segments.map(({ id }) => id)),
  );
  if (inside.size === 0) return source;
  const nested = new Map([...targets].filter(([id]) => inside.has(id)));
  return splice(source, editsOf({ article, locale, targets: nested }), start);
}

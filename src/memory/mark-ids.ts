/** Marks between an article, its record and its edition: the same marks have other ids there, or with translated words inside. */

import type { Article, Mark, Span, Text } from '../article.ts';
import { partitionPoint } from '../ranges/partition-point.ts';
import { marks, normalize } from '../text.ts';

/**
 * Gives texts of an article the marks that a record holds: without a place, and without the words inside a mark that are
 * blocks of their own (an image's alt text), since those change by themselves. A mark of the source and the same mark of an
 * edition are then the same bytes.
 */
export function recordMarksIn(article: Article): (text: Text) => Text {
  const spans: Span[] = article.blocks.flatMap((block) => block.segments.map((segment) => segment.span));
  const starts = spans.sort((a, b) => a.start - b.start).map((span) => span.start);
  const recorded = (mark: Mark): Mark => {
    const { role, id, source, start } = mark;
    if (start === undefined) return { role, id, source: inLineFeeds(source) };
    let out = '';
    let at = start;
    // A span that begins where the mark begins is the sentence around the mark.
    for (let index = partitionPoint(starts.length, (at) => (starts[at] as number) <= start); index < spans.length; index++) {
      const span = spans[index] as Span;
      if (span.start >= start + source.length) break;
      if (span.start < at) continue;
      out += source.slice(at - start, span.start - start);
      at = Math.min(span.end, start + source.length);
    }
    return { role, id, source: inLineFeeds(out + source.slice(at - start)) };
  };
  return (text) => normalize(text.map((piece) => (typeof piece === 'string' ? piece : recorded(piece))));
}

/** A record is the same for both kinds of line ends. */
export function inLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/**
 * A remembered target for the text as it is now: marks that had their old source's bytes take the present ones (a
 * changed URL needs no translation); those that a person wrote otherwise stay.
 */
export function withPresentMarks(target: Text, was: Text, now: Text): Text {
  const before = byName(was);
  const present = byName(now);
  return target.map((piece) => {
    if (typeof piece === 'string') return piece;
    const name = nameOf(piece);
    const mark = present.get(name);
    return mark !== undefined && (piece.source === before.get(name)?.source || piece.source === '') ? mark : piece;
  });
}

function byName(text: Text): Map<string, Mark> {
  return new Map(marks(text).map((mark) => [nameOf(mark), mark]));
}

function nameOf(mark: Mark): string {
  return `${mark.role} ${mark.id}`;
}

/**
 * The text of an edition with the ids of its source's marks, which it was read without: marks of the same bytes first, then
 * pairs of which a half is the same (a link whose URL a person changed), then marks of the same construct in their order, whatever their
 * delimiters are. A mark that is left is a person's own and gets an id that the source does not have.
 * @param recorded the text as `recordMarksIn` gives it; a mark that is the source's in these bytes becomes the source's
 * @param written the same text with the bytes of the file
 */
export function withSourceIds(recorded: Text, written: Text, source: Text): Text {
  const theirs = groups(marks(recorded));
  const ours = groups(marks(source));
  const idOf = new Map<string, string>();
  const free = new Set(ours.keys());
  const halves = (mine: Group, its: Group) =>
    mine.marks.some((mark) => its.marks.some((other) => other.role === mark.role && other.source === mark.source));
  const passes: ((mine: Group, its: Group) => boolean)[] = [
    (mine, its) => mine.bytes === its.bytes,
    (mine, its) => mine.roles === its.roles && mine.construct === its.construct && halves(mine, its),
    (mine, its) => mine.roles === its.roles && mine.construct === its.construct,
    (mine, its) => mine.roles === its.roles && halves(mine, its),
  ];
  for (const same of passes)
    for (const [id, mine] of theirs) {
      if (idOf.has(id)) continue;
      const found = [...free].find((one) => same(mine, ours.get(one) as Group));
      if (found === undefined) continue;
      idOf.set(id, found);
      free.delete(found);
    }
  let next = Math.max(0, ...[...ours.keys()].map(Number).filter(Number.isInteger));
  const known = byName(source);
  const writtenMarks = marks(written);
  let at = 0;
  return recorded.map((piece) => {
    if (typeof piece === 'string') return piece;
    const present = writtenMarks[at++];
    const id = idOf.get(piece.id) ?? String(++next);
    idOf.set(piece.id, id);
    const original = known.get(`${piece.role} ${id}`);
    return original?.source === piece.source ? original : { role: piece.role, id, source: inLineFeeds(present?.source ?? piece.source) };
  });
}

interface Group {
  readonly marks: Mark[];
  readonly roles: string;
  readonly bytes: string;
  readonly construct: string;
}

/** What marks make of the words between them, by their first bytes; other markup is known by its name or first sign. */
const CONSTRUCTS: readonly (readonly [RegExp, string])[] = [
  [/^(\*\*\*|___)$/, 'strong emphasis'],
  [/^(\*\*|__)$/, 'strong'],
  [/^[*_]$/, 'emphasis'],
  [/^~~?$/, 'strikethrough'],
  [/^!\[/, 'image'],
  [/^\[\^/, 'footnote'],
  [/^(\[|\])/, 'link'],
];

function constructOf(all: readonly Mark[]): string {
  const source = all.find((mark) => mark.source !== '')?.source ?? '';
  return CONSTRUCTS.find(([bytes]) => bytes.test(source))?.[1] ?? /^<\/?([\w.-]+)/.exec(source)?.[1]?.toLowerCase() ?? source[0] ?? '';
}

function groups(all: readonly Mark[]): Map<string, Group> {
  const byId = Map.groupBy(all, (mark) => mark.id);
  return new Map(
    [...byId].map(([id, own]) => [
      id,
      {
        marks: own,
        roles: own.map((mark) => mark.role).join(' '),
        bytes: own.map((mark) => `${mark.role}\u0000${mark.source}`).join('\u0000'),
        construct: constructOf(own),
      },
    ]),
  );
}

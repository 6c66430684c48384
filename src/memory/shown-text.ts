/** What an edition says, as its record knows it and as its file is read. */

import type { Article, Block, Segment, Target, Text } from '../article.ts';
import { fingerprint, normalize, shape } from '../text.ts';
import type { RecordedSegment } from './record.ts';

/** A sentence of the edition's file. */
export interface Sentence {
  readonly segment: Segment;
  /** Marks as a record has them, to be compared. */
  readonly recorded: Text;
  /** Marks in the file's bytes. */
  readonly written: Text;
  /** What separates the sentence before from this one: a space, or nothing, or the other white space that is there. */
  readonly gap: string;
}

export function sentencesOf(block: Block, edition: Article, recordMarks: (text: Text) => Text): Sentence[] {
  return block.segments.map((segment, at) => {
    const { text, span } = segment;
    const before = block.segments[at - 1]?.span.end ?? span.start;
    return { segment, recorded: recordMarks(text), written: text, gap: gapIn(edition.source.slice(before, span.start)) };
  });
}

function gapIn(bytes: string): string {
  return bytes.replace(/\S|[ \t\r\n]/g, '') || (/\s/.test(bytes) ? ' ' : '');
}

/** The text that the file shows for a segment: the source's while there is no target. */
export function shownText(segment: RecordedSegment): Text {
  return segment.target?.text ?? segment.source;
}

/** Whether a target is a person's, also where it is doubtful whose segment it translates. Nothing replaces it without a finding. */
export function isPersons(target: Target | undefined): target is Target {
  return target !== undefined && (target.state === 'reviewed' || target.state === 'needs-review');
}

/** Neighbouring sentences as one text. Ids of marks are made unique, so that pairs stay pairs. */
export function joined(sentences: readonly Sentence[], side: 'recorded' | 'written'): Text {
  return normalize(
    sentences.flatMap((sentence, at) => [
      at === 0 ? '' : sentence.gap,
      ...sentence[side].map((piece) => (typeof piece === 'string' ? piece : { ...piece, id: `${at}.${piece.id}` })),
    ]),
  );
}

/** A shape in which the white space that Markdown does not keep makes no difference; no-break spaces do. */
export function looseShape(text: Text): string {
  return shape(text)
    .replace(/[ \t\r\n]+/g, ' ')
    .trim();
}

/** The same without any such space, for texts that are cut into sentences at other places. */
export function spacelessShape(text: Text): string {
  return shape(text).replace(/[ \t\r\n]+/g, '');
}

/** Whether texts are the same one after the other, wherever each is cut; only there a space more or less makes no difference. */
export function sameButCuts(ours: readonly Text[], theirs: readonly Text[]): boolean {
  const [a, b] = [ours, theirs].map((texts) => texts.map(looseShape).filter(Boolean).join('\n')) as [string, string];
  let [at, to] = [0, 0];
  while (at < a.length || to < b.length) {
    if (a[at] === b[to]) [at, to] = [at + 1, to + 1];
    else if (a[at] === '\n') at++;
    else if (b[to] === '\n') to++;
    else if (a[at] === ' ' && b[to - 1] === '\n') at++;
    else if (b[to] === ' ' && a[at - 1] === '\n') to++;
    else return false;
  }
  return true;
}

/** Whether a sentence of the file is the segment's target as Dragoman wrote it, even where somebody changed the record's file since. */
export function isAsWritten(segment: RecordedSegment, present: Text): boolean {
  if (looseShape(present) === looseShape(shownText(segment))) return true;
  const sum = fingerprint(present);
  return sum === segment.written || sum === segment.replaced;
}

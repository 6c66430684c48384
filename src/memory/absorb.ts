/** What people changed in an edition's file becomes reviewed targets of its record. */

import type { Addition, Article, Target, Text } from '../article.ts';
import { KnownError } from '../errors.ts';
import type { Finding } from '../finding.ts';
import { bodyStart } from '../frontmatter/fence.ts';
import { lineOf } from '../text/lines.ts';
import { worded } from '../text/worded.ts';
import { fingerprint, isRemoved, words } from '../text.ts';
import { findAdditions, linesOfBlocks, type OwnMarkdown } from './additions.ts';
import { inLineFeeds, recordMarksIn, withSourceIds } from './mark-ids.ts';
import { canVanish } from './pair-blocks.ts';
import { MERGED } from './recall.ts';
import type { EditionRecord, RecordedBlock, RecordedSegment } from './record.ts';
import { type Shown, shownIn } from './shown.ts';
import { shownStrings } from './shown-strings.ts';
import { joined, type Sentence, sameButCuts, shownText } from './shown-text.ts';

export interface Absorbed {
  readonly record: EditionRecord;
  readonly findings: readonly Finding[];
  /** Segments and paragraphs that a person changed. */
  readonly edits: number;
}

/**
 * @param record the record that the file was written from, with what people have changed in its own file since
 * @param edition the edition's file as it is now, read as an article of the target locale
 * @param file its path, for errors and findings
 * @param plain the lines without words that people put into the file; where it is absent, those that the record has
 * @returns the record with the person's sentences as reviewed targets: one changed word makes one reviewed sentence, a
 *   deleted one an empty target, and two merged into one are the target of the first; paragraphs of their own become additions.
 *   Machine targets that nobody changed stay as they are. Of an emptied file nothing is taken in.
 * @throws KnownError where the file holds the marks of an unsettled git merge
 */
export function absorb(record: EditionRecord, edition: Article, file: string, plain?: readonly OwnMarkdown[]): Absorbed {
  refuseConflict(edition.source, file);
  if (edition.source.trim() === '' || isEmptied(record, edition.source, edition)) return { record, findings: [], edits: 0 };
  const shown = record.blocks[0]?.kind === 'string' ? shownStrings(edition, record) : shownIn(edition, record);
  const { found, added, readings } = shown;
  const isUntouched = showsRecord(record, edition);
  const decided = new Map<RecordedSegment, Target>();
  const settled = new Map<RecordedSegment, RecordedSegment>();
  for (const [index, block] of record.blocks.entries()) {
    if (block.kind === 'string' && !shown.pairs.has(index))
      for (const segment of block.segments) if (isTakenOut(segment)) decided.set(segment, LEFT_OUT);
    if (canVanish(block) ? isUntouched : !shown.pairs.has(index)) continue;
    let leader = false;
    for (const segment of block.segments) {
      if (isRemoved(segment.target) && block.kind !== 'string') continue;
      // What a tool put in beside what the file says is no sentence that the file has lost.
      const { said, changed } = readings.get(segment) ?? { said: [], changed: segment.replaced !== NOTHING };
      leader ||= said.length > 0;
      if (segment.unsigned !== undefined) settled.set(segment, settledUnsigned(segment, said, changed));
      else if (changed) decided.set(segment, reviewed(segment, said, leader));
    }
  }
  const additions = allAdditions(record, edition, { ...shown, added: isUntouched ? [] : added }, plain);
  const findings = [...decided].flatMap(([segment, target]) =>
    segment.replaced === undefined ? [] : [bothEdited(record, segment, target, file)],
  );
  return {
    record: {
      ...record,
      blocks: record.blocks.map((block) => ({
        ...block,
        segments: block.segments.map((segment) => settled.get(segment) ?? withTarget(segment, decided.get(segment))),
      })),
      additions,
    },
    findings,
    edits: decided.size + Math.max(additions.length - found.length, record.additions.length - found.length),
  };
}

const NOTHING = fingerprint([]);

/** A key that a person took out of a file of strings; "translate --fill" brings it back. */
const LEFT_OUT: Target = { text: [], state: 'left-out', origin: { by: 'person' }, terms: [] };

/** Whether a string that a file has no more was in it: what waits for its target never was. */
function isTakenOut({ target }: RecordedSegment): boolean {
  return target !== undefined && target.state !== 'left-out';
}

/**
 * Whether a file is without a word, without one below its front matter, or without a string, although its record has some there. An
 * editor or a full disk does this more often than a person who means it, and each sentence would be recorded as removed by a person.
 */
function isEmptied({ blocks }: EditionRecord, text: string, present?: Article): boolean {
  const shows = (isMeant: (block: RecordedBlock) => boolean) =>
    blocks.some((block) => isMeant(block) && block.segments.some(({ target }) => !isRemoved(target)));
  if (text.trim() === '') return shows(() => true);
  if (present?.blocks.length === 0 && shows(({ kind }) => kind === 'string')) return true;
  return text.slice(bodyStart(text)).trim() === '' && shows(canVanish);
}

/**
 * @param present the file as it was read, where it is readable
 * @throws KnownError where a file is emptied: it is neither a person's text nor a missing file
 */
export function refuseEmptied(record: EditionRecord, text: string, file: string, present?: Article): void {
  if (!isEmptied(record, text, present)) return;
  const left = record.blocks.some(({ kind }) => kind === 'string') ? 'a file without a string' : 'front matter alone';
  throw new KnownError(`${file}: emptied`, {
    expected: 'the text that its record has',
    got: text.trim() === '' ? 'an empty file' : left,
    help: `Restore it ("git checkout -- ${file}"), or remove the file: then it is written again from its record.`,
    place: file,
  });
}

/**
 * Whether the file's running text is the record's, whatever blocks it is in: a translator may have joined paragraphs or cut them, which
 * block by block would look like an edit.
 */
function showsRecord({ blocks, additions }: EditionRecord, edition: Article): boolean {
  const recorded = blocks.filter(canVanish).flatMap(({ segments }) => segments);
  if (recorded.some(({ unsigned, replaced }) => unsigned !== undefined || replaced !== undefined)) return false;
  const bare = recordMarksIn(edition);
  const shown = findAdditions(additions, edition)
    .rest.filter(canVanish)
    .flatMap(({ segments }) => segments.map(({ text }) => bare(text)));
  return sameButCuts(recorded.map(shownText), shown);
}

/** The additions of the file in their order: known ones, new paragraphs, and lines without words. */
function allAdditions(
  record: EditionRecord,
  edition: Article,
  { found, added, pairs, hosts }: Shown,
  plain: readonly OwnMarkdown[] | undefined,
): Addition[] {
  const idOf = (index: number | null) => (index === null ? null : (record.blocks[index]?.segments.at(-1)?.id ?? null));
  const others = [...pairs.values(), ...hosts.keys()];
  const runs = added.flatMap(({ after, blocks }) => {
    const lines = linesOfBlocks(blocks, edition.source);
    // A cell in a row of the record's has no lines of its own.
    const isOwn = !others.some(({ span }) => span.start < lines.span.end && span.end > lines.span.start);
    return isOwn ? [{ ...lines, after: idOf(after) }] : [];
  });
  const hasWords = ({ span }: OwnMarkdown) => edition.blocks.some((block) => block.span.start >= span.start && block.span.end <= span.end);
  const stays = plain === undefined ? found : found.filter(hasWords);
  const known = [...stays.map(({ addition, ...one }) => ({ ...one, after: addition.after })), ...runs];
  const wordless = (plain ?? []).filter(({ span }) => !known.some((one) => span.start >= one.span.start && span.end <= one.span.end));
  const before = ({ span }: OwnMarkdown): number | null => {
    const above = [...pairs].filter(([index, block]) => block.span.end <= span.start && record.blocks[index]?.kind !== 'frontMatter');
    return above.reduce<number | null>((last, [index]) => Math.max(last ?? index, index), null);
  };
  // What was there before keeps the segment that it follows: in a file of another order than the record's that cannot be found again.
  const anchors = new Map(found.map(({ addition, span }) => [span.start, addition.after]));
  const all = [
    ...known,
    ...wordless.map((one) => ({ ...one, after: anchors.has(one.span.start) ? (anchors.get(one.span.start) ?? null) : idOf(before(one)) })),
  ];
  // As they are in the file, they are found again one after the other.
  return all.toSorted((a, b) => a.span.start - b.span.start).map(({ after, markdown }) => ({ after, markdown: inLineFeeds(markdown) }));
}

function reviewed(segment: RecordedSegment, said: readonly Sentence[], leader: boolean): Target {
  const text = withSourceIds(joined(said, 'recorded'), joined(said, 'written'), segment.source);
  const merged = text.length === 0 && leader;
  return { text, state: 'reviewed', origin: { by: 'person', ...(merged && { name: MERGED }) }, terms: segment.target?.terms ?? [] };
}

/**
 * The segment whose target another tool may have written (`unsigned`). Where the edition has another text, a person corrected the
 * target; where it has the same text, the target stays a machine's unless the tool calls it approved.
 */
function settledUnsigned(segment: RecordedSegment, said: readonly Sentence[], changed: boolean): RecordedSegment {
  const { unsigned, target, ...kept } = segment;
  if (target === undefined) return segment;
  const shown = joined(said, 'recorded');
  if (changed && spaceless(shown) !== spaceless(target.text))
    return { ...kept, target: { ...target, state: 'reviewed', origin: { by: 'person' } }, replaced: fingerprint(shown) };
  if (unsigned?.isApproved === true) return segment;
  const by = target.origin.by === 'person' ? 'engine' : target.origin.by;
  return { ...segment, target: { ...target, state: 'machine', origin: { by } } };
}

const spaceless = (text: Text) => words(text).replace(/\s+/g, '');

/** The segment with another target: what was noted of the old one (confidence, waivers) is not true of the new one. */
function withTarget(segment: RecordedSegment, target: Target | undefined): RecordedSegment {
  if (target === undefined) return segment;
  const { replaced, written, confidence, waivers, outdated, ...kept } = segment;
  return { ...kept, target };
}

function bothEdited(record: EditionRecord, segment: RecordedSegment, target: Target, file: string): Finding {
  return {
    check: 'edited-twice',
    level: 'warning',
    ...worded`A sentence was changed both in the edition and in its record; the edition's text is kept.`,
    slug: record.slug,
    locale: record.locale,
    segment: segment.id,
    file,
    source: words(segment.source),
    target: words(target.text),
    got: [words(segment.target?.text ?? [])],
  };
}

function refuseConflict(source: string, file: string): void {
  const at = source.search(/^<{7} /m);
  const half = at < 0 ? -1 : source.slice(at).search(/^={7}\r?$/m);
  if (half < 0 || !/^>{7} /m.test(source.slice(at + half))) return;
  const place = `${file}:${lineOf(source, at)}`;
  throw new KnownError(`${place}: an unsettled merge`, {
    expected: 'a file whose conflicts are settled',
    got: '<<<<<<<',
    help: 'Settle the conflict in the edition, then run again.',
    place,
  });
}

/**
 * The record with what its edition reads back as, where that is not the target itself: a reference that needed its label, a mark
 * that landed otherwise. Without it such a sentence would look like a person's.
 * @param shown what the file shows that was written from this record
 */
export function asWritten(record: EditionRecord, { readings }: Shown): EditionRecord {
  const isOtherwise = (segment: RecordedSegment) => segment.target !== undefined && readings.get(segment)?.changed === true;
  const blocks = record.blocks.map((block) =>
    block.segments.some(isOtherwise)
      ? {
          ...block,
          segments: block.segments.map((segment) =>
            isOtherwise(segment) ? { ...segment, written: fingerprint(joined(readings.get(segment)?.said ?? [], 'recorded')) } : segment,
          ),
        }
      : block,
  );
  return { ...record, blocks };
}

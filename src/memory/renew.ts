/** The record of an edition as it is now, with people's work that the record before it held. */

import type { Addition, Article, Edition, Segment, Target, Text } from '../article.ts';
import { fingerprint, sameText, shape, toFragment } from '../text.ts';
import { recordMarksIn } from './mark-ids.ts';
import { type Matching, matchRecord } from './match-segments.ts';
import type { EditionRecord, RecordedSegment } from './record.ts';
import { isPersons } from './shown-text.ts';

/**
 * @param edition the edition as it is about to be written; its additions are taken as `additionsOf` places them
 * @param previous the record that it was recalled from
 */
export function recordOf(edition: Edition, previous: EditionRecord | undefined): EditionRecord {
  const { article, locale, targets } = edition;
  const recordMarks = recordMarksIn(article);
  const matching: Matching = previous === undefined ? { same: new Map(), before: new Map(), gone: [] } : matchRecord(article, previous);
  const record = (segment: Segment): RecordedSegment => {
    const target = targets.get(segment.id);
    const was = matching.same.get(segment.id);
    const recorded = {
      id: segment.id,
      source: recordMarks(segment.text),
      ...(target !== undefined && { target: asRecorded(target, recordMarks) }),
    };
    const outdated = outdatedOf(recorded, was, matching.before.get(segment.id));
    const isSame = was?.target !== undefined && recorded.target !== undefined && sameText(was.target.text, recorded.target.text);
    const notes = (was ?? matching.before.get(segment.id))?.notes;
    return {
      ...recorded,
      ...(notes !== undefined && { notes }),
      ...(outdated !== undefined && { outdated }),
      ...(isSame && was.confidence !== undefined && { confidence: was.confidence }),
      ...(isSame && was.written !== undefined && { written: was.written }),
      ...(isSame && was.waivers !== undefined && { waivers: was.waivers }),
    };
  };
  const blocks = article.blocks.map(({ kind, path, note, segments }) => ({
    kind,
    ...(path !== undefined && { path }),
    ...(note !== undefined && { note }),
    segments: segments.map(record),
  }));
  return {
    slug: article.id,
    sourceLocale: article.locale,
    locale,
    blocks,
    additions: edition.additions ?? [],
    retired: retiredOf(
      matching.gone,
      blocks.flatMap((block) => block.segments),
    ),
  };
}

/**
 * The record of an edition that is not whole yet, whose file stays as it is: the record that the file shows, and beside it what has
 * been translated since, for the next run to find.
 * @param shown the record with what people changed in the file taken in
 */
export function recordAhead(edition: Edition, shown: EditionRecord): EditionRecord {
  const recordMarks = recordMarksIn(edition.article);
  const name = (source: Text, target: Target) => `${toFragment(source)} ${shape(target.text)}`;
  const known = new Set(
    shown.blocks.flatMap((block) => block.segments).flatMap(({ source, target }) => (target === undefined ? [] : [name(source, target)])),
  );
  const ahead = edition.article.blocks
    .flatMap((block) => block.segments)
    .flatMap(({ id, text }): RecordedSegment[] => {
      const made = edition.targets.get(id);
      if (made === undefined) return [];
      const recorded = { id, source: recordMarks(text), target: asRecorded(made, recordMarks) };
      if (known.has(name(recorded.source, recorded.target))) return [];
      known.add(name(recorded.source, recorded.target));
      return [recorded];
    });
  const aheadKeys = new Set(ahead.map(({ source }) => toFragment(source)));
  const retired = shown.retired.filter(
    ({ source, target, notes }) => isPersons(target) || notes !== undefined || !aheadKeys.has(toFragment(source)),
  );
  return { ...shown, retired: [...ahead, ...retired] };
}

function asRecorded(target: Target, recordMarks: (text: Text) => Text): Target {
  return { ...target, text: recordMarks(target.text) };
}

/**
 * What a person wrote for an earlier form of the sentence. It stays until a person has reviewed the target of the present form; a
 * target that was merely kept has not been reviewed.
 */
function outdatedOf(
  now: RecordedSegment,
  same: RecordedSegment | undefined,
  before: RecordedSegment | undefined,
): RecordedSegment['outdated'] {
  if (before !== undefined && isPersons(before.target)) return { source: before.source, target: before.target };
  const outdated = same?.outdated ?? before?.outdated;
  if (outdated === undefined || now.target?.state !== 'reviewed') return outdated;
  const [isSameSource, isSameTarget] = [sameText(outdated.source, now.source), shape(now.target.text) === shape(outdated.target.text)];
  // Of two branches' texts for one source the other one has been taken.
  if (isSameSource && isSameTarget) return undefined;
  const settled = !isSameTarget && (same?.replaced !== undefined || !isSameSource);
  return settled ? undefined : outdated;
}

/** What people wrote for segments that are gone, and remarked of them. Kept without end, so that it comes back when its source does. */
function retiredOf(gone: readonly RecordedSegment[], present: readonly RecordedSegment[]): RecordedSegment[] {
  const name = (source: Text, target: Target | undefined) => `${fingerprint(source)} ${fingerprint(target?.text ?? [])}`;
  const known = new Set(present.flatMap(({ source, target }) => (target === undefined ? [] : [name(source, target)])));
  const retired: RecordedSegment[] = [];
  for (const { id, source, target, outdated, notes } of gone)
    for (const one of [{ source, target, notes }, outdated === undefined ? undefined : { ...outdated, notes: undefined }]) {
      if (one === undefined || (one.notes === undefined && (!isPersons(one.target) || known.has(name(one.source, one.target))))) continue;
      known.add(name(one.source, one.target));
      retired.push({
        id,
        source: one.source,
        ...(one.target !== undefined && { target: one.target }),
        ...(one.notes !== undefined && { notes: one.notes }),
      });
    }
  return retired;
}

/**
 * A person's own paragraphs, each with the segment that it follows now. Where the one that it followed is gone, it follows the
 * nearest one before.
 */
export function additionsOf(article: Article, record: EditionRecord | undefined): Addition[] {
  if (record === undefined || record.additions.length === 0) return [];
  const { same, before } = matchRecord(article, record);
  const now = new Map<RecordedSegment, string>();
  for (const matches of [before, same]) for (const [id, recorded] of matches) now.set(recorded, id);
  const ends = new Map(
    article.blocks.flatMap((block) => block.segments.map((segment) => [segment.id, block.segments.at(-1)?.id ?? segment.id])),
  );
  const front = new Set(article.blocks.flatMap(({ kind, segments }) => (kind === 'frontMatter' ? segments.map(({ id }) => id) : [])));
  const recorded = record.blocks.flatMap((block) => block.segments);
  return record.additions.map(({ after, markdown }) => {
    for (let at = recorded.findIndex((segment) => segment.id === after); at >= 0; at--) {
      const id = now.get(recorded[at] as RecordedSegment);
      if (id !== undefined) return { after: front.has(id) ? null : (ends.get(id) ?? id), markdown };
    }
    return { after: null, markdown };
  });
}

/** Between records and the memories of other tools. */

import { hash } from 'node:crypto';
import type { Mark, Text } from '../article.ts';
import { marks, segmentId, toFragment } from '../text.ts';
import type { EditionRecord, Note, RecordedBlock, RecordedSegment } from './record.ts';
import type { Translation, TranslationMemory } from './translations.ts';

/**
 * What records know, a sentence of an article with its targets in every locale. Sentences without one, with an empty or a doubtful one, are left out.
 * @param records of any articles and locales
 * @param sourceLocale of most of them
 */
export function toTranslations(records: readonly EditionRecord[], sourceLocale: string): TranslationMemory {
  const translations = new Map<string, Translation & { targets: Translation['targets'][number][] }>();
  for (const { slug, sourceLocale: from, locale, blocks } of records)
    for (const { id, source, target, notes } of blocks.flatMap((block) => block.segments)) {
      if (target === undefined || target.text.length === 0 || target.state === 'needs-review') continue;
      const key = `${slug} ${id}`;
      const known = translations.get(key) ?? { ...(from !== sourceLocale && { sourceLocale: from }), source, slug, targets: [] };
      translations.set(key, known);
      known.targets.push({
        locale,
        text: target.text,
        state: target.state,
        origin: target.origin,
        ...(notes !== undefined && { notes: notes.map(asSaid) }),
      });
    }
  return { sourceLocale, translations: [...translations.values()] };
}

/** A memory has no place for whose a remark is but its text. */
const asSaid = ({ text, from }: Note): string => (from === undefined ? text : `${from}: ${text}`);

/** A record with nothing but the sentences that a person has reviewed. */
export function reviewedOnly(record: EditionRecord): EditionRecord {
  const blocks = record.blocks.map((block) => ({
    ...block,
    segments: block.segments.filter(({ target }) => target?.state === 'reviewed'),
  }));
  return { ...record, blocks: blocks.filter(({ segments }) => segments.length > 0) };
}

/** What people wrote for an article, those sentences included that its source had no more: as blocks of a memory, empty ones left out. */
export function reviewedSentences({ blocks, retired }: EditionRecord): RecordedBlock[] {
  const all = [...blocks, ...retired.map((segment): RecordedBlock => ({ kind: 'paragraph', segments: [segment] }))];
  return all.flatMap((block) => {
    const segments = block.segments.flatMap(({ id, source, target, outdated }) =>
      [
        { id, source, target },
        { id, ...outdated },
      ].flatMap((one) =>
        one.source === undefined || one.target?.state !== 'reviewed' || one.target.text.length === 0
          ? []
          : [{ id, source: one.source, target: one.target }],
      ),
    );
    return segments.length === 0 ? [] : [{ kind: block.kind, segments }];
  });
}

/** One record of many, for tools that take one file; its segments' ids no longer say which article they are from. */
export function joinedRecord(records: readonly EditionRecord[], slug: string): EditionRecord | undefined {
  const [first] = records;
  if (first === undefined) return undefined;
  const { sourceLocale, locale } = first;
  const blocks = records.flatMap((record) =>
    record.blocks.map((block) => ({
      ...block,
      segments: block.segments.filter(({ target }) => target?.state !== 'needs-review' && target?.state !== 'left-out'),
    })),
  );
  return { slug, sourceLocale, locale, blocks, additions: [], retired: [] };
}

/**
 * A memory of another tool, sentence by sentence, for the record of one locale: each a block of its own, marks numbered as ours are.
 * @param locale the record's
 * @param accepts whether another locale is taken for it where a sentence has none of its own
 * @returns makes a sentence's block; undefined where it has no target that is accepted, or the pair was there before
 */
export function blockMaker(locale: string, accepts: (locale: string) => boolean): (translation: Translation) => RecordedBlock | undefined {
  const distinctOf = distinctSegments();
  return ({ source, targets }) => {
    const found = targets.find((one) => one.locale === locale) ?? targets.find((one) => accepts(one.locale));
    if (found === undefined) return undefined;
    const { text, state, origin, notes } = found;
    const target = { text, state, origin, terms: [] };
    const remarks = notes?.map((text) => ({ text }));
    const segment = distinctOf(numbered({ id: '', source, target, ...(remarks !== undefined && { notes: remarks }) }));
    return segment === undefined ? undefined : { kind: 'paragraph', segments: [segment] };
  };
}

/** A record that another tool made, with marks numbered and segments named as ours are. */
export function asOurs(record: EditionRecord, slug: string): EditionRecord {
  return { ...record, slug, blocks: distinct(record.blocks.map((block) => ({ ...block, segments: block.segments.map(numbered) }))) };
}

/** Marks are numbered from 1 in the order of the source, so that a sentence is found whatever tool it comes from. */
function numbered(segment: RecordedSegment): RecordedSegment {
  const ids = new Map<string, string>();
  for (const { id } of marks(segment.source)) if (!ids.has(id)) ids.set(id, String(ids.size + 1));
  const renumber = (text: Text): Text =>
    text.map((piece): string | Mark => {
      if (typeof piece === 'string') return piece;
      const id = ids.get(piece.id) ?? String(ids.size + 1);
      ids.set(piece.id, id);
      return { ...piece, id };
    });
  const source = renumber(segment.source);
  return {
    ...segment,
    source,
    ...(segment.target !== undefined && { target: { ...segment.target, text: renumber(segment.target.text) } }),
  };
}

function distinct(blocks: readonly RecordedBlock[]): RecordedBlock[] {
  const distinctOf = distinctSegments();
  return blocks.flatMap((block) => {
    const segments = block.segments.flatMap((segment) => distinctOf(segment) ?? []);
    return segments.length === 0 ? [] : [{ ...block, segments }];
  });
}

/** Ids by text, counted where a text occurs again; undefined for a pair that occurs again. Texts are known by hashes: a memory has millions. */
function distinctSegments(): (segment: RecordedSegment) => RecordedSegment | undefined {
  const seen = new Map<string, string | Set<string>>();
  return (segment) => {
    const name = segmentId(segment.source, 1);
    const target = segment.target === undefined ? '' : hash('sha256', toFragment(segment.target.text)).slice(0, 15);
    const known = seen.get(name);
    if (known === undefined) {
      seen.set(name, target);
      return { ...segment, id: name };
    }
    const targets = typeof known === 'string' ? new Set([known]) : known;
    if (targets.has(target)) return undefined;
    seen.set(name, targets.add(target));
    return { ...segment, id: segmentId(segment.source, targets.size) };
  };
}

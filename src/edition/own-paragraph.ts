/**
 * A paragraph of the edition's own, put where a person would put it in the file. The file is changed, read, and taken in as any edit by
 * hand is, so that the record says the same of both.
 */

import type { Addition, Article } from '../article.ts';
import { layoutOf } from '../markdown/layout.ts';
import { outlineOf } from '../markdown/outline.ts';
import { findAdditions } from '../memory/additions.ts';
import { matchRecord } from '../memory/match-segments.ts';
import type { RecordedSegment } from '../memory/record.ts';
import { recordAhead } from '../memory/renew.ts';
import { shownIn } from '../memory/shown.ts';
import { partitionPoint } from '../ranges/partition-point.ts';
import { splice } from '../splice.ts';
import type { Desk } from './desk.ts';
import { type OpenEdition, openEdition, segmentsOf } from './open.ts';
import { withRecord, writeFiles } from './outcome.ts';

type Files = ReturnType<typeof writeFiles>;

/** Why nothing is done. `gone`: what was meant is not there, or no longer as it was. `unread`: in the file it would not read as what it shall be. */
type Refusal = 'gone' | 'unread';

/** A paragraph of the edition's own: Markdown that no sentence of the source is said by. */
export interface OwnParagraph {
  /** Id of the segment whose block it follows; null before all. */
  readonly after: string | null;
  /** What it was; undefined for a new one. */
  readonly was?: string | undefined;
  /** What it shall be; empty to take it out. */
  readonly markdown: string;
}

/** @returns the edition's files with it */
export function withOwnParagraph(open: OpenEdition, { after, was, markdown }: OwnParagraph, desk: Desk): Files | Refusal {
  const present = open.taken.present?.();
  if (present === undefined || open.source.format !== 'markdown') return 'gone';
  const eol = present.source.includes('\r\n') ? '\r\n' : '\n';
  const said = markdown.trim().replace(/\r\n|\n|\r/g, eol);
  const known = was === undefined ? undefined : recordedOwn(open, after, was);
  const place = was === undefined ? placeAfter(open, present, after) : placeOf(open, present, known);
  if (place === undefined || (said === '' && was === undefined)) return 'gone';
  const text = was !== undefined ? said : place.isFirst === true ? said + eol + eol : eol + eol + said;
  const span = said === '' ? withBlankLines(present.source, place) : { start: place.start, end: place.end };
  const markdownSaid = said.replaceAll('\r\n', '\n');
  const wanted = changed(open.record.additions, known, markdownSaid);
  const isMeant = ({ record }: OpenEdition) =>
    was === undefined ? isOneMore(open.record.additions, record.additions, markdownSaid) : isSameSet(record.additions, wanted);
  return filesFrom(open, splice(present.source, [{ span, text }]), desk, isMeant);
}

/**
 * The files as a run would leave them after somebody had changed the edition's file so. While sentences wait for an engine, the file has
 * the change alone, and the next run finds it in the record.
 */
function filesFrom(open: OpenEdition, localized: string, desk: Desk, isMeant: (now: OpenEdition) => boolean): Files | Refusal {
  const texts = { record: open.texts.record, localized };
  const now = openEdition(open, open.edition.article, texts, desk);
  if (!isMeant(now)) return 'unread';
  if (now.pending.length === 0) return writeFiles(now, now.edition, true, desk);
  return withRecord(open, recordAhead(now.edition, now.record), { text: localized, findings: [], rendered: undefined }, desk);
}

/** The record's own form of a paragraph: the sentence that it follows may be another by now, or have another name. */
function recordedOwn({ edition, record }: OpenEdition, after: string | null, was: string): Addition | undefined {
  const at = (edition.additions ?? []).findIndex((one) => one.after === after && one.markdown === was);
  return record.additions[at];
}

function changed(additions: readonly Addition[], known: Addition | undefined, markdown: string): readonly Addition[] {
  const rest = additions.filter((one) => one !== known);
  return markdown === '' || known === undefined ? rest : [...rest, { after: known.after, markdown }];
}

/** A new one is where it was put: behind a list it follows the last sentence of the list, whichever sentence was meant. */
function isOneMore(before: readonly Addition[], is: readonly Addition[], markdown: string): boolean {
  return is.some((one, at) => one.markdown === markdown && isSameSet(is.toSpliced(at, 1), before));
}

/** In the file they are in its own order. */
function isSameSet(is: readonly Addition[], wanted: readonly Addition[]): boolean {
  const names = (all: readonly Addition[]) => all.map(({ after, markdown }) => JSON.stringify([after, markdown])).sort();
  return JSON.stringify(names(is)) === JSON.stringify(names(wanted));
}

interface Place {
  readonly start: number;
  readonly end: number;
  /** Before all of the body. */
  readonly isFirst?: boolean;
}

/** Behind the lines that belong to the segment's block: those of a list or a quote as a whole. */
function placeAfter(open: OpenEdition, present: Article, after: string | null): Place | undefined {
  const chunks = outlineOf(present)?.chunks ?? [];
  const { body } = layoutOf(present);
  if (after === null) return { start: chunks[0] ?? body, end: chunks[0] ?? body, isFirst: true };
  const recorded = recordedAt(open, after);
  const { readings, pairs } = shownIn(present, open.record);
  const index = open.record.blocks.findIndex(({ segments }) => segments.some((one) => one === recorded));
  const said = recorded === undefined ? undefined : readings.get(recorded)?.said.at(-1)?.segment;
  const block = pairs.get(index) ?? present.blocks.find(({ segments }) => segments.some((one) => one === said));
  if (block === undefined) return undefined;
  const next = chunks[partitionPoint(chunks.length, (at) => (chunks[at] as number) < block.span.end)] ?? present.source.length;
  const end = Math.max(present.source.slice(0, next).trimEnd().length, ...ownBehind(open, present, after));
  return { start: end, end };
}

/** Where those that follow the segment already end: another one is behind them. */
function ownBehind({ edition, record }: OpenEdition, present: Article, after: string): number[] {
  const here = record.additions.filter((_, at) => edition.additions?.[at]?.after === after);
  return findAdditions(record.additions, present).found.flatMap(({ addition, span }) => (here.includes(addition) ? [span.end] : []));
}

/** What the file shows of a sentence; of one that it does not show yet, of the nearest one before that it shows. */
function recordedAt({ edition: { article }, record }: OpenEdition, id: string): RecordedSegment | undefined {
  const { same, before } = matchRecord(article, record);
  const all = segmentsOf(article);
  const upTo = all.slice(0, all.findIndex((one) => one.id === id) + 1);
  const shown = upTo.findLast((one) => same.has(one.id) || before.has(one.id))?.id ?? '';
  return same.get(shown) ?? before.get(shown);
}

function placeOf({ record }: OpenEdition, present: Article, known: Addition | undefined): Place | undefined {
  return findAdditions(record.additions, present).found.find(({ addition }) => addition === known)?.span;
}

/** A paragraph that goes takes the blank line behind it along; the last one that before it. */
function withBlankLines(source: string, { start, end }: Place): Place {
  if (source.slice(end).trim() === '') return { start: source.slice(0, start).trimEnd().length, end };
  const behind = /^(?:\r\n|\n|\r)(?:[ \t]*(?:\r\n|\n|\r))?/.exec(source.slice(end))?.[0].length ?? 0;
  return { start, end: end + behind };
}

/** Targets that need no engine: those whose source and glossary are unchanged. */

import type { Article, Block, Segment, Target, TermUse, Text } from '../article.ts';
import { memoryKey, withPresentSpace } from '../text/white-space.ts';
import { withPresentMarks } from './mark-ids.ts';
import { matchRecord } from './match-segments.ts';
import { withNumbers, withoutNumbers } from './other-figures.ts';
import type { EditionRecord, RecordedSegment } from './record.ts';
import { isPersons } from './shown-text.ts';

/** What is around a segment, for a memory that knows other articles. */
export interface SegmentContext {
  readonly kind: Block['kind'];
  /** The segments before and after it in the article. */
  readonly previous: Text | undefined;
  readonly next: Text | undefined;
}

export interface Remembered {
  readonly source: Text;
  readonly target: Target;
  /** The article that it comes from. */
  readonly slug: string;
  /** Whether it was in the same kind of block between the same neighbours. */
  readonly inContext: boolean;
}

/** What other articles of the locale know of a text, best first: in context before elsewhere, reviewed before machine. */
export type Lookup = (text: Text, context: SegmentContext) => readonly Remembered[];

export interface RecallOptions {
  /** The glossary entries that touch a segment at present. */
  readonly terms: (segment: Segment) => readonly TermUse[];
  readonly memory?: Lookup;
  /** As `memory.outdated` of the configuration; with `keep`, a reviewed target stays although its source changed. */
  readonly outdated?: 'retranslate' | 'keep';
  /** Whether sentences that the edition's person left out are translated after all. */
  readonly fill?: boolean;
}

/**
 * The valid targets of an article, by segment id. In this order: the same article's record (same place, then moved), the
 * memory of other articles, the same sentence with other numbers. A machine target made with other glossary entries is not
 * valid; a reviewed one is its person's, and stays.
 */
export function recall(article: Article, record: EditionRecord, options: RecallOptions): Map<string, Target> {
  const targets = new Map<string, Target>();
  const { same, before } = matchRecord(article, record);
  const leaders = leadersOf(record);
  const kept = new Set(same.values());
  const likeButNumbers = byFigures(record);
  const ahead = translatedAhead(record);
  const locales = { from: article.locale, to: record.locale };
  const unlessFilled = (one: RecordedSegment | undefined) => (options.fill === true && one?.target?.state === 'left-out' ? undefined : one);
  for (const { segment, context } of withContext(article)) {
    const terms = options.terms(segment);
    const own = unlessFilled(same.get(segment.id));
    const was = unlessFilled(before.get(segment.id));
    const leader = own === undefined ? undefined : leaders.get(own);
    const isValid = own?.target !== undefined && (leader === undefined || kept.has(leader));
    const keep = was?.target?.state === 'left-out' || (options.outdated === 'keep' && isPersons(was?.target));
    const found =
      (isValid ? fromRecord(own, own.target, segment, terms) : undefined) ??
      ahead(segment, terms) ??
      (keep ? validTarget(was.source, was.target, segment, terms) : undefined) ??
      fromMemory(segment, context, terms, options.memory, { ...locales, slug: article.id }) ??
      likeButNumbers(segment.text).reduce<Target | undefined>(
        (target, one) => target ?? otherNumbers(one, segment, terms, locales),
        undefined,
      );
    if (found !== undefined) targets.set(segment.id, found);
  }
  return targets;
}

/** Finds targets that a run had translated when it ended before it could write the edition (`recordAhead`). */
function translatedAhead(record: EditionRecord): (segment: Segment, terms: readonly TermUse[]) => Target | undefined {
  const known = Map.groupBy(
    record.retired.filter((one) => one.target?.state === 'machine'),
    (one) => memoryKey(one.source),
  );
  return (segment, terms) => {
    for (const { source, target } of known.size === 0 ? [] : (known.get(memoryKey(segment.text)) ?? [])) {
      const valid = target === undefined ? undefined : validTarget(source, target, segment, terms);
      if (valid !== undefined) return valid;
    }
    return undefined;
  };
}

/** The record of an edition that has none yet. */
export function emptyRecord(article: Article, locale: string): EditionRecord {
  return { slug: article.id, sourceLocale: article.locale, locale, blocks: [], additions: [], retired: [] };
}

/** The target for a segment, where it is valid for it: a reviewed one always, a machine's with the glossary that it was made with. */
function validTarget(source: Text, target: Target, segment: Segment, terms: readonly TermUse[]): Target | undefined {
  if (target.state === 'machine' && !sameTerms(target.terms, terms)) return undefined;
  return { ...target, terms, text: withPresentMarks(target.text, source, segment.text) };
}

/** A target whose record does not name its glossary entries is taken to be made with the present ones. */
function fromRecord(own: RecordedSegment, target: Target, segment: Segment, terms: readonly TermUse[]): Target | undefined {
  if (own.unsigned === undefined) return validTarget(own.source, target, segment, terms);
  return validTarget(own.source, { ...target, terms, text: withPresentSpace(target.text, segment.text) }, segment, terms);
}

export function sameTerms(a: readonly TermUse[], b: readonly TermUse[]): boolean {
  const set = (terms: readonly TermUse[]) => new Set(terms.map(({ source, target }) => `${source}\u0000${target}`));
  const [left, right] = [set(a), set(b)];
  return left.size === right.size && left.isSubsetOf(right);
}

/**
 * A match in context is the same sentence in the same place of another article, and as good there as here; so is what a person wrote for
 * this article before its edition was pruned. One out of context, or with other numbers, is a draft, whoever made it.
 */
function fromMemory(
  segment: Segment,
  context: SegmentContext,
  terms: readonly TermUse[],
  lookup: Lookup | undefined,
  locales: Locales & { readonly slug: string },
): Target | undefined {
  const own = prunedName(locales.slug);
  const known = lookup?.(segment.text, context) ?? [];
  // Its own before that of others, who may have put it otherwise.
  for (const { source, target, slug, inContext } of [...known].sort((a, b) => Number(b.slug === own) - Number(a.slug === own))) {
    if (target.text.length === 0) continue;
    if (memoryKey(source) !== memoryKey(segment.text)) {
      const other = otherNumbers({ source, target }, segment, terms, locales);
      if (other !== undefined) return other;
      continue;
    }
    const valid = validTarget(source, target, segment, terms);
    if (valid !== undefined)
      return {
        ...valid,
        text: withPresentSpace(valid.text, segment.text),
        state: inContext || slug === own ? target.state : 'machine',
        origin: { by: 'memory', ...(slug !== '' && { name: slug }) },
      };
  }
  return undefined;
}

/** The memory that keeps what people wrote for an edition which is gone: `locales/es/memory/pruned/story.xlf`. */
export function prunedName(slug: string): string {
  return `pruned/${slug}`;
}

interface Locales {
  readonly from: string;
  readonly to: string;
}

function otherNumbers(
  known: { source: Text; target?: Target },
  segment: Segment,
  terms: readonly TermUse[],
  { from, to }: Locales,
): Target | undefined {
  if (known.target === undefined || known.target.text.length === 0) return undefined;
  // Whatever its text, it would not be valid; to make the text takes longer than to see that.
  if (!sameTerms(known.target.terms, terms)) return undefined;
  const text = withNumbers(known.source, segment.text, known.target.text, from, to);
  if (text === undefined) return undefined;
  const { rank: _, ...made } = known.target;
  const draft: Target = { ...made, text, state: 'machine', origin: { by: 'memory', name: 'numbers' } };
  return validTarget(known.source, draft, segment, terms);
}

/** Of a table of results, which may have thousands of them: as many as the memory of other articles gives. */
const MOST_ALIKE = 24;

/** Finds the recorded sentences that differ from a text in figures alone: the first ones. */
function byFigures(record: EditionRecord): (text: Text) => readonly RecordedSegment[] {
  let known: Map<string, RecordedSegment[]> | undefined;
  return (text) => {
    known ??= Map.groupBy(
      record.blocks.flatMap((block) => block.segments),
      (segment) => withoutNumbers(segment.source) ?? '',
    );
    const key = withoutNumbers(text);
    return key === undefined ? [] : (known.get(key) ?? []).slice(0, MOST_ALIKE);
  };
}

/** Marks the empty target of a sentence that a person said in the one before it; it is valid as long as that one's target. */
export const MERGED = 'merged';

/** Segments that a person merged into an earlier one of their block, with that one. */
function leadersOf(record: EditionRecord): Map<RecordedSegment, RecordedSegment> {
  const leaders = new Map<RecordedSegment, RecordedSegment>();
  for (const { segments } of record.blocks) {
    let leader: RecordedSegment | undefined;
    for (const segment of segments) {
      if (segment.target?.origin.name !== MERGED || segment.target.text.length > 0) leader = segment;
      else if (leader !== undefined) leaders.set(segment, leader);
    }
  }
  return leaders;
}

/** Every segment with its place, in the order of the article. */
function withContext(article: Article): { readonly segment: Segment; readonly block: Block; readonly context: SegmentContext }[] {
  const all = article.blocks.flatMap((block) => block.segments.map((segment) => ({ segment, block })));
  return all.map(({ segment, block }, at) => ({
    segment,
    block,
    context: { kind: block.kind, previous: all[at - 1]?.segment.text, next: all[at + 1]?.segment.text },
  }));
}

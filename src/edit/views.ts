/** An edition as the page has it: its segments with all that is known of them. */

import type { Block, Segment, Target, Text } from '../article.ts';
import { checkSegments } from '../edition/check-edition.ts';
import { joinableWith } from '../edition/joined-sentences.ts';
import { segmentsOf } from '../edition/open.ts';
import type { Finding } from '../finding.ts';
import { wordDiff } from '../memory/likeness.ts';
import { type Matching, matchRecord } from '../memory/match-segments.ts';
import { saidElsewhere } from '../memory/said-together.ts';
import type { Opened } from '../session/workspace.ts';
import { toFragment, words } from '../text.ts';
import type { CheckedView, DraftView, EditionView, FindingView, MarkView, SegmentView } from './contract.ts';
import type { Draft } from './drafts.ts';
import { marksOf } from './mark-looks.ts';
import type { LastStep } from './steps.ts';
import { baseOf, markFaults, targetFragment, textFrom } from './texts.ts';

/** What is known of an edition besides its files. */
export interface Around {
  readonly drafts: readonly Draft[];
  /** What can be taken back, by its sentence. */
  readonly steps: ReadonlyMap<string, LastStep>;
  /** Who asks. */
  readonly author: string;
}

/** Around an edition for whoever has written nothing. */
export const NOBODY: Around = { drafts: [], steps: new Map(), author: '' };

/** An edition's view whose segments are made when they are asked for: the first rows of a long page wait for no others. */
export interface GrowingView extends EditionView {
  /** @returns undefined where the article has no such segment */
  readonly of: (id: string | undefined) => SegmentView | undefined;
}

export function editionView(opened: Opened, around: Around): GrowingView {
  const { open } = opened;
  const { article } = open.edition;
  const bySegment = Map.groupBy(opened.findings.known(), ({ segment }) => segment);
  const places = new Map(article.blocks.flatMap((block) => block.segments.map((segment) => [segment.id, { block, segment }] as const)));
  const known = { ...around, matching: matchRecord(article, open.record), said: saidElsewhere(article, open.edition.targets) };
  const made = new Map<string, SegmentView>();
  const of: GrowingView['of'] = (id = '') => {
    const place = places.get(id);
    const view = made.get(id) ?? (place && viewOf(opened, place.block, place.segment, { ...known, findings: bySegment.get(id) ?? [] }));
    if (view !== undefined) made.set(id, view);
    return view;
  };
  return {
    of,
    slug: opened.name,
    locale: open.locale,
    sourceLocale: article.locale,
    format: open.source.format,
    hand: open.hand,
    get segments() {
      return [...places.keys()].map((id) => of(id) as SegmentView);
    },
    own: open.edition.additions ?? [],
    findings: (bySegment.get(undefined) ?? []).map(findingView),
    ...(!opened.findings.isDone() && { isLooking: true }),
  };
}

/** @returns undefined where the article has no such segment */
export function segmentView(opened: Opened, id: string, around: Around): SegmentView | undefined {
  const { edition, record } = opened.open;
  const block = edition.article.blocks.find(({ segments }) => segments.some((segment) => segment.id === id));
  const segment = block?.segments.find((one) => one.id === id);
  if (block === undefined || segment === undefined) return undefined;
  const findings = opened.findings.of(id);
  const said = saidElsewhere(edition.article, edition.targets);
  return viewOf(opened, block, segment, { ...around, matching: matchRecord(edition.article, record), said, findings });
}

interface Known extends Around {
  readonly matching: Matching;
  /** Segments that are said in other ones' sentences. */
  readonly said: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
}

function viewOf(
  { open, desk }: Opened,
  block: Block,
  segment: Segment,
  { matching, said, findings, drafts, steps, author }: Known,
): SegmentView {
  const { id, text } = segment;
  const { kind, path, note } = block;
  const target = open.edition.targets.get(id);
  const base = baseOf(target);
  const step = steps.get(id);
  const was = formerOf(segment, matching);
  const notes = (matching.same.get(id) ?? matching.before.get(id))?.notes;
  const says = block.segments.flatMap((one) => (said.get(one.id) === id ? [one.id] : []));
  const [joins, saidIn] = [joinableWith(block, id, open.edition.targets)?.id, said.get(id)];
  return {
    id,
    kind,
    ...(path !== undefined && { path }),
    ...(note !== undefined && { note }),
    ...(notes !== undefined && { notes }),
    source: toFragment(text),
    target: targetFragment(target),
    state: target?.state ?? 'missing',
    ...(target !== undefined && { by: target.origin }),
    base,
    ...(target?.state === 'machine' && target.rank !== undefined && { doubt: target.rank }),
    marks: allMarks(text, target),
    terms: desk.glossary.matches(segment).map(({ term, start, end }) => ({ source: term.source, target: term.target, start, end })),
    ...(joins !== undefined && { joins }),
    ...(says.length > 0 && { says }),
    ...(saidIn !== undefined && { saidIn }),
    ...(was !== undefined && { was }),
    ...(step?.base === base && { undo: step.name }),
    drafts: drafts.filter((draft) => draft.segment === id).map((draft) => draftView(draft, author)),
    findings: findings.map(findingView),
  };
}

/** Of the source, and what a person's target has besides: their own, or those of a sentence that is said in it. */
function allMarks(source: Text, target: Target | undefined): MarkView[] {
  const own = marksOf(source);
  if (target?.state !== 'reviewed') return own;
  return [...own, ...marksOf(target.text).filter(({ id }) => !own.some((mark) => mark.id === id))];
}

/** What the sentence was when its target was made, where its author has changed it since. */
function formerOf({ id, text }: Segment, { same, before }: Matching): SegmentView['was'] {
  const outdated = same.get(id)?.outdated;
  const was = before.get(id) ?? (outdated === undefined ? undefined : { source: outdated.source, target: outdated.target });
  if (was === undefined) return undefined;
  return { diff: wordDiff(words(was.source), words(text)), target: targetFragment(was.target) };
}

function draftView({ text, base, author, at, accepted }: Draft, me: string): DraftView {
  return { text, base, author, at, isWaiting: accepted !== undefined, isMine: author === me };
}

function findingView({ check, level, message, wording, expected, got }: Finding): FindingView {
  return {
    check,
    level,
    message,
    ...(wording !== undefined && { wording }),
    ...(expected !== undefined && { expected }),
    ...(got !== undefined && { got }),
  };
}

export function findingsOf(opened: Opened, segment: string): FindingView[] {
  return opened.findings.of(segment).map(findingView);
}

/**
 * What a text would have if it were the segment's; nothing is written.
 * @returns undefined where the article has no such segment
 */
export function checked({ open, desk }: Opened, id: string, fragment: string): CheckedView | undefined {
  const segment = segmentsOf(open.edition.article).find((one) => one.id === id);
  if (segment === undefined) return undefined;
  const current = open.edition.targets.get(id);
  const text = textFrom(fragment, segment.text, current);
  const targets = new Map(open.edition.targets);
  targets.set(id, { text, state: 'reviewed', origin: { by: 'person' }, terms: desk.glossary.touching(segment) });
  const findings = checkSegments(open, { ...open.edition, targets }, new Set([id]), desk);
  return { findings: findings.map(findingView), ...markFaults(text, segment.text, current) };
}

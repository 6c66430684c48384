/** Runs a given list of checks over an edition: remarks become findings with a level and a place. */

import type { Article, Block, Edition, Segment, Text } from '../article.ts';
import { type Finding, findingRules } from '../finding.ts';
import type { Term } from '../glossary/term.ts';
import type { AnchorSettingName } from '../markdown/anchor-rules.ts';
import { withAllItSays } from '../memory/said-together.ts';
import { worded } from '../text/worded.ts';
import { words } from '../text.ts';
import type { Check, EditionCheck, Remark, SegmentCheck } from './check.ts';
import type { Levels } from './levels.ts';
import { positionFinder } from './positions.ts';
import { type RecordedWaivers, waiversOf } from './waivers.ts';

export interface CheckOptions {
  /** The glossary of the edition's locale. */
  readonly terms?: readonly Term[];
  /** `config.checks`: a check's level instead of its own, or `off`. */
  readonly levels?: Levels;
  /** The edition's text as written; without it findings have no line, and checks of whole editions do not run. */
  readonly output?: string;
  /** Path of the edition, for the findings. */
  readonly file?: string;
  /** Path of the source. */
  readonly sourceFile?: string;
  /** Keys of the front matter that the edition's file has had: what is gone of them a person has taken out. */
  readonly formerKeys?: ReadonlySet<string>;
  /** Whether a path, relative to the project, exists. */
  readonly exists?: (path: string) => boolean;
  /** The configuration's `markdown.anchors`; `none` without it. */
  readonly anchors?: AnchorSettingName;
  /** By segment: what a person has waived in the record. */
  readonly waivers?: RecordedWaivers;
  /** Only these segments, and no check of the whole edition: what a sentence that is being written has by itself. */
  readonly only?: ReadonlySet<string>;
  /** Whether the checks of whole editions run: by default where `only` is absent. */
  readonly whole?: boolean;
}

/**
 * @returns findings in the order of the source; segments without a target, and those that a person took out, have none
 */
export function runChecks(checks: readonly Check[], edition: Edition, options: CheckOptions = {}): Finding[] {
  const { terms = [], levels = {}, output, file, sourceFile, exists, anchors = 'none', only, whole = only === undefined } = options;
  const { formerKeys = new Set() } = options;
  const active = checks.filter((check) => levels[check.name] !== 'off');
  const waived = waiversOf(edition.article, options.waivers);
  const place = output === undefined ? undefined : positionFinder(edition, output);
  const segments = new Map<string, { block: Block; segment: Segment; at: number; order: number }>();
  for (const block of edition.article.blocks)
    for (const [at, segment] of block.segments.entries()) segments.set(segment.id, { block, segment, at, order: segments.size });

  const saidBy = new Map<Text, string>();
  // One string for all findings of a sentence: a broken one may have hundreds.
  const said = (text: Text): string => {
    const known = saidBy.get(text) ?? words(text);
    saidBy.set(text, known);
    return known;
  };
  const found: { finding: Finding; order: number }[] = [];
  const report = (check: Check, remark: Remark, id: string | undefined) => {
    const level = levels[check.name] ?? remark.level ?? findingRules[check.name].level;
    if (level === 'off' || waived(check.name, id)) return;
    const known = id === undefined ? undefined : segments.get(id);
    const target = id === undefined ? undefined : edition.targets.get(id);
    const at = known === undefined || remark.line !== undefined ? undefined : place?.(known.segment.id, remark.mark);
    const finding: Finding = {
      check: check.name,
      level,
      message: remark.message,
      ...(remark.wording === undefined ? {} : { wording: remark.wording }),
      slug: edition.article.id,
      locale: edition.locale,
      ...(id === undefined ? {} : { segment: id }),
      ...(file === undefined ? {} : { file }),
      ...(at ?? {}),
      ...(remark.line === undefined ? {} : { line: remark.line, column: remark.column ?? 1 }),
      ...(known === undefined ? {} : { source: said(known.segment.text) }),
      ...(target === undefined ? {} : { target: said(target.text) }),
      ...(remark.expected === undefined ? {} : { expected: remark.expected }),
      ...(remark.got === undefined ? {} : { got: remark.got }),
      ...(remark.fix === undefined ? {} : { fix: remark.fix }),
    };
    found.push({ finding, order: known?.order ?? -1 });
  };

  const bySegment = active.filter((check): check is SegmentCheck => 'segment' in check);
  for (const { block, segment, at } of segments.values()) {
    if (only?.has(segment.id) === false) continue;
    const input = segmentCase(edition, block, at, terms);
    if (input === undefined) continue;
    for (const check of bySegment) for (const remark of bounded(check.segment(input))) report(check, remark, segment.id);
  }
  const format = edition.article.blocks[0]?.kind === 'string' ? 'strings' : 'markdown';
  if (output !== undefined && whole)
    for (const check of active.filter((check): check is EditionCheck => 'edition' in check && (check.format ?? format) === format))
      for (const remark of check.edition({ edition, output, terms, file, sourceFile, exists, anchors, formerKeys }))
        report(check, remark, remark.segment);
  return found.sort((a, b) => a.order - b.order).map(({ finding }) => finding);
}

/** Of one check in one sentence: whoever mends a hundred places sees the others. */
const MOST_REMARKS = 100;

/** The remarks that are told; the last of them says how many more there are. */
function bounded(remarks: readonly Remark[]): readonly Remark[] {
  const last = remarks[MOST_REMARKS - 1];
  if (last === undefined || remarks.length === MOST_REMARKS) return remarks;
  const { message, wording = { form: message, values: [] } } = last;
  const more = (remarks.length - MOST_REMARKS).toLocaleString('en');
  return [...remarks.slice(0, MOST_REMARKS - 1), { ...last, ...worded`${{ message, wording }}, and ${more} more in this sentence` }];
}

/**
 * What a segment check is given, a segment with the source of all that its target says; undefined where there is nothing to check.
 * @param at of the segment in its block
 */
export function segmentCase(edition: Edition, block: Block, at: number, terms: readonly Term[]) {
  const target = edition.targets.get(block.segments[at]?.id ?? '');
  if (target === undefined) return undefined;
  // An empty target of a person's is their decision to leave the sentence out.
  if (target.state !== 'machine' && target.text.length === 0) return undefined;
  const { article }: { article: Article } = edition;
  const whole = withAllItSays(article, block, at, edition.targets);
  return {
    edition,
    article,
    block,
    segment: whole,
    target,
    from: article.locale,
    to: edition.locale,
    sourceWords: words(whole.text),
    targetWords: words(target.text),
    terms,
  };
}

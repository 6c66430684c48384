/** The checks over many editions as their files are, and the repairs that a rule can make. */

import type { Target } from '../article.ts';
import type { SegmentCheck } from '../checks/check.ts';
import { atLevels } from '../checks/levels.ts';
import { segmentCase } from '../checks/run-checks.ts';
import type { KnownError } from '../errors.ts';
import type { Finding } from '../finding.ts';
import { countTerms, noTerms, type TermCounts } from '../glossary/report.ts';
import { counted } from '../text/counted.ts';
import { sameText, words } from '../text.ts';
import { checkFile } from './check-file.ts';
import type { EditionTools } from './desk.ts';
import type { Disk } from './disk.ts';
import { everyEdition, type JudgedEdition } from './every.ts';
import type { Glossary } from './glossary.ts';
import { type OpenEdition, openEdition } from './open.ts';
import { writeFiles } from './outcome.ts';
import type { Chosen } from './selection.ts';
import type { Source } from './source.ts';
import type { EditionState } from './status.ts';

interface CheckedEdition {
  readonly format: Source['format'];
  readonly slug: string;
  readonly locale: string;
  readonly file: string;
  readonly state: EditionState;
}

export interface Checked {
  readonly editions: readonly CheckedEdition[];
  readonly findings: readonly Finding[];
  /** Targets that `fix` has changed. */
  readonly fixed: number;
  /** How well targets hold to the glossary, by locale. */
  readonly terms: ReadonlyMap<string, TermCounts>;
  /** Articles that could not be read; the others were checked. */
  readonly unreadable: readonly KnownError[];
}

export interface RecheckOptions {
  readonly chosen: readonly Chosen[];
  /** Which editions are concerned; all where it is absent. */
  readonly concerns?: ((source: Source, locale: string) => boolean) | undefined;
  /** Whether an edition that is not fresh is an error. */
  readonly frozen?: boolean;
  /** Told of every edition, as it is after repairs. */
  readonly onEdition?: (open: OpenEdition) => void;
  /** Writes what the checks' repairs give. */
  readonly fix?: boolean;
}

export async function checkEditions(disk: Disk, options: RecheckOptions): Promise<Checked> {
  const editions: CheckedEdition[] = [];
  const findings: Finding[] = [];
  const unreadable: KnownError[] = [];
  const terms = new Map<string, TermCounts>();
  let fixed = 0;
  const { concerns = () => true } = options;
  const concerned = options.chosen
    .map(({ source, locales }) => ({ source, locales: locales.filter((locale) => concerns(source, locale)) }))
    .filter(({ locales }) => locales.length > 0);
  for (const judged of everyEdition(disk, concerned, (error) => unreadable.push(error))) {
    const { desk, status } = judged;
    const { source, locale, file, edition } = judged.open;
    const repaired = options.fix === true ? await repair(disk, judged) : 0;
    fixed += repaired;
    const open = repaired > 0 ? openEdition(judged.open, edition.article, disk.read(judged.open), desk) : judged.open;
    terms.set(locale, withTerms(terms.get(locale) ?? noTerms(), open, desk.glossary));
    editions.push({ format: source.format, slug: source.slug, locale, file, state: status.state });
    options.onEdition?.(open);
    if (options.frozen === true && status.state !== 'fresh') findings.push(staleFinding(judged));
    findings.push(...open.findings);
    if (open.texts.localized !== undefined && open.hand === 'dragoman') findings.push(...checkFile(open, open.texts.localized, desk));
  }
  return { editions, findings: atLevels(findings, disk.settings.config.checks), fixed, terms, unreadable };
}

function withTerms(counts: TermCounts, { edition }: OpenEdition, glossary: Glossary): TermCounts {
  for (const segment of edition.article.blocks.flatMap((block) => block.segments)) {
    const target = edition.targets.get(segment.id);
    if (target === undefined || target.text.length === 0) continue;
    const asked = glossary.matches(segment).map((match) => match.term);
    countTerms(counts, asked, { words: words(target.text), isRepaired: target.origin.by === 'repair' }, edition.locale);
  }
  return counts;
}

const STATES: Record<Exclude<EditionState, 'fresh'>, string> = {
  stale: 'The edition is stale',
  missing: 'The edition is missing',
  'hand-made': 'The edition has no record',
};

function staleFinding({ open, status }: JudgedEdition): Finding {
  const waiting = status.reasons.filter(({ segment }) => segment !== undefined).length;
  const state = status.state === 'fresh' ? 'stale' : status.state;
  return {
    check: 'frozen',
    level: 'error',
    message:
      waiting === 0
        ? STATES[state]
        : `${STATES[state]}: ${waiting} of ${counted(status.segments, 'sentence')} ${waiting === 1 ? 'waits' : 'wait'} for a translation`,
    slug: open.source.slug,
    locale: open.edition.locale,
    file: open.file,
    expected: ['what "dragoman translate" writes'],
  };
}

/** @returns how many targets changed; record and edition are written where any did, unless somebody has saved them this instant */
async function repair(disk: Disk, { open, desk }: JudgedEdition): Promise<number> {
  if (open.texts.localized === undefined || open.hand === 'person' || open.pending.length > 0) return 0;
  const rules = desk.checks.filter(repairs);
  const targets = new Map(open.edition.targets);
  let fixed = 0;
  for (const block of open.edition.article.blocks)
    for (const [at, segment] of block.segments.entries())
      for (const rule of rules) {
        const input = segmentCase({ ...open.edition, targets }, block, at, desk.glossary.terms);
        if (input === undefined || rule.segment(input).length === 0) continue;
        const text = rule.repair(input);
        if (sameText(text, input.target.text)) continue;
        // A person's target stays theirs: a repair of white space does not change who wrote it.
        const target: Target = {
          ...input.target,
          text,
          ...(input.target.state === 'machine' && { origin: { by: 'repair', name: rule.name } }),
        };
        targets.set(segment.id, target);
        fixed++;
      }
  if (fixed === 0) return 0;
  const { file, recordFile, texts } = open;
  const { merging: _, ...files } = writeFiles(open, { ...open.edition, targets }, true, desk);
  return (await disk.write({ file, recordFile, texts, ...files, removed: [] })) ? fixed : 0;
}

function repairs(check: EditionTools['checks'][number]): check is SegmentCheck & Required<Pick<SegmentCheck, 'repair'>> {
  return 'segment' in check && check.repair !== undefined;
}

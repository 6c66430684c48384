/** Checks over editions as they stand on disk, and the repairs that a rule can make. */

import type { Edition, Target } from '../article.ts';
import type { SegmentCheck } from '../checks/check.ts';
import { atLevels } from '../checks/levels.ts';
import { segmentCase } from '../checks/run.ts';
import { writtenEdition } from '../edition/writing.ts';
import type { KnownError } from '../errors.ts';
import type { Finding } from '../finding.ts';
import { countTerms, noTerms, type TermCounts } from '../glossary/report.ts';
import { sameText, words } from '../text.ts';
import { checkEdition, type EditionTools, type Glossary, type OpenEdition, openEdition, renewedRecord } from './editions.ts';
import { writePair } from './files.ts';
import { editionFile, glossaryFile, locate, type Project, recordFile, type Source } from './project.ts';
import { type EditionState, type StandingEdition, standingEditions } from './status.ts';

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
  /** How the glossary is held to, by locale. */
  readonly terms: ReadonlyMap<string, TermCounts>;
  /** Articles that could not be read; the others were checked. */
  readonly unreadable: readonly KnownError[];
}

export interface RecheckOptions {
  readonly sources: readonly Source[];
  readonly locales: readonly string[];
  /** Only editions whose source, file, record or glossary is among these paths. */
  readonly changed?: ReadonlySet<string> | undefined;
  /** Whether an edition that is not fresh is an error. */
  readonly frozen?: boolean;
  /** Writes what the checks' repairs give. */
  readonly fix?: boolean;
}

export function checkEditions(project: Project, tools: EditionTools, options: RecheckOptions): Checked {
  const editions: CheckedEdition[] = [];
  const findings: Finding[] = [];
  const unreadable: KnownError[] = [];
  const terms = new Map<string, TermCounts>();
  let fixed = 0;
  for (const chosen of chosenEditions(project, options))
    for (const standing of standingEditions(project, tools, chosen, (error) => unreadable.push(error))) {
      const { glossary, status } = standing;
      const repaired = options.fix === true ? repair(project, tools, standing) : 0;
      fixed += repaired;
      const { source, edition } = standing.open;
      const open = repaired > 0 ? openEdition(project, source, edition.article, edition.locale, { glossary, tools }) : standing.open;
      terms.set(edition.locale, withTerms(terms.get(edition.locale) ?? noTerms(), open, glossary));
      editions.push({ format: source.format, slug: source.slug, locale: edition.locale, file: open.file, state: status.state });
      if (options.frozen === true && status.state !== 'fresh') findings.push(staleFinding(standing));
      findings.push(...open.findings);
      if (open.text !== undefined && open.hand === 'dragoman')
        findings.push(...checkEdition(project, open, open.edition, open.text, { glossary, tools }));
    }
  return { editions, findings: atLevels(findings, project.config.checks), fixed, terms, unreadable };
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

function staleFinding({ open, status }: StandingEdition): Finding {
  const waiting = status.reasons.filter(({ segment }) => segment !== undefined).length;
  const state = status.state === 'fresh' ? 'stale' : status.state;
  return {
    check: 'frozen',
    level: 'error',
    message: waiting === 0 ? STATES[state] : `${STATES[state]}: ${waiting} of ${status.segments} sentences wait for a translation`,
    slug: open.source.slug,
    locale: open.edition.locale,
    file: open.file,
    expected: ['what "dragoman translate" writes'],
  };
}

/** Articles grouped by the locales that concern them, so that each glossary is read once a group. */
function chosenEditions(project: Project, { sources, locales, changed }: RecheckOptions): { sources: Source[]; locales: string[] }[] {
  const concerned = (source: Source) =>
    locales.filter((locale) => {
      const files = [source.file, editionFile(project, source, locale), recordFile(project, source, locale), glossaryFile(project, locale)];
      return changed === undefined || files.some((file) => changed.has(file));
    });
  const groups = Map.groupBy(sources, (source) => concerned(source).join(','));
  return [...groups].filter(([key]) => key !== '').map(([key, members]) => ({ sources: members, locales: key.split(',') }));
}

/** @returns how many targets changed; record and edition are written where any did */
function repair(project: Project, tools: EditionTools, { open, glossary }: StandingEdition): number {
  if (open.text === undefined || open.hand === 'person' || open.pending.length > 0) return 0;
  const rules = tools.checks.filter(repairs);
  const targets = new Map(open.edition.targets);
  let fixed = 0;
  for (const block of open.edition.article.blocks)
    for (const segment of block.segments)
      for (const rule of rules) {
        const input = segmentCase({ ...open.edition, targets }, block, segment, glossary.terms);
        if (input === undefined || rule.segment(input).length === 0) continue;
        const text = rule.repair(input);
        if (sameText(text, input.target.text)) continue;
        // A person's target stays theirs: white space is no statement of who wrote it.
        const target: Target = {
          ...input.target,
          text,
          ...(input.target.state === 'machine' && { origin: { by: 'repair', name: rule.name } }),
        };
        targets.set(segment.id, target);
        fixed++;
      }
  if (fixed === 0) return 0;
  const edition: Edition = { ...open.edition, targets };
  const output = writtenEdition(project, open.source, edition);
  writePair(
    { path: locate(project, open.recordFile), text: tools.recordFormat.write(renewedRecord(project, open, edition, output)) },
    { path: locate(project, open.file), text: output },
  );
  return fixed;
}

function repairs(check: EditionTools['checks'][number]): check is SegmentCheck & Required<Pick<SegmentCheck, 'repair'>> {
  return 'segment' in check && check.repair !== undefined;
}

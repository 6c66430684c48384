/** Checks over editions as they stand on disk, and the repairs that a rule can make. */

import type { Edition, Target } from './article.ts';
import type { SegmentCheck } from './checks/check.ts';
import { segmentCase } from './checks/run.ts';
import {
  checkEdition,
  type EditionTools,
  type Glossary,
  type OpenEdition,
  openEdition,
  openGlossary,
  openSource,
  writtenEdition,
} from './editions.ts';
import { KnownError } from './errors.ts';
import { sha256, writePair } from './files.ts';
import type { Finding } from './finding.ts';
import { recordOf } from './memory/renew.ts';
import { editionFile, glossaryFile, locate, type Project, recordFile, type Source } from './project.ts';
import { sameText } from './text.ts';

export interface CheckedEdition {
  readonly slug: string;
  readonly locale: string;
  readonly file: string;
  /** `stale`: a sentence waits for its translation, or the file is not what its record gives; `hand-made`: has no record. */
  readonly state: 'fresh' | 'stale' | 'missing' | 'hand-made';
}

export interface Checked {
  readonly editions: readonly CheckedEdition[];
  readonly findings: readonly Finding[];
  /** Targets that `fix` has changed. */
  readonly fixed: number;
  /** What could not be read, one line each. */
  readonly failures: readonly string[];
}

export interface RecheckOptions {
  readonly sources: readonly Source[];
  readonly locales: readonly string[];
  /** Only editions whose source, file, record or glossary is among these paths. */
  readonly changed?: ReadonlySet<string> | undefined;
  /** Writes what the checks' repairs give. */
  readonly fix?: boolean;
}

/** One article's unreadable file is a failure of that article; the others are checked. */
export function checkEditions(project: Project, tools: EditionTools, options: RecheckOptions): Checked {
  const editions: CheckedEdition[] = [];
  const findings: Finding[] = [];
  const failures: string[] = [];
  const glossaries = new Map<string, Glossary>();
  let fixed = 0;
  for (const source of options.sources) {
    const locales = options.locales.filter((locale) => isChosen(project, source, locale, options.changed));
    if (locales.length === 0) continue;
    try {
      const article = openSource(project, source);
      for (const locale of locales) {
        const glossary = glossaries.get(locale) ?? openGlossary(project, locale);
        glossaries.set(locale, glossary);
        let open = openEdition(project, source, article, locale, { glossary, tools });
        if (options.fix === true) {
          const repaired = repair(project, tools, glossary, open);
          fixed += repaired;
          if (repaired > 0) open = openEdition(project, source, article, locale, { glossary, tools });
        }
        editions.push({ slug: source.slug, locale, file: open.file, state: stateOf(project, open) });
        findings.push(...open.findings);
        if (open.text !== undefined && open.hand === 'dragoman')
          findings.push(...checkEdition(project, open, open.edition, open.text, { glossary, tools }));
      }
    } catch (error) {
      if (!(error instanceof KnownError)) throw error;
      failures.push(
        [error.message, error.expected && `expected ${error.expected}`, error.got && `got ${error.got}`].filter(Boolean).join('; '),
      );
    }
  }
  return { editions, findings, fixed, failures };
}

function isChosen(project: Project, source: Source, locale: string, changed: ReadonlySet<string> | undefined): boolean {
  if (changed === undefined) return true;
  const files = [
    source.file,
    editionFile(project, source, locale),
    recordFile(project, source.slug, locale),
    glossaryFile(project, locale),
  ];
  return files.some((file) => changed.has(file));
}

function stateOf(project: Project, open: OpenEdition): CheckedEdition['state'] {
  if (open.text === undefined) return 'missing';
  if (open.hand === 'person') return 'hand-made';
  return open.pending.length === 0 && writtenEdition(open.edition, project.config) === open.text ? 'fresh' : 'stale';
}

/** @returns how many targets changed; record and edition are written where any did */
function repair(project: Project, tools: EditionTools, glossary: Glossary, open: OpenEdition): number {
  if (open.text === undefined || open.hand === 'person' || open.pending.length > 0) return 0;
  const rules = tools.checks.filter(
    (check): check is SegmentCheck & Required<Pick<SegmentCheck, 'repair'>> => 'segment' in check && check.repair !== undefined,
  );
  const targets = new Map(open.edition.targets);
  let fixed = 0;
  for (const block of open.edition.article.blocks)
    for (const segment of block.segments)
      for (const rule of rules) {
        const edition: Edition = { ...open.edition, targets };
        const input = segmentCase(edition, block, segment, glossary.terms);
        if (input === undefined || rule.segment(input).length === 0) continue;
        const text = rule.repair(input);
        if (sameText(text, input.target.text)) continue;
        // A person's target stays theirs; white space is no statement of who wrote it.
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
  const output = writtenEdition(edition, project.config);
  writePair(
    { path: locate(project, open.recordFile), text: tools.recordFormat.write(recordOf(edition, open.record, sha256(output))) },
    { path: locate(project, open.file), text: output },
  );
  return fixed;
}

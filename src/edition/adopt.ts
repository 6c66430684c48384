/** Editions that people made before Dragoman came get their records. Data in, data out: the caller writes what comes of it. */

import type { Article, TargetState } from '../article.ts';
import { atLevels } from '../checks/levels.ts';
import type { Finding } from '../finding.ts';
import { asWritten } from '../memory/absorb.ts';
import { adoptionFindings } from '../memory/adoption-findings.ts';
import { type Aligned, alignEditions, type KnownPair } from '../memory/align.ts';
import { cutAsRecorded } from '../memory/known-sentences.ts';
import { matchRecord } from '../memory/match-segments.ts';
import type { EditionRecord } from '../memory/record.ts';
import { shownIn } from '../memory/shown.ts';
import { withSource } from '../merge/known.ts';
import { counted } from '../text/counted.ts';
import { isBlank } from '../text.ts';
import type { Desk } from './desk.ts';
import { type OpenEdition, segmentsOf } from './open.ts';
import type { FileText } from './outcome.ts';
import { readLocalized } from './reading.ts';
import { writeOptions } from './writing.ts';

export interface AdoptableEdition {
  /** Without a record: its hand is a person's. */
  readonly open: OpenEdition;
  /** Its file, read as an article of its own locale. */
  readonly edition: Article;
  /** The source that it was made from, as far as that is known; else the present one. */
  readonly article: Article;
}

/**
 * @param article the source that the edition was made from, where that is known and not the present one
 * @returns undefined for an edition that is Dragoman's already
 * @throws KnownError where the edition's file is not readable
 */
export function adoptable(open: OpenEdition, article: Article = open.edition.article): AdoptableEdition | undefined {
  const edition = open.hand === 'person' ? open.taken.present?.() : undefined;
  return edition === undefined ? undefined : { open, edition, article };
}

/** What the record says of the sentences of the present source. */
export interface AdoptionCounts {
  readonly sentences: number;
  readonly adopted: number;
  readonly doubtful: number;
  /** Without a target that was made from it: the next run does them. */
  readonly pending: number;
  readonly leftOut: number;
}

export interface AdoptedEdition {
  readonly open: OpenEdition;
  /** Both absent where too little of the edition fits its source: it stays without a record. */
  readonly record?: FileText;
  readonly counts?: AdoptionCounts;
  readonly findings: readonly Finding[];
}

/** Of an edition's sentences, those that a source fits; doubtful ones count half. Below this it is another text. */
const FITS = 0.3;

/**
 * @param editions of the desk's locale, all together: each teaches the others which words translate each other
 * @param known what people have other editions of the locale say: it teaches too
 * @param onDone is told now and then how many sentences are done, and of how many
 */
export function adoptEditions(
  editions: readonly AdoptableEdition[],
  desk: Desk,
  known: Iterable<KnownPair>,
  onDone?: (sentences: number, all: number) => void,
): AdoptedEdition[] {
  const pairs = editions.map(({ open: { file }, article, edition }) => ({ article, edition, file }));
  const aligned = alignEditions(pairs, { terms: desk.glossary.required, known, ...(onDone !== undefined && { onDone }) });
  return editions.map(({ open, article }, at) => adoptedFrom(open, article, aligned[at] as Aligned, desk));
}

function adoptedFrom(open: OpenEdition, article: Article, aligned: Aligned, { locale, settings, recordFormat }: Desk): AdoptedEdition {
  const { checks: levels } = settings.config;
  if (!fits(aligned)) return { open, findings: atLevels([notFitting(open, aligned)], levels) };
  const { source, file, texts } = open;
  const adopted = withSource(aligned.record, { article, locale }, writeOptions(settings, { article, locale }));
  // As the next run reads the file, which then finds nothing to add to the record.
  const localized = readLocalized(settings, source, { text: texts.localized ?? '', locale, file }, cutAsRecorded(adopted));
  const record = asWritten(adopted, shownIn(localized, adopted));
  return {
    open,
    record: { path: open.recordFile, text: recordFormat.write(record) },
    counts: countsOf(open.edition.article, aligned.record),
    findings: atLevels([...aligned.findings, ...adoptionFindings(aligned.record, open.file)], levels),
  };
}

function fits({ sentences: { all, sure, doubtful } }: Aligned): boolean {
  return all > 0 && (sure + doubtful / 2) / all >= FITS;
}

function notFitting({ edition, file }: OpenEdition, { sentences: { all, sure } }: Aligned): Finding {
  return {
    check: 'hand-made',
    level: 'warning',
    message: `Too little of the edition fits its source to adopt it (${sure} of ${counted(all, 'sentence')}): left as it is, without a record.`,
    slug: edition.article.id,
    locale: edition.locale,
    file,
  };
}

function countsOf(present: Article, record: EditionRecord): AdoptionCounts {
  const { same } = matchRecord(present, record);
  const states = segmentsOf(present)
    .filter((segment) => !isBlank(segment.text))
    .map((segment) => same.get(segment.id)?.target?.state);
  const of = (state: TargetState | undefined) => states.filter((one) => one === state).length;
  return {
    sentences: states.length,
    adopted: of('reviewed'),
    doubtful: of('needs-review'),
    pending: of(undefined),
    leftOut: of('left-out'),
  };
}

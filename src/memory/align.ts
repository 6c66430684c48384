/** Editions that people translated before Dragoman came: their sentences become targets of a record. */

import type { Addition, Article, Block, Target, Text } from '../article.ts';
import type { Finding } from '../finding.ts';
import { worded } from '../text/worded.ts';
import { words } from '../text.ts';
import { linesOfBlocks } from './additions.ts';
import { commonWords, dictionary } from './align/dictionary.ts';
import { documentsOf, isInside } from './align/document.ts';
import type { Lesson } from './align/lexicon.ts';
import { type AlignedDocument, alignArticles, type Seeds } from './align/passes.ts';
import { type Said, saidIn } from './align/said.ts';
import { signsOf } from './align/signs.ts';
import { recordMarksIn, withSourceIds } from './mark-ids.ts';
import { MERGED } from './recall.ts';
import type { EditionRecord, RecordedSegment } from './record.ts';
import { joined } from './shown-text.ts';

export interface EditionPair {
  /** The source that the edition was made from, as far as that is known. */
  readonly article: Article;
  /** The edition's file, read as an article of its own locale. */
  readonly edition: Article;
  /** Its path, for findings. */
  readonly file: string;
}

export interface Aligned {
  readonly record: EditionRecord;
  /** Parts of the edition without a source. Sentences of the source without a translation, and doubtful ones, are in the record. */
  readonly findings: readonly Finding[];
  /** Sentences of the edition, and those of them that a sentence of the source says, surely or perhaps. */
  readonly sentences: { readonly all: number; readonly sure: number; readonly doubtful: number };
}

/** A sentence and what a person has it say, as a record of another edition holds them. */
export interface KnownPair {
  /** The source's. */
  readonly locale: string;
  readonly source: Text;
  readonly target: Text;
}

export interface AlignOptions {
  /** Names and terms that are known to translate each other. */
  readonly terms?: readonly { readonly source: string; readonly target: string }[];
  /** Sentences that do; as many are taken as teach the two languages enough. */
  readonly known?: Iterable<KnownPair>;
  /** Is told after each lot how many sentences of the sources are done, and of how many. */
  readonly onDone?: (sentences: number, all: number) => void;
}

/** A glossary's pair counts as if it had been seen so often. */
const TERM_WEIGHT = 3;
/** So many sentences say enough of any two languages: more are aligned in lots, each by itself. */
const LOT = 3000;

/**
 * Aligns the sentences of all pairs together: each teaches the others which words translate each other, so the more at once, the better.
 * @returns a record a pair, in order. A sure pair is reviewed, a doubtful one needs review; a sentence of the source that the edition does
 *   not say is left out. A sentence of the edition without a source goes with the one before it, a paragraph without a source is an addition.
 */
export function alignEditions(pairs: readonly EditionPair[], options: AlignOptions = {}): Aligned[] {
  const aligned = new Map<EditionPair, Aligned>();
  const known = Iterator.from(options.known ?? [])
    .take(LOT)
    .toArray();
  const all = sentencesIn(pairs);
  let done = 0;
  for (const lot of inLots(pairs)) {
    const documents = lot.map(({ article, edition }) => documentsOf(article, edition));
    const languages = lot[0] as EditionPair;
    const alignments = alignArticles(documents, seedsOf(languages, options.terms ?? []), lessonsOf(languages, known));
    for (const [at, pair] of lot.entries()) aligned.set(pair, recordOfPair(pair, alignments[at] ?? []));
    done += sentencesIn(lot);
    options.onDone?.(done, all);
  }
  return pairs.map((pair) => aligned.get(pair) as Aligned);
}

/** Pairs of the same two languages, so many at once as teach each other enough. */
function inLots(pairs: readonly EditionPair[]): EditionPair[][] {
  const lots: EditionPair[][] = [];
  for (const alike of Map.groupBy(pairs, ({ article, edition }) => `${article.locale} ${edition.locale}`).values()) {
    const count = Math.ceil(sentencesIn(alike) / LOT) || 1;
    const length = Math.ceil(alike.length / count);
    for (let from = 0; from < alike.length; from += length) lots.push(alike.slice(from, from + length));
  }
  return lots;
}

function sentencesIn(pairs: readonly EditionPair[]): number {
  return pairs.reduce((sum, { article }) => article.blocks.reduce((own, { segments }) => own + segments.length, sum), 0);
}

/** What is known of two languages beforehand: a glossary's terms, and what the platform knows. */
function seedsOf({ article, edition }: EditionPair, terms: NonNullable<AlignOptions['terms']>): Seeds {
  const lesson = (weight: number) => (pair: { source: string; target: string }) => ({
    source: signsOf([pair.source], article.locale),
    target: signsOf([pair.target], edition.locale),
    weight,
  });
  const [from, to] = [article.locale, edition.locale];
  return {
    terms: [...terms.map(lesson(TERM_WEIGHT)), ...dictionary(from, to).map(lesson(1))],
    words: commonWords(from, to).map(lesson(1)),
  };
}

function lessonsOf({ article, edition }: EditionPair, known: readonly KnownPair[]): Lesson[] {
  return known
    .filter(({ locale }) => locale === article.locale)
    .map(({ source, target }) => ({ source: signsOf(source, article.locale), target: signsOf(target, edition.locale), weight: 1 }));
}

function recordOfPair({ article, edition, file }: EditionPair, aligned: readonly AlignedDocument[]): Aligned {
  const read = aligned.map(({ document, beads }) => saidIn(document, beads));
  const said = new Map(read.flatMap((one) => [...one.said]));
  const place = { check: 'alignment', slug: article.id, locale: edition.locale, file, level: 'note' } as const;
  const findings: Finding[] = [];
  const additions: Addition[] = [];
  for (const { after, blocks } of read.flatMap((one) => one.unsaid.flatMap((run) => neighboursIn(edition, run)))) {
    const addition = additionOf(after, blocks, edition);
    if (addition === undefined) continue;
    additions.push(addition);
    const target = blocks.flatMap((block) => block.segments.map(({ text }) => words(text))).join(' ');
    findings.push({ ...place, ...worded`A paragraph of the edition has no source.`, target });
  }
  for (const { segment, sentences } of read.flatMap((one) => one.joined))
    findings.push({
      ...place,
      segment: segment.id,
      ...worded`A sentence of the edition has no source; it goes with the one before it.`,
      target: words(joined(sentences, 'recorded')),
    });
  const recordMarks = recordMarksIn(article);
  const toRecorded = ({ id, text }: { id: string; text: RecordedSegment['source'] }): RecordedSegment => {
    const source = recordMarks(text);
    const found = said.get(id);
    return { id, source, target: targetOf(found, source), ...(found !== undefined && { confidence: Math.round(found.sure * 100) / 100 }) };
  };
  const blocks = article.blocks.map(({ kind, path, note, segments }) => ({
    kind,
    ...(path !== undefined && { path }),
    ...(note !== undefined && { note }),
    segments: segments.map(toRecorded),
  }));
  const record = { slug: article.id, sourceLocale: article.locale, locale: edition.locale, blocks, additions, retired: [] };
  return { record, findings, sentences: count(edition, [...said.values()]) };
}

function targetOf(said: Said | undefined, source: RecordedSegment['source']): Target {
  const person = { origin: { by: 'person' }, terms: [] } as const;
  if (said === undefined) return { text: [], state: 'left-out', ...person };
  if (said.isMerged) return { text: [], state: 'reviewed', origin: { by: 'person', name: MERGED }, terms: [] };
  const text = withSourceIds(joined(said.sentences, 'recorded'), joined(said.sentences, 'written'), source);
  return { text, state: said.isDoubtful ? 'needs-review' : 'reviewed', ...person };
}

/** Runs of blocks between which the edition has no other. */
function neighboursIn(edition: Article, { after, blocks }: { after: string | null; blocks: readonly Block[] }) {
  const outer = edition.blocks.filter((block) => !isInside(block));
  const runs: { after: string | null; blocks: Block[] }[] = [];
  for (const block of blocks) {
    const before = outer[outer.indexOf(block) - 1];
    const run = runs.at(-1);
    if (run !== undefined && run.blocks.at(-1) === before) run.blocks.push(block);
    else runs.push({ after, blocks: [block] });
  }
  return runs;
}

/** The lines of these blocks; undefined where a line also holds a block that has a source. */
function additionOf(after: string | null, blocks: readonly Block[], edition: Article): Addition | undefined {
  const { markdown, span } = linesOfBlocks(blocks, edition.source);
  const isShared = edition.blocks.some(
    (block) => !blocks.includes(block) && !isInside(block) && block.span.start < span.end && block.span.end > span.start,
  );
  return isShared ? undefined : { after, markdown };
}

function count(edition: Article, all: readonly Said[]): Aligned['sentences'] {
  const sentences = (one: readonly Said[]) => one.reduce((sum, said) => sum + said.sentences.length, 0);
  return {
    all: edition.blocks.reduce((sum, { segments }) => sum + segments.length, 0),
    sure: sentences(all.filter(({ isDoubtful }) => !isDoubtful)),
    doubtful: sentences(all.filter(({ isDoubtful }) => isDoubtful)),
  };
}

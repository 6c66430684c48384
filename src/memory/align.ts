/** Editions that people translated before Dragoman came: their sentences become reviewed targets of a record. */

import type { Addition, Article, Block, BlockKind, Segment, Target } from '../article.ts';
import type { Finding } from '../finding.ts';
import { words } from '../text.ts';
import { linesOfBlocks } from './additions.ts';
import { alignBeads } from './beads.ts';
import { type Lexicon, learnLexicon } from './lexicon.ts';
import { bareReader, withSourceIds } from './mark-ids.ts';
import { MERGED } from './recall.ts';
import type { EditionRecord, RecordedSegment } from './record.ts';
import { type Signs, signsOf } from './shared-signs.ts';
import { joined, type Sentence, sentencesOf } from './standing.ts';

export interface EditionPair {
  readonly article: Article;
  /** The edition's file, read as an article of its own locale. */
  readonly edition: Article;
  /** Its path, for findings. */
  readonly file: string;
}

export interface Aligned {
  readonly record: EditionRecord;
  /** What has no counterpart, or an unsure one. */
  readonly findings: readonly Finding[];
}

export interface AlignOptions {
  /** Names and terms that are known to translate each other. */
  readonly terms?: readonly { readonly source: string; readonly target: string }[];
}

/** Less sure pairs are worth a look. */
const UNSURE = 0.3;
/** Blocks inside another one, or in the front matter, are known by kind and order, not by what they say. */
const INSIDE: ReadonlySet<BlockKind> = new Set(['alt', 'title', 'label', 'attribute', 'string', 'frontMatter']);
/** A glossary's pair counts as if it had been seen so often. */
const TERM_WEIGHT = 3;

/**
 * Aligns blocks, then the sentences of each, twice: what the first pass pairs teaches the second which words translate each
 * other, so the more pairs at once, the better.
 * @returns a record a pair, in order. Every sentence of the edition stands in it: one without a source with the one
 *   before it, a paragraph without a source as an addition. A source sentence that the translation leaves out gets an empty target.
 */
export function alignEditions(pairs: readonly EditionPair[], options: AlignOptions = {}): Aligned[] {
  const seeds = (options.terms ?? []).map(({ source, target }) => ({
    source: signsOf([source], pairs[0]?.article.locale ?? 'en').stems,
    target: signsOf([target], pairs[0]?.edition.locale ?? 'en').stems,
  }));
  const known = Array.from({ length: TERM_WEIGHT }, () => seeds).flat();
  const first = known.length > 0 ? learnLexicon(known) : undefined;
  const seen = pairs.flatMap((pair) => alignPair(pair, first).flatMap(({ sentences }) => sentences.map(({ stems }) => stems)));
  const lexicon = learnLexicon([...known, ...seen]);
  return pairs.map((pair) => recordOfPair(pair, lexicon));
}

/** Blocks of both sides that say the same, with their sentences. */
interface BlockPair {
  readonly blocks: readonly Block[];
  readonly others: readonly Block[];
  readonly sentences: readonly SentencePair[];
}

interface SentencePair {
  readonly segments: readonly Segment[];
  readonly sentences: readonly Sentence[];
  readonly confidence: number;
  readonly stems: { readonly source: readonly string[]; readonly target: readonly string[] };
}

function alignPair(pair: EditionPair, lexicon: Lexicon | undefined): BlockPair[] {
  const { article, edition } = pair;
  const bare = bareReader(edition);
  const paired = (blocks: readonly Block[], others: readonly Block[]): BlockPair => ({
    blocks,
    others,
    sentences: sentencePairs(
      blocks.flatMap((block) => block.segments),
      others.flatMap((block) => sentencesOf(block, edition, bare)),
      pair,
      lexicon,
    ),
  });
  const [own, theirs] = [article, edition].map(({ blocks, locale }) =>
    blocks.filter((block) => !INSIDE.has(block.kind)).map((block) => ({ block, signs: blockSigns(block, locale) })),
  ) as [Signed[], Signed[]];
  const body = alignBeads(
    own.map(({ signs }) => signs),
    theirs.map(({ signs }) => signs),
    lexicon,
  ).map(({ source, target }) =>
    paired(
      source.map((at) => (own[at] as Signed).block),
      target.map((at) => (theirs[at] as Signed).block),
    ),
  );
  return [...body, ...insidePairs(article, edition).map(([block, other]) => paired([block], [other]))];
}

function insidePairs(article: Article, edition: Article): [Block, Block][] {
  const nameOf = (block: Block) => `${block.kind} ${block.kind === 'frontMatter' ? block.path : ''}`;
  const inside = ({ blocks }: Article) =>
    Map.groupBy(
      blocks.filter((block) => INSIDE.has(block.kind)),
      nameOf,
    );
  const theirs = inside(edition);
  return [...inside(article)].flatMap(([name, own]) => {
    const others = theirs.get(name) ?? [];
    return others.length === own.length ? own.map((block, at): [Block, Block] => [block, others[at] as Block]) : [];
  });
}

interface Signed {
  readonly block: Block;
  readonly signs: Signs;
}

function blockSigns(block: Block, locale: string): Signs {
  const all = block.segments.map((segment) => signsOf(segment.text, locale));
  const anchors = all.reduce((set, one) => set.union(one.anchors), new Set([`kind ${block.kind} ${block.depth ?? ''}`]));
  return { length: all.reduce((sum, one) => sum + one.length, 0), anchors, stems: all.flatMap((one) => one.stems) };
}

function sentencePairs(
  segments: readonly Segment[],
  sentences: readonly Sentence[],
  { article, edition }: EditionPair,
  lexicon: Lexicon | undefined,
): SentencePair[] {
  const source = segments.map((segment) => signsOf(segment.text, article.locale));
  const target = sentences.map((sentence) => signsOf(sentence.bare, edition.locale));
  const stems = (signs: readonly Signs[], at: readonly number[]) => [...new Set(at.flatMap((index) => (signs[index] as Signs).stems))];
  return alignBeads(source, target, lexicon).map((bead) => ({
    segments: bead.source.map((at) => segments[at] as Segment),
    sentences: bead.target.map((at) => sentences[at] as Sentence),
    confidence: bead.confidence,
    stems: { source: stems(source, bead.source), target: stems(target, bead.target) },
  }));
}

/** What the edition says for a segment. */
interface Said {
  readonly sentences: Sentence[];
  readonly confidence: number;
  readonly merged: boolean;
}

function recordOfPair(pair: EditionPair, lexicon: Lexicon): Aligned {
  const { article, edition, file } = pair;
  const place = { check: 'alignment', slug: article.id, locale: edition.locale, file } as const;
  const findings: Finding[] = [];
  const said = new Map<string, Said>();
  const additions: Addition[] = [];
  let after: string | null = null;
  for (const { blocks, others, sentences } of alignPair(pair, lexicon)) {
    if (blocks.length === 0) {
      additions.push({ after, markdown: linesOfBlocks(others, edition.source).markdown });
      findings.push({
        ...place,
        level: 'note',
        message: 'A paragraph of the edition has no source.',
        target: wordsOf(sentences.flatMap((one) => one.sentences)),
      });
      continue;
    }
    if (!INSIDE.has((blocks[0] as Block).kind)) after = blocks.at(-1)?.segments.at(-1)?.id ?? after;
    for (const [id, one] of saidIn(sentences)) said.set(id, one);
    findings.push(...sentences.flatMap((one) => remarkOn(one)).map((remark) => ({ ...place, ...remark })));
  }
  const bare = bareReader(article);
  const toRecorded = (segment: Segment): RecordedSegment => {
    const found = said.get(segment.id);
    const source = bare(segment.text);
    if (found === undefined) return { id: segment.id, source };
    const text = withSourceIds(joined(found.sentences, 'bare'), joined(found.sentences, 'raw'), source);
    const target: Target = { text, state: 'reviewed', origin: { by: 'person', ...(found.merged && { name: MERGED }) }, terms: [] };
    return { id: segment.id, source, target, confidence: found.confidence };
  };
  const blocks = article.blocks.map(({ kind, path, note, segments }) => ({
    kind,
    ...(path !== undefined && { path }),
    ...(note !== undefined && { note }),
    segments: segments.map(toRecorded),
  }));
  const record = { slug: article.id, sourceLocale: article.locale, locale: edition.locale, blocks, additions, retired: [] };
  return { record, findings };
}

/** A sentence without a source goes with the one before it in its block, or with the first. */
function saidIn(pairs: readonly SentencePair[]): Map<string, Said> {
  const said = new Map<string, Said>();
  let leading: Sentence[] = [];
  let last: Sentence[] | undefined;
  for (const { segments, sentences, confidence } of pairs) {
    const [first, ...rest] = segments;
    if (first === undefined) {
      (last ?? leading).push(...sentences);
      continue;
    }
    last = [...leading, ...sentences];
    leading = [];
    said.set(first.id, { sentences: last, confidence, merged: false });
    for (const { id } of rest) said.set(id, { sentences: [], confidence, merged: true });
  }
  return said;
}

function remarkOn({
  segments,
  sentences,
  confidence,
}: SentencePair): Pick<Finding, 'level' | 'message' | 'segment' | 'source' | 'target'>[] {
  const target = wordsOf(sentences);
  const [first] = segments;
  if (first === undefined) return [{ level: 'note', message: 'A sentence of the edition has no source.', target }];
  const source = segments.map((segment) => words(segment.text)).join(' ');
  if (sentences.length === 0)
    return [{ level: 'warning', segment: first.id, message: 'A sentence of the source is not in the edition.', source }];
  if (confidence >= UNSURE) return [];
  return [{ level: 'note', segment: first.id, message: "Perhaps not each other's translation.", source, target }];
}

function wordsOf(sentences: readonly Sentence[]): string {
  return words(joined(sentences, 'bare'));
}

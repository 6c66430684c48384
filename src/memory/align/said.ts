/** What an edition says for each sentence of its source, as an alignment has it. */

import type { Block, Segment } from '../../article.ts';
import type { Sentence } from '../shown-text.ts';
import { type Document, type EditionSentence, isInside, type SourceSentence } from './document.ts';
import type { Match } from './trust.ts';

export interface Said {
  /** None where the sentence is said in the one before it. */
  readonly sentences: Sentence[];
  /** 0 to 1. */
  readonly sure: number;
  isDoubtful: boolean;
  readonly isMerged: boolean;
}

export interface SaidBy {
  /** By id of the source's segment; one that the edition does not say is not in it. */
  readonly said: ReadonlyMap<string, Said>;
  /** Runs of blocks that have no source, with the segment that they follow. */
  readonly unsaid: readonly { readonly after: string | null; readonly blocks: readonly Block[] }[];
  /** Sentences without a source within a block that has one, with the segment that they were put to. */
  readonly joined: readonly { readonly segment: Segment; readonly sentences: readonly Sentence[] }[];
}

export function saidIn({ source, edition }: Document, beads: readonly Match[]): SaidBy {
  const said = new Map<string, Said>();
  const unsaid: { after: string | null; blocks: Block[] }[] = [];
  const joined: { segment: Segment; sentences: Sentence[] }[] = [];
  const partners = partnersOf({ source, edition }, beads);
  let after: string | null = null;
  let last: { said: Said; segment: Segment; block: Block } | undefined;
  let leading: { sentences: Sentence[]; block: Block } | undefined;
  let gap: { own: SourceSentence[]; theirs: EditionSentence[] } = { own: [], theirs: [] };

  const add = (segments: readonly SourceSentence[], sentences: readonly EditionSentence[], sure: number, isClear: boolean) => {
    const [first, ...rest] = segments as readonly [SourceSentence, ...SourceSentence[]];
    const block = (sentences[0] as EditionSentence).block;
    const before = leading?.block === block ? leading.sentences : [];
    const isDoubtful = before.length > 0 || !isClear;
    const one = { sentences: [...before, ...sentences.map(({ sentence }) => sentence)], sure, isDoubtful, isMerged: false };
    if (before.length > 0) joined.push({ segment: first.segment, sentences: before });
    leading = undefined;
    said.set(first.segment.id, one);
    // Whether the edition says the others at all is as doubtful: they count as left out, not as merged.
    if (!isDoubtful) for (const { segment } of rest) said.set(segment.id, { sentences: [], sure, isDoubtful, isMerged: true });
    last = { said: one, segment: first.segment, block };
  };
  /** Within a block that has a source, what is in the place of a sentence may be its translation after all. */
  const settle = () => {
    const { own, theirs } = gap;
    gap = { own: [], theirs: [] };
    for (const place of theirs) {
      const { block, sentence } = place;
      const known = partners.get(block);
      if (known === undefined) {
        const run = unsaid.at(-1);
        if (place.isFirst && !isInside(block)) {
          if (run !== undefined && run.after === after && run.blocks.length > 0) run.blocks.push(block);
          else unsaid.push({ after, blocks: [block] });
        }
        continue;
      }
      const at = own.findIndex((one) => known.has(one.block));
      if (at >= 0) {
        add([own[at] as SourceSentence], [place], 0, false);
        own.splice(0, at + 1);
      } else if (last?.block === block) {
        last.said.sentences.push(sentence);
        last.said.isDoubtful = true;
        joined.push({ segment: last.segment, sentences: [sentence] });
      } else if (leading?.block === block) leading.sentences.push(sentence);
      else leading = { sentences: [sentence], block };
    }
  };
  for (const bead of beads) {
    const own = bead.source.map((at) => source[at] as SourceSentence);
    const theirs = bead.target.map((at) => edition[at] as EditionSentence);
    const isWithin = own.some(({ block }) => theirs.some((place) => partners.get(place.block)?.has(block)));
    if (own.length === 0 || theirs.length === 0 || !isWithin) {
      gap.own.push(...own);
      gap.theirs.push(...theirs);
      continue;
    }
    settle();
    add(own, theirs, bead.trust, bead.isClear);
    if (!isInside((own[0] as SourceSentence).block)) after = (own[0] as SourceSentence).block.segments.at(-1)?.id ?? after;
  }
  settle();
  return { said, unsaid, joined };
}

/**
 * Which blocks of the source a block of the edition translates: those of sure pairs, and where a block has none, of the first doubtful one.
 */
function partnersOf({ source, edition }: Document, beads: readonly Match[]): Map<Block, Set<Block>> {
  const partners = new Map<Block, Set<Block>>();
  const taken = new Set<Block>();
  const join = (bead: Match, isWanted: (own: Block, theirs: Block) => boolean) => {
    for (const to of bead.target)
      for (const at of bead.source) {
        const [own, theirs] = [(source[at] as SourceSentence).block, (edition[to] as EditionSentence).block];
        if (!isWanted(own, theirs)) continue;
        partners.set(theirs, (partners.get(theirs) ?? new Set()).add(own));
        taken.add(own);
      }
  };
  for (const bead of beads) if (bead.isClear) join(bead, () => true);
  for (const bead of beads) if (!bead.isClear) join(bead, (own, theirs) => !partners.has(theirs) && !taken.has(own));
  return partners;
}

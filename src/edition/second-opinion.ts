/** Machine sentences that a second engine translates too: how far the two are apart ranks what a person should look at first. */

import type { Article, Block, Segment, Target } from '../article.ts';
import { EngineError } from '../errors.ts';
import { nameEvidenceOf } from '../names/source-names.ts';
import type { Queue } from '../queue/queue.ts';
import { words } from '../text.ts';
import type { Desk } from './desk.ts';
import type { OpenEdition } from './open.ts';
import { type Answers, NO_ANSWERS } from './outcome.ts';
import { type Opinions, rankOf } from './ranks.ts';
import { type Prepared, prepare, type Surroundings, sendOnce, withoutEngine } from './segment-request.ts';
import { contextsOf } from './text-context.ts';

/** A machine sentence without a rank, ready for the second engine. */
interface Unranked {
  readonly prepared: Prepared;
  readonly target: Target;
  readonly logProbability: number | undefined;
}

export interface OpinionRequest {
  readonly article: Article;
  readonly unranked: readonly Unranked[];
  readonly around: Surroundings;
}

/**
 * @param answers what the first engine has made in this run
 * @param second the way to the second engine
 */
export function opinionRequest(open: OpenEdition, answers: Answers, desk: Desk, second: Queue): OpinionRequest {
  const { article, locale } = open.edition;
  const around: Surroundings = {
    slug: article.id,
    from: article.locale,
    to: locale,
    glossary: desk.glossary,
    takesTerms: second.takesTerms === true,
    priority: 0,
    // Without the edition's own sentences: an opinion that has read the first translation is none.
    contextOf: contextsOf(article, new Map()),
  };
  const { targets } = withoutEngine(open, desk.glossary);
  const unrankedOf = (segment: Segment, block: Block): Unranked[] => {
    const made = answers.made.get(segment.id);
    const target = targets.get(segment.id) ?? made?.target;
    if (target === undefined || !isAsked(target, segment, second.name)) return [];
    return [{ prepared: prepare(segment, block, around), target, logProbability: made?.logProbability }];
  };
  return { article, unranked: article.blocks.flatMap((block) => block.segments.flatMap((segment) => unrankedOf(segment, block))), around };
}

/**
 * What a run would ask the second engine, before anything is translated.
 * @param first the engine that translates what is pending
 */
export function foreseenOpinions(open: OpenEdition, desk: Desk, first: string, second: Queue): OpinionRequest {
  const { article, unranked, around } = opinionRequest(open, NO_ANSWERS, desk, second);
  if (first === second.name) return { article, unranked, around };
  const { rest } = withoutEngine(open, desk.glossary);
  const wanted = new Set(rest);
  const target: Target = { text: [], state: 'machine', origin: { by: 'engine', name: first }, terms: [] };
  const pending = article.blocks.flatMap((block) =>
    block.segments
      .filter((segment) => wanted.has(segment))
      .map((segment) => ({ prepared: prepare(segment, block, around), target, logProbability: undefined })),
  );
  return { article, unranked: [...unranked, ...pending], around };
}

/** A sentence of the second engine's own would be compared with itself. */
function isAsked({ state, rank, text, origin }: Target, segment: Segment, second: string): boolean {
  if (state !== 'machine' || rank !== undefined || text.length === 0 || !/\p{L}/u.test(words(segment.text))) return false;
  return origin.by === 'memory' || origin.name?.split(/[ ,]/)[0] !== second;
}

/**
 * Asks for every sentence on its own. What fails leaves a sentence without a rank, and is no failure of the run.
 * @param signal ends the asking; sentences that are not answered by then have no rank
 */
export async function askOpinions({ article, unranked, around }: OpinionRequest, second: Queue, signal: AbortSignal): Promise<Opinions> {
  const ranks = new Map<string, number>();
  const names = { evidence: nameEvidenceOf(article), terms: around.glossary.terms };
  const receipts: string[] = [];
  let [failure, refused]: unknown[] = [];
  await Promise.all(
    unranked.map(async ({ prepared, target, logProbability }) => {
      try {
        const opinion = await sendOnce(prepared, second, around, signal);
        const logProbabilities = [logProbability, opinion.logProbability].filter((value) => value !== undefined);
        const texts = { source: words(prepared.segment.text), target: words(target.text), opinion: words(opinion.target.text) };
        ranks.set(prepared.segment.id, rankOf({ ...texts, from: around.from, to: around.to, names, logProbabilities }));
        receipts.push(...opinion.receipts);
      } catch (error) {
        if (!(error instanceof EngineError)) throw error;
        if (error.isOfTheText) refused ??= error;
        else failure ??= error;
      }
    }),
  );
  // An engine that refuses every text is of no use, whatever it says of each.
  if (ranks.size === 0) failure ??= refused;
  return { ranks, receipts, ...(failure !== undefined && { failure }) };
}

/** One segment through the engine: protected, sent, restored, held to the glossary. */

import type { Block, Segment, Target, Text } from '../article.ts';
import type { DraftRepair, TextContext } from '../engines/engine.ts';
import type { TermMatch } from '../glossary/match.ts';
import { protectTerms } from '../glossary/protect.ts';
import type { Term } from '../glossary/term.ts';
import type { Memory } from '../memory/store.ts';
import { compareNumbers } from '../numbers.ts';
import type { Job } from '../queue/jobs/job.ts';
import type { Queue } from '../queue/queue.ts';
import { fromFragment, toFragment, words } from '../text.ts';
import { enforceTerms, renewed } from './enforce-terms.ts';
import type { Glossary } from './glossary.ts';
import type { OpenEdition } from './open.ts';

/** More examples than these say nothing new, and are paid for with every text. */
export const EXAMPLES = 3;

/** A segment ready to be sent. */
export interface Prepared {
  readonly segment: Segment;
  readonly block: Block;
  readonly job: Job;
  readonly matches: readonly TermMatch[];
  /** What the job's text is made of, and the way back from its answer. */
  readonly sent: Text;
  readonly restore: (answer: Text) => Text;
  /** Whether common nouns are put into the answer as names are. */
  readonly placesNouns: boolean;
}

export interface Translated {
  readonly target: Target;
  /** For `Journal.recorded`, once the record holds the target. */
  readonly receipts: readonly string[];
  /** What the engine's model thinks of its answer, where it tells. */
  readonly logProbability?: number | undefined;
}

/** Where a job comes from. */
export interface Surroundings {
  readonly slug: string;
  readonly from: string;
  readonly to: string;
  readonly glossary: Glossary;
  /** Whether the engine holds to terms itself. */
  readonly takesTerms: boolean;
  /** The memory's sentences like a text; absent where the engine takes no examples. */
  readonly near?: Memory['near'] | undefined;
  /** The newest article first. */
  readonly priority: number;
  readonly contextOf: (segment: Segment, block: Block) => TextContext;
}

/**
 * The edition's targets with those that need no engine: a segment without letters is its own target, and a machine target
 * whose glossary has changed is repaired by rule where that is possible.
 * @returns the targets, and the segments that remain for an engine
 */
export function withoutEngine(open: OpenEdition, glossary: Glossary): { targets: ReadonlyMap<string, Target>; rest: readonly Segment[] } {
  const targets = new Map(open.edition.targets);
  const recorded = new Map(open.record.blocks.flatMap((block) => block.segments.map((segment) => [segment.id, segment.target])));
  const rest: Segment[] = [];
  for (const segment of open.pending) {
    const former = recorded.get(segment.id);
    const target = /\p{L}/u.test(words(segment.text))
      ? former?.state === 'machine' && open.isAgain !== true
        ? renewed(former, glossary.matches(segment), open.edition.locale)
        : undefined
      : asItIs(segment);
    if (target === undefined) rest.push(segment);
    else targets.set(segment.id, target);
  }
  return { targets, rest };
}

/** A text of figures and signs is the same in every language that shares its digits. */
function asItIs(segment: Segment): Target {
  return { text: segment.text, state: 'machine', origin: { by: 'repair', name: 'no words' }, terms: [] };
}

interface PrepareOptions {
  /** A translation of the segment that lacks something. */
  readonly repair?: DraftRepair;
  /** Common nouns to be put into the answer, with what the engine says for them by themselves. */
  readonly nouns?: ReadonlyMap<string, string | undefined>;
}

export function prepare(segment: Segment, block: Block, around: Surroundings, { repair, nouns }: PrepareOptions = {}): Prepared {
  const matches = around.glossary.matches(segment);
  const { text, restore } = protectTerms(segment.text, matches, {
    takesTerms: around.takesTerms,
    to: around.to,
    ...(nouns !== undefined && { nouns }),
  });
  const terms = matches.map(({ term }) => ({ source: term.source, target: term.target }));
  const examples = examplesFor(segment, around);
  const job: Job = {
    text: toFragment(text),
    from: around.from,
    to: around.to,
    priority: around.priority,
    article: around.slug,
    ...(around.takesTerms && terms.length > 0 && { terms }),
    ...(examples.length > 0 && { examples }),
    context: around.contextOf(segment, block),
    ...(repair !== undefined && { repair }),
  };
  return { segment, block, job, matches, sent: text, restore, placesNouns: nouns !== undefined };
}

/** What a person has approved for sentences like this one. */
function examplesFor(segment: Segment, { near }: Surroundings): { source: string; target: string }[] {
  return (near?.(segment.text, EXAMPLES) ?? [])
    .filter(({ target }) => target.state === 'reviewed')
    .map(({ source, target }) => ({ source: toFragment(source), target: toFragment(target.text) }));
}

/**
 * Sends a prepared segment. Where terms or numbers are missing that no rule could put there, it is sent once more: to an engine that
 * takes repairs with the draft and what it lacks, and then, where terms are still missing, to the engine of a chain that holds
 * to terms itself, or with the terms between marks where no engine does: they are put there in the form of the engine's own words.
 * The best of the answers is taken.
 * @throws EngineError as `Queue.submit` does
 */
export async function send(prepared: Prepared, queue: Queue, around: Surroundings, signal: AbortSignal): Promise<Translated> {
  const { segment, block } = prepared;
  let best = await sendOnce(prepared, queue, around, signal);
  const receipts = [...best.receipts];
  const again = async (next: Prepared, by: Queue, how: Surroundings) => {
    try {
      const other = await sendOnce(next, by, how, signal);
      receipts.push(...other.receipts);
      if (countLacks(other) < countLacks(best)) best = other;
    } catch {
      // The answer that is there is paid for and good enough; what it lacks is a finding.
    }
  };
  if (countLacks(best) > 0 && queue.takesRepairs === true)
    await again(prepare(segment, block, around, { repair: repairOf(best) }), queue, around);
  if (best.missing.length > 0 && queue.holdingTerms !== undefined) {
    const holding = { ...around, takesTerms: true };
    await again(prepare(segment, block, holding), queue.holdingTerms, holding);
  }
  if (best.missing.length > 0 && !around.takesTerms && queue.takesRepairs !== true) {
    const nouns = new Map<string, string | undefined>();
    for (const { source } of best.missing) nouns.set(source, await saidAlone(source, prepared.job, queue, signal));
    await again(prepare(segment, block, around, { nouns }), queue, around);
  }
  return { target: best.target, receipts, logProbability: best.logProbability };
}

/** What the engine says for a term by itself: nearly always the dictionary form of what it says in a sentence. */
async function saidAlone(
  term: string,
  { from, to, priority, article }: Job,
  queue: Queue,
  signal: AbortSignal,
): Promise<string | undefined> {
  try {
    const job = {
      text: toFragment([term]),
      from,
      to,
      ...(priority !== undefined && { priority }),
      ...(article !== undefined && { article }),
    };
    return words(fromFragment((await queue.submit(job, signal)).text, [term])).trim();
  } catch {
    return undefined;
  }
}

/** An answer, held to the glossary. */
interface Attempt extends Translated {
  /** Fragment of the answer as the engine gave it. */
  readonly draft: string;
  /** Terms that the target lacks. */
  readonly missing: readonly Term[];
  /** Figures of the source that the target lacks, as they are written there; looked for where the engine can mend them. */
  readonly figures: readonly string[];
}

const countLacks = ({ missing, figures }: Attempt) => missing.length + figures.length;

function repairOf({ draft, missing, figures }: Attempt): DraftRepair {
  const terms = missing.map(({ source, target }) => `"${source}" must be "${target}", inflected as the sentence needs`);
  return { draft, lacks: [...terms, ...figures.map((figure) => `the number ${figure}`)] };
}

/**
 * Sends a prepared segment once, and holds the answer to the glossary.
 * @throws EngineError as `Queue.submit` does
 */
export async function sendOnce(
  { segment, job, matches, sent, restore, placesNouns }: Prepared,
  queue: Queue,
  around: Surroundings,
  signal: AbortSignal,
): Promise<Attempt> {
  const answer = await queue.submit(job, signal);
  const text = restore(fromFragment(answer.text, sent));
  const enforced = enforceTerms(
    text,
    matches.map((match) => match.term),
    around.to,
  );
  const repairs = [...(placesNouns ? ['placed'] : []), ...enforced.repairs];
  const unknown = answer.remarks?.unknown ?? [];
  const target: Target = {
    text: enforced.text,
    state: 'machine',
    origin: repairs.length > 0 ? { by: 'repair', name: [answer.engine, ...repairs].join(', ') } : { by: 'engine', name: answer.engine },
    terms: matches.map(({ term }) => ({ source: term.source, target: term.target })),
    ...(unknown.length > 0 && { unknown }),
  };
  const figures =
    queue.takesRepairs === true ? compareNumbers(words(segment.text), words(enforced.text), around.from, around.to).missing : [];
  return {
    target,
    receipts: [answer.receipt],
    logProbability: answer.remarks?.logProbability,
    draft: answer.text,
    missing: enforced.missing,
    figures: figures.map(({ raw }) => raw),
  };
}

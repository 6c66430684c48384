/** Outcomes added up: the summary of a run, and the events that tell of it while it goes. */

import type { Job } from '../queue/jobs/job.ts';
import type { Queue } from '../queue/queue.ts';
import { countCharacters } from '../text.ts';
import { failureOf } from './failures.ts';
import type { Outcome } from './outcome.ts';
import type { OpinionRequest } from './second-opinion.ts';
import type { EditionRequest } from './send.ts';
import type { Source } from './source.ts';
import {
  countPassed,
  type Event,
  emptySummary,
  type Failure,
  type FreshnessSurvey,
  findingEvent,
  type SegmentCounts,
  type Summary,
} from './summary.ts';

export interface Tally {
  readonly summary: Summary;
  readonly opened: (source: Source) => void;
  /** One of an edition's texts has been answered. @param texts how many it has sent */
  readonly answered: (texts: number) => void;
  /** @param texts that were sent for it */
  readonly add: (outcome: Outcome, texts: number) => void;
  /** What a dry run tells: the counts, and the texts that would be sent, each once. */
  readonly foresee: (counts: SegmentCounts, request: EditionRequest, queue: Queue) => Promise<void>;
  readonly foreseeOpinions: (request: OpinionRequest, second: Queue) => Promise<void>;
  readonly fail: (failure: Failure) => void;
  /** Tells what is known at the end only. */
  readonly end: () => void;
}

/** @param sent characters that engines were sent so far */
export function openTally(survey: FreshnessSurvey, sent: () => number, onEvent: (event: Event) => void = () => {}): Tally {
  const summary = emptySummary();
  let done = countPassed(summary, survey, onEvent);
  const work = survey.stale.reduce((sum, { locales }) => sum + locales.length, 0);
  const editions = done + work;
  // Of the editions at work, a part of one for every text that came back.
  let reached = 0;
  const foreseen = new Set<string>();
  const opinions = new Set<string>();
  const made = new Map<string, Map<string, number>>();

  const tell = () => onEvent({ type: 'progress', done, editions, share: Math.min(1, reached / work), characters: sent() });
  const fail = (failure: Failure) => {
    summary.failures.push(failure);
    onEvent(failure);
  };
  const countSegments = (counts: SegmentCounts) => {
    for (const key of ['total', 'recalled', 'translated', 'reviewed', 'pending'] as const) summary.segments[key] += counts[key];
  };
  return {
    summary,
    opened: ({ format }) => {
      if (format === 'markdown') summary.editions++;
    },
    answered: (texts) => {
      reached += 1 / (texts + 1);
      tell();
    },
    add: (outcome, texts) => {
      const { source, locale, file, state, files, findings } = outcome;
      countSegments(outcome.counts);
      const ofLocale = made.get(locale) ?? new Map<string, number>();
      made.set(locale, ofLocale);
      for (const [engine, sentences] of outcome.engines) ofLocale.set(engine, (ofLocale.get(engine) ?? 0) + sentences);
      summary.files.written += files.written;
      summary.files.unchanged += files.unchanged;
      if (outcome.failure !== undefined) fail(failureOf(outcome.failure, source.slug, locale));
      for (const finding of findings) {
        if (finding.level !== 'note') summary.findings[finding.level]++;
        onEvent(findingEvent(finding));
      }
      onEvent({ type: 'edition', slug: source.slug, locale, file, state });
      done++;
      reached += 1 / (texts + 1);
      tell();
    },
    foresee: async (counts, { prepared, around: { to } }, queue) => {
      countSegments(counts);
      if (queue.paysTokens === true && prepared.length > 0) summary.engine.estimate = 'tokens';
      await foreseeJobs(
        prepared.map(({ job }) => job),
        to,
        queue,
        foreseen,
        summary.engine,
      );
    },
    foreseeOpinions: async ({ unranked, around: { to } }, second) => {
      summary.secondOpinion ??= { requests: 0, characters: 0, cost: 0 };
      await foreseeJobs(
        unranked.map(({ prepared }) => prepared.job),
        to,
        second,
        opinions,
        summary.secondOpinion,
      );
    },
    fail,
    end: () => {
      for (const [locale, engines] of made) for (const [engine, sentences] of engines) onEvent({ type: 'made', locale, engine, sentences });
    },
  };
}

/** Adds what texts would cost, each once. @param foreseen those that are counted already, by locale and text */
async function foreseeJobs(
  jobs: readonly Job[],
  to: string,
  queue: Queue,
  foreseen: Set<string>,
  sum: { characters: number; cost: number },
): Promise<void> {
  const known = await Promise.all(jobs.map((job) => queue.knows(job)));
  for (const [at, job] of jobs.entries()) {
    const name = `${to} ${job.text}`;
    if (foreseen.has(name) || known[at] === true) continue;
    foreseen.add(name);
    const characters = countCharacters(job.text);
    sum.characters += characters;
    sum.cost += (characters * (queue.pricePerMillionCharacters ?? 0)) / 1e6;
  }
}

/**
 * Accepted sentences on their way into the files. All that wait are written together under one lock, each edition once; a sentence whose
 * text has changed since somebody had it before them is not written, and its text stays theirs as a draft.
 */

import type { Segment, Target, Text } from '../article.ts';
import { waiversIn } from '../edition/check-edition.ts';
import { type Decided, decide } from '../edition/decide.ts';
import { segmentsOf } from '../edition/open.ts';
import { asRead, waive } from '../edition/review.ts';
import { KnownError } from '../errors.ts';
import type { FindingName } from '../finding.ts';
import { holdCheckout } from '../project/checkout.ts';
import { type Holder, inWords } from '../project/lock.ts';
import type { Opened, Workspace } from '../session/workspace.ts';
import { isEmpty, sameText, toFragment } from '../text.ts';
import type { Conflict, Gone, Marks, Saved, ServerEvent, WaiveBody } from './contract.ts';
import type { Drafts, Place } from './drafts.ts';
import type { Steps } from './steps.ts';
import { moveDraft, successorOf } from './successors.ts';
import { baseOf, markFaults, targetFragment, textFrom } from './texts.ts';
import { findingsOf } from './views.ts';

interface Acceptance extends Place {
  readonly author: string;
  readonly base: string;
  /** A fragment. */
  readonly text: string;
  readonly remove: boolean;
  readonly waive?: WaiveBody | undefined;
}

export type SaveAnswer =
  | { readonly status: 200; readonly body: Saved }
  | { readonly status: 202; readonly body: { readonly waiting: string } }
  | { readonly status: 409; readonly body: Conflict }
  | { readonly status: 410; readonly body: Gone }
  | { readonly status: 422; readonly body: Marks };

export interface Saving {
  /** Rejects with a KnownError where a file is not readable or not writable. */
  readonly accept: (acceptance: Acceptance) => Promise<SaveAnswer>;
  /** Takes up what had been accepted and not written when the server ended. */
  readonly resume: () => void;
  /** Resolves once nothing is being written. */
  readonly close: () => Promise<void>;
}

export interface SavingOptions {
  readonly workspace: Workspace;
  readonly drafts: Drafts;
  readonly steps?: Steps;
  /** Milliseconds for which an answer waits for another command to end. */
  readonly patience?: number;
  readonly clock?: () => number;
  readonly onEvent?: (event: ServerEvent) => void;
}

interface Job extends Acceptance {
  readonly answer: (answer: SaveAnswer) => void;
  readonly fail: (error: unknown) => void;
}

/** Longer than a save or a run without work takes, shorter than anybody's wish to know. */
const PATIENCE = 2_000;
/** Somebody who saves the same file in an editor each time is not there. */
const MOST_TRIES = 5;

export function createSaving({
  workspace,
  drafts,
  steps,
  patience = PATIENCE,
  clock = Date.now,
  onEvent = () => {},
}: SavingOptions): Saving {
  const jobs = new Map<string, Job[]>();
  const stop = new AbortController();
  const lastAuthors = new Map<string, string>();
  /** Who else has the lock, while this server waits for it. */
  let other: { readonly holder: Holder | undefined } | undefined;
  let running: Promise<void> | undefined;

  const settle = (job: Job, answer: SaveAnswer) => {
    if (answer.status === 200) {
      drafts.forget(job, job.author);
      lastAuthors.set(placeName(job), job.author);
      const { base, target } = answer.body;
      onEvent({ type: 'saved', locale: job.locale, slug: job.slug, segment: job.segment, base, target, author: job.author });
      drafts.noteAccepted(job, job.author, clock());
      const today = drafts.acceptedOn(job.author, clock()).get(job.locale) ?? 0;
      job.answer({ status: 200, body: { ...answer.body, today } });
      return;
    }
    keepDraft(job, false);
    if (answer.status === 410 && answer.body.segment !== undefined) moveDraft(drafts, job, job.author, answer.body.segment);
    job.answer(answer);
  };
  const keepDraft = ({ locale, slug, segment, author, base, text, remove, waive }: Acceptance, isAccepted: boolean) => {
    const draft = { locale, slug, segment, author, base, text, at: clock() };
    drafts.put(isAccepted ? { ...draft, accepted: { remove, ...(waive !== undefined && { waive }) } } : draft);
  };

  const saveEdition = async (mine: readonly Job[]) => {
    const [{ locale, slug }] = mine as [Job];
    try {
      for (let tries = 1; ; tries++) {
        const opened = workspace.opened(locale, slug);
        const settled = opened === undefined ? mine.map((job) => [job, gone] as const) : judge(opened, mine, lastAuthors);
        if (opened === undefined || (await write(opened, settled))) {
          const now = settled.some(([, one]) => typeof one !== 'function') ? workspace.opened(locale, slug) : opened;
          for (const [job, one] of settled) {
            if (typeof one === 'function' || now === undefined) settle(job, typeof one === 'function' ? one() : gone());
            else if (isUnchanged(opened, now, job.segment, one)) refuseUnwritten(job, now);
            else settle(job, { status: 200, body: withUndo(opened, job, saved(now, job, one)) });
          }
          if (opened !== undefined) for (const [job, one] of settled) if (typeof one !== 'function') noteWork(opened, job, one);
          return;
        }
        if (tries >= MOST_TRIES)
          throw new KnownError(`${opened.open.file}: somebody saves it all the time`, {
            expected: 'a file that rests',
            got: 'another each time',
          });
      }
    } catch (error) {
      for (const job of mine) job.fail(error);
    }
  };
  /** What is told as saved is in the file: some lines of Markdown read as something else, whatever is done to write them. */
  const refuseUnwritten = (job: Job, { open: { file } }: Opened) => {
    keepDraft(job, false);
    job.fail(
      new KnownError(`${file}: the sentence does not take this text`, {
        expected: 'a file that says it',
        got: 'what it said before',
        help: 'Say it otherwise, or change it in the file.',
        place: file,
      }),
    );
  };
  const withUndo = (before: Opened | undefined, { locale, slug, segment, author, waive: waiver }: Job, body: Saved): Saved => {
    const was = before?.open.edition.targets.get(segment);
    // Saved once more, it is as it was.
    const isAsBefore = was?.state === body.state && baseOf(was) === body.base && waiver === undefined;
    if (before === undefined || was === undefined || isAsBefore) return body;
    const waivers = new Map([[segment, waiversIn(before.open).get(segment) ?? []]]);
    const undo = steps?.keep({
      ...{ locale, slug, segment, author, waivers },
      before: new Map([[segment, was]]),
      bases: new Map([[segment, body.base]]),
    });
    return undo === undefined ? body : { ...body, undo };
  };
  const noteWork = ({ open }: Opened, { locale, slug, segment, author }: Job, target: Target) => {
    const source = segmentsOf(open.edition.article).find(({ id }) => id === segment)?.text ?? [];
    const before = targetFragment(open.edition.targets.get(segment));
    drafts.addWork({ locale, slug, segment, author, source: toFragment(source), before, after: toFragment(target.text) });
  };
  const write = async (opened: Opened, settled: readonly (readonly [Job, Decision])[]): Promise<boolean> => {
    const decided = new Map(settled.flatMap(([job, one]) => (typeof one === 'function' ? [] : [[job.segment, one] as const])));
    if (decided.size === 0) return true;
    const { locale } = opened.open;
    if (!(await put(opened, decide(opened.open, decided, opened.desk), new Set(decided.keys())))) return false;
    // A waiver is of the text as it is written by now.
    for (const [{ segment, waive: waiver, slug }, one] of settled) {
      if (waiver === undefined || typeof one === 'function') continue;
      const now = workspace.opened(locale, slug);
      const waived = now && waive(now.open, { segment, check: waiver.check as FindingName, reason: waiver.reason }, now.desk);
      if (now !== undefined && waived !== undefined) await put(now, waived, new Set([segment]));
    }
    return true;
  };
  const put = async (opened: Opened, { merging: _, next, ...files }: Decided, changed: ReadonlySet<string>): Promise<boolean> => {
    const { locale, file, recordFile, texts } = opened.open;
    const isWritten = await workspace.disk(locale).write({ file, recordFile, texts, ...files, removed: [] });
    if (isWritten && next !== undefined) workspace.advance(opened, next, changed);
    return isWritten;
  };
  const work = async () => {
    while (jobs.size > 0 && !stop.signal.aborted) {
      let release: () => void;
      try {
        release = await holdCheckout(workspace.project, 'edit', {
          waitMs: Number.POSITIVE_INFINITY,
          signal: stop.signal,
          onWait: (who) => {
            other = { holder: who };
          },
        });
      } catch (error) {
        for (const job of [...jobs.values()].flat()) job.fail(error);
        jobs.clear();
        return;
      }
      other = undefined;
      try {
        const all = [...jobs.values()];
        jobs.clear();
        for (const mine of all) await saveEdition(mine);
      } finally {
        release();
      }
    }
    running = undefined;
  };
  const enqueue = (job: Job) => {
    const key = `${job.locale} ${job.slug}`;
    jobs.set(key, [...(jobs.get(key) ?? []), job]);
    running ??= work();
  };
  const accept = (acceptance: Acceptance) =>
    new Promise<SaveAnswer>((resolve, reject) => {
      // Before anything that may fail.
      keepDraft(acceptance, false);
      const opened = workspace.opened(acceptance.locale, acceptance.slug);
      const faults = opened === undefined ? undefined : faultsOf(opened, acceptance);
      if (faults !== undefined) {
        resolve({ status: 422, body: faults });
        return;
      }
      keepDraft(acceptance, true);
      let timer: NodeJS.Timeout;
      // A write that takes its time is waited for; another command is not.
      const look = () => {
        if (other === undefined) timer = setTimeout(look, patience);
        else resolve({ status: 202, body: { waiting: inWords(other.holder) } });
      };
      timer = setTimeout(look, patience);
      const done = (answer: SaveAnswer) => {
        clearTimeout(timer);
        resolve(answer);
      };
      enqueue({
        ...acceptance,
        answer: done,
        fail: (error) => {
          clearTimeout(timer);
          reject(error);
        },
      });
    });
  return {
    accept,
    resume: () => {
      for (const { accepted, ...draft } of drafts.waiting())
        enqueue({ ...draft, remove: accepted?.remove === true, waive: accepted?.waive, answer: () => {}, fail: () => {} });
    },
    close: async () => {
      stop.abort();
      await running;
    },
  };
}

const placeName = ({ locale, slug, segment }: Place) => `${locale} ${slug} ${segment}`;

/** The target that a job makes, or the answer that it gets instead. */
type Decision = Target | (() => SaveAnswer);

const gone = (): SaveAnswer => ({ status: 410, body: {} });

/** Whether a file says what it said, and not what it should; white space aside. */
function isUnchanged(before: Opened | undefined, now: Opened, segment: string, { text }: Target): boolean {
  const [was, is] = [before, now].map((opened) => shape(opened?.open.edition.targets.get(segment)?.text));
  return is === was && is !== shape(text);
}

const shape = (text: Text | undefined): string | undefined => text && toFragment(text).replace(/\s/g, '');

/** One after the other: of two that were written over the same text the second is told of the first. */
function judge(opened: Opened, mine: readonly Job[], authors: ReadonlyMap<string, string>): (readonly [Job, Decision])[] {
  const { open, desk } = opened;
  const segments = new Map(segmentsOf(open.edition.article).map((segment) => [segment.id, segment]));
  const decided = new Map<string, { readonly target: Target; readonly author: string }>();
  return mine.map((job) => {
    const segment = segments.get(job.segment);
    if (segment === undefined || open.hand === 'person') return [job, () => ({ status: 410, body: goneTo(opened, job.segment) })] as const;
    const before = decided.get(segment.id);
    const current = before?.target ?? open.edition.targets.get(segment.id);
    const text = job.remove ? [] : textFrom(job.text, segment.text, current);
    // An answer that got lost on its way is asked for again.
    const isThere = current?.state === 'reviewed' && sameText(current.text, text);
    if (!isThere && job.base !== baseOf(current)) {
      const by = before?.author ?? authors.get(placeName(job));
      const body: Conflict = {
        base: baseOf(current),
        text: targetFragment(current) ?? '',
        state: current?.state ?? 'missing',
        ...(by !== undefined && { by }),
      };
      return [job, () => ({ status: 409, body })] as const;
    }
    const target = accepted(current, text, segment, desk.glossary.touching(segment));
    decided.set(segment.id, { target, author: job.author });
    return [job, target] as const;
  });
}

/** A text that nobody changed has been read; another one is its person's. */
function accepted(current: Target | undefined, text: Text, { text: source }: Segment, terms: Target['terms']): Target {
  if (current !== undefined && sameText(current.text, text) && !isEmpty(source)) return asRead(current);
  return { text, state: 'reviewed', origin: { by: 'person' }, terms };
}

/** What keeps a text from being accepted, whatever else is found in it. */
function faultsOf({ open }: Opened, { segment: id, text: fragment, remove, waive: waiver }: Acceptance): Marks | undefined {
  const segment = segmentsOf(open.edition.article).find((one) => one.id === id);
  if (segment === undefined || remove) return undefined;
  const current = open.edition.targets.get(id);
  const text = textFrom(fragment, segment.text, current);
  const { missing, wrong } = markFaults(text, segment.text, current);
  const isBlankText = text.every((piece) => typeof piece === 'string' && piece.trim() === '');
  const isMissing = missing.length > 0 && waiver?.check !== 'marks';
  return isMissing || wrong.length > 0 || isBlankText ? { missing, wrong, isEmpty: isBlankText } : undefined;
}

function goneTo(opened: Opened, id: string): Gone {
  const next = successorOf(opened, id);
  return next === undefined ? {} : { segment: next.id, source: toFragment(next.text) };
}

function saved(now: Opened, { segment }: Job, written: Target): Saved {
  const target = now.open.edition.targets.get(segment) ?? written;
  return { base: baseOf(target), target: toFragment(target.text), state: target.state, findings: findingsOf(now, segment), today: 0 };
}

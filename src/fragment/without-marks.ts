/**
 * The last resort for a text whose marks an engine loses: the text is sent without its marks, and so is each run of words
 * between two marks. Where the answer to a run is found in the answer to the whole text, the marks around that run are put
 * back there. Where it is not found, the text has no answer.
 */

import { faultOf, stripMarks, tagsOf } from './mark-faults.ts';

export interface WithoutMarks {
  /** What to send: the whole text without marks, then the runs that hold words, if there is more than one. */
  readonly texts: readonly string[];
  /** The answer with the marks in it, from the answers to `texts`; undefined where the words do not tell where the marks go. */
  restore(answers: readonly unknown[]): string | undefined;
}

/** A run of the source between two marks, and where its words are found in the answer. */
interface TextRun {
  readonly source: string;
  readonly hasWords: boolean;
  found?: { readonly start: number; readonly end: number } | undefined;
}

/** Where a mark is put into the answer. */
interface Insertion {
  readonly tag: string;
  readonly at: number;
  /** Whether it goes with the words before it or after it. */
  readonly side: 'before' | 'after';
  readonly space: string;
}

export function withoutMarks(source: string): WithoutMarks {
  const tags = tagsOf(source);
  const runs = source.split(/<[^<>]*>/).map((run) => ({ source: run, hasWords: /[\p{L}\p{N}]/u.test(run) }));
  const worded = runs.filter((run) => run.hasWords);
  const texts = [stripMarks(source), ...(worded.length > 1 ? worded.map((run) => run.source.trim()) : [])];
  return {
    texts,
    restore: (answers) => {
      if (!answers.every((answer) => typeof answer === 'string')) return undefined;
      const whole = answers[0] ?? '';
      const located = locate(runs, whole, answers.slice(1));
      const insertions = tags.map((_, index) => insertionOf(tags, index, located, whole));
      const known = insertions.filter((insertion) => insertion !== undefined);
      if (known.length < insertions.length) return undefined;
      const restored = insert(whole, known);
      return faultOf(source, restored) === undefined ? restored : undefined;
    },
  };
}

function locate(runs: readonly TextRun[], whole: string, answers: readonly string[]): TextRun[] {
  let next = 0;
  return runs.map((run) => {
    if (!run.hasWords) return run;
    const found = answers.length === 0 ? core(runs, whole) : find(whole, answers[next++] ?? '');
    return { ...run, found };
  });
}

/** Of an answer whose source has words in one run only: all of it but the punctuation that is outside that run. */
function core(runs: readonly TextRun[], whole: string): TextRun['found'] {
  const at = runs.findIndex((run) => run.hasWords);
  const outside = (part: readonly TextRun[]) => part.some((run) => run.source.trim() !== '');
  const lead = outside(runs.slice(0, at)) ? /^[\s\p{P}]*/u.exec(whole)?.[0].length : /^\s*/.exec(whole)?.[0].length;
  const tail = outside(runs.slice(at + 1)) ? /(?<![\s\p{P}])[\s\p{P}]*$/u.exec(whole)?.index : whole.trimEnd().length;
  return { start: lead ?? 0, end: tail ?? whole.length };
}

/** Where the words are found, without the full stop that an engine likes to add; undefined where that is nowhere or twice. */
function find(whole: string, answer: string): TextRun['found'] {
  const words = answer.trim().replace(/[.。।]$/u, '');
  if (words === '') return undefined;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'giu');
  const [first, second] = whole.matchAll(pattern);
  return first === undefined || second !== undefined ? undefined : { start: first.index, end: first.index + first[0].length };
}

function insertionOf(tags: readonly string[], index: number, runs: readonly TextRun[], whole: string): Insertion | undefined {
  const tag = tags[index] as string;
  const partner = partnerOf(tags, index);
  if (partner !== undefined) {
    const inside = runs.slice(Math.min(index, partner) + 1, Math.max(index, partner) + 1).filter((run) => run.hasWords);
    if (inside.length > 0) {
      if (inside.some((run) => run.found === undefined)) return undefined;
      return partner > index
        ? { tag, at: Math.min(...inside.map((run) => run.found?.start ?? 0)), side: 'after', space: '' }
        : { tag, at: Math.max(...inside.map((run) => run.found?.end ?? 0)), side: 'before', space: '' };
    }
  }
  const left = runs.slice(0, index + 1).findLast((run) => run.hasWords);
  const right = runs.slice(index + 1).find((run) => run.hasWords);
  const spaced = {
    before: /\s$/.test(runs[index]?.source ?? '') ? ' ' : '',
    after: /^\s/.test(runs[index + 1]?.source ?? '') ? ' ' : '',
  };
  if (left === undefined) return { tag, at: right?.found?.start ?? 0, side: 'after', space: spaced.after };
  if (left.found !== undefined) return { tag, at: left.found.end, side: 'before', space: spaced.before };
  if (right?.found !== undefined) return { tag, at: right.found.start, side: 'after', space: spaced.after };
  return right === undefined ? { tag, at: whole.trimEnd().length, side: 'before', space: spaced.before } : undefined;
}

/** The index of the other tag of a pair. */
function partnerOf(tags: readonly string[], index: number): number | undefined {
  const step = tags[index]?.startsWith('</') ? -1 : tags[index]?.startsWith('<g') ? 1 : 0;
  if (step === 0) return undefined;
  let depth = 0;
  for (let at = index; at >= 0 && at < tags.length; at += step) {
    if (tags[at]?.startsWith('</')) depth--;
    else if (tags[at]?.startsWith('<g')) depth++;
    if (depth === 0) return at;
  }
  return undefined;
}

function insert(whole: string, insertions: readonly Insertion[]): string {
  const order = [...insertions.keys()].sort((a, b) => {
    const [one, other] = [insertions[a] as Insertion, insertions[b] as Insertion];
    if (one.at !== other.at) return one.at - other.at;
    return one.side === other.side ? a - b : one.side === 'before' ? -1 : 1;
  });
  let out = '';
  let at = 0;
  for (const index of order) {
    const insertion = insertions[index] as Insertion;
    out +=
      whole.slice(at, insertion.at) + (insertion.side === 'before' ? insertion.space + insertion.tag : insertion.tag + insertion.space);
    at = insertion.at;
  }
  return out + whole.slice(at);
}

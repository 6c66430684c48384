/** Asks a pair's analyser whether it knows words as names. */

import type { Mode } from './modes.ts';
import { type Pipe, startPipe } from './pipe.ts';

export interface Analyser {
  /** Those of the words that are names to it. */
  names(words: readonly string[], signal: AbortSignal): Promise<ReadonlySet<string>>;
  close(): void;
}

/** The first stage of a pipeline: the morphological analysis, with null flush. */
const ANALYSIS = /^lt-proc(?: -[a-z]+)+ '[^']+'(?= \|)/;
/** Parts of speech of the stream format: a proper noun. */
const PROPER = /<np>/;

/** @returns undefined for a pair whose analysis is no single stage */
export function openAnalyser(script: string, mode: Mode): Analyser | undefined {
  const stage = ANALYSIS.exec(script.trim())?.[0];
  if (stage === undefined) return undefined;
  let pipe: Pipe | undefined;
  const known = new Map<string, boolean>();
  return {
    close: () => pipe?.kill(),
    names: async (words, signal) => {
      const asked = [...new Set(words)].filter((word) => !known.has(word));
      if (asked.length > 0) {
        if (pipe?.alive !== true) pipe = startPipe(stage, `${mode.name} (analysis)`);
        const answers = await pipe.ask(asked, signal);
        for (const [at, word] of asked.entries()) known.set(word, isName(answers[at] ?? ''));
      }
      return new Set(words.filter((word) => known.get(word) === true));
    },
  };
}

/** Of one word: a reading as a proper noun. */
function isName(answer: string): boolean {
  return PROPER.test(answer);
}

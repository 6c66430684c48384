/** Commands of TeX among words, which Pandoc and its kin hand on: `\\cite{doe99}`, `\\emph{words}`. */

import type { Range } from '../../runs/ranges.ts';

/** A name, options in brackets, and arguments in braces. */
const COMMAND = /\\[a-zA-Z]+\*?(?:\[[^[\]\n]*\])*((?:\{[^{}\n\0]*\})+)/g;
/** Those whose argument is read as words of the text. */
const OF_WORDS = /^\\(?:emph|text(?:bf|it|sc|sl|sf|rm|up|normal)|underline|uline|footnote|caption)\{/;

export interface TexCommand {
  readonly from: number;
  readonly to: number;
  /** The words in its braces; without them all of it is a sign. */
  readonly inner?: Range;
}

/** @returns offsets in `text`, in order; a command without braces is left to the words */
export function* texCommands(text: string): Generator<TexCommand> {
  for (const { index: from, 0: all, 1: braces = '' } of text.matchAll(COMMAND)) {
    const to = from + all.length;
    yield { from, to, ...(OF_WORDS.test(all) && { inner: [to - braces.length + 1, to - 1] as const }) };
  }
}

/** `--first`: the sentences that a person should look at first, for `status` and `check`. */

import { createShortlist, type DoubtedSentence, type Shortlist } from '../edition/shortlist.ts';
import { KnownError } from '../errors.ts';
import { type CommandContext, type Options, text } from './command.ts';

/** Of each locale: as many as are read in a minute. */
const FIRST = 5;

/** @throws KnownError for a count that is none */
export function shortlistFor(options: Options): Shortlist {
  const given = text(options.first);
  if (given !== undefined && !/^\d+$/.test(given))
    throw new KnownError('--first takes a whole number', { expected: 'for example 20, or 0 for none', got: given });
  return createShortlist(Number(given ?? FIRST));
}

/** NDJSON, before the summary. */
export function printSentences(sentences: readonly DoubtedSentence[], print: CommandContext['print']): void {
  for (const sentence of sentences) print({ type: 'lookFirst', ...sentence });
}

/** Lines for people; none where there is nothing to look at. */
export function sentenceLines(sentences: readonly DoubtedSentence[], { shown }: Pick<CommandContext, 'shown'>): string[] {
  if (sentences.length === 0) return [];
  const lines = sentences.flatMap(({ rank, file, line, column, source, target }) => [
    `${[shown(file), line, column].filter((part) => part !== undefined).join(':')}  ${rank}`,
    `    ${source}`,
    `    ${target}`,
  ]);
  return ['', 'Look at these first: a second engine says them otherwise (0 to 100).', ...lines];
}

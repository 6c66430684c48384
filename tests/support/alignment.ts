/** How well translations of the public news are aligned after a tenth of their lines was merged or split at random. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { alignEditions } from '../../src/memory/align.ts';
import { words } from '../../src/text.ts';
import { articleOf } from './paragraphs.ts';
import { type Random, random } from './random.ts';

/** Share of lines that are merged with the next or split in two. */
const DISTURBED = 0.1;

export interface Score {
  readonly pairs: number;
  readonly right: number;
}

/**
 * Each document is one paragraph, a sentence a line: nothing but the sentences themselves says where one belongs.
 * @param folder of `ntrex/`
 * @param every only every so many-th document is aligned, for a sample
 * @returns pairs of the disturbed documents, and how many stand in the records as they should
 */
export function alignmentScore(folder: string, locale: string, seed: number, every = 1): Score {
  const lines = (name: string) =>
    readFileSync(join(folder, `${name}.txt`), 'utf8')
      .trimEnd()
      .split('\n');
  const [names, source, target] = [lines('documents'), lines('en'), lines(locale)];
  const dice = random(seed);
  const chosen = [...Map.groupBy(names.keys(), (at) => names[at] as string).values()].filter((_, at) => at % every === 0);
  const documents = chosen.map((all) => {
    const disturbed = disturb(
      all.map((at) => target[at] as string),
      dice,
      locale,
    );
    return { source: all.map((at) => source[at] as string), ...disturbed };
  });
  const aligned = alignEditions(
    documents.map((document) => ({
      article: articleOf([document.source], 'en'),
      edition: articleOf([document.target], locale),
      file: 'edition.md',
    })),
  );
  let [pairs, right] = [0, 0];
  for (const [at, { gold }] of documents.entries()) {
    const segments = aligned[at]?.record.blocks.flatMap((block) => block.segments) ?? [];
    for (const { from, text } of gold) {
      pairs++;
      const said = from.map((line) => words(segments[line]?.target?.text ?? []));
      // The first of merged sentences has the text, the others stand empty beside it.
      if (said[0] === text && said.slice(1).every((one) => one === '')) right++;
    }
  }
  return { pairs, right };
}

interface Gold {
  /** Lines of the source. */
  readonly from: readonly number[];
  readonly text: string;
}

function disturb(lines: readonly string[], dice: Random, locale: string): { target: string[]; gold: Gold[] } {
  const space = /^(ja|zh)/.test(locale) ? '' : ' ';
  const target: string[] = [];
  const gold: Gold[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = (lines[at] as string).trim();
    const disturbed = dice.chance(DISTURBED);
    const next = lines[at + 1]?.trim();
    if (disturbed && dice.chance(0.5) && next !== undefined) {
      target.push(`${line}${space}${next}`);
      gold.push({ from: [at, at + 1], text: `${line}${space}${next}` });
      at++;
      continue;
    }
    const cut = disturbed ? cutPlace(line, dice, space) : undefined;
    const parts = cut === undefined ? [line] : [line.slice(0, cut).trim(), line.slice(cut).trim()];
    target.push(...parts);
    gold.push({ from: [at], text: parts.join(' ') });
  }
  return { target, gold };
}

/** Between two words, somewhere in the middle; undefined where there is none. */
function cutPlace(line: string, dice: Random, space: string): number | undefined {
  const middle = Math.floor(line.length * 0.25) + dice.below(Math.ceil(line.length * 0.5));
  if (line.length < 10) return undefined;
  if (space === '') return middle;
  const at = line.indexOf(' ', middle);
  return at < 0 ? undefined : at;
}

/** How well editions that lag behind their source are adopted: sentences left out, merged, and replaced by other text at random. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { alignEditions } from '../../src/memory/align.ts';
import { words } from '../../src/text.ts';
import { articleOf } from './paragraphs.ts';
import { type Random, random } from './random.ts';

/** Shares of the sentences of an edition. */
export interface Lag {
  readonly removed: number;
  readonly merged: number;
  readonly replaced: number;
  /** Most sentences of a paragraph; 0 for one paragraph a document. */
  readonly paragraph: number;
  /** Paragraphs of each document that a person has put elsewhere. */
  readonly moved: number;
}

export const LAG: Lag = { removed: 0.3, merged: 0.1, replaced: 0.1, paragraph: 4, moved: 0 };

export interface Adoption {
  /** Sentences of the source that the edition says. */
  readonly said: number;
  /** Those of them that are reviewed with their text. */
  readonly right: number;
  readonly doubtful: number;
  /** Reviewed with a text that is not theirs, or not theirs alone. */
  readonly wrong: number;
  /** Reviewed and empty, though no sentence before them says them too. */
  readonly invented: number;
}

/** What an edition made at random says for each sentence of its source. */
interface Gold {
  readonly paragraphs: readonly (readonly string[])[];
  /** Undefined where it says nothing, or something else. */
  readonly said: readonly (string | undefined)[];
  /** Those that are said in the one before them. */
  readonly merged: ReadonlySet<number>;
}

/**
 * @param folder of `ntrex/`
 * @param chosen which documents, by number
 * @param isKnown whether the lines of the others are known to translate each other
 */
export function adoptionScore(
  folder: string,
  locale: string,
  seed: number,
  lag: Lag = LAG,
  chosen: (document: number) => boolean = () => true,
  isKnown = false,
): Adoption {
  const lines = (name: string) =>
    readFileSync(join(folder, `${name}.txt`), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => line.trim());
  const [names, source, target] = [lines('documents'), lines('en'), lines(locale)];
  const dice = random(seed);
  const numbered = [...Map.groupBy(names.keys(), (at) => names[at] as string).values()];
  const known = numbered.flatMap((all, at) =>
    isKnown && !chosen(at) ? all.map((line) => ({ locale: 'en', source: [source[line] as string], target: [target[line] as string] })) : [],
  );
  const documents = numbered
    .filter((_, at) => chosen(at))
    .map((all) => {
      const cuts = paragraphCuts(all.length, lag.paragraph, dice);
      const own = all.map((at) => source[at] as string);
      const elsewhere = target.filter((_, line) => names[line] !== names[all[0] as number]);
      const others = () => dice.one(elsewhere);
      return {
        source: cut(own, cuts),
        ...editionOf(
          all.map((at) => target[at] as string),
          cuts,
          others,
          dice,
          lag,
          locale,
        ),
      };
    });
  const aligned = alignEditions(
    documents.map(({ source, paragraphs }, at) => ({
      article: articleOf(source, 'en', `story-${at}`),
      edition: articleOf(paragraphs, locale, `story-${at}`),
      file: 'edition.md',
    })),
    { known },
  );
  const count = { said: 0, right: 0, doubtful: 0, wrong: 0, invented: 0 };
  for (const [at, { said, merged }] of documents.entries()) {
    const segments = aligned[at]?.record.blocks.flatMap((block) => block.segments) ?? [];
    for (const [line, text] of said.entries()) {
      const target = segments[line]?.target;
      const has = target === undefined ? '' : words(target.text);
      const isMerged = merged.has(line);
      if (text !== undefined || isMerged) count.said++;
      if (target?.state === 'needs-review') count.doubtful++;
      if (target?.state !== 'reviewed') continue;
      // A text that says the next one too is not the first one's alone.
      const next = segments[line + 1]?.target;
      const isWhole = !merged.has(line + 1) || (next?.state === 'reviewed' && words(next.text) === '');
      if (has === (isMerged ? '' : text) && isWhole) count.right++;
      else if (has === '') count.invented++;
      else count.wrong++;
    }
  }
  return count;
}

/** Where paragraphs start. */
function paragraphCuts(length: number, most: number, dice: Random): number[] {
  const cuts = [0];
  while (most > 0) {
    const next = (cuts.at(-1) as number) + 1 + dice.below(most);
    if (next >= length) break;
    cuts.push(next);
  }
  return cuts;
}

function cut(sentences: readonly string[], cuts: readonly number[]): string[][] {
  return cuts.map((from, at) => sentences.slice(from, cuts[at + 1] ?? sentences.length));
}

function editionOf(target: readonly string[], cuts: readonly number[], other: () => string, dice: Random, lag: Lag, locale: string): Gold {
  const space = /^(ja|zh)/.test(locale) ? '' : ' ';
  const said: (string | undefined)[] = target.map(() => undefined);
  const merged = new Set<number>();
  const standing: (string | undefined)[] = target.map(() => undefined);
  let last: number | undefined;
  for (const [at, line] of target.entries()) {
    if (cuts.includes(at)) last = undefined;
    if (dice.chance(lag.removed)) continue;
    if (dice.chance(lag.replaced)) {
      standing[at] = other();
      last = undefined;
      continue;
    }
    if (last === at - 1 && dice.chance(lag.merged)) {
      standing[last] = `${standing[last]}${space}${line}`;
      said[last] = standing[last];
      merged.add(at);
      last = undefined;
      continue;
    }
    standing[at] = line;
    said[at] = line;
    last = at;
  }
  const paragraphs = cuts.map((from, nth) => standing.slice(from, cuts[nth + 1] ?? target.length).filter((line) => line !== undefined));
  return {
    paragraphs: reordered(
      paragraphs.filter((sentences) => sentences.length > 0),
      lag.moved,
      dice,
    ),
    said,
    merged,
  };
}

function reordered<Paragraph>(paragraphs: Paragraph[], moves: number, dice: Random): Paragraph[] {
  for (let move = 0; move < moves && paragraphs.length > 2; move++) {
    const moved = paragraphs.splice(dice.below(paragraphs.length), 1);
    paragraphs.splice(dice.below(paragraphs.length + 1), 0, ...moved);
  }
  return paragraphs;
}

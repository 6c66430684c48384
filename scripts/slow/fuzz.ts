/** Repeated texts of one seed after the other, each held to the growth of its time. */

import { type Growth, Measurer } from './growth.ts';
import { type Repeat, repeatOf } from './repeats.ts';

interface Fuzz {
  readonly seed: number;
  readonly count: number;
  readonly say: (line: string) => void;
}

/** Each four times the one before. The last is where what is slow by a little shows. */
const LENGTHS = [4_000, 16_000, 64_000, 256_000];
/** Of four times the text: what a collector and a busy machine add to 4 stays below, what grows with the square does not. */
const MOST = 7;
const SECONDS = 20;
/** CPU seconds of one length of a text; of every eighth text so many that most readers come to the last length. */
const BUDGET = 2;
const LONG_BUDGET = 20;

/** Take next to no time, and are given every text; the commands behind them need an edition. */
const ALWAYS = ['sentences', 'terms', 'uses', 'translate'];
/** Two of these for each text, so that so many texts that follow each other go through all of them. */
const COMMANDS = [
  'segment',
  'bad answers',
  'check',
  'status',
  'source changed',
  'edition edited',
  'term set',
  'publish',
  'export',
  'align',
  'glossary suggest',
];

function readersOf(seed: number): string[] {
  const round = Math.floor(seed / COMMANDS.length);
  return [...ALWAYS, ...[seed, seed + 1 + round].map((at) => COMMANDS[at % COMMANDS.length] as string)];
}

/** @returns how many are slow */
export async function fuzzRepeats({ seed: first, count, say }: Fuzz): Promise<number> {
  using measurer = new Measurer();
  let slow = 0;
  for (let seed = first; seed < first + count; seed++) {
    const slowest = async (repeat: Repeat, lengths: readonly number[], readers: readonly string[]): Promise<Growth | undefined> => {
      const budget = seed % 8 === 0 ? LONG_BUDGET : BUDGET;
      const growths = await measurer.grown(repeat, { lengths, most: MOST, seconds: SECONDS, reader: readers.join(), budget });
      return growths.find(({ isSlow }) => isSlow);
    };
    let repeat = repeatOf(seed);
    let growth = await slowest(repeat, LENGTHS, readersOf(seed));
    if (growth === undefined) continue;
    slow++;
    const lengths = LENGTHS.slice(0, growth.cpus.length);
    const readers = readersOf(seed).filter((name) => !ALWAYS.includes(name) || name === 'translate' || growth?.reader.startsWith(name));
    for (let smaller = simpler(repeat); smaller.length > 0; ) {
      const next = smaller.shift() as Repeat;
      const found = await slowest(next, lengths.slice(-2), readers);
      if (found === undefined) continue;
      [repeat, growth] = [next, found];
      smaller = simpler(repeat);
    }
    const { cpus, reader: name, refused } = growth;
    say(`SLOW ${name}: ${cpus.join(' ')} ms at ${lengths.at(-1)} characters${refused === undefined ? '' : `, ${refused}`}, seed ${seed}`);
    say(`     ${JSON.stringify(repeat)}`);
  }
  return slow;
}

/** The same with something less, what is left out most first. */
function simpler(repeat: Repeat): Repeat[] {
  const { pieces, closers, head, tail, prefix, joint, markdown, file } = repeat;
  return [
    ...(Object.keys(markdown).length > 0 ? [{ ...repeat, markdown: {} }] : []),
    ...(file === 'mdx' ? [{ ...repeat, file: 'md' as const }] : []),
    ...(prefix === '' ? [] : [{ ...repeat, prefix: '' }]),
    ...(tail === '' ? [] : [{ ...repeat, tail: '' }]),
    ...(head === '' ? [] : [{ ...repeat, head: '' }]),
    ...(pieces.length > 1
      ? pieces.map((_, at) => ({
          ...repeat,
          pieces: pieces.toSpliced(at, 1),
          ...(closers !== undefined && { closers: closers.toSpliced(closers.length - 1 - at, 1) }),
        }))
      : []),
    ...(joint === '' ? [] : [{ ...repeat, joint: '' }]),
  ];
}

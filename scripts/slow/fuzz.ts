/** Repeated texts of one seed after the other, each held to the growth of its time. */

import { type Growth, Measurer } from './growth.ts';
import { type Repeat, repeatOf } from './repeats.ts';

interface Fuzz {
  readonly seed: number;
  readonly count: number;
  readonly say: (line: string) => void;
  /** A word of the readers' names; without it all of them. */
  readonly reader?: string;
}

/** Each four times the one before. The last is where what is slow by a little shows. */
const LENGTHS = [4_000, 16_000, 64_000, 256_000];
/** Of four times the text: what a collector and a busy machine add to 4 stays below, what grows with the square does not. */
const MOST = 7;
const SECONDS = 20;

/** @returns how many are slow */
export async function fuzzRepeats({ seed, count, say, reader }: Fuzz): Promise<number> {
  using measurer = new Measurer();
  let slow = 0;
  const slowest = async (repeat: Repeat, lengths: readonly number[]): Promise<Growth | undefined> => {
    const growths = await measurer.grown(repeat, { lengths, most: MOST, seconds: SECONDS, ...(reader !== undefined && { reader }) });
    return growths.find(({ isSlow }) => isSlow);
  };
  for (let at = 0; at < count; at++) {
    const first = repeatOf(seed + at);
    let growth = await slowest(first, LENGTHS);
    if (growth === undefined) continue;
    slow++;
    let repeat = first;
    const lengths = LENGTHS.slice(0, growth.cpus.length);
    for (let smaller = simpler(repeat); smaller.length > 0; ) {
      const next = smaller.shift() as Repeat;
      const found = await slowest(next, lengths);
      if (found === undefined) continue;
      [repeat, growth] = [next, found];
      smaller = simpler(repeat);
    }
    const { cpus, reader: name, refused } = growth;
    const last = LENGTHS[cpus.length - 1];
    say(`SLOW ${name}: ${cpus.join(' ')} ms at ${last} characters${refused === undefined ? '' : `, ${refused}`}, seed ${seed + at}`);
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
